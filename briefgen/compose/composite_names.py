"""Short names of sources said from the lexicon entries that they are made of: "douanes françaises" → "French customs"."""

import re

from briefgen.compose.naming import concept_label, mentions_between, say
from briefgen.compose.voice import Voice
from briefgen.i18n.french import contracted
from briefgen.lexicon.organizations import organization
from briefgen.model.extraction import Extraction
from briefgen.model.mention import Mention
from briefgen.model.phrase import Phrase
from briefgen.text.fold import folded

_JOINING = frozenset("de du des d l la le les of the from by".split())
_PEOPLES = ("demonym", "territory")


def glossed(extraction: Extraction, start: int, end: int, voice: Voice) -> str | None:
    """The words at [start, end) in the document's language; None unless lexicon entries cover them all."""
    found = list(mentions_between(extraction, start, end))
    if not found or not _covered(extraction, start, end, found):
        return None
    concepts = [m for m in found if m.kind == "concept"]
    others = [m for m in found if m.kind != "concept"]
    if len(concepts) != 1 or len(others) > 1:
        return None
    words = extraction.text[concepts[0].start : concepts[0].end]
    plural = words.endswith(("s", "x")) and voice.foreign(extraction.source.language) is not None
    if not others:
        return concept_label(concepts[0].id, voice.lang, plural)
    if others[0].kind in _PEOPLES:
        people = Phrase(f"territory:{others[0].id}", 0, 0)
        return say(Phrase(concepts[0].id, 0, 0, plural=plural, parts=(("demonym", people),)), voice.lang)
    return _of_house(concept_label(concepts[0].id, voice.lang, plural), others[0], voice)


def _covered(extraction: Extraction, start: int, end: int, found: list[Mention]) -> bool:
    """Whether nothing but joining words stands between the entries."""
    spare = list(folded(extraction.text[start:end]))
    for mention in found:
        for place in range(mention.start - start, mention.end - start):
            spare[place] = " "
    return all(word in _JOINING for word in re.findall(r"\w+", "".join(spare)))


def _of_house(label: str | None, house: Mention, voice: Voice) -> str | None:
    """``données de l'Agence …`` / ``data of the … Agency``."""
    one = organization(house.id) if house.kind in ("organization", "outlet") else None
    if label is None or one is None:
        return None
    name = one.with_article(voice.lang)
    return contracted(f"{label} de {name}") if voice.lang == "fr" else f"{label} of {name}"
