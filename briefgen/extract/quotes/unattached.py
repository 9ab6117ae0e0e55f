"""Quoted sentences without an attribution of their own: continuations and floating quotes."""

from dataclasses import replace

from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Reading

_MIN_WORDS = 5


def attach_rest(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """`drafts` with the sentence-like passages that none of them holds, in order."""
    held = sorted(fragment for draft in drafts for fragment in draft.fragments)
    found = list(drafts)
    text = reading.analysis.text
    position = 0
    reach = 0
    for number, passage in enumerate(reading.passages):
        while position < len(held) and held[position][0] <= passage.end:
            reach = max(reach, held[position][1])
            position += 1
        if reach > passage.start or reading.analysis.is_boilerplate(passage.start, passage.end):
            continue
        words = text[passage.start : passage.end].split()
        first, _ = reading.blocks[number]
        if len(words) < _MIN_WORDS or not _stands_alone(reading, number, first):
            continue
        made = _draft(reading, number, drafts)
        joined = _joined(reading, number, drafts, made)
        if joined is None:
            found.append(made)
        else:
            found[found.index(joined[0])] = joined[1]
            drafts[drafts.index(joined[0])] = joined[1]
    return sorted(found, key=lambda draft: (draft.start, draft.end))


def _stands_alone(reading: Reading, number: int, first: int) -> bool:
    """Whether the passage opens a sentence and reads as one: a capital, and no narrator's verb around it."""
    passage = reading.passages[number]
    if not reading.analysis.text[passage.start].isupper():
        return False
    sentence = reading.sentence(first)
    stop = reading.blocks[number][1]
    opens = first == sentence[0] or reading.forms[first - 1] in (":", ".", "?", "!", "…")
    rest = sentence[1] - stop
    return opens and rest <= 3


def _joined(reading: Reading, number: int, drafts: list[Draft], made: Draft) -> tuple[Draft, Draft] | None:
    """(old, new) where English prose goes on with the same quotation: the draft before it takes the fragment."""
    if made.rule != "continuation" or reading.lexicon.language != "en":
        return None
    passage = reading.passages[number]
    last = [d for d in drafts if d.end <= passage.start][-1]
    if last.kind != "direct" or last.cue is None:
        return None
    return last, replace(last, fragments=(*last.fragments, (passage.start, passage.end)))


def _draft(reading: Reading, number: int, drafts: list[Draft]) -> Draft:
    passage = reading.passages[number]
    fragments = ((passage.start, passage.end),)
    before = [d for d in drafts if d.end <= passage.start]
    last = before[-1] if before else None
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
