"""Changes in words: ``en hausse de 75 % sur un an`` / ``up 75% year on year``; short ``+75 % sur un an``."""

from briefgen.i18n.amounts import Width, points, quantity
from briefgen.i18n.catalogs import document
from briefgen.i18n.dates import date_label, date_phrase
from briefgen.i18n.numbers import MINUS, Number, percent

_POINTS = ("percentage-point", "percentage_point", "percentage_points", "point", "percentage-points")


def change_words(
    value: Number | None,
    unit: str | None,
    direction: str,
    base: str | None,
    locale: str,
    width: Width = "long",
    before: str | None = None,
) -> str | None:
    """The change with what it is compared with (`before`: the former amount); None where its unit has no known form."""
    core = _core(value, unit, direction, locale, width)
    if core is None:
        return None
    if direction == "stable" and value is None:
        return core
    if before:
        return f"{core}{_former(before, base, locale)}"
    if value is None:
        unknown = document(locale).gettext("amount not stated")
        return f"{core}, {unknown}"
    return f"{core} {base_words(base, locale, width)}"


def _former(before: str, base: str | None, locale: str) -> str:
    """``, contre 280 millions un an plus tôt`` / `` from 280 million a year earlier``."""
    words = document(locale)
    _ = words.gettext
    known = {
        "previous_year": _("a year earlier"),
        "previous_month": _("a month earlier"),
        "previous_quarter": _("a quarter earlier"),
        "previous_week": _("a week earlier"),
        "previous_day": _("a day earlier"),
    }
    when = known.get(base or "") or date_phrase(base, locale) or ""
    former = words.gettext(" from {amount}").format(amount=before)
    return f"{former} {when}".rstrip()


def _core(value: Number | None, unit: str | None, direction: str, locale: str, width: Width) -> str | None:
    words = document(locale)
    bare = {"up": words.gettext("up"), "down": words.gettext("down"), "stable": words.gettext("unchanged")}
    if value is None or direction == "stable":
        return bare[direction]
    amount = change_amount(abs(value), unit, locale, width)
    if amount is None:
        return None
    if width == "short":
        return f"{'+' if direction == 'up' else MINUS}{amount}"
    pattern = words.gettext("up {amount}") if direction == "up" else words.gettext("down {amount}")
    return pattern.format(amount=amount)


def change_amount(value: Number, unit: str | None, locale: str, width: Width = "long") -> str | None:
    """The size of a change alone."""
    if unit == "percent":
        return percent(value, locale)
    if unit in _POINTS:
        return points(value, locale)
    return quantity(value, unit, locale, width)


def base_words(base: str | None, locale: str, width: Width = "long") -> str:
    """What the change is compared with; says so where the source does not state it."""
    words = document(locale)
    _ = words.gettext
    known = {
        "previous_year": _("year on year"),
        "previous_month": _("month on month"),
        "previous_quarter": _("quarter on quarter"),
        "previous_week": _("week on week"),
        "previous_day": _("day on day"),
    }
    if base in known:
        return known[base]
    label = date_label(base, locale)
    if label:
        return words.gettext("compared with {date}").format(date=label)
    if width == "short":
        return words.pgettext("comparison base", "(base n.s.)")
    return _("(comparison period not stated)")
