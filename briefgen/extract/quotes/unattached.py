"""Quoted sentences without an attribution of their own: continuations and floating quotes."""

from bisect import bisect_right
from dataclasses import replace

from briefgen.extract.quotes.asides import spoken_within
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Reading

_MIN_WORDS = 5


def attach_rest(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """`drafts` (sorted) with the sentence-like passages that none of them holds, in order."""
    held = sorted(fragment for draft in drafts for fragment in draft.fragments)
    kept = list(drafts)
    ends = [draft.end for draft in sorted(drafts, key=lambda d: d.end)]
    order = sorted(range(len(drafts)), key=lambda n: drafts[n].end)
    found: list[Draft] = []
    position = reach = 0
    for number, passage in enumerate(reading.passages):
        while position < len(held) and held[position][0] <= passage.end:
            reach = max(reach, held[position][1])
            position += 1
        if reach > passage.start or not _stands_alone(reading, number, reading.blocks[number][0]):
            continue
        index = bisect_right(ends, passage.start) - 1
        last = kept[order[index]] if index >= 0 else None
        made = spoken_within(reading, number) or _draft(reading, number, last)
        if last is not None and last.kind == "mixed" and _goes_on(reading, last, made):
            found.append(replace(made, cue=last.cue, subject=last.subject, continues=False, carried=True))
        elif last is not None and _goes_on(reading, last, made):
            kept[order[index]] = replace(last, fragments=(*last.fragments, *made.fragments))
        else:
            found.append(made)
    return sorted([*kept, *found], key=lambda draft: (draft.start, draft.end))


def _goes_on(reading: Reading, last: Draft, made: Draft) -> bool:
    """Whether English prose goes on with the same quotation: the draft before it takes the fragment."""
    direct = last.kind != "indirect" and last.cue is not None
    return made.rule == "continuation" and reading.lexicon.language == "en" and direct


def _stands_alone(reading: Reading, number: int, first: int) -> bool:
    """Whether the passage opens a sentence and reads as one: a capital, and no narrator's verb around it."""
    passage = reading.passages[number]
    text = reading.analysis.text
    if not text[passage.start].isupper() or text.count(" ", passage.start, passage.end) + 1 < _MIN_WORDS:
        return False
    if reading.analysis.is_boilerplate(passage.start, passage.end):
        return False
    sentence = reading.sentence(first)
    stop = reading.blocks[number][1]
    opens = first == sentence[0] or reading.form(first - 1) in (":", ".", "?", "!", "…")
    rest = sentence[1] - stop
    return opens and rest <= 3


def _draft(reading: Reading, number: int, last: Draft | None) -> Draft:
    passage = reading.passages[number]
    fragments = ((passage.start, passage.end),)
    first = reading.blocks[number][0]
    if last is not None and last.subject is not None and last.region[1]:
        end = max(last.end, reading.ends[min(last.region[1], len(reading.ends)) - 1])
        gap = reading.analysis.text[end : passage.outer_start]
        near = len(gap.strip(" .,\n\u00a0")) == 0
        if near and last.kind != "indirect":
            same = "\n" not in gap
            return Draft(
                "direct",
                fragments,
                None,
                None,
                "continuation",
                "follows the words of the same speaker",
                0.8 if same else 0.6,
                continues=True,
            )
    paragraph = reading.paragraph(first)
    if last is not None and reading.paragraph(max(0, last.region[1] - 1)) == paragraph and last.kind != "indirect":
        return Draft(
            "direct", fragments, None, None, "floating", "same paragraph as the words before", 0.5, continues=True
        )
    return Draft("direct", fragments, None, None, "unattributed", "quoted words without an attribution", 0.2)
