"""Sessions and what they rest on: a session from a reading, and a reading from a session, re-anchored where a source changed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

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


def evidence_by_id(extractions: Iterable[Extraction]) -> dict[str, tuple[Extraction, Evidence]]:
    """``SOURCE:q1`` → the piece of evidence and where it stands."""
    return {f"{e.source.id}:{item.id}": (e, item) for e in extractions for item in e.evidence()}


def named_ids(selection: Selection) -> frozenset[str]:
    """Every evidence id that the selection speaks of."""
    return selection.included | selection.excluded | {*selection.order, *selection.wording, *selection.topics}


def anchors_of(selection: Selection, extractions: Iterable[Extraction]) -> dict[str, Anchor]:
    """The place of every piece of evidence that the selection names."""
    known = evidence_by_id(extractions)
    return {id: _anchor(*known[id]) for id in sorted(named_ids(selection) & known.keys())}


def _anchor(extraction: Extraction, evidence: Evidence) -> Anchor:
    text, start, end = extraction.text, evidence.start, evidence.end
    return Anchor(start, end, evidence.text, text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT])


def open_session(session: Session, report: Report = silent, cancelled: Callable[[], bool] = never) -> Opened:
    """Reads the session's sources again. What it chose is found again by place and words; what cannot be is a finding."""
    paths = list(dict.fromkeys(source.path for source in session.sources if source.path))
    reading = read_sources(paths, report, cancelled)
    current = _current_sources(session.sources, reading)
    findings = [_changed(source, current[source.id]) for source in session.sources if _has_changed(source, current)]
    renamed, lost = _renamed(session, current)
    findings += [_lost(id, session.anchors.get(id)) for id in lost]
    selection = _rename(session.selection, renamed)
    corrected = gather(
        (_with_metadata(e, session.sources) for e in reading.extractions),
        reading.failures,
        (*reading.findings, *findings),
    )
    session = replace(session, selection=selection, anchors=anchors_of(selection, reading.extractions))
    return Opened(session, corrected, tuple(findings))


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


def _lost(id: str, anchor: Anchor | None) -> Finding:
    message = _("A chosen passage is no longer in its source: “{words}”.")
    words = anchor.exact[:80] if anchor else id
    return Finding("error", "passage_lost", message, source=id.partition(":")[0], params={"words": words})


def _renamed(session: Session, current: Mapping[str, Extraction]) -> tuple[dict[str, str], list[str]]:
    """(old evidence id → its id now, ids that are lost)."""
    renamed, lost = {}, []
    for id, anchor in session.anchors.items():
        extraction = current.get(id.partition(":")[0])
        new = _find(anchor, extraction) if extraction else None
        if new is None:
            lost.append(id)
        else:
            renamed[id] = new
    return renamed, lost


def _find(anchor: Anchor, extraction: Extraction) -> str | None:
    """The evidence that stands where the anchor's words stand now."""
    start = reanchor(extraction.text, anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
    if start is None:
        return None
    same = (item for item in extraction.evidence() if item.start == start and item.text == anchor.exact)
    return next((f"{extraction.source.id}:{item.id}" for item in same), None)


def _rename(selection: Selection, names: Mapping[str, str]) -> Selection:
    """The selection with the ids as they are now; those that are lost are left out."""
    return replace(
        selection,
        included=frozenset(names[id] for id in selection.included if id in names),
        excluded=frozenset(names[id] for id in selection.excluded if id in names),
        order=tuple(names[id] for id in selection.order if id in names),
        wording={names[id]: text for id, text in selection.wording.items() if id in names},
        topics={names[id]: topic for id, topic in selection.topics.items() if id in names},
    )


def _with_metadata(extraction: Extraction, sources: Iterable[SessionSource]) -> Extraction:
    """The extraction with what the analyst typed in place of the proposals."""
    typed = next((s.metadata for s in sources if s.sha256 == extraction.source.sha256 and s.metadata), None)
    return with_typed_metadata(extraction, typed) if typed else extraction


def with_typed_metadata(extraction: Extraction, typed: Mapping[str, str]) -> Extraction:
    """The extraction whose source has the editorial metadata that the analyst typed."""
    known = {name: value or None for name, value in typed.items() if name in ("title", "outlet", "author", "published")}
    return replace(extraction, source=replace(extraction.source, **known))  # type: ignore[arg-type]
