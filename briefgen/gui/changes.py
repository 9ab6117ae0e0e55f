"""What the analyst can do to a session: pure functions from a session to the next one."""

from collections.abc import Iterable, Mapping, Sequence
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
    known = {source.file for source in session.sources}
    return replace(session, sources=(*session.sources, *(s for s in sources if s.file not in known)))


def without_sources(session: Session, keys: Iterable[str]) -> Session:
    """The sources with those keys taken out."""
    gone = frozenset(keys)
    return replace(session, sources=tuple(s for s in session.sources if s.key not in gone))


def with_metadata(session: Session, key: str, typed: Mapping[str, str]) -> Session:
    """What the analyst typed for one source in place of the proposals."""
    changed = (replace(s, metadata=dict(typed)) if s.key == key else s for s in session.sources)
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


def retagged(session: Session, ids: Iterable[str], topic: str) -> Session:
    """The evidence filed under another topic; an empty one takes it back."""
    topics = {**session.selection.topics, **dict.fromkeys(ids, topic)}
    return _selected(session, topics={key: value for key, value in topics.items() if value})


def reordered(session: Session, order: Iterable[str]) -> Session:
    """The evidence in the analyst's order."""
    return _selected(session, order=tuple(order))


def forgotten(session: Session, ids: Iterable[str]) -> Session:
    """Without the places of passages that are lost."""
    gone = frozenset(ids)
    return replace(session, anchors={id: anchor for id, anchor in session.anchors.items() if id not in gone})


def moved(printed: Iterable[str], lines: Sequence[Sequence[str]], id: str, step: int) -> tuple[str, ...]:
    """The printed ids with the line that prints `id` moved by `step` lines; as they are where it cannot move."""
    place = next((place for place, line in enumerate(lines) if id in line), -1)
    if place < 0 or not 0 <= place + step < len(lines):
        return tuple(printed)
    return dropped(printed, lines[place][0], lines[place + step][0])


def dropped(printed: Iterable[str], id: str, target: str) -> tuple[str, ...]:
    """The printed ids with `id` where `target` was; as they are where one of them is not printed."""
    order = list(printed)
    if id == target or id not in order or target not in order:
        return tuple(order)
    place = order.index(target)
    order.remove(id)
    order.insert(place, id)
    return tuple(order)


def _selected(session: Session, **changed: object) -> Session:
    selection: Selection = replace(session.selection, **changed)  # type: ignore[arg-type]
    return replace(session, selection=selection)
