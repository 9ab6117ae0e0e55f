"""Which of the printed amounts compare: one thing of one unit at several times, or of several actors at one time.

Nothing else does: imports of gas beside imports of oil, a month beside a year, an estimate beside a plan make no figure.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from briefgen.compose.factline import FactLine
from briefgen.frozen import dataclass
from briefgen.model.evidence import Fact
from briefgen.model.phrase import Phrase

_FEWEST, _MOST = 3, 8
_ACTORS = ("territory:", "person:", "organization:", "body:", "place:")
_STATED = ("occurred", "ongoing")


@dataclass(frozen=True, slots=True)
class Compared:
    """Rows for a figure, in its order: one thing over time, or several at one date."""

    rows: tuple[FactLine, ...]
    over_time: bool


@dataclass(frozen=True, slots=True)
class _Measure:
    """A row with what it measures, whose it is, and when."""

    row: FactLine
    value: float
    what: tuple[object, ...]
    who: tuple[tuple[str, str], ...]
    when: str

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(role for role, _name in self.who)


def compared(rows: Sequence[FactLine]) -> Compared | None:
    """The largest group of amounts that compare; None below three."""
    measures = [measure for row in rows if (measure := _measure(row)) is not None]
    found = [*_series(measures), *_across(measures)]
    return max(found, key=lambda group: len(group.rows), default=None)


def _series(measures: Iterable[_Measure]) -> Iterable[Compared]:
    """One thing of one actor at several dates, each as exact as the others, with one value each."""
    for same in _grouped(measures, lambda m: (m.what, m.who, len(m.when))):
        dates = {m.when for m in same}
        if len(dates) == len(same) >= _FEWEST:
            ordered = sorted(same, key=lambda m: m.when)[-_MOST:]
            yield Compared(tuple(m.row for m in ordered), True)


def _across(measures: Iterable[_Measure]) -> Iterable[Compared]:
    """One thing of several actors, in the same part, at one date."""
    for same in _grouped(measures, lambda m: (m.what, m.roles, m.when)):
        actors = {m.who for m in same}
        if all(actors) and len(actors) == len(same) >= _FEWEST:
            ordered = sorted(same, key=lambda m: -m.value)[:_MOST]
            yield Compared(tuple(m.row for m in ordered), False)


def _grouped(measures: Iterable[_Measure], key: Callable[[_Measure], object]) -> list[list[_Measure]]:
    keyed = sorted(((repr(key(m)), m) for m in measures), key=itemgetter(0))
    return [[m for _key, m in same] for _name, same in groupby(keyed, key=itemgetter(0))]


def _measure(row: FactLine) -> _Measure | None:
    """None for what is no plain amount of its own clause: a bound date, a plan, a guess, something carried over."""
    fact = row.entry.element
    if (
        not isinstance(fact, Fact)
        or fact.value is None
        or not fact.unit
        or fact.item is None
        or fact.item.phrase is None
    ):
        return None
    if not row.short_value or fact.date is None or fact.date_bound or "/" in fact.date or fact.modality not in _STATED:
        return None
    if {"date", "item", "unit"} & set(fact.inherited) or fact.unit_assumed or fact.polarity == "negated":
        return None
    who: list[tuple[str, str]] = []
    what = _what(fact.item.phrase, who)
    inside = range(fact.item.start, fact.item.end)
    who += [(p.role, p.territory or p.text) for p in fact.participants if p.start not in inside]
    return _Measure(row, float(fact.value), (fact.unit, fact.type, what), tuple(sorted(set(who))), fact.date)


def _what(phrase: Phrase, who: list[tuple[str, str]]) -> tuple[object, ...]:
    """The phrase without its actors, which go to `who`."""
    parts = []
    for relation, part in phrase.parts:
        if part.head.startswith(_ACTORS):
            who.append((relation, part.head))
        else:
            parts.append((relation, _what(part, who)))
    return (phrase.head, *parts)
