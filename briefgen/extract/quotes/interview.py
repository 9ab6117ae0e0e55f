"""Interviews: what closes an answer is the words of the one person interviewed, though no marks stand around it."""

import re

from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Reading
from briefgen.extract.speakers.persons import Person, find_cast
from briefgen.extract.speakers.subjects import Subject
from briefgen.model.evidence import Pair

RULE = "interview-answer"
_SAYS_SO = re.compile(
    r"""
    \bpropos[ ]recueillis\b | \bentretien\b | \binterview(?:ed)?\b | \bquestions?[ -]réponses\b | \bq[ ]?&[ ]?a\b   # Entretien
    """,
    re.VERBOSE,
)
_SHORT = 90
"""Characters of a line that only says so."""
_QUESTIONS = 2
_WORDS = range(5, 41)
"""Words of a sentence that may close an answer."""
_LEANING = frozenset(
    "ce c' cela ça ceci il elle ils elles et mais donc or car oui non si voilà absurde comptez this that it they he "
    "she these those and but so yes no well because there".split()
)
"""Words at the start of a sentence that lean on the question or on the sentence before."""


def interview_answers(reading: Reading) -> list[Draft]:
    """A draft for the sentence that closes each answer, and for a headline in quotation marks; none where it is unsure
    that the text is an interview of one person.
    """
    analysis = reading.analysis
    said_so = _head(reading)
    if said_so is None:
        return []
    answers = _answers(reading)
    if len(answers) < _QUESTIONS:
        return []
    begins = answers[0][0]
    person = _interviewed(reading, begins)
    if person is None:
        return []
    first = analysis.tokens.first_at(person.start)
    subject = Subject(first, analysis.tokens.first_at(person.start + len(person.name)))
    spans = [span for _, answer in answers if (span := _closing(reading, answer))]
    drafts = [_draft(reading, span, subject) for span in spans]
    return [*_headline(reading, begins, subject), *drafts]


def _head(reading: Reading) -> Pair | None:
    """The line that says the text is an interview."""
    folded = reading.analysis.folded
    for start, end in reading.analysis.paragraphs[:12]:
        if end - start <= _SHORT and _SAYS_SO.search(folded, start, end):
            return start, end
    return None


def _answers(reading: Reading) -> list[tuple[int, Pair]]:
    """(start of the question, the answer) of each pair: a line behind a question, or behind a prompt of a two-line block."""
    text, lines = reading.analysis.text, reading.analysis.paragraphs
    asked = [text[start:end].rstrip().endswith("?") for start, end in lines]
    found = []
    for at in range(len(lines) - 1):
        (start, end), (below, stop) = lines[at], lines[at + 1]
        close = text.count("\n", end, below) == 1
        alone = (not at or text.count("\n", lines[at - 1][1], start) > 1) and (
            at + 2 >= len(lines) or text.count("\n", stop, lines[at + 2][0]) > 1
        )
        if asked[at] and not asked[at + 1] and not reading.analysis.is_boilerplate(below, stop):
            found.append((start, (below, stop), True))
        elif close and alone and not asked[at + 1] and not reading.analysis.is_boilerplate(start, stop):
            found.append((start, (below, stop), False))
    questions = [start for start, _, question in found if question]
    if len(questions) < _QUESTIONS:
        return []
    return [(start, answer) for start, answer, _ in found if start >= questions[0]]


def _interviewed(reading: Reading, begins: int) -> Person | None:
    """The one person whom head and introduction name in full, and not beside "recueillis par"."""
    cast = find_cast(reading)
    named = {p.name: p for p in cast.persons.values() if p.start < begins and not _asks(reading, p.start)}
    return next(iter(named.values())) if len(named) == 1 else None


def _asks(reading: Reading, place: int) -> bool:
    line = next(((a, b) for a, b in reading.analysis.paragraphs if a <= place < b), (place, place))
    return re.search(r"recueilli|interviewed by|^by |^par ", reading.analysis.folded[line[0] : place]) is not None


def _closing(reading: Reading, answer: Pair) -> Pair | None:
    """The last sentence of the answer, where it is of a quotation's length and nobody else is quoted in it."""
    analysis = reading.analysis
    inside = [s for s in analysis.sentences if answer[0] <= s[0] < answer[1]]
    start, end = inside[-1] if inside else answer
    end = min(end, answer[1])
    while end > start and analysis.text[end - 1] in " \n.":
        end -= 1
    words = analysis.text.count(" ", start, end) + 1
    quoted = any(p.start < end and start < p.end for p in reading.passages)
    if words not in _WORDS or quoted or analysis.text[end - 1] == "?":
        return None
    return start, end


def _draft(reading: Reading, span: Pair, subject: Subject) -> Draft:
    leans = reading.form(reading.analysis.tokens.first_at(span[0])) in _LEANING
    why = "the end of an answer; one person is interviewed"
    return Draft("direct", (span,), None, subject, RULE, why, 0.6 if leans else 0.8)


def _headline(reading: Reading, begins: int, subject: Subject) -> list[Draft]:
    """A line before the first question that is nothing but quoted words: the headline of an interview."""
    lines = {(start, end) for start, end in reading.analysis.paragraphs if end <= begins}
    why = "the headline of an interview; one person is interviewed"
    return [
        Draft("direct", ((p.start, p.end),), None, subject, RULE, why, 0.8)
        for p in reading.passages
        if (p.outer_start, p.outer_end) in lines
    ]
