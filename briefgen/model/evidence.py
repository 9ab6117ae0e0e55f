"""Quotes and facts, field by field as the contract's JSON has them (see `briefgen.model.record`).

Offsets are half-open, in characters of the SourceText. Unknown is None or empty, never guessed.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from briefgen.frozen import dataclass
from briefgen.model.phrase import Phrase

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organization", "document", "group"]
FactType = Literal[
    "quantity", "money", "percent", "date", "time", "duration", "set", "number", "ordinal", "range", "change", "event"
]
Bound = Literal["more_than", "less_than", "at_least", "at_most", "about"]
DateBound = Literal["before", "after", "from", "by", "not_before"]
Modality = Literal["occurred", "ongoing", "planned", "expected", "possible", "denied"]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of the source and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Role:
    """The office or function of a person, in the source's words."""

    text: str
    start: int
    end: int
    labels: Mapping[str, str] = field(default_factory=dict)
    """Language → the role in that language, only where the lexicons know it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    id: str | None
    name: str
    """The resolved full name as the article gives it."""
    names: Mapping[str, str]
    """Language → the name's form in that language."""
    mention: str | None
    """The words at the cue, even a pronoun; None for a continuation without speaker words."""
    start: int | None
    end: int | None
    kind: SpeakerKind
    role: Role | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """When, on what occasion, in what and to whom it was said: only what is stated of this quote."""

    date: str | None = None
    occasion: str | None = None
    carrier: str | None = None
    addressee: str | None = None
    spans: tuple[Pair, ...] = ()
    phrases: tuple[tuple[Pair, Phrase], ...] = ()
    """Of the spans all of whose words are known."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so; `cites` goes one step further up the chain."""

    name: str
    kind: str
    """person | agency | outlet | state_media | dataset | document | government"""
    start: int
    end: int
    cites: "Attribution | None" = None
    phrase: Phrase | None = None
    """Of a name that is a noun phrase ("données des douanes chinoises"), where all its words are known."""


@dataclass(frozen=True, slots=True)
class Quote:
    id: str
    start: int
    end: int
    text: str
    kind: QuoteKind
    verbatim: bool
    fragments: tuple[Pair, ...]
    speaker: Speaker | None = None
    candidates: tuple[str, ...] = ()
    cue: Words | None = None
    said: Said = Said()
    attribution: tuple[Attribution, ...] = ()
    inherited: tuple[str, ...] = ()
    rule: str = ""
    why: str = ""
    topics: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    score: float = 0.0
    offered: bool = False
    sentence: Pair = (0, 0)


@dataclass(frozen=True, slots=True)
class Change:
    value: float | None
    unit: str | None
    direction: Literal["up", "down", "stable"]
    start: int | None = None
    end: int | None = None
    from_value: float | None = None
    """``from`` in the JSON."""
    to: float | None = None
    base: str | None = None
    """What it is compared with: EDTF, or ``previous_year``, ``previous_month``…; None when not stated."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is measured or what happened, in the source's words and, where they are all known, as a phrase."""

    text: str
    start: int
    end: int
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    role: str
    """agent, patient, exporter, importer, addressee, place …"""
    text: str
    start: int
    end: int
    territory: str | None = None
    """ISO 3166 code where the words name a territory, its government or its people."""
    id: str | None = None
    """Lexicon id (person, organization) where known."""
    phrase: Phrase | None = None
    """Of a topic ("… sur une station lunaire"), where all its words are known."""


@dataclass(frozen=True, slots=True)
class Place:
    text: str
    start: int
    end: int
    territory: str | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: "le quatrième total derrière le Brésil, l'Inde et les États-Unis"."""

    value: int
    direction: str = "highest"
    after: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    id: str
    start: int
    end: int
    text: str
    type: FactType
    value: float | int | None = None
    unit: str | None = None
    unit_assumed: bool = False
    low: float | int | None = None
    high: float | int | None = None
    bound: Bound | None = None
    change: Change | None = None
    date: str | None = None
    """EDTF."""
    timex: str | None = None
    """Bare TIMEX3 value of the calendar words."""
    date_bound: DateBound | None = None
    rank: Rank | None = None
    item: Item | None = None
    concepts: tuple[str, ...] = ()
    predicate: str | None = None
    """Concept id of what happened."""
    polarity: Literal["affirmed", "negated"] = "affirmed"
    participants: tuple[Participant, ...] = ()
    place: Place | None = None
    modality: Modality = "occurred"
    modality_cue: Words | None = None
    as_of: str | None = None
    inherited: tuple[str, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    part_of: str | None = None
    sentence: Pair = (0, 0)
    topics: tuple[str, ...] = ()
    rule: str = ""
    why: str = ""
    score: float = 0.0
    offered: bool = False


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic of the whole article, with the words that put it there."""

    id: str
    score: float
    spans: tuple[Pair, ...]


Evidence = Fact | Quote
