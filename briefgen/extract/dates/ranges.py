"""Two dates that one range joins: "de mars 2019 à mai 2020", "between 2018 and 2020", "from Nov to March"."""

import datetime
from dataclasses import replace

from briefgen.extract.dates.calendar import MORE
from briefgen.extract.dates.periods import Day, Period, day_period, month_period, span_period
from briefgen.extract.dates.reading import Context, Reading

_DASHES = frozenset("-–—")
_TO = {"fr": frozenset("à au aux jusqu'à jusqu'en jusqu'au jusqu' en le la l' a et".split()) | _DASHES,
       "en": frozenset("to through until till thru the and up".split()) | _DASHES}  # fmt: skip
_OPENERS = {"fr": frozenset("de du d' depuis".split()), "en": frozenset({"from"})}
_BETWEEN = {"fr": "entre", "en": "between"}
_JOINERS = _DASHES | frozenset("à au aux a et to through until till thru and jusqu'à jusqu'en jusqu'au jusqu'".split())
_UNTIL = frozenset("through thru till".split())
_EDGES = frozenset("fin début mi milieu late early mid end start beginning".split())
_ARTICLES = frozenset("le la l' les the".split())


def joined(context: Context, readings: list[Reading]) -> list[Reading]:
    """`readings` with every pair that a range's words join made one."""
    found: list[Reading] = []
    for reading in readings:
        whole = _range(context, found[-1], reading) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(reading)
    return found


def _range(context: Context, begin: Reading, end: Reading) -> Reading | None:
    if begin.type != "date" or end.type != "date" or not begin.last < end.first <= begin.last + 5:
        return None
    end = _until_now(context, end)
    starts = context.analysis.tokens.starts
    if context.analysis.sentence_of(starts[begin.first]) != context.analysis.sentence_of(starts[end.first]):
        return None
    if begin.rule == "range" or "REF" in (begin.timex or "") or "REF" in (end.timex or ""):
        return None
    first = _opener(context, begin, end)
    if first is None:
        return None
    if end.period is None or (begin.period is None and begin.partial is None):
        return _unresolved(begin, end, first)
    start = _with_year_of(begin, end.period)
    end = _next_weekday(begin, end, start)
    assert end.period is not None
    if start.first > end.period.last or start.first == end.period.first:
        return None
    timex = f"{start.timex}/{end.period.timex}"
    edtf = _edges(start, end.period)
    period = span_period(start.first, end.period.last, timex)
    score = min(begin.score, end.score, 0.9)
    return replace(end, first=first, timex=timex, period=period, edtf=edtf, rule="range", score=score, partial=None)


def _next_weekday(begin: Reading, end: Reading, start: Period) -> Reading:
    """ "de lundi à vendredi": the Friday that follows the Monday."""
    period = end.period
    if period is None or not begin.rule.startswith("weekday") or end.rule != "weekday" or start.first <= period.first:
        return end
    later = day_period(period.first + datetime.timedelta(days=7 * (1 + (start.first - period.first).days // 7)))
    return replace(end, period=later, timex=later.timex)


def _opener(context: Context, begin: Reading, end: Reading) -> int | None:
    """The token where the range's own words begin; None where no range is said."""
    forms = context.analysis.tokens.forms
    gap = [form for form in forms[begin.last : end.first] if form != "."]
    if any("edge" in context.words.kinds.get(context.codes[i], ()) for i in range(begin.last, end.first)):
        gap = [form for form, code in zip(gap, context.codes[begin.last : end.first], strict=False) if code != MORE]
        gap = [form for form in gap if form not in _EDGES]
    links = _TO[context.language]
    if not gap or not links.issuperset(gap) or not _JOINERS.intersection(gap):
        return None
    place = begin.first
    while place and begin.first - place < 2 and forms[place - 1] in _ARTICLES:
        place -= 1
    before = forms[place - 1] if place else ""
    if gap[0] in ("et", "and"):
        return place - 1 if before == _BETWEEN[context.language] else None
    if gap[0] in _DASHES:
        opened = before == _BETWEEN[context.language] or before in _OPENERS[context.language]
        return place - 1 if opened else begin.first if _alike(begin, end) else None
    if before in _OPENERS[context.language]:
        return place - 1
    if gap[0] in _UNTIL:
        return begin.first
    return begin.first if _alike(begin, end) and gap[0] not in ("en", "le", "la", "the") else None


def _until_now(context: Context, end: Reading) -> Reading:
    """ "between 2019 and now" ends on the day of publication, where it is known."""
    today = context.today()
    if end.timex != "PRESENT_REF" or today is None:
        return end
    return replace(end, timex=today.isoformat(), period=day_period(today))


def _unresolved(begin: Reading, end: Reading, first: int) -> Reading | None:
    """A range whose days cannot be named: its two ends as far as they are known."""
    if not begin.timex or not end.timex or "/" in begin.timex + end.timex:
        return None
    return replace(
        end, first=first, timex=f"{begin.timex}/{end.timex}", rule="range", score=min(begin.score, end.score)
    )


def _alike(begin: Reading, end: Reading) -> bool:
    """Without "from", only two dates of one grain make a range."""
    if begin.period is None or end.period is None:
        return begin.partial is not None and (end.period is not None or end.partial is not None)
    return begin.period.grain == end.period.grain


def _with_year_of(begin: Reading, end: Period) -> Period:
    """The start, in the year of the end (or the one before) where its own was not written."""
    month, day = begin.partial or (None, None)
    own = begin.period or end
    if month is None:
        return own
    for year in (end.first.year, end.first.year - 1):
        try:
            start = month_period(year, month) if day is None else day_period(Day(year, month, day))
        except ValueError:
            return own
        if start.first <= end.first:
            return start
    return own


def _edges(start: Period, end: Period) -> str:
    """EDTF of the range: first edge of the start, last edge of the end."""
    return f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
