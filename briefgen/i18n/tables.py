"""How the press writes currencies, units and territories: assets/formats/*.toml, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from babel.numbers import get_currency_name

from briefgen.compiled import compiled
from briefgen.i18n.locales import babel_locale, language, tag
from briefgen.resources import resource

Forms = tuple[str, ...]
"""(one, other) or (one, other, short)."""


@cache
def _table(name: str) -> Mapping[str, Mapping[str, Any]]:
    path = resource("assets", "formats", f"{name}.toml")
    found: Mapping[str, Mapping[str, Any]] = compiled(
        f"formats_{name}", lambda: tomllib.loads(path.read_text(encoding="utf-8"))
    )
    return found


def _localized(entry: Mapping[str, Any], locale: str) -> Any:
    return entry.get(tag(locale).replace("-", "_"), entry.get(language(locale)))


@cache
def currency_forms(code: str, locale: str) -> tuple[str, str, str]:
    """(one, other, symbol) of an ISO 4217 code; the symbol is empty where the name follows the amount."""
    entry = _table("currencies").get(code)
    if entry:
        one, other = _localized(entry, locale)
        return one, other, entry["symbol"] if language(locale) == "en" else ""
    one, other = (get_currency_name(code, count, babel_locale(locale)).partition(" (")[0] for count in (1, 2))
    return one, other, ""


@cache
def _unit_ids() -> Mapping[str, str]:
    """Every id, alias and printed form → unit id."""
    found: dict[str, str] = {}
    for unit, entry in _table("units").items():
        spellings = [unit, unit.replace("-", "_"), *entry.get("alias", ()), *entry["fr"][:2], *entry["en"][:2]]
        for spelling in spellings:
            found.setdefault(spelling.lower(), unit)
    return found


@cache
def unit_forms(unit: str, locale: str) -> Forms | None:
    """(one, other, short) of a unit id or of a counted noun in either language; None where it is not known."""
    known = _unit_ids().get(unit.lower())
    if known:
        return tuple(_localized(_table("units")[known], locale))
    base, per, below = unit.rpartition("-per-")
    return _rate(base, below, locale) if per else _power(unit, locale) or _prefixed(unit, locale)


def _rate(base: str, below: str, locale: str) -> Forms | None:
    """``barils par jour`` / ``barrels a day``, ``grammes par litre`` / ``grams per liter``."""
    forms, each = unit_forms(base, locale), _PERIODS[language(locale)].get(below)
    if each is None and (other := unit_forms(below, locale)):
        each = f"{'par' if language(locale) == 'fr' else 'per'} {other[0]}", other[-1]
    if forms is None or each is None:
        return None
    return f"{forms[0]} {each[0]}", f"{forms[1]} {each[0]}", f"{forms[-1]}/{each[1]}"


def _power(unit: str, locale: str) -> Forms | None:
    """``pouces cubes`` / ``cubic inches``."""
    power, _, base = unit.partition("-")
    if power not in _POWERS or (forms := unit_forms(base, locale)) is None:
        return None
    word, mark = _POWERS[power]
    if language(locale) == "fr":
        return f"{forms[0]} {word}", f"{forms[1]} {word}s", forms[-1] + mark
    return f"{power} {forms[0]}", f"{power} {forms[1]}", forms[-1] + mark


def _prefixed(unit: str, locale: str) -> Forms | None:
    """``mégapascals`` / ``megapascals``: an SI prefix before a measure that is known."""
    for prefix, (french, symbol) in _PREFIXES.items():
        base = unit.removeprefix(prefix)
        entry = _table("units").get(base) if base != unit else None
        if entry is None or entry.get("count"):
            continue
        one, other, short = _localized(entry, locale)
        word = french if language(locale) == "fr" else prefix
        return word + one, word + other, symbol + short
    return None


_POWERS = {"square": ("carré", "²"), "cubic": ("cube", "³")}
_PREFIXES = {"pico": ("pico", "p"), "nano": ("nano", "n"), "micro": ("micro", "µ"), "milli": ("milli", "m"), "centi": ("centi", "c"),
             "deci": ("déci", "d"), "hecto": ("hecto", "h"), "kilo": ("kilo", "k"), "mega": ("méga", "M"),
             "giga": ("giga", "G"), "tera": ("téra", "T"), "peta": ("péta", "P"), "exa": ("exa", "E")}  # fmt: skip
"""SI prefix of a unit id → its French spelling and its symbol (BIPM, SI Brochure, table 7)."""


_PERIODS = {
    "fr": {"hour": ("par heure", "h"), "day": ("par jour", "j"), "week": ("par semaine", "sem."),
           "month": ("par mois", "mois"), "year": ("par an", "an")},
    "en": {"hour": ("an hour", "h"), "day": ("a day", "d"), "week": ("a week", "wk"),
           "month": ("a month", "mo"), "year": ("a year", "yr")},
}  # fmt: skip
"""What a rate is counted by: in words, and short."""


def is_counted(unit: str) -> bool:
    """Whether `unit` is a counted thing (cases, firms) rather than a measure or a currency."""
    known = _unit_ids().get(unit.lower())
    if known is None:
        derived = unit_forms(unit, "en") is not None
        return unit != "percent" and not derived and not (len(unit) == 3 and unit.isupper())
    return bool(_table("units")[known].get("count"))


@cache
def territory(code: str, locale: str) -> str | None:
    """The name of an ISO 3166 territory or of a bloc of ours; None where CLDR has none."""
    entry = _table("territories").get(code)
    if entry:
        return str(_localized(entry, locale))
    return babel_locale(locale).territories.get(code)
