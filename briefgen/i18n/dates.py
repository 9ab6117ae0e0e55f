"""EDTF dates in words: label (``avril 2022``), short (``avr. 2022``) and phrase (``en avril 2022``)."""

import re
from datetime import date
from gettext import NullTranslations
from typing import Literal

from briefgen.i18n.catalogs import document
from briefgen.i18n.edtf import Interval, Point, read_edtf
from briefgen.i18n.french import contracted, of
from briefgen.i18n.locales import babel_locale, language, tag
from briefgen.i18n.numbers import NO_BREAK, ordinal

DateWidth = Literal["long", "short"]
Edge = Literal["", "start", "end"]
_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<number>[1-4])\Z")
_HALF = re.compile(r"(?P<year>\d{4})-H(?P<number>[12])\Z")
_SEASON = re.compile(r"(?P<year>\d{4})-(?P<season>SP|SU|FA|WI)\Z")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d{2})\Z")
_DECADE = re.compile(r"\d{3}\Z")
_CENTURY = re.compile(r"\d{2}\Z")

_WEEKDAY = re.compile(r"XXXX-WXX-(?P<day>[1-7])\Z")
"""A day of the week that no calendar day is known for."""


def weekday_name(number: int, locale: str) -> str:
    """``jeudi`` / ``Thursday`` of 4."""
    return str(babel_locale(locale).days["format"]["wide"][number - 1])


def month_name(month: int, locale: str, width: DateWidth = "long") -> str:
    """``avril`` / ``April``; short ``avr.`` / ``Apr.`` (no full stop in British English)."""
    names = babel_locale(locale).months["format"]
    wide, narrow = str(names["wide"][month]), str(names["abbreviated"][month])
    if width == "long" or narrow == wide:
        return wide
    return narrow + "." if tag(locale) == "en-US" else narrow


def point_label(point: Point, locale: str, width: DateWidth = "long", year: bool = True) -> str:
    """``25 mai 2022`` / ``May 25, 2022`` / ``25 May 2022``; without `year`, ``25 mai``."""
    if point.month is None:
        return _doubtful(str(point.year), point, locale)
    month = month_name(point.month, locale, width)
    if point.day is None:
        return _doubtful(f"{month}{NO_BREAK}{point.year}" if year else month, point, locale)
    if language(locale) == "en" and tag(locale) != "en-GB":
        text = f"{month}{NO_BREAK}{point.day}" + (f", {point.year}" if year else "")
    else:
        day = ordinal(1, locale) if point.day == 1 and language(locale) == "fr" else str(point.day)
        text = f"{day}{NO_BREAK}{month}" + (f" {point.year}" if year else "")
    return _doubtful(text + _clock(point, locale), point, locale)


def _doubtful(text: str, point: Point, locale: str) -> str:
    return document(locale).gettext("{date} (uncertain)").format(date=text) if point.uncertain else text


def _clock(point: Point, locale: str) -> str:
    if not point.time:
        return ""
    hour, _, minute = point.time.partition(":")
    if language(locale) == "fr":
        shown = f"{int(hour)}{NO_BREAK}h" + (f"{NO_BREAK}{minute}" if minute.strip("0") else "")
    else:
        twelve = (int(hour) + 11) % 12 + 1
        shown = f"{twelve}{':' + minute if minute.strip('0') else ''}{NO_BREAK}{'a.m.' if int(hour) < 12 else 'p.m.'}"
    return f", {shown}"


def named_period(timex: str | None, locale: str) -> str | None:
    """A quarter, half, season, week, decade or century by its name; None for other TIMEX3 values."""
    text, words = timex or "", document(locale)
    if found := _QUARTER.match(text):
        number = int(found["number"])
        return words.gettext("Q{number} {year}").format(number=number, year=found["year"], nth=ordinal(number, locale))
    if found := _HALF.match(text):
        number = int(found["number"])
        return words.gettext("H{number} {year}").format(number=number, year=found["year"], nth=ordinal(number, locale))
    if found := _SEASON.match(text):
        return f"{_season(found['season'], words)} {found['year']}"
    if found := _WEEK.match(text):
        return _week(int(found["year"]), int(found["week"]), locale)
    if _DECADE.match(text):
        return words.gettext("{decade}0s").format(decade=text)
    if _CENTURY.match(text):
        return words.gettext("{nth} century").format(nth=ordinal(int(text) + 1, locale))
    return None


def _season(code: str, words: NullTranslations) -> str:
    _ = words.gettext
    return {"SP": _("spring"), "SU": _("summer"), "FA": _("fall"), "WI": _("winter")}[code]


def _week(year: int, week: int, locale: str) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    label = point_label(Point(monday.year, monday.month, monday.day), locale)
    return contracted(document(locale).gettext("week of {date}").format(date=_definite(label, locale)))


def _definite(label: str, locale: str) -> str:
    """A day takes its article in French before a preposition contracts with it."""
    starts_with_day = label[:1].isdigit() and not re.match(r"\d{4}\b", label)
    return f"le {label}" if language(locale) == "fr" and starts_with_day else label


def interval_label(start: Point, end: Point, locale: str, width: DateWidth = "long") -> str:
    """``2018-2022``, ``mars-mai 2022``, ``25 mai 2022 – 3 juin 2022``."""
    if start == end:
        return point_label(start, locale, width)
    last = point_label(end, locale, width)
    if start.month is None and end.month is None:
        return f"{start.year}{'-' if language(locale) == 'fr' else '–'}{end.year}"
    same_year = start.year == end.year and start.month is not None and end.month is not None
    return f"{point_label(start, locale, width, year=not same_year)} – {last}"


def date_label(
    edtf: str | None,
    locale: str,
    bound: str | None = None,
    timex: str | None = None,
    width: DateWidth = "long",
    edge: Edge = "",
) -> str | None:
    """The date by itself with its bound (`edge`: of the start or end of the period); None where it cannot be read."""
    value = read_edtf(edtf)
    if isinstance(value, Point):
        label = point_label(value, locale, width)
        day = _WEEKDAY.match(timex or "")
        if day and value.day is None and not bound:
            weekday = weekday_name(int(day["day"]), locale)
            return document(locale).gettext("{date}, a {weekday}").format(date=label, weekday=weekday)
        return _bounded(label, bound, locale) if bound else label
    if value is None:
        return named_period(timex, locale)
    if value.start and value.end:
        return named_period(timex, locale) or interval_label(value.start, value.end, locale, width)
    side = value.start or value.end
    if side is None:
        return None
    label = named_period(timex, locale) or point_label(side, locale, width)
    if edge:
        label = edge_of(label, edge, locale)
    return _bounded(label, bound or ("from" if value.start else "by"), locale)


def _bounded(label: str, bound: str, locale: str) -> str:
    _ = document(locale).gettext
    patterns = {
        "before": _("before {date}"),
        "after": _("after {date}"),
        "from": _("from {date}"),
        "since": _("since {date}"),
        "by": _("by {date}"),
        "not_before": _("not before {date}"),
    }
    return contracted(patterns[bound].format(date=_definite(label, locale))) if bound in patterns else label


def edge_of(label: str, edge: Edge, locale: str) -> str:
    """The start or end of a period: ``fin mai 2022`` / ``the end of May 2022``."""
    _ = document(locale).gettext
    return (_("the end of {date}") if edge == "end" else _("the start of {date}")).format(date=label)


def date_phrase(
    edtf: str | None, locale: str, bound: str | None = None, timex: str | None = None, edge: Edge = ""
) -> str | None:
    """The date as it stands in a sentence: ``en avril 2022``, ``le 4 mai 2022``, ``de 2018 à 2022``."""
    value, words = read_edtf(edtf), document(locale)
    label = date_label(edtf, locale, bound, timex, edge=edge)
    if label is None or bound:
        return label
    if isinstance(value, Interval) and value.start and value.end and not named_period(timex, locale):
        return _spanned(value.start, value.end, locale)
    if isinstance(value, Interval) and not (value.start and value.end):
        return label
    day = _WEEKDAY.match(timex or "")
    if day and isinstance(value, Point) and value.day is None:
        month = point_label(value, locale)
        names = {
            "weekday": weekday_name(int(day["day"]), locale),
            "date": of(month) if language(locale) == "fr" else month,
        }
        return words.gettext("on a {weekday} in {date}").format(**names)
    if isinstance(value, Point) and value.day:
        return words.pgettext("day", "on {date}").format(date=label)
    return _within(label, timex, words)


def _within(label: str, timex: str | None, words: NullTranslations) -> str:
    """Months and years take "in"; a quarter or a decade in French takes its own preposition."""
    if timex and (_QUARTER.match(timex) or _HALF.match(timex)):
        return words.pgettext("quarter", "in {date}").format(date=label)
    if timex and _DECADE.match(timex):
        return words.pgettext("decade", "in the {date}").format(date=label)
    if timex and _CENTURY.match(timex):
        return words.pgettext("century", "in the {date}").format(date=label)
    if timex and _WEEK.match(timex):
        return words.pgettext("week", "in the {date}").format(date=label)
    return words.pgettext("month or year", "in {date}").format(date=label)


def _spanned(start: Point, end: Point, locale: str) -> str:
    if start == end:
        return point_label(start, locale)
    same_year = start.year == end.year and start.month is not None and end.month is not None
    first = _definite(point_label(start, locale, year=not same_year), locale)
    last = _definite(point_label(end, locale), locale)
    return contracted(document(locale).gettext("from {start} to {end}").format(start=first, end=last))
