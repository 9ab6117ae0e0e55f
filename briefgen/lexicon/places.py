"""Cities, regions, seas, seats of power and sites, in French and English."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from briefgen.compiled import Lazy, compiled, plain
from briefgen.frozen import dataclass
from briefgen.lexicon.articles import with_preposition
from briefgen.lexicon.names import slug
from briefgen.lexicon.tables import Form, forms, forms_of, rows, without_article
from briefgen.lexicon.territories import territory_phrases


@dataclass(frozen=True, slots=True)
class Place:
    """One row of `territories_places.txt`."""

    id: str
    kind: str
    """city | region | seat | site"""
    territory: str | None
    fr: tuple[Form, ...]
    en: tuple[Form, ...]
    preposition: str
    """French "in": "en", "dans le"; empty where it is "à"."""

    def with_article(self, language: str) -> str:
        """ "la Crimée", "Moscou", "the Kremlin"."""
        return (self.fr if language == "fr" else self.en)[0].text

    def name(self, language: str) -> str:
        """Without article."""
        return without_article(self.with_article(language), language)

    def inside(self, language: str) -> str:
        """ "à Moscou", "en Crimée", "dans le Donbass", "in Moscow"."""
        full = self.with_article(language)
        if language == "en":
            return f"in {full}"
        if not self.preposition:
            return with_preposition("à", full)
        return self.preposition + ("" if self.preposition.endswith("'") else " ") + without_article(full, "fr")


@cache
def load_places() -> Mapping[str, Place]:
    """Id → place; ids are slugs of the English name."""
    return Lazy(compiled("places", lambda: plain(_read())), _place)


def _place(fields: tuple[Any, ...]) -> Place:
    id_, kind, code, french, english, preposition = fields
    return Place(id_, kind, code, forms_of(french), forms_of(english), preposition)


def _read() -> Mapping[str, Place]:
    found: dict[str, Place] = {}
    for kind, code, fr, en in rows("territories_places.txt", 4):
        first, *others = fr.split(" ; ")
        first, _, preposition = first.partition("@")
        english = forms(en)
        key = slug(without_article(english[0].text, "en"))
        key = f"{key}-{kind}" if key in found else key
        place = code if code != "-" else None
        listed = forms(" ; ".join((first.strip(), *others)))
        found[key] = Place(key, kind, place, listed, english, preposition.strip())
    return found


def place(id_: str) -> Place | None:
    """The place of an id; None where there is none."""
    return load_places().get(id_)


@cache
def _powers() -> Mapping[str, str]:
    seats = {form.lower(): code for form, _, kind, code in territory_phrases("fr") if kind == "metonym"}
    found = {}
    for one in load_places().values():
        code = next((seats[f] for form in one.fr if (f := without_article(form.text, "fr").lower()) in seats), None)
        if code and one.kind in ("city", "seat"):
            found[one.id] = code
    return found


def power_of(id_: str) -> str | None:
    """The state that a capital or a palace stands for in the press ("moscow" → RU); None for other places."""
    return _powers().get(id_)


@cache
def _by_form() -> Mapping[str, str]:
    return {form.lower(): id_ for language in ("en", "fr") for form, _, id_ in place_phrases(language)}


def find_place(name: str) -> Place | None:
    """The place that `name` (without article) names in either language; None where there is none."""
    found = _by_form().get(name.lower())
    return place(found) if found else None


def place_phrases(language: str) -> Iterator[tuple[str, str, str]]:
    """(form without article, mark, id) of every form that is searched in `language`."""
    for one in load_places().values():
        for form in one.fr if language == "fr" else one.en:
            if form.mark != "~":
                yield without_article(form.text, language), form.mark, one.id
                if language == "fr" and form.text.startswith(("Le ", "La ")) and one.kind == "city":
                    yield form.text[3:], form.mark, one.id
