"""What is printed where: the analyst's choice first, then the ranking, within the template's limits."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from briefgen.compose.choice import Chooser, Limits, Plan, Statement, TopicPlan, widened
from briefgen.compose.extracts import Extract, extract_of, tells_something
from briefgen.compose.factline import FactLine, fact_line
from briefgen.compose.joining import joined_quotes
from briefgen.compose.keypoints import key_points
from briefgen.compose.leads import leads
from briefgen.compose.ledger import Entry, Ledger
from briefgen.compose.quoteline import fragments
from briefgen.compose.standing import opens_clearly, stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Pair, Quote
from briefgen.model.selection import Selection

_MARKED = re.compile(r"[«“\"]([^«»“”\"]*)[»”\"]")
_OF_SELF = frozenset("il elle ils elles je nous he she they i we there it".split())
"""Pronouns that a reported clause may begin with: the speaker is named before it."""
_UNCLEAR = 0.3
_AGAIN, _MOST_AGAIN = 0.2, 2
"""What the second sentence of a source ranks behind the first of others, and how often that counts."""
_FEW_TOPICS = 2
"""Up to so many chosen topics, each may say all that the template allows."""
_UNSURE = 0.5
"""What the rank of a record counts whose sentence alone may print."""
_QUOTED_WORDS = 5
"""The fewest words in marks for which a clause that is partly reported gives context."""


def make_plan(ledger: Ledger, voice: Voice, topics: Sequence[str], limits: Limits, context: bool) -> Plan:
    """The plan of a briefing on `topics`; `left_out` counts usable evidence on them that is not printed."""
    chooser = Chooser(ledger.selection)
    statements = _statements(ledger, voice)
    told = {(line.entry.source, line.entry.element.sentence) for line in statements if isinstance(line, FactLine)}
    quotes = _without_copies([e for e in ledger.quotes() if _prints(e, ledger.selection, told)])
    quotes = [_weighed(entry) for entry in joined_quotes(quotes, lambda entry: _home(entry, topics))]
    plans = [
        _topic_plan(topic, topics, statements, quotes, widened(limits, _tellers(topic, topics, statements)), chooser)
        for topic in topics
    ]
    points = key_points(plans, voice, limits.key_points, chooser)
    near = _near(ledger, topics)
    outside = [e for e in quotes if _home(e, topics) is None and _belongs(e, near, ledger)] if context else []
    printed = {entry.id for plan in plans for entry in plan.entries()}
    usable = [*(statement.entry for statement in statements), *quotes]
    left_out = sum(1 for entry in usable if entry.id not in printed and _home(entry, topics) is not None)
    best = chooser.best([e for e in outside if _has_own_words(e)], limits.context, _entry_key)
    return Plan(tuple(points), tuple(plans), tuple(best), left_out, near)


def _tellers(topic: str, topics: Sequence[str], statements: Sequence[Statement]) -> int:
    """How many sources tell something of the topic."""
    return len({s.entry.source for s in statements if _home(s.entry, topics) == topic})


def _near(ledger: Ledger, topics: Sequence[str]) -> frozenset[str]:
    """Ids of the sources that tell anything of a chosen topic: only they give context and events."""
    told = {e.source for e in (*ledger.facts(), *ledger.quotes()) if _home(e, topics) is not None}
    about = {
        e.source for e in ledger.entries.values() if any(hit.id in topics for hit in e.extraction.topics)
    }  # a copy tells nothing that the first has not told
    return frozenset(told | about)


def _belongs(entry: Entry, near: Collection[str], ledger: Ledger) -> bool:
    return entry.source in near or entry.id in ledger.selection.included


def _entry_key(entry: Entry) -> Entry:
    return entry


def _home(entry: Entry, topics: Sequence[str]) -> str | None:
    """The one section that an entry belongs to: the first of its own topics that was chosen."""
    return next((topic for topic in entry.topics if topic in topics), None)


def _weighed(entry: Entry) -> Entry:
    """A quotation that begins by pointing to what the page does not say ("Elle est …") ranks behind the others."""
    assert isinstance(entry.element, Quote)
    clear = entry.element.kind != "direct" or opens_clearly(entry.element.text, entry.language, bool(entry.joined))
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
    """Context prints what was said word for word, or a clause of which some words were."""
    quote = entry.element
    if not isinstance(quote, Quote) or quote.kind == "indirect":
        return False
    pieces = _MARKED.findall(quote.text)
    return quote.kind == "direct" or any(len(piece.split()) >= _QUOTED_WORDS for piece in pieces)


def _statements(ledger: Ledger, voice: Voice) -> list[Statement]:
    """A line of ours for each fact that has one, else its sentence; each sentence once, none that a quotation prints.

    Sentences of records that are not sure enough for a line of ours follow, where they hold a figure or a day. The news
    that an article opens with prints as it stands where our lines do not tell all of it.
    """
    lines: list[Statement] = []
    spare: list[Entry] = []
    for entry in ledger.facts():
        line = fact_line(entry, voice)
        if line is not None:
            lines.append(line)
        else:
            spare.append(entry)
    told, open_places = {_place(line.entry) for line in lines}, {_place(entry) for entry in spare}
    rest = [replace(entry, rank=_UNSURE * entry.rank) for entry in ledger.unoffered() if tells_something(entry)]
    opening = leads((*ledger.facts(), *ledger.unoffered()), voice)
    news = [one for one in opening if _place(one.entry) not in told - open_places]
    whole = {_place(one.entry) for one in news if one.lang is None}
    lines = [line for line in lines if _place(line.entry) not in whole]
    found = [one for entry in (*spare, *rest) if (one := extract_of(entry, voice))]
    return _without_inner([*lines, *_apart([*news, *found], told - {_place(one.entry) for one in news})])


def _place(entry: Entry) -> tuple[str, Pair]:
    return entry.source, entry.element.sentence


def _apart(extracts: Iterable[Extract], told: Collection[tuple[str, Pair]]) -> list[Extract]:
    """The best of the extracts that share no words with each other, with a line of ours or with a quotation."""
    kept: list[Extract] = []
    words: set[str] = set()
    for one in sorted(extracts, key=lambda extract: -extract.entry.rank):
        known = (one.entry.source, one.sentence) in told or one.text in words
        if not known and not _in_quote(one.entry, one.sentence) and not any(_overlap(one, other) for other in kept):
            words.add(one.text)
            kept.append(one)
    return kept


def _without_inner(lines: Sequence[Statement]) -> list[Statement]:
    """Without the sentences that stand inside a longer extract."""
    longer = [(one.entry.source, *one.sentence) for one in lines if isinstance(one, Extract)]

    def inside(one: Extract) -> bool:
        source, (start, end) = one.entry.source, one.sentence
        return any(source == s and a <= start and end <= b and (a, b) != (start, end) for s, a, b in longer)

    return [line for line in lines if not isinstance(line, Extract) or not inside(line)]


def _overlap(one: Extract, other: Extract) -> bool:
    """Whether both print some of the same words, and `one` not all of the other's."""
    (a, b), (c, d) = one.sentence, other.sentence
    return one.entry.source == other.entry.source and a < d and c < b and not (a <= c and d <= b)


def _in_quote(entry: Entry, sentence: Pair) -> bool:
    """Whether what would print shares characters with something said word for word, or tells on what occasion it was said."""
    start, end = sentence
    spoken = [quote for quote in entry.extraction.quotes if quote.offered and quote.kind != "indirect"]
    occasions = (
        span for quote in spoken if quote.kind == "direct" and quote.said.occasion for span in quote.said.spans
    )
    return any(a < end and start < b for quote in spoken for a, b in fragments(quote)) or any(
        start <= a and b <= end for a, b in occasions
    )


def _topic_plan(
    topic: str,
    topics: Sequence[str],
    statements: Sequence[Statement],
    quotes: Sequence[Entry],
    limits: Limits,
    chooser: Chooser,
) -> TopicPlan:
    here = [s for s in statements if _home(s.entry, topics) == topic]
    said = [e for e in quotes if _home(e, topics) == topic]
    direct = _spread([e for e in said if is_spoken(e)], limits.per_speaker)
    reported = _spread([e for e in said if not is_spoken(e)], limits.per_speaker)
    rows = chooser.best([s for s in here if isinstance(s, FactLine)], limits.rows)
    spoken = chooser.best(direct, limits.quotes, _entry_key)
    most = limits.extracts if len(topics) <= _FEW_TOPICS else limits.extracts * 2 // 3
    room = max(most - len(rows), 0 if rows else 1)
    extracts = chooser.best(_by_source([s for s in here if isinstance(s, Extract)]), room)
    word_for_word = {(extract.entry.source, extract.sentence) for extract in extracts}
    fresh = [e for e in reported if (e.source, e.element.sentence) not in word_for_word]
    room = max(limits.quotes - len(spoken), 1 if any(map(_has_own_words, fresh)) else 0)
    fresh = fresh if room > 1 else [e for e in fresh if _has_own_words(e)]
    retold = chooser.best(fresh, min(limits.reported, room), _entry_key)
    return TopicPlan(topic, tuple(rows), tuple(extracts), tuple(spoken), tuple(retold))


def _by_source(extracts: Sequence[Extract]) -> list[Extract]:
    """With each further sentence of one source ranked behind the first of others."""
    counts: dict[str, int] = {}
    found = []
    for extract in sorted(extracts, key=lambda e: -e.entry.rank):
        again = counts.get(extract.entry.source, 0)
        found.append(
            replace(extract, entry=replace(extract.entry, rank=extract.entry.rank - _AGAIN * min(again, _MOST_AGAIN)))
        )
        counts[extract.entry.source] = again + 1
    return found


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
