"""When, on what occasion, in what and to whom a quote was said: only what is stated of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefgen.extract.dates import find_dates
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Range, Reading
from briefgen.model.evidence import Pair, Said
from briefgen.text.analysis import analyze

_CARRIES = frozenset("selon dans par via d'après sur in according via on by from après".split())
_HOSTS = frozenset("lors au à en durant pendant during at in after devant dans before".split())
_TO = {"fr": frozenset("à au aux devant auprès".split()), "en": frozenset(("to", "before"))}
_ENDS = frozenset('. , ; : ( ) — – « » “ ” "'.split())
_OF = frozenset("de du des d' of on for with à au aux par by la le les l' the publié publiée diffusé diffusée".split())
_LONG = 16
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\dT?[\d:]*)?)?")
"""A day, a month, a year: never a bound, a range or an open end, which are of what was said."""
_RELATIVES = frozenset("qui dont où who whose which where".split())
_SPEAKING = frozenset(
    "exprimait parlait intervenait adressait répondait speaking spoke addressing testified appeared".split()
)
"""After a relative pronoun: the clause still tells of the saying."""


Heads = Mapping[str, tuple[tuple[str, ...], ...]]
"""Last word → the nouns, of one word or more, that end with it."""


def _by_last(nouns: Iterable[str]) -> Heads:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for noun in nouns:
        words = tuple(noun.split())
        found[words[-1]] = (*found.get(words[-1], ()), words)
    return found


class SaidReader:
    """Reads the circumstances of quotes from their attributions and from the sentence that says so of them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        words = reading.lexicon.words
        self.carriers = _by_last(words["carrier"])
        self.occasions = _by_last(words["occasion"])

    def read(self, draft: Draft) -> Said:
        """What the draft's own attribution states; empty where it states nothing."""
        first, stop = self._region(draft)
        if stop <= first:
            return Said()
        return self.between(first, stop, draft)

    def _region(self, draft: Draft) -> Range:
        """The attribution, with the opening of its sentence where the content comes after it."""
        first, stop = draft.region
        reading = self.reading
        if draft.cue is None or stop <= first:
            return 0, 0
        begin, end = reading.sentence(draft.cue.first)
        if draft.start >= reading.starts[draft.cue.first]:
            first = begin if all(reading.inside[i] < 0 for i in range(begin, first)) and first - begin < 12 else first
            return first, min(bisect_left(reading.starts, draft.start), len(reading.forms))
        while end > stop and stop < len(reading.forms) and reading.inside[stop] < 0 and reading.form(stop) != ".":
            stop += 1
        return first, min(stop, end)

    def between(self, first: int, stop: int, draft: Draft) -> Said:
        """The circumstances stated by tokens [first, stop), the speaker's own words left out."""
        skip = (draft.subject.first, draft.subject.stop) if draft.subject else (0, 0)
        said, spans = Said(), []
        carrier = self._phrase(first, stop, skip, _CARRIES, self.carriers)
        if carrier:
            said = replace(said, carrier=self._text(carrier))
            spans.append(carrier)
        occasion = self._phrase(first, stop, skip, _HOSTS, self.occasions)
        if occasion and occasion != carrier:
            said = replace(said, occasion=self._text(occasion))
            spans.append(occasion)
        addressee = self._addressee(stop, draft)
        if addressee:
            said = replace(said, addressee=self._text(addressee))
            spans.append(addressee)
        date = self._date(first, self._before_clause(first, stop, draft), draft)
        if date:
            said = replace(said, date=date[0])
            spans.append(date[1])
        return replace(said, spans=tuple(sorted(spans)))

    def _text(self, span: Pair) -> str:
        return self.reading.analysis.text[span[0] : span[1]]

    def _phrase(self, first: int, stop: int, skip: Range, openers: frozenset[str], heads: Heads) -> Pair | None:
        """The noun phrase behind one of `openers` whose head is one of `heads`: "lors d'une audition au Congrès"."""
        reading = self.reading
        for index in range(first, stop):
            if reading.form(index) not in openers:
                continue
            begin = index + 1
            while begin < stop and (
                reading.has("determiner", begin) or reading.form(begin) in ("de", "d'", "du", "to")
            ):
                begin += 1
            head = next((i for i in range(begin, min(begin + 4, stop)) if self._is_head(i, heads)), None)
            if head is None or skip[0] <= head < skip[1] or any(reading.form(i) in _ENDS for i in range(begin, head)):
                continue
            return reading.span(begin, self._phrase_end(head, stop))
        return None

    def _is_head(self, at: int, heads: Heads) -> bool:
        """Whether a listed noun ends at the token: "point de |presse|", not "la |presse|"."""
        forms = self.reading.forms
        return any(forms[at - len(words) + 1 : at + 1] == words for words in heads.get(forms[at], ()))

    def phrase_after(self, at: int, stop: int) -> Pair | None:
        """Who is addressed from token `at` on: "aux étudiants d'un lycée de Moscou", "students at a high school"."""
        reading = self.reading
        begin = at
        while begin < stop and (
            reading.form(begin) in ("à", "au", "aux", "to", "devant") or reading.has("determiner", begin)
        ):
            begin += 1
        end = begin
        while end < stop and end - begin < _LONG and self._goes_on(end, begin):
            end += 1
        return reading.span(begin, end) if end > begin else None

    def _phrase_end(self, head: int, stop: int) -> int:
        """After the head and what qualifies it, before a date, a mark or a clause."""
        reading = self.reading
        at = head + 1
        while at < stop and at - head < _LONG and reading.form(at) not in _ENDS and reading.inside[at] < 0:
            form = reading.form(at)
            dated = form.isdigit() or (
                reading.has("moment", at) and form not in ("le", "la", "ce", "dernier", "dernière")
            )
            if dated or reading.has("boundary", at) or reading.has("relative", at):
                break
            at += 1
        while at > head + 1 and (
            reading.has("preposition", at - 1)
            or reading.has("determiner", at - 1)
            or reading.form(at - 1) in ("et", "and")
        ):
            at -= 1
        return at

    def _addressee(self, stop: int, draft: Draft) -> Pair | None:
        """ "a déclaré au média Tass", "a informé Qin Gang, l'ambassadeur …, que", "told reporters"."""
        reading, cue = self.reading, draft.cue
        if cue is None or cue.verb is None or cue.inverted is not None:
            return None
        at = cue.stop
        if draft.rule.endswith("inverted") and draft.subject:
            at = draft.subject.whole[1]
        if at >= min(stop, len(reading.forms)) or reading.inside[at] >= 0:
            return None
        if reading.form(at) in _TO[reading.lexicon.language]:
            begin = at + 1
        elif cue.can("p") and cue.verb.meaning == "tell" and (draft.subject is None or draft.subject.first < cue.first):
            begin = at
        else:
            return None
        while begin < stop and reading.has("determiner", begin):
            begin += 1
        end = begin
        while end < stop and end - begin < _LONG and self._goes_on(end, begin):
            end += 1
        while end > begin and (reading.has("preposition", end - 1) or reading.form(end - 1) in (",", "le", "la")):
            end -= 1
        somebody = any(
            reading.is_capital(i) or reading.lexicon.nouns.get(reading.form(i), "document") != "document"
            for i in range(begin, end)
        )
        if not somebody or end <= begin or reading.has("subject", begin) or reading.has("moment", begin):
            return None
        return reading.span(begin, end)

    def _goes_on(self, at: int, begin: int) -> bool:
        reading = self.reading
        form = reading.form(at)
        if reading.inside[at] >= 0 or reading.has("boundary", at) or form in (".", ";", ":", "(", "—", "–", "to"):
            return False
        if form == "," and not (reading.has("determiner", at + 1) and reading.is_capital(at - 1)):
            return False
        if reading.has("moment", at) and form not in ("le", "la", "ce", "dernier") and at > begin:
            return False
        return not (reading.has("preposition", at) and form not in _OF)

    def _before_clause(self, first: int, stop: int, draft: Draft) -> int:
        """Where a clause about the speaker begins, whose dates are of something else: "…, |dont la maison a brûlé le 2 avril|"."""
        reading = self.reading
        begin = max(draft.cue.stop if draft.cue else first, draft.subject.stop if draft.subject else first, first)
        for index in range(begin, stop):
            speaks = any(form in _SPEAKING for form in reading.forms[index + 1 : index + 5])
            if (reading.has("relative", index) or reading.form(index) in _RELATIVES) and not speaks:
                return index
        return stop

    def _date(self, first: int, stop: int, draft: Draft) -> tuple[str, Pair] | None:
        """The one day, month or year stated in the attribution as EDTF, not after the publication; None where there is none
        or more than one."""
        reading = self.reading
        if stop <= first:
            return None
        timed = any(
            reading.has("moment", i) and reading.form(i) not in ("le", "la", "ce", "here") for i in range(first, stop)
        )
        if not timed and not any(reading.form(i).isdigit() for i in range(first, stop)):
            return None
        start, end = reading.starts[first], reading.ends[stop - 1]
        analysis = reading.analysis
        part = analyze(analysis.text[start:end], analysis.language, analysis.published)
        found = [fact for fact in find_dates(part) if fact.type == "date" and fact.date]
        if len(found) != 1 or found[0].date is None or found[0].date_bound or not _DAY.fullmatch(found[0].date):
            return None
        date, span = found[0].date, (start + found[0].start, start + found[0].end)
        published = analysis.published or date
        ahead = date[: min(len(published), 10)] > published[: len(date)]
        return None if ahead or self._of_apposition(span, draft) else (date, span)

    def _of_apposition(self, span: Pair, draft: Draft) -> bool:
        """Whether the date stands in what is told of the speaker: "Jean Martin, |élu en 2019|,"."""
        aside = draft.subject.apposition if draft.subject else None
        if aside is None or aside[1] <= aside[0]:
            return False
        begin, end = self.reading.span(*aside)
        return begin < span[0] and span[1] <= end
