"""A sentence of the reporter, word for word in quotation marks with its outlet: what prints where no line of ours can."""

import re

from briefgen.compose.ledger import Entry
from briefgen.compose.quoteline import language_tag, quote_marks
from briefgen.compose.runs import Line, own, source_words
from briefgen.compose.sayings import outlet_name
from briefgen.compose.standing import points_back, stands_alone
from briefgen.compose.voice import Voice
from briefgen.frozen import dataclass
from briefgen.model.evidence import Fact, Pair
from briefgen.text.typography import printable

_LONGEST = 60
_SHORTEST = 5
_OPENING = 6
_FAIR, _MANY = 0.3, 100
_RELATIVE = frozenset("qui que dont où lequel laquelle which who whose where".split())
"""A clause that they open tells of the noun before it."""
_SURE = 0.85
_MONTH = len("2026-03")
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'/ -]{2,40}(?:\s*\([^)\n]{2,30}\))?(?:,[^—–\n]{0,40}?)?\s*(?:\([^)\n]{2,40}\)\.?\s*)?"
    r"|[A-ZÀ-Þ][\w.'’ -]{2,30}(?:\s*\([^)\n]{2,30}\))?,[^—–\n(]{3,30}\s*\([^)\n]{2,40}\)\.?\s*)[—–-]\s+"
)
"""``BRUXELLES, 9 mars 2026 (Agence) - ``: no part of the sentence."""
_BULLET = re.compile(r"[•▪●■*>–—-]\s+")
_CONNECTIVE = re.compile(
    r"(?:En conséquence|Par ailleurs|De plus|En outre|Cependant|Toutefois|Néanmoins|En effet|Enfin|Ainsi|Dès lors|Au total|De fait|"
    r"As a result|Meanwhile|However|Moreover|In addition|Separately|Besides|Therefore|Consequently|Overall|Nevertheless|Still), (?=[A-ZÀ-Þ])"
)
"""Words that only join a sentence to the one before; what follows must begin with a name's capital."""
_MARKED = re.compile(r"[«“\"]([^«»“”\"]*)[»”\"]")
_FULL_STOPS = ".!?…"


@dataclass(frozen=True, slots=True)
class Extract:
    entry: Entry
    sentence: Pair
    text: str
    words: Line
    """In quotation marks, with the outlet in brackets and the tag of a foreign language."""
    lang: str | None

    @property
    def is_lead(self) -> bool:
        """Whether it is the sentence with which its article opens."""
        return self.entry.extraction.lead == self.sentence

    @property
    def length(self) -> int:
        """In words."""
        return len(self.text.split())


def _speaks_for_itself(text: str, lang: str) -> bool:
    """Whether neither the sentence nor what follows its opening words ("From 2020, it closed …") points outside it."""
    opening, comma, rest = text.partition(", ")
    aside = rest.partition(" ")[0].lower() in _RELATIVE or rest.partition(" ")[0].endswith(",")
    short = comma and len(opening.split()) <= _OPENING and not aside
    return stands_alone(text, lang) and not (short and not stands_alone(rest, lang))


def tells_something(entry: Entry) -> bool:
    """Whether the sentence is worth reading for this record alone: a sum, a share, a measure, many, or a day named."""
    fact = entry.element
    if not isinstance(fact, Fact) or fact.score < _FAIR:
        return False
    if fact.rule.endswith(":unmeasured"):
        return _lies_ahead(entry, fact)
    value = fact.value if fact.value is not None else fact.high
    if fact.type == "date":
        return fact.score >= _SURE and _lies_ahead(entry, fact)
    if value is None:
        return fact.type == "event" and not fact.inherited and _is_dated(fact)
    return fact.type in ("money", "percent", "quantity", "change") or abs(value) >= _MANY


def _lies_ahead(entry: Entry, fact: Fact) -> bool:
    """Whether it names a day or a month after the article."""
    days = [end for end in (fact.date or "").split("/") if end[:1].isdigit()]
    published = entry.extraction.source.published or ""
    return bool(days and published) and len(days[-1]) >= _MONTH and days[-1] > published


def _is_dated(fact: Fact) -> bool:
    """Whether the event has a day or a month, or lies ahead: more than "depuis l'hiver dernier"."""
    ahead = fact.modality in ("planned", "expected")
    return fact.date is not None and (ahead or (len(fact.date) >= _MONTH and "/" not in fact.date))


def extract_of(entry: Entry, voice: Voice) -> Extract | None:
    """The sentence of a fact, with the one before it where it points there ("Sa construction …").

    None where that is long, no whole sentence, opens with a quotation, or still points outside itself.
    """
    fact = entry.element
    if not isinstance(fact, Fact) or not fact.sentence[1]:
        return None
    for sentence in (fact.sentence, _with_the_one_before(entry, fact.sentence)):
        text = _words(entry, sentence, fact.start) if sentence else ""
        if sentence and text and _prints_alone(entry, text, sentence, fact.sentence):
            return _extract(entry, sentence, text, voice)
    return None


def _words(entry: Entry, sentence: Pair, first: int) -> str:
    """The sentence as it prints, without a dateline and the full stop; empty where it is not whole."""
    start, end = sentence
    for opening in (_DATELINE, _BULLET, _CONNECTIVE):
        found = opening.match(entry.words(start, end))
        if found and start + found.end() <= first:
            start += found.end()
    text = printable(entry.words(start, end)).strip()
    return text.rstrip(".").rstrip() if text[-1:] in _FULL_STOPS else ""


def _with_the_one_before(entry: Entry, sentence: Pair) -> Pair | None:
    """Both sentences, where another stands right before in the same paragraph."""
    before = [one for one in entry.extraction.sentences if one[1] <= sentence[0]]
    between = entry.words(before[-1][1], sentence[0]) if before else "\n"
    return None if "\n" in between or between.strip() else (before[-1][0], sentence[1])


def _prints_alone(entry: Entry, text: str, span: Pair, own: Pair) -> bool:
    opening = entry.words(span[0], own[0]) if span != own else text
    whole = _SHORTEST <= len(text.split()) <= _LONGEST and text[0].isupper() and _marks_pair(text)
    return whole and not points_back(opening) and _speaks_for_itself(text, entry.language)


def _marks_pair(text: str) -> bool:
    """Whether the sentence closes what quotation marks it opens, and is no more quotation than report."""
    if any(text.count(a) != text.count(b) for a, b in ("«»", "“”")) or text.count('"') % 2:
        return False
    quoted = sum(len(piece) for piece in _MARKED.findall(text))
    return 2 * quoted < len(text)


def _extract(entry: Entry, sentence: Pair, text: str, voice: Voice) -> Extract:
    lang = voice.foreign(entry.language)
    before, after = quote_marks(entry.language, voice)
    words = own(before) + source_words(text, entry.id, lang) + own(after)
    if lang:
        words = words + own(" ") + own(language_tag(lang, voice), small=True)
    words = words + own(" (") + outlet_name(entry, voice) + own(")")
    return Extract(entry, sentence, text, words, lang)
