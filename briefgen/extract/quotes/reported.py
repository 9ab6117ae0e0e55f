"""Speech without marks of its own, or with marks inside a clause: que, that, selon, according to, and inversions."""

from bisect import bisect_right
from dataclasses import replace

from briefgen.extract.quotes.around import after_source, around, with_tail
from briefgen.extract.quotes.clauses import (
    clause_end,
    complement,
    sentence_start,
    states_something,
    surely_finite,
    trimmed_end,
)
from briefgen.extract.quotes.cues import Cue
from briefgen.extract.quotes.direct import DirectPatterns
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Range, Reading
from briefgen.extract.speakers.subjects import Subject, main_subject, subject_after, subject_before

_LINKS = frozenset(", and et but mais then puis avant".split())
_MIN_WORDS = 3
_NO_OBJECT = frozenset(", . ; : by and of at as in after until when before terms with during since while to".split())
_AFTER_STRAIGHT = frozenset("in on at during last late early this".split())


_APPOSED = frozenset(("who", "which", "a", "an", "the"))
"""After a comma: something is told of the name before it, so the name may still be the subject."""


class ReportedPatterns:
    """Clauses governed by the cues that direct speech left over."""

    def __init__(self, reading: Reading, direct: DirectPatterns) -> None:
        self.reading = reading
        self.cues = direct.cues
        self.firsts = direct.firsts
        self.used = direct.used
        self.taken = direct.taken
        self.subjects: dict[int, Subject] = {}
        """First token of a sentence → the subject of the last cue in it."""
        self.ends: dict[int, int] = {}
        """First token of a sentence → token after the content already read in it."""

    def run(self, direct: list[Draft]) -> list[Draft]:
        """Drafts of all clauses, in the order of their cues."""
        by_cue = {draft.cue: draft for draft in direct if draft.cue}
        found: list[Draft] = []
        for cue in self.cues:
            sentence = self.reading.sentence(cue.first)
            if cue in self.used:
                draft = by_cue.get(cue)
                if draft and draft.subject:
                    self.subjects[sentence[0]] = draft.subject
                continue
            made = self._draft(cue, sentence)
            if made:
                found.append(made)
        return found

    def _draft(self, cue: Cue, sentence: Range) -> Draft | None:
        if not cue.real or self.reading.analysis.is_boilerplate(
            self.reading.starts[cue.first], self.reading.ends[cue.stop - 1]
        ):
            return None
        if cue.form == "source":
            return self._sourced(cue, sentence)
        if self.reading.has("if", sentence[0]) and "," not in self.reading.forms[sentence[0] : cue.first]:
            return None
        begin = complement(self.reading, cue, sentence[1])
        if begin is not None and not self._follows_statement(cue, sentence):
            right = self._right(cue, sentence, begin)
            if right or cue.stop >= sentence[1] or self.reading.form(cue.first - 1) != ",":
                return right
        if cue.form == "finite":
            left = self._left(cue, sentence)
            if left:
                return left
        return self._quoted_object(cue, sentence)

    def _follows_statement(self, cue: Cue, sentence: Range) -> bool:
        """ "Tariffs will not help, said John Smith, its president": a statement, a comma, then "said" and a name."""
        reading = self.reading
        if reading.lexicon.language != "en" or cue.stop - cue.first != 1 or cue.verb is None or cue.verb.lemma != "say":
            return False
        if cue.first <= sentence[0] + 2 or reading.form(cue.first - 1) != "," or cue.stop >= sentence[1]:
            return False
        comma = next(i for i in range(sentence[0], cue.first) if reading.form(i) == ",")
        if (reading.is_capital(cue.stop) or reading.form(cue.stop) in ("the", "a", "an")) and surely_finite(
            reading, sentence[0], comma
        ):
            return True
        apposed = comma < cue.first - 1 and (reading.form(comma + 1) in _APPOSED or reading.form(comma + 1).isdigit())
        speaker = subject_after(reading, cue.stop, sentence[1])
        if apposed or speaker is None or cue.first - sentence[0] < 6 or not self._names(speaker):
            return False
        after = speaker.whole[1]
        ends = after >= sentence[1] or reading.form(after) in (",", ".", "who")
        return ends and states_something(reading, sentence[0], cue.first - 1)

    # ---- subject of the cue
    def _subject(self, cue: Cue, sentence: Range) -> tuple[Subject | None, bool]:
        """(subject, whether it was carried over from an earlier cue of the sentence)."""
        reading = self.reading
        if cue.inverted is not None:
            return Subject(cue.inverted, cue.inverted + 1, pronoun=True), False
        before = reading.form(cue.first - 1) if cue.first else ""
        known = self.subjects.get(sentence[0])
        if cue.form in ("participle", "infinitive") or before in _LINKS:
            after_quote = cue.first > 0 and reading.inside[cue.first - 1] >= 0
            follows = (
                after_quote or before in _LINKS or reading.has("preposition", cue.first - 1) or cue.form == "infinitive"
            )
            if known and follows:
                return known, True
            if follows and cue.form != "finite":
                return main_subject(self.reading, cue.first, sentence), True
        subject = subject_before(reading, cue.first, sentence[0])
        if subject is None or reading.inside[subject.first] >= 0:
            if before in _LINKS:
                return known or main_subject(self.reading, cue.first, sentence), True
            return None, False
        return subject, False

    # ---- the clause after the cue
    def _right(self, cue: Cue, sentence: Range, begin: int) -> Draft | None:
        reading = self.reading
        subject, carried = self._subject(cue, sentence)
        if subject is None:
            return None
        self.subjects[sentence[0]] = subject
        stop = clause_end(reading, begin, sentence[1], self.cues, self.firsts, cue)
        if stop - begin < 1:
            return None
        self.ends[sentence[0]] = stop
        return self._clause(cue, subject, begin, stop, "clause", carried)

    def _clause(
        self, cue: Cue, subject: Subject, begin: int, stop: int, rule: str, carried: bool = False
    ) -> Draft | None:
        reading = self.reading
        inner = self._passages(begin, stop)
        why = f"clause governed by « {reading.text(cue.first, cue.stop)} »"
        region = (min(subject.whole[0], cue.first), max(begin, cue.stop))
        if inner and self._covers(inner, begin, stop):
            if all(number in self.taken for number in inner):
                return None
            spans = tuple((reading.passages[n].start, reading.passages[n].end) for n in inner)
            return Draft("direct", spans, cue, subject, f"direct-{rule}", why, 0.93, region, carried=carried)
        if any(number in self.taken for number in inner):
            return None
        kind = "mixed" if inner else "indirect"
        if kind == "indirect" and sum(f.isalnum() for f in reading.forms[begin:stop]) < _MIN_WORDS:
            return None
        span = reading.span(begin, stop)
        base = 0.9 if kind == "mixed" else 0.85
        weak = cue.can("b") or cue.form == "infinitive"
        if weak and not inner:
            base -= 0.3
        return Draft(
            "mixed" if inner else "indirect",
            (span,),
            cue,
            subject,
            f"{kind}-{rule}",
            why,
            base,
            region,
            carried=carried,
        )

    def _passages(self, begin: int, stop: int) -> list[int]:
        return list(dict.fromkeys(n for n in self.reading.inside[begin:stop] if n >= 0))

    def _covers(self, inner: list[int], begin: int, stop: int) -> bool:
        """Whether quoted passages fill the clause but for "et" and punctuation."""
        reading = self.reading
        outside = [i for i in range(begin, stop) if reading.inside[i] < 0]
        first = reading.blocks[inner[0]][0]
        words = [i for i in outside if reading.form(i) not in (",", "et", "and", ".", "that", "—")]
        return not words or (len(words) <= 1 and first <= begin + 2 and stop - begin > 8)

    # ---- the clause before the cue
    def _left(self, cue: Cue, sentence: Range) -> Draft | None:
        """ "…, a déclaré Song", "…, Mr. Trump said": the clause that ends at the comma before the attribution."""
        reading = self.reading
        if not (cue.can("c") or cue.can("q")) or cue.can("n"):
            return None
        found = self._inverted(cue, sentence) or self._straight(cue, sentence)
        if found is None:
            return None
        subject, end = found
        begin = self._after_answer(sentence_start(reading, sentence, self.ends.get(sentence[0], 0)), cue)
        end = trimmed_end(reading, begin, end)
        if any(n in self.taken for n in self._passages(begin, end)):
            return None
        if end - begin < 4 or not states_something(reading, begin, end):
            return self._inserted(cue, subject, begin, sentence)
        self.subjects[sentence[0]] = subject
        after = max(cue.stop, subject.whole[1])
        self.ends[sentence[0]] = after
        draft = self._clause(cue, subject, begin, end, "before")
        return draft and with_tail(reading, self.taken, draft, after, sentence)

    def _after_answer(self, begin: int, cue: Cue) -> int:
        """ "M. Roy a répondu par la négative : |rien n'est prévu, a-t-il assuré|": after the colon of another verb of speech."""
        inside, forms = self.reading.inside, self.reading.forms
        colon = next((i for i in range(cue.first - 4, begin, -1) if forms[i] == ":" and inside[i] < 0), None)
        if colon is None:
            return begin
        said = self.cues[bisect_right(self.firsts, begin) : bisect_right(self.firsts, colon)]
        return colon + 1 if any(c.form == "finite" for c in said) else begin

    def _inserted(self, cue: Cue, subject: Subject, begin: int, sentence: Range) -> Draft | None:
        """ "For decades, Mr. Jones noted, the state has sent observers": the clause lies after the attribution."""
        reading = self.reading
        comma = max(cue.stop, subject.whole[1])
        if comma + 1 >= sentence[1] or reading.form(comma) != ",":
            return None
        stop = clause_end(reading, comma + 1, sentence[1], self.cues, self.firsts, cue)
        verb = reading.lexicon.verbs.get(reading.form(comma + 1))
        both = around(reading, cue, subject, (begin, cue.first - 1), (comma + 1, stop))
        if both:
            self.ends[sentence[0]] = stop
            return both
        if stop - comma < 6 or (verb and "present_participle" in verb.tenses):
            return None
        self.subjects[sentence[0]] = subject
        self.ends[sentence[0]] = stop
        return self._clause(cue, subject, comma + 1, stop, "inserted")

    def _inverted(self, cue: Cue, sentence: Range) -> tuple[Subject, int] | None:
        reading = self.reading
        if cue.first <= sentence[0] or reading.form(cue.first - 1) not in (",", "—", "–"):
            return None
        if cue.inverted is not None:
            return Subject(cue.inverted, cue.inverted + 1, pronoun=True), cue.first - 1
        subject = subject_after(reading, cue.stop, sentence[1])
        if subject is None or (
            reading.lexicon.language == "en"
            and cue.verb
            and cue.verb.lemma not in ("say", "write", "add", "explain", "note", "warn", "argue")
        ):
            return None
        if subject.pronoun and reading.lexicon.language == "fr":
            return None
        return (subject, cue.first - 1) if self._names(subject) else None

    def _names(self, subject: Subject) -> bool:
        reading = self.reading
        return any(
            reading.is_capital(i) or reading.form(i) in reading.lexicon.nouns or reading.has("determiner", i)
            for i in range(subject.first, subject.stop)
        )

    def _straight(self, cue: Cue, sentence: Range) -> tuple[Subject, int] | None:
        reading = self.reading
        if reading.has("relative", cue.first - 1) or reading.lexicon.language == "fr" or not cue.can("z"):
            return None
        after = cue.stop
        if after < sentence[1] and not (
            reading.form(after) in (".", ",", "?", "!")
            or reading.has("moment", after)
            or reading.form(after) in _AFTER_STRAIGHT
            or reading.has("adverb", after)
        ):
            return None
        subject = subject_before(reading, cue.first, sentence[0])
        if subject is None:
            return None
        comma = subject.whole[0] - 1
        if comma <= sentence[0] or reading.form(comma) not in (",", "—", "–") or subject.stop - subject.first > 14:
            return None
        return (subject, comma) if subject.pronoun or self._names(subject) else None

    # ---- source words
    def _sourced(self, cue: Cue, sentence: Range) -> Draft | None:
        reading = self.reading
        subject = subject_after(reading, cue.stop, sentence[1])
        if subject is None or self._shares_figure(cue, subject, sentence):
            return None
        begin = sentence_start(reading, sentence, self.ends.get(sentence[0], 0))
        region = (cue.first, subject.whole[1])
        leading = all(
            reading.has("opener", i) or reading.has("adverb", i) or reading.form(i) == ","
            for i in range(begin, cue.first)
        )
        leading = leading or (cue.first - begin <= 4 and reading.form(cue.first - 1) == ",")
        if cue.first - begin > 2 and not leading:
            if sentence[0] in self.subjects and self.ends.get(sentence[0], 0) >= cue.first - 1:
                return None
            end = trimmed_end(reading, begin, cue.first)
            if end - begin < 3:
                return None
            return self._clause(cue, subject, begin, end, "source")
        after = after_source(reading, subject, sentence)
        if after is None:
            return None
        begin = after
        stop = clause_end(reading, begin, sentence[1], self.cues, self.firsts, cue)
        self.subjects[sentence[0]] = subject
        self.ends[sentence[0]] = stop
        draft = self._clause(cue, subject, begin, stop, "source")
        return draft and replace(draft, region=region)

    def _shares_figure(self, cue: Cue, subject: Subject, sentence: Range) -> bool:
        """ "entre 200 selon la police et 400 selon les organisateurs": each source has a figure, none the sentence."""
        reading = self.reading
        if not cue.first or not reading.form(cue.first - 1).isdigit():
            return False
        others = [
            c for c in self.cues[self._index(cue) - 3 : self._index(cue) + 3] if c.form == "source" and c is not cue
        ]
        return any(sentence[0] <= other.first < sentence[1] for other in others)

    # ---- a quoted piece as object
    def _quoted_object(self, cue: Cue, sentence: Range) -> Draft | None:
        """ "called the plan “a disgrace to the country”", "appelle à « tourner la page »"."""
        reading = self.reading
        if cue.verb is None or cue.form == "infinitive":
            return None
        if reading.lexicon.language == "en" and cue.can("o"):
            return self._object(cue, sentence)
        inner = next(
            (n for n in dict.fromkeys(reading.inside[cue.stop : min(cue.stop + 30, sentence[1])]) if n >= 0), None
        )
        if inner is None or inner in self.taken:
            return None
        first, _stop = reading.blocks[inner]
        if any(reading.form(i) in ";:." for i in range(cue.stop, first)) or reading.has("title_of", first - 1):
            return None
        if any(
            other.first > cue.first and other.first < first and other.form == "finite"
            for other in self.cues[self._index(cue) : self._index(cue) + 6]
        ):
            return None
        subject, carried = self._subject(cue, sentence)
        passage = reading.passages[inner]
        words = len(reading.analysis.text[passage.start : passage.end].split())
        if subject is None or words < 4 or reading.form(subject.first) == "on":
            return None
        self.subjects[sentence[0]] = subject
        return self._around_piece(cue, sentence, inner, subject, carried)

    def _around_piece(self, cue: Cue, sentence: Range, inner: int, subject: Subject, carried: bool) -> Draft | None:
        """The quoted piece alone in French, where one stands; else the whole object with its pieces."""
        reading = self.reading
        passage, first = reading.passages[inner], reading.blocks[inner][0]
        if reading.lexicon.language == "fr":
            end = clause_end(reading, cue.stop, sentence[1], self.cues, self.firsts, cue)
            if len(self._passages(cue.stop, end)) > 1:
                begin = cue.stop + (reading.form(cue.stop) in ("de", "d'", "à"))
                return self._clause(cue, subject, begin, trimmed_end(reading, begin, end), "object", carried)
            why = f"quoted words governed by « {reading.text(cue.first, cue.stop)} »"
            region = (min(subject.whole[0], cue.first), first)
            return Draft(
                "direct",
                ((passage.start, passage.end),),
                cue,
                subject,
                "quoted-object",
                why,
                0.7,
                region,
                carried=carried,
            )
        end = trimmed_end(reading, cue.stop, clause_end(reading, cue.stop, sentence[1], self.cues, self.firsts, cue))
        self.ends[sentence[0]] = end
        return self._clause(cue, subject, cue.stop, end, "object", carried)

    def _object(self, cue: Cue, sentence: Range) -> Draft | None:
        """ "praised the senators who held it up": what was said is the verb with its object."""
        reading = self.reading
        subject, carried = self._subject(cue, sentence)
        at = cue.stop
        if subject is None or at >= sentence[1] or reading.form(at) in _NO_OBJECT:
            return None
        end = trimmed_end(reading, at, clause_end(reading, at, sentence[1], self.cues, self.firsts, cue))
        if end - at < _MIN_WORDS:
            return None
        self.subjects[sentence[0]] = subject
        self.ends[sentence[0]] = end
        draft = self._clause(cue, subject, at, end, "object", carried)
        return draft and replace(draft, score=0.8 if draft.kind == "mixed" else 0.4)

    def _index(self, cue: Cue) -> int:
        return bisect_right(self.firsts, cue.first)
