"""Durations that a date anchors: "cinq ans qui a débuté en 2018" lasts from 2018 to 2022."""

import datetime
import itertools
from dataclasses import replace

from briefgen.extract.dates.amounts import Amount
from briefgen.extract.dates.counted import stretch
from briefgen.extract.dates.periods import DAYS_IN, MONTHS_IN, Day, Period, add_months
from briefgen.extract.dates.reading import Context, Reading

_REACH = 8
"""At most so many tokens between the duration and its date."""


def anchored(context: Context, readings: list[Reading]) -> list[Reading]:
    """`readings` with the stretch of days of every duration whose start or end the same sentence states."""
    found = list(readings)
    for index, (one, other) in enumerate(itertools.pairwise(readings)):
        if one.type == "duration" and one.edtf is None and (edtf := _stretch(context, one, other)):
            found[index] = replace(one, edtf=edtf, why="its start or end is stated in the sentence")
    return [_since(context, reading) for reading in found]


def _since(context: Context, reading: Reading) -> Reading:
    """ "depuis cinq ans" reaches to the day of publication."""
    anchor = context.anchor
    if reading.type != "duration" or reading.edtf or reading.value is None or reading.unit is None or anchor is None:
        return reading
    if not reading.first or context.analysis.tokens.forms[reading.first - 1] != "depuis":
        return reading
    edtf = stretch(anchor.day, anchor.known, Amount(((reading.value, reading.unit),)), -1)
    return replace(reading, edtf=edtf, why="it reaches to publication") if edtf else reading


def _stretch(context: Context, length: Reading, date: Reading) -> str | None:
    period = date.period
    if date.type != "date" or period is None or length.value is None or length.unit not in MONTHS_IN | DAYS_IN:
        return None
    between = context.analysis.tokens.forms[length.last : date.first]
    if date.rule in ("range", "range_years") and between in (("(",), (",",), (":",)):
        return date.edtf
    if period.grain not in ("day", "month", "year") or len(between) > _REACH:
        return None
    cue = _cue(context, length.last, date)
    if cue is None:
        return None
    return _interval(period, length.value, length.unit, cue == "startcue")


def _cue(context: Context, begin: int, date: Reading) -> str | None:
    """Whether the words between say that the stretch starts or ends then."""
    tokens = context.analysis.tokens
    if context.analysis.sentence_of(tokens.starts[begin]) != context.analysis.sentence_of(tokens.starts[date.first]):
        return None
    values = context.words.values
    for form in tokens.forms[begin : date.first]:
        kinds = values.get(form, {})
        for kind in ("startcue", "endcue"):
            if kind in kinds:
                return kind
    return "startcue" if date.date_bound == "from" and date.first - begin <= 1 else None


def _interval(period: Period, value: float | int, unit: str, starts: bool) -> str | None:
    """EDTF of the stretch, ends included, in the grain of the date."""
    if unit in DAYS_IN:
        return _in_days(period, value * DAYS_IN[unit], starts)
    months = value * MONTHS_IN[unit]
    if months != int(months) or (period.grain == "year" and months % 12):
        return None
    try:
        if starts:
            first, last = period.first, _last_day(period.first, int(months), period.grain)
        else:
            first, last = add_months(period.last, -int(months) + (12 if period.grain == "year" else 1)), period.last
    except ValueError:
        return None
    size = {"day": 10, "month": 7, "year": 4}[period.grain]
    return f"{first.isoformat()[:size]}/{last.isoformat()[:size]}"


def _in_days(period: Period, count: float | int, starts: bool) -> str | None:
    if period.grain != "day" or count != int(count) or not 1 <= count < 100_000:
        return None
    try:
        other = period.first + datetime.timedelta(days=(int(count) - 1) * (1 if starts else -1))
    except OverflowError:
        return None
    return "/".join(sorted((period.first.isoformat(), other.isoformat())))


def _last_day(first: Day, months: int, grain: str) -> Day:
    whole = {"year": 12, "month": 1}.get(grain)
    if whole:
        return add_months(first, months - whole)
    return Day.fromordinal(add_months(first, months).toordinal() - 1)
