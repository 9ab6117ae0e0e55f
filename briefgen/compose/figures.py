"""Figures drawn from what is printed: a timeline of the chronology, bars of comparable amounts."""

from collections.abc import Mapping, Sequence

from briefgen.compose.choice import Plan
from briefgen.compose.chronology import Moment
from briefgen.compose.factline import FactLine
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Fact
from briefgen.model.tree import Figure

_FEWEST = 3
_MOST = 8
_MOST_LABEL = 60


def figures_of(plan: Plan, moments: Sequence[Moment], voice: Voice) -> Mapping[str, Figure]:
    """Name → figure: ``timeline``, and ``bars_TOPIC`` where a topic has comparable amounts."""
    found: dict[str, Figure] = {}
    timeline = _timeline(moments, voice)
    if timeline is not None:
        found["timeline"] = timeline
    for topic in plan.topics:
        bars = _bars(topic.rows, voice)
        if bars is not None:
            found[f"bars_{topic.topic}"] = bars
    return found


def _timeline(moments: Sequence[Moment], voice: Voice) -> Figure | None:
    shown = [m for m in moments if not m.verbatim][: 2 * _MOST]
    if len(shown) < _FEWEST:
        return None
    items = [
        {"start": m.when.isoformat(), "label": m.date, "text": _shortened(str(m.event)), "planned": m.planned}
        for m in shown
    ]
    title, alt = voice("Timeline"), "; ".join(f"{item['label']}: {item['text']}" for item in items)
    return Figure("timeline", {"items": items}, f"{title}. {alt}")


def _bars(rows: Sequence[FactLine], voice: Voice) -> Figure | None:
    """Amounts of one unit and one thing measured, for several dates or actors."""
    groups: dict[tuple[str, str], list[FactLine]] = {}
    for row in rows:
        fact = row.entry.element
        if isinstance(fact, Fact) and fact.value is not None and fact.unit and fact.item and fact.modality != "denied":
            head = fact.item.phrase.head if fact.item.phrase else fact.item.text.lower()
            groups.setdefault((fact.unit, head), []).append(row)
    best = max(groups.values(), key=len, default=[])[:_MOST]
    if len(best) < _FEWEST:
        return None
    items = []
    for row in best:
        fact = row.entry.element
        assert isinstance(fact, Fact)
        label = ", ".join(part for part in (str(row.subject), row.date) if part)
        items.append({"label": _shortened(label), "value": fact.value, "shown": row.short_value})
    alt = "; ".join(f"{item['label']}: {item['shown']}" for item in items)
    return Figure("bars", {"items": items}, alt)


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_LABEL else text[: _MOST_LABEL - 1].rsplit(" ", 1)[0] + "…"
