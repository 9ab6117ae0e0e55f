"""How single forms of a concept are inflected: what a matched word says of number and gender."""

import re
from functools import cache
from typing import NamedTuple

from briefgen.lexicon.concepts import Concept, load_concepts
from briefgen.lexicon.inflection import fr_feminine, fr_plural
from briefgen.lexicon.phrase_rules import heads
from briefgen.lexicon.territories import french_forms, territory


class Agreement(NamedTuple):
    """The genders and numbers that a French adjective's form may have."""

    genders: frozenset[str]
    plurals: frozenset[bool]

    def agrees(self, gender: str | None, plural: bool | None) -> bool:
        """Whether the form may stand with a noun of this gender and number; None fits any."""
        return (gender is None or gender in self.genders) and (plural is None or plural in self.plurals)


def concept(id_: str) -> Concept:
    """The concept of an id; raises KeyError where there is none."""
    return load_concepts()[id_]


_AFTER_HEAD = re.compile(r" (?:of|for|in|to|on) ")
"""Words behind the noun of a label: "board of directors" is one."""
_SINGULAR_S = ("ss", "us", "is", "ics", "gas", "series", "species", "means", "headquarters")
"""Ends of English singulars in s."""


@cache
def is_plural(id_: str, form: str, language: str) -> bool:
    """Whether `form` (folded) is a plural of the concept's own forms."""
    one = concept(id_)
    if form in {f.lower() for f in (one.fr if language == "fr" else one.en)}:
        noun = _AFTER_HEAD.split(form, 1)[0]
        return language == "en" and not one.uncountable and noun.endswith("s") and not noun.endswith(_SINGULAR_S)
    return any(form == inflected.lower() and inflected != source for inflected, source in one.forms(language))


@cache
def is_label(id_: str, form: str, language: str) -> bool:
    """Whether `form` (folded) is the printed form or its plural, whose gender is known."""
    one = concept(id_)
    return form in (one.label(language).lower(), one.label(language, plural=True).lower())


@cache
def means_its_label(id_: str, form: str, language: str) -> bool:
    """Whether `form` (folded) may be said with the concept's label in another language.

    Topic lexicons put near things under one concept for finding ("thyroïde", "pancréas"): there a form counts only if it
    is the label, an acronym, or shares a word's beginning with the label. General concepts hold true synonyms.
    """
    one = concept(id_)
    if id_ in heads("mislabeled"):
        return False
    if one.topic is None or is_label(id_, form, language):
        return True
    if any(form == known.lower() and known.isupper() for known in (*one.fr, *one.en)):
        return True
    return bool(_stems(form) & _stems(one.label(language).lower()))


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:5] for word in words.replace("-", " ").replace("'", " ").split() if len(word) > 3)


def french_adjective(quality: str, gender: str, plural: bool) -> str:
    """A quality in French, agreeing: "spatiale", "à long terme", "non habités"."""
    one = concept(quality)
    masculine = one.fr[0]
    if masculine.startswith(("à ", "en ", "de ", "bas-", "hors ")):
        return masculine
    front = "non " if masculine.startswith("non ") else ""
    word = masculine.removeprefix(front)
    form = fr_feminine(word) if gender == "f" else word
    return front + (fr_plural(form) if plural else form)


@cache
def agreement(kind: str, id_: str, form: str) -> Agreement:
    """What the French adjective `form` (folded) of a quality or a people agrees with."""
    if kind == "demonym":
        one = territory(id_)
        adjectives = one.adjectives_fr if one else ()
        tables = [french_forms(adjective.lstrip("~")) for adjective in adjectives]
    else:
        tables = [
            (source, fr_feminine(source), fr_plural(source), fr_plural(fr_feminine(source)))
            for source in concept(id_).fr
        ]
    genders: set[str] = set()
    plurals: set[bool] = set()
    for shapes in tables:
        for index, shape in enumerate(shapes):
            if shape.lower() == form:
                genders.add("f" if index % 2 else "m")
                plurals.add(index >= 2)
    return Agreement(frozenset(genders or "mf"), frozenset(plurals or (True, False)))
