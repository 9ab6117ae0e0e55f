"""Files into the library: each read once, by the pool's workers, and only where the library does not know it yet."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from briefgen.batch.pools import Lost, Pool, run_all
from briefgen.batch.work import FileRows, read_files
from briefgen.errors import SourceError
from briefgen.ingest.files import FoundFile
from briefgen.pipeline import reading_key
from briefgen.store.library import Library

Report = Callable[[str, int, int], None]
_AT_ONCE = 16
"""Files in one task: less to and fro, and one transaction of the library."""


@dataclass(slots=True)
class Intake:
    """Which sources the files hold."""

    ids: dict[str, list[str]]
    """File hash → ids of its sources in the library."""
    failures: dict[str, str] = field(default_factory=dict)
    """File hash → why it could not be read."""
    skipped: dict[str, str] = field(default_factory=dict)
    """File hash → why it is no source."""
    taken: list[str] = field(default_factory=list)
    """Hashes of the files that were read now; the library knew the others."""

    def take(self, library: Library, chunk: Sequence[str], results: Sequence[FileRows] | Lost) -> None:
        """Stores what was read of the files with the hashes `chunk`."""
        self.taken += chunk
        if isinstance(results, Lost):
            self.failures.update(dict.fromkeys(chunk, f"its reader stopped ({results.reason})"))
            return
        library.add_rows([row for result in results for row in result.rows])
        for digest, result in zip(chunk, results, strict=True):
            if result.error is not None:
                (self.skipped if result.skipped else self.failures)[digest] = result.error
            else:
                self.ids[digest] = [row["id"] for row, _text in result.rows]


def file_digests(files: Iterable[FoundFile]) -> tuple[dict[FoundFile, str], dict[FoundFile, str]]:
    """(file → SHA-256 of its bytes, file → why it cannot be read)."""
    digests, gone = {}, {}
    for file in dict.fromkeys(files):
        try:
            digests[file] = hashlib.sha256(file.data()).hexdigest()
        except SourceError as error:
            gone[file] = str(error)
    return digests, gone


def take_in(library: Library, pool: Pool, files: Mapping[str, FoundFile], report: Report) -> Intake:
    """Reads those of the files (by hash) that the library does not hold as this engine reads them."""
    keys = {digest: reading_key(file) for digest, file in files.items()}
    intake = Intake(_known(library, keys))
    missing = lost = [digest for digest in files if digest not in intake.ids]
    for at_once in (_AT_ONCE, 1):
        tasks = ((chunk, ([(files[d], d, keys[d]) for d in chunk],)) for chunk in _chunks(lost, at_once))
        lost = []
        for chunk, results in run_all(pool, read_files, tasks):
            if isinstance(results, Lost) and at_once > 1:
                lost += chunk
                continue
            intake.take(library, chunk, results)
            report("sources", len(intake.taken), len(missing))
    return intake


def _known(library: Library, keys: Mapping[str, str]) -> dict[str, list[str]]:
    by_key: dict[str, list[str]] = {}
    for digest, key in keys.items():
        by_key.setdefault(key, []).append(digest)
    return {digest: ids for key, digests in by_key.items() for digest, ids in library.known(digests, key).items()}


def _chunks(digests: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    remaining = iter(digests)
    while chunk := tuple(islice(remaining, size)):
        yield chunk
