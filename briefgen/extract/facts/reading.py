"""One sentence as the rules see it: its tokens, verb groups, clauses, and what else was found in it."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.extract.facts.clauses import Clause, clauses
from briefgen.extract.facts.grammar import PRONOUNS
from briefgen.extract.facts.meaning import Scene, choose_meanings
from briefgen.extract.facts.senses import Sense, senses, source_openers
from briefgen.extract.facts.verbs import verb_groups
from briefgen.model.evidence import Fact, Pair, Quote
from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis
from briefgen.text.datelines import after_dateline

_ARTICLES = frozenset(("un", "une", "one", "a", "an"))
_CALENDAR = frozenset(("date", "time", "duration", "set"))


@dataclass(slots=True, repr=False)
class Document:
    """A text with the findings of the other extractors, each sorted by start."""

    analysis: Analysis
    mentions: tuple[Mention, ...]
    dates: list[Fact]
    quantities: list[Fact]
    quotes: list[Quote]
    french: bool = field(init=False)
    lexicon: Mapping[str, tuple[Sense, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.french = self.analysis.language == "fr"
        self.lexicon = senses(self.analysis.language)


@dataclass(slots=True, repr=False)
class Reading:
    """Tokens [first, last) of one sentence; offsets are of the text, positions are token indices of the document."""

    document: Document
    span: Pair
    first: int
    last: int
    clauses: list[Clause]
    dates: list[Fact]
    quantities: list[Fact]
    mentions: list[Mention]
    taken: dict[int, int]
    """Token → token after the last, of every date and quantity."""
    dated: set[int]
    """First tokens of the dates."""
    forms: tuple[str, ...] = ()
    """Folded forms of the whole document."""
    reduced: frozenset[int] = frozenset()
    """First tokens of participles that stand for a clause: "les fonds |liés au réseau|"; not of one alone."""
    verbs: frozenset[int] = frozenset()
    """First tokens of the clauses' finite verbs: no noun phrase goes on through one."""

    def start(self, token: int) -> int:
        """Offset where the token starts."""
        return self.document.analysis.tokens.starts[token]

    def end(self, token: int) -> int:
        """Offset after the token."""
        return self.document.analysis.tokens.ends[token]

    def text(self, first: int, last: int) -> str:
        """The source's characters of tokens [first, last)."""
        return self.document.analysis.text[self.start(first) : self.end(last - 1)]

    def capital(self, token: int) -> bool:
        """Whether the token is written with a capital."""
        return self.document.analysis.text[self.start(token)].isupper()

    def tokens_of(self, fact: Fact) -> Pair:
        """Token range of a date or quantity."""
        tokens = self.document.analysis.tokens
        first = max(tokens.covering(fact.start), self.first)
        return first, max(tokens.first_at(fact.end), first + 1)

    def is_pronoun(self, token: int) -> bool:
        """Whether the token is a pronoun and not a name that looks like one ("WHO")."""
        return self.forms[token] in PRONOUNS and not is_name(self.document.analysis, token)

    def clause_at(self, token: int) -> int:
        """Index of the clause that holds the token."""
        for index, clause in enumerate(self.clauses):
            if clause.holds(token):
                return index
        return 0

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """Mentions wholly inside tokens [first, last)."""
        if last <= first:
            return []
        low, high = self.start(first), self.end(last - 1)
        return [m for m in self.mentions if low <= m.start and m.end <= high]


def is_name(analysis: Analysis, token: int) -> bool:
    """Whether the token of two letters or more is written in capitals only: "WHO", "ONU"."""
    start, end = analysis.tokens.starts[token], analysis.tokens.ends[token]
    return end - start > 1 and analysis.text[start:end].isupper()


def in_name(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether a bare number only counts a name: "Ariane 6", "Nord Stream 2"."""
    bare = fact.type == "number" and fact.unit is None and fact.text.isdigit() and len(fact.text) < 4
    return bare and first > reading.first and reading.capital(first - 1)


def _is_article(fact: Fact) -> bool:
    """Whether the "one" of a number is an article."""
    words = fact.text.lower().split()
    if fact.value != 1 or words[0] not in _ARTICLES:
        return False
    return fact.type in ("number", "quantity") or (fact.type == "duration" and words[-1] == "exercice")


def within(facts: list[Fact], start: int, end: int) -> list[Fact]:
    """The facts of a list sorted by start that start inside [start, end)."""
    low = bisect_left(facts, start, key=lambda f: f.start)
    return facts[low : bisect_left(facts, end, low, key=lambda f: f.start)]


def read_sentence(document: Document, span: Pair) -> Reading:
    """The reading of the sentence [start, end) of the text."""
    analysis, (start, end) = document.analysis, span
    tokens = analysis.tokens
    begin = next((b.end for b in analysis.boilerplate if b.start <= start < b.end < end), start)
    begin = after_dateline(analysis.plain, begin, end)
    first, last = tokens.first_at(begin), tokens.first_at(end)
    groups = verb_groups(tokens.forms, first, last, document.lexicon, document.french)
    low = bisect_left(document.mentions, start, key=lambda m: m.start)
    high = bisect_left(document.mentions, end, low, key=lambda m: m.start)
    reading = Reading(
        document, span, first, last, [], within(document.dates, begin, end), within(document.quantities, begin, end),
        list(document.mentions[low:high]), {}, set(),
    )  # fmt: skip
    reading.forms = tokens.forms
    for fact in (*reading.dates, *reading.quantities):
        a, b = reading.tokens_of(fact)
        if fact.type == "ordinal" or _is_article(fact) or in_name(reading, fact, a):
            continue
        reading.taken[a] = max(b, reading.taken.get(a, b))
        if fact.type in _CALENDAR:
            reading.dated.add(a)
    blocked = {t for a, b in reading.taken.items() for t in range(a, b)}
    groups = [g for g in groups if not _is_proper(reading, g.head)]
    groups = [g for g in groups if g.head not in blocked and not (document.french and _is_place_word(reading, g.first))]
    named = _in_concepts(reading)
    groups = [g for g in groups if g.finite or g.tense != "participle" or g.head not in named]
    openers = _openers(document, first, last)
    names = frozenset(t for t in range(first, last) if tokens.forms[t] == "who" and is_name(analysis, t))
    if openers:
        names |= {t for t in range(first, last) if reading.capital(t)}
    reading.clauses = clauses(tokens.forms, first, last, groups, openers, document.french, names)
    sums = frozenset(reading.tokens_of(q)[0] for q in reading.quantities if q.type == "money")
    choose_meanings(reading.clauses, Scene(tokens.forms, first, reading.taken, sums), document.french)
    reading.reduced = frozenset(c.first for c in reading.clauses if c.kind == "reduced" and not _is_adjective(c))
    reading.verbs = frozenset(c.verb.first for c in reading.clauses if c.verb is not None and c.verb.finite)
    return reading


def _in_concepts(reading: Reading) -> set[int]:
    """Tokens behind the first of a concept's name: "avoirs |gelés|" is one thing, and no clause of its own."""
    tokens = reading.document.analysis.tokens
    concepts = (m for m in reading.mentions if m.kind == "concept")
    return {t for m in concepts for t in range(tokens.first_at(m.start) + 1, tokens.first_at(m.end))}


def _is_adjective(clause: Clause) -> bool:
    """Whether a participle stands alone after its noun: "les cas |signalés| sont"."""
    return clause.verb is not None and clause.last <= clause.verb.last


def _is_proper(reading: Reading, token: int) -> bool:
    """Whether a verb's form is a name: written with a capital inside the sentence ("the United |States|")."""
    if token <= reading.first or not reading.capital(token):
        return False
    return reading.forms[token - 1][-1].isalnum() or reading.forms[token - 1] == "-"


def _is_place_word(reading: Reading, token: int) -> bool:
    """Whether a capital "A" opens the sentence without its accent: "A Madagascar, …"."""
    return reading.forms[token] == "a" and token == reading.first and reading.capital(token)


def _openers(document: Document, first: int, last: int) -> dict[int, str]:
    matcher, forms = source_openers(document.analysis.language), document.analysis.tokens.forms
    found: dict[int, str] = {}
    for position in range(first, last):
        hit = matcher.at(forms, position)
        if hit is not None:
            found[position] = hit[1]
    return found
