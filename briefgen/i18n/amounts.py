"""Amounts with what they count: money, percent, units, counted nouns, bounds and ranges."""

from typing import Literal

from briefgen.i18n.catalogs import document
from briefgen.i18n.french import of
from briefgen.i18n.locales import language
from briefgen.i18n.numbers import NO_BREAK, Number, decimal, is_plural, percent, scaled, short_magnitude
from briefgen.i18n.tables import currency_forms, unit_forms

Width = Literal["long", "short"]


def money(value: Number, currency: str, locale: str, width: Width = "long") -> str:
    """``6 milliards de dollars`` / ``$6 billion``; short ``6 Md USD`` / ``$6bn``."""
    if width == "short":
        return _short_money(value, currency, locale)
    one, other, symbol = currency_forms(currency, locale)
    number = scaled(value, locale)
    if symbol:
        return f"{symbol}{number}"
    noun = other if number.plural else one
    joined = of(noun) if number.magnitude and language(locale) == "fr" else noun
    return f"{number}{NO_BREAK}{joined}"


def _short_money(value: Number, currency: str, locale: str) -> str:
    amount, magnitude = short_magnitude(value, locale)
    symbol = currency_forms(currency, locale)[2]
    if language(locale) == "fr":
        return NO_BREAK.join(part for part in (amount, magnitude, currency) if part)
    return f"{symbol}{amount}{magnitude}" if symbol else f"{amount}{magnitude}{NO_BREAK}{currency}"


def quantity(value: Number, unit: str | None, locale: str, width: Width = "long") -> str | None:
    """`value` of `unit`; None where the unit has no known form in this language. A None unit gives the number alone."""
    if unit == "percent":
        return percent(value, locale)
    if unit is None:
        return str(scaled(value, locale))
    forms = unit_forms(unit, locale)
    if forms is not None:
        return _with_unit(value, forms, locale, width)
    if len(unit) == 3 and unit.isupper():
        return money(value, unit, locale, width)
    return None


def counted(value: Number, noun: str, locale: str) -> str:
    """``2,3 millions de cas`` / ``2.3 million cases``: a number with the noun that follows it."""
    number = scaled(value, locale)
    return f"{number}{NO_BREAK}{of(noun) if number.magnitude and language(locale) == 'fr' else noun}"


def _with_unit(value: Number, forms: tuple[str, ...], locale: str, width: Width) -> str:
    number = scaled(value, locale)
    if width == "short":
        return f"{number}{NO_BREAK}{forms[2]}"
    noun = forms[1] if number.plural else forms[0]
    joined = of(noun) if number.magnitude and language(locale) == "fr" else noun
    return f"{number}{NO_BREAK}{joined}"


def span(low: Number, high: Number, unit: str | None, locale: str, width: Width = "long") -> str | None:
    """A range, the unit said once: ``de 10 à 15 tonnes`` / ``10 to 15 metric tons``; short ``10–15 t``."""
    top = quantity(high, unit, locale, width)
    if top is None:
        return None
    bottom = _low_end(low, high, unit, locale, width)
    if width == "short":
        return f"{bottom}–{top}"
    return document(locale).gettext("{low} to {high}").format(low=bottom, high=top)


def _low_end(low: Number, high: Number, unit: str | None, locale: str, width: Width) -> str:
    """`low` without its unit, in the magnitude of `high`; with its sign where the currency's stands before the number."""
    currency = unit if unit and len(unit) == 3 and unit.isupper() and unit_forms(unit, locale) is None else None
    if currency and currency_forms(currency, locale)[2]:
        return money(low, currency, locale, width)
    top, bottom = scaled(high, locale), scaled(low, locale)
    return bottom.amount if bottom.magnitude.rstrip("s") == top.magnitude.rstrip("s") else str(bottom)


def bounded(amount: str, bound: str | None, locale: str) -> str:
    """`amount` with its bound in words: ``plus de …`` / ``more than …``."""
    _ = document(locale).gettext
    patterns = {
        "more_than": _("more than {amount}"),
        "less_than": _("less than {amount}"),
        "at_least": _("at least {amount}"),
        "at_most": _("at most {amount}"),
        "about": _("about {amount}"),
    }
    return patterns[bound].format(amount=amount) if bound in patterns else amount


def points(value: Number, locale: str, sign: bool = False) -> str:
    """Percentage points: ``2 points`` / ``2 percentage points``."""
    words = document(locale)
    noun = words.ngettext("percentage point", "percentage points", 2 if is_plural(value, language(locale)) else 1)
    return f"{'+' if sign and value > 0 else ''}{decimal(value, locale)}{NO_BREAK}{noun}"
