"""What a plan is made of: limits, sections, key points; and how the analyst's choice and the ranking fill them."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from briefgen.compose.extracts import Extract
from briefgen.compose.factline import FactLine
from briefgen.compose.ledger import Entry
from briefgen.frozen import dataclass
from briefgen.model.evidence import Pair
from briefgen.model.selection import Selection

Statement = FactLine | Extract
_SCALE = {"short": 0.6, "normal": 1.0, "long": 2.0}


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a section prints unasked."""

    key_points: int = 6
    rows: int = 6
    quotes: int = 4
    reported: int = 3
    extracts: int = 3
    context: int = 4
    chronology: int = 15
    per_speaker: int = 2


def limits_of(stated: Mapping[str, int], length: str) -> Limits:
    """The template's limits for ``short``, ``normal`` or ``long``; key points stay between 5 and 7."""
    names = {field.name for field in fields(Limits)}
    limits = replace(Limits(), **{key: value for key, value in stated.items() if key in names})
    scale = _SCALE[length]
    scaled = {name: max(1, round(getattr(limits, name) * scale)) for name in names}
    scaled["key_points"] = min(7, max(5, scaled["key_points"]))
    return Limits(**scaled)


_TELLERS = 2
"""Sources of a topic for which the limits are meant."""
_WIDEST = 1.75


def widened(limits: Limits, tellers: int) -> Limits:
    """The limits of a section that more sources tell of: each further one adds a quarter, up to three quarters more."""
    scale = min(_WIDEST, 1 + 0.25 * max(0, tellers - _TELLERS))
    wide = ("rows", "quotes", "reported", "extracts")
    return replace(limits, **{name: round(getattr(limits, name) * scale) for name in wide})


@dataclass(frozen=True, slots=True)
class TopicPlan:
    topic: str
    rows: tuple[FactLine, ...] = ()
    extracts: tuple[Extract, ...] = ()
    quotes: tuple[Entry, ...] = ()
    reported: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.extracts or self.quotes or self.reported)

    def entries(self) -> list[Entry]:
        """All that it prints."""
        said = [line.entry for line in self.rows] + [extract.entry for extract in self.extracts]
        return [*said, *self.quotes, *self.reported]


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One line of the key points: most say one thing, some what two facts tell of one thing."""

    topic: str
    said: tuple[Statement, ...]

    @property
    def rank(self) -> float:
        return max(statement.entry.rank for statement in self.said)


@dataclass(frozen=True, slots=True)
class Plan:
    key_points: tuple[KeyPoint, ...]
    topics: tuple[TopicPlan, ...]
    context: tuple[Entry, ...]
    left_out: int
    near: frozenset[str]
    """Ids of the sources that tell anything of a chosen topic."""

    def sentences(self) -> set[tuple[str, Pair]]:
        """(source, span) of every sentence that stands word for word."""
        return {(extract.entry.source, extract.sentence) for topic in self.topics for extract in topic.extracts}


def entry_of(statement: Statement) -> Entry:
    return statement.entry


@dataclass(frozen=True, slots=True)
class Chooser:
    selection: Selection

    def best(self, things: Iterable, limit: int, entry=entry_of) -> list:  # type: ignore[no-untyped-def,type-arg]
        """The kept ones and the best others up to `limit`, in the analyst's order, then by rank."""
        ranked = sorted(things, key=lambda thing: (entry(thing).id not in self.selection.included, -entry(thing).rank))
        kept = sum(entry(thing).id in self.selection.included for thing in ranked)
        chosen = ranked[: max(limit, kept)]
        order = {name: place for place, name in enumerate(self.selection.order)}
        return sorted(chosen, key=lambda thing: (order.get(entry(thing).id, len(order)), -entry(thing).rank))
