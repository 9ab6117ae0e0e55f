"""Figures drawn from what is printed: a timeline of the chronology, comparable amounts, what the items rest on.

Each has its caption; ``{n}`` in it is the figure's number, which the document gives in the order of print.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefgen.compose.choice import Plan
from briefgen.compose.chronology import Moment
from briefgen.compose.comparable import Compared, compared
from briefgen.compose.factline import fact_line
from briefgen.compose.ledger import Entry, Ledger
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Fact
from briefgen.model.tree import Figure, Text
from briefgen.text.typography import printable

_FEWEST, _MOST_PARTS, _MOST_EVENTS = 3, 8, 14
_MOST_LABEL = 60


def figures_of(
    plan: Plan, moments: Sequence[Moment], printed: Sequence[Entry], ledger: Ledger, voice: Voice
) -> Mapping[str, Figure]:
    """Name → figure: ``timeline``, ``bars_TOPIC`` where a topic has comparable amounts, ``sources`` of three or more outlets."""
    found = {"timeline": _timeline(moments, voice), "sources": _mix(printed, ledger, voice)}
    for topic in plan.topics:
        group = compared(topic.rows)
        found[f"bars_{topic.topic}"] = _bars(group, voice) if group else None
    return {name: figure for name, figure in found.items() if figure is not None}


def drawn_in(plan: Plan) -> Mapping[str, str]:
    """Evidence id → the figure of amounts that draws it."""
    groups = ((topic.topic, compared(topic.rows)) for topic in plan.topics)
    return {row.entry.id: f"bars_{topic}" for topic, group in groups if group for row in group.rows}


def _timeline(moments: Sequence[Moment], voice: Voice) -> Figure | None:
    """The events that say most, at most as many as labels have room for."""
    told = [m for m in moments if not m.verbatim]
    if len(told) < _FEWEST:
        return None
    chosen = {id(m) for m in sorted(told, key=lambda m: -m.entry.rank)[:_MOST_EVENTS]}
    shown = [m for m in told if id(m) in chosen]
    items = [
        {"start": m.when.isoformat(), "label": m.date, "text": _event(m, voice), "planned": m.planned} for m in shown
    ]
    said = "; ".join(f"{m.date}: {m.event.printed(voice.locale)}" for m in shown)
    title = voice("Timeline")
    if any(m.planned for m in shown):
        title = voice("Timeline (hollow circles: planned or expected)")
    return _figure("timeline", items, title, f"{voice('Timeline')}. {said}", voice)


def _event(moment: Moment, voice: Voice) -> str:
    """The event without its status, which the circle tells."""
    line = fact_line(moment.entry, voice) if moment.planned and isinstance(moment.entry.element, Fact) else None
    return (line.subject if line is not None else moment.event).printed(voice.locale)


def _bars(group: Compared, voice: Voice) -> Figure:
    """Columns over time for one thing, bars for several at one time."""
    items = []
    for row in group.rows:
        label = row.date if group.over_time else row.subject.printed(voice.locale)
        assert isinstance(row.entry.element, Fact)
        items.append({"label": _shortened(label), "value": row.entry.element.value, "shown": row.short_value})
    first = group.rows[0]
    title = first.subject.printed(voice.locale) if group.over_time else f"{voice('Comparable figures')} ({first.date})"
    return _figure("columns" if group.over_time else "bars", items, title, _said(title, items), voice)


def _mix(printed: Iterable[Entry], ledger: Ledger, voice: Voice) -> Figure | None:
    """How many printed items each outlet gives; one that several give counts for each of them."""
    outlets = {entry.source: entry.extraction.source.outlet for entry in ledger.entries.values()}
    counted = Counter(
        outlets.get(source) or voice("outlet not stated")
        for entry in {entry.id: entry for entry in printed}.values()
        for source in ledger.sources(entry)
    )
    if len(counted) < _FEWEST:
        return None
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    parts = ranked if len(ranked) <= _MOST_PARTS else ranked[: _MOST_PARTS - 1]
    rest = sum(counted.values()) - sum(count for _name, count in parts)
    if rest:
        parts = [*parts, (voice("others"), rest)]
    items = [{"label": _shortened(name), "value": count, "shown": voice.formats.number(count)} for name, count in parts]
    title = voice("Printed items by outlet")
    return _figure("mix", items, title, _said(title, items), voice)


def _said(title: str, items: Iterable[Mapping[str, object]]) -> str:
    return f"{title}. " + "; ".join(f"{item['label']}: {item['shown']}" for item in items)


def _figure(kind: str, items: Sequence[object], title: str, alt: str, voice: Voice) -> Figure:
    caption = voice("Figure {n}. {title}").replace("{title}", title)
    return Figure(kind, {"items": items}, alt, (Text(printable(caption)),))


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_LABEL else text[: _MOST_LABEL - 1].rsplit(" ", 1)[0] + "…"
