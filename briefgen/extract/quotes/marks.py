"""Passages between quotation marks, paired with tolerance: wrong, missing, glued and re-opened marks."""

import re
from dataclasses import replace

from briefgen.frozen import dataclass
from briefgen.model.evidence import Pair

_MARK = re.compile(r"[«»“”„‟\"‹›]|''|,,(?=\w)")
_SINGLE = re.compile(r"(?<![\w’'])[‘'’‚](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENING = "«“„‟‹"
_CLOSING = "»”›"
_FAMILY = {"«": "g", "»": "g", "“": "c", "”": "c", "„": "c", "‟": "c", '"': "s", "‹": "a", "›": "a"}
_SPACES = " \t\n\u00a0\u202f\u2009"
_NARROW = " \u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters [start, end) stand between marks; [outer_start, outer_end) holds the marks too."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    continues: bool = False
    """Whether it re-opens a passage that the paragraph before left open."""


def pair_marks(text: str, paragraphs: tuple[Pair, ...]) -> list[Passage]:
    """The outermost quoted passages in order; none crosses a paragraph. Linear in the length of the text."""
    found: list[Passage] = []
    pattern = _MARK if _MARK.search(text) else _SINGLE
    marks = [(m.start(), m.end()) for m in pattern.finditer(text)]
    position, left_open = 0, False
    for begin, stop in paragraphs:
        while position < len(marks) and marks[position][0] < begin:
            position += 1
        first = position
        while position < len(marks) and marks[position][0] < stop:
            position += 1
        if position == first:
            left_open = False
            continue
        passages = _paragraph(text, begin, stop, marks[first:position], left_open)
        if left_open and passages and passages[0].outer_start == begin:
            passages[0] = replace(passages[0], continues=True)
        left_open = bool(passages) and not passages[-1].closed
        found.extend(passages)
    return found


def _paragraph(text: str, begin: int, stop: int, marks: list[Pair], left_open: bool) -> list[Passage]:
    found: list[Passage] = []
    stack: list[str] = []
    opened = (begin, begin)
    for index, (start, end) in enumerate(marks):
        family = _FAMILY.get(text[start], "q")
        role = _role(text, start, end, begin, stop)
        if not stack:
            if role != "close" or (start == begin and left_open):
                stack.append(family)
                opened = (start, end)
        elif _closes(text[start], role, family, stack):
            del stack[_depth(stack, family) :]
            if not stack:
                found.append(_passage(text, opened, start, end))
        elif family == stack[0] and text[start] in _OPENING:
            found.append(_passage(text, opened, start, start, closed=False))
            stack, opened = [family], (start, end)
        elif len(stack) < 3 and _closed_later(text, marks, index, family):
            stack.append(family)
    if stack:
        found.append(_passage(text, opened, stop, stop, closed=False))
    return [p for p in found if p.end > p.start and text[p.outer_start - 1 : p.outer_start] != "="]


def _closed_later(text: str, marks: list[Pair], index: int, family: str) -> bool:
    """Whether an inner opening mark has a partner among the next few marks."""
    return any(_FAMILY.get(text[start], "q") == family for start, _ in marks[index + 1 : index + 4])


def _role(text: str, start: int, end: int, begin: int, stop: int) -> str:
    """What the surroundings say of a mark: open, close or either."""
    before = text[start - 1] if start > begin else " "
    after = text[end] if end < stop else " "
    mark = text[start]
    if before in _SPACES + "([—–-'’:" and after not in _SPACES + ",.;:!?)":
        return "open"
    if before not in _SPACES and (after in _SPACES + ",.;:!?)]—–'’" or not after.isalnum()):
        return "either" if mark in _OPENING and after in _NARROW and before in ":([" else "close"
    return "open" if mark in _OPENING else "close" if mark in _CLOSING else "either"


def _closes(mark: str, role: str, family: str, stack: list[str]) -> bool:
    if mark in _CLOSING:
        return True
    if role == "close":
        return True
    return mark not in _OPENING and family in stack and role == "either"


def _depth(stack: list[str], family: str) -> int:
    """Index from which the stack is popped: the mark's own family if it is open, else the innermost."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index] == family:
            return index
    return len(stack) - 1


def _passage(text: str, opened: Pair, start: int, end: int, closed: bool = True) -> Passage:
    left, right = opened[1], start
    while left < right and text[left] in _SPACES:
        left += 1
    while right > left and text[right - 1] in _SPACES:
        right -= 1
    return Passage(left, right, opened[0], max(end, right), closed)
