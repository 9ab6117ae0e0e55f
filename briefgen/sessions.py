"""Sessions and what they rest on: a session from a reading, and a reading from a session, re-anchored where a source changed."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from briefgen.errors import SourceError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Extraction
from briefgen.model.finding import Finding
from briefgen.model.selection import Selection
from briefgen.model.session import Anchor, Session, SessionSource
from briefgen.pipeline import Reading, Report, gather, never, read_sources, silent
from briefgen.text.anchors import reanchor

_CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Opened:
    """A session with its sources read; `session` names the evidence as it is numbered now."""

    session: Session
    reading: Reading
    findings: tuple[Finding, ...] = ()


def _of_session(sources: Sequence[SessionSource], reading: Reading) -> Reading:
    """The reading without the parts of a file that the session does not name, and with what it takes from the library.

    A source that the library has no more is one of the failures.
    """
    known = {e.source.id: e for e in reading.extractions if _is_named(e, sources)}
    stored, gone = stored_sources([s.id for s in sources if not s.path and s.id not in known])
    if not stored and not gone and len(known) == len(reading.extractions):
        return reading
    known.update((extraction.source.id, extraction) for extraction in stored)
    return gather(known.values(), (*reading.failures, *gone), reading.findings)


def _is_named(extraction: Extraction, sources: Sequence[SessionSource]) -> bool:
    """Whether the session speaks of this part of its file, or of the file as a whole."""
    source = extraction.source
    name = Path(source.path or "").name
    own = [one for one in sources if Path(one.path).name == name]
    return not own or any(not one.id or one.id == source.id or one.part == source.part for one in own)


def stored_sources(ids: Sequence[str]) -> tuple[list[Extraction], list[SourceError]]:
    """(what the library holds of these sources, an error for each that it does not). Raises what `Library.open` raises."""
    if not ids:
        return [], []
    from briefgen.store.library import Library

    library = Library.open()
    try:
        found = library.extractions(ids)
    finally:
        library.close()
    missing = set(ids) - {extraction.source.id for extraction in found}
    return found, [SourceError(_("The library no longer holds the source {id}."), id=id) for id in sorted(missing)]


def evidence_by_id(extractions: Iterable[Extraction]) -> dict[str, tuple[Extraction, Evidence]]:
    """``SOURCE:q1`` → the piece of evidence and where it stands."""
    return {f"{e.source.id}:{item.id}": (e, item) for e in extractions for item in e.evidence()}


def evidence_of(extractions: Iterable[Extraction], id: str) -> tuple[Extraction, Evidence] | None:
    """The piece of evidence ``SOURCE:q1`` and where it stands; None where there is none."""
    source, _colon, number = id.partition(":")
    extraction = next((e for e in extractions if e.source.id == source), None)
    item = next((item for item in extraction.evidence() if item.id == number), None) if extraction else None
    return (extraction, item) if extraction and item else None


def named_ids(selection: Selection) -> frozenset[str]:
    """Every evidence id that the selection speaks of."""
    return selection.included | selection.excluded | {*selection.order, *selection.wording, *selection.topics}


def anchors_of(selection: Selection, extractions: Iterable[Extraction]) -> dict[str, Anchor]:
    """The place of every piece of evidence that the selection names."""
    named = named_ids(selection)
    sources = {id.partition(":")[0] for id in named}
    known = evidence_by_id(extraction for extraction in extractions if extraction.source.id in sources)
    return {id: _anchor(*known[id]) for id in sorted(named & known.keys())}


def _anchor(extraction: Extraction, evidence: Evidence) -> Anchor:
    text, start, end = extraction.text, evidence.start, evidence.end
    return Anchor(start, end, evidence.text, text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT])


def open_session(
    session: Session,
    report: Report = silent,
    cancelled: Callable[[], bool] = never,
    reading: Reading | None = None,
) -> Opened:
    """Reads the session's sources again. What it chose is found again by place and words; what cannot be is a finding.

    `reading` is what somebody has already read of them.
    """
    if reading is None:
        paths = list(dict.fromkeys(source.path for source in session.sources if source.path))
        reading = read_sources(paths, report, cancelled)
    reading = _of_session(session.sources, reading)
    current = _current_sources(session.sources, reading)
    anchored = reanchor_session(session, current)
    typed = {current[s.id].source.id: s.metadata for s in session.sources if s.id in current and s.metadata}
    corrected = gather(
        (with_typed_metadata(e, typed.get(e.source.id, {})) for e in reading.extractions),
        reading.failures,
        (*reading.findings, *anchored.findings),
    )
    session = replace(
        anchored.session, anchors=anchors_of(anchored.session.selection, reading.extractions) | anchored.lost
    )
    return Opened(session, corrected, anchored.findings)


@dataclass(frozen=True, slots=True)
class Anchored:
    """A session that names the evidence as it is numbered now; `lost` are the passages that no source holds any more."""

    session: Session
    findings: tuple[Finding, ...] = ()
    lost: dict[str, Anchor] = field(default_factory=dict)


def reanchor_session(session: Session, current: Mapping[str, Extraction]) -> Anchored:
    """The session on what its sources hold now; `current` maps the id of a source to what its file holds.

    A source that `current` does not name could not be read: what was chosen from it stays as it is.
    """
    changed = [_changed(source, current[source.id]) for source in session.sources if _has_changed(source, current)]
    renamed, lost = _renamed(session, current)
    findings = (*changed, *(_lost(id, anchor) for id, anchor in lost.items()))
    sources = {id: extraction.source.id for id, extraction in current.items()}
    selection = _rename(session.selection, renamed, lost, sources)
    kept = {renamed.get(id, id): anchor for id, anchor in session.anchors.items()}
    return Anchored(replace(session, selection=selection, anchors=kept), findings, lost)


def _current_sources(sources: Iterable[SessionSource], reading: Reading) -> dict[str, Extraction]:
    """Session's source id → what its file holds now: the same content, else the same file name and part."""
    by_id = {e.source.id: e for e in reading.extractions}
    by_name = {(e.source.path, e.source.part): e for e in reading.extractions}
    found = {s.id: by_id.get(s.id) or by_name.get((Path(s.path).name, s.part)) for s in sources}
    return {id: extraction for id, extraction in found.items() if extraction is not None}


def _has_changed(source: SessionSource, current: Mapping[str, Extraction]) -> bool:
    return source.id in current and current[source.id].source.sha256 != source.sha256


def _changed(source: SessionSource, extraction: Extraction) -> Finding:
    message = _("{name}: the source has changed since the session was saved; its passages were looked for again.")
    name = Path(source.path).name
    return Finding("warning", "source_changed", message, source=extraction.source.id, path=name, params={"name": name})


def _lost(id: str, anchor: Anchor) -> Finding:
    message = _("A chosen passage is no longer in its source: “{words}”.")
    return Finding("error", "passage_lost", message, source=id.partition(":")[0], params={"words": anchor.exact[:80]})


def _renamed(session: Session, current: Mapping[str, Extraction]) -> tuple[dict[str, str], dict[str, Anchor]]:
    """(old evidence id → its id now, what is lost); only of sources that could be read."""
    renamed: dict[str, str] = {}
    lost: dict[str, Anchor] = {}
    for id, anchor in session.anchors.items():
        extraction = current.get(id.partition(":")[0])
        if extraction is None:
            continue
        new = _find(id, anchor, extraction)
        if new is None:
            lost[id] = anchor
        else:
            renamed[id] = new
    return renamed, lost


def _find(id: str, anchor: Anchor, extraction: Extraction) -> str | None:
    """The evidence that stands where the anchor's words stand now; the same number where several stand there."""
    start = reanchor(extraction.text, anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
    if start is None:
        return None
    same = [item.id for item in extraction.evidence() if item.start == start and item.text == anchor.exact]
    number = id.partition(":")[2]
    found = number if number in same else next(iter(same), None)
    return f"{extraction.source.id}:{found}" if found else None


def _rename(
    selection: Selection, names: Mapping[str, str], lost: Container[str], sources: Mapping[str, str]
) -> Selection:
    """The selection with the ids as they are now; those that are lost are left out."""

    def now(ids: Iterable[str]) -> Iterator[str]:
        return (names.get(id, id) for id in ids if id not in lost)

    return replace(
        selection,
        included=frozenset(now(selection.included)),
        excluded=frozenset(now(selection.excluded)),
        order=tuple(now(selection.order)),
        wording={names.get(id, id): text for id, text in selection.wording.items() if id not in lost},
        topics={names.get(id, id): topic for id, topic in selection.topics.items() if id not in lost},
        grades={sources.get(id, id): grade for id, grade in selection.grades.items()},
    )


def with_typed_metadata(extraction: Extraction, typed: Mapping[str, str]) -> Extraction:
    """The extraction whose source has the editorial metadata that the analyst typed."""
    if not typed:
        return extraction
    known = {name: value or None for name, value in typed.items() if name in ("title", "outlet", "author", "published")}
    return replace(extraction, source=replace(extraction.source, **known))  # type: ignore[arg-type]
