"""The third-person forms of a verb from its lemma: what the press prints at a quotation."""

from collections.abc import Iterator, Mapping
from typing import Literal

Tense = Literal["finite", "past_participle", "present_participle", "infinitive", "conditional", "future"]
Form = tuple[str, Tense]
Irregular = tuple[str, ...]

_VOWELS = "aeiouyéèêâîôûàù"
_WEAK_STEMS = {
    "marteler": "martèl",
    "rappeler": "rappell",
    "appeler": "appell",
    "épeler": "épell",
    "ressasser": "ressass",
}
"""Stems of the singular present that no ending predicts: consonant doubled or accented."""


def french_forms(lemma: str, irregular: Mapping[str, Irregular]) -> Iterator[Form]:
    """(form, tense) of a French verb; `irregular` holds the principal parts of those that follow no rule.

    Example: "préciser" gives "précise", "précisent", "précisait", "précisa", "précisé", "précisant".
    """
    yield lemma, "infinitive"
    parts = irregular.get(lemma) or (_second_group(lemma) if lemma.endswith("ir") else _first_group(lemma))
    participle, gerund, present, imperfect, historic, future = parts
    for suffix in ("", "e", "s", "es"):
        yield (participle + suffix).replace("ss", "s") if suffix else participle, "past_participle"
    yield gerund, "present_participle"
    for group in (present, imperfect, historic):
        for form in group.split():
            yield form, "finite"
    for ending in ("a", "ont"):
        yield future + ending, "future"
    for ending in ("ait", "aient"):
        yield future + ending, "conditional"


def _first_group(lemma: str) -> Irregular:
    stem = lemma[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    weak = _weak_stem(lemma, stem)
    future = (weak if lemma in _WEAK_STEMS or stem.endswith(("oy", "uy")) else stem) + "er"
    present = f"{weak}e {weak}ent"
    return (
        stem + "é",
        soft + "ant",
        present,
        f"{soft}ait {soft}aient",
        f"{soft}a {stem}èrent",
        future,
    )


def _weak_stem(lemma: str, stem: str) -> str:
    """The stem before a silent ending: révéler → révèl-, soulever → soulèv-, employer → emploi-."""
    if lemma in _WEAK_STEMS:
        return _WEAK_STEMS[lemma]
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    last = max((stem.rfind(c) for c in "éea"), default=-1)
    if last < 1 or stem[last] == "a" or not stem[last + 1 :] or any(c in _VOWELS for c in stem[last + 1 :]):
        return stem
    silent = stem[last] == "é" or len(stem[last + 1 :]) == 1
    return stem[:last] + "è" + stem[last + 1 :] if silent else stem


def _second_group(lemma: str) -> Irregular:
    stem = lemma[:-1]
    return (
        stem,
        stem + "ssant",
        f"{stem}t {stem}ssent",
        f"{stem}ssait {stem}ssaient",
        f"{stem}t {stem}rent",
        lemma,
    )


def english_forms(lemma: str, irregular: Mapping[str, Irregular]) -> Iterator[Form]:
    """(form, tense) of an English verb, regular unless `irregular` gives its past, participle, s-form and ing-form."""
    past, participle, present, gerund = irregular.get(lemma) or ("-", "-", "-", "-")
    yield lemma, "infinitive"
    yield (_with_s(lemma) if present == "-" else present), "finite"
    yield (_past(lemma) if past == "-" else past), "finite"
    yield (_past(lemma) if participle == "-" else participle), "past_participle"
    yield (_gerund(lemma) if gerund == "-" else gerund), "present_participle"


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "ed"


def _gerund(lemma: str) -> str:
    return lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else lemma + "ing"
