"""What a worker process does: read one file, or make one briefing. Plain functions, so that any pool can run them."""

import hashlib
import os
import signal
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing import parent_process
from multiprocessing.connection import wait

from briefgen.batch.plan import Planned
from briefgen.errors import BriefgenError, SourceError
from briefgen.ingest.files import FoundFile
from briefgen.model.extraction import Extraction
from briefgen.pipeline import compose, engine_key, extract_file, gather
from briefgen.store.atomic import write_atomic
from briefgen.store.library import Library, StoredRow, as_row


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one planned briefing."""

    job: str
    lang: str
    outputs: tuple[str, ...]
    pages: int | None = None
    items: int = 0
    findings: int = 0
    sources: int = 0
    seconds: float = 0.0
    error: str | None = None
    skipped: bool = False
    """Made by an earlier run and still there."""
    digests: tuple[str, ...] = ()
    """SHA-256 of each output."""
    unread: tuple[str, ...] = ()
    """Sources that could not be read, as sentences; the briefing was made from the others."""


def start_worker() -> None:
    """Lets the parent handle Ctrl+C, and ends the worker when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def read_file_rows(file: FoundFile) -> tuple[list[StoredRow], str | None]:
    """(the file's sources as the library stores them, None), or ([], why the file cannot be read)."""
    try:
        return [as_row(extraction, engine_key()) for extraction in extract_file(file)], None
    except SourceError as error:
        return [], str(error)


def make_briefing(planned: Planned, ids: Sequence[str], library_url: str) -> Outcome:
    """Composes, renders and writes one briefing from sources that lie in the library; an error is in the outcome."""
    start = time.perf_counter()
    names = tuple(str(output) for output in planned.outputs)
    try:
        outcome = _made(planned, _sources(planned, ids, library_url), names)
    except BriefgenError as error:
        outcome = Outcome(planned.job, planned.options.lang, names, error=str(error), sources=len(ids))
    return replace(outcome, seconds=round(time.perf_counter() - start, 3))


def _sources(planned: Planned, ids: Sequence[str], library_url: str) -> list[Extraction]:
    """The stored extractions, each named as this job names its file."""
    library = Library.open(library_url)
    try:
        found = library.extractions(ids)
    finally:
        library.close()
    names = {digest: file.name for digest, file in zip(planned.digests, planned.files, strict=True)}
    return [replace(e, source=replace(e.source, path=names.get(e.source.sha256, e.source.path))) for e in found]


def _made(planned: Planned, extractions: Sequence[Extraction], names: tuple[str, ...]) -> Outcome:
    built = compose(gather(extractions), planned.options)
    pages, digests = None, []
    for output in planned.outputs:
        rendered = built.rendered(output.suffix.lstrip(".").lower())
        write_atomic(output, rendered.data)
        digests.append(hashlib.sha256(rendered.data).hexdigest())
        pages = rendered.pages or pages
    return Outcome(
        job=planned.job,
        lang=built.briefing.language,
        outputs=names,
        pages=pages,
        items=sum(len(section.items) for section in built.briefing.sections),
        findings=len(built.briefing.findings),
        sources=len(extractions),
        digests=tuple(digests),
    )
