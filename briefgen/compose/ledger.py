"""All evidence by its id, grouped across sources, with what the analyst changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.compose.stories import story_topics
from briefgen.frozen import dataclass
from briefgen.model.evidence import Fact, Quote
from briefgen.model.extraction import Extraction, FactGroup
from briefgen.model.selection import Selection

Ranking = Mapping[str, tuple[float, Sequence[str]]]
"""Evidence id → (score, the words that say why); what it does not name is left out."""
_ONE = ("same", "copy", "update")


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of evidence; `id` is ``SOURCE:f1``."""

    id: str
    extraction: Extraction
    element: Fact | Quote
    topics: tuple[str, ...]
    rank: float
    members: tuple[str, ...]
    """Ids of the same matter in other sources, this one first."""
    parts: tuple[Fact, ...] = ()
    """The facts that this record was made of."""
    reasons: tuple[str, ...] = ()
    """Why it ranks where it does."""
    ranked: bool = True
    """False for what the ranking leaves out."""
    joined: tuple["Entry", ...] = ()
    """Quotations of the same speaker that go on with this one, printed in one block."""

    @property
    def language(self) -> str:
        return self.extraction.source.language

    @property
    def source(self) -> str:
        return self.extraction.source.id

    def words(self, start: int, end: int) -> str:
        """Characters of the source."""
        return self.extraction.text[start:end]


Sentence = tuple[str, tuple[int, int]]
"""(source id, the sentence's span)."""


@dataclass(frozen=True, slots=True)
class Ledger:
    entries: Mapping[str, Entry]
    conflicts: tuple[tuple[str, ...], ...]
    selection: Selection
    usable: tuple[Entry, ...]
    """What may print, in order."""
    by_sentence: Mapping[Sentence, Sequence[Entry]]
    """The facts that may print of each sentence."""

    def facts(self) -> Iterator[Entry]:
        """Records that may print, the best of each group once."""
        return (e for e in self.usable if isinstance(e.element, Fact))

    def quotes(self) -> Iterator[Entry]:
        return (e for e in self.usable if isinstance(e.element, Quote))

    def facts_in(self, source: str, sentence: tuple[int, int]) -> Sequence[Entry]:
        """As `facts`, those of one sentence."""
        return self.by_sentence.get((source, sentence), ())

    def unoffered(self) -> Iterator[Entry]:
        """Records that no line of ours may print unasked; their sentences can still stand in the source's own words."""
        for entry in self.entries.values():
            fact = entry.element
            head = isinstance(fact, Fact) and fact.part_of is None
            if (
                head
                and not fact.offered
                and entry.id not in self.selection.excluded
                and not _told_elsewhere(entry, self.entries, self.selection)
            ):
                yield entry

    def sources(self, entry: Entry) -> list[str]:
        """Ids of the sources that say it, its own first."""
        members = (
            self.entries[m].source for m in entry.members if m in self.entries and m not in self.selection.excluded
        )
        return list(dict.fromkeys((entry.source, *members)))


def default_rank(element: Fact | Quote) -> float:
    """Score, then how much an analyst learns from it: complete records and attributed words of some length."""
    if isinstance(element, Quote):
        length = len(element.text.split())
        role = element.speaker is not None and element.speaker.role is not None
        return element.score + 0.2 * (element.kind == "direct") + 0.1 * role + 0.1 * (10 <= length <= 60)
    known = (0.3 * (element.value is not None), 0.15 * (element.change is not None), 0.1 * (element.date is not None))
    named = 0.1 * (element.item is not None) + 0.05 * bool(element.attribution) + 0.05 * bool(element.participants)
    return element.score + sum(known) + named


def read_ledger(
    extractions: Sequence[Extraction],
    groups: Iterable[FactGroup],
    selection: Selection,
    ranking: Ranking | None = None,
) -> Ledger:
    """The ledger in source and text order; without a ranking, the evidence's own scores rank it."""
    groups = list(groups)
    members = _members(groups)
    entries: dict[str, Entry] = {}
    stories = story_topics(extractions)
    for extraction in extractions:
        whole = (stories[extraction.source.id],) if extraction.source.id in stories else ()
        parts = _parts(extraction)
        elements: tuple[Fact | Quote, ...] = (*extraction.facts, *extraction.quotes)
        for element in elements:
            name = f"{extraction.source.id}:{element.id}"
            topics = (selection.topics[name],) if name in selection.topics else element.topics or whole
            others = tuple(m for m in members.get(name, ()) if m != name)
            own_parts = parts.get(element.id, ()) if isinstance(element, Fact) else ()
            rank, reasons = (ranking or {}).get(name, (default_rank(element), ()))
            listed = ranking is None or name in ranking
            entries[name] = Entry(
                name, extraction, element, topics, rank, (name, *others), own_parts, tuple(reasons), listed
            )
    conflicts = tuple(group.facts for group in groups if group.relation == "conflict")
    usable = tuple(_usable(entries, selection))
    by_sentence: dict[Sentence, list[Entry]] = {}
    for entry in usable:
        if isinstance(entry.element, Fact):
            by_sentence.setdefault((entry.source, entry.element.sentence), []).append(entry)
    return Ledger(entries, conflicts, selection, usable, by_sentence)


def _usable(entries: Mapping[str, Entry], chosen: Selection) -> Iterator[Entry]:
    for entry in entries.values():
        if entry.id in chosen.excluded or _told_elsewhere(entry, entries, chosen):
            continue
        head = not isinstance(entry.element, Fact) or entry.element.part_of is None
        if entry.id in chosen.included or (entry.element.offered and entry.ranked and head):
            yield entry


def _told_elsewhere(entry: Entry, entries: Mapping[str, Entry], chosen: Selection) -> bool:
    """Whether a better member of its group speaks for it."""
    if len(entry.members) < 2 or entry.id in chosen.included:
        return False
    own = (-entry.rank, entry.id)
    others = (entries[m] for m in entry.members[1:] if m in entries)
    return any((-o.rank, o.id) < own and o.id not in chosen.excluded and o.element.offered and o.ranked for o in others)


def _members(groups: Iterable[FactGroup]) -> Mapping[str, tuple[str, ...]]:
    return {fact: group.facts for group in groups if group.relation in _ONE for fact in group.facts}


def _parts(extraction: Extraction) -> Mapping[str, tuple[Fact, ...]]:
    found: dict[str, tuple[Fact, ...]] = {}
    for fact in extraction.facts:
        if fact.part_of is not None:
            found[fact.part_of] = (*found.get(fact.part_of, ()), fact)
    return found
