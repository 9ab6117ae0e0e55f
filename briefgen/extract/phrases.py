"""Noun phrases of a text read into `Phrase`, so that another language can say them."""

from briefgen.extract.phrase_words import PhraseWords
from briefgen.extract.phrases_english import read_english
from briefgen.extract.phrases_french import read_french
from briefgen.model.mention import Mention
from briefgen.model.phrase import Phrase
from briefgen.text.analysis import Analysis

_LONGEST = 40
"""Tokens; no noun phrase that a line prints is longer."""
_EDGES = frozenset(" ,;:.")


def read_phrase(analysis: Analysis, mentions: tuple[Mention, ...], start: int, end: int) -> Phrase | None:
    """The noun phrase at characters [start, end); None where any of its words is not in the lexicons or out of place.

    `mentions` may be empty: readings are looked up in the lexicons, as one form may have several.
    """
    tokens = analysis.tokens
    first, last = tokens.first_at(start), tokens.first_at(end)
    while last > first and tokens.forms[last - 1] in _EDGES:
        last -= 1
    while last > first and tokens.forms[first] in _EDGES:
        first += 1
    if not 0 < last - first <= _LONGEST:
        return None
    reader = {"fr": read_french, "en": read_english}.get(analysis.language)
    return reader(PhraseWords(analysis, first, last, analysis.language)) if reader else None
