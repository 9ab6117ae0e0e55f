"""One pass over the tokens: at each number its amount, unit, bound and range, then the fact."""

from bisect import bisect_right
from dataclasses import replace

from briefgen.extract.numerals import Number, number_words, read_ordinal, tidy
from briefgen.extract.quantities.amounts import read_amount, starters
from briefgen.extract.quantities.bounds import bound_after, bound_before
from briefgen.extract.quantities.context import settle_currencies
from briefgen.extract.quantities.counted import counted_noun
from briefgen.extract.quantities.lexicons import Sign, context_words
from briefgen.extract.quantities.measures import Measure, glued_factor, measure
from briefgen.extract.quantities.names import is_name, link_spans
from briefgen.extract.quantities.ranges import Span, join_bounded, read_range
from briefgen.extract.quantities.scene import Amount, Scene, set_scene
from briefgen.model.evidence import Bound, Fact, FactType, Pair
from briefgen.text.analysis import Analysis

_TYPES: dict[str, FactType] = {"money": "money", "percent": "percent", "unit": "quantity"}
_TEMPERATURES = frozenset(("celsius", "fahrenheit", "kelvin", "degree"))
_TIMES = frozenset("second minute hour day week month year decade century".split())
"""Units of duration: what the dates left."""
_PERCENT_WORDS = frozenset("percent percents per pourcentage pourcent pour".split())
_SCORES = {"money": 0.95, "percent": 0.95, "unit": 0.9, "noun": 0.8, "number": 0.5}


class Finder:
    """The quantities of one text; `find()` gives them in text order."""

    def __init__(self, analysis: Analysis, dates: list[Fact]) -> None:
        self.analysis = analysis
        self.scene: Scene = set_scene(analysis)
        self.free = 0
        """No token before this one may be taken."""
        self.facts: list[Fact] = []
        blocked = [(f.start, f.end) for f in dates if not _is_share(analysis, f)]
        blocked += [(b.start, b.end) for b in analysis.boilerplate] + link_spans(analysis.text)
        self.blocked: list[Pair] = _merged(blocked)
        self.block_starts = [start for start, _ in self.blocked]

    def find(self) -> list[Fact]:
        """Facts in text order, none overlapping another or a date."""
        forms, first_words = self.scene.forms, starters(self.scene.language)
        ordinals = number_words(self.scene.language).nth
        for index, form in enumerate(forms):
            if index < self.free:
                continue
            if form in first_words or form in ordinals or form[0].isdecimal():
                self._visit(index)
        return settle_currencies(self.analysis, join_bounded(self.facts, self.analysis.text))

    def _visit(self, index: int) -> None:
        scene = self.scene
        if self._is_blocked(scene.starts[index], scene.ends[index]):
            return
        amount = read_amount(scene, index)
        ordinal = None if amount and amount.fraction else read_ordinal(scene.tokens, index, scene.language)
        if ordinal and (amount is None or ordinal[1] > amount.last) and isinstance(ordinal[0], int):
            self._add_ordinal(index, ordinal[0], ordinal[1])
        elif amount:
            self._add_amount(self._within(amount))

    def _within(self, amount: Amount) -> Amount:
        """`amount` without a sign or mark that lies before the free tokens."""
        return replace(amount, first=self.free) if amount.first < self.free else amount

    # ------------------------------------------------------------ blocked places
    def _is_blocked(self, start: int, end: int) -> bool:
        place = bisect_right(self.block_starts, end - 1) - 1
        return place >= 0 and self.blocked[place][1] > start

    def _clear(self, first: int, last: int) -> bool:
        return not self._is_blocked(self.scene.starts[first], self.scene.ends[last - 1])

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

    def _loose_minus(self, first: int) -> bool:
        """A minus sign with a space behind it, as some agencies set temperatures: "- 20 °C"."""
        scene = self.scene
        if first <= self.free or scene.form(first - 1) not in ("-", "−"):
            return False
        return not scene.touches(first - 1) and scene.form(first - 2).isalpha()

    def _opens_duration(self, amount: Amount) -> bool:
        """ "8" of "8 à 24 mois", whose second half is a duration or date already."""
        scene, last = self.scene, amount.last
        if scene.form(last) not in ("à", "to", "-", "–", "ou", "or") or last + 1 >= len(scene.forms):
            return False
        return self._is_blocked(scene.starts[last + 1], scene.ends[last + 1])

    def _repeats_duration(self, amount: Amount) -> bool:
        """The second number of "24 heures sur 24"."""
        scene, first = self.scene, amount.first
        if scene.form(first - 1) != "sur" or first < 2:
            return False
        before = self.facts[-1] if self.facts and self.free == first - 1 else None
        timed = before is not None and before.unit in _TIMES
        return timed or self._is_blocked(scene.starts[first - 2], scene.ends[first - 2])

    def _multiplied(self, amount: Amount) -> Amount:
        """ "12.3m tonnes": the amount with the letter that multiplies it."""
        factor = glued_factor(self.scene, amount)
        if factor == 1:
            return amount
        return replace(amount, value=tidy((amount.value or 0) * factor), last=amount.last + 1, scaled=True)

    def _add_measured(self, found: Measure, amount: Amount) -> None:
        if found.sign.id in _TEMPERATURES and self._loose_minus(found.first):
            found = replace(found, first=found.first - 1, value=-found.value)
        if found.sign.id in _TIMES and amount.value == 1 and not amount.figure:
            return
        bound, first, last = self._bounds(found.first, found.last, amount.collective)
        low, high = amount.low, amount.high
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
            score=0.3
            if low is not None
            else 0.5
            if found.sign.id in _TIMES
            else _SCORES[found.sign.kind] - 0.1 * (not amount.figure),
        )

    def _add_counted(self, amount: Amount) -> None:
        scene = self.scene
        if self._add_percent_of(amount) or self._add_age(amount):
            return
        bound, first, last = self._bounds(amount.first, amount.last, amount.collective)
        noun = counted_noun(scene, amount, last)
        if noun and not self._clear(noun[0], noun[1]):
            noun = None
        if is_name(scene, amount, noun is not None or (bound is not None and not _label(scene, amount))):
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
            score=self._plain_score(amount, noun is not None, bound),
        )

    def _add_percent_of(self, amount: Amount) -> bool:
        """ "percent of 10", "pourcentage de vingt": the number after the word, where nothing follows it."""
        scene, first = self.scene, amount.first
        if scene.form(first - 1) not in ("of", "de") or scene.form(amount.last) not in (".", ",", "", ";", "?"):
            return False
        start = (
            first - 3
            if scene.forms[max(0, first - 3) : first - 1] in (("per", "cent"), ("pour", "cent"))
            else first - 2
        )
        if start < self.free or scene.form(start) not in _PERCENT_WORDS or scene.form(start - 1)[-1:].isdecimal():
            return False
        self._add("percent", start, amount.last, value=amount.value, unit="percent", rule="percent", score=0.6)
        return True

    def _add_age(self, amount: Amount) -> bool:
        """ "age 87", "aged 45"; "Ann Lee, 44, said"."""
        first = amount.first - 1
        if self._is_apposed_age(amount):
            self._add(
                "quantity",
                amount.first,
                amount.last,
                value=amount.value,
                unit="year-person",
                unit_assumed=True,
                rule="age",
                score=0.5,
            )
            return True
        if self.scene.form(first) not in ("age", "aged") or first < self.free or not 0 < (amount.value or 0) < 130:
            return False
        if not self._clear(first, amount.last) or self.scene.language == "fr":
            return False
        self._add("quantity", first, amount.last, value=amount.value, unit="year-person", rule="age", score=0.8)
        return True

    def _is_apposed_age(self, amount: Amount) -> bool:
        scene, first, last = self.scene, amount.first, amount.last
        if scene.language == "fr" or scene.form(first - 1) != "," or scene.form(last) != "," or not amount.figure:
            return False
        if not isinstance(amount.value, int) or not 10 <= amount.value < 110 or last - first > 1:
            return False
        return scene.capitalized(first - 2) and scene.form(first - 2).isalpha() and scene.form(last + 1).isalpha()

    def _plain_score(self, amount: Amount, counted: bool, bound: Bound | None) -> float:
        score = _SCORES["noun"] if counted else _SCORES["number"]
        if not amount.figure and not amount.scaled:
            score -= 0.3 if (amount.value or 0) < 10 else 0.15
        if amount.low is not None or amount.value in (0, 1):
            score = 0.2
        return round(score + (0.1 if bound else 0), 2)

    def _bounds(self, first: int, last: int, collective: bool) -> tuple[Bound | None, int, int]:
        """Bound before or behind tokens [first, last), and the tokens with its words."""
        bound: Bound | None = "about" if collective and self.scene.form(last - 1) not in ("douzaine", "dozen") else None
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
            noun = counted_noun(scene, amount, span.last)
            if noun and self._clear(*noun):
                unit, last, kind = scene.surface(*noun), noun[1], "noun"
        bound, first, last = self._bounds(span.first, last, False)
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
            score=_SCORES[kind] - 0.05,
        )

    def _add_ordinal(self, first: int, rank: int, last: int) -> None:
        scene = self.scene
        form = scene.form(last - 1)
        if not self._clear(first, last) or scene.form(last) in context_words("title", scene.language):
            return
        if scene.forms[last : last + 2] == ("de", "finale"):
            return
        if form in ("seconds", "secondes", "seconde") and last - first == 1:
            return
        if form == "second" and scene.form(first - 1) in ("a", "per", "every", "each", "/"):
            return
        self._add("ordinal", first, last, value=rank, rule="ordinal", score=0.3)

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


def _is_share(analysis: Analysis, date: Fact) -> bool:
    """ "three quarters" read as nine months, where what follows shows a share of something."""
    if date.type != "duration" or date.text.lower() not in ("three quarters", "three-quarters"):
        return False
    return analysis.folded.startswith((" of", " million", " billion"), date.end)


def _label(scene: Scene, amount: Amount) -> bool:
    """Whether a designator or letters before the digits make them a label whatever else stands there."""
    return scene.form(amount.first - 1) in context_words("designator", scene.language)


def _year_like(scene: Scene, amount: Amount) -> bool:
    form = scene.forms[amount.first]
    return amount.last - amount.first == 1 and len(form) == 4 and form.isdecimal() and 1900 <= int(form) <= 2059


def _merged(spans: list[Pair]) -> list[Pair]:
    """Spans sorted, with overlapping ones joined."""
    found: list[Pair] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


__all__ = ["Finder", "Sign"]
