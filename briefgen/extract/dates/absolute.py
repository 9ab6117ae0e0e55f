"""Readers of dates by number and name: days, months, years, lists and ranges of days."""

from collections.abc import Iterable
from dataclasses import replace

from briefgen.extract.dates.periods import Day, Period, day_period, span_period, year_period
from briefgen.extract.dates.reading import Context, Found, Reading
from briefgen.extract.dates.relative import related_unit

_COARSE = "the year is not stated and the date of publication is not known"
_NEAR = 40
"""Tokens within which a year named before may be that of a date without one."""
_PIVOT = 60
"""Two-digit years from here on are of the 1900s."""


def read_numeric(found: Found) -> Reading | None:
    """``12/08/2015``, ``2015-08-12``, ``23.04.2022``, ``2019/aug/01``: glued, one separator, a real day."""
    context = found.context
    if not context.glued(found.first, found.last):
        return None
    parts = _parts(found)
    if not all(p.isdecimal() for p in parts):
        return None
    day, sure = _numeric_day(parts, context.language, found.has("month"))
    if day is None:
        return None
    why = "" if sure else "day and month could be the other way round"
    return found.dated(day_period(day), score=0.95 if sure else 0.7, why=why)


def _parts(found: Found) -> list[str]:
    """The three figures as written, a month's name as its number in the middle."""
    if not found.has("c"):
        form = found.form("a" if found.has("a") else "b")
        return form.split(".") if "." in form else [form[:4], form[4:6], form[6:]]
    if found.has("month"):
        return [found.form("a" if found.has("a") else "b"), found.value("month", "month") or "", found.form("c")]
    return [found.form("a"), found.form("b"), found.form("c")]


def _numeric_day(parts: list[str], language: str, named: bool) -> tuple[Day | None, bool]:
    a, b, c = (int(p) for p in parts)
    if len(parts[0]) == 4:
        return safe_day(a, b, c), True
    if len(parts[2]) not in (2, 4) or len(parts[0]) > 2:
        return None, False
    year = c if len(parts[2]) == 4 else full_year(c)
    if language == "fr" or a > 12 or named:
        return safe_day(year, b, a), True
    return (safe_day(year, a, b), a == b or b > 12)


def full_year(short: int) -> int:
    """The four digits of a two-digit year."""
    return short + (1900 if short >= _PIVOT else 2000)


def safe_day(year: int, month: int, day: int) -> Day | None:
    """The day, or None where the calendar has none."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def read_shortday(found: Found) -> Reading | None:
    """``le 12/05``: two figures glued by a slash."""
    context = found.context
    begin = found.match.start("a")
    if not context.glued(begin, found.last) or _goes_on(context, found.last):
        return None
    a, b = found.integer("a"), found.integer("b")
    if a is None or b is None or len(found.form("a")) + len(found.form("b")) < 3:
        return None
    if context.language != "fr" and (a, b) == (9, 11):
        return Reading("date", "2001-09-11", begin, found.last, period=day_period(Day(2001, 9, 11)), score=0.8)
    day, month = (a, b) if context.language == "fr" or a > 12 else (b, a)
    return None if month > 12 else partial_day(found, month, day, first=begin, score=0.7)


def _goes_on(context: Context, last: int) -> bool:
    """Whether a further separator follows without a space: ``01/01`` in ``01/01/2016``."""
    forms = context.analysis.tokens.forms
    return last < len(forms) and forms[last] in ("/", "-") and context.glued(last - 1, last + 1)


def read_day(found: Found) -> Reading | None:
    """A day with its month, its year stated, related or to be found."""
    month = found.value("month", "month") or found.value("month", "sept")
    day = found.integer("day")
    if month is None or day is None or not _plausible(found, day):
        return None
    if found.has("year"):
        year = found.year()
        whole = safe_day(year, int(month), day) if year else None
        return found.dated(day_period(whole), score=0.98) if whole else None
    if found.has("year2"):
        short = short_year(found)
        whole = safe_day(short, int(month), day) if short else None
        return found.dated(day_period(whole), score=0.85) if whole else None
    if found.has("rel"):
        return _related_day(found, int(month), day)
    return partial_day(found, int(month), day)


def read_partday(found: Found) -> Reading | None:
    """``la soirée du 12 mai``, ``the morning of May 3``."""
    day = read_day(found)
    part = found.value("part", "part")
    if day is None or part is None:
        return None
    return replace(day, type="time", first=found.first, timex=f"{day.timex}T{part}")


def short_year(found: Found) -> int | None:
    """The year of "mai 68" and "May '68": two figures that no day can be and that count nothing behind them."""
    digits = found.form("year2")
    marked = "'" in found.form_all()
    if len(digits) != 2 or not (marked or (digits > "31" and found.after in _SHORT_ENDS)):
        return None
    return int(digits) + (1900 if digits > "31" else 2000)


_SHORT_ENDS = frozenset(". , ; : ! ? ) » et ou en à au la le les un une qui que est était fut a où puis".split()) | {""}


def _plausible(found: Found, day: int) -> bool:
    """Not "Long March-5" nor "may 3 of them": a small or doubtful month's name must look like one."""
    if not 1 <= day <= 31:
        return False
    context, place = found.context, found.match.start("month")
    form = context.analysis.tokens.forms[place]
    glued = context.glued(found.first, found.last) and found.last - found.first > 1
    if glued and found.match.start("day") > place and is_name_part(context, found.first):
        return False
    if form not in context.words.ambiguous or context.language == "fr":
        return True
    return context.analysis.plain[context.analysis.tokens.starts[place]].isupper()


def is_name_part(context: Context, first: int) -> bool:
    """Whether a capitalized word stands directly before: "Long March-5"."""
    if not first:
        return False
    tokens, text = context.analysis.tokens, context.analysis.plain
    sentence = context.analysis.sentence_of(tokens.starts[first])[0]
    before = tokens.starts[first - 1]
    return before > sentence and text[before].isupper() and tokens.ends[first - 1] + 1 == tokens.starts[first]


def _related_day(found: Found, month: int, day: int) -> Reading | None:
    """``20 décembre dernier``, ``3 mai de l'année dernière``."""
    anchor = found.context.anchor
    if anchor is None:
        return partial_day(found, month, day)
    if found.has("unit"):
        unit = related_unit(found, "unit", "rel")
        whole = safe_day(unit.first.year, month, day) if unit and unit.grain == "year" else None
        return found.dated(day_period(whole)) if whole else None
    step = 1 if "next" in found.kinds("rel") else -1
    for year in (anchor.day.year, anchor.day.year + step):
        whole = safe_day(year, month, day)
        if whole and (whole > anchor.day) == (step > 0) and whole != anchor.day:
            return found.dated(day_period(whole), score=0.95)
    return None


def partial_day(found: Found, month: int, day: int, first: int | None = None, score: float = 0.92) -> Reading | None:
    """A day whose year is not stated: the nearest to publication, before or after as the clause's tense says."""
    context = found.context
    begin = found.first if first is None else first
    if safe_day(2000, month, day) is None:
        return None
    timex = f"XXXX-{month:02d}-{day:02d}"
    if context.anchor is None:
        return Reading("date", timex, begin, found.last, why=_COARSE, score=0.6, partial=(month, day))
    years = range(context.anchor.day.year - 4, context.anchor.day.year + 5)
    days = [d for year in years if (d := safe_day(year, month, day))]
    chosen = choose(context, [day_period(d) for d in days], found.first, found.last)
    if chosen is None:
        return None
    if found.has("weekday"):
        chosen = _agreeing(found, days) or chosen
    score, why = doubted(context, chosen, begin, score)
    return Reading("date", chosen.timex, begin, found.last, period=chosen, score=score, why=why, partial=(month, day))


def _agreeing(found: Found, days: list[Day]) -> Period | None:
    """Of the days within a year of publication, the one that falls on the stated weekday."""
    weekday = found.value("weekday", "weekday")
    anchor = found.context.anchor
    if weekday is None or anchor is None:
        return None
    near = [d for d in days if d.isoweekday() == int(weekday) and abs((d - anchor.day).days) < 400]
    return day_period(min(near, key=lambda d: abs((d - anchor.day).days))) if near else None


def doubted(context: Context, chosen: Period, first: int, score: float) -> tuple[float, str]:
    """(score, why) of a date without a year: lower where the lines before speak of another year, which may be its own."""
    named = context.named
    if named is None or named.first.year == chosen.first.year or first - context.named_at > _NEAR:
        return score, ""
    return min(score, 0.65), f"the year is publication's; {named.first.year} is named just before"


def choose(context: Context, options: Iterable[Period], first: int, last: int) -> Period | None:
    """The option that the clause's tense and nearness to publication speak for."""
    anchor = context.anchor
    known = sorted(options, key=lambda p: p.first)
    if anchor is None or not known:
        return None
    here = anchor.period
    tense = context.tense(first, last)
    if tense == "future" and (later := [p for p in known if p.last >= here.first]):
        return later[0]
    if tense == "past" and (earlier := [p for p in known if p.first <= here.last]):
        return earlier[-1]
    return min(known, key=lambda p: abs((p.first - anchor.day).days))


def read_days(found: Found) -> Reading | None:
    """``3 au 5 mai 2022``, ``May 3-5``, ``4 au 22 de ce mois``: one range."""
    last = _day_of_list(found)
    first = found.integer("first")
    if last is None or first is None or not 1 <= first <= 31:
        return None
    if last.period is None:
        return found.read("date", f"{(last.timex or '')[:8]}{first:02d}/{last.timex}", score=0.6, why=last.why)
    end = last.period.first
    month = end.month if first <= end.day else (end.month - 2) % 12 + 1
    begin = safe_day(end.year - (month > end.month), month, first)
    if begin is None or (first > end.day and not found.has("unit")):
        return None
    timex = f"{begin.isoformat()}/{end.isoformat()}"
    return found.read("date", timex, period=span_period(begin, end, timex), score=0.93)


def _day_of_list(found: Found) -> Reading | None:
    if not found.has("unit"):
        return read_day(found)
    return read_monthday(found)


def read_daylist(found: Found) -> list[Reading] | None:
    """``6 et 13 avril``: each day by itself, in the month and year of the last."""
    last = read_day(found)
    if last is None:
        return None
    begin, _ = found.match.span("day")
    readings = []
    for name in ("first", "second"):
        day = found.integer(name)
        if day is None:
            continue
        start, end = found.match.span(name)
        if last.period is None:
            readings.append(Reading("date", f"{(last.timex or '')[:8]}{day:02d}", start, end, why=last.why, score=0.6))
        elif whole := safe_day(last.period.first.year, last.period.first.month, day):
            readings.append(Reading("date", whole.isoformat(), start, end, period=day_period(whole), score=0.92))
        else:
            return None
    return [*readings, _starting(last, begin)]


def _starting(reading: Reading, first: int) -> Reading:
    return Reading(reading.type, reading.timex, first, reading.last, reading.period, score=reading.score,
                   why=reading.why, partial=reading.partial)  # fmt: skip


def read_monthday(found: Found) -> Reading | None:
    """``20 du mois prochain``, ``20th of next month``."""
    day = found.integer("day")
    if found.value("unit", "unit") != "month" or day is None:
        return None
    month = related_unit(found, "unit", "rel")
    whole = safe_day(month.first.year, month.first.month, day) if month and month.grain == "month" else None
    if month is None and 1 <= day <= 31:
        return found.read("date", f"XXXX-XX-{day:02d}", score=0.5, why=_COARSE)
    return found.dated(day_period(whole), score=0.9) if whole else None


def read_weekdayday(found: Found) -> Reading | None:
    """``samedi 23``: the nearest such day of a month that falls on that weekday."""
    anchor, day = found.context.anchor, found.integer("day")
    weekday = found.value("weekday", "weekday")
    if day is None or weekday is None or anchor is None or not 1 <= day <= 31:
        return None
    if _counts(found) or _goes_on(found.context, found.last):
        return None
    months = [(anchor.day.year * 12 + anchor.day.month - 1 + n) for n in range(-9, 10)]
    days = [d for m in months if (d := safe_day(m // 12, m % 12 + 1, day)) and d.isoweekday() == int(weekday)]
    if not days:
        return None
    return found.dated(day_period(min(days, key=lambda d: abs((d - anchor.day).days))), score=0.85)


def read_bareday(found: Found) -> Reading | None:
    """``le 27``, ``the 27th``: only where the clause ends, so that nothing else can be counted."""
    context, anchor, day = found.context, found.context.anchor, found.integer("day")
    after = found.after or "."
    before = found.before
    if day is None or not 1 <= day <= 31 or after not in _ENDS or before in _NO_DAY_AFTER or _is_door(found):
        return None
    why = "only the day of the month is stated"
    if anchor is None or anchor.known == "year":
        return found.read("date", f"XXXX-XX-{day:02d}", why=why, score=0.3)
    index = anchor.day.year * 12 + anchor.day.month - 1
    options = [d for n in (-1, 0, 1) if (d := safe_day((index + n) // 12, (index + n) % 12 + 1, day))]
    chosen = choose(context, [day_period(d) for d in options], found.first, found.last)
    return found.dated(chosen, score=0.4, why=why) if chosen else None


def _is_door(found: Found) -> bool:
    """ "devant le 10, rue des Lilas": the number of a house."""
    forms = found.context.analysis.tokens.forms
    return found.after == "," and forms[found.last + 1 : found.last + 2] in (
        ("rue",),
        ("avenue",),
        ("boulevard",),
        ("quai",),
        ("place",),
    )


_ENDS = frozenset(". , ; ! ? )".split())
_NO_DAY_AFTER = frozenset("dans sur par avec contre comme et ou que in with over under than and or".split())
"""Words before which "le 93" is a place or a number."""


def _counts(found: Found) -> bool:
    """Whether a word follows that the figure may count: "Friday 12 people"."""
    forms = found.context.analysis.tokens.forms
    return found.last < len(forms) and found.context.language != "fr" and forms[found.last].isalpha()


def read_year(found: Found) -> Reading | None:
    """A four-digit year that stands as a year: see `briefgen.extract.dates.years`."""
    year = found.year()
    return found.dated(year_period(year), score=0.9) if year else None


def read_range_years(found: Found) -> Reading | None:
    """``1939-1945``, ``2014-15``, ``2002/2003``: glued and rising."""
    context = found.context
    start, form = found.year("a"), found.form("b")
    if start is None or not context.glued(found.first, found.last):
        return None
    end = int(form) if len(form) == 4 else start // 100 * 100 + int(form)
    if len(form) < 2 or not start < end <= start + 400 or (len(form) == 2 and end - start > 60):
        return None
    period = span_period(year_period(start).first, year_period(end).last, f"{start:04d}/{end:04d}")
    return found.read("date", period.timex, period=period, edtf=f"{start:04d}/{end:04d}", score=0.9)
