"""The lexicons of this room as look-up tables: units, currencies, bounds and the words around numbers.

All are plain lines in ``assets/lexicons``; each file says its own format in its head.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from briefgen.compiled import Lazy, compiled
from briefgen.compiled import plain as as_plain
from briefgen.frozen import dataclass
from briefgen.model.evidence import Bound
from briefgen.resources import resource
from briefgen.text.fold import folded, plain
from briefgen.text.tokens import tokenize

_PREFIXES = {
    "k": ("kilo", "kilo"), "M": ("méga", "mega"), "G": ("giga", "giga"), "T": ("téra", "tera"), "P": ("péta", "peta"),
    "E": ("exa", "exa"), "c": ("centi", "centi"), "m": ("milli", "milli"), "µ": ("micro", "micro"),
    "n": ("nano", "nano"), "p": ("pico", "pico"), "d": ("déci", "deci"), "h": ("hecto", "hecto"),
}  # fmt: skip
_ENDING = re.compile(r"\((\w+)\)")


@dataclass(frozen=True, slots=True)
class Sign:
    """A unit or currency that some words stand for."""

    kind: str
    """unit | money | percent"""
    id: str
    assumed: bool = False
    exact: str = ""
    """The symbol with its case, without spaces; empty for words."""
    factor: int = 1
    """How many of the unit the words mean: 1,000,000 barrels a day for "mb/d"."""


Phrases = dict[str, list[tuple[tuple[str, ...], Sign]]]
"""First form → (the other forms, sign), the longest first."""


def lines(name: str) -> Iterator[list[str]]:
    """The fields of each line of a lexicon file, stripped; comments and blank lines are passed."""
    for line in resource("assets", "lexicons", name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def _listed(field: str) -> list[str]:
    return [form.strip() for form in field.split(",") if form.strip()]


def _numbers(form: str) -> tuple[str, ...]:
    """Singular and plural of a form with "(s)" endings."""
    return (_ENDING.sub("", form), _ENDING.sub(r"\1", form)) if "(" in form else (form,)


def _add(phrases: Phrases, form: str, sign: Sign) -> None:
    found = tokenize(folded(form)).forms
    if found:
        phrases.setdefault(found[0], []).append((found[1:], sign))


@cache
def signs(language: str) -> Mapping[str, list[tuple[tuple[str, ...], Sign]]]:
    """Everything that may stand after an amount in `language`: units, currencies, percent."""
    return Lazy(compiled(f"signs_{language}", lambda: as_plain(_read_signs(language))), _decoded)


def _decoded(entries: list[tuple[tuple[str, ...], tuple[Any, ...]]]) -> list[tuple[tuple[str, ...], Sign]]:
    return [(rest, Sign(*fields)) for rest, fields in entries]


def _read_signs(language: str) -> Phrases:
    phrases: Phrases = {}
    column = 1 if language == "fr" else 2
    for row in lines("units.txt"):
        _add_unit(phrases, row, column)
    for row in lines("currencies.txt"):
        _add_currency(phrases, row, column)
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return phrases


def _add_unit(phrases: Phrases, row: list[str], column: int) -> None:
    code, _, times = row[0].partition("*")
    kind, factor = "percent" if code.startswith("percent") else "unit", int(times or 1)
    prefixes = row[4].split() if len(row) > 4 else []
    derived = "²³" in prefixes
    for form in _listed(row[column]):
        for number in _numbers(form):
            _add(phrases, number, Sign(kind, code, factor=factor))
            if derived:
                _add_powers(phrases, number, code, column)
            for prefix in prefixes:
                if prefix in _PREFIXES:
                    word = _PREFIXES[prefix][column - 1] + number
                    scaled = _PREFIXES[prefix][1] + code
                    _add(phrases, word, Sign(kind, scaled))
                    if derived:
                        _add_powers(phrases, word, scaled, column)
    for symbol in _listed(row[3]):
        _add_symbol(phrases, symbol, code, kind, derived, factor)
        for prefix in prefixes:
            if prefix in _PREFIXES:
                _add_symbol(phrases, prefix + symbol, _PREFIXES[prefix][1] + code, kind, derived)


def _add_powers(phrases: Phrases, word: str, code: str, column: int) -> None:
    """ "mètres carrés", "square meters", "4 km cubed"."""
    for power, french, english, after in (
        ("square", "carré", "square", "squared"),
        ("cubic", "cube", "cubic", "cubed"),
    ):
        sign = Sign("unit", f"{power}-{code}")
        if column == 1:
            for ending in ("", "s"):
                _add(phrases, f"{word} {french}{ending}", sign)
        else:
            _add(phrases, f"{english} {word}", sign)
            _add(phrases, f"{english}-{word}", sign)
            _add(phrases, f"{word} {after}", sign)


def _add_symbol(phrases: Phrases, symbol: str, code: str, kind: str, derived: bool, factor: int = 1) -> None:
    exact = plain(symbol).replace(" ", "")
    _add(phrases, symbol, Sign(kind, code, exact=exact, factor=factor))
    if symbol.startswith("µ"):
        for other in ("μ", "u"):
            _add(phrases, other + symbol[1:], Sign(kind, code, exact=other + exact[1:]))
    if derived:
        for power, marks in (("square", ("²", "2", "^2")), ("cubic", ("³", "3", "^3"))):
            for mark in marks:
                _add(phrases, symbol + mark, Sign(kind, f"{power}-{code}", exact=exact + mark))
        for power, word in (("square", "sq "), ("square", "sq. "), ("cubic", "cu ")):
            _add(phrases, word + symbol, Sign(kind, f"{power}-{code}", exact=(word + exact).replace(" ", "")))


def _add_currency(phrases: Phrases, row: list[str], column: int) -> None:
    code = row[0]
    for form in _listed(row[column]):
        for number in _numbers(form.rstrip("*")):
            _add(phrases, number, Sign("money", code, form.endswith("*")))
    for symbol in _listed(row[3]) if len(row) > 3 else []:
        bare = symbol.rstrip("*")
        _add(phrases, bare, Sign("money", code, symbol.endswith("*"), plain(bare).replace(" ", "")))


@cache
def money_before() -> dict[tuple[str, ...], Sign]:
    """Currency symbols and codes as folded token tuples, for what stands before an amount."""
    found: dict[tuple[str, ...], Sign] = {}
    for row in lines("currencies.txt"):
        for symbol in _listed(row[3]) if len(row) > 3 else []:
            bare = symbol.rstrip("*")
            sign = Sign("money", row[0], symbol.endswith("*"), plain(bare).replace(" ", ""))
            found[tokenize(folded(bare)).forms] = sign
    return found


@cache
def currency_codes() -> frozenset[str]:
    """ISO codes in lower case, for "MUSD" and "MEUR"."""
    return frozenset(row[0].lower() for row in lines("currencies.txt"))


@cache
def bounds_before(language: str) -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    """Last form of a bounding phrase → (the forms before it, bound), the longest first."""
    return _bound_table(language, "")


@cache
def bounds_after(language: str) -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    """First form of a bounding phrase behind an amount → (the forms after it, bound), the longest first."""
    return _bound_table(language, "after:")


def _bound_table(language: str, prefix: str) -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    table: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for row in lines("numerals_bounds.txt"):
        if row[0].startswith("after:") != bool(prefix):
            continue
        bound: Bound = row[0].removeprefix("after:")  # type: ignore[assignment]
        for phrase in _listed(row[1 if language == "fr" else 2]):
            forms = _open_forms(phrase)
            key, rest = (forms[0], forms[1:]) if prefix else (forms[-1], forms[:-1])
            table.setdefault(key, []).append((rest, bound))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _open_forms(phrase: str) -> tuple[str, ...]:
    """The forms of a phrase that may end in an elided word: "plus d'"."""
    return tokenize(folded(phrase) + "x").forms[:-1] if phrase.endswith("'") else tokenize(folded(phrase)).forms


@cache
def context_words(role: str, language: str) -> frozenset[str]:
    """The words of one role (designator, adjective, stop, plural, title)."""
    rows = {row[0]: row for row in lines("numerals_context.txt")}
    return frozenset(rows[role][1 if language == "fr" else 2].split())
