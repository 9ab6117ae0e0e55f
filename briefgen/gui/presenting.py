"""The session as rows for the models."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

from briefgen.gui.models.rows import Company, EvidenceRow, company, evidence_rows, source_evidence
from briefgen.gui.models.sources_model import MENTIONS, SourceRow
from briefgen.gui.models.topics_model import TopicRow
from briefgen.gui.session_controller import SessionController
from briefgen.gui.words import language, tr
from briefgen.i18n.formats import formats
from briefgen.model.extraction import Extraction
from briefgen.model.session import Anchor, SessionSource
from briefgen.pipeline import Reading, installed_topics
from briefgen.store.pasted import is_pasted

_OPENING = 8
_KEY_POINTS, _CHRONOLOGY = "key_points", "chronology"


class TopicRows:
    """Makes the rows of the topics; what a source holds of each is counted once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Extraction, Counter[str]]] = {}

    def rows(self, controller: SessionController) -> list[TopicRow]:
        """Every installed topic with how much printable evidence it has."""
        counts: Counter[str] = Counter()
        for extraction in controller.extractions:
            for topic, count in self._of_source(extraction).items():
                counts[topic] += count
        chosen = controller.session.options.topics
        return [TopicRow(t.id, t.titles, t.id in chosen, counts[t.id]) for t in installed_topics()]

    def _of_source(self, extraction: Extraction) -> Counter[str]:
        known = self._known.get(extraction.source.id)
        if known is None or known[0] is not extraction:
            offered = (item for item in extraction.evidence() if item.offered)
            known = extraction, Counter(topic for item in offered for topic in item.topics)
            self._known[extraction.source.id] = known
        return known[1]


def source_rows(controller: SessionController) -> list[SourceRow]:
    """Every file of the session."""
    reading = _reading(controller)
    origins = reading.origins if reading else {}
    names = {e.source.id: e.source.outlet or e.source.path or "" for e in controller.extractions}
    return [_source_row(controller, source, origins, names) for source in controller.session.sources]


def _source_row(
    controller: SessionController, source: SessionSource, origins: dict[str, str], names: dict[str, str]
) -> SourceRow:
    read, found = controller.reader.file(source.file), controller.reader.found(source)
    name = _name(source)
    problem = read.error.said(tr) if read.error else ""
    if not found:
        return SourceRow(source.key, name, read.state, problem=problem)
    first = found[0].source
    typed = source.metadata
    origin = origins.get(first.id, first.id)
    return SourceRow(
        key=source.key,
        name=name,
        state=read.state,
        ids=tuple(e.source.id for e in found),
        outlet=typed.get("outlet", first.outlet or ""),
        title=typed.get("title", first.title or "") or _opening(found[0].text),
        published=_day(typed.get("published", first.published or "")),
        language=first.language,
        grade=controller.session.selection.grades.get(first.id, ""),
        copy_of=names.get(origin, "") if origin != first.id else "",
        problem=problem,
        missing=tuple(name for name in MENTIONS if not typed.get(name, getattr(first, name))),
        changed=bool(source.sha256) and source.sha256 != first.sha256,
    )


def _name(source: SessionSource) -> str:
    """The file's name; what has none of its own is told by where it came from."""
    if is_pasted(source.path):
        return tr("Pasted text")
    return Path(source.path).name or tr("Library")


def _opening(text: str) -> str:
    """The first words, for a source without a title."""
    words = text.split()[:_OPENING]
    return f"« {' '.join(words)}… »"


def _day(published: str) -> str:
    return _said_day(published, language.code)


@lru_cache(maxsize=4096)
def _said_day(published: str, locale: str) -> str:
    return formats(locale).date(published, width="short") or published


def _reading(controller: SessionController) -> Reading | None:
    return controller.preview.built.reading if controller.preview else None


def print_order(controller: SessionController) -> dict[str, int]:
    """Evidence id → its place in print order: that of its own section, not of the key points before it."""
    places: dict[str, int] = {}
    if controller.preview is None:
        return places
    sections = controller.preview.built.briefing.sections
    last = [s for s in sections if s.id == _KEY_POINTS]
    for section in (*(s for s in sections if s.id not in (_KEY_POINTS, _CHRONOLOGY)), *last, *sections):
        for item in section.items:
            for id in item.evidence:
                places.setdefault(id, len(places))
    return places


def movable_with(controller: SessionController, id: str) -> list[list[str]]:
    """The lines among which the evidence can be moved: of its section and of its kind, each with the ids it prints."""
    sections = controller.preview.built.briefing.sections if controller.preview else ()
    own = [s for s in sections if s.id not in (_KEY_POINTS, _CHRONOLOGY)]
    for section in (*own, *sections):
        item = next((item for item in section.items if id in item.evidence), None)
        if item is not None:
            return [list(i.evidence) for i in section.items if i.evidence and _form(i.kind) == _form(item.kind)]
    return []


def _form(kind: str) -> str:
    """Rows of the table, quotations and other lines stand apart."""
    return {"composed": "row", "typed": "row", "quote": "quote"}.get(kind, "line")


class EvidenceRows:
    """Makes the rows of the table; what a source holds is put into words once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Extraction, str, list[EvidenceRow]]] = {}
        self._last: dict[str, EvidenceRow] = {}
        self._company: tuple[Reading | None, int, Company] | None = None

    def rows(self, controller: SessionController) -> list[EvidenceRow]:
        """Every quote and head fact with its state; first what is lost."""
        found = list(chain.from_iterable(self._of_source(extraction) for extraction in controller.extractions))
        with_whom = self._with_whom(_reading(controller), found)
        rows = evidence_rows(found, controller.session.selection, print_order(controller), with_whom, self._last)
        self._last = {row.id: row for row in rows}
        return [*(_lost_row(controller, id, anchor) for id, anchor in controller.lost.items()), *rows]

    def _with_whom(self, reading: Reading | None, found: Sequence[EvidenceRow]) -> Company:
        known = self._company
        if known is None or known[0] is not reading or known[1] != len(found):
            groups = reading.groups if reading else ()
            known = reading, len(found), company(groups, {row.id for row in found})
            self._company = known
        return known[2]

    def _of_source(self, extraction: Extraction) -> list[EvidenceRow]:
        known = self._known.get(extraction.source.id)
        if known is None or known[0] is not extraction or known[1] != language.code:
            known = extraction, language.code, source_evidence(extraction, language.code)
            self._known[extraction.source.id] = known
        return known[2]


def _lost_row(controller: SessionController, id: str, anchor: Anchor) -> EvidenceRow:
    names = {s.id: Path(s.path).name or tr("Library") for s in controller.session.sources}
    text = " ".join(anchor.exact.split())
    return EvidenceRow(
        id, "lost", text, "", "", names.get(id.partition(":")[0], ""), 0.0, (), "lost", folded=text.casefold()
    )


def summary(controller: SessionController, rows: Sequence[EvidenceRow]) -> str:
    """“10 sources · 62 facts and quotes · 24 printed”; empty where there is nothing."""
    sources = len(controller.session.sources)
    if not sources:
        return ""
    printed = sum(row.is_printed for row in rows)
    return tr(
        "Sources: {sources} · Facts and quotes: {rows} · Printed: {printed}",
        sources=sources,
        rows=len(rows),
        printed=printed,
    )
