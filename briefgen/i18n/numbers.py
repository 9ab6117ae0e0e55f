"""Numbers as the locale writes them: 463 000 / 463,000; 2,3 millions / 2.3 million; 4e / 4th."""

from functools import cache
from gettext import NullTranslations

from briefgen.frozen import dataclass
from briefgen.i18n.catalogs import document
from briefgen.i18n.locales import babel_locale, language, tag

Number = float | int
MINUS = "\u2212"
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Scaled:
    """A number split as the press says it: ``amount`` and a magnitude word, empty below a million."""

    amount: str
    magnitude: str
    plural: bool
    """Whether the thing counted takes the plural."""

    def __str__(self) -> str:
        return f"{self.amount}{NO_BREAK}{self.magnitude}" if self.magnitude else self.amount


def decimal(value: Number, locale: str, digits: int = 3) -> str:
    """All digits of `value`, grouped; at most `digits` decimals, none when it is whole."""
    from babel.numbers import format_decimal

    places = "0" if float(value).is_integer() else "0." + "#" * digits
    return format_decimal(value, format=f"#,##{places}", locale=babel_locale(locale)).replace("-", MINUS)


@cache
def _magnitudes(lang: str) -> tuple[tuple[int, str], ...]:
    steps = ((10**9, "billion"), (10**6, "million"))
    return ((10**12, "trillion"), *steps) if lang == "en" else steps


def is_plural(value: Number, lang: str) -> bool:
    """Whether a noun after `value` is plural: French from 2 on, English for all but 1."""
    return abs(value) >= 2 if lang == "fr" else abs(value) != 1


def scaled(value: Number, locale: str) -> Scaled:
    """`value` in millions or more where that takes at most two decimals, else with all its digits."""
    lang = language(locale)
    for size, name in _magnitudes(lang):
        share = value / size
        if abs(share) >= 1 and abs(share * 100 - round(share * 100)) < 1e-6:
            return Scaled(decimal(round(share, 2), locale), _magnitude_word(share, name, document(locale)), True)
    return Scaled(decimal(value, locale), "", is_plural(value, lang))


def _magnitude_word(share: float, name: str, words: NullTranslations) -> str:
    plural = 2 if abs(share) >= 2 else 1
    if name == "million":
        return words.ngettext("million", "million", plural)
    if name == "billion":
        return words.ngettext("billion", "billion", plural)
    return "trillion"


def short_magnitude(value: Number, locale: str) -> tuple[str, str]:
    """(amount, abbreviation) such as ("6", "Md") or ("2.3", "m"); the abbreviation is empty below a million."""
    words, lang = document(locale), language(locale)
    marks = {10**12: "tn", 10**9: words.pgettext("abbreviation", "bn"), 10**6: words.pgettext("abbreviation", "m")}
    for size, _ in _magnitudes(lang):
        share = value / size
        if abs(share) >= 1 and abs(share * 100 - round(share * 100)) < 1e-6:
            return decimal(round(share, 2), locale), marks[size]
    return decimal(value, locale), ""


def percent(value: Number, locale: str, sign: bool = False) -> str:
    """`value` percent: ``75 %`` in French, ``75%`` in English; with `sign`, a plus before a gain."""
    number = decimal(value, locale)
    mark = "+" if sign and value > 0 else ""
    if language(locale) != "fr":
        return f"{mark}{number}%"
    return f"{mark}{number}{NO_BREAK if tag(locale) == 'fr-CA' else chr(0x202F)}%"


def ordinal(value: int, locale: str) -> str:
    """``1er``, ``4e`` / ``1st``, ``4th``."""
    if language(locale) == "fr":
        return "1er" if value == 1 else f"{value}e"
    teens = 10 <= value % 100 <= 20
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"
