"""Printed wording found again in a file's visible words: white space and line breaks do not count, everything else does."""

import re
from difflib import SequenceMatcher

from briefgen.frozen import dataclass
from briefgen.verify.visible import SOFT

_SPACE = re.compile(r"\s+")
_MARGIN, _RUN = 40, 4
_LEAST = 0.6
"""From this likeness on a passage counts as the altered form of the one looked for."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text without white space, with where each character stood."""

    squeezed: str
    places: tuple[int, ...]
    original: str

    def original_of(self, start: int, end: int) -> str:
        """The words of a stretch as they were, white space folded, hyphens of line ends taken out."""
        if start >= end:
            return ""
        piece = self.original[self.places[start] : self.places[end - 1] + 1]
        return _SPACE.sub(" ", piece.replace(SOFT, "")).strip()

    def between(self, start: int, end: int) -> "Words":
        """The same of that stretch."""
        return Words(self.squeezed[start:end], self.places[start:end], self.original)


def squeeze(text: str) -> Words:
    """`text` without white space of any kind."""
    kept = [(c, i) for i, c in enumerate(text) if not c.isspace()]
    return Words("".join(c for c, _i in kept), tuple(i for _c, i in kept), text)


def find(wanted: str, words: Words, start: int = 0) -> tuple[int, int] | None:
    """Where `wanted` stands (in squeezed offsets) from `start` on; a hyphen at a line's end may belong to it or not."""
    needle = "".join(wanted.split())
    if not needle:
        return None
    place = words.squeezed.find(needle, start)
    if place >= 0:
        return place, place + len(needle)
    if SOFT not in words.squeezed:
        return None
    pattern = SOFT + "?" + f"{SOFT}?".join("[-\u2010\u00ad]" if c in "-\u2010" else re.escape(c) for c in needle)
    match = re.compile(pattern).search(words.squeezed, start)
    return match.span() if match else None


def nearest(wanted: str, words: Words, least: float = _LEAST) -> str | None:
    """The wording in the file that is most like `wanted`; None where nothing is like it, from `least` (0 to 1) on."""
    from rapidfuzz import fuzz

    needle = "".join(wanted.split())
    if not needle or not words.squeezed:
        return None
    if len(words.squeezed) < len(needle):
        return words.original_of(0, len(words.squeezed)) if fuzz.ratio(needle, words.squeezed) > least * 100 else None
    best = fuzz.partial_ratio_alignment(needle, words.squeezed)
    if best is None or best.score < least * 100:
        return None
    start, end = _ends(needle, words.squeezed, best.dest_start, best.dest_end)
    return words.original_of(start, end)


def _ends(needle: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of `text` around [start, end) that corresponds to the whole needle: ends follow the nearest equal runs."""
    low = max(0, start - _MARGIN)
    window = text[low : end + _MARGIN]
    blocks = [b for b in SequenceMatcher(None, needle, window, autojunk=False).get_matching_blocks() if b.size >= _RUN]
    if not blocks:
        return start, min(end, len(text))
    first, last = blocks[0], blocks[-1]
    after = low + last.b + last.size + len(needle) - (last.a + last.size)
    return max(0, low + first.b - first.a), min(after, len(text))
