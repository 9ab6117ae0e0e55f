"""What a verb or noun form can mean to a record: a change, a level, a report, or the predicate of an event."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from briefgen.compiled import Lazy, compiled, plain
from briefgen.frozen import dataclass
from briefgen.lexicon.conjugation import Tense, english_forms, french_forms
from briefgen.lexicon.inflection import en_plural, fr_plural
from briefgen.lexicon.matcher import Matcher
from briefgen.resources import resource

DIRECTIONS = frozenset(("up", "down", "stable"))
_LISTED = frozenset(("up", "down", "stable", "level", "report", "governs", "shift"))


@dataclass(frozen=True, slots=True)
class Sense:
    """`id` is ``up``, ``down``, ``stable``, ``shift``, ``level``, ``report``, ``governs`` or the concept id of an event."""

    id: str
    weight: int
    tense: Tense | None
    """None for a noun."""
    lemma: str = ""
    reflexive: bool = False
    """French: meant only with "se" ("se tenir")."""

    @property
    def is_event(self) -> bool:
        """Whether the form names something that happens, other than a mere change, level or report."""
        return self.id not in _LISTED


@dataclass(frozen=True, slots=True)
class Predicate:
    """A kind of event with its printed noun in each language (empty where the language has none)."""

    id: str
    weight: int
    labels: Mapping[str, str]


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    for line in resource("assets", "lexicons", name).read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            yield tuple(cell.strip() for cell in line.split(" ; "))


@cache
def _entries() -> tuple[tuple[str, int, Mapping[str, tuple[str, str]]], ...]:
    """(id, weight, language → (verbs, nouns)) of all lexicon lines."""
    found = [(row[0], 2, _sides(row[1], row[2])) for row in _rows("changes.txt")]
    found += [(row[0], 1, _sides(row[1], row[2])) for row in _rows("modality_verbs.txt")]
    found += [("report", 1, _sides(row[1], row[2])) for row in _rows("attribution.txt") if row[0] == "report"]
    found += [(row[0], int(row[1]), _sides(row[2], row[3])) for row in _rows("predicates.txt")]
    return tuple(found)


def _sides(french: str, english: str) -> dict[str, tuple[str, str]]:
    return {lang: (cell.partition("/")[0], cell.partition("/")[2]) for lang, cell in (("fr", french), ("en", english))}


@cache
def senses(language: str) -> Mapping[str, tuple[Sense, ...]]:
    """Folded one-word form → its senses, the lexicon's order kept."""
    return Lazy(compiled(f"senses_{language}", lambda: plain(_read_senses(language))), _decoded)


def _decoded(senses: tuple[Any, ...]) -> tuple[Sense, ...]:
    return tuple(Sense(*fields) for fields in senses)


def _read_senses(language: str) -> Mapping[str, tuple[Sense, ...]]:
    conjugate, plural = (french_forms, fr_plural) if language == "fr" else (english_forms, en_plural)
    found: dict[str, list[Sense]] = {}
    for name, weight, sides in _entries():
        verbs, nouns = sides[language]
        for lemma in (v for v in verbs.split() if "+" not in v):
            shared: dict[Tense, Sense] = {}
            reflexive = lemma.startswith("se-")
            for form, tense in conjugate(lemma.removeprefix("se-")):
                sense = shared.get(tense) or shared.setdefault(tense, Sense(name, weight, tense, lemma, reflexive))
                found.setdefault(form, []).append(sense)
        for noun in (n for n in nouns.split() if "_" not in n):
            sense = Sense(name, weight, None, noun)
            for form in (noun, plural(noun)):
                found.setdefault(form, []).append(sense)
    return {form: tuple(dict.fromkeys(found[form])) for form in found}


@cache
def idioms(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], Sense], ...]]:
    """Form of a verb → the words that must follow it, with the sense they have together ("mis" + "en orbite")."""
    conjugate = french_forms if language == "fr" else english_forms
    found: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for name, weight, sides in _entries():
        for idiom in (v for v in sides[language][0].split() if "+" in v):
            verb, *rest = idiom.split("+")
            for form, tense in conjugate(verb):
                found.setdefault(form, []).append((tuple(rest), Sense(name, weight, tense, idiom)))
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def predicates() -> Mapping[str, Predicate]:
    """Concept id → predicate, for composing a line of an event."""
    return {
        name: Predicate(
            name, weight, {lang: (nouns.split() or [""])[0].replace("_", " ") for lang, (_, nouns) in sides.items()}
        )
        for name, weight, sides in _entries()
        if name not in _LISTED
    }


@cache
def measures(language: str) -> frozenset[str]:
    """Nouns of what rises and falls, singular and plural."""
    plural = fr_plural if language == "fr" else en_plural
    column = 0 if language == "fr" else 1
    nouns = [noun for row in _rows("changes_measures.txt") for noun in row[column].split()]
    return frozenset((*nouns, *map(plural, nouns)))


def _phrases(name: str, language: str) -> Iterator[tuple[str, str]]:
    for row in _rows(name):
        for phrase in row[1 if language == "fr" else 2].split(", "):
            yield phrase, row[0]


@cache
def cues(language: str) -> Matcher[str]:
    """Cues of modality → modality."""
    return Matcher(_phrases("modality.txt", language))


@cache
def bases(language: str) -> Matcher[str]:
    """Phrases of comparison → ``previous_year`` …"""
    return Matcher(_phrases("changes_bases.txt", language))


@cache
def _attribution(kind: str, language: str) -> tuple[str, ...]:
    column = 1 if language == "fr" else 2
    return tuple(p for row in _rows("attribution.txt") if row[0] == kind for p in row[column].split(", "))


@cache
def source_openers(language: str) -> Matcher[str]:
    """Words that stand before a source (``before``) or before the source's own source (``cites``)."""
    return Matcher((phrase, kind) for kind in ("before", "cites") for phrase in _attribution(kind, language))


@cache
def source_kinds(language: str) -> Matcher[str]:
    """Words in a source's name → its kind, the longest first."""
    rows = [row for row in _rows("attribution.txt") if row[0] == "kind"]
    column = 2 if language == "fr" else 3
    return Matcher((word, row[1]) for row in rows for word in row[column].split(", "))
