"""Lengths of time: a count and a unit, or several, with their TIMEX3 duration."""

from briefgen.extract.dates.reading import Found
from briefgen.extract.numerals import tidy
from briefgen.frozen import dataclass

_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y",
            "quarter": "M", "half": "M", "fortnight": "W", "night": "D", "weekend": "D", "school": "Y", "fiscal": "Y",
            "business": "BD", "hour": "H", "minute": "M", "second": "S"}  # fmt: skip
_FACTORS = {"decade": 10, "century": 100, "millennium": 1000, "quarter": 3, "half": 6, "fortnight": 2, "weekend": 2}
_VAGUE = {"decade": "DE", "century": "CE", "millennium": "ML"}
_CLOCK = ("hour", "minute", "second")
_ORDER = ("millennium", "century", "decade", "year", "school", "fiscal", "half", "quarter", "month", "fortnight", "week",
          "day", "night", "business", "hour", "minute", "second")  # fmt: skip

Number = float | int


@dataclass(frozen=True, slots=True)
class Amount:
    """(count, unit) pairs, longest unit first; `count` is None where it is vague ("plusieurs jours")."""

    parts: tuple[tuple[Number, str], ...]
    vague: str | None = None
    """The unit of a count that is not stated."""

    @property
    def count(self) -> Number | None:
        """The count of the only or the first unit."""
        return self.parts[0][0] if self.parts else None

    @property
    def finest(self) -> str:
        """The shortest unit."""
        return self.parts[-1][1] if self.parts else self.vague or ""

    @property
    def value(self) -> Number | None:
        """The count in `unit`, for a single unit; None for "un an et deux mois"."""
        return self.parts[0][0] if len(self.parts) == 1 else None

    @property
    def unit(self) -> str | None:
        """The CLDR unit id, for a single unit."""
        names = {"school": "year", "fiscal": "year", "business": "day", "half": "month"}
        single = self.parts[0][1] if len(self.parts) == 1 else self.vague
        return names.get(single or "", single)

    @property
    def timex(self) -> str:
        """TIMEX3 duration such as ``P5Y``, ``PT1.5H``, ``PXD``."""
        if not self.parts:
            unit = self.vague or ""
            return ("PTX" if unit in _CLOCK else "PX") + _VAGUE.get(unit, _LETTERS.get(unit, ""))
        days = "".join(_piece(count, unit) for count, unit in self.parts if unit not in _CLOCK)
        clock = "".join(_piece(count, unit) for count, unit in self.parts if unit in _CLOCK)
        return "P" + days + ("T" + clock if clock else "")


def _piece(count: Number, unit: str) -> str:
    return f"{tidy(count * _FACTORS.get(unit, 1))}{_LETTERS[unit]}"


def unit_of(found: Found, name: str) -> str | None:
    """The unit that a part names, whatever its kind."""
    for kind in ("unit", "clockunit", "second", "plural", "fortnight"):
        if value := found.value(name, kind):
            return value
    return "hour" if "hletter" in found.kinds(name) else None


def _is_rate(found: Found, index: str) -> bool:
    """ "five nights a week" counts nights, not nights and a week."""
    article = found.form("count" + index) in ("a", "an", "per")
    return article and found.context.analysis.tokens.forms[found.match.start("count" + index) - 1] not in ("and", ",")


def read_amount(found: Found) -> Amount | None:
    """The length that the rule's parts (count, unit, half, count2, unit2 …) spell; None where a number does not read."""
    unit = unit_of(found, "unit")
    if unit is None or unit not in _LETTERS:
        return None
    if found.has("quantity"):
        return Amount((), unit)
    half = 0.5 if found.has("half") else 0
    if found.has("couple") or "couple" in found.kinds("count"):
        count: Number | None = 2
    elif found.has("count"):
        count = found.number("count")
    else:
        count = 0 if half else 1 if unit == "fortnight" else None
    if count is None:
        return (
            Amount((), unit)
            if found.has("rel") or ("plural" in found.kinds("unit") and not found.has("count"))
            else None
        )
    parts = [(tidy(count + half), unit)]
    for index in ("2", "3"):
        if found.has("unit" + index):
            further, other = found.number("count" + index), unit_of(found, "unit" + index)
            if further is None or other is None or _is_rate(found, index):
                return None
            parts.append((further, other))
    parts.sort(key=lambda part: _ORDER.index(part[1]) if part[1] in _ORDER else 0)
    return Amount(tuple(parts))
