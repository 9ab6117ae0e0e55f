"""What is printed where: the analyst's choice first, then the ranking, within the template's limits."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from briefgen.compose.extracts import Extract, extract_of
from briefgen.compose.factline import FactLine, fact_line, fact_sentence
from briefgen.compose.ledger import Entry, Ledger
from briefgen.compose.quoteline import fragments
from briefgen.compose.standing import points_back, stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Fact, Pair, Quote
from briefgen.model.selection import Selection

Statement = FactLine | Extract
KEY_POINT_WORDS = 35
_OF_SELF = frozenset("il elle ils elles je nous he she they i we there it".split())
"""Pronouns that a reported clause may begin with: the speaker is named before it."""
_OF_ONESELF = frozenset("je nous j'ai j'espère notre nos mon ma mes i we i'm we're our my on c'est".split())
"""Words of the speaker's own that a quotation may begin with."""
_UNCLEAR = 0.3
_AGAIN = 0.2
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
class Plan:
    key_points: tuple[tuple[str, Statement], ...]
    """(topic, what is said)."""
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


def make_plan(ledger: Ledger, voice: Voice, topics: Sequence[str], limits: Limits, context: bool) -> Plan:
    """The plan of a briefing on `topics`; `left_out` counts usable evidence on them that is not printed."""
    chooser = _Chooser(ledger.selection)
    statements = _statements(ledger, voice)
    told = {(line.entry.source, line.entry.element.sentence) for line in statements if isinstance(line, FactLine)}
    quotes = _without_copies([e for e in ledger.quotes() if _prints(e, ledger.selection, told)])
    plans = []
    for topic in topics:
        plans.append(_topic_plan(topic, topics, statements, quotes, limits, chooser))
    points = _key_points(plans, voice, limits, chooser)
    quotes = [_weighed(entry) for entry in quotes]
    near = _near(ledger, topics)
    outside = [e for e in quotes if _home(e, topics) is None and _belongs(e, near, ledger)] if context else []
    printed = {entry.id for plan in plans for entry in plan.entries()}
    usable = [*(statement.entry for statement in statements), *quotes]
    left_out = sum(1 for entry in usable if entry.id not in printed and _home(entry, topics) is not None)
    best = chooser.best([e for e in outside if _has_own_words(e)], limits.context, _entry_key)
    return Plan(tuple(points), tuple(plans), tuple(best), left_out, near)


def _near(ledger: Ledger, topics: Sequence[str]) -> frozenset[str]:
    """Ids of the sources that tell anything of a chosen topic: only they give context and events."""
    return frozenset(e.source for e in (*ledger.facts(), *ledger.quotes()) if _home(e, topics) is not None)


def _belongs(entry: Entry, near: Collection[str], ledger: Ledger) -> bool:
    return entry.source in near or entry.id in ledger.selection.included


def _entry_key(entry: Entry) -> Entry:
    return entry


@dataclass(frozen=True, slots=True)
class _Chooser:
    selection: Selection

    def best(self, things: Iterable, limit: int, entry=entry_of) -> list:  # type: ignore[no-untyped-def,type-arg]
        """The kept ones and the best others up to `limit`, in the analyst's order, then by rank."""
        ranked = sorted(things, key=lambda thing: (entry(thing).id not in self.selection.included, -entry(thing).rank))
        kept = sum(entry(thing).id in self.selection.included for thing in ranked)
        chosen = ranked[: max(limit, kept)]
        order = {name: place for place, name in enumerate(self.selection.order)}
        return sorted(chosen, key=lambda thing: (order.get(entry(thing).id, len(order)), -entry(thing).rank))


def _home(entry: Entry, topics: Sequence[str]) -> str | None:
    """The one section that an entry belongs to: the first of its own topics that was chosen."""
    return next((topic for topic in entry.topics if topic in topics), None)


def _weighed(entry: Entry) -> Entry:
    """A quotation that begins by pointing to what the page does not say ("Elle est …") ranks behind the others."""
    assert isinstance(entry.element, Quote)
    first = entry.element.text.partition(" ")[0].lower()
    text = entry.element.text
    clear = first in _OF_ONESELF or (stands_alone(text, entry.language) and not points_back(text))
    return entry if clear else replace(entry, rank=entry.rank - _UNCLEAR)


def _without_copies(quotes: Iterable[Entry]) -> list[Entry]:
    """The same words in several sources once, with the ids of all."""
    same: dict[str, list[Entry]] = {}
    for entry in quotes:
        assert isinstance(entry.element, Quote)
        words = "".join(c for c in entry.element.text.lower() if c.isalnum())
        same.setdefault(words, []).append(entry)
    found = []
    for entries in same.values():
        best = max(entries, key=lambda e: e.rank)
        others = tuple(name for e in entries if e is not best for name in e.members)
        found.append(replace(best, members=tuple(dict.fromkeys((*best.members, *others)))))
    return found


def _prints(entry: Entry, selection: Selection, told: Collection[tuple[str, Pair]]) -> bool:
    """Word for word with a sure speaker; reported, from someone who has a name, and not what a line of ours says."""
    quote = entry.element
    assert isinstance(quote, Quote)
    if entry.id in selection.included:
        return True
    if quote.speaker is None or len(quote.text.split()) < 5 or quote.text.startswith(f"{quote.speaker.name},"):
        return False
    if quote.kind == "direct":
        return True
    named = any(c.isupper() for c in without_article(quote.speaker.name)) and quote.speaker.kind != "group"
    said = any(source == entry.source and a <= quote.start < b for source, (a, b) in told)
    if not named or (quote.kind == "indirect" and said):
        return False
    first = quote.text.removeprefix("that ").partition(" ")[0].lower()
    of_self = quote.speaker.kind == "person" and first in _OF_SELF
    return of_self or stands_alone(quote.text, entry.language)


def is_spoken(entry: Entry) -> bool:
    """Whether it was said word for word."""
    return isinstance(entry.element, Quote) and entry.element.kind == "direct"


def _has_own_words(entry: Entry) -> bool:
    """Context prints what was said word for word, at least in part."""
    return isinstance(entry.element, Quote) and entry.element.kind != "indirect"


def _statements(ledger: Ledger, voice: Voice) -> list[Statement]:
    """A line of ours for each fact that has one, else its sentence; each sentence once, none that a quotation prints."""
    lines: list[Statement] = []
    spare: list[Entry] = []
    for entry in ledger.facts():
        line = fact_line(entry, voice)
        if line is not None:
            lines.append(line)
        else:
            spare.append(entry)
    told = {(line.entry.source, line.entry.element.sentence) for line in lines}
    for entry in sorted(spare, key=lambda e: -e.rank):
        found = extract_of(entry, voice)
        if found is None or (entry.source, found.sentence) in told or _in_quote(entry):
            continue
        told.add((entry.source, found.sentence))
        lines.append(found)
    return lines


def _in_quote(entry: Entry) -> bool:
    """Whether the fact's sentence shares characters with a quotation."""
    assert isinstance(entry.element, Fact)
    start, end = entry.element.sentence
    return any(a < end and start < b for quote in entry.extraction.quotes if quote.offered for a, b in fragments(quote))


def _topic_plan(
    topic: str,
    topics: Sequence[str],
    statements: Sequence[Statement],
    quotes: Sequence[Entry],
    limits: Limits,
    chooser: _Chooser,
) -> TopicPlan:
    here = [s for s in statements if _home(s.entry, topics) == topic]
    said = [e for e in quotes if _home(e, topics) == topic]
    direct = _spread([e for e in said if is_spoken(e)], limits.per_speaker)
    reported = _spread([e for e in said if not is_spoken(e)], limits.per_speaker)
    return TopicPlan(
        topic,
        tuple(chooser.best([s for s in here if isinstance(s, FactLine)], limits.rows)),
        tuple(chooser.best([s for s in here if isinstance(s, Extract)], limits.extracts)),
        tuple(chooser.best(direct, limits.quotes, _entry_key)),
        tuple(chooser.best(reported, limits.reported, _entry_key)),
    )


def _spread(entries: Sequence[Entry], most: int) -> list[Entry]:
    """No more than `most` of one speaker, the second behind the first words of others."""
    counts: dict[str, int] = {}
    kept = []
    for entry in sorted(entries, key=lambda e: -e.rank):
        quote = entry.element
        name = quote.speaker.name if isinstance(quote, Quote) and quote.speaker else ""
        if counts.get(name, 0) < most:
            kept.append(replace(entry, rank=entry.rank - _AGAIN * counts.get(name, 0)))
        counts[name] = counts.get(name, 0) + 1
    return kept


def _key_points(
    plans: Sequence[TopicPlan], voice: Voice, limits: Limits, chooser: _Chooser
) -> list[tuple[str, Statement]]:
    """The best of each topic in turn, then grouped by topic, the strongest topic first."""
    pools = {plan.topic: _candidates(plan, voice, chooser) for plan in plans}
    picked: list[tuple[str, Statement]] = []
    turn = 0
    while len(picked) < limits.key_points and any(len(pool) > turn for pool in pools.values()):
        for topic, pool in pools.items():
            if len(pool) > turn and len(picked) < limits.key_points:
                picked.append((topic, pool[turn]))
        turn += 1
    strength: dict[str, float] = {}
    for topic, statement in picked:
        strength[topic] = max(strength.get(topic, 0.0), statement.entry.rank)
    return sorted(picked, key=lambda pick: -strength[pick[0]])


def _candidates(plan: TopicPlan, voice: Voice, chooser: _Chooser) -> list[Statement]:
    """What of a topic is short enough, our own lines first."""
    lines = [line for line in plan.rows if word_count(str(fact_sentence(line, voice, brief=True))) <= KEY_POINT_WORDS]
    extracts = [extract for extract in plan.extracts if extract.length <= KEY_POINT_WORDS]
    return [*chooser.best(lines, len(lines)), *extracts]


def word_count(text: str) -> int:
    """Words, not lone punctuation."""
    return sum(any(c.isalnum() for c in word) for word in text.split())
