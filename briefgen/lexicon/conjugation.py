"""Forms of French and English verbs as the press uses them: third persons, participles, infinitive, each with its tense.

Regular by rule, by the ending of the infinitive (`verbs_endings.txt`), or by principal parts (`verbs_irregular.txt`).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from briefgen.resources import resource

Tense = Literal["infinitive", "present", "imperfect", "past", "future", "conditional", "participle", "gerund"]
Form = tuple[str, Tense]

_MUTE_E = re.compile(r"^(.*)[eé]([bcdfgjklmnprstvz]|[bcdfgptv]r|gn)$")
"""lev|er, accélér|er: the vowel opens before a mute ending."""


@cache
def _endings() -> tuple[tuple[str, ...], ...]:
    lines = resource("assets", "lexicons", "verbs_endings.txt").read_text(encoding="utf-8").splitlines()
    rows = [tuple(cell.strip() for cell in line.split(";")) for line in lines if line and line[0] != "#"]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def _irregular() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """(language, lemma) → principal parts; a dash leaves one to the rule."""
    lines = resource("assets", "lexicons", "verbs_irregular.txt").read_text(encoding="utf-8").splitlines()
    found = {}
    for head, _, parts in (line.partition(" = ") for line in lines if line and line[0] != "#"):
        language, _, lemma = head.partition(" ")
        found[language, lemma] = tuple(part.strip() for part in parts.split(";"))
    return found


def french_forms(lemma: str) -> Iterator[Form]:
    """(form, tense) of a French infinitive; participles in all four agreements."""
    yield lemma, "infinitive"
    parts = _irregular().get(("fr", lemma))
    if parts:
        yield from _from_parts(parts)
        return
    if lemma.endswith("er"):
        yield from _first_group(lemma[:-2])
        return
    for ending, present, presents, imperfect, past, pasts, future, participle in _endings():
        if lemma.endswith(ending):
            stem = lemma[: -len(ending)]
            yield stem + present, "present"
            yield stem + presents, "present"
            yield stem + past, "past"
            yield stem + pasts, "past"
            yield from _regular(stem + imperfect, stem + future)
            yield from _participles(stem + participle)
            return


def _from_parts(parts: tuple[str, ...]) -> Iterator[Form]:
    """Of a verb that no ending tells: participle, gerund, present, imperfect and past (3rd persons), future stem."""
    participle, gerund, present, imperfect, past, future = parts
    yield from _participles(participle)
    yield gerund, "gerund"
    listed: tuple[tuple[str, Tense], ...] = ((present, "present"), (imperfect, "imperfect"), (past, "past"))
    for forms, tense in listed:
        yield from ((form, tense) for form in forms.split())
    yield from ((future + ending, "future") for ending in ("a", "ont"))
    yield from ((future + ending, "conditional") for ending in ("ait", "aient"))


def _first_group(stem: str) -> Iterator[Form]:
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    mute, future = _mute_stem(stem), stem
    if stem.endswith("envoy"):
        future = stem[:-2] + "err"
    elif mute != stem and "é" not in stem[-3:]:
        future = mute
    yield mute + "e", "present"
    yield mute + "ent", "present"
    yield soft + "a", "past"
    yield stem + "èrent", "past"
    yield from _regular(soft, future + ("" if future.endswith("err") else "er"), stem)
    yield from _participles(stem + "é")


def _mute_stem(stem: str) -> str:
    if stem.endswith(("pel", "jet", "mmel")):
        return stem + stem[-1]
    if stem.endswith("eet"):
        return stem
    if stem.endswith(("oy", "uy", "ay")):
        return stem[:-1] + "i"
    opened = _MUTE_E.match(stem)
    return f"{opened[1]}è{opened[2]}" if opened else stem


def _regular(imperfect: str, future: str, plain: str | None = None) -> Iterator[Form]:
    yield imperfect + "ait", "imperfect"
    yield imperfect + "aient", "imperfect"
    yield future + "a", "future"
    yield future + "ont", "future"
    yield future + "ait", "conditional"
    yield future + "aient", "conditional"
    yield imperfect + "ant", "gerund"


def _participles(masculine: str) -> Iterator[Form]:
    base = masculine[:-1] + "u" if masculine.endswith("crû") else masculine
    yield masculine, "participle"
    for form in (base + "e", base + "es", base if base.endswith("s") else base + "s"):
        yield form, "participle"


_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")
_UNDOUBLED = ("er", "en", "on", "it", "or", "el", "op", "et", "in", "ip", "an", "ur")


def english_forms(entry: str) -> Iterator[Form]:
    """(form, tense) of an English verb, ``base`` or ``base:past:participle``; a particle hangs on by a hyphen."""
    head, *principal = entry.split(":")
    base, _, particle = head.partition("-")
    tail = f" {particle}" if particle and len(base) > 2 else ""
    if particle and not tail:
        base, tail = head, ""
    known = [*principal, *_irregular().get(("en", base), ())[len(principal) :], "-", "-", "-", "-"]
    rules = (_past, _past, _third, _gerund)
    past, participle, third, gerund = (
        rule(base) if part == "-" else part for part, rule in zip(known, rules, strict=False)
    )
    yield base + tail, "infinitive"
    yield base + tail, "present"
    yield third + tail, "present"
    yield past + tail, "past"
    yield participle + tail, "participle"
    yield gerund + tail, "gerund"


def _doubles(base: str) -> bool:
    if not _DOUBLED.search(base):
        return False
    return sum(c in "aeiouy" for c in base) == 1 or not base.endswith(_UNDOUBLED)


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


def _gerund(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"
