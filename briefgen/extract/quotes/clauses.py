"""Where reported content begins and ends around a cue."""

from bisect import bisect_left, bisect_right

from briefgen.extract.quotes.cues import Cue
from briefgen.extract.quotes.reading import Range, Reading
from briefgen.extract.speakers.subjects import subject_before
from briefgen.text.datelines import after_dateline

_QUE = frozenset(("que", "qu'"))
_WH = frozenset("whether if how why what who when where which".split())
_FRENCH_WH = frozenset("si s' comment pourquoi combien".split())
_GROUP_OPENERS = frozenset(
    "à au aux dans lors sur en devant depuis par via ce cette le la hier dès pour avec chez auprès après vendredi".split()
)
_MAX_GAP = 40
_STOPS = frozenset(";:")
_CONJUNCTION_HEADS = frozenset(
    "alors tandis ainsi dès bien plus parce même depuis avant après pendant sans pour afin moins autant tant sitôt possibilité fait".split()
)
_FRENCH_FINITE = frozenset("a ont est sont avait avaient était étaient va vont peut peuvent doit doivent".split())
_FINAL = frozenset(".!?…,;:—–-")


def complement(reading: Reading, cue: Cue, stop: int) -> int | None:
    """The first token of the clause that the cue governs to its right, before `stop`; None where there is none."""
    if cue.verb is None or not (set("cpwi") & set(cue.verb.frames)):
        return None
    return (_french if reading.lexicon.language == "fr" else _english)(reading, cue, stop)


def _french(reading: Reading, cue: Cue, stop: int) -> int | None:
    forms = reading.forms
    at = cue.stop
    if at >= stop:
        return None
    if forms[at] in _QUE:
        return at + 1
    if forms[at] in _FRENCH_WH and cue.can("w"):
        return at
    if not _may_wait(reading, cue, at):
        return None
    for index in range(at, min(stop, at + _MAX_GAP)):
        if reading.inside[index] >= 0 or forms[index] in ";:":
            return None
        if forms[index] in _QUE and forms[index - 1] not in _CONJUNCTION_HEADS:
            return index + 1
        verb = reading.lexicon.verbs.get(forms[index])
        finite = verb is not None and verb.tenses == {"finite"} and not reading.is_capital(index)
        if index > at and (finite or forms[index] in _FRENCH_FINITE) and not reading.has("preposition", index - 1):
            return None
    return None


def _may_wait(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether something other than an object stands between the verb and its "que"."""
    form = reading.form(at)
    if form in ("le", "la", "ce", "cette"):
        return reading.has("moment", at + 1) or reading.form(at + 1).isdigit() or cue.can("p")
    if form in _GROUP_OPENERS or reading.has("moment", at) or reading.has("adverb", at) or form.endswith("ment"):
        return True
    if form == ",":
        return True
    return cue.can("p")


def _english(reading: Reading, cue: Cue, stop: int) -> int | None:
    forms = reading.forms
    at = cue.stop
    if cue.can("p") and not (at < stop and forms[at] == "that"):
        at = _after_person(reading, at, stop)
    at = _after_moment(reading, at, stop)
    if at >= stop:
        return None
    form = forms[at]
    if form == "that" and reading.inside[at] < 0:
        opens = _opens_clause(reading, at + 1, stop) or (cue.can("c") and _finite_follows(reading, at + 1, stop))
        return at if opens else None
    if form in _WH and cue.verb is not None and cue.verb.lemma not in ("agree", "find"):
        conditional = form in ("if", "when", "where") and cue.can("z")
        if conditional or form not in ("who", "which", "when", "where", "if") or cue.can("w") or cue.can("p"):
            return at
        return None
    if form == "to" and cue.can("i"):
        return at
    if (
        cue.can("z")
        and _surely_clause(reading, cue, at, stop)
        and (_opens_clause(reading, at, stop) or _said_plainly(reading, cue, at, stop))
    ):
        return at
    return _late_that(reading, at, stop)


_PLAIN_ZERO = frozenset(("say", "believe", "tell"))


def _surely_clause(reading: Reading, cue: Cue, at: int, stop: int) -> bool:
    """After verbs that also take an object ("adds a voice") a noun phrase must be followed by a sure verb."""
    assert cue.verb is not None
    if cue.verb.meaning in _PLAIN_ZERO or reading.has("subject", at) or reading.inside[at] >= 0:
        return True
    return surely_finite(reading, at + 1, min(stop, at + 14))


def _said_plainly(reading: Reading, cue: Cue, at: int, stop: int) -> bool:
    """ "said former Secretary Clinton put speed first": after "say" nearly any word but a preposition opens a clause."""
    if cue.verb is None or cue.verb.lemma != "say" or reading.is_capital(at) or not reading.form(at).isalpha():
        return False
    return not reading.has("preposition", at) and not reading.has("adverb", at) and _finite_follows(reading, at, stop)


def _late_that(reading: Reading, at: int, stop: int) -> int | None:
    """ "said in a statement on Monday that": a "that" behind prepositional groups."""
    if not reading.has("preposition", at):
        return None
    for index in range(at + 1, min(stop, at + 22)):
        form = reading.form(index)
        if reading.inside[index] >= 0 or form in ";:" or (form == "." and not _abbreviated(reading, index)):
            return None
        if form == "that" and _opens_clause(reading, index + 1, stop):
            return index
        if form in ("who", "which", "when"):
            return None
    return None


def _after_person(reading: Reading, at: int, stop: int) -> int:
    """Token after the addressee: "told reporters", "told Fox News on Sunday"."""
    forms = reading.forms
    if at >= stop or reading.inside[at] >= 0:
        return at
    if forms[at] in ("me", "him", "her", "them", "us", "you", "it", "everyone", "people", "reporters", "voters"):
        return (
            at + 1 if not (forms[at] in ("her", "it", "you") and at + 1 < stop and reading.is_capital(at + 1)) else at
        )
    index = at
    while index < stop and index - at < 14 and reading.inside[index] < 0:
        form = forms[index]
        if form == "that" or form in (
            ",",
            ":",
            ".",
            "to",
            "in",
            "on",
            "during",
            "at",
            "after",
            "as",
            "how",
            "why",
            "if",
            "whether",
        ):
            return index
        if index > at and (form in ("he", "she", "they", "it", "we", "i", "there", "his", "her", "their", "the", "a")):
            return index if forms[index - 1] not in ("of", "for", "in", "and", "at") else index + 1
        index += 1
    return index


def _after_moment(reading: Reading, at: int, stop: int) -> int:
    start = at
    while at < stop and at - start < 9 and reading.inside[at] < 0:
        form = reading.form(at)
        timed = reading.has("moment", at) and not (form in ("last", "this", "may") and not _times(reading, at + 1))
        if (
            timed
            or (form in ("on", "in", "at") and _times(reading, at + 1))
            or (form.isdigit() and at > start and reading.has("moment", at - 1))
            or (
                reading.has("adverb", at)
                and form
                not in (
                    "all",
                    "both",
                    "some",
                    "so",
                    "that",
                    "even",
                    "only",
                    "still",
                    "just",
                )
            )
        ):
            at += 1
        else:
            break
    return at


def _times(reading: Reading, at: int) -> bool:
    return reading.has("moment", at) and reading.form(at) != "here"


def _opens_clause(reading: Reading, at: int, stop: int) -> bool:
    """Whether a clause with its own subject may begin at the token (English)."""
    if at >= stop:
        return False
    if reading.inside[at] >= 0:
        return True
    form = reading.form(at)
    if form in (".", ",", ":", ";", "of", "about", "for", "goodbye", "hello"):
        return False
    if reading.has("subject", at) or form in ("there", "that", "if", "while", "when", "under", "since"):
        return True
    if reading.has("determiner", at) or reading.is_capital(at) or form.isdigit():
        return _finite_follows(reading, at, stop)
    return form.endswith("s") and _finite_follows(reading, at, stop)


def _finite_follows(reading: Reading, at: int, stop: int) -> bool:
    """Whether a verb that agrees is likely within the next words: an auxiliary, a modal, a form in -ed or -s."""
    words = reading.lexicon.words
    for index in range(at + 1, min(stop, at + 26)):
        form = reading.form(index)
        if form in ";:?!" or (form == "." and not _abbreviated(reading, index)):
            return False
        if form in words["auxiliary"] and form not in ("to", "on"):
            return True
        if form in words["hypothetical"] or form.endswith("n't"):
            return True
        if (form.endswith("ed") or (form.endswith("s") and not form.endswith("ss"))) and not reading.is_capital(index):
            return True
        if form in words["past"]:
            return True
    return False


def _abbreviated(reading: Reading, index: int) -> bool:
    """Whether a full stop belongs to an abbreviation: "Mr.", "U.S.", "Nov."."""
    return index > 0 and len(reading.form(index - 1)) <= 4 and reading.is_capital(index - 1)


def clause_end(reading: Reading, first: int, stop: int, cues: list[Cue], firsts: list[int], cue: Cue) -> int:
    """Token after the clause that begins at `first`: the sentence's end, or where another voice takes over."""
    end = stop
    for index in range(first, stop):
        introduces = reading.form(index) == ":" and index + 1 < stop and reading.inside[index + 1] < 0
        if reading.inside[index] < 0 and reading.form(index) in _STOPS and not introduces:
            end = index
            break
    for later in cues[bisect_right(firsts, max(cue.first, first)) :]:
        if later.first >= end:
            break
        cut = _cut_before(reading, first, later)
        if cut is not None and cut > first + 1:
            end = cut
            break
    end = _cut_at_passage(reading, first, end)
    return trimmed_end(reading, first, end)


def _cut_at_passage(reading: Reading, first: int, end: int) -> int:
    """A passage that ends with a full stop ends the clause with it."""
    for index in range(first, end):
        block = reading.inside[index]
        if block >= 0 and reading.blocks[block][1] == index + 1:
            passage = reading.passages[block]
            text = reading.analysis.text
            if passage.end and text[passage.end - 1] in ".?!" and index + 1 < end and reading.is_capital(index + 1):
                return index + 1
    return end


def _cut_before(reading: Reading, first: int, later: Cue) -> int | None:
    """Where the clause stops for a later cue of the same sentence; None where that cue lies inside it."""
    if later.form in ("source", "participle"):
        before = later.first - 1
        if later.form == "source" and reading.form(before) != ",":
            return later.first if reading.inside[before] < 0 or True else None
        return before if reading.form(before) == "," else None
    if later.form == "infinitive" and reading.form(later.first - 2) == "avant":
        return later.first - 2
    if later.form != "finite" or not later.real:
        return None
    subject = subject_before(reading, later.first, first)
    at = subject.whole[0] if subject else later.first
    joins = at
    while joins - 1 > first and reading.form(joins - 1) in (
        "and",
        "et",
        "but",
        "mais",
        "while",
        "puis",
        "tandis",
        "que",
        "alors",
    ):
        joins -= 1
    if reading.form(joins - 1) == ",":
        return joins - 1
    return joins if joins < at and subject is None else None


def trimmed_end(reading: Reading, first: int, end: int) -> int:
    """`end` without the punctuation before it."""
    while end > first + 1 and reading.inside[end - 1] < 0 and reading.form(end - 1) in _FINAL:
        end -= 1
    return end


def sentence_start(reading: Reading, sentence: Range, taken: int) -> int:
    """First token of content that opens the sentence, after what is already `taken` of it."""
    first = max(sentence[0], taken)
    if first == sentence[0] and first < sentence[1]:
        start, end = reading.starts[first], reading.ends[sentence[1] - 1]
        said = after_dateline(reading.analysis.plain, start, end)
        first = bisect_left(reading.starts, said) if said > start else first
    while (
        first < sentence[1]
        and reading.inside[first] < 0
        and reading.form(first) in (",", ".", ";", ":", "—", "–", "-", "and", "et", "but", "mais", ")", "]")
    ):
        first += 1
    return first


def states_something(reading: Reading, first: int, stop: int) -> bool:
    """Whether the tokens hold a main clause: "In an interview" and "While most were raised" do not."""
    if (
        reading.has("preposition", first)
        or reading.has("boundary", first)
        or reading.form(first) in ("as", "to", "tandis")
    ):
        comma = next((i for i in range(first, stop) if reading.form(i) == "," and reading.inside[i] < 0), None)
        return comma is not None and stop - comma > 3 and _has_finite(reading, comma + 1, stop)
    return _has_finite(reading, first, stop)


def _has_finite(reading: Reading, first: int, stop: int) -> bool:
    if reading.lexicon.language == "en":
        return _finite_follows(reading, first, stop)
    return _french_statement(reading, first, stop)


def _french_statement(reading: Reading, first: int, stop: int) -> bool:
    """Whether one of the pieces between commas has a finite verb and is no relative clause; one piece alone passes."""
    pieces: list[Range] = []
    begin = first
    for index in range(first, stop + 1):
        if index == stop or (reading.form(index) == "," and reading.inside[index] < 0):
            pieces.append((begin, index))
            begin = index + 1
    if len(pieces) == 1:
        return stop - first >= 5
    return any(
        end - start > 2 and not _relative_piece(reading, start) and _french_verb(reading, start, end)
        for start, end in pieces
    )


def _relative_piece(reading: Reading, start: int) -> bool:
    return reading.has("relative", start) or reading.has("boundary", start)


def _french_verb(reading: Reading, first: int, stop: int) -> bool:
    verbs, past = reading.lexicon.verbs, reading.lexicon.words["past"]
    for index in range(first + 1, stop):
        form = reading.form(index)
        if form in _QUE or form in ("qui", "dont"):
            return False
        sure = form in _FRENCH_FINITE or form in past or form.endswith(("ait", "aient", "era", "eront"))
        if sure or (form in verbs and verbs[form].tenses == {"finite"} and not reading.has("determiner", index - 1)):
            return True
    return False


def surely_finite(reading: Reading, first: int, stop: int) -> bool:
    """Whether an auxiliary, a modal or a finite reporting verb stands among the tokens."""
    words, verbs = reading.lexicon.words, reading.lexicon.verbs
    plain = words["auxiliary"] - frozenset(("to", "on", "'s", "having", "being", "been"))
    return any(
        form in plain
        or form in words["hypothetical"]
        or form in words["past"]
        or (form in verbs and verbs[form].tenses == {"finite"})
        for form in reading.forms[first:stop]
    )
