"""What a fact is about, comparable across sources and languages: its kind of value, words, concepts, parties and period."""

from collections.abc import Iterator, Sequence

from briefgen.frozen import dataclass
from briefgen.model.evidence import Fact
from briefgen.model.extraction import Extraction
from briefgen.text.fold import folded
from briefgen.text.tokens import tokenize

_EMPTY = frozenset(
    "de du des la le les un une d' l' et à au aux en dans par pour sur nouveaux nouvelles nouveau nouvelle plus dont "
    "the a an of in on for to and by with from new more its his her their 's".split()
)
_CUMULATIVE = frozenset(
    "mort morts décès blessé blessés victime victimes cas disparu disparus personne personnes arrestations déplacés "
    "death deaths dead killed injured victim victims case cases missing people arrests displaced person".split()
)
_STEM = 5
_ROUNDING = 0.011
_SAME_VALUE, _OTHER_VALUE, _SAME_EVENT = 0.3, 0.6, 0.34


@dataclass(frozen=True, slots=True)
class Matter:
    """One head fact, reduced to what can be compared."""

    id: str
    source: str
    origin: str
    published: str
    fact: Fact
    unit: str
    """ISO code, CLDR unit, ``count``, ``change`` (a bare change) or ``event``."""
    words: frozenset[str]
    concepts: frozenset[str]
    parties: frozenset[str]

    @property
    def keys(self) -> Iterator[str]:
        """Under which the matter is compared with others."""
        for name in self.concepts | self.words:
            yield f"{self.unit} {name}"


def matters_of(extraction: Extraction, origin: str) -> Iterator[Matter]:
    """The comparable head facts of one source."""
    for fact in extraction.facts:
        if fact.part_of is None and fact.item is not None and fact.rule.startswith(("record", "event")):
            yield _matter(extraction, fact, origin)


def _matter(extraction: Extraction, fact: Fact, origin: str) -> Matter:
    assert fact.item is not None
    source = extraction.source
    parties = {p.territory or p.id or "" for p in fact.participants} | (
        {fact.place.territory or ""} if fact.place else set()
    )
    words = set(_stems(fact.item.text))
    if fact.type == "event":
        words |= {stem for p in fact.participants for stem in _stems(p.text)}
    concepts = frozenset((*fact.concepts, *((fact.predicate,) if fact.predicate else ())))
    return Matter(
        f"{source.id}:{fact.id}", source.id, origin, source.published or "", fact, _unit(fact), frozenset(words), concepts,
        frozenset(p for p in parties if p),
    )  # fmt: skip


def _stems(text: str) -> Iterator[str]:
    for form in tokenize(folded(text)).forms:
        if form not in _EMPTY and form[0].isalnum() and len(form) > 1:
            yield form[:_STEM]


def _unit(fact: Fact) -> str:
    if fact.type in ("event", "change"):
        return fact.type
    if fact.type == "money":
        return fact.unit or "money"
    if fact.change is not None and fact.change.start == fact.start:
        return "change"
    return "count" if fact.unit is None or fact.type in ("number", "range") else fact.unit


def similar(one: Matter, other: Matter) -> bool:
    """Whether two facts speak of one matter: same kind of value, same period, parties that agree, enough shared words."""
    if one.unit != other.unit or not _same_period(one, other) or not _agree(one.parties, other.parties):
        return False
    if one.fact.polarity != other.fact.polarity:
        return False
    shared = _share(one, other)
    if one.unit == "event":
        return one.fact.predicate == other.fact.predicate and one.fact.predicate is not None and shared >= _SAME_EVENT
    return shared >= (_SAME_VALUE if same_value(one.fact, other.fact) else _OTHER_VALUE)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _share(one: Matter, other: Matter) -> float:
    """Overlap of the words, or of the concepts where the languages differ (0 to 1)."""
    best = 0.0
    for a, b in ((one.words, other.words), (one.concepts, other.concepts)):
        if a and b:
            best = max(best, len(a & b) / len(a | b))
    return best


def _same_period(one: Matter, other: Matter) -> bool:
    a, b = one.fact.date, other.fact.date
    if a is None or b is None:
        return (a is None and b is None) or one.unit == "event" or _accumulates(one) or same_value(one.fact, other.fact)
    if a.startswith(b) or b.startswith(a):
        return True
    return _accumulates(one) and _accumulates(other)


def _accumulates(matter: Matter) -> bool:
    """Whether the count grows while an event is told: deaths, cases, arrests."""
    item = matter.fact.item
    words = {matter.fact.unit or ""} | set(tokenize(folded(item.text)).forms if item else ())
    return matter.unit == "count" and bool(words & _CUMULATIVE)


def same_value(one: Fact, other: Fact) -> bool:
    """Whether two values are one within what rounding and bounds allow."""
    a, b = _value(one), _value(other)
    if a is None or b is None:
        return a is None and b is None
    slack = 0.06 if one.bound or other.bound else _ROUNDING
    return abs(a - b) <= slack * max(abs(a), abs(b))


def _value(fact: Fact) -> float | None:
    value = fact.value if fact.value is not None else fact.low
    return None if value is None else float(value)


def relate(members: Sequence[Matter]) -> str:
    """``conflict`` or ``update`` where values differ, else ``copy`` (one origin) or ``same``."""
    if any(not same_value(members[0].fact, m.fact) for m in members[1:]):
        later = len({_moment(m) for m in members}) > 1
        return "update" if later and all(_accumulates(m) for m in members) else "conflict"
    return "copy" if len({m.origin for m in members}) == 1 else "same"


def _moment(matter: Matter) -> str:
    return matter.published[:10]
