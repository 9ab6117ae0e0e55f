"""Readers of dates that count from publication or from the last date named: last week, hier, trois ans plus tard."""

import datetime
from dataclasses import replace

from briefgen.extract.dates.periods import (
    Day,
    Period,
    day_period,
    period_of,
    span_period,
    week_period,
)
from briefgen.extract.dates.reading import Context, Found, Reading

_OF = frozenset("de du d' des of".split())
"""Words that give a unit or a day a complement: "la dernière année du programme"."""
_NO_DAY = "the day is not known: publication is known only to the {known}"
_GRAINS = {"school": "year", "fiscal": "year", "an": "year", "fortnight": "week", "night": "day", "business": "day"}
BACK, _AHEAD = {"last", "previous", "recent"}, {"next", "following"}


def grain_of(unit: str | None) -> str:
    """The period that a unit of the lexicon names."""
    return _GRAINS.get(unit or "", unit or "")


def step_of(kinds: frozenset[str]) -> int:
    """-1 for last and previous, 1 for next and following, 0 for this."""
    return -1 if kinds & BACK else 1 if kinds & _AHEAD else 0


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
    if offset is None or _is_title(found) or (found.before == "'s" and found.is_english_name("deictic")):
        return None
    if anchor is None or anchor.known != "day":
        return _unknown_day(found, "XXXX-XX-XX")
    return with_part(found, day_period(anchor.day + datetime.timedelta(days=int(offset))), 0.97)


def _is_title(found: Found) -> bool:
    """ "USA Today": a capital inside the sentence, after another."""
    tokens, text = found.context.analysis.tokens, found.context.analysis.plain
    start = tokens.starts[found.first]
    if not found.first or not text[start].isupper() or text[start : start + 2].isupper():
        return False
    before = tokens.starts[found.first - 1]
    return text[before].isupper() and found.context.analysis.sentence_of(start)[0] < start and text[start - 1] == " "


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
    if offset is None or _has_complement(found) or _is_watch(found):
        return None
    if base is None:
        return _unknown_day(found, "XXXX-XX-XX")
    named = found.context.named is not None
    why = "counted from the last date named" if named else "counted from publication: no date is named before"
    day = day_period(base + datetime.timedelta(days=int(offset)))
    return with_part(found, day, 0.75 if named else 0.45, why)


def _is_watch(found: Found) -> bool:
    """ "veille" without its article is a watch or a verb."""
    forms = found.context.analysis.tokens.forms
    bare = forms[found.first] == "veille" and found.last - found.first == 1
    return bare and (not found.first or forms[found.first - 1] != "la")


def _has_complement(found: Found) -> bool:
    """ "le lendemain de la défaite", "the day before the vote", "du jour au lendemain": counted from no date."""
    forms = found.context.analysis.tokens.forms
    if forms[found.last - 1] in ("before", "after") and (found.after in _DETERMINERS or found.after_capital()):
        return True
    return found.after in _OF or forms[max(0, found.first - 2) : found.first] == ("jour", "au")


_DETERMINERS = frozenset("the a an his her its their our my this that these he she it they we you i".split())


def read_weekday(found: Found) -> Reading | None:
    """``mercredi``, ``last Tuesday``, ``vendredi de la semaine prochaine``."""
    name = found.value("weekday", "weekday")
    anchor = found.context.anchor
    if name is None or not _is_weekday_word(found) or _is_remembered(found) or found.is_led_by_preposition():
        return None
    weekday = int(name)
    if _recurs_too(found):
        return found.read("set", f"XXXX-WXX-{weekday}", score=0.8)
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


def _recurs_too(found: Found) -> bool:
    """ "every Tuesday and Thursday": the second day comes back as the first does."""
    before = found.context.readings[-1] if found.context.readings else None
    joined = before is not None and before.last == found.first - 1 and found.before in ("and", "et")
    return joined and before is not None and before.type == "set" and "WXX" in (before.timex or "")


def _is_remembered(found: Found) -> bool:
    """ "Black Tuesday", "Bloody Sunday", "le jeudi noir": days with a name of their own."""
    if found.context.language == "fr":
        return found.after in ("noir", "rouge", "sanglant") or (found.before == "un" and found.after == "sur")
    return found.before in ("black", "bloody", "super") and found.match.end() - found.match.start() == 1


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
    tense = found.context.tense(found.first, found.last, weekday=True)
    if ahead == 0 or tense == "future" or (tense is None and ahead == 1):
        return here + datetime.timedelta(days=ahead)
    return here - datetime.timedelta(days=7 - ahead)


def _next_weekday(found: Found, here: Day, ahead: int) -> int:
    """Days to "next Tuesday": in French the coming one; in English the coming week's, as the press means it."""
    if found.context.language == "fr" or "following" in found.kinds("rel"):
        return ahead or 7
    return 8 - here.isoweekday() + (here.isoweekday() + ahead - 1) % 7


def read_tonight(found: Found) -> Reading | None:
    """``ce soir``; "ce soir-là" is another day's."""
    anchor = found.context.anchor
    if found.after == "-" and found.context.language == "fr":
        return None
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
def read_relunit_by_calendar(found: Found) -> Reading | None:
    """``l'année dernière``, ``this week``, ``cette année-là``, ``the following month``."""
    grain = grain_of(found.value("unit", "unit"))
    kinds = found.kinds("rel")
    context = found.context
    if found.has("rel") and found.match.start("rel") < found.match.start("unit") and found.after in _OF:
        return None
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
    if kinds and kinds[0] & {"last", "next", "previous", "following", "current", "that"}:
        return True
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


def read_weekend(found: Found) -> Reading | None:
    """``le week-end``, which may also be every weekend."""
    if found.value("unit", "unit") != "weekend" or found.after in ("du", "des"):
        return None
    period = _this_weekend(found.context)
    why = "may be every weekend"
    return found.dated(period, score=0.4, why=why) if period else found.read("date", "XXXX-WXX-WE", score=0.4, why=why)


def read_restof(found: Found) -> Reading | None:
    """``le reste de la semaine``: from publication to the end of the running period."""
    grain, today = grain_of(found.value("unit", "unit")), found.context.today()
    if today is None or grain not in ("week", "month", "year", "quarter", "half"):
        return None
    last = period_of(grain, today).last
    edtf = f"{today.isoformat()}/{last.isoformat()}"
    return found.read("date", edtf, period=span_period(today, last, edtf), edtf=edtf, score=0.75)


def _same_unit(found: Found, grain: str) -> Reading | None:
    named = found.context.named
    if grain not in ("year", "month", "day", "week"):
        return None
    if named is None:
        reading = _coarse_unit(found, grain)
        return reading and replace(reading, edtf=None, score=0.3, why="no date is named before")
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
