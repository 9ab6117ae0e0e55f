"""Circumstances that a neighboring sentence states of a quote: "X a fait ces remarques alors qu'il s'adressait à …"."""

from bisect import bisect_left
from dataclasses import replace

from briefgen.extract.quotes.chain import source_of
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Range, Reading
from briefgen.extract.quotes.said import SaidReader
from briefgen.model.evidence import Quote, Said

_REMARKS = frozenset("remarques propos déclarations commentaires paroles remarks comments statements statement".split())
_NEAR = 300
"""Characters between a quote and a sentence about it."""
_FIELDS = ("date", "occasion", "carrier", "addressee")
_THESE = frozenset("ces les ses the these his her their".split())
_ADDRESSED = {"fr": ("adressait", "exprimait"), "en": ("addressing", "speaking")}


def with_circumstances(reading: Reading, reader: SaidReader, pairs: list[tuple[Draft, Quote]]) -> list[Quote]:
    """The quotes, the nearest before a sentence about "these remarks" completed by it, and those whose speaker the
    sentence just before names on an occasion."""
    quotes = [quote for _, quote in pairs]
    for sentence in _about_remarks(reading):
        number = _last_before(quotes, reading.starts[sentence[0]])
        if number is None or not _names(reading, sentence, quotes[number]):
            continue
        stated = _stated(reading, reader, sentence, pairs[number][0])
        said = _merged(quotes[number].said, stated)
        names = tuple(f"said.{n}" for n in _FIELDS if getattr(said, n) and not getattr(quotes[number].said, n))
        reporter = next((q.speaker for q in quotes[number : number + 6] if _reports(reading, q, sentence)), None)
        sources = (source_of(reading, reporter),) if reporter else ()
        quotes[number] = replace(
            quotes[number],
            said=said,
            inherited=(*quotes[number].inherited, *names),
            attribution=(*quotes[number].attribution, *sources),
        )
    return [_from_before(reading, reader, draft, quote) for (draft, _), quote in zip(pairs, quotes, strict=True)]


def _reports(reading: Reading, quote: Quote, sentence: Range) -> bool:
    """Whether the quote is that sentence, given on the word of an outlet or a document."""
    start, end = reading.span(*sentence)
    named = quote.speaker is not None and quote.speaker.kind in ("organization", "document")
    return named and quote.rule.endswith("source") and start <= quote.start and quote.end <= end


def _about_remarks(reading: Reading) -> list[Range]:
    found = []
    for index, form in enumerate(reading.forms):
        if form in _REMARKS and index and reading.form(index - 1) in _THESE and reading.inside[index] < 0:
            found.append(reading.sentence(index))
    return found


def _last_before(quotes: list[Quote], position: int) -> int | None:
    last = bisect_left(quotes, position, key=lambda quote: quote.start) - 1
    for number in range(last, max(last - 5, -1), -1):
        if quotes[number].kind == "direct" and quotes[number].end <= position:
            return number if position - quotes[number].end < _NEAR else None
    return None


def _names(reading: Reading, sentence: Range, quote: Quote) -> bool:
    """Whether the sentence names the quote's speaker by the last word of the name, or by a pronoun at its start."""
    if quote.speaker is None:
        return False
    last = quote.speaker.name.lower().split()[-1]
    forms = reading.forms[sentence[0] : sentence[1]]
    return last in forms or any(form in ("il", "elle", "he", "she") for form in forms[:3])


def _stated(reading: Reading, reader: SaidReader, sentence: Range, draft: Draft) -> Said:
    bare = replace(draft, subject=None, cue=None)
    said = reader.between(*sentence, bare)
    for index in range(*sentence):
        if reading.form(index) in _ADDRESSED[reading.lexicon.language]:
            span = reader.phrase_after(index + 1, sentence[1])
            if span and said.addressee is None:
                text = reading.analysis.text[span[0] : span[1]]
                return replace(said, addressee=text, spans=tuple(sorted((*said.spans, span))))
    return said


def _merged(own: Said, stated: Said) -> Said:
    return Said(
        date=own.date or stated.date,
        occasion=own.occasion or stated.occasion,
        carrier=own.carrier or stated.carrier,
        addressee=own.addressee or stated.addressee,
        spans=tuple(sorted({*own.spans, *stated.spans})),
    )


def _from_before(reading: Reading, reader: SaidReader, draft: Draft, quote: Quote) -> Quote:
    """ "Jean Martin a mis en garde … lors d'une audition le 11 mai. « … », a déclaré M. Martin": the occasion carries over.

    Only where the quote opens its paragraph or follows at once, and the sentence before names the speaker in full and an
    occasion; the fields are then listed in `inherited`.
    """
    speaker = quote.speaker
    if (
        quote.kind != "direct"
        or draft.cue is None
        or speaker is None
        or speaker.kind != "person"
        or quote.said.occasion
    ):
        return quote
    first = reading.analysis.tokens.first_at(quote.start)
    opens = reading.sentence(first)
    opening = reading.analysis.text[reading.starts[opens[0]] : quote.start]
    if opens[0] == 0 or opening.strip("«“\"„ \u00a0'"):
        return quote
    before = reading.sentence(opens[0] - 1)
    if any(reading.inside[i] >= 0 for i in range(*before)):
        return quote
    text = reading.text(*before).replace("\u00a0", " ")
    if not text.startswith(speaker.name):
        return quote
    said = reader.between(*before, replace(draft, subject=None, cue=None))
    if said.occasion is None:
        return quote
    names = tuple(
        f"said.{name}" for name in ("date", "occasion") if getattr(said, name) and not getattr(quote.said, name)
    )
    taken = Said(date=said.date, occasion=said.occasion, spans=said.spans)
    return replace(quote, said=_merged(quote.said, taken), inherited=(*quote.inherited, *names))
