"""What roles are made of, and the role itself without a language: offices, bodies, domains, qualities.

"le ministre russe des Affaires étrangères" is Role(office minister, people RU, (domain, foreign-affairs)): it is read by
`role_reading` and said by `role_saying`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from typing import Literal, NamedTuple

from briefgen.compiled import Lazy, compiled, plain
from briefgen.frozen import dataclass
from briefgen.lexicon.organizations import organization_phrases
from briefgen.lexicon.places import place_phrases
from briefgen.lexicon.tables import forms, rows, without_article
from briefgen.lexicon.territories import territory_phrases

RoleRelation = Literal["domain", "of", "at", "in", "to", "for", "on", "from", "based"]
Status = Literal["former", "current", "acting", "new", "future", "outgoing", "elect", "late"]
STATUSES: Mapping[Status, tuple[tuple[str, str], str]] = {
    # status: ((French masculine, feminine), English)
    "former": (("ancien", "ancienne"), "former"),
    "current": (("actuel", "actuelle"), "current"),
    "acting": (("par intérim", "par intérim"), "acting"),
    "new": (("nouveau", "nouvelle"), "new"),
    "future": (("futur", "future"), "future"),
    "outgoing": (("sortant", "sortante"), "outgoing"),
    "elect": (("élu", "élue"), "elect"),
    "late": (("défunt", "défunte"), "late"),
}


class Office(NamedTuple):
    """One row of `offices.txt`."""

    masculine: str
    feminine: str
    before_domain_fr: str
    """de | de- (no article) | à | en | sur | pour | chargé de"""
    en: str
    before_domain_en: str
    before_body_en: str

    @property
    def capitals(self) -> bool:
        """Whether the office and its domain are printed with capitals."""
        return self.en[0].isupper()


class Body(NamedTuple):
    """One row of `offices_bodies.txt`."""

    fr: str
    before_domain_fr: str
    en: str
    before_domain_en: str
    the: bool
    """Whether English puts "the" before it."""


class Domain(NamedTuple):
    """One row of `offices_domains.txt`, with the articles of a ministry's name."""

    fr: str
    en: str
    fixed: bool
    """Whether its capitals stay where others are lowered."""


class Quality(NamedTuple):
    """One row of `offices_qualities.txt`."""

    masculine: str
    feminine: str
    en: str


@dataclass(frozen=True, slots=True)
class Role:
    """A head with what belongs to it; every id is a lexicon's, and a name kept as it stands is ``name:…``."""

    head: str
    """office:… body:… domain:… territory:… place:… organization:… name:…"""
    statuses: tuple[Status, ...] = ()
    qualities: tuple[str, ...] = ()
    people: str | None = None
    """Territory said as an adjective: "russe", "Russian"."""
    parts: tuple[tuple[RoleRelation, "Role"], ...] = field(default=())
    also: tuple["Role", ...] = ()
    """Further roles of the same person: "commentateur militaire et ancien instructeur"."""

    @property
    def kind(self) -> str:
        """The part of the head's id before the colon."""
        return self.head.partition(":")[0]

    @property
    def id(self) -> str:
        """The head's id in its lexicon."""
        return self.head.partition(":")[2]


def _pair(form: str) -> tuple[str, str]:
    masculine, _, feminine = form.partition("/")
    return masculine, feminine or masculine


@cache
def load_offices() -> Mapping[str, Office]:
    """Id → office; the first form of each language is the one printed."""
    return Lazy(compiled("offices", lambda: plain(_read_offices())), lambda fields: Office(*fields))


def _read_offices() -> Mapping[str, Office]:
    found = {}
    for key, fr, before, en, prepositions in rows("offices.txt", 5):
        if "+" not in key:
            domain, _, body = prepositions.partition("/")
            default = {"on": "at", "in": "at"}.get(domain, domain)
            found[key] = Office(*_pair(forms(fr)[0].text), before, forms(en)[0].text, domain, body or default)
    return found


@cache
def load_bodies() -> Mapping[str, Body]:
    """Id → body."""
    found = {}
    for key, fr, before, en, preposition in rows("offices_bodies.txt", 5):
        bare = preposition.endswith("-")
        found[key] = Body(forms(fr)[0].text, before, forms(en)[0].text, preposition.rstrip("-"), not bare)
    return found


@cache
def load_domains() -> Mapping[str, Domain]:
    """Id → domain."""
    found = {}
    for key, fr, en in rows("offices_domains.txt", 3):
        first = forms(fr)[0].text
        found[key] = Domain(first.replace("=", ""), forms(en)[0].text.replace("=", ""), "=" in first)
    return found


@cache
def load_qualities() -> Mapping[str, Quality]:
    """Id → quality."""
    return {
        key: Quality(*_pair(forms(fr)[0].text), forms(en)[0].text) for key, fr, en in rows("offices_qualities.txt", 3)
    }


@cache
def vocabulary(language: str) -> Mapping[str, tuple[str, ...]]:
    """Folded form → what it may be (``office:minister``, ``people:RU`` …), in the order of preference."""
    found: Mapping[str, tuple[str, ...]] = compiled(f"roles_{language}", lambda: _read_vocabulary(language))
    return found


def _read_vocabulary(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form, value in _entries(language):
        key = form.lower()
        known = found.get(key, ())
        if value not in known:
            found[key] = (*known, value)
    return found


def _entries(language: str) -> Iterator[tuple[str, str]]:
    yield from _table_forms("offices.txt", "office", language, 1, 3)
    for form, id_ in organization_phrases():
        yield form, f"organization:{id_}"
    yield from _table_forms("offices_bodies.txt", "body", language, 1, 3)
    yield from _table_forms("offices_domains.txt", "domain", language, 1, 2)
    yield from _table_forms("offices_qualities.txt", "quality", language, 1, 2)
    for form, _, id_ in place_phrases(language):
        yield form, f"place:{id_}"
    for form, _, kind, code in territory_phrases(language):
        if kind != "metonym":
            yield form, f"{'people' if kind == 'demonym' else 'territory'}:{code}"


def _table_forms(name: str, kind: str, language: str, fr: int, en: int) -> Iterator[tuple[str, str]]:
    for row in rows(name, 5):
        for form in forms(row[fr if language == "fr" else en]):
            if form.mark == "~":
                continue
            for text in dict.fromkeys(form.text.split("/")):
                yield without_article(text, language).replace("=", ""), f"{kind}:{row[0]}"
