"""The chain of who says so: an outlet, and what it cites in turn."""

from bisect import bisect_left

from briefgen.extract.quotes.reading import Reading
from briefgen.lexicon.organizations import find as find_organization
from briefgen.model.evidence import Attribution, Speaker

_CITES = {
    "fr": (("qui", "cite"), ("qui", "citait"), ("citant",), ("qui", "reprend"), ("reprenant",)),
    "en": (("citing",), ("which", "cited"), ("which", "cites"), ("who", "cited"), ("quoting",), ("who", "cites")),
}
_DATA = frozenset("données chiffres statistiques data figures statistics numbers".split())
_ENDS = frozenset(". , ; : ( ) — – « » “ ”".split())
_FAR = 25


def source_of(reading: Reading, speaker: Speaker) -> Attribution:
    """The speaker as a source, with what the words after its mention say it cites."""
    assert speaker.start is not None
    assert speaker.end is not None
    text = reading.analysis.text[speaker.start : speaker.end]
    return Attribution(speaker.name, _kind(speaker, text), speaker.start, speaker.end, _cited(reading, speaker.end))


def _kind(speaker: Speaker, text: str) -> str:
    known = find_organization(text) or find_organization(text.split()[-1])
    if known:
        return known.attribution_kind
    return {"person": "person", "document": "document"}.get(speaker.kind, "outlet")


def _cited(reading: Reading, end: int) -> Attribution | None:
    """ "Bloomberg, qui cite des données des douanes chinoises": the further source, with its span."""
    at = bisect_left(reading.starts, end)
    if at + 2 >= len(reading.forms) or reading.form(at) != ",":
        return None
    at += 1
    for words in _CITES[reading.lexicon.language]:
        if reading.forms[at : at + len(words)] == words:
            return _phrase(reading, at + len(words))
    return None


def _phrase(reading: Reading, first: int) -> Attribution | None:
    while first < len(reading.forms) and reading.has("determiner", first):
        first += 1
    stop = first
    while stop < len(reading.forms) and stop - first < _FAR and reading.form(stop) not in _ENDS:
        stop += 1
    if stop == first:
        return None
    start, end = reading.span(first, stop)
    kinds = {reading.lexicon.nouns.get(form) for form in reading.forms[first:stop]}
    data = any(form in _DATA for form in reading.forms[first:stop])
    kind = "dataset" if data else "document" if "document" in kinds else "outlet"
    return Attribution(reading.analysis.text[start:end], kind, start, end)
