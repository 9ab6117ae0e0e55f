"""A manifest run: every source read once into the library, then every briefing made, then the results told."""

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from briefgen.batch.cluster import cluster
from briefgen.batch.intake import Intake, Report, file_digests, take_in
from briefgen.batch.plan import Planned
from briefgen.batch.pools import Lost, Pool, processes, run_all
from briefgen.batch.work import Outcome, failed, make_briefings
from briefgen.frozen import dataclass
from briefgen.ingest.files import FoundFile
from briefgen.paths import home
from briefgen.pipeline import engine_key, is_within, reading_key
from briefgen.resources import resource
from briefgen.store.atomic import remove_temporary
from briefgen.store.library import Library, library_url
from briefgen.store.resume import finished, job_key, remember, remove_stale, sources_of_lost

_QUERY_LIMIT = 5000
"""Sources that a library query brings to a job at most, the best first."""
_AT_ONCE = 4
"""Briefings of one task at most: what is done of them is remembered together."""


@dataclass(frozen=True, slots=True)
class BatchOptions:
    jobs: int | None = None
    resume: bool = False
    scheduler: str | None = None


@dataclass(frozen=True, slots=True)
class _Due:
    """A planned briefing with the ids of its sources."""

    planned: Planned
    ids: tuple[str, ...]
    """All of them."""
    new: tuple[str, ...]
    """Those it is to be made from: all, or those in its period that its series has not printed."""
    key: str
    unread: tuple[str, ...]


def run_batch(planned: Sequence[Planned], options: BatchOptions, report: Report) -> Iterator[Outcome]:
    """The outcome of each planned briefing as it is done; nothing that fails stops the rest."""
    library = Library.open()
    try:
        with workers(options) as pool:
            hashed, files = _hashed(planned)
            intake = take_in(library, pool, files, report)
            due = [_due(library, item, intake) for item in hashed]
            yield from _make_all(library, pool, due, options.resume, report)
    except BaseException:
        _tidy(planned)  # Ctrl+C may end a worker in the midst of writing
        raise
    finally:
        library.close()


def _tidy(planned: Iterable[Planned]) -> None:
    for item in planned:
        for output in item.outputs:
            remove_temporary(output)


def workers(options: BatchOptions) -> AbstractContextManager[Pool]:
    """The pool that the options ask for."""
    return cluster(options.scheduler) if options.scheduler else processes(options.jobs)


def _hashed(planned: Sequence[Planned]) -> tuple[list[Planned], dict[str, FoundFile]]:
    """(the planned briefings with their files' hashes, hash → file); what cannot be read is moved to `missing`."""
    digests, gone = file_digests(file for item in planned if item.problem is None for file in item.files)
    hashed = [
        replace(
            item,
            files=tuple(file for file in item.files if file in digests),
            digests=tuple(digests[file] for file in item.files if file in digests),
            missing=(*item.missing, *(gone[file] for file in item.files if file in gone)),
        )
        for item in planned
    ]
    first: dict[str, FoundFile] = {}
    for file, digest in digests.items():
        first.setdefault(digest, file)
    return hashed, first


def _due(library: Library, item: Planned, intake: Intake) -> _Due:
    """The sources of a planned briefing: its files', and those a library query finds."""
    used = library.printed(item.series) if item.series else frozenset()
    found = [source for digest in item.digests for source in intake.ids.get(digest, ())]
    if item.library is not None and item.problem is None:
        found += [entry.id for entry in library.search(item.library, _QUERY_LIMIT + len(used))]
    ids = tuple(dict.fromkeys(found))
    key = _key(item, ids)
    new = ids if item.series is None else _new(library, item, ids, used) or sources_of_lost(key, item.outputs)
    unread = (*item.missing, *(intake.failures[digest] for digest in item.digests if digest in intake.failures))
    return _Due(item, ids, new, key, unread)


def _new(library: Library, item: Planned, ids: Sequence[str], used: frozenset[str]) -> tuple[str, ...]:
    """Those that the series has not printed; what its period leaves out is not printed, so it stays new."""
    left = [id for id in ids if id not in used]
    days, (since, until) = library.published(left), (item.options.since, item.options.until)
    return tuple(id for id in left if is_within(days.get(id), since, until))


def _key(item: Planned, ids: Sequence[str]) -> str:
    """Names all that the outputs depend on."""
    options, session = dataclasses.asdict(item.options), item.session and dataclasses.asdict(item.session)
    names = [file.name for file in item.files]
    outputs = [str(path) for path in item.outputs]
    readings = sorted({engine_key(), *map(reading_key, item.files)})
    return job_key(
        readings, _looks(item.options.style), item.job, options, outputs, names, list(ids), item.since_last, session
    )


@lru_cache(maxsize=8)
def _looks(style: str) -> str:
    """Digest of the templates, styles and profiles that are installed, and of a Word file that serves as the style."""
    folders = [resource("templates"), *(home() / name for name in ("templates", "styles", "profiles"))]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    files += [path for path in (Path(style),) if path.suffix and path.is_file()]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _make_all(library: Library, pool: Pool, due: Sequence[_Due], resume: bool, report: Report) -> Iterator[Outcome]:
    left = []
    for item in due:
        outcome = _without_work(item, resume)
        if outcome is None:
            left.append(item)
            continue
        if outcome.skipped:
            _mark(library, item)
        yield _told(outcome, item)
    for done, (item, result) in enumerate(_results(pool, left), 1):
        report("briefings", done, len(left))
        outcome = _lost(item, result) if isinstance(result, Lost) else result
        if outcome.error is None:
            remember(item.key, dataclasses.asdict(outcome) | {"made_from": item.new})
            _mark(library, item)
        yield _told(outcome, item)


def _results(pool: Pool, left: Sequence[_Due]) -> Iterator[tuple[_Due, Outcome | Lost]]:
    """What became of each; briefings on the same sources go to the same worker, so that it loads them once."""
    lost: list[_Due] = []
    for items, outcomes in run_all(pool, make_briefings, _tasks(_together(left, pool.count))):
        if isinstance(outcomes, Lost):
            lost += items
        else:
            yield from zip(items, outcomes, strict=True)
    for items, outcomes in run_all(pool, make_briefings, _tasks((item,) for item in lost)):
        yield items[0], outcomes if isinstance(outcomes, Lost) else outcomes[0]


def _tasks(groups: Iterable[Sequence[_Due]]) -> Iterator[tuple[Sequence[_Due], tuple[object, ...]]]:
    return ((items, ([(item.planned, item.new) for item in items], library_url())) for items in groups)


def _together(left: Sequence[_Due], workers: int) -> Iterator[Sequence[_Due]]:
    """Groups of briefings on the same sources, small enough that every worker has several to do."""
    size = max(1, min(_AT_ONCE, len(left) // (4 * workers)))
    by_sources: dict[tuple[str, ...], list[_Due]] = {}
    for item in left:
        by_sources.setdefault(item.new, []).append(item)
    for items in by_sources.values():
        yield from (items[i : i + size] for i in range(0, len(items), size))


def _without_work(item: _Due, resume: bool) -> Outcome | None:
    """The outcome of a briefing that cannot or need not be made; None when it is to be made."""
    planned = item.planned
    if resume:
        remove_stale(item.key, planned.outputs)
    if planned.problem is not None:
        return failed(planned, planned.problem)
    record = finished(item.key, planned.outputs) if resume else None
    if record is not None:
        return _restored(record)
    if not item.ids:
        return failed(planned, "; ".join(item.unread) or "no source was found")
    if not item.new:
        note = f"nothing new since the last “{planned.since_last}”"
        return Outcome(planned.job, planned.options.lang, (), note=note)
    return None


def _lost(item: _Due, lost: Lost) -> Outcome:
    return failed(item.planned, f"its worker stopped twice ({lost.reason})", len(item.new))


def _mark(library: Library, item: _Due) -> None:
    if item.planned.series:
        library.mark_printed(item.planned.series, item.new)


def _restored(record: dict[str, object]) -> Outcome:
    fields = {field.name for field in dataclasses.fields(Outcome)}
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in record.items() if key in fields}
    return Outcome(**{**values, "skipped": True})  # type: ignore[arg-type]


def _told(outcome: Outcome, item: _Due) -> Outcome:
    """The outcome with the files that could not be read, unless they are its error already."""
    return outcome if outcome.error or not item.unread else replace(outcome, unread=item.unread)
