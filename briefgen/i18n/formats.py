"""Everything that is written differently from one locale to the next, as one value to pass down."""

from collections.abc import Sequence
from functools import cache

from briefgen.frozen import dataclass
from briefgen.i18n import amounts, changes, dates, numbers, tables
from briefgen.i18n.amounts import Width
from briefgen.i18n.catalogs import document
from briefgen.i18n.french import of
from briefgen.i18n.locales import language, tag
from briefgen.i18n.numbers import Number


@dataclass(frozen=True, slots=True)
class Formats:
    """Functions of one locale; each returns printed words, or None where a form is not known."""

    locale: str

    @property
    def lang(self) -> str:
        return language(self.locale)

    def number(self, value: Number) -> str:
        return numbers.decimal(value, self.locale)

    def ordinal(self, value: int) -> str:
        return numbers.ordinal(value, self.locale)

    def amount(
        self, value: Number, unit: str | None = None, bound: str | None = None, width: Width = "long"
    ) -> str | None:
        """``plus de 6 milliards de dollars``: a number with unit or currency and bound."""
        text = amounts.quantity(value, unit, self.locale, width)
        return None if text is None else amounts.bounded(text, bound, self.locale)

    def counted(self, value: Number, noun: str, bound: str | None = None) -> str:
        """``plus de 28 000 cas``: a number of what `noun`, a plural, names."""
        return amounts.bounded(amounts.counted(value, noun, self.locale), bound, self.locale)

    def span(self, low: Number, high: Number, unit: str | None = None, width: Width = "long") -> str | None:
        return amounts.span(low, high, unit, self.locale, width)

    def change(
        self,
        value: Number | None,
        unit: str | None,
        direction: str,
        base: str | None = None,
        width: Width = "long",
        before: str | None = None,
    ) -> str | None:
        """``en hausse de 75 % sur un an``; `before` is the former amount in words."""
        return changes.change_words(value, unit, direction, base, self.locale, width, before)

    def date(
        self,
        edtf: str | None,
        bound: str | None = None,
        timex: str | None = None,
        width: dates.DateWidth = "long",
        edge: dates.Edge = "",
    ) -> str | None:
        return dates.date_label(edtf, self.locale, bound, timex, width, edge)

    def date_phrase(
        self, edtf: str | None, bound: str | None = None, timex: str | None = None, edge: dates.Edge = ""
    ) -> str | None:
        return dates.date_phrase(edtf, self.locale, bound, timex, edge)

    def territory(self, code: str) -> str | None:
        return tables.territory(code, self.locale)

    def of(self, noun: str) -> str:
        """``de pétrole`` / ``of oil``."""
        return of(noun) if self.lang == "fr" else f"of {noun}"

    def listed(self, items: Sequence[str]) -> str:
        """``a, b et c`` / ``a, b and c``."""
        if len(items) < 2:
            return "".join(items)
        joined = document(self.locale).gettext("{first} and {last}")
        return joined.format(first=", ".join(items[:-1]), last=items[-1])

    def language_name(self, code: str) -> str:
        """``français`` / ``French``."""
        from briefgen.i18n.locales import babel_locale

        return str(babel_locale(self.locale).languages.get(language(code), code))


@cache
def formats(locale: str) -> Formats:
    """The functions of `locale`, such as ``fr``, ``fr-CA``, ``en-GB``."""
    return Formats(tag(locale))
