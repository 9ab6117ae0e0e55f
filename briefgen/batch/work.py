"""What a worker process does: read one file, or make one briefing. Plain functions, so that any pool can run them."""

import hashlib
import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from multiprocessing import parent_process
from multiprocessing.connection import wait
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import TypeVar

from briefgen.batch.plan import Planned
from briefgen.errors import DEBUG, BriefgenError, Cancelled, NotASource, SourceError
from briefgen.frozen import dataclass
from briefgen.garbage import uncollected
from briefgen.ingest.files import FoundFile
from briefgen.pipeline import EVERYTHING, Reading, compose, extract_file, gather, never
from briefgen.sessions import open_session
from briefgen.store.atomic import write_atomic
from briefgen.store.library import Library, StoredRow, as_row

Item = TypeVar("Item")
_LOG = logging.getLogger(__name__)
_INSIDE = "{name}: something went wrong inside briefgen ({error}). Run again with --debug and report it."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one planned briefing."""

    job: str
    lang: str
    outputs: tuple[str, ...]
    pages: int | None = None
    items: int = 0
    findings: int = 0
    serious: tuple[str, ...] = ()
    """The findings that somebody must look at; the output was written."""
    sources: int = 0
    seconds: float = 0.0
    error: str | None = None
    skipped: bool = False
    """Made by an earlier run and still there."""
    digests: tuple[str, ...] = ()
    """SHA-256 of each output."""
    unread: tuple[str, ...] = ()
    """Sources that could not be read, as sentences; the briefing was made from the others."""
    note: str | None = None
    """What there is to know that is no failure."""


class _Stop:
    """Whether the parent wants no more of this worker; a cluster's workers are never told."""

    asked: Callable[[], bool] = never


def start_worker(stop: Event) -> None:
    """Lets the parent handle Ctrl+C, ends the work in hand when `stop` is set, and the worker when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Stop.asked = stop.is_set
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _unless_stopped(items: Iterable[Item]) -> Iterator[Item]:
    """The items; Cancelled in place of the next one once the parent wants no more."""
    for item in items:
        if _Stop.asked():
            raise Cancelled
        yield item


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def is_ready() -> bool:
    """True: who can say so has started."""
    return True


@dataclass(frozen=True, slots=True)
class FileRows:
    """What one file holds."""

    rows: tuple[StoredRow, ...] = ()
    error: str | None = None
    """Why it cannot be read, or is no source."""
    skipped: bool = False
    """Whether that is no failure: a folder may hold files that are no articles."""


def read_files(files: Sequence[tuple[FoundFile, str, str]]) -> list[FileRows]:
    """What each file (with the hash it had, and the key of its reading) holds, as the library stores it."""
    with uncollected():
        return [_read(file, digest, key) for file, digest, key in _unless_stopped(files)]


def _read(file: FoundFile, digest: str, key: str) -> FileRows:
    try:
        rows = tuple(as_row(extraction, key) for extraction in extract_file(file))
    except NotASource as error:
        return FileRows(error=str(error), skipped=True)
    except SourceError as error:
        return FileRows(error=str(error))
    except Exception as error:  # a task runner's border: no file may stop the others
        _trace(file.name)
        return FileRows(error=_INSIDE.format(name=file.name, error=repr(error)))
    if any(row["sha256"] != digest for row, _text in rows):
        return FileRows(error=f"{file.name}: the file was changed while it was read. Run again.")
    return FileRows(rows)


def make_briefings(due: Sequence[tuple[Planned, Sequence[str]]], library_url: str) -> list[Outcome]:
    """The outcome of each planned briefing, made from the sources of these ids in the library; errors are in them."""
    with uncollected():
        return [_make(planned, ids, library_url) for planned, ids in _unless_stopped(due)]


def _make(planned: Planned, ids: Sequence[str], library_url: str) -> Outcome:
    start = time.perf_counter()
    names = tuple(str(output) for output in planned.outputs)
    try:
        outcome = _made(planned, _reading(planned, tuple(ids), library_url), names)
    except BriefgenError as error:
        outcome = failed(planned, str(error), len(ids))
    except Exception as error:  # a task runner's border: no briefing may stop the others
        _trace(planned.job)
        outcome = failed(planned, _INSIDE.format(name=planned.job, error=repr(error)), len(ids))
    return replace(outcome, seconds=round(time.perf_counter() - start, 3))


def _trace(name: str) -> None:
    """Where it happened, for who asked for it with --debug."""
    if DEBUG in os.environ:
        _LOG.exception("%s failed", name)


def failed(planned: Planned, error: str, sources: int = 0) -> Outcome:
    """The outcome of a briefing that could not be made."""
    names = tuple(str(output) for output in planned.outputs)
    return Outcome(planned.job, planned.options.lang, names, error=error, sources=sources)


def _reading(planned: Planned, ids: tuple[str, ...], library_url: str) -> Reading:
    """The stored extractions, each named as this job names its file."""
    names = {digest: file.name for digest, file in zip(planned.digests, planned.files, strict=True)}
    return _gathered(ids, tuple(names.items()), library_url)


@lru_cache(maxsize=1)
def _gathered(ids: tuple[str, ...], names: tuple[tuple[str, str], ...], library_url: str) -> Reading:
    """The last reading is kept: a job in several languages, or several jobs on one folder, use the same."""
    library = Library.open(library_url)
    try:
        found = library.extractions(ids)
    finally:
        library.close()
    named = dict(names)
    return gather(replace(e, source=replace(e.source, path=named.get(e.source.sha256, e.source.path))) for e in found)


def _made(planned: Planned, reading: Reading, names: tuple[str, ...]) -> Outcome:
    selection = EVERYTHING
    if planned.session is not None:
        opened = open_session(planned.session, reading=reading)
        reading, selection = opened.reading, opened.session.selection
    built = compose(reading, planned.options, selection)
    pages, digests = None, {}
    for output in sorted(planned.outputs, key=_is_json):  # JSON comes last: it says what the other writers found
        rendered = built.rendered(output.suffix.lstrip(".").lower())
        write_atomic(output, rendered.data)
        built = built.noting(rendered.missing)
        digests[output] = hashlib.sha256(rendered.data).hexdigest()
        pages = rendered.pages or pages
    findings = built.briefing.findings
    return Outcome(
        job=planned.job,
        lang=built.briefing.language,
        outputs=names,
        pages=pages,
        items=sum(len(section.items) for section in built.briefing.sections),
        findings=len(findings),
        serious=tuple(finding.said() for finding in findings if finding.level == "error"),
        sources=len(reading.extractions),
        digests=tuple(digests[output] for output in planned.outputs),
    )


def _is_json(output: Path) -> bool:
    return output.suffix.lower() == ".json"
