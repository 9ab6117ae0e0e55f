"""Readers of numbered stretches: quarters, weeks, the first months of a year, nth weekdays."""

import datetime

from briefgen.extract.dates.absolute import choose, safe_day
from briefgen.extract.dates.periods import (
    Day,
    Period,
    add_months,
    day_period,
    decade_period,
    half_period,
    month_period,
    nth_weekday,
    period_of,
    quarter_period,
    span_period,
    week_period,
    year_period,
)
from briefgen.extract.dates.reading import Found, Reading
from briefgen.extract.dates.relative import grain_of, step_of, unit_at

_NO_YEAR = "the year is not stated and the date of publication is not known"


def _container(found: Found) -> Period | None:
    """The year or month that the rule names around the unit; None where it names none or it is not known."""
    if found.has("year"):
        year = found.year()
        if year and (month := found.value("month", "month")):
            return month_period(year, int(month))
        return year_period(year) if year else None
    anchor = found.context.anchor
    if month := found.value("month", "month"):
        if anchor is None:
            return None
        options = [month_period(anchor.day.year + n, int(month)) for n in (-1, 0, 1)]
        return choose(found.context, options, found.first, found.last)
    name = "unit2" if found.has("unit2") else "unit" if not found.has("nth") or found.has("weekday") else None
    if name:
        return unit_at(found.context, grain_of(found.value(name, "unit")), step_of(found.kinds("rel")), False)
    return None


def _nth(found: Found) -> int | None:
    outer = found.value("nth", "outer")
    if outer:
        return int(outer)
    return -1 if "last" in found.kinds("nth") and not found.value("nth", "ordinal") else found.integer("nth")


def read_nthunit(found: Found) -> Reading | None:
    """``premier trimestre 2022``, ``last week of July``, ``first half of the year``."""
    nth, unit = _nth(found), found.value("unit", "unit")
    if nth is None or unit is None:
        return None
    around = _container(found)
    named = found.has("year") or found.has("month") or found.has("unit2")
    if not named:
        return _nearest_part(found, unit, nth)
    if around is None:
        return _coarse_part(found, unit, nth)
    try:
        period = _part(around, unit, nth)
    except ValueError:
        return None
    return found.dated(period, score=0.92) if period else None


def _coarse_part(found: Found, unit: str, nth: int) -> Reading | None:
    """A numbered week or quarter of a month or year that is not known."""
    month = found.value("month", "month")
    letter = {"week": "W0", "quarter": "Q", "half": "H"}.get(unit)
    if letter is None or nth < 1:
        return None
    within = f"XXXX-{int(month):02d}" if month else "XXXX"
    return found.read("date", f"{within}-{letter}{nth}", why=_NO_YEAR, score=0.5)


def _part(around: Period, unit: str, nth: int) -> Period | None:
    """The nth unit of a year or month; `ValueError` where it has none."""
    year, month = around.first.year, around.first.month
    if unit in ("quarter", "half") and around.grain == "year":
        count = 4 if unit == "quarter" else 2
        return (quarter_period if unit == "quarter" else half_period)(year, count if nth == -1 else nth)
    if unit == "half" and around.grain == "month":
        return _half_month(around, nth)
    if unit == "week":
        return _week_of(around, nth)
    if unit == "day":
        if nth == -1:
            return day_period(around.last)
        return day_period(around.first + datetime.timedelta(days=nth - 1))
    if unit == "month" and around.grain == "year":
        return month_period(year, 12 if nth == -1 else nth)
    if unit == "weekend" and around.grain == "month":
        return period_of("weekend", nth_weekday(year, month, 6, nth))
    if unit == "decade" and around.grain == "century":
        return decade_period(year + 10 * (9 if nth == -1 else nth - 1))
    return None


def _half_month(month: Period, nth: int) -> Period | None:
    """The 1st to the 15th, or the rest of the month."""
    if nth not in (1, 2, -1):
        return None
    middle = month.first.replace(day=15)
    first, last = (month.first, middle) if nth == 1 else (middle + datetime.timedelta(days=1), month.last)
    return span_period(first, last, f"{first.isoformat()}/{last.isoformat()}")


def read_halfmonth(found: Found) -> Reading | None:
    """``la première quinzaine de juin``."""
    nth, month = _nth(found), _container(found)
    period = _half_month(month, nth) if month and month.grain == "month" and nth else None
    return found.dated(period, score=0.9) if period else None


def read_fiscal(found: Found) -> Reading | None:
    """``fiscal 2022``, ``FY23``, ``exercice budgétaire 2022``: TIMEX3 ``FY2022``; which days it holds is not known."""
    digits = found.form("year")
    short = len(digits) == 2 and found.form_all()[0] == "fy"
    year = 2000 + int(digits) if short else found.year()
    if year is None:
        return None
    return found.read("date", f"FY{year}", period=year_period(year), score=0.9, why="a fiscal year")


def _week_of(around: Period, nth: int) -> Period | None:
    """ISO weeks: a week belongs to the month or year that holds its Thursday."""
    if nth == -1:
        last = week_period(around.last)
        thursday = last.first + datetime.timedelta(days=3)
        return last if thursday <= around.last else last.shifted(-1)
    first = week_period(around.first)
    if first.first + datetime.timedelta(days=3) < around.first:
        first = first.shifted(1)
    return first.shifted(nth - 1) if 1 <= nth <= 53 else None


def _nearest_part(found: Found, unit: str, nth: int) -> Reading | None:
    """A quarter or half of a year that is not stated."""
    anchor = found.context.anchor
    if unit not in ("quarter", "half") or not 1 <= nth <= (4 if unit == "quarter" else 2):
        return None
    if found.form("unit" if found.has("unit") else "letter") == "half":
        return None
    maker = quarter_period if unit == "quarter" else half_period
    if anchor is None:
        letter = "Q" if unit == "quarter" else "H"
        return found.read("date", f"XXXX-{letter}{nth}", why=_NO_YEAR, score=0.6)
    options = [maker(anchor.day.year + n, nth) for n in (-1, 0, 1)]
    chosen = choose(found.context, options, found.first, found.last)
    return found.dated(chosen, score=0.8) if chosen else None


def read_quarter(found: Found) -> Reading | None:
    """``T1 2022``, ``Q3``, ``2016 H2``, ``S1 2020``: letter and figure glued, the letter a capital."""
    context = found.context
    place, (begin, end) = found.match.start("letter"), found.match.span("nth")
    start = context.analysis.tokens.starts[place]
    nth = found.integer("nth")
    if (
        not context.glued(place, end)
        or nth is None
        or end != begin + 1
        or not (context.analysis.plain[start].isupper() or found.has("year"))
    ):
        return None
    unit = "quarter" if found.value("letter", "quarterletter") == "3" else "half"
    if not 1 <= nth <= (4 if unit == "quarter" else 2) or len(found.form("nth")) > 1:
        return None
    maker = quarter_period if unit == "quarter" else half_period
    if found.has("year"):
        year = found.year()
        return found.dated(maker(year, nth), score=0.95) if year else None
    if found.has("unit"):
        around = unit_at(context, grain_of(found.value("unit", "unit")), step_of(found.kinds("rel")), False)
        return found.dated(maker(around.first.year, nth)) if around and around.grain == "year" else None
    return None if form_is_bare(found, unit) else _nearest_part(found, unit, nth)


def form_is_bare(found: Found, unit: str) -> bool:
    """Whether a letter and figure stand without anything that makes them a quarter (French T and S, any H)."""
    told = found.context.language == "fr" and found.form("letter") == "t" and found.before in ("au", "du")
    return unit == "half" or not (told or found.form("letter") == "q")


def read_weekno(found: Found) -> Reading | None:
    """``semaine 31``, ``week 10 of 2019``."""
    number = found.integer("number")
    year = found.year() if found.has("year") else None
    if year is None and found.context.anchor:
        year = found.context.anchor.day.year
    if number is not None and year is None and 1 <= number <= 53:
        return found.read("date", f"XXXX-W{number:02d}", why=_NO_YEAR, score=0.5)
    if number is None or year is None:
        return None
    try:
        return found.dated(week_period(datetime.date.fromisocalendar(year, number, 1)), score=0.8)
    except ValueError:
        return None


def read_weekof(found: Found) -> Reading | None:
    """``la semaine du 3 mai``."""
    month, day = found.value("month", "month"), found.integer("day")
    anchor = found.context.anchor
    if day is None or not 1 <= day <= 31:
        return None
    if month is None:
        return _week_of_day(found, day)
    stated = found.year() if found.has("year") else None
    years = [stated] if stated else [anchor.day.year + n for n in (-1, 0, 1)] if anchor else []
    weeks = [week_period(d) for year in years if (d := safe_day(year, int(month), day))]
    chosen = weeks[0] if stated and weeks else choose(found.context, weeks, found.first, found.last)
    return found.dated(chosen, score=0.9) if chosen else None


def _week_of_day(found: Found, day: int) -> Reading | None:
    """``la semaine du 18``: of the nearest month."""
    anchor = found.context.anchor
    if anchor is None or anchor.known == "year":
        return found.read("date", f"XXXX-XX-{day:02d}", why=_NO_YEAR, score=0.4)
    index = anchor.day.year * 12 + anchor.day.month - 1
    days = [d for n in (-1, 0, 1) if (d := safe_day((index + n) // 12, (index + n) % 12 + 1, day))]
    chosen = choose(found.context, [day_period(d) for d in days], found.first, found.last)
    return found.dated(week_period(chosen.first), score=0.7) if chosen else None


def read_firstof(found: Found) -> Reading | None:
    """``les neuf premiers mois de 2022``, ``the last four months of the year``: that part of it."""
    around, count, unit = _container(found), found.integer("count"), found.value("unit", "unit")
    ends = found.kinds("nth")
    if around is None or count is None or unit not in _PART_SIZES or not 0 < count < 400:
        return None
    if "ordinal" in ends and found.value("nth", "ordinal") != "1":
        return None
    months, days = _PART_SIZES[unit]
    try:
        if "ordinal" in ends:
            end = add_months(around.first, months * count) + datetime.timedelta(days=days * count - 1)
            first, last = around.first, end
        else:
            after = around.last + datetime.timedelta(days=1)
            first, last = add_months(after, -months * count) - datetime.timedelta(days=days * count), around.last
    except (ValueError, OverflowError):
        return None
    if first < around.first or last > around.last:
        return None
    size = 7 if months else 10
    edtf = f"{first.isoformat()[:size]}/{last.isoformat()[:size]}"
    return found.read("date", edtf, period=span_period(first, last, edtf), edtf=edtf, score=0.9)


_PART_SIZES = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "quarter": (3, 0)}
"""Months and days in the units that parts of a year or month are counted in."""


def read_nthweekday(found: Found) -> Reading | None:
    """``premier vendredi de juillet``, ``premier dimanche du printemps``."""
    nth, weekday = _nth(found), found.value("weekday", "weekday")
    if nth is None or weekday is None:
        return None
    if season := found.value("season", "season"):
        return _weekday_of_season(found, nth, int(weekday), season)
    bare = not (found.has("month") or found.has("unit"))
    around = unit_at(found.context, "month", 0, False) if bare else _container(found)
    if around is None or around.grain != "month":
        return None
    try:
        day = nth_weekday(around.first.year, around.first.month, int(weekday), nth)
    except ValueError:
        return None
    return found.dated(day_period(day), score=0.5 if bare else 0.9)


_SEASON_STARTS = {"SP": (3, 20), "SU": (6, 21), "FA": (9, 22), "WI": (12, 21)}
"""Usual first days of the astronomical seasons."""


def _weekday_of_season(found: Found, nth: int, weekday: int, season: str) -> Reading | None:
    anchor = found.context.anchor
    stated = found.year() if found.has("year") else None
    years = [stated] if stated else [anchor.day.year + n for n in (-1, 0, 1)] if anchor else []
    days = []
    for year in years:
        start = Day(year, *_SEASON_STARTS[season])
        days.append(day_period(start + datetime.timedelta(days=(weekday - start.isoweekday()) % 7 + 7 * (nth - 1))))
    chosen = days[0] if stated and days else choose(found.context, days, found.first, found.last)
    return found.dated(chosen, score=0.6) if chosen and nth > 0 else None
