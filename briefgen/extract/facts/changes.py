"""The change of a record: direction, amount, start and end, and what it is compared with."""

from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.roles import Role
from briefgen.model.evidence import Change

Spans = list[tuple[int, int, str]]


def base_of(reading: Reading, near: int, compared: Spans) -> str | None:
    """The base stated right after (or before) the number whose last token is before `near`: EDTF or ``previous_year`` …"""
    for first, last, base in compared:
        if 0 <= first - near <= 8 and not _crosses(reading, near, first):
            return base
        if 0 <= near - last <= 8:
            return base
    for fact in reading.dates:
        first, _ = reading.tokens_of(fact)
        if fact.date and near <= first <= near + 7 and _compares(reading, near, first):
            return fact.date
    return None


def _date_after(reading: Reading, token: int) -> str | None:
    """The date right behind the first number: "1,2 million |en 2021|"."""
    found = (d for d in reading.dates if d.date and token <= reading.tokens_of(d)[0] <= token + 1)
    return next((d.date for d in found), None)


def _crosses(reading: Reading, first: int, last: int) -> bool:
    return any(a in reading.taken for a in range(first, last)) and "," in reading.forms[first:last]


def _compares(reading: Reading, near: int, first: int) -> bool:
    between = " ".join(reading.forms[near : first + 1])
    return any(
        words in between
        for words in (
            "par rapport à",
            "par rapport au",
            "comparé à",
            "compared with",
            "compared to",
            "from ",
            "than ",
            "contre ",
            "versus ",
        )
    )


def change_of(
    reading: Reading,
    amount: Role | None,
    start: Role | None,
    end: Role | None,
    compared: Spans,
    direction: str | None = None,
) -> Change | None:
    """The change that the numbers of one record state together; None when they state none."""
    parts = [r for r in (amount, end, start) if r is not None]
    if end is not None and end.fact.type == "range" and end.fact.low is not None and end.fact.high is not None:
        rises = "up" if end.fact.high > end.fact.low else "down"
        return Change(None, None, rises, None, None, float(end.fact.low), float(end.fact.high))  # type: ignore[arg-type]
    way = direction or next((r.direction for r in parts if r.direction), None)
    first_value = start.fact.value if start is not None else None
    last_value = end.fact.value if end is not None else None
    if way is None and first_value is not None and last_value is not None and first_value != last_value:
        way = "up" if last_value > first_value else "down"
    if way is None or not parts:
        return None
    shown = amount or parts[0]
    base = next((b for r in parts if (b := base_of(reading, r.last, compared))), None)
    if base is None and start is not None:
        base = _date_after(reading, start.last)
    value = amount.fact.value if amount is not None else None
    return Change(
        value=None if value is None else float(value),
        unit=amount.fact.unit if amount is not None else None,
        direction=way,  # type: ignore[arg-type]
        start=shown.fact.start if amount is not None else None,
        end=shown.fact.end if amount is not None else None,
        from_value=None if first_value is None else float(first_value),
        to=None if last_value is None else float(last_value),
        base=base,
    )
