"""Readers of months: named, related, numbered, and from one to another."""

from briefgen.extract.dates.absolute import choose, doubted, short_year
from briefgen.extract.dates.calendar import company
from briefgen.extract.dates.periods import month_period, span_period
from briefgen.extract.dates.reading import Context, Found, Reading
from briefgen.extract.dates.relative import related_unit

_COARSE = "the year is not stated and the date of publication is not known"


def read_yearmonth(found: Found) -> Reading | None:
    """``2020-12`` and ``03/2015``: glued, a real month, and no further figures beside."""
    context, month, year = found.context, found.integer("month"), found.year()
    forms = context.analysis.tokens.forms
    around = {found.before, found.after}
    apart = not context.glued(found.first, found.last) and "/" not in forms[found.first : found.last]
    if apart or month is None or year is None or around & {"-", "/"}:
        return None
    if not 1 <= month <= 12 or (len(found.form("month")) != 2 and "/" not in forms[found.first : found.last]):
        return None
    return found.dated(month_period(year, month), score=0.8)


def read_month(found: Found) -> Reading | None:
    """A month, its year stated, related or to be found."""
    name = found.value("month", "month") or found.value("month", "sept")
    if name is None or found.is_led_by_preposition():
        return None
    month = int(name)
    if found.has("year"):
        year = found.year()
        return found.dated(month_period(year, month), score=0.97) if year else None
    if found.has("year2"):
        year = short_year(found)
        return found.dated(month_period(year, month), score=0.85) if year else None
    if not is_month_word(found, "month"):
        return None
    if found.has("unit"):
        unit = related_unit(found, "unit", "rel")
        known = unit is not None and unit.grain == "year"
        return found.dated(month_period(unit.first.year, month), score=0.95) if unit and known else None
    return _partial_month(found, month)


def _partial_month(found: Found, month: int) -> Reading | None:
    context, anchor = found.context, found.context.anchor
    if anchor is None:
        return found.read("date", f"XXXX-{month:02d}", why=_COARSE, score=0.6, partial=(month, None))
    year = anchor.day.year
    options = [month_period(y, month) for y in (year - 1, year, year + 1)]
    kinds = found.kinds("rel")
    here = anchor.period
    if "this" in kinds:
        options = options[1:2]
    elif kinds & {"next", "following"}:
        options = [p for p in options if p.first > here.last][:1]
    elif kinds & {"last", "previous"}:
        options = [p for p in options if p.last < here.first][-1:]
    chosen = choose(context, options, found.first, found.last)
    if chosen is None:
        return None
    score, why = (0.9, "") if kinds else doubted(context, chosen, found.first, 0.9)
    return found.dated(chosen, score=score, why=why, partial=(month, None))


def is_month_word(found: Found, name: str) -> bool:
    """Whether a doubtful name (may, march, mars) stands as a month stands."""
    context = found.context
    place = found.match.start(name)
    tokens = context.analysis.tokens
    form = tokens.forms[place]
    if not found.has("rel") and not found.has("unit") and is_capital_name(context, place):
        return False
    if form not in context.words.ambiguous or found.has("rel") or found.has("unit"):
        return True
    initial = context.analysis.plain[tokens.starts[place]]
    before = tokens.forms[place - 1] if place else ""
    if before == "-" and place > 1:
        before = tokens.forms[place - 2]
    if context.language == "fr":
        return initial.islower() and len(form) > 3
    return (
        ((initial.isupper() and before in company("month-leads", "en")) or before in company("month-strong", "en"))
        and len(form) > 2
        and form != "mar"
    )


def is_capital_name(context: Context, place: int) -> bool:
    """Whether a month's word is part of a name: "Mme Avril", "June Almeida"; French months take no capital."""
    tokens, text = context.analysis.tokens, context.analysis.plain
    start, end = tokens.starts[place], tokens.ends[place]
    before = tokens.forms[place - 1] if place else ""
    if not text[start].isupper() or text[start:end].isupper() or start <= context.analysis.sentence_of(start)[0]:
        return (
            context.language != "fr" and before not in company("month-sure", "en") and _capital_follows(context, place)
        )
    if context.language == "fr":
        return before not in company("month-leads", "fr")
    named_before = (
        bool(before)
        and before.isalpha()
        and text[tokens.starts[place - 1]].isupper()
        and before not in company("month-leads", "en")
    )
    known = context.words.kinds.get(context.codes[place - 1], frozenset())
    return (named_before and not known) or (
        before not in company("month-sure", "en") and _capital_follows(context, place)
    )


def _capital_follows(context: Context, place: int) -> bool:
    """Whether the next word is a name's: a capital, and no word of the calendar."""
    tokens, text = context.analysis.tokens, context.analysis.plain
    if not text[tokens.starts[place]].isupper() or place + 1 >= len(tokens.forms):
        return False
    if tokens.forms[place + 1] == "&":
        return True
    begin = tokens.starts[place + 1]
    known = context.words.kinds.get(context.codes[place + 1], frozenset())
    return begin == tokens.ends[place] + 1 and text[begin].isupper() and not known


def read_months(found: Found) -> Reading | None:
    """``mars à mai 2020``, ``between August and October``, ``Jan-Feb 2017``: one range."""
    names = (found.value("first", "month"), found.value("month", "month"))
    if not names[0] or not names[1] or not _is_range(found):
        return None
    first, last = int(names[0]), int(names[1])
    year = found.year() if found.has("year") else None
    if year is None:
        anchor = found.context.anchor
        if anchor is None:
            return found.read("date", f"XXXX-{first:02d}/XXXX-{last:02d}", why=_COARSE, score=0.6)
        options = [month_period(anchor.day.year + n, last) for n in (-1, 0, 1)]
        chosen = choose(found.context, options, found.first, found.last)
        year = chosen.first.year if chosen else anchor.day.year
    begin = found.year("year1") if found.has("year1") else year - (first > last)
    if begin is None:
        return None
    start, end = month_period(begin, first), month_period(year, last)
    if start.first >= end.first:
        return None
    timex = f"{start.timex}/{end.timex}"
    period = span_period(start.first, end.last, timex)
    return found.read("date", timex, period=period, edtf=timex, score=0.9)


def _is_range(found: Found) -> bool:
    """ "and" joins only after "between", "to" and dashes always; doubtful names need company that is sure."""
    forms = found.context.analysis.tokens.forms
    joiner = forms[found.match.end("year1" if found.has("year1") else "first")]
    opener = forms[found.first]
    if joiner in ("et", "and", "&", "ou", "or"):
        return opener in ("entre", "between")
    doubtful = found.context.words.ambiguous
    both = {forms[found.match.start("first")], forms[found.match.start("month")]} <= doubtful
    return not both or found.has("year") or opener in ("from", "between", "entre", "de")
