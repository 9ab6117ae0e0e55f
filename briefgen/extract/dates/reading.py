"""What a rule makes of the words it matched, and what it may look at while it reads."""

import re
from dataclasses import field

from briefgen.extract.dates.calendar import MORE, Calendar
from briefgen.extract.dates.periods import Anchor, Day, Period
from briefgen.extract.dates.tense import Tense, tense_around
from briefgen.extract.numerals import read_numeral
from briefgen.frozen import dataclass
from briefgen.model.evidence import Bound, DateBound, FactType
from briefgen.text.analysis import Analysis

_ARTICLES = frozenset("le la les l' the cet cette ce".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """A date, time, duration or set on tokens [first, last) of the text."""

    type: FactType
    timex: str | None
    first: int
    last: int
    period: Period | None = None
    """The days meant, where they are known."""
    edtf: str | None = None
    """Where `period` does not say it."""
    value: float | int | None = None
    unit: str | None = None
    low: float | int | None = None
    high: float | int | None = None
    rule: str = ""
    why: str = ""
    score: float = 0.9
    bound: Bound | None = None
    date_bound: DateBound | None = None
    partial: tuple[int | None, int | None] | None = None
    """(month, day) as written where the year was not: a range gives it the year of its end."""
    clock: str | None = None
    """``T20:30`` or ``TEV``: a time that still looks for its day."""

    @property
    def date(self) -> str | None:
        """EDTF, as far as it is known."""
        return self.edtf or (self.period.edtf if self.period else None)


@dataclass(slots=True)
class Context:
    """One text while it is read: its classes, its anchor, the last date named so far."""

    analysis: Analysis
    words: Calendar
    codes: str
    anchor: Anchor | None
    language: str
    named: Period | None = None
    """The last day, month or year that the text has named."""
    named_at: int = -1
    """The token after it."""
    place: int = 0
    """The token that is being read."""
    readings: list[Reading] = field(default_factory=list)

    def base(self) -> Period | None:
        """What "the next day" counts from: the last date named, else the day of publication."""
        if self.named:
            return self.named
        return self.anchor.period if self.anchor else None

    def today(self) -> Day | None:
        """The day of publication where it is known to the day."""
        return self.anchor.day if self.anchor and self.anchor.known == "day" else None

    def base_day(self) -> Day | None:
        """The single day that `base` names, if it names one."""
        base = self.base()
        return base.first if base and base.grain == "day" else None

    def glued(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) follow one another without a space."""
        starts, ends = self.analysis.tokens.starts, self.analysis.tokens.ends
        return all(starts[i] == ends[i - 1] for i in range(first + 1, last))

    def tense(self, first: int, last: int, weekday: bool = False) -> Tense | None:
        """Whether the sentence around looks back or ahead."""
        tokens = self.analysis.tokens
        begin, end = self.analysis.sentence_of(tokens.starts[first])
        bounds = (tokens.first_at(begin), tokens.first_at(end))
        tense = tense_around(tokens.forms, first, last, bounds, self.language, self._has_capital, weekday)
        word, bound = self._bound_before(first)
        if word in ("depuis", "since"):
            return "past"
        return "future" if tense is None and bound in ("by", "from") else tense

    def _has_capital(self, token: int) -> bool:
        """Whether the word begins, and does no more than begin, with a capital."""
        start = self.analysis.tokens.starts[token]
        return self.analysis.plain[start : start + 2].istitle()

    def _bound_before(self, first: int) -> tuple[str, str | None]:
        """The word or phrase that sets a boundary right before token `first`, articles passed, and which it sets."""
        forms = self.analysis.tokens.forms
        end = first
        while end and forms[end - 1] in _ARTICLES and self.codes[end - 1] != MORE:
            end -= 1
        start = end - 1
        while start > 0 and self.codes[start] == MORE:
            start -= 1
        word = " ".join(forms[max(start, 0) : end])
        return word, self.words.values.get(word, {}).get("bound")


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match with its named parts."""

    context: Context
    match: re.Match[str]

    @property
    def first(self) -> int:
        """First token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Token after the last."""
        return self.match.end()

    @property
    def before(self) -> str:
        """The form right before; empty at the beginning of the text."""
        return self.context.analysis.tokens.forms[self.first - 1] if self.first else ""

    @property
    def after(self) -> str:
        """The form right after; empty at the end of the text."""
        forms = self.context.analysis.tokens.forms
        return forms[self.last] if self.last < len(forms) else ""

    def word(self, offset: int) -> str:
        """The form `offset` tokens from the first (-1 stands right before it); empty outside the text."""
        place, forms = self.first + offset, self.context.analysis.tokens.forms
        return forms[place] if 0 <= place < len(forms) else ""

    def form_all(self) -> tuple[str, ...]:
        """The folded tokens of the whole match."""
        return self.context.analysis.tokens.forms[self.first : self.last]

    def is_led_by_preposition(self) -> bool:
        """Whether "before" or "following" stands before the named time as a preposition: "before March", "following Monday's vote"."""
        if not self.has("rel") or self.context.language == "fr":
            return False
        form, place = self.form("rel"), self.match.start("rel")
        led = place > 0 and self.context.analysis.tokens.forms[place - 1] == "the"
        return form == "before" or (form == "following" and not led)

    def is_english_name(self, name: str) -> bool:
        """Whether a part that English writes small has a capital inside a sentence: "the Winter Olympics", "Today"."""
        if self.context.language == "fr":
            return False
        analysis = self.context.analysis
        start = analysis.tokens.starts[self.match.start(name)]
        inside = start > analysis.sentence_of(start)[0] and analysis.plain[start - 1] in " '"
        return inside and analysis.plain[start].isupper() and not analysis.plain[start : start + 2].isupper()

    def after_capital(self) -> bool:
        """Whether the word behind begins with a capital."""
        tokens = self.context.analysis.tokens
        return self.last < len(tokens.forms) and self.context.analysis.plain[tokens.starts[self.last]].isupper()

    def has(self, name: str) -> bool:
        """Whether the rule has such a part and it is there."""
        return self.match.groupdict().get(name) is not None

    def form(self, name: str) -> str:
        """The folded tokens of a part, joined by spaces."""
        return " ".join(self.context.analysis.tokens.forms[slice(*self.match.span(name))])

    def kinds(self, name: str) -> frozenset[str]:
        """What the first word of a part may be; empty where it is missing."""
        return self.context.words.kinds.get((self.match.groupdict().get(name) or "\0")[0], frozenset())

    def value(self, name: str, kind: str) -> str | None:
        """The lexicon's value of a part as `kind`."""
        if not self.has(name):
            return None
        return self.context.words.values.get(self.form(name), {}).get(kind)

    def number(self, name: str) -> float | int | None:
        """The number that a part spells in digits or words; None where it spells none."""
        if not self.has(name):
            return None
        begin, end = self.match.span(name)
        if self.match[name].endswith(MORE) or end - begin > 1:
            known = self.context.words.values.get(self.form(name), {})
            if number := known.get("number") or known.get("ordinal"):
                return int(number)
        forms = self.context.analysis.tokens.forms
        if end - begin == 2 and "suffix" in self.context.words.kinds.get(self.match[name][1], ()):
            return int(forms[begin]) if self.context.glued(begin, end) or forms[begin + 1] == "er" else None
        if end - begin == 1 and (nth := self.value(name, "ordinal")):
            return int(nth)
        if end - begin == 1 and "one" in self.kinds(name):
            return 1
        if end - begin == 1 and forms[begin].isdecimal():
            return int(forms[begin])
        read = read_numeral(self.context.analysis.tokens, begin, self.context.language)
        return read[0] if read and read[1] == end else None

    def integer(self, name: str) -> int | None:
        """As `number`, whole numbers only."""
        number = self.number(name)
        return number if isinstance(number, int) else None

    def year(self, name: str = "year") -> int | None:
        """The year of a part, in digits or in words ("nineteen ninety-nine"); None unless 1000 to 2199."""
        if not self.has(name):
            return None
        begin, end = self.match.span(name)
        number = self.number(name)
        if number is None:
            number = self._two_part_year(begin, end)
        return number if isinstance(number, int) and 1000 <= number < 2200 else None

    def _two_part_year(self, begin: int, end: int) -> int | None:
        tokens = self.context.analysis.tokens
        high = read_numeral(tokens, begin, "en")
        if self.context.language == "fr" or not high or high[1] >= end:
            return None
        start = high[1] + (tokens.forms[high[1]] == "-")
        low = read_numeral(tokens, start, "en") if start < end else None
        if not low or low[1] != end or not 10 <= high[0] < 22 or not 10 <= low[0] < 100:
            return None
        return int(high[0]) * 100 + int(low[0])

    def read(self, kind: FactType, timex: str | None, **rest: object) -> Reading:
        """A reading on the matched words."""
        return Reading(kind, timex, self.first, self.last, **rest)  # type: ignore[arg-type]

    def dated(self, period: Period, **rest: object) -> Reading:
        """A date on the matched words."""
        return self.read("date", period.timex, period=period, **rest)
