"""Readers of dates that count from publication or from the last date named: last week, hier, trois ans plus tard."""

import datetime
from dataclasses import replace

from briefgen.extract.dates.amounts import Amount, read_amount
from briefgen.extract.dates.periods import (
    DAYS_IN,
    MONTHS_IN,
    Day,
    Period,
    add_months,
    day_period,
    period_of,
    span_period,
    week_period,
)
from briefgen.extract.dates.reading import Context, Found, Reading

_NO_DAY = "the day is not known: publication is known only to the {known}"
_GRAINS = {"school": "year", "fiscal": "year", "an": "year", "fortnight": "week", "night": "day", "business": "day"}
_BACK, _AHEAD = {"last", "previous", "recent"}, {"next", "following"}


def grain_of(unit: str | None) -> str:
    """The period that a unit of the lexicon names."""
    return _GRAINS.get(unit or "", unit or "")


def step_of(kinds: frozenset[str]) -> int:
    """-1 for last and previous, 1 for next and following, 0 for this."""
    return -1 if kinds & _BACK else 1 if kinds & _AHEAD else 0


def related_unit(found: Found, unit: str, rel: str) -> Period | None:
    """The week, month, year … that "last", "next", "this" or nothing at all makes of the unit's word."""
    grain = grain_of(found.value(unit, "unit"))
    kinds = found.kinds(rel)
    counted_from_text = bool(kinds & {"previous", "following"}) and not kinds & {"last", "next"}
    return unit_at(found.context, grain, step_of(kinds), counted_from_text)


def unit_at(context: Context, grain: str, step: int, from_text: bool) -> Period | None:
    """The period of `grain`, `step` further than publication's (or than the last date named); None where unknown."""
    here = None
    if grain == "weekend" and step == 0:
        return _this_weekend(context)
    if from_text and context.named and context.named.grain in ("day", "week", "month", "year"):
        here = context.named.first
    elif context.anchor and context.anchor.knows(grain):
        here = context.anchor.day
    if here is None:
        return None
    try:
        return period_of(grain, here).shifted(step)
    except (KeyError, ValueError, OverflowError):
        return None


def _this_weekend(context: Context) -> Period | None:
    """The weekend that comes, or on the first days of the week the one that has just passed."""
    today = context.today()
    if today is None:
        return None
    back = 1 if today.isoweekday() < 3 and context.tense(context.place, context.place + 1) == "past" else 0
    return period_of("weekend", today - datetime.timedelta(days=7 * back))


# ---------------------------------------------------------------- days
def read_deictic(found: Found) -> Reading | None:
    """``hier``, ``tomorrow morning``."""
    offset = found.value("deictic", "deictic")
    anchor = found.context.anchor
    if offset is None:
        return None
    if anchor is None or anchor.known != "day":
        return _unknown_day(found, "XXXX-XX-XX")
    return with_part(found, day_period(anchor.day + datetime.timedelta(days=int(offset))), 0.97)


def _unknown_day(found: Found, timex: str) -> Reading:
    """A day that cannot be named stays as coarse as publication is known, and says why."""
    anchor = found.context.anchor
    part = found.value("part", "part")
    why = _NO_DAY.format(known=anchor.known) if anchor else "the date of publication is not known"
    if anchor and anchor.known == "day":
        return found.read("time" if part else "date", timex, score=0.4, why="the last date named is no single day")
    full = timex + (f"T{part}" if part else "")
    return found.read("time" if part else "date", full, edtf=anchor.period.edtf if anchor else None, score=0.5, why=why)


def with_part(found: Found, period: Period, score: float, why: str = "") -> Reading:
    """A day, or a part of it where the rule found one."""
    part = found.value("part", "part")
    if part and period.grain == "day":
        return found.read("time", f"{period.timex}T{part}", period=period, score=score, why=why)
    return found.dated(period, score=score, why=why)


def read_shift(found: Found) -> Reading | None:
    """``le lendemain``, ``the day before``: from the last day named, else from publication, then with doubt."""
    offset = found.value("shift", "shift")
    base = found.context.base_day()
    if offset is None:
        return None
    if base is None:
        return _unknown_day(found, "XXXX-XX-XX")
    named = found.context.named is not None
    why = "counted from the last date named" if named else "counted from publication: no date is named before"
    day = day_period(base + datetime.timedelta(days=int(offset)))
    return with_part(found, day, 0.75 if named else 0.45, why)


def read_weekday(found: Found) -> Reading | None:
    """``mercredi``, ``last Tuesday``, ``vendredi de la semaine prochaine``."""
    name = found.value("weekday", "weekday")
    anchor = found.context.anchor
    if name is None or not _is_weekday_word(found):
        return None
    weekday = int(name)
    if anchor is None or anchor.known != "day":
        return _unknown_day(found, f"XXXX-WXX-{weekday}")
    if found.has("unit"):
        week = related_unit(found, "unit", "rel")
        if week is None or week.grain != "week":
            return None
        return with_part(found, day_period(week.first + datetime.timedelta(days=weekday - 1)), 0.9)
    day = _named_weekday(found, weekday) or _weekday_near(found, anchor.day, weekday)
    return with_part(found, day_period(day), 0.88)


def _named_weekday(found: Found, weekday: int) -> Day | None:
    """The day that the text has just named in full and that falls on this weekday: "samedi 29 mai … samedi à 8 h"."""
    named, anchor = found.context.named, found.context.anchor
    if found.has("rel") or named is None or anchor is None or named.grain != "day":
        return None
    same = named.first.isoweekday() == weekday and abs((named.first - anchor.day).days) < 15
    return named.first if same else None


def _is_weekday_word(found: Found) -> bool:
    """A short form that is also a word (sun, mer, sat) counts only with a capital and a full stop or a day."""
    context, place = found.context, found.match.start("weekday")
    tokens = context.analysis.tokens
    if tokens.forms[place] not in context.words.ambiguous:
        return True
    after = tokens.forms[place + 1] if place + 1 < len(tokens.forms) else ""
    return context.language == "en" and context.analysis.plain[tokens.starts[place]].isupper() and after == "."


def _weekday_near(found: Found, here: Day, weekday: int) -> Day:
    """The weekday that is meant, seen from the day of publication."""
    ahead = (weekday - here.isoweekday()) % 7
    step = step_of(found.kinds("rel"))
    if step > 0:
        return here + datetime.timedelta(days=_next_weekday(found, here, ahead))
    if step < 0:
        return here - datetime.timedelta(days=(7 - ahead) if ahead else 7)
    if "this" in found.kinds("rel"):
        return week_period(here).first + datetime.timedelta(days=weekday - 1)
    tense = found.context.tense(found.first, found.last)
    if ahead == 0 or tense == "future" or (tense is None and ahead == 1):
        return here + datetime.timedelta(days=ahead)
    return here - datetime.timedelta(days=7 - ahead)


def _next_weekday(found: Found, here: Day, ahead: int) -> int:
    """Days to "next Tuesday": in French the coming one; in English the coming week's, as the press means it."""
    if found.context.language == "fr" or "following" in found.kinds("rel"):
        return ahead or 7
    return 8 - here.isoweekday() + (here.isoweekday() + ahead - 1) % 7


def read_tonight(found: Found) -> Reading:
    """``ce soir``."""
    anchor = found.context.anchor
    part = found.value("tonight", "tonight") or "EV"
    if anchor is None or anchor.known != "day":
        return found.read("time", f"XXXX-XX-XXT{part}", edtf=anchor.period.edtf if anchor else None, score=0.5)
    return found.read("time", f"{anchor.day.isoformat()}T{part}", period=day_period(anchor.day), score=0.95)


def read_nightof(found: Found) -> Reading | None:
    """``la nuit de lundi à mardi``: of the first day named, the second being the last such day that passed."""
    end = read_weekday(found)
    if end is None or end.period is None:
        return end and replace(end, type="time")
    day = day_period(end.period.first - datetime.timedelta(days=1))
    return found.read("time", f"{day.timex}T{found.value('part', 'part')}", period=day, score=0.85)


# ---------------------------------------------------------------- units
def read_relunit(found: Found) -> Reading | None:
    """``l'année dernière``, ``this week``, ``cette année-là``, ``the following month``."""
    grain = grain_of(found.value("unit", "unit"))
    kinds = found.kinds("rel")
    context = found.context
    if found.has("that") or "same" in kinds:
        return _same_unit(found, grain)
    step = step_of(kinds) + (1 if "after" in "".join(_skipped(found)) else 0)
    from_text = bool(kinds & {"previous", "following"}) and not kinds & {"last", "next"}
    period = unit_at(context, grain, step, from_text)
    if period is None:
        return _coarse_unit(found, grain)
    if grain == "day" and "this" in kinds:
        return None
    why = "counted from the last date named" if from_text and context.named else ""
    return found.dated(period, score=0.7 if from_text else 0.93, why=why)


def read_edgeunit(found: Found) -> Reading | None:
    """``la fin de l'année``, ``late this month``: the running period, its edge said in `why`."""
    grain = grain_of(found.value("unit", "unit"))
    if grain not in ("week", "month", "year", "quarter", "half", "decade", "century") or _is_named_after(found):
        return None
    why = f"{(found.value('edge', 'edge') or '').lower()} of the period"
    period = unit_at(found.context, grain, 0, False)
    coarse = _coarse_unit(found, grain)
    return found.dated(period, score=0.8, why=why) if period else coarse and replace(coarse, why=why)


def _is_named_after(found: Found) -> bool:
    """Whether the unit has a name of its own: "la fin de l'année 2022", "la fin du mois de mai"."""
    context = found.context
    codes = context.codes[found.last : found.last + 2]
    kinds = [context.words.kinds.get(code, frozenset()) for code in codes]
    return any("yearnumber" in k or "month" in k for k in kinds) and "comma" not in (kinds[0] if kinds else ())


def read_henceforth(found: Found) -> Reading:
    """``désormais``: from publication on."""
    anchor = found.context.anchor
    if anchor is None:
        return found.read("date", "PRESENT_REF", score=0.6, why="no more than the present")
    return found.dated(anchor.period, edtf=f"{anchor.period.edtf}/..", date_bound="from", score=0.6)


def _skipped(found: Found) -> list[str]:
    forms = found.context.analysis.tokens.forms[found.first : found.last]
    return ["after" for form in forms if form in ("after", "après")]


def _same_unit(found: Found, grain: str) -> Reading | None:
    named = found.context.named
    if named is None or grain not in ("year", "month", "day", "week"):
        return None
    if grain != named.grain and named.grain not in ("day",) and not (grain == "year" and named.grain == "month"):
        return None
    return found.dated(period_of(grain, named.first), score=0.6, why="counted from the last date named")


def _coarse_unit(found: Found, grain: str) -> Reading | None:
    """A period that publication is too coarse to name."""
    timex = {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "weekend": "XXXX-WXX-WE", "day": "XXXX-XX-XX",
             "quarter": "XXXX-QX", "half": "XXXX-HX"}  # fmt: skip
    if grain not in timex:
        return None
    anchor = found.context.anchor
    coarse = anchor.period.edtf if anchor and grain in ("week", "weekend", "day") else None
    return found.read("date", timex[grain], edtf=coarse, score=0.5, why="publication is not known finely enough")


# ---------------------------------------------------------------- amounts
def moved(day: Day, amount: Amount, sign: int) -> Day | None:
    """`day` moved by a whole amount; None where it has halves or leaves the calendar."""
    try:
        for count, unit in amount.parts:
            if count != int(count) or unit in ("hour", "minute", "second"):
                return None
            if unit in MONTHS_IN:
                day = add_months(day, sign * int(count) * MONTHS_IN[unit])
            else:
                day += datetime.timedelta(days=sign * int(count) * DAYS_IN.get(unit, 1))
    except (ValueError, OverflowError):
        return None
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
    if found.context.tense(found.first, found.last) == "past":
        return None
    return _counted_off(found, 1)


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
    return found.dated(
        period, edtf=f"../{period.edtf}" if by else period.edtf + about, date_bound="by" if by else None, score=0.85
    )


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
    if period is None:
        return _bare_duration(found, amount)
    return found.read("date", amount.timex, period=period, score=0.65, why="counted from the last date named")


def _closes(found: Found) -> bool:
    """Whether the clause ends here, so that "avant" has no words of its own."""
    forms = found.context.analysis.tokens.forms
    return found.last >= len(forms) or forms[found.last] in {".", ",", ";", ":", "!", "?", ")", "»", '"'}


def _bare_duration(found: Found, amount: Amount) -> Reading:
    end = found.match.end("unit")
    return Reading("duration", amount.timex, found.first, end, value=amount.value, unit=amount.unit, score=0.85)


def read_counted(found: Found) -> Reading | None:
    """``les 30 prochaines années``, ``the past two weeks``, ``ces derniers jours``: a duration that touches today."""
    amount = read_amount(found)
    if amount is None:
        return None
    kinds = found.kinds("rel")
    sign = -1 if kinds & _BACK else 1
    anchor = found.context.anchor
    edtf = None
    if amount.count is not None and anchor is not None:
        edtf = _stretch(anchor.day, anchor.known, amount, sign)
    return found.read("duration", amount.timex, edtf=edtf, value=amount.value, unit=amount.unit, score=0.85)


def _stretch(here: Day, known: str, amount: Amount, sign: int) -> str | None:
    """EDTF of the stretch between publication and the amount away, in years where it is counted in years."""
    there = moved(here, amount, sign)
    if there is None:
        return None
    first, last = sorted((here, there))
    if amount.finest in ("year", "decade", "century") or known == "year":
        return f"{first.year:04d}/{last.year:04d}"
    if known == "month":
        return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}" if amount.finest in MONTHS_IN else None
    one = datetime.timedelta(days=1)
    span = span_period(first + one, last, "") if sign > 0 else span_period(first, last - one, "")
    return span.edtf
