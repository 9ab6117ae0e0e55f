"""On what occasion, in what and to whom something was said, in our voice."""

import re
from collections.abc import Iterator

from briefgen.compose.composite_names import glossed
from briefgen.compose.ledger import Entry
from briefgen.compose.naming import is_neutral, is_proper, names_between, say
from briefgen.compose.runs import Line, joined, own, source_words
from briefgen.compose.sayings import attribution_name
from briefgen.compose.standing import without_article
from briefgen.compose.voice import Voice
from briefgen.lexicon.offices import role_labels
from briefgen.model.evidence import Quote, Said

_SHORT_NAME = 5
_INNER_ARTICLE = re.compile(r", (?:l['’]|le |la |les |the )")
"""``Qin Gang, l'ambassadeur`` → ``Qin Gang, ambassadeur``."""


def said_words(entry: Entry, quote: Quote, voice: Voice) -> Iterator[Line]:
    """Occasion with its date, carrier, addressee: only what is stated of this quotation, with who states it of it."""
    said = quote.said
    date = own(voice.formats.date(said.date) or "")
    occasion = _source_phrase(entry, said, said.occasion, voice)
    yield joined([_facing(entry, said, voice) + occasion if occasion else occasion, date])
    yield _source_phrase(entry, said, said.carrier, voice)
    known = circumstance(entry, said, said.addressee, voice) if said.addressee else None
    if known is not None:
        yield toward(entry, said, voice) + known + _on_the_word_of(entry, quote, voice)


def _on_the_word_of(entry: Entry, quote: Quote, voice: Voice) -> Line:
    """``, selon RT (média d'État russe)``, where another sentence tells the circumstance on somebody's word."""
    carried = any(name.startswith("said.") for name in quote.inherited)
    source = quote.attribution[-1] if carried and quote.attribution else None
    name = attribution_name(entry, source, voice) if source is not None else None
    return own(", ") + own(voice("according to {name}").format(name="")) + name if name is not None else Line()


_FACING = re.compile(r"\b(?:devant (?:les? |la |l['’])|(?:before|in front of) (?:the |an? )?)$")


def _facing(entry: Entry, said: Said, voice: Voice) -> Line:
    """``devant la `` (``before the ``) of an occasion that is an audience: "devant la presse"."""
    span = next((span for span in said.spans if entry.words(*span) == said.occasion), None)
    before = _FACING.search(entry.extraction.text[max(0, span[0] - 14) : span[0]]) if span else None
    if before is None:
        return Line()
    if voice.foreign(entry.language) is None:
        return own(before.group())
    known = circumstance(entry, said, said.occasion or "", voice) is not None
    return own(voice("before {audience}").format(audience="")) + own("the " if known and voice.lang == "en" else "")


_TOWARD = re.compile(r"\b(?:aux|au|à la|to the|to an|to a) $|\bà l['’]$")


def toward(entry: Entry, said: Said, voice: Voice) -> Line:
    """``to `` before an addressee; in the source's language with the article that the source has ("aux étudiants")."""
    plain = own(voice("to {name}").format(name=""))
    span = next((span for span in said.spans if entry.words(*span) == said.addressee), None)
    if voice.foreign(entry.language) is not None or span is None:
        return plain
    before = _TOWARD.search(entry.extraction.text[max(0, span[0] - 8) : span[0]])
    return own(before.group()) if before else plain


def _source_phrase(entry: Entry, said: Said, words: str | None, voice: Voice) -> Line:
    """Words around the quotation in the document's language, else as the source has them, tagged."""
    if not words:
        return Line()
    known = circumstance(entry, said, words, voice)
    if known is not None:
        return known
    return source_words(without_article(words), entry.id, voice.foreign(entry.language))


def circumstance(entry: Entry, said: Said, words: str, voice: Voice) -> Line | None:
    """An occasion, a carrier or an addressee in our voice; None where it has no form in the document's language."""
    if voice.foreign(entry.language) is None:
        bare = _INNER_ARTICLE.sub(", ", without_article(words))
        return own(bare) if is_neutral(words, entry.language) else None
    name, comma, rest = (part.strip() for part in words.partition(","))
    if is_proper(name):
        return joined([own(name), _function(entry, rest, name, voice)]) if comma else own(name)
    span = next((span for span in said.spans if entry.words(*span) == words), None)
    if span is None:
        return None
    known = say(next((phrase for place, phrase in said.phrases if place == span), None), voice.lang)
    if known:
        return own(known)
    named = names_between(entry.extraction, *span, voice)
    if len(named) == 1 and words.split()[-1][:1].isupper() and len(words.split()) <= _SHORT_NAME:
        return own(named[0])
    text = glossed(entry.extraction, *span, voice)
    return own(text) if text else None


def _function(entry: Entry, words: str, name: str, voice: Voice) -> Line:
    """What the person addressed is, where the document language has a form of it."""
    label = role_labels(words.rstrip(" .,;:"), entry.language, name).get(voice.lang)
    return own(without_article(label)) if label else Line()
