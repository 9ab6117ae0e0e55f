"""Days of feasts from their rules: fixed, by weekday, by Easter, by the moon."""

import datetime
import re
from functools import cache

from briefgen.extract.dates.periods import Day, nth_weekday
from briefgen.resources import resource

_ISLAMIC = {"ramadan": (9, 1), "fitr": (10, 1), "adha": (12, 10)}
_BY_WEEKDAY = re.compile(r"(?P<month>\d\d)-w(?P<weekday>\d)#(?P<nth>-?\d)(?:\+(?P<days>\d))?$")


def holiday(rule: str, year: int) -> Day | None:
    """The day in `year` that `rule` (see ``calendar_holidays.txt``) names; None where no table reaches."""
    if rule.startswith("easter"):
        return easter(year) + datetime.timedelta(days=int(rule.removeprefix("easter")))
    if rule.startswith("table:"):
        name = rule.removeprefix("table:")
        return _islamic(year, *_ISLAMIC[name]) if name in _ISLAMIC else _table(name).get(year)
    if match := _BY_WEEKDAY.match(rule):
        day = nth_weekday(year, int(match["month"]), int(match["weekday"]), int(match["nth"]))
        return day + datetime.timedelta(days=int(match["days"] or 0))
    return Day(year, int(rule[:2]), int(rule[3:]))


def is_reckoned(rule: str) -> bool:
    """Whether the day is reckoned and may differ by one from the day that is kept."""
    return rule.removeprefix("table:") in _ISLAMIC


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return Day(year, month, day + 1)


def _islamic(year: int, month: int, day: int) -> Day | None:
    """The first such day in `year` of the tabular Islamic calendar (civil epoch), within a day of the real one."""
    guess = int((year - 622) * 33 / 32)
    for hijri in (guess, guess + 1, guess + 2):
        days = day + -(-59 * (month - 1) // 2) + (hijri - 1) * 354 + (3 + 11 * hijri) // 30
        try:
            found = Day.fromordinal(227014 + days)
        except (ValueError, OverflowError):
            return None
        if found.year == year:
            return found
    return None


@cache
def _table(name: str) -> dict[int, Day]:
    lines = resource("assets", "lexicons", "calendar_moon.txt").read_text(encoding="utf-8").splitlines()
    days = [day for line in lines if line.startswith(name + " ") for day in line.split()[1:]]
    return {int(day[:4]): Day.fromisoformat(day) for day in days}
