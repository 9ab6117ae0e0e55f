"""Stretches of days with their TIMEX3 and EDTF names, and the arithmetic between them."""

import calendar
import datetime
from typing import Literal

from briefgen.frozen import dataclass

Day = datetime.date
Grain = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century", "span"]

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "night": 1, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, both included."""

    first: Day
    last: Day
    grain: Grain
    timex: str

    @property
    def edtf(self) -> str:
        """EDTF: a day, month or year by name, anything else as an interval that includes its end."""
        first, last = self.first, self.last
        if self.grain in ("day", "month", "year"):
            return _named(first, self.grain)
        if self.grain in ("decade", "century"):
            return f"{first.year:04d}/{last.year:04d}"
        if self.grain in ("quarter", "season", "half"):
            return f"{_named(first, 'month')}/{_named(last, 'month')}"
        return f"{first.isoformat()}/{last.isoformat()}"

    def shifted(self, count: int) -> "Period":
        """The period `count` of its own grain later; `OverflowError` or `ValueError` past the year 9999."""
        if self.grain in ("day", "week", "weekend"):
            step = datetime.timedelta(days=count * (1 if self.grain == "day" else 7))
            return period_of(self.grain, self.first + step)
        months = 3 if self.grain == "season" else MONTHS_IN[self.grain]
        return period_of(self.grain, add_months(self.first, count * months))


def _named(day: Day, grain: str) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[grain]]


def add_months(day: Day, count: int) -> Day:
    """The same day `count` months later, or the month's last day; `ValueError` outside the years 1–9999."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise ValueError("outside the calendar")
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_period(year: int, month: int) -> Period:
    """The whole month."""
    last = calendar.monthrange(year, month)[1]
    return Period(Day(year, month, 1), Day(year, month, last), "month", f"{year:04d}-{month:02d}")


def year_period(year: int) -> Period:
    """The whole year."""
    return Period(Day(year, 1, 1), Day(year, 12, 31), "year", f"{year:04d}")


def day_period(day: Day) -> Period:
    """One day."""
    return Period(day, day, "day", day.isoformat())


def week_period(day: Day) -> Period:
    """The ISO week, Monday to Sunday, that holds `day`."""
    year, week, weekday = day.isocalendar()
    monday = day - datetime.timedelta(days=weekday - 1)
    return Period(monday, monday + datetime.timedelta(days=6), "week", f"{year:04d}-W{week:02d}")


def weekend_period(day: Day) -> Period:
    """Saturday and Sunday of the ISO week that holds `day`."""
    week = week_period(day)
    saturday = week.first + datetime.timedelta(days=5)
    return Period(saturday, week.last, "weekend", week.timex + "-WE")


def _months(year: int, month: int, count: int, grain: Grain, timex: str) -> Period:
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    return Period(Day(year, month, 1), month_period(last_year, last_month + 1).last, grain, timex)


def quarter_period(year: int, quarter: int) -> Period:
    """The first to fourth quarter; `ValueError` for another."""
    if not 1 <= quarter <= 4:
        raise ValueError("a year has four quarters")
    return _months(year, 3 * quarter - 2, 3, "quarter", f"{year:04d}-Q{quarter}")


def half_period(year: int, half: int) -> Period:
    """The first or second half of a year; `ValueError` for another."""
    if half not in (1, 2):
        raise ValueError("a year has two halves")
    return _months(year, 6 * half - 5, 6, "half", f"{year:04d}-H{half}")


def season_period(year: int, season: str) -> Period:
    """Meteorological season: SP March–May, SU June–August, FA September–November, WI December–February after."""
    return _months(year, _SEASON_MONTHS[season], 3, "season", f"{year:04d}-{season}")


def decade_period(year: int) -> Period:
    """The ten years that share the first three digits of `year`."""
    first = year // 10 * 10
    return Period(Day(max(first, 1), 1, 1), Day(first + 9, 12, 31), "decade", f"{first // 10:03d}")


def century_period(year: int) -> Period:
    """The hundred years that share the first two digits of `year`, as EDTF and TIMEX3 name centuries."""
    first = year // 100 * 100
    return Period(Day(max(first, 1), 1, 1), Day(first + 99, 12, 31), "century", f"{first // 100:02d}")


def period_of(grain: str, day: Day) -> Period:
    """The period of `grain` that holds `day`; `KeyError` for a grain that has none."""
    if grain == "quarter":
        return quarter_period(day.year, (day.month + 2) // 3)
    if grain == "half":
        return half_period(day.year, 1 if day.month < 7 else 2)
    if grain == "season":
        return _season_at(day)
    if grain == "month":
        return month_period(day.year, day.month)
    simple = {"day": day_period, "week": week_period, "weekend": weekend_period}
    if grain in simple:
        return simple[grain](day)
    yearly = {"year": year_period, "decade": decade_period, "century": century_period}
    return yearly[grain](day.year)


def _season_at(day: Day) -> Period:
    season = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return season_period(day.year - 1 if day.month < 3 else day.year, season)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> Day:
    """The nth (or, from -1, the nth last) such weekday of a month; `ValueError` where the month has none."""
    if nth > 0:
        first = Day(year, month, 1)
        return Day(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = month_period(year, month).last
    return last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7 - 7 * (nth + 1))


def span_period(first: Day, last: Day, timex: str) -> Period:
    """Days from `first` to `last`."""
    return Period(first, last, "span", timex)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that relative words count from, as finely as it is known."""

    day: Day
    """Its first day."""
    known: Literal["day", "month", "year"]

    def knows(self, grain: str) -> bool:
        """Whether the anchor is fine enough to name the period of `grain` that holds it."""
        if self.known == "day":
            return True
        if self.known == "month":
            return grain in ("month", "quarter", "half", "year", "decade", "century", "season")
        return grain in ("year", "decade", "century")

    @property
    def period(self) -> Period:
        """The period that is known."""
        return period_of(self.known, self.day)


def read_anchor(edtf: str | None) -> Anchor | None:
    """The anchor of an EDTF day, month or year of the times of the press; None for anything else."""
    parts = (edtf or "").rstrip("~?%")[:10].split("-")
    if not 1 <= len(parts) <= 3 or not all(p.isdecimal() for p in parts) or not "1200" <= parts[0] < "2500":
        return None
    year, month, day = (int(p) for p in [*parts, "1", "1"][:3])
    try:
        return Anchor(Day(year, month, day), ("year", "month", "day")[len(parts) - 1])
    except ValueError:
        return None
