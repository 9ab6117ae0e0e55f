"""Territories, continents and blocs: names, peoples and seats of power in French and English.

Codes are ISO 3166-1 alpha-2, UN M49 for continents, and words of our own (WEST, NATO) for blocs; the names are those of
the press, with CLDR's as the first where both agree.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from briefgen.compiled import Lazy, compiled, plain
from briefgen.frozen import dataclass
from briefgen.lexicon.articles import elided, with_preposition
from briefgen.lexicon.inflection import fr_feminine, fr_plural
from briefgen.lexicon.tables import Form, forms, forms_of, rows, without_article

TerritoryKind = Literal["territory", "demonym", "metonym", "region"]
_WIDTH = 8
_ATTRIBUTIVE = {"US": "US", "GB": "UK"}
"""What newsrooms put before a noun for "American" and "British" ("US sanctions")."""


@dataclass(frozen=True, slots=True)
class Territory:
    """One row of the table; every method takes ``fr`` or ``en``."""

    code: str
    fr: tuple[Form, ...]
    """With their articles."""
    en: tuple[Form, ...]
    adjectives_fr: tuple[str, ...]
    """Masculine, or its forms between slashes."""
    adjectives_en: tuple[Form, ...]
    prefix: str
    """First part of French compounds such as "sino-russe"; empty where none is in use."""
    seats_fr: tuple[Form, ...]
    seats_en: tuple[Form, ...]
    preposition: str
    """The French words for "in" where they do not follow from the article; else empty."""

    def name(self, language: str) -> str:
        """The name without article: "Russie", "United States"."""
        return without_article(self.with_article(language), language)

    def with_article(self, language: str) -> str:
        """The name as a subject: "la Russie", "Cuba", "the United States", "Russia"."""
        return (self.fr if language == "fr" else self.en)[0].text

    def demonym(self, language: str, gender: str = "m", plural: bool = False) -> str | None:
        """The adjective, agreeing in French; None where none is in use."""
        if language == "en":
            return self.adjectives_en[0].text if self.adjectives_en else None
        if not self.adjectives_fr:
            return None
        return french_forms(self.adjectives_fr[0].lstrip("~"))[(gender == "f") + 2 * plural]

    def attributive(self) -> str | None:
        """The English word put before a noun: "US", "Russian", "UK"; None where none is in use."""
        return _ATTRIBUTIVE.get(self.code) or self.demonym("en")

    def of(self, language: str) -> str:
        """ "de la Russie", "des États-Unis", "of Russia"."""
        full = self.with_article(language)
        return f"of {full}" if language == "en" else with_preposition("de", full)

    def bare_of(self) -> str:
        """French "of" as in titles: "de Russie", "d'Iran", "du Brésil", "des États-Unis", "de l'Otan"."""
        full = self.with_article("fr")
        bare = without_article(full, "fr")
        whole = full.partition(" ")[0] in ("le", "les") or len(self.code) > 2 or bare.startswith("République")
        return with_preposition("de", full) if whole or self.preposition == "à la" else elided("de", bare)

    def inside(self, language: str) -> str:
        """ "en Russie", "au Brésil", "aux États-Unis", "à Cuba", "in Russia"."""
        full = self.with_article(language)
        if language == "en":
            return f"in {full}"
        bare = without_article(full, "fr")
        if self.preposition:
            return self.preposition + ("" if self.preposition.endswith("'") else " ") + bare
        head = full.partition(" ")[0] if full != bare else ""
        known = {"le": "au", "les": "aux", "la": "en", "": "à"}
        return f"{known.get(head, 'en')} {bare}"

    def toward(self, language: str) -> str:
        """ "à la Russie", "au Brésil", "aux États-Unis", "to Russia"."""
        full = self.with_article(language)
        return f"to {full}" if language == "en" else with_preposition("à", full)


def french_forms(adjective: str) -> tuple[str, str, str, str]:
    """Masculine, feminine, masculine plural, feminine plural of "russe" or of "grec/grecque"."""
    given = adjective.split("/")
    if len(given) == 4:
        return given[0], given[1], given[2], given[3]
    masculine = given[0]
    feminine = given[1] if len(given) > 1 else _feminine(masculine)
    return masculine, feminine, fr_plural(masculine), fr_plural(feminine)


def _feminine(masculine: str) -> str:
    if masculine.endswith("en"):
        return masculine + "ne"
    if masculine.endswith(("an", "ain", "in", "ol", "ais", "ois", "al", "and")):
        return masculine + "e"
    return fr_feminine(masculine)


@cache
def load_territories() -> Mapping[str, Territory]:
    """Code → territory."""
    return Lazy(compiled("territories", lambda: plain(_read())), _decoded)


def _decoded(fields: tuple[Any, ...]) -> Territory:
    code, french, english, adjectives, peoples, prefix, seats_fr, seats_en, preposition = fields
    names = forms_of(french), forms_of(english), adjectives, forms_of(peoples)
    return Territory(code, *names, prefix, forms_of(seats_fr), forms_of(seats_en), preposition)


def _read() -> Mapping[str, Territory]:
    return {row[0]: _territory(row) for row in rows("territories.txt", _WIDTH)}


def _territory(row: list[str]) -> Territory:
    code, names, adjectives, prefix, english, people, seats_fr, seats_en = row
    first, *others = names.split(" ; ")
    first, _, preposition = first.partition("@")
    listed = (first.strip(), *others)
    return Territory(
        code=code,
        fr=forms(" ; ".join(listed)),
        en=forms(english),
        adjectives_fr=tuple(form.mark + form.text for form in forms(adjectives)),
        adjectives_en=forms(people),
        prefix=prefix,
        seats_fr=forms(seats_fr),
        seats_en=forms(seats_en),
        preposition=preposition.strip(),
    )


def territory(code: str) -> Territory | None:
    """The territory of an ISO 3166 (or our own) code; None where there is none."""
    return load_territories().get(code)


def kind_of(code: str) -> TerritoryKind:
    """``territory`` for states and blocs, ``region`` for continents and other parts of the world."""
    return "region" if code[0].isdigit() or code in _REGIONS else "territory"


def is_bloc(code: str) -> bool:
    """Whether French says "de l'Otan" where English says "NATO" before a noun."""
    return code in ("UN", "EU") or (
        len(code) > 2 and code != "WEST" and kind_of(code) == "territory" and code not in _FORMER
    )


_FORMER = frozenset(("USSR", "YUG", "GDR", "EAEU"))
_REGIONS = frozenset("MIDEAST ARCTIC BALTIC BALKANS GULF SAHEL CAUCASUS INDOPAC ARAB".split())


def territory_phrases(language: str) -> Iterator[tuple[str, str, TerritoryKind, str]]:
    """(form without article, mark, kind, code) of every name, adjective, people and seat of power in `language`."""
    for one in load_territories().values():
        kind = kind_of(one.code)
        for form in one.fr if language == "fr" else one.en:
            if form.mark != "~":
                yield without_article(form.text, language), form.mark, kind, one.code
        for form in one.seats_fr if language == "fr" else one.seats_en:
            if form.mark != "~":
                yield without_article(form.text, language), form.mark, "metonym", one.code
        for text, mark in _peoples(one, language):
            yield text, mark, "demonym", one.code


def _peoples(one: Territory, language: str) -> Iterator[tuple[str, str]]:
    if language == "fr":
        for adjective in one.adjectives_fr:
            if adjective[0] != "~":
                yield from ((form, "") for form in french_forms(adjective))
        return
    for form in one.adjectives_en:
        if form.mark == "~":
            continue
        yield form.text, form.mark
        if not form.text.endswith(("ese", "sh", "ch", "s", "men", "U", "N")):
            yield form.text + "s", form.mark


@cache
def compound_prefixes() -> Mapping[str, str]:
    """First part of a compound adjective ("sino", "franco") → code; both languages write them alike."""
    return {one.prefix: one.code for one in load_territories().values() if one.prefix}


@cache
def _codes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in ("fr", "en"):
        for form, _, _, code in territory_phrases(language):
            found.setdefault(form.lower(), code)
    return found


def code_of(form: str) -> str | None:
    """The code that a name, adjective, people or seat of power stands for, in either language; None where unknown."""
    words = form.strip().replace("’", "'")
    keys = (words, without_article(words, "fr"), without_article(words, "en"))
    return next((code for key in keys if (code := _codes().get(key.lower()))), None)
