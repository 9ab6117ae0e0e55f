"""Paragraphs and sentences as spans."""

import re
from bisect import bisect_right

from briefgen.text.abbreviations import EITHER, ENGLISH, FRENCH

Pair = tuple[int, int]

_BLANK_LINES = re.compile(r"\n[ \t\u00a0]*\n\s*")
_LINES = re.compile(r"\n\s*")
_END = re.compile(
    r"""
    (?P<stop>[.!?…]+)                                        # the stop itself
    (?P<close>(?:[ \u00a0\u202f]?[»”"'’)\]›]+)*)             # marks that close with it: a déclaré. »
    (?P<call>(?:\[\d{1,3}\])*)                               # a note call
    (?=[ \t\u00a0\u202f]+(?P<next>[^\s])|\n|$)
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_OPENERS = "«“\"'‘(["


def paragraphs(text: str) -> list[Pair]:
    """Spans of the paragraphs: blocks between blank lines, or lines where the text is not hard-wrapped."""
    separator = _BLANK_LINES if _hard_wrapped(text) else _LINES
    edges = [0, *(i for m in separator.finditer(text) for i in m.span()), len(text)]
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            found.append((start + left, start + right))
    return found


def _hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width: most are long, alike, and stop in mid-sentence."""
    lines = [line for line in text.splitlines() if line.strip()]
    full = [line for line in lines if 45 <= len(line.rstrip()) <= 100]
    if len(lines) < 6 or len(full) < 0.5 * len(lines) or max(map(len, lines)) > 110:
        return False
    running = sum(1 for line in full if line.rstrip()[-1] not in '.!?…»”":')
    return running > 0.6 * len(full)


def sentences(text: str, paragraph_spans: list[Pair] | None = None, language: str = "und") -> list[Pair]:
    """Spans of the sentences in order, without the white space between; none crosses a paragraph."""
    known = {"fr": FRENCH, "en": ENGLISH}.get(language, EITHER)
    found: list[Pair] = []
    for start, end in paragraph_spans if paragraph_spans is not None else paragraphs(text):
        begin = start
        for match in _END.finditer(text, start, end):
            if match.end() < end and _ends_sentence(text, match, begin, known):
                found.append((begin, match.end()))
                begin = match.end()
                while begin < end and text[begin].isspace():
                    begin += 1
        if begin < end:
            found.append((begin, end))
    return found


def _ends_sentence(text: str, match: re.Match[str], begin: int, known: frozenset[str]) -> bool:
    following = match["next"]
    if following is None:
        return True
    if following.islower():
        return False
    if match["stop"] == "." and not match["close"]:
        before = _WORD_BEFORE.search(text, max(begin, match.start() - 20), match.start())
        word = before.group() if before else ""
        if word.lower() in known or (len(word) == 1 and word.isupper()):
            return False
    return following.isupper() or following.isdigit() or following in _OPENERS or following in "—–-•["


def sentence_at(spans: tuple[Pair, ...] | list[Pair], position: int) -> int:
    """Index of the sentence that holds `position` (or the nearest before it); -1 before all."""
    return bisect_right(spans, (position, float("inf"))) - 1
