"""Readers of times of day; a time is given its day afterwards (see `attach_days`)."""

import datetime
from dataclasses import replace

from briefgen.extract.dates.periods import Period, day_period
from briefgen.extract.dates.reading import Context, Found, Reading

_LEADS = frozenset(
    "à vers dès entre avant après de jusqu'à et d' at by until from between before after around since".split()
)
_EITHER = frozenset("de d' et après avant".split())
"""Prepositions of times and of lengths."""
_LASTS = frozenset("dure dura durera duré durait durent pendant durant lasts lasted".split())
LENGTH_LEADS = frozenset("pendant durant en après dans toutes environ".split())
"""Words before "quatre à six heures" that make it a length."""
_COUNTING = frozenset("pour pendant durant en des les for".split())
_TOLD = frozenset("est était sera".split())
"""After "il" they tell the hour: "il était 5 heures"."""
"""Words after which "3 h" counts hours."""
_ZONES = {"UTC": "Z"}


def read_clock(found: Found) -> Reading | None:
    """``20 h 30``, ``20h``, ``14:30``, ``8 p.m.``, ``five o'clock``."""
    hour = found.integer("hour")
    minute = found.integer("minute") if found.has("minute") else 0
    if hour is None or minute is None or not _is_clock(found) or _lasts(found, hour) or _is_keen(found):
        return None
    hour = _of_day(hour, found.value("meridiem", "meridiem"))
    if hour is None or hour > 24 or minute > 59:
        return None
    exact = found.has("minute") or found.has("meridiem") or found.has("zone")
    return None if not exact and found.before in _COUNTING else _time(found, hour, minute)


def _lasts(found: Found, hour: int) -> bool:
    """Whether hours with minutes are a length: "a duré 2 h 15", "en 1 h 20", "un trajet de 1 h 20"."""
    if found.before in _LASTS:
        return True
    if found.context.language != "fr" or not found.has("minute") or found.has("zone") or ":" in found.form_all():
        return False
    return found.before == "en" or (found.before in ("de", "d'") and hour < 7 and found.after not in ("à", "jusqu'à"))


def _is_keen(found: Found) -> bool:
    """ "after a sharp rise": an adjective, no hour; "at eight sharp" tells one."""
    hour = found.form("hour")
    return hour in ("a", "an") or (not hour[0].isdecimal() and "sharp" in found.form_all() and found.before != "at")


def _of_day(hour: int, meridiem: str | None) -> int | None:
    """The hour of 24 that an hour with am or pm is; None where it cannot be."""
    if meridiem is None:
        return hour
    if not 0 <= hour <= 12:
        return hour if meridiem == "PM" and 13 <= hour <= 24 else None
    return hour % 12 + (12 if meridiem == "PM" else 0)


def _is_clock(found: Found) -> bool:
    """``14:30`` must be glued, its minutes two digits, and be no score, ratio or further figure."""
    context = found.context
    forms = context.analysis.tokens.forms
    if found.has("minute") and ":" in forms[found.match.end("hour") : found.match.start("minute")]:
        begin, end = found.match.start("hour"), found.match.end("minute")
        after = forms[end] if end < len(forms) else ""
        tail = after == ":" and context.glued(end - 1, end + 1)
        return context.glued(begin, end) and len(found.form("minute")) == 2 and (not tail or _seconds(found, end))
    return not (found.has("minute") and len(found.form("minute")) != 2)


def _seconds(found: Found, end: int) -> bool:
    forms = found.context.analysis.tokens.forms
    return end + 1 < len(forms) and forms[end + 1].isdecimal() and len(forms[end + 1]) == 2


def read_clockwords(found: Found) -> Reading | None:
    """``à 15 heures``, ``quinze heures trente``: a time after à, vers, dès …, else a duration."""
    hour = found.integer("hour")
    minute = found.integer("minute") if found.has("minute") else 30 if found.has("half") else 0
    forms = found.context.analysis.tokens.forms
    if hour is None or minute is None or not 0 <= hour <= 24 or not 0 <= minute < 60:
        return None
    if not forms[found.match.end("hour")].startswith("heure") or not _is_told(found, hour):
        return None
    hour = _of_day(hour, found.value("meridiem", "meridiem"))
    return None if hour is None else _time(found, hour, minute)


def _is_told(found: Found, hour: int) -> bool:
    """Whether the hours are of the clock: a preposition of time before, or minutes, a zone or a part of day after."""
    if found.after.startswith("min") or (found.after in ("de", "d'", "du", "des") and not found.has("meridiem")):
        return False
    if found.before == "à" and found.word(-3) in LENGTH_LEADS:
        return False
    if found.before in _LEADS - _EITHER or (found.before in _TOLD and found.word(-2) == "il"):
        return True
    if found.before in ("de", "et", "avant", "après") and hour > 6 and found.after in ("à", "et", ",", "."):
        return True
    return found.has("zone") or found.has("meridiem") or (found.has("minute") and not found.has("half"))


def read_clockdecimal(found: Found) -> Reading | None:
    """``8.30 pm``, ``20.00 GMT``."""
    hour, _, minute = found.form("time").replace(",", ".").partition(".")
    highest = 12 if found.has("meridiem") else 24
    if len(minute) != 2 or not minute.isdecimal() or not 0 <= int(hour) <= highest or int(minute) > 59:
        return None
    full = _of_day(int(hour), found.value("meridiem", "meridiem"))
    return None if full is None else _time(found, full, int(minute))


def read_military(found: Found) -> Reading | None:
    """``0930 GMT``."""
    digits = found.form("time")
    if len(digits) != 4 or not digits.isdecimal() or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    return _time(found, int(digits[:2]), int(digits[2:]))


def read_noon(found: Found) -> Reading | None:
    """``midi``, ``minuit``, ``midnight``; "le midi" is the region or the part of a day."""
    hour = found.value("noon", "noon")
    if hour is None or (found.before in ("le", "du", "de", "ce", "d'")):
        return None
    return _time(found, int(hour), 30 if found.has("half") else 0)


def _time(found: Found, hour: int, minute: int) -> Reading:
    forms = found.context.analysis.tokens.forms
    offset = (
        found.last < len(forms)
        and forms[found.last] in ("+", "-")
        and found.context.glued(found.last - 1, found.last + 1)
    )
    zone = _ZONES.get(found.value("zone", "zone") or "", "") if found.has("zone") and not offset else ""
    return found.read("time", f"T{hour:02d}:{minute:02d}", clock=f"T{hour:02d}:{minute:02d}{zone}", score=0.85)


def read_part(found: Found) -> Reading | None:
    """``ce matin``, ``la nuit dernière``, ``la soirée``: of publication's day, of the one before, or of the last named."""
    part = found.value("part", "part")
    if part is None or part == "MI" or (found.is_english_name("part") and found.after_capital()):
        return None
    anchor = found.context.anchor
    kinds = found.kinds("rel")
    if kinds & {"this", "last"} and not _generic(found) and not found.has("that"):
        if anchor is None or anchor.known != "day":
            return found.read("time", f"XXXX-XX-XXT{part}", edtf=anchor.period.edtf if anchor else None, score=0.4)
        day = anchor.day - datetime.timedelta(days=1 if "last" in kinds else 0)
        return found.read("time", f"{day.isoformat()}T{part}", period=day_period(day), score=0.85)
    if _generic(found):
        return None
    return found.read("time", f"T{part}", clock=f"T{part}", score=0.45)


def _generic(found: Found) -> bool:
    """``la nuit des musées``, ``la soirée électorale``: a part that has words of its own names something else."""
    after = found.after or "."
    return not found.kinds("rel") and after in ("de", "du", "des", "d'", "of")


def attach_days(context: Context, readings: list[Reading]) -> list[Reading]:
    """Times with their day: of the date that stands beside, else the last one of the sentence, else publication's."""
    dated = [_with_day(context, readings, i) if r.clock else r for i, r in enumerate(readings)]
    whole: list[Reading] = []
    for reading in dated:
        if whole and _is_part_of(whole[-1], reading):
            reading = replace(reading, first=whole[-1].first, score=whole[-1].score)
            whole.pop()
        whole.append(reading)
    return whole


def _is_part_of(day: Reading, part: Reading) -> bool:
    """Whether a part of the day stands right behind its day: "le 22 mai au matin"."""
    named = part.rule == "part" and part.type == "time" and part.first == day.last
    return named and _one_day(day) and day.type == "date" and part.period == day.period


def _with_day(context: Context, readings: list[Reading], index: int) -> Reading:
    reading = readings[index]
    day, score = _day_for(context, readings, index)
    if day is None or reading.clock is None:
        return replace(reading, score=min(reading.score, score))
    clock = reading.clock
    timex = day.timex + clock
    edtf = day.edtf if clock[1].isalpha() else day.edtf + clock.removesuffix("Z")
    return replace(reading, timex=timex, period=day, edtf=edtf, score=min(reading.score, score), clock=None)


def _day_for(context: Context, readings: list[Reading], index: int) -> tuple[Period | None, float]:
    reading = readings[index]
    if after := _day_beside(context, readings, index):
        return after, 0.9
    for back in range(index - 1, max(-1, index - 6), -1):
        other = readings[back]
        if not _one_day(other):
            continue
        if _same_sentence(context, other, reading):
            return other.period, 0.85
        if reading.first - other.last < 60:
            return other.period, 0.5
        break
    if reading.clock and reading.clock[1].isalpha():
        return None, 0.3
    today = context.today()
    if today and reading.clock == "T00:00" and context.tense(reading.first, reading.last) == "future":
        today += datetime.timedelta(days=1)
    return (day_period(today), 0.5) if today else (None, 0.3)


_BETWEEN = frozenset(("on", "le", "the", "(", ")"))
"""What may stand between a time and its day: "14:30 (12:30 GMT) on Monday"."""


def _day_beside(context: Context, readings: list[Reading], index: int) -> Period | None:
    """The day that stands right after a time, or after the time that it is paired with: "entre 2 h et 4 h mardi"."""
    for place in range(index, min(index + 2, len(readings) - 1)):
        here, after = readings[place], readings[place + 1]
        gap = context.analysis.tokens.forms[here.last : after.first]
        near = len(gap) <= 1 or (len(gap) <= 3 and _BETWEEN.issuperset(gap))
        if near and _one_day(after):
            return after.period
        if not after.clock or not near:
            return None
    return None


def _one_day(reading: Reading) -> bool:
    return reading.period is not None and reading.period.grain == "day" and not reading.clock


def _same_sentence(context: Context, one: Reading, other: Reading) -> bool:
    starts = context.analysis.tokens.starts
    return context.analysis.sentence_of(starts[one.first]) == context.analysis.sentence_of(starts[other.first])
