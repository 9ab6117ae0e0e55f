"""Boundaries and edges around a date: "dès 2022", "avant la fin du mois de mai", "pas avant 2030", "2018 or later"."""

from dataclasses import replace

from briefgen.extract.dates.calendar import MORE
from briefgen.extract.dates.periods import Period
from briefgen.extract.dates.reading import Context, Reading
from briefgen.model.evidence import Bound, DateBound

_SKIPPED = frozenset("le la les l' de du d' des the of , en à au".split())
_NEGATIONS = {"fr": frozenset("pas guère".split()), "en": frozenset("not n't".split())}
_ORIGINS = frozenset(
    "date dates dating dated stems stemming figures data report reports results photo photos video".split()
)
_FROM_TO = frozenset(("days", "date.days", "months", "date.months"))
_REACH = 10
"""How far before a bound its negation may stand, in tokens."""


def with_bounds(context: Context, readings: list[Reading]) -> list[Reading]:
    """`readings` with the bounds, edges and approximations of the words beside them, spans grown to hold them."""
    found: list[Reading] = []
    for index, reading in enumerate(readings):
        low = found[-1].last if found else 0
        high = readings[index + 1].first if index + 1 < len(readings) else len(context.codes)
        found.append(_bounded(context, reading, low, high))
    return found


def _bounded(context: Context, reading: Reading, low: int, high: int) -> Reading:
    if reading.type == "set" or "REF" in (reading.timex or ""):
        return reading
    if reading.type == "duration":
        return _approximate(context, reading, low)
    place, edge = _edge(context, reading.first, low)
    first, bound = _bound_before(context, reading, place, low)
    if bound is None and reading.period is not None and (after := _bound_after(context, reading.last, high)):
        return _set(replace(reading, last=after[0]), reading.first, after[1], edge)
    until = context.analysis.tokens.forms[first] in ("until", "till")
    if (bound == "before" or (bound == "by" and until)) and _negated(context, first, low):
        bound = "not_before"
    if bound == "from" and reading.rule in _FROM_TO:  # "|from| November 3 to 7": its own beginning
        return reading
    if bound is None:
        return replace(reading, first=place, why=_both(edge, reading.why)) if edge else reading
    return _set(reading, first, bound, edge)


def _set(reading: Reading, first: int, bound: DateBound, edge: str) -> Reading:
    edtf = _open_interval(reading, bound)
    return replace(reading, first=first, date_bound=bound, edtf=edtf, why=_both(edge, reading.why))


def _both(edge: str, why: str) -> str:
    return f"{edge}; {why}" if edge else why


def _open_interval(reading: Reading, bound: DateBound) -> str | None:
    """EDTF: ``../X`` for before and by, ``X/..`` for from and not before; after X begins with what follows X."""
    period, date = reading.period, reading.date
    if date is None or reading.clock:
        return date
    if "/" in date and not date.startswith("..") and not date.endswith(".."):
        first, last = date.split("/")
    else:
        first = last = date
    if bound in ("before", "by"):
        return f"../{last}"
    if bound == "after" and reading.type == "date" and period is not None and period.grain in ("month", "year"):
        return f"{_following(period)}/.."
    return f"{first}/.."


def _following(period: Period) -> str:
    try:
        return period.shifted(1).edtf
    except (ValueError, OverflowError):
        return period.edtf


def _phrase_before(context: Context, place: int, kind: str, low: int) -> tuple[int, str] | None:
    """(first token, value) of the phrase of `kind` that ends right before `place`."""
    start = place - 1
    while start > low and context.codes[start] == MORE:
        start -= 1
    if start < low or kind not in context.words.kinds.get(context.codes[start], ()):
        return None
    form = " ".join(context.analysis.tokens.forms[start:place])
    value = context.words.values.get(form, {}).get(kind)
    return None if value is None else (start, value)


def _edge(context: Context, first: int, low: int) -> tuple[int, str]:
    """Where "fin", "le début de", "mid-" begins before a date, and what it says; (first, "") without one."""
    forms = context.analysis.tokens.forms
    for place in _steps(context, first, low):
        if found := _phrase_before(context, place, "edge", low):
            return found[0], f"{found[1].lower()} of the period"
        if (
            place > low
            and forms[place - 1] in ("mois", "month")
            and (found := _phrase_before(context, place - 1, "edge", low))
        ):
            return found[0], f"{found[1].lower()} of the period"
    return first, ""


def _steps(context: Context, place: int, low: int) -> list[int]:
    """`place` and the places before the articles and prepositions that lead to it, at most three."""
    places = [place]
    forms = context.analysis.tokens.forms
    while place > low and len(places) < 4 and forms[place - 1] in _SKIPPED - {","} and context.codes[place - 1] != MORE:
        place -= 1
        places.append(place)
    return places


def _bound_before(context: Context, reading: Reading, place: int, low: int) -> tuple[int, DateBound | None]:
    for step in _steps(context, place, low):
        found = _phrase_before(context, step, "bound", low)
        if found and not (found[1] == "from" and _is_origin(context, found[0], reading)):
            return found[0], found[1]  # type: ignore[return-value]
    return place, None


def _is_origin(context: Context, place: int, reading: Reading) -> bool:
    """ "figures from May", "as of 2008": English "from" sets a bound only to what is still to come."""
    forms = context.analysis.tokens.forms
    loose = (context.codes[place + 1 : place + 2] != MORE and forms[place] == "from") or forms[place : place + 2] == (
        "as",
        "of",
    )
    past = context.anchor is not None and reading.period is not None and reading.period.first <= context.anchor.day
    return loose and (past or (place > 0 and forms[place - 1] in _ORIGINS))


def _bound_after(context: Context, last: int, high: int) -> tuple[int, DateBound] | None:
    """``2018 or later``."""
    if last >= high or "laterend" not in context.words.kinds.get(context.codes[last], ()):
        return None
    end = last + 1
    while end < high and context.codes[end] == MORE:
        end += 1
    form = " ".join(context.analysis.tokens.forms[last:end])
    value = context.words.values.get(form, {}).get("laterend")
    return None if value is None else (end, value)  # type: ignore[return-value]


def _negated(context: Context, first: int, low: int) -> bool:
    """ "ne devrait pas être lancé avant": the negation stands before the bound, in its clause."""
    tokens = context.analysis.tokens
    begin = tokens.first_at(context.analysis.sentence_of(tokens.starts[first])[0])
    forms = tokens.forms[max(begin, first - _REACH) : first]
    for form in reversed(forms):
        if form in (";", ":", ",") or form in ("mais", "but"):
            return False
        if form in _NEGATIONS[context.language]:
            return True
    return False


def _approximate(context: Context, reading: Reading, low: int) -> Reading:
    """``près de 24 heures``: the bound of a duration."""
    found = _phrase_before(context, reading.first, "approx", low)
    if found is None:
        return reading
    bound: Bound = found[1]  # type: ignore[assignment]
    return replace(reading, first=found[0], bound=bound)
