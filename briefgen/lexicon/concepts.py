"""Concepts: language-neutral ideas with their forms in French and English, from `assets/lexicons` and `assets/topics`."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from briefgen.compiled import Lazy, compiled, plain
from briefgen.errors import LexiconError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.lexicon.inflection import en_plural, fr_feminine, fr_plural
from briefgen.resources import resource

ConceptKind = Literal["event", "thing", "measure", "quality"]
_KINDS = ("event", "thing", "measure", "quality")
_LISTS = ("fr", "en", "verbs_fr", "verbs_en", "needs", "blocks")
_KEYS = frozenset(
    "fr en g kind weight ambiguous needs blocks uncountable fr_plural en_plural verbs_fr verbs_en example".split()
)


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea; every form is lower case, singular and without article, unless it is a name or in capitals."""

    id: str
    fr: tuple[str, ...]
    en: tuple[str, ...]
    gender: Literal["m", "f"]
    """Of the French label."""
    kind: ConceptKind = "thing"
    weight: float = 1.0
    """Of one mention as evidence for the topic; 1.0 is enough for a sentence."""
    topic: str | None = None
    uncountable: bool = False
    fr_plural: str | None = None
    en_plural: str | None = None
    verbs_fr: tuple[str, ...] = ()
    verbs_en: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    """The forms that are evidence for the topic only in company."""
    needs: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    example: str | None = None

    def label(self, lang: str, plural: bool = False) -> str:
        """The printed form in `lang` (fr or en); a quality's is the masculine."""
        form = (self.fr if lang == "fr" else self.en)[0]
        if not plural or (self.kind == "quality" and lang == "en"):
            return form
        stated = self.fr_plural if lang == "fr" else self.en_plural
        if stated or self.uncountable:
            return stated or form
        return fr_plural(form) if lang == "fr" else en_plural(form)

    def adjective(self, lang: str, gender: str = "m", plural: bool = False) -> str:
        """A quality's form that agrees with a noun of `gender`; English adjectives do not change."""
        if lang == "en":
            return self.en[0]
        form = fr_feminine(self.fr[0]) if gender == "f" else self.fr[0]
        return fr_plural(form) if plural else form

    def forms(self, lang: str) -> Iterator[tuple[str, str]]:
        """(form, lexicon form it comes from) of every inflected form in `lang`, each once."""
        seen: set[str] = set()
        for source in self.fr if lang == "fr" else self.en:
            for form in self._inflected(source, lang):
                if form not in seen:
                    seen.add(form)
                    yield form, source

    def _inflected(self, form: str, lang: str) -> Iterable[str]:
        if self.kind == "quality":
            if lang == "en":
                return (form,)
            feminine = fr_feminine(form)
            return form, feminine, fr_plural(form), fr_plural(feminine)
        label, stated = (self.fr[0], self.fr_plural) if lang == "fr" else (self.en[0], self.en_plural)
        if stated and form == label:
            return form, stated
        return form, fr_plural(form) if lang == "fr" else en_plural(form)


@cache
def load_concepts() -> Mapping[str, Concept]:
    """Id → concept, of the general lexicons and of every installed topic (a user's topic never replaces a shipped id)."""
    from briefgen.lexicon.topics import load_topics

    general = compiled("concepts", lambda: plain(_general()))
    found: dict[str, PlainConcept] = dict(general)
    for topic in load_topics().values():
        for concept in topic.plain_concepts:
            found.setdefault(concept[0], concept)
    return Lazy(found, concept_of)


def _general() -> Mapping[str, Concept]:
    found: dict[str, Concept] = {}
    for path in sorted(resource("assets", "lexicons").glob("concepts*.toml")):
        for concept in concepts_of(read_toml(path), path, None):
            found.setdefault(concept.id, concept)
    return found


PlainConcept = tuple[Any, ...]
"""The fields of a concept in order."""


def concept_of(fields: PlainConcept) -> Concept:
    """The concept whose fields these are."""
    return Concept(*fields)


@cache
def concept_phrases(lang: str) -> tuple[tuple[str, str], ...]:
    """(form, concept id) of every inflected form in `lang`, for a `Matcher`; `fits_case` tells whether capitals fit.

    A form with two readings ("militaire": the adjective, the soldier) stands twice, general concepts first.
    """
    found: dict[tuple[str, str], None] = {}
    for concept in load_concepts().values():
        for form, _plural in concept.forms(lang):
            found[form, concept.id] = None
    return tuple(found)


def blocked_phrases(lang: str) -> tuple[str, ...]:
    """Phrases that only look like a concept ("espace Schengen"): they swallow the words they hold."""
    from briefgen.lexicon.topics import load_topics

    return tuple(dict.fromkeys(form for topic in load_topics().values() for form in topic.blocked[lang]))


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; raises LexiconError with file and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_("{place}: {problem}"), place=path, problem=error) from error
    except UnicodeDecodeError as error:
        raise LexiconError(_("{place}: not UTF-8 text; save the file as UTF-8"), place=path) from error


def concepts_of(tables: Mapping[str, Any], path: Path, topic: str | None) -> tuple[Concept, ...]:
    """The concepts of a file's ``[concept]`` table; raises LexiconError naming file, line and what is wrong."""
    entries = tables.get("concept", {})
    if not isinstance(entries, dict):
        raise LexiconError(_("{place}: `concept` must be a table"), place=f"{path}:{line_of(path, 'concept')}")
    return tuple(_concept(key, entry, path, topic) for key, entry in entries.items())


def _concept(key: str, entry: Any, path: Path, topic: str | None) -> Concept:
    problem = _problem(entry)
    if problem:
        raise LexiconError(
            _("{place}: concept {name}: {problem}"), place=f"{path}:{line_of(path, key)}", name=key, problem=problem
        )
    listed = {name: tuple(_listed(entry[name])) for name in _LISTS if name in entry}
    ambiguous = entry.get("ambiguous", False)
    return Concept(
        id=key,
        fr=listed["fr"],
        en=listed["en"],
        gender=entry.get("g", "m"),
        kind=entry.get("kind", "thing"),
        weight=float(entry.get("weight", 1.0)),
        topic=topic,
        uncountable=entry.get("uncountable", False),
        fr_plural=entry.get("fr_plural"),
        en_plural=entry.get("en_plural"),
        verbs_fr=listed.get("verbs_fr", ()),
        verbs_en=listed.get("verbs_en", ()),
        ambiguous=frozenset(listed["fr"] + listed["en"] if ambiguous is True else _listed(ambiguous or [])),
        needs=listed.get("needs", ()),
        blocks=listed.get("blocks", ()),
        example=entry.get("example"),
    )


def _listed(value: Any) -> list[str]:
    """The forms of a value: a string with semicolons between, or a list."""
    forms = value.split(";") if isinstance(value, str) else value
    return [form.strip() for form in forms]


def _problem(entry: Any) -> str | None:
    """What is wrong with a concept's table, as a sentence; None when nothing is."""
    if not isinstance(entry, dict):
        return "must be a table with `fr` and `en`"
    if not entry.keys() <= _KEYS:
        return f"unknown key `{min(entry.keys() - _KEYS)}`; known are {', '.join(sorted(_KEYS))}"
    for name in _LISTS:
        value = entry.get(name, "")
        if not isinstance(value, str) and not (
            isinstance(value, list) and all(isinstance(form, str) for form in value)
        ):
            return f'`{name}` must be a list of words, such as ["…", "…"], or one string with semicolons'
    if not all(any(_listed(entry.get(lang, ""))) for lang in ("fr", "en")):
        return "`fr` and `en` must hold at least one form each"
    return _odd_value(entry)


def _odd_value(entry: Mapping[str, Any]) -> str | None:
    if entry.get("g", "m") not in ("m", "f"):
        return '`g` must be "m" or "f"'
    if entry.get("kind", "thing") not in _KINDS:
        return f"`kind` must be one of {', '.join(_KINDS)}"
    weight = entry.get("weight", 1.0)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight <= 3:
        return "`weight` must be a number above 0 and at most 3"
    return None


def line_of(path: Path, key: str) -> int:
    """Line on which a TOML key is first set, for a message; 1 when it is not found."""
    starts = (key, f'"{key}"', f"[concept.{key}]", f"[{key}")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith(starts):
            return number
    return 1
