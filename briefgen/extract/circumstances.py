"""Occasions and carriers of quotations read into `Phrase`: "audition au Congrès", "transcription publiée par le ministère …"."""

import re
from dataclasses import replace

from briefgen.extract.phrases import read_phrase
from briefgen.lexicon.offices import body_in_english
from briefgen.model.evidence import Quote
from briefgen.model.mention import Mention
from briefgen.model.phrase import Phrase, Relation
from briefgen.text.analysis import Analysis

_AT_BODY = re.compile(r" (?:au |aux |à la |à l'|devant le |devant la |devant l'|devant les )")
"""``audition |au Congrès|``, ``discours |devant le Parlement|``."""
_BY_BODY = re.compile(
    r" (?:publi|diffus|transmis|rendu|mis en ligne|émis|sign)\w*(?: public| publique| publics| publiques)? par (?=l)"
)
"""``transcription |publiée par le ministère …|``."""
_DOING = re.compile(r" [^\W\d_]{3,}ant [lud]")
"""``briefing |annonçant le rapport|``: what the occasion did is left out."""


def with_phrases(analysis: Analysis, mentions: tuple[Mention, ...], quote: Quote) -> Quote:
    """The quote with the phrases of its circumstances, as far as all their words are known."""
    read = [(span, read_circumstance(analysis, mentions, *span)) for span in quote.said.spans]
    known = tuple((span, phrase) for span, phrase in read if phrase is not None)
    return replace(quote, said=replace(quote.said, phrases=known)) if known else quote


def read_circumstance(analysis: Analysis, mentions: tuple[Mention, ...], start: int, end: int) -> Phrase | None:
    """The phrase of [start, end): a noun phrase, one with the body it was held at or came from, or one that did something."""
    whole = read_phrase(analysis, mentions, start, end)
    if whole is not None or analysis.language != "fr":
        return whole
    words = analysis.plain[start:end]
    relations: tuple[tuple[re.Pattern[str], Relation], ...] = ((_BY_BODY, "by"), (_AT_BODY, "in"))
    for pattern, relation in relations:
        found = pattern.search(words)
        if found is None:
            continue
        noun = read_phrase(analysis, mentions, start, start + found.start())
        body = words[found.end() :]
        if noun is None or body_in_english(body) is None:
            return None
        part = Phrase(f"body:{body}", start + found.end(), end)
        return replace(noun, parts=(*noun.parts, (relation, part)))
    doing = _DOING.search(words)
    return read_phrase(analysis, mentions, start, start + doing.start()) if doing else None
