"""One pass over a text: quick scan for calendar words, rules only around them."""

from collections.abc import Callable
from dataclasses import replace

from briefgen.extract.dates import absolute, clock, counted, durations, months, named, periodic, relative
from briefgen.extract.dates.calendar import OTHER
from briefgen.extract.dates.grammar import Grammar, Rule
from briefgen.extract.dates.reading import Context, Found, Reading
from briefgen.extract.dates.years import stands_as_year
from briefgen.text.abbreviations import EITHER as ABBREVIATIONS

_MARKS = frozenset("$€£¥#")
"""What turns the figures after it into an amount or a number."""
_REACH = 12
"""How many tokens before a calendar word a date may begin."""


def _read_year(found: Found) -> Reading | None:
    score = stands_as_year(found.context, found.match.start("year"), found.match.end("year"))
    reading = absolute.read_year(found) if score else None
    return replace(reading, score=score, first=_year_start(found)) if reading else None


def _year_start(found: Found) -> int:
    """The year's own words: "l'an 2000" and "l'année 2020" whole, a plain article not."""
    start = found.match.start("year")
    return found.first if start - found.first > 1 or not start else start


Reader = Callable[[Found], Reading | list[Reading] | None]
READERS: dict[str, Reader] = {
    "ago": counted.read_ago,
    "aftercount": counted.read_aftercount,
    "bareday": absolute.read_bareday,
    "century": named.read_century,
    "clock": clock.read_clock,
    "clockdecimal": clock.read_clockdecimal,
    "clockwords": clock.read_clockwords,
    "counted": counted.read_counted,
    "day": absolute.read_day,
    "daylist": absolute.read_daylist,
    "days": absolute.read_days,
    "decade": named.read_decade,
    "deictic": relative.read_deictic,
    "duration": durations.read_duration,
    "durations": durations.read_durations,
    "edgeunit": relative.read_edgeunit,
    "every": durations.read_every,
    "henceforth": relative.read_henceforth,
    "feastend": named.read_feastend,
    "firstof": periodic.read_firstof,
    "fiscal": periodic.read_fiscal,
    "halfmonth": periodic.read_halfmonth,
    "hence": counted.read_hence,
    "holiday": named.read_holiday,
    "military": clock.read_military,
    "month": months.read_month,
    "months": months.read_months,
    "monthday": absolute.read_monthday,
    "nightof": relative.read_nightof,
    "noon": clock.read_noon,
    "nthevery": durations.read_nthevery,
    "nthunit": periodic.read_nthunit,
    "nthweekday": periodic.read_nthweekday,
    "numeric": absolute.read_numeric,
    "often": durations.read_often,
    "part": clock.read_part,
    "partday": absolute.read_partday,
    "quarter": periodic.read_quarter,
    "range_years": absolute.read_range_years,
    "relunit": counted.read_relunit,
    "restof": relative.read_restof,
    "season": named.read_season,
    "shift": relative.read_shift,
    "shortday": absolute.read_shortday,
    "tonight": relative.read_tonight,
    "vague": durations.read_vague,
    "weekday": relative.read_weekday,
    "weekdayday": absolute.read_weekdayday,
    "weekdaypart": relative.read_weekday,
    "weekend": relative.read_weekend,
    "weekno": periodic.read_weekno,
    "weekof": periodic.read_weekof,
    "year": _read_year,
    "yearmonth": months.read_yearmonth,
}


def scan(context: Context, rules: Grammar) -> list[Reading]:
    """All readings in text order, none overlapping; times still without their day."""
    tokens = context.analysis.tokens
    position = 0
    trigger = rules.trigger
    for begin, end in context.analysis.paragraphs:
        low = max(position, tokens.first_at(begin))
        high = tokens.first_at(end)
        position = low
        while (hit := trigger.search(context.codes, position, high)) is not None:
            position = _window(context, rules, position, hit.start(), high)
    return context.readings


def _window(context: Context, rules: Grammar, low: int, place: int, high: int) -> int:
    """Reads around the calendar word at `place`; returns the token to go on from."""
    codes = context.codes
    start = max(low, place - _REACH, codes.rfind(OTHER, low, place) + 1)
    stop = codes.find(OTHER, place, high)
    stop = high if stop < 0 else stop
    while start < stop:
        found = rules.any_rule.search(codes, start, stop)
        if found is None:
            break
        index = int((found.lastgroup or "r0")[1:])
        readings = _first_reading(context, rules.rules, index, found.start(), stop)
        if readings:
            for reading in readings:
                _note(context, reading)
            start = readings[-1].last
        else:
            start = found.start() + 1
    return max(stop, start)


def _first_reading(context: Context, rules: tuple[Rule, ...], index: int, place: int, stop: int) -> list[Reading]:
    """What the first rule from `index` on that reads at `place` makes of the words."""
    for rule in rules[index:]:
        match = rule.regex.match(context.codes, place, stop)
        if match is None or not _is_free(context, match.start(), match.end()):
            continue
        context.place = place
        read = READERS[rule.name](Found(context, match))
        if read:
            found = read if isinstance(read, list) else [read]
            return [
                _without_stop(context, replace(r, rule=rule.name, why=r.why or f'as in "{rule.example}"'))
                for r in found
            ]
    return []


def _without_stop(context: Context, reading: Reading) -> Reading:
    """A full stop belongs to "avr." and "p.m.", not to "avril."."""
    tokens = context.analysis.tokens
    last = reading.last - 1
    if tokens.forms[last] != "." or last == reading.first:
        return reading
    word = tokens.forms[last - 1]
    short = word in ABBREVIATIONS or word in ("m", "am", "pm")
    return reading if short else replace(reading, last=last)


def _is_free(context: Context, first: int, last: int) -> bool:
    """Whether the words begin and end as words: not inside ``RD-180``, ``A320``, ``5e`` or ``1.5x``."""
    tokens, text = context.analysis.tokens, context.analysis.plain
    start, end = tokens.starts[first], tokens.ends[last - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum():
        return False
    if text[start].isdecimal() and before in ("-", ".", ",") and start > 1 and text[start - 2].isalnum():
        return (
            before == "-" and tokens.forms[first - 2 if first > 1 else 0].islower() and _lower_before(text, start - 1)
        )
    if text[start].isdecimal() and start and text[start - 1 - (before == " ") : start].strip() in _MARKS:
        return False
    if after.isdecimal() or (text[end - 1].isdecimal() and after.isalpha()):
        return False
    return not (text[end - 1].isdecimal() and after == "%")


def _lower_before(text: str, stop: int) -> bool:
    word = text[max(0, stop - 12) : stop].rpartition(" ")[2]
    return word.islower() and word.isalpha()


def _note(context: Context, reading: Reading) -> None:
    """Keeps the reading; a date that names days becomes what "the next day" counts from."""
    context.readings.append(reading)
    if reading.type in ("date", "time") and reading.period is not None and not reading.clock:
        context.named = reading.period
        context.named_at = reading.last
