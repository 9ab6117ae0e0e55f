"""A text as the quote rules read it: tokens with their case, quoted passages as blocks, sentences around them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from briefgen.extract.quotes.lexicon import Reporting, load_reporting
from briefgen.extract.quotes.marks import Passage, pair_marks
from briefgen.model.evidence import Pair
from briefgen.text.analysis import Analysis

Range = tuple[int, int]
"""Half-open range of token indices."""


_LONGEST = 160
"""Tokens of a sentence without quotation marks; six times as many with them."""


@dataclass(slots=True)
class Reading:
    """Token ranges are half-open; `inside[i]` is the index of the passage that holds token i, or -1."""

    analysis: Analysis
    lexicon: Reporting
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    passages: list[Passage]
    blocks: list[Range]
    """Tokens of each passage, its marks included."""
    inside: list[int]
    sentences: list[Range]
    """Narrative sentences: none ends within a passage."""
    sentence_starts: list[int]

    def form(self, index: int) -> str:
        """The folded token, or the empty string outside the text."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def is_capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.starts) and self.analysis.text[self.starts[index]].isupper()

    def text(self, first: int, stop: int) -> str:
        """The characters of a token range."""
        return self.analysis.text[self.starts[first] : self.ends[stop - 1]] if stop > first else ""

    def span(self, first: int, stop: int) -> Pair:
        """The character span of a token range that is not empty."""
        return self.starts[first], self.ends[stop - 1]

    def sentence(self, index: int) -> Range:
        """The narrative sentence that holds the token."""
        return self.sentences[bisect_right(self.sentence_starts, index) - 1]

    def paragraph(self, index: int) -> int:
        """Number of the paragraph that holds the token."""
        spans = self.analysis.paragraphs
        return bisect_right(spans, (self.starts[index], len(self.analysis.text))) - 1

    def has(self, use: str, index: int) -> bool:
        """Whether the token is a word of that use (see `reporting_cues.txt`)."""
        return 0 <= index < len(self.forms) and self.forms[index] in self.lexicon.words[use]

    def noun(self, index: int) -> str | None:
        """What the noun at the token names, if it speaks: person, group, organization or document; "porte-parole" is one."""
        nouns, form = self.lexicon.nouns, self.form(index)
        if self.form(index + 1) == "-" and f"{form}-{self.form(index + 2)}" in nouns:
            return nouns[f"{form}-{self.form(index + 2)}"]
        return nouns.get(form)

    def before(self, index: int) -> int:
        """Index before which a left-going walk goes on: the start of a passage whose last token is `index`."""
        block = self.inside[index]
        return self.blocks[block][0] if block >= 0 else index


def read(analysis: Analysis) -> Reading:
    """The reading of an analyzed text."""
    tokens = analysis.tokens
    passages = pair_marks(analysis.text, analysis.paragraphs)
    blocks = [
        (bisect_left(tokens.starts, p.outer_start), bisect_left(tokens.starts, max(p.outer_end, p.end)))
        for p in passages
    ]
    inside = [-1] * len(tokens)
    for number, (first, stop) in enumerate(blocks):
        inside[first:stop] = [number] * (stop - first)
    sentences = _narrative(analysis, inside)
    return Reading(
        analysis,
        load_reporting(analysis.language),
        tokens.forms,
        tokens.starts,
        tokens.ends,
        passages,
        blocks,
        inside,
        sentences,
        [first for first, _ in sentences],
    )


def _narrative(analysis: Analysis, inside: list[int]) -> list[Range]:
    """Sentences as token ranges, joined where the boundary lies within a passage."""
    starts = analysis.tokens.starts
    found: list[Range] = []
    joined = False
    stop = 0
    for _, end in analysis.sentences:
        first, stop = stop, bisect_left(starts, end, stop)
        if stop == first:
            continue
        if joined and found:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((first, stop))
        joined = stop < len(inside) and inside[stop] >= 0 and inside[stop - 1] == inside[stop]
    if stop < len(starts):
        found.append((stop, len(starts)))
    return [piece for sentence in found for piece in _bounded(sentence, inside)]


def _bounded(sentence: Range, inside: list[int]) -> list[Range]:
    """The sentence, cut where it is longer than any writer's: rules look over whole sentences, and time stays linear."""
    first, stop = sentence
    if stop - first <= _LONGEST:
        return [sentence]
    longest = _LONGEST if max(inside[first:stop]) < 0 else 6 * _LONGEST
    return [(at, min(at + longest, stop)) for at in range(first, stop, longest)]
