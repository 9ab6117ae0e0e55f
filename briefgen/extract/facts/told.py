"""The thing told of as an `Item`: its words with the phrase they make, and what the sentences before add to it."""

from dataclasses import replace

from briefgen.extract.facts.antecedents import fuller_phrase, previous
from briefgen.extract.facts.nouns import Range, phrase_end
from briefgen.extract.facts.reading import Reading
from briefgen.extract.phrases import read_phrase
from briefgen.model.evidence import Fact, Item, Participant
from briefgen.model.phrase import Phrase


def make_item(reading: Reading, span: Range | None) -> Item | None:
    """The item of tokens `span`, read as a phrase where every word of it is known."""
    if span is None:
        return None
    span = _whole_concept(reading, span)
    start, end = reading.start(span[0]), reading.end(span[1] - 1)
    mark = next((t for t in range(span[0] + 1, span[1]) if reading.forms[t] in ("«", "“", '"')), None)
    if mark is not None:  # "rapport intitulé « … »": the noun alone is read
        last = mark - 1 if reading.forms[mark - 1].startswith(_CALLED) else mark
        phrase = _phrase(reading, start, reading.end(last - 1)) if last > span[0] else None
    else:
        phrase = _phrase(reading, start, end)
    return Item(reading.document.analysis.text[start:end], start, end, phrase)


def _whole_concept(reading: Reading, span: Range) -> Range:
    """The phrase with the words that make one concept with its head: "avoirs |gelés|", "|frozen| assets"."""
    tokens = reading.document.analysis.tokens
    for mention in reading.mentions:
        if mention.kind != "concept":
            continue
        first, last = tokens.first_at(mention.start), tokens.first_at(mention.end)
        ends = first == span[0] and last > span[1]
        begins = last == span[1] and first < span[0] and first >= reading.first
        added = range(span[1], last) if ends else range(first, span[0])
        if not (ends or begins) or any(t in reading.verbs or t in reading.taken for t in added):
            continue
        spoken = any(
            c.verb is not None and c.verb.finite and c.verb.first <= t < c.verb.last
            for c in reading.clauses
            for t in added
        )
        if not spoken:
            return min(first, span[0]), max(last, span[1])
    return span


_CALLED = ("intitul", "titr", "baptis", "appel", "titled", "entitled", "called", "named", "dubbed")


def _phrase(reading: Reading, start: int, end: int) -> Phrase | None:
    return read_phrase(reading.document.analysis, reading.document.mentions, start, end)


def with_phrases(reading: Reading, fact: Fact) -> Fact:
    """The fact with the phrase of each party that its words describe and do not name ("des chercheurs japonais")."""
    told = tuple(
        replace(who, phrase=_phrase(reading, who.start, who.end)) if _is_described(reading, who) else who
        for who in fact.participants
    )
    return replace(fact, participants=told) if told != fact.participants else fact


def _is_described(reading: Reading, who: Participant) -> bool:
    first, last = reading.span
    return who.role in ("agent", "patient") and who.id is None and who.phrase is None and first <= who.start < last


def told_item(reading: Reading, span: Range | None) -> tuple[Item | None, tuple[str, ...]]:
    """The item; a bare "le programme" is told by the fuller phrase of the sentence before, and said to be inherited."""
    fuller = fuller_phrase(reading, span) if span is not None else None
    if fuller is not None:
        return make_item(*fuller), ("item",)
    item = make_item(reading, span)
    matter = _matter_before(reading, item) if item is not None else None
    if item is not None and item.phrase is not None and matter is not None:
        return replace(item, phrase=replace(item.phrase, parts=(("of", matter),))), ("item",)
    return item, ()


def _matter_before(reading: Reading, item: Item) -> Phrase | None:
    """Of what "ses cas signalés" are cases: said of the same noun in the sentence before ("nouveaux cas |de Covid-19|")."""
    before = previous(reading) if item.phrase is not None and not item.phrase.parts else None
    noun = item.text.partition(" ")[0].lower()
    if before is None or noun not in _OF_SOMETHING:
        return None
    for token in range(before.first, before.last):
        if before.forms[token] == noun and before.forms[token + 1 : token + 2] in (("de",), ("d'",), ("of",)):
            end = phrase_end(before, token + 2, before.last)
            return _phrase(before, before.start(token + 2), before.end(end - 1)) if end > token + 2 else None
    return None


_OF_SOMETHING = frozenset(
    "cas décès doses exportations importations livraisons ventes achats cases deaths exports imports deliveries sales purchases".split()
)
"""Nouns that say nothing without what they are of."""
