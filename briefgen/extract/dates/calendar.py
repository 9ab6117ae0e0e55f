"""The words of the calendar and the classes of a text's tokens: one character a token, so that rules are short regexes.

Every kind of word in ``assets/lexicons/calendar.txt`` (month, weekday, unit …) and of number (day, hour, year …) is a
symbol. Tokens that share their kinds share a class character; `OTHER` stands for every word that is not of the calendar,
`MORE` for the further tokens of a phrase.
"""

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cache

from briefgen.frozen import dataclass
from briefgen.resources import resource
from briefgen.text.fold import folded
from briefgen.text.tokens import Tokens, tokenize

OTHER = " "
MORE = "~"
_FIRST_CODE = 0x100
_PUNCTUATION = {",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "/": "slash", ":": "colon", "'s": "apos",
                "@": "at", "(": "open", "!": "stop", "?": "stop", ";": "stop", ")": "stop"}  # fmt: skip
_ROMAN = re.compile(r"(?P<number>(?:x{0,3})(?:ix|iv|v?i{0,3}))(?:e|è|ème|er)?$")
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
"""A day in eight figures: 20161016."""
_LETTERED_ROMAN = re.compile(r"[ivx]+(?:e|è|ème|er)?$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}

Kinds = frozenset[str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """One language's words: single forms and phrases, each with its class and its value by kind."""

    codes: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    values: dict[str, dict[str, str]]
    """Form (tokens joined by a space) → kind → value."""
    ambiguous: frozenset[str]
    classes: dict[str, str]
    """Kind → the characters of its classes."""
    phrased: frozenset[str]
    """Kinds that have a form of several tokens."""
    kinds: dict[str, Kinds] = field(default_factory=dict)
    """Class character → kinds."""

    def symbol(self, kind: str) -> str:
        """A regex that matches one word or phrase of `kind`."""
        letters = "".join(sorted(self.classes.get(kind, "")))
        if not letters:
            return r"(?!)"
        return f"[{letters}]{MORE}*" if kind in self.phrased else f"[{letters}]"


@cache
def calendar(language: str) -> Calendar:
    """The calendar words of ``fr``, else those of English."""
    words: dict[tuple[str, ...], dict[str, str]] = {}
    ambiguous: set[str] = set()
    for kind, value, form in _entries(0 if language == "fr" else 1):
        bare = form.removesuffix("?")
        forms = (bare,) if bare.isalpha() else _forms(bare)
        words.setdefault(forms, {})[kind] = value
        if bare != form:
            ambiguous.add(bare)
    return _build(words, frozenset(ambiguous))


def _forms(phrase: str) -> tuple[str, ...]:
    """Tokens of a phrase; an elided last word ("fin d'") is cut as it is before another word."""
    return tokenize(phrase + "x").forms[:-1] if phrase[-1] == "'" and len(phrase) > 1 else tokenize(phrase).forms


def _entries(column: int) -> Iterator[tuple[str, str, str]]:
    """(kind, value, form) of every form in one column of the calendar files."""
    for name in ("calendar.txt", "calendar_holidays.txt"):
        for line in resource("assets", "lexicons", name).read_text(encoding="utf-8").splitlines():
            if not line or line[0] == "#":
                continue
            head, *columns = line.split("|")
            kind, value = head.split()
            for form in folded(columns[column]).split(","):
                if form := form.strip():
                    yield kind, value, form


@cache
def company(name: str, language: str) -> frozenset[str]:
    """The words of one line of ``calendar_company.txt``; `KeyError` for a name that is not there."""
    lines = resource("assets", "lexicons", "calendar_company.txt").read_text(encoding="utf-8").splitlines()
    rows = {row[0].strip(): row for line in lines if line[:1] != "#" and len(row := line.split("|")) == 3}
    return frozenset(rows[name][1 if language == "fr" else 2].split())


def _build(words: dict[tuple[str, ...], dict[str, str]], ambiguous: frozenset[str]) -> Calendar:
    letters: dict[Kinds, str] = {}

    def letter(kinds: Kinds) -> str:
        return letters.setdefault(kinds, chr(_FIRST_CODE + len(letters)))

    codes: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    phrased: set[str] = set()
    for forms, by_kind in words.items():
        code = letter(frozenset(by_kind))
        if len(forms) == 1:
            codes[forms[0]] = code
        else:
            phrases.setdefault(forms[0], []).append((forms[1:], code))
            phrased |= by_kind.keys()
    for mark, kind in _PUNCTUATION.items():
        known = words.get((mark,), {})
        codes[mark] = letter(frozenset({kind, *known}))
    for kinds in NUMBER_KINDS:
        letter(kinds)
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    classes: dict[str, str] = {}
    for kinds, code in letters.items():
        for kind in kinds:
            classes[kind] = classes.get(kind, "") + code
    values = {" ".join(forms): by_kind for forms, by_kind in words.items()}
    _number_codes(codes, letters)
    return Calendar(codes, phrases, values, ambiguous, classes, frozenset(phrased), {c: k for k, c in letters.items()})


# ---------------------------------------------------------------- digits
_HOUR, _DAY, _MINUTE = "hour", "daynumber", "minute"
_ZERO = frozenset({_HOUR, _MINUTE, "digits", "short"})
_SMALL = frozenset({"monthnumber", _HOUR, _DAY, _MINUTE, "digits", "short"})
_TO_24 = frozenset({_HOUR, _DAY, _MINUTE, "digits", "short"})
_TO_31 = frozenset({_DAY, _MINUTE, "digits", "short"})
_TO_59 = frozenset({_MINUTE, "digits", "short"})
_TO_99 = frozenset({"digits", "short"})
_YEAR = frozenset({"yearnumber", "digits"})
_LONG = frozenset({"digits"})
_DOTTED = frozenset({"dotted"})
_DECIMAL = frozenset({"digits", "decimal"})
_NUMERAL = frozenset({"roman"})
NUMBER_KINDS = (_ZERO, _SMALL, _TO_24, _TO_31, _TO_59, _TO_99, _YEAR, _LONG, _DOTTED, _DECIMAL, _NUMERAL)


def _digit_kinds(form: str) -> Kinds:
    if not form.isdecimal():
        return _DOTTED if form.count(".") == 2 else _DECIMAL
    if len(form) == 4:
        return _YEAR if "1000" <= form <= "2199" else _LONG
    if len(form) == 8 and _COMPACT.match(form):
        return _DOTTED
    if len(form) > 2:
        return _LONG
    number = int(form)
    for limit, kinds in ((0, _ZERO), (12, _SMALL), (24, _TO_24), (31, _TO_31), (59, _TO_59)):
        if number <= limit:
            return kinds
    return _TO_99


def _number_codes(codes: dict[str, str], letters: dict[Kinds, str]) -> None:
    """Class characters under keys that no token has, for `encode`."""
    for kinds in NUMBER_KINDS:
        codes["\0" + ",".join(sorted(kinds))] = letters[kinds]


def roman(form: str) -> int | None:
    """The value of ``xixe`` or ``xxi`` (up to 39); None where it is no Roman numeral."""
    match = _ROMAN.match(form)
    if not match or not match["number"]:
        return None
    digits = [_ROMAN_VALUES[c] for c in match["number"]]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def encode(tokens: Tokens, words: Calendar) -> str:
    """One class character for each token."""
    codes, phrases = words.codes, words.phrases
    forms = tokens.forms
    classes = [codes.get(form) or _class_of(form, codes) for form in forms]
    for index in [i for i, form in enumerate(forms) if form in phrases]:
        if classes[index] == MORE:
            continue
        for rest, code in phrases[forms[index]]:
            end = index + 1 + len(rest)
            if forms[index + 1 : end] == rest:
                classes[index:end] = code + MORE * len(rest)
                break
    return "".join(classes)


def _class_of(form: str, codes: dict[str, str]) -> str:
    first = form[0]
    if first.isdecimal():
        return codes["\0" + ",".join(sorted(_digit_kinds(form)))]
    if first in "ivx" and len(form) < 9 and _LETTERED_ROMAN.match(form) and roman(form):
        return codes["\0roman"]
    return OTHER
