"""The persons an article names: full names, the surnames that stand for them later, gender and first place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.extract.quotes.lexicon import Reporting
from briefgen.extract.quotes.reading import Reading
from briefgen.lexicon.names import find_person, gender_of
from briefgen.lexicon.organizations import find as find_organization

_NAME = re.compile(
    r"""
    [A-ZÀ-ÖØ-Þ][\w'’-]*                                   # Sergueï, Jean-Pierre, O'Brien
    (?:[\ \u00a0]                                          # one space
       (?:(?:de|da|do|du|des|di|del|della|von|van|der|den|al|el|bin|ben|ibn|le|la|dos)[\ \u00a0]){0,2}
       (?:[A-ZÀ-ÖØ-Þ]\.(?:[A-Z]\.)?|(?:al-|el-|d'|d’)?[A-ZÀ-ÖØ-Þ][\w'’-]*)
    )+
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['’]s?$")
_WORDS = re.compile(r"[\w'’.-]+")


@dataclass(slots=True)
class Person:
    """Somebody the article names in full."""

    name: str
    start: int
    gender: str | None = None
    places: list[int] = field(default_factory=list)
    """First characters of the full name's occurrences."""

    @property
    def words(self) -> list[str]:
        """The words of the name, folded."""
        return [word.lower().strip(".") for word in self.name.replace("’", "'").split()]


@dataclass(slots=True)
class Cast:
    """Persons by name and by each of their words, in the order of the article."""

    persons: dict[str, Person]
    by_word: dict[str, list[Person]]

    def named(self, name: str) -> Person | None:
        """The person of a full name, in any case and with any apostrophe."""
        return self.persons.get(_key(name))

    def matching(self, words: list[str]) -> list[Person]:
        """Persons all of whose given words occur in their name; surname matches before the others."""
        if not words:
            return []
        found = [p for p in self.by_word.get(words[-1], ()) if all(w in p.words for w in words)]
        last = [p for p in found if p.words[-1] == words[-1]]
        return last or found


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").replace("\u00a0", " ").lower().split())


def find_cast(reading: Reading) -> Cast:
    """Every person named in full in the text. Words of titles ("President", "M.") are not part of a name."""
    cast = Cast({}, {})
    for start, name in _names(reading):
        key = _key(name)
        person = cast.persons.get(key)
        if person is None:
            person = Person(name, start, gender_of(name))
            cast.persons[key] = person
            for word in dict.fromkeys(person.words):
                cast.by_word.setdefault(word, []).append(person)
        person.places.append(start)
    for key, person in list(cast.persons.items()):
        _join(cast, key, person)
    return cast


_ALIKE = 40
"""Persons with one surname beyond which none is looked for under another name: time stays linear."""


def _join(cast: Cast, key: str, person: Person) -> None:
    """Makes "M. |Eyenga Mbida|" another name of Paul Eyenga Mbida, if one person alone ends so."""
    words, alike = person.words, cast.by_word[person.words[-1]]
    if len(alike) > _ALIKE:
        return
    longer = [p for p in alike if len(p.words) > len(words) and p.words[-len(words) :] == words]
    if len(longer) != 1:
        return
    cast.persons[key] = longer[0]
    for word in dict.fromkeys(words):
        cast.by_word[word].remove(person)


def _names(reading: Reading) -> Iterator[tuple[int, str]]:
    text = reading.analysis.text
    for match in _NAME.finditer(text):
        found = split_name(reading, match.group())
        if found and not _is_byline(reading, match.start()):
            offset, name = found
            yield match.start() + offset, name


def _is_byline(reading: Reading, start: int) -> bool:
    """Whether the name stands in a line that only states who wrote the article, or owns it: no one the news is about."""
    lines = reading.analysis.boilerplate
    return any(line.why in _SIGNING and line.start <= start < line.end for line in lines)


def split_name(reading: Reading, words: str) -> tuple[int, str] | None:
    """(offset, name) of the person's name at the end of a run of capitalized words; None where it is none."""
    pieces = [(m.start(), m.group()) for m in _WORDS.finditer(words)]
    lexicon = reading.lexicon
    while pieces and is_lead(lexicon, pieces[0][1]):
        pieces.pop(0)
    for at in range(len(pieces) - 3, -1, -1):  # "Brest |Mayor| Claire Lebon"
        low = pieces[at][1].lower().rstrip(".")
        if low in lexicon.titles or lexicon.nouns.get(low) == "person":
            pieces = pieces[at + 1 :]
            break
    if len(pieces) < 2 or len(pieces) > 5:
        return None
    last = _POSSESSIVE.sub("", pieces[-1][1])
    begin = pieces[0][0]
    name = words[begin : pieces[-1][0] + len(last)].rstrip(".")
    lowered = [word.lower().strip(".") for _, word in pieces]
    if any(word in _COMMON for word in lowered):
        return None
    if not _like_a_person(name, lowered):
        return None
    return begin, name


def is_lead(lexicon: Reporting, word: str) -> bool:
    """Whether the capitalized word is none of a name: a title, an office, what a minister is minister of."""
    low = word.lower().rstrip(".")
    if len(word) > 2 and low[0] in "ld" and word[1] in "'’" and word[2].islower():
        return True
    return (
        low in lexicon.titles
        or low in lexicon.nouns
        or low in lexicon.words["opener"]
        or low in lexicon.words["determiner"]
        or low in lexicon.words["preposition"]
        or low in lexicon.words["boundary"]
        or low in lexicon.words["adverb"]
        or low in _PORTFOLIOS
        or (len(low) > _LONG and low.endswith(_CALLINGS))
        or low
        in (
            "former",
            "selon",
            "democratic",
            "republican",
            "u.s",
            "american",
            "premier",
            "première",
            "ex-président",
            "vice",
            "deputy",
            "press",
            "campaign",
            "sen",
            "state",
            "d'après",
        )
    )


def is_field(word: str) -> bool:
    """Whether the word says what an office is for: "Energy", "Santé", "and"."""
    return word.lower().strip(",") in _FIELDS


_LONG, _CALLINGS = 8, ("ologist", "ologue", "ographer", "ician", "icienne")
"""Endings of callings, which begin a sentence with a capital: "Entomologist Jane Doe"."""
_SIGNING = frozenset(("byline", "metadata", "copyright", "credit", "contact"))
_PORTFOLIOS = frozenset(
    "chief executive operating financial technology technical medical scientific officer assistant energy climate commerce treasury homeland security defense defence trade finance health research economy education interior transport agriculture "
    "environment industry justice labor labour culture tourism science foreign affairs high representative under "
    "énergie défense finances santé recherche économie éducation intérieur transports agriculture environnement "
    "industrie justice travail culture tourisme sciences".split()
)
"""What a minister is minister of stands before the name: "Minister of Climate and Energy Jane Doe"."""
_FIELDS = _PORTFOLIOS.union("and et the of".split()) - frozenset(
    "chief executive officer assistant representative".split()
)
_COMMON = frozenset(
    "news times post street house party university college school county city state states united nations committee "
    "council court department ministry agency bank group company institute center centre fund union league press "
    "network show debate convention election day week month january february march april june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday north south east west new "
    "world international national american republican democratic white supreme federal foundation association act bill "
    "ministère agence université conseil comité commission banque institut centre parti république fédération "
    "organisation europe asie afrique amérique france russie chine ukraine états jeux coupe monde journal gazette mer "
    "nord sud est ouest ville région département saint sainte sénat assemblée office airport beach park island river "
    "lake mount hotel hall church avenue boulevard road square tower plaza airlines motors games cup prize nobel "
    "security defense affairs intelligence service services bureau board air force army navy corps police".split()
)


def _like_a_person(name: str, lowered: list[str]) -> bool:
    """Whether a run of capitalized words may be a person: known, a known first name, or nothing against it."""
    if find_person(name) or gender_of(name):
        return True
    return find_organization(name) is None and not any(len(word) > 1 and word.isupper() for word in name.split())
