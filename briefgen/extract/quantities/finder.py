"""One pass over the tokens: at each number its amount, unit, bound and range, then the fact."""

from dataclasses import replace
from functools import cache

from briefgen.extract.numerals import Number, number_words, tidy
from briefgen.extract.quantities.amounts import read_amount, starters
from briefgen.extract.quantities.blocked import blocked_places
from briefgen.extract.quantities.bounds import bound_after, bound_before
from briefgen.extract.quantities.context import settle_currencies
from briefgen.extract.quantities.counted import counted_noun
from briefgen.extract.quantities.measures import Measure, glued_factor, is_idiom, measure
from briefgen.extract.quantities.names import is_name, is_titled
from briefgen.extract.quantities.ordinals import read_rank, roman_centuries
from briefgen.extract.quantities.people import counted_share, is_age, percent_of, stated_age
from briefgen.extract.quantities.ranges import AGED, Span, join_bounded, read_range
from briefgen.extract.quantities.scene import Amount, Scene, set_scene
from briefgen.extract.quantities.scores import BY_KIND, TIMES, measured_score, plain_score
from briefgen.model.evidence import Bound, Fact, FactType, Pair
from briefgen.text.analysis import Analysis

_TO_DURATION = frozenset("à to - – ou or".split())
_TYPES: dict[str, FactType] = {"money": "money", "percent": "percent", "unit": "quantity"}
_TEMPERATURES = frozenset(("celsius", "fahrenheit", "kelvin", "degree"))


@cache
def _openers(language: str) -> frozenset[str]:
    """Every form at which an amount or a rank may begin, digits apart."""
    return starters(language) | number_words(language).nth.keys() | roman_centuries().keys()


class Finder:
    """The quantities of one text; `find()` gives them in text order."""

    def __init__(self, analysis: Analysis, dates: list[Fact]) -> None:
        self.analysis = analysis
        self.scene: Scene = set_scene(analysis)
        self.free = 0
        """No token before this one may be taken."""
        self.facts: list[Fact] = []
        self.blocked = blocked_places(analysis, dates)

    def find(self) -> list[Fact]:
        """Facts in text order, none overlapping another or a date."""
        openers = _openers(self.scene.language)
        for index, form in enumerate(self.scene.forms):
            if index >= self.free and (form in openers or form[0].isdecimal()):
                self._visit(index)
        return settle_currencies(self.analysis, join_bounded(self.facts, self.analysis.text))

    def _visit(self, index: int) -> None:
        scene = self.scene
        if self._is_blocked(index):
            return
        amount = read_amount(scene, index)
        ordinal = None if amount and amount.fraction else read_rank(scene, index)
        if ordinal and (amount is None or ordinal[1] > amount.last):
            self._add_ordinal(index, ordinal[0], ordinal[1])
        elif amount:
            self._add_amount(self._within(amount))

    def _within(self, amount: Amount) -> Amount:
        """`amount` without a sign or mark that lies before the free tokens."""
        return replace(amount, first=self.free) if amount.first < self.free else amount

    def _is_blocked(self, index: int) -> bool:
        return self.blocked.touches(self.scene.starts[index], self.scene.ends[index])

    def _clear(self, first: int, last: int) -> bool:
        return not self.blocked.touches(self.scene.starts[first], self.scene.ends[last - 1])

    # ------------------------------------------------------------ amounts
    def _add_amount(self, amount: Amount) -> None:
        if not self._clear(amount.first, amount.last):
            return
        amount = self._multiplied(amount)
        found = measure(self.scene, amount, self.free)
        if found and not self._clear(found.first, found.last):
            found = None
        if found is None and (self._opens_duration(amount) or self._repeats_duration(amount)):
            return
        span = read_range(self.scene, amount, found, self.free)
        if span and self._clear(span.first, span.last):
            self._add_range(span)
        elif found:
            if found.first < amount.first or not is_name(self.scene, amount, True):
                self._add_measured(found, amount)
        else:
            self._add_counted(amount)

    def _is_title(self, found: Measure) -> bool:
        """ "victory over 27-year-old Lee": the age names a person, "over" bounds nothing."""
        return (
            found.sign.id == "year-person"
            and self.scene.form(found.last - 2) == "-"
            and self.scene.capitalized(found.last)
        )

    def _unsigned(self, found: Measure) -> Measure:
        """A measure without the dash that stands before it: no length or mass is below zero."""
        if self.scene.form(found.first) not in ("-", "−"):
            return found
        return replace(found, first=found.first + 1, value=-found.value)

    def _loose_minus(self, first: int) -> bool:
        """A minus sign with a space behind it, as some agencies set temperatures: "- 20 °C"."""
        scene = self.scene
        if first <= self.free or scene.form(first - 1) not in ("-", "−"):
            return False
        return not scene.touches(first - 1) and scene.form(first - 2).isalpha()

    def _opens_duration(self, amount: Amount) -> bool:
        """ "8" of "8 à 24 mois", whose second half is a duration or date already."""
        scene, last = self.scene, amount.last
        if scene.form(last) == "-" and scene.form(last + 1) == "to":
            last += 1
        opened = scene.form(amount.first - 1) in ("entre", "between") and scene.form(last) in ("et", "and")
        if not (opened or scene.form(last) in _TO_DURATION) or last + 1 >= len(scene.forms):
            return False
        return self._is_blocked(last + 1)

    def _repeats_duration(self, amount: Amount) -> bool:
        """The second number of "24 heures sur 24"."""
        scene, first = self.scene, amount.first
        if scene.form(first - 1) != "sur" or first < 2:
            return False
        before = self.facts[-1] if self.facts and self.free == first - 1 else None
        timed = before is not None and before.unit in TIMES
        return timed or self._is_blocked(first - 2)

    def _multiplied(self, amount: Amount) -> Amount:
        """ "12.3m tonnes": the amount with the letter that multiplies it."""
        factor = glued_factor(self.scene, amount)
        if factor == 1:
            return amount
        return replace(amount, value=tidy((amount.value or 0) * factor), last=amount.last + 1, scaled=True)

    def _add_measured(self, found: Measure, amount: Amount) -> None:
        if found.sign.kind == "unit" and found.value < 0 and found.sign.id not in _TEMPERATURES:
            found = self._unsigned(found)
        if found.sign.id in _TEMPERATURES and self._loose_minus(found.first):
            found = replace(found, first=found.first - 1, value=-found.value)
        if not amount.figure and is_idiom(found.sign, amount, self.scene.language):
            return
        bound, first, last = self._bounds(found.first, found.last, amount.collective)
        if bound == "more_than" and self.scene.form(first) == "over" and self._is_title(found):
            bound, first = None, found.first
        low, high = amount.low, amount.high
        if found.sign.id == "year" and is_age(self.scene, first):
            found = replace(found, sign=replace(found.sign, id="year-person"))
        self._add(
            "range" if low is not None else _TYPES[found.sign.kind],
            first,
            last,
            value=None if low is not None else found.value,
            low=low,
            high=high,
            unit=found.sign.id,
            unit_assumed=found.sign.assumed,
            bound=bound,
            rule=found.sign.kind,
            score=measured_score(found.sign, amount),
        )

    def _add_counted(self, amount: Amount) -> None:
        scene = self.scene
        if self._add_special(amount):
            return
        bound, first, last = self._bounds(amount.first, amount.last, amount.collective)
        noun = self._noun(amount, last)
        if self._add_share(amount, noun[1] if noun else amount.last + 1):
            return
        negative = noun is not None and amount.value is not None and amount.value < 0
        named = is_name(scene, amount, noun is not None, bound is not None) or is_titled(scene, amount, noun)
        if negative or named:
            self.free = max(self.free, amount.last)
            return
        if noun and _year_like(scene, amount) and bound is None:
            return
        if noun is None:
            last = max(amount.last, last)
        else:
            bound = bound or (after[0] if (after := bound_after(scene, noun[1])) else None)
        self._add(
            "range" if amount.low is not None else "number",
            first,
            noun[1] if noun else last,
            value=amount.value,
            low=amount.low,
            high=amount.high,
            unit=scene.surface(*noun) if noun else None,
            bound=bound,
            rule="counted" if noun else "number",
            score=plain_score(amount, noun is not None, bound),
        )

    def _noun(self, amount: Amount, place: int) -> Pair | None:
        noun = counted_noun(self.scene, amount, place)
        return noun if noun and self._clear(*noun) else None

    def _add_share(self, amount: Amount, noun_end: int) -> bool:
        """ "neuf Français sur dix" as nine tenths."""
        share = counted_share(self.scene, amount, noun_end)
        if share is None or not self._clear(amount.first, share[1]):
            return False
        self._add("number", amount.first, share[1], value=share[0], rule="share", score=0.5)
        return True

    def _add_special(self, amount: Amount) -> bool:
        """Whether the words around a bare number made it an age or a percentage."""
        age = stated_age(self.scene, amount)
        if age and age[0] >= self.free and self._clear(age[0], amount.last):
            self._add(
                "quantity",
                age[0],
                amount.last,
                value=amount.value,
                unit="year-person",
                unit_assumed=age[1],
                rule="age",
                score=0.55 if age[1] else 0.8,
            )
            return True
        start = percent_of(self.scene, amount)
        if start is None or start < self.free or not self._clear(start, amount.last):
            return False
        self._add("percent", start, amount.last, value=amount.value, unit="percent", rule="percent", score=0.6)
        return True

    def _bounds(self, first: int, last: int, collective: bool) -> tuple[Bound | None, int, int]:
        """Bound before or behind tokens [first, last), and the tokens with its words."""
        bound: Bound | None = "about" if collective and self.scene.form(last - 1) != "dozen" else None
        before = bound_before(self.scene, first, self.free)
        if before and self._clear(before[1], first):
            bound, first = before
        after = bound_after(self.scene, last)
        if after and self._clear(last, after[1]):
            bound, last = (bound if before and after[0] == "about" else after[0]), after[1]
        return bound, first, last

    # ------------------------------------------------------------ ranges and ordinals
    def _add_range(self, span: Span) -> None:
        scene = self.scene
        kind = span.sign.kind if span.sign else "number"
        unit, last = (span.sign.id if span.sign else None), span.last
        if span.sign is None:
            amount = replace(span.upper, last=span.last)
            if is_name(scene, amount, True) and not span.between:
                return
            noun = self._noun(amount, span.last)
            if scene.form(span.first - 1) in AGED:
                unit = "year-person"
            elif noun is None and span.dashed and not span.between and span.low < 100:
                self.free = max(self.free, span.last)
                return
            elif noun:
                unit, last, kind = scene.surface(*noun), noun[1], "noun"
        bound, first, last = self._bounds(span.first, last, False)
        if bound is None and scene.form(first) == "de":
            before = bound_before(scene, first + 1, self.free)
            bound, first = before if before and self._clear(before[1], first) else (bound, first)
        self._add(
            "range",
            first,
            last,
            low=span.low,
            high=span.high,
            unit=unit,
            unit_assumed=bool(span.sign and span.sign.assumed),
            bound=bound,
            rule="range",
            score=BY_KIND[kind] - 0.05,
        )

    def _add_ordinal(self, first: int, value: int, last: int) -> None:
        if not self._clear(first, last):
            return
        self._add("ordinal", first, last, value=value, rule="ordinal", score=0.3)

    # ------------------------------------------------------------ facts
    def _add(
        self,
        kind: FactType,
        first: int,
        last: int,
        *,
        value: Number | None = None,
        low: Number | None = None,
        high: Number | None = None,
        unit: str | None = None,
        unit_assumed: bool = False,
        bound: Bound | None = None,
        rule: str,
        score: float,
    ) -> None:
        start, end = self.scene.starts[first], self.scene.ends[last - 1]
        why = f"{rule}: {unit}" if unit else rule
        self.facts.append(
            Fact(
                id="",
                start=start,
                end=end,
                text=self.analysis.text[start:end],
                type=kind,
                value=value,
                unit=unit,
                unit_assumed=unit_assumed,
                low=low,
                high=high,
                bound=bound,
                sentence=self.analysis.sentence_of(start),
                rule=f"quantity.{rule}",
                why=f"{why}, {bound.replace('_', ' ')}" if bound else why,
                score=round(score - (0.05 if unit_assumed else 0), 2),
            )
        )
        self.free = last


def _year_like(scene: Scene, amount: Amount) -> bool:
    form = scene.forms[amount.first]
    return amount.last - amount.first == 1 and len(form) == 4 and form.isdecimal() and 1900 <= int(form) <= 2059
