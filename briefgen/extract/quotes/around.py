"""Where a statement lies around its attribution: before and behind it, or behind a source that opens the sentence."""

from collections.abc import Mapping
from dataclasses import replace

from briefgen.extract.quotes.cues import Cue
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Range, Reading
from briefgen.extract.speakers.subjects import Subject

_LEAD = range(2, 5)
"""Tokens of a subject that stands alone before the attribution."""


def with_tail(reading: Reading, taken: Mapping[int, Draft], draft: Draft, after: int, sentence: Range) -> Draft:
    """The draft of the clause before the attribution, with the quoted words that close the sentence behind it.

    "Rien n'est prévu, a-t-il assuré, |« ni cette année, ni l'an prochain »|."
    """
    comma = reading.form(after) == ","
    number = reading.inside[after + comma] if after + comma < sentence[1] else -1
    if number < 0 or number in taken or reading.blocks[number][0] != after + comma:
        return draft
    if sentence[1] - reading.blocks[number][1] > 1 or draft.kind == "direct":
        return draft
    passage = reading.passages[number]
    fragments = (*draft.fragments, (passage.outer_start, passage.outer_end))
    return replace(draft, kind="mixed", fragments=fragments, rule="mixed-around", score=max(draft.score, 0.9))


def around(reading: Reading, cue: Cue, subject: Subject, lead: Range, tail: Range) -> Draft | None:
    """The draft of a lead and a tail that need each other: a subject, and its verb in quoted words; else None."""
    quoted = reading.inside[tail[0]] if tail[0] < tail[1] else -1
    if lead[1] - lead[0] not in _LEAD or quoted < 0 or reading.has("preposition", lead[0]):
        return None
    opens = any(reading.has(use, lead[0]) for use in ("boundary", "adverb", "opener", "moment"))
    if opens and not reading.has("determiner", lead[0]):
        return None
    fragments = (reading.span(*lead), reading.span(*tail))
    why = f"a statement around « {reading.text(cue.first, cue.stop)} »"
    region = (min(subject.whole[0], cue.first), tail[0])
    return Draft("mixed", fragments, cue, subject, "mixed-around", why, 0.85, region)


def after_source(reading: Reading, subject: Subject, sentence: Range) -> int | None:
    """The first token of what a source at the start of its sentence says: behind the comma, or quoted words."""
    at = subject.stop
    depth = 0
    for index in range(at, sentence[1]):
        if reading.inside[index] >= 0:
            return index
        form = reading.form(index)
        depth += (form == "(") - (form == ")")
        if form in (",", ";") and depth <= 0:
            return _past_aside(reading, index + 1, sentence)
    return None


def _past_aside(reading: Reading, at: int, sentence: Range) -> int:
    """After "Selon X, de l'institut Y," the clause begins at the second comma."""
    form = reading.form(at) if at < sentence[1] else ""
    aside = (
        form in ("de", "du", "des", "d'", "qui", "who", "a", "an", "dont", "cité", "cited")
        or form in reading.lexicon.nouns
    )
    if aside:
        for index in range(at, min(at + 25, sentence[1])):
            if reading.inside[index] >= 0:
                return index
            if reading.form(index) == ",":
                return index + 1
    return at
