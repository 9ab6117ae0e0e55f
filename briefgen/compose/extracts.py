"""A sentence of the reporter, word for word in quotation marks with its outlet: what prints where no line of ours can."""

import re
from dataclasses import dataclass

from briefgen.compose.ledger import Entry
from briefgen.compose.quoteline import language_tag, quote_marks
from briefgen.compose.runs import Line, own, source_words
from briefgen.compose.sayings import outlet_name
from briefgen.compose.standing import points_back, stands_alone
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Fact, Pair
from briefgen.text.typography import printable

_LONGEST = 60
_SHORTEST = 5
_OPENING = 6
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.' -]{2,40}(?:,[^—–\n]{0,40}?)?\s*(?:\([^)\n]{2,40}\)\s*)?[—–-]\s+")
"""``BRUXELLES, 9 mars 2026 (Agence) - ``: no part of the sentence."""
_OUTER = '«»“”"'


@dataclass(frozen=True, slots=True)
class Extract:
    entry: Entry
    sentence: Pair
    text: str
    words: Line
    """In quotation marks, with the outlet in brackets and the tag of a foreign language."""
    lang: str | None

    @property
    def length(self) -> int:
        """In words."""
        return len(self.text.split())


def _speaks_for_itself(text: str, lang: str) -> bool:
    """Whether neither the sentence nor what follows its opening words ("From 2020, it closed …") points outside it."""
    opening, comma, rest = text.partition(", ")
    short = comma and len(opening.split()) <= _OPENING
    return stands_alone(text, lang) and not (short and not stands_alone(rest, lang))


def extract_of(entry: Entry, voice: Voice) -> Extract | None:
    """The sentence of a fact; None where it is long, a fragment, holds quotation marks, or does not stand alone."""
    fact = entry.element
    if not isinstance(fact, Fact) or not fact.sentence[1]:
        return None
    start, end = fact.sentence
    dateline = _DATELINE.match(entry.words(start, end))
    if dateline and start + dateline.end() <= fact.start:
        start += dateline.end()
    text = printable(entry.words(start, end)).strip().rstrip(".").rstrip()
    count = len(text.split())
    if not _SHORTEST <= count <= _LONGEST or any(c in _OUTER for c in text) or not text[0].isupper():
        return None
    if points_back(text) or not _speaks_for_itself(text, entry.language):
        return None
    lang = voice.foreign(entry.language)
    before, after = quote_marks(entry.language, voice)
    words = own(before) + source_words(text, entry.id, lang) + own(after)
    if lang:
        words = words + own(" ") + own(language_tag(lang, voice), small=True)
    words = words + own(" (") + outlet_name(entry, voice) + own(")")
    return Extract(entry, fact.sentence, text, words, lang)
