"""The reporting lexicons of one language, loaded once: verb forms with their frames, and the words around them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from briefgen.compiled import Lazy, compiled, plain
from briefgen.frozen import dataclass
from briefgen.lexicon.conjugation import english_forms, french_forms
from briefgen.resources import resource

_COLUMN = {"fr": 1, "en": 2}


Tense = Literal["finite", "past_participle", "present_participle", "infinitive", "conditional", "future"]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a written form may be: the meaning of its verb, the frames it enters and its tenses."""

    lemma: str
    meaning: str
    frames: str
    """Letters as in `reporting_verbs.txt`."""
    tenses: frozenset[Tense]

    def can(self, frame: str) -> bool:
        """Whether the verb enters the frame."""
        return frame in self.frames


@dataclass(frozen=True, slots=True)
class Reporting:
    """All reporting words of one language."""

    language: str
    verbs: Mapping[str, VerbForm]
    words: Mapping[str, frozenset[str]]
    """Use (``auxiliary``, ``boundary`` …) → single words."""
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word → the source phrases it opens, longest first, each as its words: "selon", "according to"."""
    nouns: Mapping[str, str]
    """Noun of what speaks → person, group, organization or document."""
    titles: Mapping[str, str]
    """Title before a name → m, f or -."""


_USES: Mapping[str, Tense] = {
    "present": "finite", "imperfect": "finite", "past": "finite", "participle": "past_participle",
    "gerund": "present_participle", "infinitive": "infinitive", "future": "future", "conditional": "conditional",
}  # fmt: skip
"""Tense → what a rule of quotations asks of a form."""


def _lines(name: str) -> Iterator[str]:
    for line in resource("assets", "lexicons", name).read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            yield line


def _verbs(language: str) -> Mapping[str, VerbForm]:
    conjugate = french_forms if language == "fr" else english_forms
    found: dict[str, VerbForm] = {}
    for line in _lines("reporting_verbs.txt"):
        fields = [field.strip() for field in line.split("|")]
        meaning, frames, lemmas = fields[0], fields[1].replace(",", ""), fields[1 + _COLUMN[language]]
        for lemma in (piece.strip() for piece in lemmas.split(",")):
            if lemma:
                for form, tense in conjugate(lemma):
                    if language == "fr" or (form, tense) != (lemma, "present"):
                        _add(found, form, VerbForm(lemma, meaning, frames, frozenset((_USES[tense],))))
    return found


def _add(found: dict[str, VerbForm], form: str, new: VerbForm) -> None:
    """One entry a form: two readings of it share their frames and tenses."""
    old = found.get(form)
    if old is None:
        found[form] = new
        return
    frames = old.frames + "".join(frame for frame in new.frames if frame not in old.frames)
    found[form] = VerbForm(old.lemma, old.meaning, frames, old.tenses | new.tenses)


def _columns(name: str, language: str) -> Iterator[tuple[str, list[str]]]:
    for line in _lines(name):
        fields = line.split("|")
        yield fields[0].strip(), [w.strip() for w in fields[_COLUMN[language]].split(";") if w.strip()]


@cache
def load_reporting(language: str) -> Reporting:
    """The lexicons of ``fr`` or ``en``; any other language reads as English."""
    language = language if language in _COLUMN else "en"
    words: dict[str, frozenset[str]] = {}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for use, listed in _columns("reporting_cues.txt", language):
        words[use] = frozenset(listed)
        if use == "source":
            for phrase in listed:
                split = tuple(phrase.replace("'", "' ").split())
                phrases.setdefault(split[0], []).append(split)
    return Reporting(
        language=language,
        verbs=Lazy(compiled(f"reporting_{language}", lambda: plain(_verbs(language))), lambda row: VerbForm(*row)),
        words=words,
        phrases={first: tuple(sorted(listed, key=len, reverse=True)) for first, listed in phrases.items()},
        nouns={noun: kind for kind, listed in _columns("person_nouns.txt", language) for noun in listed},
        titles={title: gender for gender, listed in _columns("person_titles.txt", language) for title in listed},
    )
