"""Column widths of a table, for every writer: those, among the stated and some shared ones, that make it lowest."""

from collections.abc import Sequence
from dataclasses import field
from operator import ge
from typing import NamedTuple, Protocol

from briefgen.frozen import dataclass
from briefgen.model.tree import Table

_POWERS = (0.75, 0.5, 1.0, 1.4)
# Steps in points that a column gives to another while that makes the table lower, and how often this is tried.
_STEPS = (40.0, 26.0, 16.0, 8.0)
_ROWS = 40
# How near to the least width one comes, by how much a column is widened at a time, and how often at most.
_NEAR, _STRIDE, _TRIES = 3.0, 6.0, 8
# How near where words are guessed.
_ABOUT = 9.0
_NARROWEST = 18.0


class Piece(Protocol):
    """A word of a cell; widths in points."""

    @property
    def width(self) -> float: ...

    @property
    def space(self) -> float:
        """Of the space that follows."""

    @property
    def newline(self) -> bool:
        """Whether the line ends after it."""


class Guess(NamedTuple):
    """A word measured by its letters."""

    width: float
    space: float
    newline: bool = False


Pieces = Sequence[Piece]


def column_widths(
    table: Table, cells: Sequence[Sequence[Pieces]], measure: float, pad: float, measured: bool = True
) -> list[float]:
    """Widths that fill `measure`, for the words of each row's cells; `pad` is what a cell keeps free. Words that are not
    `measured` but guessed are not worth the last points."""
    columns = max((len(row) for row in cells), default=0)
    if not columns:
        return []
    grid = _Grid([[row[index] if index < len(row) else () for row in cells] for index in range(columns)], pad)
    if table.role == "header" and sum(grid.most[:-1]) < measure / 2:
        return [*grid.most[:-1], measure - sum(grid.most[:-1])]
    stated = sum(table.widths) if len(table.widths) == columns else 0.0
    candidates = [[measure * width / stated for width in table.widths]] if stated else []
    if sum(grid.most) <= measure:
        fits = candidates and all(map(ge, candidates[0], grid.most))
        return candidates[0] if fits else shared_widths(grid.least, grid.most, measure)
    candidates += [shared_widths(grid.least, grid.most, measure, power) for power in _POWERS]
    best = min(candidates, key=grid.height)
    return grid.pooled(grid.improved(best), _NEAR) if measured else grid.pooled(best, _ABOUT)


@dataclass(slots=True)
class _Grid:
    """The words by column, with how many lines each column's cells take at a width."""

    columns: list[list[Pieces]]
    pad: float
    least: list[float] = field(init=False)
    """Width of each column's longest word."""
    most: list[float] = field(init=False)
    """Width of each column's longest line."""
    _whole: list[list[tuple[float, int]]] = field(init=False)
    """Each cell's longest line, and how many it has, if nothing wraps."""
    _known: dict[tuple[int, float], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        margin = self.pad + 0.5
        self.least = [max([_NARROWEST, *(_longest(cell) + margin for cell in column)]) for column in self.columns]
        whole = [[_natural(cell) for cell in column] for column in self.columns]
        self.most = [max([_NARROWEST, *(width + margin for width, _lines in column)]) for column in whole]
        self._whole = whole

    def height(self, widths: Sequence[float]) -> tuple[int, int]:
        """How many lines the rows take, about, for words flow without hyphens; then how many all cells take."""
        counts = [self._lines(index, width) for index, width in enumerate(widths)]
        return sum(map(max, zip(*counts, strict=True))), sum(map(sum, counts))

    def _lines(self, index: int, width: float) -> list[int]:
        key = index, int(width * 8)
        lines = self._known.get(key)
        if lines is None and width >= self.most[index]:
            lines = self._known[key] = [lines for _most, lines in self._whole[index][:_ROWS]]
        if lines is None:
            room = width - self.pad
            cells = zip(self.columns[index][:_ROWS], self._whole[index], strict=False)
            lines = [lines if most <= room else _flowed(cell, room) for cell, (most, lines) in cells]
            self._known[key] = lines
        return lines

    def improved(self, widths: list[float]) -> list[float]:
        """The widths after columns that have room gave some to columns whose words wrap."""
        best, height = widths, self.height(widths)
        for step in _STEPS:
            for taker in range(len(widths)):
                if best[taker] >= self.most[taker] or not self._gains(taker, best[taker], step):
                    continue
                for giver in range(len(widths)):
                    if giver == taker or best[giver] - step < self.least[giver]:
                        continue
                    tried = list(best)
                    tried[taker], tried[giver] = tried[taker] + step, tried[giver] - step
                    reached = self.height(tried)
                    if reached < height:
                        best, height = tried, reached
        return best

    def _gains(self, index: int, width: float, step: float) -> bool:
        """Whether the column's cells take fewer lines with so much more."""
        return self._lines(index, width) != self._lines(index, width + step)

    def pooled(self, widths: list[float], near: float) -> list[float]:
        """What all columns can spare together goes to those whose lines it saves; the rest goes back."""
        bare = [self._narrowest(index, width, near) for index, width in enumerate(widths)]
        spared = [width - narrow for width, narrow in zip(widths, bare, strict=True)]
        pool, given = sum(spared), [0.0] * len(widths)
        for index in sorted(range(len(widths)), key=lambda index: self.most[index] - widths[index]):
            wanted = self._wanted(index, bare[index], pool)
            given[index], pool = wanted, pool - wanted
        back = pool / (sum(spared) or 1.0)
        return [narrow + more + back * spare for narrow, more, spare in zip(bare, given, spared, strict=True)]

    def _narrowest(self, index: int, width: float, near: float) -> float:
        """The least width at which the column's cells take no more lines, or up to `near` more."""
        low, high, lines = self.least[index], width, self._lines(index, width)
        while high - low > near:
            middle = (low + high) / 2
            low, high = (low, middle) if self._lines(index, middle) == lines else (middle, high)
        return high if low < width else width

    def _wanted(self, index: int, width: float, pool: float) -> float:
        """The least of the pool that saves the column lines; 0: none does."""
        lines = sum(self._lines(index, width))
        stride = max(_STRIDE, pool / _TRIES)
        steps = (stride * step for step in range(1, int(pool / stride + 0.01) + 1))
        return next((step for step in steps if sum(self._lines(index, width + step)) < lines), 0.0)


def shared_widths(least: Sequence[float], most: Sequence[float], measure: float, power: float = 0.75) -> list[float]:
    """Widths that fill `measure`, given the width of each column's longest word and that of its longest cell; the
    higher the `power`, the more goes to the columns that want most."""
    if sum(least) >= measure:
        return _squeezed(least, measure)
    if sum(most) <= measure:
        weights = [width**3 for width in most]
        rest = measure - sum(most)
        return [width + rest * weight / sum(weights) for width, weight in zip(most, weights, strict=True)]
    rest = measure - sum(least)
    wanting = [(high - low) ** power for low, high in zip(least, most, strict=True)]
    return [low + rest * want / sum(wanting) for low, want in zip(least, wanting, strict=True)]


def _squeezed(least: Sequence[float], measure: float) -> list[float]:
    fair = measure / len(least)
    capped = [min(width, fair) for width in least]
    wanting = [width - cap for width, cap in zip(least, capped, strict=True)]
    rest = measure - sum(capped)
    return [cap + rest * want / (sum(wanting) or 1.0) for cap, want in zip(capped, wanting, strict=True)]


def guessed_pieces(text: str, letter: float) -> list[Guess]:
    """The words of a cell where no font is at hand, by their letters of `letter` points each."""
    space = letter / 2
    return [Guess(len(word) * letter, space) for word in text.split(" ")]


def _longest(pieces: Pieces) -> float:
    return max((piece.width for piece in pieces), default=0.0)


def _natural(pieces: Pieces) -> tuple[float, int]:
    """Width of the longest line, and how many lines, where nothing wraps."""
    widest, run, lines = 0.0, 0.0, 1
    for piece in pieces:
        run += piece.width
        widest = max(widest, run)
        lines += piece.newline
        run = 0.0 if piece.newline else run + piece.space
    return widest, lines


def _flowed(pieces: Pieces, measure: float) -> int:
    lines, used = 1, 0.0
    for piece in pieces:
        if used and used + piece.width > measure:
            lines, used = lines + 1, 0.0
        lines += 4 * (piece.width > measure)
        used += piece.width + piece.space
    return lines
