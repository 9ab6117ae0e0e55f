"""A manifest run: every source read once into the library, then every briefing made, then the results told."""

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from briefgen.batch.plan import Planned
from briefgen.batch.pools import cluster, processes, run_all
from briefgen.batch.work import Outcome, make_briefing, read_file_rows
from briefgen.errors import SourceError
from briefgen.ingest.files import FoundFile
from briefgen.pipeline import engine_key
from briefgen.store.library import Library, StoredRow, library_url
from briefgen.store.resume import finished, job_key, remember, remove_stale

Report = Callable[[str, int, int], None]
_STORED_AT_ONCE = 40
"""Sources in one transaction of the library."""


@dataclass(frozen=True, slots=True)
class BatchOptions:
    jobs: int | None = None
    resume: bool = False
    scheduler: str | None = None


def run_batch(planned: Sequence[Planned], options: BatchOptions, report: Report) -> Iterator[Outcome]:
    """The outcome of each planned briefing as it is done; nothing that fails stops the rest."""
    library = Library.open()
    try:
        with _pool(options) as (pool, workers):
            hashed = [_hashed(item) for item in planned]
            failures = _read_missing(library, pool, workers, hashed, report)
            yield from _make_all(library, pool, workers, hashed, failures, options.resume, report)
    finally:
        library.close()


def _pool(options: BatchOptions) -> AbstractContextManager[tuple[Executor, int]]:
    return cluster(options.scheduler) if options.scheduler else processes(options.jobs)


def _hashed(item: Planned) -> Planned:
    """The planned briefing with the hash of each file; a file that cannot be read is moved to `missing`."""
    files, digests, missing = [], [], list(item.missing)
    for file in item.files:
        try:
            digests.append(hashlib.sha256(file.data()).hexdigest())
            files.append(file)
        except SourceError as error:
            missing.append(str(error))
    return replace(item, files=tuple(files), digests=tuple(digests), missing=tuple(missing))


def _read_missing(
    library: Library, pool: Executor, workers: int, planned: Sequence[Planned], report: Report
) -> dict[str, str]:
    """Reads the files that the library does not know; file hash → why it could not be read."""
    files: dict[str, FoundFile] = {d: f for item in planned for d, f in zip(item.digests, item.files, strict=True)}
    known = library.known(list(files), engine_key())
    missing = [digest for digest in files if digest not in known]
    failures: dict[str, str] = {}
    rows: list[StoredRow] = []
    tasks = ((digest, (files[digest],)) for digest in missing)
    for done, (digest, (found, error)) in enumerate(run_all(pool, workers, read_file_rows, tasks), 1):
        report("sources", done, len(missing))
        if error is not None:
            failures[digest] = error
        rows += found
        if len(rows) >= _STORED_AT_ONCE:
            library.add_rows(rows)
            rows = []
    library.add_rows(rows)
    return failures


def _make_all(
    library: Library,
    pool: Executor,
    workers: int,
    planned: Sequence[Planned],
    failures: dict[str, str],
    resume: bool,
    report: Report,
) -> Iterator[Outcome]:
    known = library.known([digest for item in planned for digest in item.digests], engine_key())
    ids = {id(item): _ids(library, item, known) for item in planned}
    keys = {id(item): _key(item, ids[id(item)]) for item in planned}
    left = []
    for item in planned:
        record = finished(keys[id(item)], item.outputs) if resume else None
        if resume:
            remove_stale(item.outputs)
        if record is None:
            left.append(item)
        else:
            yield _restored(record)
    url = library_url()
    tasks = ((item, (item, ids[id(item)], url)) for item in left)
    for done, (item, outcome) in enumerate(run_all(pool, workers, make_briefing, tasks), 1):
        report("briefings", done, len(left))
        if outcome.error is None:
            remember(keys[id(item)], dataclasses.asdict(outcome))
            if item.since_last:
                library.mark_printed(item.since_last, ids[id(item)])
        yield _with_failures(outcome, item, failures)


def _ids(library: Library, item: Planned, known: dict[str, list[str]]) -> tuple[str, ...]:
    """The sources of a planned briefing: its files', those a library query finds; without those already printed."""
    found = [source for digest in item.digests for source in known.get(digest, ())]
    if item.library is not None:
        found += [entry.id for entry in library.search(item.library, 500)]
    used = library.printed(item.since_last) if item.since_last else frozenset()
    return tuple(dict.fromkeys(source for source in found if source not in used))


def _key(item: Planned, ids: Sequence[str]) -> str:
    options = dataclasses.asdict(item.options)
    return job_key(engine_key(), item.job, options, [str(path) for path in item.outputs], list(ids))


def _restored(record: dict[str, object]) -> Outcome:
    fields = {field.name for field in dataclasses.fields(Outcome)}
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in record.items() if key in fields}
    return Outcome(**{**values, "skipped": True})  # type: ignore[arg-type]


def _with_failures(outcome: Outcome, item: Planned, failures: dict[str, str]) -> Outcome:
    """The outcome, with the files that could not be read as its error where it has none of its own."""
    unread = [*item.missing, *(failures[digest] for digest in item.digests if digest in failures)]
    if not unread or outcome.error:
        return outcome
    return replace(outcome, unread=tuple(unread))
