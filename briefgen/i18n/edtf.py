"""EDTF (ISO 8601-2) read into days, months, years and intervals."""

import re
from datetime import date, timedelta

from briefgen.frozen import dataclass

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<time>\d{2}(?::\d{2})?))?)?)?[~?%]?\Z"
)
OPEN = ("", "..")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month or a day; `time` is ``hh:mm``."""

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None
    uncertain: bool = False

    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        if self.day:
            return self.first_day()
        if not self.month:
            return date(self.year, 12, 31)
        following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return following - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """None where open."""

    start: Point | None
    end: Point | None


def read_point(text: str) -> Point | None:
    """A single date, or None where `text` is none or not in the calendar."""
    found = _POINT.match(text)
    if not found:
        return None
    month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
    point = Point(int(found["year"]), month, day, found["time"], text[-1] in "~?%")
    try:
        point.first_day()
    except ValueError:
        return None
    return point


def read_edtf(text: str | None) -> Point | Interval | None:
    """What `text` says, or None where it is not an EDTF form of ours."""
    if not text:
        return None
    start, slash, end = text.partition("/")
    if not slash:
        return read_point(text)
    ends = [None if side in OPEN else read_point(side) for side in (start, end)]
    if any(point is None and side not in OPEN for point, side in zip(ends, (start, end), strict=True)):
        return None
    return Interval(*ends) if any(ends) else None


def first_day(text: str | None) -> date | None:
    """The first day that `text` can mean; of an interval open at its start, the day it ends."""
    value = read_edtf(text)
    if isinstance(value, Interval):
        side = value.start or value.end
        return None if side is None else (side.first_day() if value.start else side.last_day())
    return value.first_day() if value else None


def last_day(text: str | None) -> date | None:
    """The last day that `text` can mean; None where it is open or unknown."""
    value = read_edtf(text)
    if isinstance(value, Interval):
        return value.end.last_day() if value.end else None
    return value.last_day() if value else None
