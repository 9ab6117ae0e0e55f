"""Persons whose names the press writes in several ways, each with its French and its English form."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from briefgen.compiled import Lazy, compiled, plain
from briefgen.frozen import dataclass
from briefgen.lexicon.tables import Form, forms, forms_of, rows
from briefgen.resources import resource
from briefgen.text.tokens import tokenize

Gender = Literal["m", "f"]
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_PARTICLES = frozenset("al el ben bin von van der de da dos du le la al- el-".split())


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the table."""

    id: str
    fr: tuple[Form, ...]
    en: tuple[Form, ...]
    gender: Gender
    territory: str
    known_by_surname: bool
    """Whether the surname alone names this person in the news."""

    def name(self, language: str) -> str:
        """The full name as the press of `language` writes it."""
        return (self.fr if language == "fr" else self.en)[0].text

    def forms(self) -> Iterator[str]:
        """Every full form that is searched, of both languages, each once."""
        yield from dict.fromkeys(form.text for form in (*self.fr, *self.en) if form.mark != "~")

    def surnames(self) -> tuple[str, ...]:
        """The last words of the forms, each once: ("Lavrov",), ("Poutine", "Putin")."""
        return tuple(dict.fromkeys(surname(form) for form in self.forms()))


def slug(name: str) -> str:
    """A plain id: "Sergueï Lavrov" → "serguei-lavrov"."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return _NOT_A_LETTER.sub("-", letters).strip("-")


def surname(name: str) -> str:
    """The words printed alone at a later mention: "Lavrov", "ben Salmane", "von der Leyen", "Ben Gvir"."""
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[first:])


@cache
def load_persons() -> Mapping[str, Person]:
    """Id → person."""
    return Lazy(compiled("persons", lambda: plain(_read())), _person)


def _person(fields: tuple[Any, ...]) -> Person:
    id_, french, english, *rest = fields
    return Person(id_, forms_of(french), forms_of(english), *rest)


def _read() -> Mapping[str, Person]:
    found: dict[str, Person] = {}
    for fr, en, gender, code in rows("persons.txt", 4):
        english = forms(en)
        person = Person(
            id=slug(english[0].text),
            fr=forms(fr.removeprefix("+").lstrip()),
            en=english,
            gender="f" if gender == "f" else "m",
            territory=code,
            known_by_surname=fr.startswith("+"),
        )
        found.setdefault(person.id, person)
    return found


def person_phrases() -> Iterator[tuple[str, str]]:
    """(form, person id) of every full name, and of the surnames that name one person alone."""
    for person in load_persons().values():
        for form in person.forms():
            yield form, person.id
        if person.known_by_surname:
            for form in person.surnames():
                yield form, person.id


@cache
def _by_form() -> Mapping[str, str]:
    found: Mapping[str, str] = compiled("person_forms", _read_forms)
    return found


def _read_forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for form, one in person_phrases():
        found.setdefault(form.lower(), one)
    return found


def person(id_: str) -> Person | None:
    """The person of an id; None where there is none."""
    return load_persons().get(id_)


def find_person(name: str) -> Person | None:
    """The person whom `name` names in any known spelling, full or by a surname that is theirs alone; else None."""
    known = _by_form().get(_plain(name))
    return load_persons()[known] if known else None


def person_forms(name: str, lang_of_text: str | None = None) -> tuple[str, dict[str, str]] | None:
    """(id, language → form) of a known person; None where the lexicon has none. `lang_of_text` may stay None."""
    found = find_person(name)
    return (found.id, {"fr": found.name("fr"), "en": found.name("en")}) if found else None


def display_name(name: str, names: Mapping[str, str], lang: str) -> str:
    """The form to print in a document in `lang`: that of `names` where there is one, else `name` as the article has it."""
    return names.get(lang[:2]) or name


def gender_of(name: str) -> Gender | None:
    """The gender that the lexicons know for a full name or its first name; None where they do not."""
    found = find_person(name)
    if found:
        return found.gender
    return first_name_gender(_plain(name).partition(" ")[0])


def first_name_gender(name: str) -> Gender | None:
    """The gender of a first name (folded) that is given to one alone; None where it is not listed."""
    return _first_names().get(name)


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").replace("‑", "-").lower().split())


@cache
def _first_names() -> Mapping[str, Gender]:
    found: dict[str, Gender] = {}
    for line in resource("assets", "lexicons", "persons_first_names.txt").read_text(encoding="utf-8").splitlines():
        if line[:2] in ("f ", "m "):
            gender: Gender = "f" if line[0] == "f" else "m"
            found.update(dict.fromkeys(line[2:].split(), gender))
    return found


@cache
def _things() -> tuple[tuple[str, str], ...]:
    """(French, English) names of rockets, craft and programs that are written differently, the longest first."""
    found = [(fr, en) for fr, en in rows("persons_things.txt", 2)]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _thing_forms() -> frozenset[tuple[str, ...]]:
    return frozenset(tokenize(name.lower()).forms for pair in _things() for name in pair)


def longest_thing(forms: tuple[str, ...]) -> int:
    """How many of the folded tokens are the name of a thing that both languages have ("longue marche"); 0 for none."""
    return next((n for n in range(len(forms), 0, -1) if forms[:n] in _thing_forms()), 0)


def thing_name(name: str, language: str) -> str:
    """A thing's name in `language`: "Longue Marche-5" → "Long March-5"; unchanged where both write it alike.

    Of a joint name ("Apollo-Soyouz") each part is said; a code before a name ("Y5 Longue Marche-5") stays.
    """
    parts = [_one_thing(part, language) for part in _JOINT.split(name)]
    return "".join(parts) if len(parts) > 1 else _one_thing(name, language)


_JOINT = re.compile(r"((?<=[^\W\d_]{3})[-–](?=[^\W\d_]{3})|(?<=\d) (?=[^\W\d_]{3}))")
"""The hyphen between two names, the space after a code."""


def _one_thing(name: str, language: str) -> str:
    low = name.lower()
    for pair in _things():
        target = pair[0 if language == "fr" else 1]
        for form in pair:
            rest = name[len(form) :]
            if low.startswith(form.lower()) and not rest[:1].isalpha():
                return target + rest
    return name
