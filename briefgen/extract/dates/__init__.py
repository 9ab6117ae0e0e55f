"""Dates, times and durations."""

from briefgen.extract.dates.bounds import with_bounds
from briefgen.extract.dates.calendar import encode
from briefgen.extract.dates.clock import attach_days
from briefgen.extract.dates.grammar import grammar
from briefgen.extract.dates.links import anchored
from briefgen.extract.dates.offsets import counted_from
from briefgen.extract.dates.periods import read_anchor
from briefgen.extract.dates.ranges import joined
from briefgen.extract.dates.reading import Context, Reading
from briefgen.extract.dates.scan import scan
from briefgen.model.evidence import Fact
from briefgen.text.analysis import Analysis


def find_dates(analysis: Analysis) -> list[Fact]:
    """Facts of type date, time, duration and set, in text order, not overlapping; `offered` is left to others."""
    rules = grammar(analysis.language)
    codes = encode(analysis.tokens, rules.words)
    if rules.trigger.search(codes) is None:
        return []
    language = "fr" if analysis.language == "fr" else "en"
    context = Context(analysis, rules.words, codes, read_anchor(analysis.published), language)
    readings = attach_days(context, counted_from(context, joined(context, scan(context, rules))))
    readings = anchored(context, with_bounds(context, readings))
    return [_fact(analysis, reading) for reading in readings]


def _fact(analysis: Analysis, reading: Reading) -> Fact:
    start, end = analysis.tokens.starts[reading.first], analysis.tokens.ends[reading.last - 1]
    return Fact(
        id="",
        start=start,
        end=end,
        text=analysis.text[start:end],
        type=reading.type,
        value=reading.value,
        unit=reading.unit,
        low=reading.low,
        high=reading.high,
        bound=reading.bound,
        date=reading.date,
        timex=reading.timex,
        date_bound=reading.date_bound,
        sentence=analysis.sentence_of(start),
        rule=f"date.{reading.rule}",
        why=reading.why,
        score=round(reading.score, 2),
    )
