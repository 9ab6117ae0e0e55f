"""Organizations and the press: names, acronyms, kind and country in French and English."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from briefgen.compiled import Lazy, compiled, plain
from briefgen.frozen import dataclass
from briefgen.lexicon.names import slug
from briefgen.lexicon.tables import Form, forms, forms_of, rows, without_article
from briefgen.lexicon.territories import territory

_PRESS = frozenset(
    "agency state_agency state_media public_media daily weekly magazine broadcaster site party_paper".split()
)
_STATE_PRESS = frozenset("state_agency state_media party_paper".split())
_GOVERNMENT = frozenset(
    "space_agency public_agency regulator ministry government parliament court army intelligence central_bank".split()
)


@dataclass(frozen=True, slots=True)
class Organization:
    """One row of `organizations.txt` or `outlets.txt`."""

    id: str
    kind: str
    """As in the tables: ``space_agency``, ``company``, ``state_media``, ``daily`` …"""
    country: str | None
    """ISO 3166 code, or that of a bloc; None for what belongs to no state."""
    fr: tuple[Form, ...]
    """With their articles."""
    en: tuple[Form, ...]
    acronyms_fr: tuple[Form, ...]
    acronyms_en: tuple[Form, ...]

    def name(self, language: str) -> str:
        """The full name without article."""
        return without_article(self.with_article(language), language)

    def with_article(self, language: str) -> str:
        """The name as a subject: "l'Agence spatiale européenne", "Roscosmos", "the World Bank"."""
        return (self.fr if language == "fr" else self.en)[0].text

    def acronym(self, language: str) -> str | None:
        """ "OMS" and "WHO"; None where none is in use."""
        listed = self.acronyms_fr if language == "fr" else self.acronyms_en
        return listed[0].text if listed else None

    @property
    def is_press(self) -> bool:
        """Whether it publishes news."""
        return self.kind in _PRESS

    @property
    def attribution_kind(self) -> str:
        """The contract's word for a source of this kind: agency, state_media, outlet, government or organization."""
        if self.kind in _PRESS:
            return "state_media" if self.kind in _STATE_PRESS else "agency" if self.kind == "agency" else "outlet"
        return "government" if self.kind in _GOVERNMENT else "organization"


@cache
def load_organizations() -> Mapping[str, Organization]:
    """Id → organization, the press included; ids are slugs of the English name."""
    return Lazy(compiled("organizations", lambda: plain(_read())), _organization)


def _organization(fields: tuple[Any, ...]) -> Organization:
    return Organization(*fields[:3], *map(forms_of, fields[3:]))


def _read() -> Mapping[str, Organization]:
    found: dict[str, Organization] = {}
    for kind, country, fr, short_fr, en, short_en in rows("organizations.txt", 6):
        _add(found, kind, country, (fr, short_fr, en, short_en))
    for kind, country, fr, short, en in rows("outlets.txt", 5):
        _add(found, kind, country, (fr, short, en or fr, short))
    return found


def _add(found: dict[str, Organization], kind: str, country: str, fields: tuple[str, str, str, str]) -> None:
    fr, short_fr, en, short_en = map(forms, fields)
    key = slug(without_article(en[0].text, "en"))
    if key in found:
        key = f"{key}-{country.lower()}"
    place = country if country != "-" else None
    found[key] = Organization(key, kind, place, fr, en, short_fr, short_en)


def organization(id_: str) -> Organization | None:
    """The organization of an id; None where there is none."""
    return load_organizations().get(id_)


def organization_phrases() -> Iterator[tuple[str, str]]:
    """(form without article, id) of every name and acronym that is searched, in both languages."""
    for one in load_organizations().values():
        for form in one.fr:
            if form.mark != "~":
                yield without_article(form.text, "fr"), one.id
        for form in one.en:
            if form.mark != "~":
                yield without_article(form.text, "en"), one.id
        for form in (*one.acronyms_fr, *one.acronyms_en):
            if form.mark != "~":
                yield form.text, one.id


@cache
def _by_form() -> Mapping[str, str]:
    found: Mapping[str, str] = compiled("organization_forms", _read_forms)
    return found


def _read_forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for form, id_ in organization_phrases():
        found.setdefault(form.lower(), id_)
    return found


def find(name: str) -> Organization | None:
    """The organization that `name` names, with or without article, in any known form; else None."""
    words = " ".join(name.replace("’", "'").split())
    known = _by_form()
    keys = (words, without_article(words, "fr"), without_article(words, "en"))
    return next((load_organizations()[i] for key in keys if (i := known.get(key.lower()))), None)


_DESCRIPTIONS: Mapping[str, tuple[str, str, str]] = {
    # kind: (French, gender, English)
    "agency": ("agence de presse", "f", "news agency"),
    "state_agency": ("agence officielle", "f", "official news agency"),
    "state_media": ("média d'État", "m", "state media"),
    "public_media": ("média public", "m", "public broadcaster"),
    "daily": ("quotidien", "m", "daily newspaper"),
    "weekly": ("hebdomadaire", "m", "weekly"),
    "magazine": ("revue", "f", "magazine"),
    "broadcaster": ("chaîne", "f", "broadcaster"),
    "site": ("site d'information", "m", "news website"),
    "party_paper": ("organe officiel", "m", "official newspaper"),
    "space_agency": ("agence spatiale", "f", "space agency"),
    "public_agency": ("agence publique", "f", "government agency"),
    "regulator": ("autorité de régulation", "f", "regulator"),
    "ministry": ("ministère", "m", "ministry"),
    "parliament": ("assemblée parlementaire", "f", "parliamentary assembly"),
    "army": ("force armée", "f", "armed force"),
    "intelligence": ("service de renseignement", "m", "intelligence agency"),
    "central_bank": ("banque centrale", "f", "central bank"),
    "bank": ("banque", "f", "bank"),
    "company": ("entreprise", "f", "company"),
    "university": ("université", "f", "university"),
    "institute": ("centre de recherche", "m", "research institute"),
    "ngo": ("organisation non gouvernementale", "f", "nongovernmental organization"),
    "party": ("parti politique", "m", "political party"),
    "armed_group": ("groupe armé", "m", "armed group"),
    "union": ("syndicat", "m", "labor union"),
    "international": ("organisation internationale", "f", "international organization"),
    "court": ("juridiction", "f", "court"),
}


def describe(id_: str, lang: str) -> str | None:
    """What the organization is: "média d'État chinois", "Chinese state media"; None where that is not known."""
    one = organization(id_)
    if one is None or one.kind not in _DESCRIPTIONS:
        return None
    fr, gender, en = _DESCRIPTIONS[one.kind]
    place = territory(one.country) if one.country and one.kind != "international" else None
    if lang == "en":
        people = place.attributive() if place else None
        return f"{people} {en}" if people else en
    people = place.demonym("fr", gender) if place else None
    return f"{fr} {people}" if people else fr
