"""Readers of dates an amount of time away: il y a deux ans, in two weeks, trois ans plus tard, the past decade."""

import datetime

from briefgen.extract.dates.amounts import Amount, read_amount, unit_of
from briefgen.extract.dates.calendar import company
from briefgen.extract.dates.durations import is_age
from briefgen.extract.dates.periods import (
    DAYS_IN,
    MONTHS_IN,
    Day,
    Period,
    add_months,
    day_period,
    period_of,
    span_period,
)
from briefgen.extract.dates.reading import Context, Found, Reading
from briefgen.extract.dates.relative import BACK, read_relunit_by_calendar


def moved(day: Day, amount: Amount, sign: int) -> Day | None:
    """`day` moved by a whole amount; None where it has halves or leaves the calendar."""
    try:
        for count, unit in amount.parts:
            if count != int(count) or unit in ("hour", "minute", "second"):
                return None
            if unit == "business":
                day = _workday(day, sign * int(count))
            elif unit in MONTHS_IN:
                day = add_months(day, sign * int(count) * MONTHS_IN[unit])
            else:
                day += datetime.timedelta(days=sign * int(count) * DAYS_IN.get(unit, 1))
    except (ValueError, OverflowError):
        return None
    return day


def _workday(day: Day, count: int) -> Day:
    """The day `count` working days (Monday to Friday) after `day`, or before it."""
    weeks, rest = divmod(abs(count), 5)
    step = datetime.timedelta(days=1 if count > 0 else -1)
    day += step * 7 * weeks
    while rest:
        day += step
        rest -= day.isoweekday() < 6
    return day


def _moved_period(context: Context, base: Period, amount: Amount, sign: int, exact: bool) -> Period | None:
    """The period an amount away: as coarse as the amount's finest unit and as the base allow."""
    day = moved(base.first, amount, sign)
    if day is None:
        return None
    if base.grain == "day" and (exact or amount.finest in ("day", "week", "fortnight", "night")):
        return day_period(day)
    coarse = "month" if amount.finest in ("month", "quarter", "half") else "year"
    if base.grain == "day" and amount.finest == "year" and amount.count == 1:
        return period_of("month", day)
    if base.grain in ("month", "year"):
        order = ("day", "week", "month", "year")
        finest = amount.finest if amount.finest in order else "year"
        if order.index(base.grain) > order.index(finest):
            return None
        return period_of(base.grain if base.grain == "year" else coarse, day)
    return period_of(coarse, day)


def read_ago(found: Found) -> Reading | None:
    """``il y a deux ans``, ``two weeks ago``; what is counted in months or years is about that day."""
    return _counted_off(found, -1)


def read_hence(found: Found) -> Reading | None:
    """``dans deux ans``; "in two weeks" is the time a thing takes unless the clause looks ahead."""
    if _after_superlative(found) or _takes(found) or found.context.tense(found.first, found.last) == "past":
        return None
    return _counted_off(found, 1)


def _takes(found: Found) -> bool:
    """ "in less than two hours", "en moins de deux heures", "in 20 seconds": the time a thing takes."""
    words = found.form_all()
    article = words[:2] in (("in", "a"), ("in", "an")) and words[-1] != "fortnight"
    if article and found.context.tense(found.first, found.last) != "future":
        return True
    if unit_of(found, "unit") in ("minute", "second") and words[0] == "in":
        return True
    return words[0] in ("in", "dans") and words[1] in ("less", "fewer", "under", "moins")


def _after_superlative(found: Found) -> bool:
    """ "the highest in 40 years", "the first time in a decade": a stretch that is over."""
    if found.form_all()[0] != "in":
        return False
    words = [found.word(-n) for n in range(1, 7)]
    for word in words:
        if not word.isalpha() and word not in ("-", "'s"):
            return False
        if word in company("superlatives", "en") or (len(word) > 4 and word.endswith("est") and word not in _NO_DEGREE):
            return True
    return False


_NO_DEGREE = frozenset(
    "interest forest arrest protest request harvest invest contest suggest honest modest latest".split()
)


def _counted_off(found: Found, sign: int) -> Reading | None:
    amount = read_amount(found)
    if amount is None:
        return None
    anchor = found.context.anchor
    if amount.count is None:
        timex = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return found.read("date", timex, score=0.7, why="how long is not stated")
    period = _moved_period(found.context, anchor.period, amount, sign, exact=True) if anchor else None
    if period is None:
        return found.read("date", amount.timex, score=0.5, why="publication is not known finely enough")
    about = "~" if period.grain == "day" and amount.finest not in DAYS_IN else ""
    by = found.context.analysis.tokens.forms[found.first] == "d'" if sign > 0 else False
    if by and period.grain == "day":
        grain = "year" if amount.finest == "year" else "month" if about else "day"
        return found.dated(period, edtf=f"../{period_of(grain, period.first).edtf}", date_bound="by", score=0.85)
    return found.dated(period, edtf=period.edtf + about, score=0.85)


def read_aftercount(found: Found) -> Reading | None:
    """``deux ans plus tard``, ``un an avant``: from the last date named; before other words it stays a duration."""
    amount = read_amount(found)
    if amount is None:
        return None
    kinds = found.kinds("where")
    sign = -1 if kinds & {"earlier", "before"} else 1
    loose = bool(kinds & {"later", "earlier"})
    base = found.context.named
    if amount.count is None or base is None or not (loose or _closes(found)):
        return _bare_duration(found, amount)
    period = _moved_period(found.context, base, amount, sign, exact=False)
    if period is None or _is_ahead_of_itself(found, period, base):
        return _bare_duration(found, amount)
    return found.read("date", amount.timex, period=period, score=0.65, why="counted from the last date named")


def _is_ahead_of_itself(found: Found, period: Period, base: Period) -> bool:
    """Whether counting from a past date would name a day that publication cannot know to have come."""
    anchor = found.context.anchor
    return anchor is not None and base.first <= anchor.day < period.first and found.context.tense(
        found.first, found.last) != "future"  # fmt: skip


def _closes(found: Found) -> bool:
    """Whether the clause ends here, so that "avant" has no words of its own."""
    forms = found.context.analysis.tokens.forms
    return found.last >= len(forms) or forms[found.last] in {".", ",", ";", ":", "!", "?", ")", "»", '"'}


def _bare_duration(found: Found, amount: Amount) -> Reading | None:
    if found.has("count") and is_age(found, amount):
        return None
    end = found.match.end("unit")
    return Reading("duration", amount.timex, found.first, end, value=amount.value, unit=amount.unit, score=0.85)


def read_counted(found: Found) -> Reading | None:
    """``les 30 prochaines années``, ``the past two weeks``, ``ces derniers jours``: a duration that touches today."""
    amount = read_amount(found)
    if amount is None:
        return None
    kinds = found.kinds("rel")
    if amount.count is None and found.form("unit") == "mois" and not found.has("quantity") and not _is_plural(found):
        return None
    sign = -1 if kinds & BACK else 1
    anchor = found.context.anchor
    edtf = None
    from_text = found.before in _COMPARED and found.form("rel") in ("previous", "preceding", "following")
    if amount.count is not None and anchor is not None and not from_text:
        edtf = stretch(anchor.day, anchor.known, amount, sign)
    return found.read("duration", amount.timex, edtf=edtf, value=amount.value, unit=amount.unit, score=0.85)


def read_relunit(found: Found) -> Reading | None:
    """``over the past year``, ``au cours de la dernière décennie``: as long as the unit up to today; else by the calendar."""
    anchor, amount = found.context.anchor, read_amount(found) if _is_stretch(found) else None
    if amount is None or anchor is None:
        return read_relunit_by_calendar(found)
    one = Amount(((1, amount.finest),))
    edtf = stretch(anchor.day, anchor.known, one, -1 if found.kinds("rel") & BACK else 1)
    return found.read("duration", one.timex, edtf=edtf, value=1, unit=one.unit, score=0.8)


def _is_stretch(found: Found) -> bool:
    """Whether the unit is counted from today: "over the past year", "in the last decade", not "last year"."""
    if not found.has("rel") or found.match.start("rel") > found.match.start("unit"):
        return False
    long, lead = found.value("unit", "unit") in ("decade", "century"), found.before
    if found.context.language == "fr":
        return long and lead in _FRENCH_LEADS
    running = found.form("rel") in ("past", "coming") or lead == "over"
    return lead in _LEADS and found.form_all()[0] == "the" and (long or running)


_LEADS = frozenset("over in during for within throughout".split())
_FRENCH_LEADS = frozenset("de d' durant pendant dans sur".split())


_COMPARED = frozenset("with from than to against versus on".split())
"""Words before "the previous three months" that count them from what was told, not from today."""


def _is_plural(found: Found) -> bool:
    """ "ces derniers mois", not "le mois dernier"."""
    return found.form("rel").endswith("s") or "tocome" in found.kinds("rel")


def stretch(here: Day, known: str, amount: Amount, sign: int) -> str | None:
    """EDTF of the stretch between publication and the amount away, in years where it is counted in years."""
    there = moved(here, amount, sign)
    if there is None:
        return None
    first, last = sorted((here, there))
    if amount.finest == "quarter" and known != "year":
        return _quarters(here, int(amount.count or 0), sign)
    if amount.finest in ("year", "decade", "century") or known == "year":
        return f"{first.year:04d}/{last.year:04d}"
    if known == "month":
        return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}" if amount.finest in MONTHS_IN else None
    one = datetime.timedelta(days=1)
    span = span_period(first + one, last, "") if sign > 0 else span_period(first, last - one, "")
    return span.edtf


def _quarters(here: Day, count: int, sign: int) -> str | None:
    """Whole quarters before or after the running one."""
    running = period_of("quarter", here)
    try:
        edge = running.shifted(sign * count) if count else None
        near = running.shifted(sign)
    except (ValueError, OverflowError):
        return None
    if edge is None:
        return None
    first, last = sorted((edge, near), key=lambda p: p.first)
    return f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[1]}"
