"""What the analyst can do to a session: pure functions from a session to the next one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefgen.model.selection import Selection
from briefgen.model.session import Session, SessionSource


def with_options(session: Session, **changed: object) -> Session:
    """Language, template, style, marking, title, period …"""
    return replace(session, options=replace(session.options, **changed))  # type: ignore[arg-type]


def with_topic(session: Session, topic: str, chosen: bool) -> Session:
    """The topic chosen (last in order) or no longer chosen."""
    topics = tuple(t for t in session.options.topics if t != topic) + ((topic,) if chosen else ())
    return with_options(session, topics=topics)


def with_sources(session: Session, sources: Iterable[SessionSource]) -> Session:
    """The sources added; those that are there already stay as they are."""
    known = {(source.path, source.id) for source in session.sources}
    return replace(session, sources=(*session.sources, *(s for s in sources if (s.path, s.id) not in known)))


def without_sources(session: Session, paths: Iterable[str]) -> Session:
    """The sources with those paths taken out."""
    gone = frozenset(paths)
    return replace(session, sources=tuple(s for s in session.sources if s.path not in gone))


def with_metadata(session: Session, path: str, typed: Mapping[str, str]) -> Session:
    """What the analyst typed for one source in place of the proposals."""
    changed = (replace(s, metadata=dict(typed)) if s.path == path else s for s in session.sources)
    return replace(session, sources=tuple(changed))


def with_grade(session: Session, source: str, grade: str) -> Session:
    """The source's Admiralty grade; an empty one takes it back."""
    grades = {**session.selection.grades, source: grade}
    return _selected(session, grades={key: value for key, value in grades.items() if value})


def included(session: Session, ids: Iterable[str]) -> Session:
    """The evidence is printed, whatever the ranking says."""
    chosen = frozenset(ids)
    return _selected(
        session, included=session.selection.included | chosen, excluded=session.selection.excluded - chosen
    )


def excluded(session: Session, ids: Iterable[str]) -> Session:
    """The evidence is not printed, whatever the ranking says."""
    dropped = frozenset(ids)
    return _selected(
        session, excluded=session.selection.excluded | dropped, included=session.selection.included - dropped
    )


def reworded(session: Session, id: str, wording: str) -> Session:
    """The analyst's own line for a piece of evidence; an empty one takes it back. Never of a quotation's words."""
    wordings = {**session.selection.wording, id: wording.strip()}
    return _selected(session, wording={key: value for key, value in wordings.items() if value})


def retagged(session: Session, id: str, topic: str) -> Session:
    """The evidence filed under another topic."""
    return _selected(session, topics={**session.selection.topics, id: topic})


def reordered(session: Session, order: Iterable[str]) -> Session:
    """The evidence in the analyst's order."""
    return _selected(session, order=tuple(order))


def moved(printed: Iterable[str], id: str, step: int) -> tuple[str, ...]:
    """The printed ids with `id` moved by `step` places; as they are where it cannot move."""
    order = list(printed)
    if id not in order or not 0 <= order.index(id) + step < len(order):
        return tuple(order)
    place = order.index(id)
    order.insert(place + step, order.pop(place))
    return tuple(order)


def _selected(session: Session, **changed: object) -> Session:
    selection: Selection = replace(session.selection, **changed)  # type: ignore[arg-type]
    return replace(session, selection=selection)
