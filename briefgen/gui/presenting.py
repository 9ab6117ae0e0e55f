"""The session as rows for the models."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from briefgen.gui.models.rows import EvidenceRow, evidence_rows
from briefgen.gui.models.sources_model import SourceRow
from briefgen.gui.models.topics_model import TopicRow
from briefgen.gui.session_controller import SessionController
from briefgen.gui.words import language, tr
from briefgen.model.extraction import FactGroup
from briefgen.model.session import SessionSource
from briefgen.pipeline import Reading, installed_topics


def topic_rows(controller: SessionController) -> list[TopicRow]:
    """Every installed topic with how much printable evidence it has."""
    counts = Counter(
        topic for e in controller.extractions for item in e.evidence() if item.offered for topic in item.topics
    )
    chosen = controller.session.options.topics
    return [TopicRow(t.id, t.titles, t.id in chosen, counts[t.id]) for t in installed_topics()]


def source_rows(controller: SessionController) -> list[SourceRow]:
    """Every file of the session."""
    reading = _reading(controller)
    origins = reading.origins if reading else {}
    names = {e.source.id: e.source.outlet or e.source.path or "" for e in controller.extractions}
    return [_source_row(controller, source, origins, names) for source in controller.session.sources]


def _source_row(
    controller: SessionController, source: SessionSource, origins: dict[str, str], names: dict[str, str]
) -> SourceRow:
    read = controller.reader.file(source.path)
    name = Path(source.path).name
    problem = read.error.said(tr) if read.error else ""
    if not read.extractions:
        return SourceRow(source.path, name, read.state, problem=problem)
    first = next(e.source for e in read.extractions)
    typed = source.metadata
    origin = origins.get(first.id, first.id)
    return SourceRow(
        path=source.path,
        name=name,
        state=read.state,
        ids=tuple(e.source.id for e in read.extractions),
        outlet=typed.get("outlet", first.outlet or ""),
        title=typed.get("title", first.title or ""),
        published=typed.get("published", first.published or ""),
        language=first.language,
        grade=controller.session.selection.grades.get(first.id, ""),
        copy_of=names.get(origin, "") if origin != first.id else "",
        problem=problem,
    )


def _reading(controller: SessionController) -> Reading | None:
    return controller.preview.built.reading if controller.preview else None


def printed_ids(controller: SessionController) -> tuple[str, ...]:
    """Evidence ids in print order, each once."""
    if controller.preview is None:
        return ()
    sections = controller.preview.built.briefing.sections
    return tuple(dict.fromkeys(id for section in sections for item in section.items for id in item.evidence))


def rows_of_evidence(controller: SessionController) -> list[EvidenceRow]:
    """Every quote and head fact with its state."""
    reading = _reading(controller)
    groups: Iterable[FactGroup] = reading.groups if reading else ()
    printed = frozenset(printed_ids(controller))
    return evidence_rows(controller.extractions, controller.session.selection, printed, groups, language.code)
