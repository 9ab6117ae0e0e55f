"""Quoted passages and the attribution beside them: after, before, between, and none."""

from bisect import bisect_left
from dataclasses import replace

from briefgen.extract.quotes.cues import Cue
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.marks import Passage
from briefgen.extract.quotes.reading import Range, Reading
from briefgen.extract.speakers.subjects import Subject, main_subject, subject_after, subject_before

_QUE = frozenset(("que", "qu'", "that"))
_REGION = 60


class DirectPatterns:
    """The patterns of direct speech over one reading; `taken` marks passages that have a draft."""

    def __init__(self, reading: Reading, cues: list[Cue]) -> None:
        self.reading = reading
        self.cues = cues
        self.firsts = [cue.first for cue in cues]
        self.taken: dict[int, Draft] = {}
        self.used: set[Cue] = set()

    def run(self) -> list[Draft]:
        """Drafts of all passages whose attribution was found, in order."""
        drafts: list[Draft] = []
        for number in range(len(self.reading.passages)):
            draft = self._draft(number, drafts[-1] if drafts else None)
            if draft is None:
                continue
            if drafts and draft.fragments[0] == drafts[-1].fragments[0]:
                drafts[-1] = draft
            else:
                drafts.append(draft)
            self.taken[number] = draft
        return drafts

    def _draft(self, number: int, last: Draft | None) -> Draft | None:
        reading = self.reading
        passage, (first, stop) = reading.passages[number], reading.blocks[number]
        if first >= stop or reading.analysis.is_boilerplate(passage.start, passage.end):
            return None
        joined = self._joined(number, last)
        if joined:
            return joined
        after = self._after(number, first, stop)
        if after and (after.rule == "direct-after-inverted" or not first or reading.form(first - 1) != ":"):
            return after
        return self._before(number, first) or after

    def _joined(self, number: int, last: Draft | None) -> Draft | None:
        """A passage that goes on after "he said": one quote with the fragment before it."""
        reading = self.reading
        if last is None or last.cue is None or not number or last.kind != "direct":
            return None
        passage, (first, _) = reading.passages[number], reading.blocks[number]
        if passage.continues and self.taken.get(number - 1) is last and reading.form(first - 1) != ":":
            return replace(last, fragments=(*last.fragments, (passage.start, passage.end)))
        if last.region[1] > first or reading.paragraph(first) != reading.paragraph(last.cue.first):
            return None
        between = range(last.region[1], first)
        adjacent = all(reading.form(i) in (",", "—", "–", "-", ".") or reading.has("adverb", i) for i in between)
        stops = (
            reading.sentence(last.cue.first) != reading.sentence(first) or "." in reading.forms[last.cue.stop : first]
        )
        if not stops:
            return (
                self._extended(last, passage, first)
                if adjacent and last.region[0] >= reading.blocks[number - 1][1]
                else None
            )
        before = reading.blocks[number - 1]
        held = self.taken.get(number - 1) is last and last.region[1] > before[1]
        if adjacent and held and reading.sentence(before[0]) == reading.sentence(first):
            return self._extended(last, passage, first)  # “…,” she added, |“…”|
        if reading.lexicon.language != "en" or last.region[0] < self._last_block(last):
            return None
        own = self._after(number, first, reading.blocks[number][1])
        if own is not None and own.subject is not None and not own.subject.pronoun:
            return None  # “…,” the mayor said. “…,” said the minister.
        if own is not None and own.region[1] > last.region[1] and (adjacent or self._follows(last, first)):
            fragments = (*last.fragments, *own.fragments)  # “…,” the mayor said. “…,” she added, “…”
            return replace(last, fragments=fragments, region=(last.region[0], own.region[1]))
        return self._extended(last, passage, first) if adjacent or self._follows(last, first) else None

    def _follows(self, last: Draft, first: int) -> bool:
        """Whether the token opens the sentence right behind the draft's."""
        return last.cue is not None and self.reading.sentence(last.cue.first)[1] in (first, first - 1)

    def _last_block(self, last: Draft) -> int:
        """Token after the last passage that the draft holds."""
        return next((self.reading.blocks[n][1] for n in reversed(self.taken) if self.taken[n] is last), 0)

    def _extended(self, last: Draft, passage: Passage, first: int) -> Draft:
        return replace(last, fragments=(*last.fragments, (passage.start, passage.end)), region=(last.region[0], first))

    # ---- attribution after the passage
    def _after(self, number: int, first: int, stop: int) -> Draft | None:
        reading = self.reading
        at = stop
        if at >= len(reading.forms) or reading.paragraph(stop - 1) != reading.paragraph(at):
            return None
        comma = reading.form(at) == ","
        at += comma
        if at >= len(reading.forms) or reading.inside[at] >= 0:
            return None
        high = self._high(at)
        passage = reading.passages[number]
        open_end = comma or reading.analysis.text[passage.end - 1] in ",?!…—-"
        found = self._inverted(at, high) or self._straight(at, high, open_end) or self._sourced(at, high)
        if found is None:
            return None
        cue, subject, rule = found
        if not cue.real:
            return None
        return self._content(number, first, cue, subject, rule, (at, self._region_end(cue, subject, high)))

    def _high(self, at: int) -> int:
        """The end of the attribution: the sentence's end or the next passage."""
        reading = self.reading
        stop = reading.sentence(at)[1]
        for index in range(at, min(stop, at + _REGION)):
            if reading.inside[index] >= 0:
                return index
        return min(stop, at + _REGION)

    def _cue_from(self, at: int) -> int:
        return bisect_left(self.firsts, at)

    def _inverted(self, at: int, high: int) -> tuple[Cue, Subject | None, str] | None:
        reading = self.reading
        begin = at
        while begin < high and begin - at < 3 and reading.has("adverb", begin) and not reading.has("subject", begin):
            begin += 1
        for index in range(self._cue_from(at), len(self.cues)):
            cue = self.cues[index]
            if cue.first > begin:
                return None
            if cue.form != "finite" or not (cue.can("q") or cue.can("c")) or cue.first < at:
                continue
            if cue.inverted is not None:
                return cue, Subject(cue.inverted, cue.inverted + 1, pronoun=True), "direct-after-inverted"
            subject = subject_after(reading, cue.stop, high)
            if subject and reading.form(subject.first) not in _QUE and not reading.has("preposition", subject.first):
                return cue, subject, "direct-after-inverted"
        return None

    def _straight(self, at: int, high: int, open_end: bool) -> tuple[Cue, Subject | None, str] | None:
        reading = self.reading
        for index in range(self._cue_from(at), len(self.cues)):
            cue = self.cues[index]
            if cue.first >= high:
                return None
            if cue.form != "finite" or not cue.can("q") or reading.has("relative", cue.first - 1):
                continue
            subject = subject_before(reading, cue.first, at)
            if subject is None or subject.whole[0] > at + 1:
                return None
            ends = cue.stop >= high or reading.form(cue.stop) in (".", ",", ":")
            if reading.lexicon.language == "fr" and not open_end:
                return None
            if not open_end and not ends and not reading.has("moment", cue.stop):
                return None
            if cue.stop < high and reading.form(cue.stop) in _QUE:
                return None
            return cue, subject, "direct-after"
        return None

    def _sourced(self, at: int, high: int) -> tuple[Cue, Subject | None, str] | None:
        for index in range(self._cue_from(at), len(self.cues)):
            cue = self.cues[index]
            if cue.first > at:
                return None
            if cue.form == "source":
                subject = subject_after(self.reading, cue.stop, high)
                return (cue, subject, "direct-source") if subject else None
        return None

    def _region_end(self, cue: Cue, subject: Subject | None, high: int) -> int:
        reading = self.reading
        at = max(cue.stop, subject.whole[1] if subject else 0)
        while at < high and reading.form(at) not in (".", ";", ":"):
            at += 1
        return at

    def _content(
        self, number: int, first: int, cue: Cue, subject: Subject | None, rule: str, region: Range
    ) -> Draft | None:
        """The passage alone where it opens the sentence, else the whole clause with it."""
        reading = self.reading
        passage = reading.passages[number]
        begin = self._narrative_before(number, first)
        self.used.add(cue)
        why = f"quoted words, then « {reading.text(cue.first, cue.stop)} »"
        if begin is None:
            fragments = [(passage.start, passage.end)]
            share = number - 1
            while share >= 0 and share not in self.taken and self._leads(share, number):
                fragments.insert(0, (reading.passages[share].start, reading.passages[share].end))
                share -= 1
            return Draft("direct", tuple(fragments), cue, subject, rule, why, 0.95, region)
        if any(c.first >= begin and c.stop <= first and c.form == "finite" for c in self._between(begin, first)):
            return None
        span = (reading.starts[begin], passage.outer_end)
        return Draft("mixed", (span,), cue, subject, rule.replace("direct", "mixed"), why, 0.85, region)

    def _between(self, begin: int, stop: int) -> list[Cue]:
        return self.cues[self._cue_from(begin) : self._cue_from(stop)]

    def _leads(self, earlier: int, later: int) -> bool:
        """Whether an earlier passage of the sentence is followed by little more than "et"."""
        reading = self.reading
        gap = reading.blocks[later][0] - reading.blocks[earlier][1]
        begins = reading.sentence(reading.blocks[earlier][0])
        return 0 < gap <= 3 and begins == reading.sentence(reading.blocks[later][0])

    def _narrative_before(self, number: int, first: int) -> int | None:
        """First token of the narrator's words before the passage in its sentence; None where there are none."""
        reading = self.reading
        low = reading.sentence(first)[0]
        previous = self.taken.get(number - 1)
        if previous is not None and previous.region[1] > low:
            low = min(max(low, previous.region[1]), first)
        begin = low
        while begin < first and (reading.form(begin) in ",.;:—–-)]…" or reading.has("opener", begin)):
            begin += 1
        if begin >= first or reading.form(first - 1) == ":":
            return None
        if number and reading.blocks[number - 1][0] >= low and first - reading.blocks[number - 1][1] <= 3:
            return None
        return begin

    # ---- attribution before the passage
    def _before(self, number: int, first: int) -> Draft | None:
        reading = self.reading
        if not first:
            return None
        mark = reading.form(first - 1)
        colon = mark == ":"
        sentence = reading.sentence(first - 1)
        if colon:
            return self._colon(number, first, sentence)
        if reading.sentence(first) != sentence or mark in _QUE:
            return None
        passage = reading.passages[number]
        text = reading.analysis.text
        begins_capital = text[passage.start].isupper() and len(text[passage.start : passage.end].split()) >= 4
        cue = self._governing(sentence[0], first - (mark == ","))
        if cue is None or not (mark == "," or (begins_capital and cue.stop == first)):
            return None
        if not begins_capital or not cue.can("q"):
            return None
        subject = self._subject(cue, sentence[0])
        if subject is None:
            return None
        self.used.add(cue)
        fragments = ((passage.start, passage.end),)
        why = f"« {reading.text(cue.first, cue.stop)} », then quoted words"
        return Draft("direct", fragments, cue, subject, "direct-before", why, 0.92, (subject.whole[0], first))

    def _governing(self, low: int, at: int) -> Cue | None:
        """The cue that ends at `at`, with at most an adjunct between."""
        reading = self.reading
        for index in range(self._cue_from(at) - 1, -1, -1):
            cue = self.cues[index]
            if cue.first < low:
                return None
            if not cue.real or cue.verb is None or not (cue.can("q") or cue.can("c")):
                continue
            gap = range(cue.stop, at)
            if len(gap) > 25 or any(reading.form(i) in ".;:" or (reading.form(i) in _QUE) for i in gap):
                return None
            return cue
        return None

    def _colon(self, number: int, first: int, sentence: Range) -> Draft | None:
        """ "Huth added: “…”", "a immédiatement réagi sur Twitter : « … »", "son message : « … »"."""
        reading = self.reading
        passage = reading.passages[number]
        fragments = ((passage.start, passage.end),)
        if len(reading.analysis.text[passage.start : passage.end].split()) < 3:
            return None
        for index in range(self._cue_from(first) - 1, -1, -1):
            cue = self.cues[index]
            if cue.first < sentence[0]:
                break
            if cue.verb is None or not cue.real or not (cue.can("q") or cue.can("c") or cue.can("n")):
                continue
            subject = self._subject(cue, sentence[0])
            if subject is None:
                continue
            self.used.add(cue)
            why = f"« {reading.text(cue.first, cue.stop)} : », then quoted words"
            near = first - 1 - cue.stop <= 6 or all(reading.form(i) != "," for i in range(cue.stop, first - 1))
            return Draft(
                "direct", fragments, cue, subject, "direct-colon", why, 0.93 if near else 0.7, (subject.whole[0], first)
            )
        subject = subject_before(reading, first - 1, sentence[0])
        if subject is None or not self._may_speak(subject):
            return None
        why = "a name, a colon, then quoted words"
        return Draft("direct", fragments, None, subject, "direct-colon-bare", why, 0.6, (subject.whole[0], first))

    def _may_speak(self, subject: Subject) -> bool:
        reading = self.reading
        return any(
            reading.is_capital(i) or reading.form(i) in reading.lexicon.nouns
            for i in range(subject.first, subject.stop)
        )

    def _subject(self, cue: Cue, low: int) -> Subject | None:
        if cue.inverted is not None:
            return Subject(cue.inverted, cue.inverted + 1, pronoun=True)
        if cue.form == "participle" and self.reading.form(cue.first - 1) == ",":
            return main_subject(self.reading, cue.first, (low, cue.first))
        subject = subject_before(self.reading, cue.first, low)
        if subject is None and self.reading.lexicon.language == "fr":
            return subject_after(self.reading, cue.stop, self.reading.sentence(cue.first)[1])
        return subject
