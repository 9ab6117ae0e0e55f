"""Two amounts joined: "10 à 15", "between $3 billion and $5 billion", "5-10 W"."""

from dataclasses import replace
from functools import cache

from briefgen.extract.numerals import Number, tidy
from briefgen.extract.quantities.amounts import read_amount
from briefgen.extract.quantities.counted import counted_noun
from briefgen.extract.quantities.lexicons import Sign, money_before
from briefgen.extract.quantities.measures import Measure, glued_factor, measure
from briefgen.extract.quantities.scene import Amount, Scene
from briefgen.frozen import dataclass
from briefgen.model.evidence import Fact

_BETWEEN = {"fr": ("entre",), "en": ("between",)}
_TO = {"fr": frozenset(("à", "-", "–", "—", "~", "a")), "en": frozenset(("to", "-", "–", "—", "~"))}
AGED = frozenset(("aged", "ages", "age"))
"""Words that make a range one of years: "aged 18-24"."""
_LOWER = frozenset(("more_than", "at_least"))
_UPPER = frozenset(("less_than", "at_most"))
_JOINTS = frozenset(("and", "but", "et", "mais", ""))
_DASHES = frozenset("-–—/")
_AND = {"fr": "et", "en": "and"}
_FROM = {"fr": ("de", "des", "d'"), "en": ("from",)}


@dataclass(frozen=True, slots=True)
class Span:
    """A range read: tokens [first, last), its ends as printed, and its unit."""

    first: int
    last: int
    low: Number
    high: Number
    sign: Sign | None
    upper: Amount
    dashed: bool
    """A dash alone joins them: "3-1" may be a score."""
    between: bool
    """ "from" or "between" opens it."""


def read_range(scene: Scene, amount: Amount, found: Measure | None, free: int) -> Span | None:
    """The range that begins with `amount` (whose unit is `found`), or None."""
    last = found.last if found else amount.last
    first = found.first if found else amount.first
    if amount.value is None or last + 1 >= len(scene.forms) or scene.form(first - 1) == "magnitude":
        return None
    opened = first - 1 >= free and scene.form(first - 1) in _BETWEEN[scene.language]
    from_ = first - 1 >= free and scene.form(first - 1) in _FROM[scene.language]
    link = scene.forms[last]
    if link == "-" and scene.form(last + 1) == "to" and last + 2 < len(scene.forms):
        last, link = last + 1, "to"
    either = found is None and link in ("ou", "or")
    if not (link in _TO[scene.language] or either or (opened and link == _AND[scene.language])):
        return None
    start = _upper_start(scene, last + 1)
    upper = read_amount(scene, start) if start is not None else None
    if upper is None or upper.value is None or upper.first < last:
        return None
    if not upper.figure and upper.value == 1:
        return None
    if either and not (_are_neighbors(amount, upper) and scene.form(upper.last).isalpha()):
        return None
    if link in _DASHES and upper.figure != amount.figure:
        return None
    if link in _DASHES and scene.form(upper.last) in _DASHES and scene.touches(upper.last) and scene.touches(last):
        return None
    if upper.first == last:
        upper = Amount(start or 0, upper.last, abs(upper.value), figure=upper.figure, scaled=upper.scaled)
    above = measure(scene, upper, last + 1)
    return _joined(scene, amount, found, upper, above, first - 1 if opened or from_ else first, opened or from_)


def _are_neighbors(amount: Amount, upper: Amount) -> bool:
    """ "two or three", "dix ou quinze": near enough to be one guess; no numbers of a list."""
    low, high = amount.value or 0, upper.value or 0
    alike = amount.figure == upper.figure and not (amount.fraction or upper.fraction)
    return alike and isinstance(low, int) and isinstance(high, int) and 0 < low < high <= low + max(1, low // 2)


def _upper_start(scene: Scene, place: int) -> int | None:
    """The token of the upper amount: a sign or currency symbol before its digits is passed."""
    for index in range(place, min(place + 4, len(scene.forms))):
        form = scene.forms[index]
        if form[0].isdecimal():
            return index
        if index == place and form.isalpha() and read_amount(scene, index):
            return index
        if form not in _currency_forms() and not (form in "-−+" and index == place):
            return None
    return None


@cache
def _currency_forms() -> frozenset[str]:
    return frozenset(form for forms in money_before() for form in forms)


def _joined(
    scene: Scene, amount: Amount, found: Measure | None, upper: Amount, above: Measure | None, first: int, opened: bool
) -> Span | None:
    """The range of two amounts whose units agree; the first takes unit and multiplier of the second."""
    low: Number = found.value if found else (amount.value or 0)
    high: Number = above.value if above else (upper.value or 0)
    factor = 1 if above else glued_factor(scene, upper)
    last = above.last if above else upper.last + (factor > 1)
    high = tidy(high * factor)
    if found and above and found.sign.id != above.sign.id:
        return None
    if bool(found) == bool(above) and (
        scene.form(first - 1) == "by" or (found and _moved(scene, first, low, high, opened))
    ):
        return None
    if found and not above and not (opened or found.sign.exact or found.sign.kind == "money"):
        return None
    if found and not above and not opened and (low >= high or _counts_others(scene, amount, found, upper)):
        return None  # "3 milliards d'euros |à 2 millions de foyers|"
    sign = above.sign if above else (found.sign if found else None)
    share = _multiplier(upper, high)
    falls = opened and low * share < _FAR * high  # "from 31 to 27 million"
    if share > 1 and not amount.scaled and (low * share <= high or falls) and low * share > low:
        low = tidy(low * share)
    opened = opened or scene.form(first - 1) in AGED
    if not sign and not opened and (_after_name(scene, first) or _before_name(scene, last)):
        return None
    dash = scene.form(found.last if found else amount.last) in "-–—"
    if dash and not (low < high and (sign or low >= 100 or opened or scene.form(last).isalpha())):
        return None
    return Span(first, last, low, high, sign, upper, dash, opened)


def _counts_others(scene: Scene, amount: Amount, found: Measure, upper: Amount) -> bool:
    """Whether the second number has things of its own: "300 euros à |2 000 familles|"."""
    return found.last > amount.last and counted_noun(scene, upper, upper.last) is not None


def _moved(scene: Scene, first: int, low: Number, high: Number, opened: bool) -> bool:
    """Whether two amounts with a unit each are a move and its end ("gained $1.35 to $84.20") or a result ("55% to 45%")."""
    if not opened:
        return low >= high or scene.form(first - 1) in _MOVES
    return scene.form(first) == "de" and scene.form(first - 1) in _MOVES and high > _FAR * low


_FAR = 5
"""A rise "de 1,35 dollar à 84,20 dollars" cannot be meant from end to end; "de 2 % à 5 %" can."""
_MOVES = frozenset(
    "gained lost added shed rose fell up down climbed dropped slipped jumped rising falling gaining losing advanced declined "
    "gagné perdu cédé pris lâché abandonné grimpé reculé progressé gagne perd cède prend gagnait perdait hausse baisse recul "
    "repli progression avance".split()
)


def _after_name(scene: Scene, first: int) -> bool:
    """ "Boeing 737-800": a capital in the middle of a sentence stands before the figures."""
    named = scene.capitalized(first - 1) and scene.starts[first - 1] not in scene.sentence_starts
    return named and scene.form(first - 1).isalpha()


def _before_name(scene: Scene, last: int) -> bool:
    """ "16-18 Station Road": a name follows, and no people counted ("10-15 Americans")."""
    return scene.capitalized(last) and scene.form(last)[-1] not in "sxz"


def _multiplier(upper: Amount, high: Number) -> int:
    """The factor that the upper amount's multiplier word carries: 10**6 for "15 millions"."""
    for factor in (10**12, 10**9, 10**6, 1000):
        if upper.scaled and high >= factor:
            return factor
    if upper.value and high >= upper.value * 1000:
        return int(high / upper.value)
    return 1


def join_bounded(facts: list[Fact], text: str) -> list[Fact]:
    """`facts` with "more than 100 and less than 300", "au plus 100 et au moins 20" joined to one range."""
    joined: list[Fact] = []
    for fact in facts:
        before = joined[-1] if joined else None
        ends = _bounded_pair(before, fact) if before and text[before.end : fact.start].strip(" ,") in _JOINTS else None
        if before is None or ends is None:
            joined.append(fact)
            continue
        low, high = ends
        joined[-1] = replace(
            before, end=fact.end, text=text[before.start : fact.end], type="range", value=None, low=low, high=high,
            unit=before.unit or fact.unit, bound=None, rule="quantity.bounded", why="two bounds",
        )  # fmt: skip
    return joined


def _bounded_pair(left: Fact, right: Fact) -> tuple[Number, Number] | None:
    """(low, high) where one fact is a lower and the other an upper bound of the same unit."""
    if left.bound is None or right.bound is None or left.value is None or right.value is None:
        return None
    if left.unit and right.unit and left.unit != right.unit:
        return None
    if left.bound in _LOWER and right.bound in _UPPER:
        low, high = left.value, right.value
    elif left.bound in _UPPER and right.bound in _LOWER:
        low, high = right.value, left.value
    else:
        return None
    return (low, high) if low < high else None
