"""A length of time counted from a date: "two weeks before Christmas", "trois jours après le 12 janvier"."""

from dataclasses import replace

from briefgen.extract.dates.amounts import Amount
from briefgen.extract.dates.counted import moved
from briefgen.extract.dates.periods import day_period, period_of
from briefgen.extract.dates.reading import Context, Reading

_BACK = frozenset({"before", "avant"})
_ON = frozenset("after après from".split())
_BETWEEN = frozenset("à partir compter de d' du le la l' les the".split())


def counted_from(context: Context, readings: list[Reading]) -> list[Reading]:
    """`readings` with each duration and the date that it is counted from made one date."""
    found: list[Reading] = []
    for reading in readings:
        whole = _counted(context, found[-1], reading) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(reading)
    return found


def _counted(context: Context, length: Reading, base: Reading) -> Reading | None:
    if length.type != "duration" or length.value is None or length.unit is None or length.edtf is not None:
        return None
    if base.type != "date" or base.period is None or not length.last < base.first <= length.last + 4:
        return None
    forms = context.analysis.tokens.forms
    if forms[length.last] == "from" and forms[length.first - 1] == "the":
        return None
    sign = _direction(forms[length.last : base.first])
    day = moved(base.period.first, Amount(((length.value, length.unit),)), sign) if sign else None
    if day is None:
        return None
    period = day_period(day) if base.period.grain == "day" else period_of(base.period.grain, day)
    return replace(base, first=length.first, period=period, timex=period.timex, rule="offset", partial=None, score=0.75)


def _direction(gap: tuple[str, ...]) -> int:
    """-1 for before, 1 for after, 0 where the words between say neither."""
    words = set(gap)
    if words & _BACK and words <= _BACK | _BETWEEN:
        return -1
    if (
        (words & _ON and words <= _ON | _BETWEEN)
        or {"à", "partir"} <= words <= _BETWEEN
        or {"à", "compter"} <= words <= _BETWEEN
    ):
        return 1
    return 0
