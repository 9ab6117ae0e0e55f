"""Words to lines: the breaks that give the whole paragraph the most even lines.

After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981), on a short list: first without hyphens, and
only if that leaves a bad line, again with the words divided.
"""

from dataclasses import dataclass

from briefgen.render.hyphenation import hyphen_points
from briefgen.render.pdf.words import Word

_STRETCH, _SHRINK, _RAGGED = 0.6, 0.14, 0.22
_HYPHEN_COST, _WIDOW_COST = 3000.0, 4000.0
# A short last line that begins with the rest of a word.
_FRAGMENT_COST = 20_000.0
_GOOD = 0.9
_FAR = 1e30
# Starts of a line that are tried for each end: the longest lines that fit.
_TRIED = 7
# A last line with more of its width empty than this is a lonely word.
_LONELY = 0.87
_BEFORE_SPLIT = "/.-_?&=:"


@dataclass(slots=True, eq=False)
class Line:
    words: list[Word]
    width: float
    """Without added space, with the hyphen if it has one."""
    gap: float
    """Points to add to each space; negative if the line is set tighter."""
    last: bool


def break_lines(words: list[Word], measure: float, justify: bool, hyphenate: bool) -> list[Line]:
    """The lines of a paragraph `measure` points wide; no line is wider, whatever the words."""
    lines: list[Line] = []
    start = 0
    for index, word in enumerate(words):
        if word.newline or index == len(words) - 1:
            lines += _segment(words[start : index + 1], measure, justify, hyphenate)
            start = index + 1
    return lines


def _segment(words: list[Word], measure: float, justify: bool, hyphenate: bool) -> list[Line]:
    widest = max(word.width for word in words)
    if widest <= measure:
        breaks, worst = _fit(words, measure, justify)
        if worst <= _GOOD or not hyphenate:
            return _lines(words, breaks, measure, justify)
    divided = [part for word in words for part in _divided(word, measure, hyphenate)]
    return _lines(divided, _fit(divided, measure, justify)[0], measure, justify)


def _fit(words: list[Word], measure: float, justify: bool) -> tuple[list[int], float]:
    """Ends of the lines, and the worst stretch of a line that is not the last."""
    count = len(words)
    widths, spaces = _sums(words)
    costs, previous, stretched = [0.0] * (count + 1), [0] * (count + 1), [0.0] * (count + 1)
    shrink, rigid = (_SHRINK, 0.01 * measure) if justify else (0.0, _RAGGED * measure)
    first = 0
    for end in range(1, count + 1):
        word, final = words[end - 1], end == count
        inner, gaps = widths[end] - word.space, spaces[end] - word.space
        while first < end - 1 and inner - widths[first] > measure + 0.01 + (gaps - spaces[first]) * shrink:
            first += 1
        inner += word.hyphen
        best, choice, stretch = _FAR, end - 1, 0.0
        for start in range(first, end if final else min(first + _TRIED, end)):
            slack, gap = measure - inner + widths[start], gaps - spaces[start]
            if slack < 0:
                if slack < -0.01 - gap * shrink and start < end - 1:
                    continue
                ratio = slack / (gap * shrink or 1.0)
            else:
                ratio = slack / (gap * _STRETCH or rigid) if justify else slack / rigid
            if final and slack >= 0:
                cost = costs[start] + (_WIDOW_COST if slack > _LONELY * measure and start else 0.0)
                cost += _FRAGMENT_COST if start and words[start - 1].hyphen and slack > 0.5 * measure else 0.0
            else:
                badness = 10 + 100 * (ratio * ratio * ratio if ratio > 0 else -ratio)
                cost = costs[start] + badness * badness
            if cost < best:
                best, choice, stretch = cost, start, ratio
        costs[end] = best + (_HYPHEN_COST if word.hyphen else 0.0)
        previous[end], stretched[end] = choice, 0.0 if final else stretch
    return _path(previous, stretched)


def _path(previous: list[int], stretched: list[float]) -> tuple[list[int], float]:
    breaks, worst, at = [], 0.0, len(previous) - 1
    while at:
        breaks.append(at)
        worst = max(worst, stretched[at])
        at = previous[at]
    return breaks[::-1], worst


def _sums(words: list[Word]) -> tuple[list[float], list[float]]:
    """Width, and width of the spaces alone, of all words before each one."""
    widths, spaces = [0.0], [0.0]
    for word in words:
        widths.append(widths[-1] + word.width + word.space)
        spaces.append(spaces[-1] + word.space)
    return widths, spaces


def _lines(words: list[Word], breaks: list[int], measure: float, justify: bool) -> list[Line]:
    lines, start = [], 0
    for end in breaks:
        chosen = words[start:end]
        spaces = [word for word in chosen[:-1] if word.space]
        width = sum(word.width for word in chosen) + sum(word.space for word in spaces) + chosen[-1].hyphen
        last, gap = end == len(words), 0.0
        if justify and spaces and (not last or width > measure):
            gap = (measure - width) / len(spaces)
            if gap > 1.6 * spaces[0].space:
                gap = 0.0
        lines.append(Line(chosen, width, gap, last))
        start = end
    return lines


def _divided(word: Word, measure: float, hyphenate: bool) -> list[Word]:
    """The word in the parts at which a hyphen may stand; what is still wider than the line, cut anywhere."""
    parts = _hyphenated(word) if hyphenate or word.width > measure else [word]
    if all(part.width + part.hyphen <= measure for part in parts):
        return parts
    return [cut for part in parts for cut in ([part] if part.width + part.hyphen <= measure else _cut(part, measure))]


def _hyphenated(word: Word) -> list[Word]:
    points = [hyphen_points(text, ink.lang) for ink, _, text, _ in word.pieces]
    if not any(points):
        return [word]
    parts = [Word()]
    for (ink, face, text, _), cuts in zip(word.pieces, points, strict=True):
        start = 0
        for cut in cuts:
            parts[-1].add(ink, face, text[start:cut])
            parts[-1].hyphen = ink.width(face, "-")
            parts.append(Word())
            start = cut
        parts[-1].add(ink, face, text[start:])
    return _with_end(parts, word)


def _cut(word: Word, measure: float) -> list[Word]:
    parts = [Word()]
    for ink, face, text, _ in word.pieces:
        run = ""
        for character in text:
            if run and parts[-1].width + ink.width(face, run + character) > measure:
                keep = max(run.rfind(sign) for sign in _BEFORE_SPLIT) + 1
                keep = keep if keep > len(run) // 2 else len(run)
                parts[-1].add(ink, face, run[:keep])
                parts.append(Word())
                run = run[keep:]
            run += character
        if parts[-1].pieces and parts[-1].width + ink.width(face, run) > measure:
            parts.append(Word())
        parts[-1].add(ink, face, run)
    return _with_end(parts, word)


def _with_end(parts: list[Word], word: Word) -> list[Word]:
    last = parts[-1]
    last.space, last.space_ink, last.hyphen, last.newline = word.space, word.space_ink, word.hyphen, word.newline
    return parts
