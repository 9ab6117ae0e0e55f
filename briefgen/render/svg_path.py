"""The path language of SVG (SVG 1.1, 8.3): any path data to absolute lines and cubic Bézier curves."""

import math
import re
from collections.abc import Callable, Iterator, Sequence

from briefgen.render.vector import Segment

# "M10-5.5.5e1" → M, 10, -5.5, .5e1
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
# Nearer points are one; what is farther away is no drawing.
_NEAR, _FAR = 1e-9, 1e9
# The flags of an arc may stand without a space: "a1 1 0 01.5.5"
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = re.compile(r"([Aa])([^A-Za-z]*(?:[eE][-+]?\d+[^A-Za-z]*)*)")
_ARC = re.compile(
    r"\s*,?\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)[\s,]+([-+]?[\d.]+(?:[eE][-+]?\d+)?)[\s,]+"
    r"([-+]?[\d.]+(?:[eE][-+]?\d+)?)[\s,]+([01])[\s,]*([01])"
)


def path_segments(data: str) -> list[Segment]:
    """The segments; what follows the first error is not drawn, as SVG asks. Never raises."""
    pen = _Pen()
    for command, values in _commands(_spaced_flags(data)):
        if not pen.segments and command not in "Mm":
            break
        pen.draw(command, values)
    return pen.segments


def _spaced_flags(data: str) -> str:
    """The two flags of each arc set apart."""

    def spaced(found: re.Match[str]) -> str:
        rest = _ARC.sub(r" \1 \2 \3 \4 \5 ", found[2])
        return found[1] + rest

    return _FLAGS.sub(spaced, data)


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each command with its arguments, repeated ones named again."""
    tokens = _TOKEN.findall(data)
    at, command = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        elif command in "Zz":
            return
        if command.upper() not in _ARGUMENTS:
            return
        count = _ARGUMENTS[command.upper()]
        values = tokens[at : at + count]
        if len(values) < count or any(value.isalpha() for value in values):
            return
        numbers = tuple(map(float, values))
        if any(abs(number) > _FAR for number in numbers):
            return
        yield command, numbers
        at += count
        command = {"M": "L", "m": "l"}.get(command, command)


class _Pen:
    """Where the pen stands, and what it drew."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = self.y = self.start_x = self.start_y = 0.0
        self._control: tuple[str, float, float] = ("", 0.0, 0.0)

    def draw(self, command: str, values: Sequence[float]) -> None:
        """One command with its arguments."""
        name, before = command.upper(), self._control
        points = self._absolute(name, values) if command.islower() else list(values)
        self._control = ("", self.x, self.y)
        drawing: dict[str, Callable[[list[float], tuple[str, float, float]], None]] = {
            "M": self._move, "L": self._line, "H": self._flat, "V": self._steep, "C": self._cubic, "S": self._smooth,
            "Q": self._quadratic, "T": self._smooth_quadratic, "A": self._arc, "Z": self._close,
        }  # fmt: skip
        drawing[name](points, before)

    def _absolute(self, name: str, values: Sequence[float]) -> list[float]:
        if name == "H":
            return [values[0] + self.x]
        if name == "V":
            return [values[0] + self.y]
        if name == "A":
            return [*values[:5], values[5] + self.x, values[6] + self.y]
        return [value + (self.y if index % 2 else self.x) for index, value in enumerate(values)]

    def _go(self, command: str, *points: float) -> None:
        self.segments.append((command, points))
        self.x, self.y = points[-2:]

    def _move(self, points: list[float], _before: object) -> None:
        self._go("M", *points)
        self.start_x, self.start_y = points

    def _line(self, points: list[float], _before: object) -> None:
        self._go("L", *points)

    def _flat(self, points: list[float], _before: object) -> None:
        self._go("L", points[0], self.y)

    def _steep(self, points: list[float], _before: object) -> None:
        self._go("L", self.x, points[0])

    def _cubic(self, points: list[float], _before: object) -> None:
        self._go("C", *points)
        self._control = ("C", points[2], points[3])

    def _smooth(self, points: list[float], before: tuple[str, float, float]) -> None:
        self._cubic([*self._mirrored("C", before), *points], before)

    def _quadratic(self, points: list[float], _before: object) -> None:
        x, y, cx, cy, ex, ey = self.x, self.y, *points
        first, second = (x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3), (ex + 2 * (cx - ex) / 3, ey + 2 * (cy - ey) / 3)
        self._go("C", *first, *second, ex, ey)
        self._control = ("Q", cx, cy)

    def _smooth_quadratic(self, points: list[float], before: tuple[str, float, float]) -> None:
        self._quadratic([*self._mirrored("Q", before), *points], before)

    def _mirrored(self, kind: str, before: tuple[str, float, float]) -> tuple[float, float]:
        """The last control point seen from the other side of the pen."""
        return (2 * self.x - before[1], 2 * self.y - before[2]) if before[0] == kind else (self.x, self.y)

    def _arc(self, points: list[float], _before: object) -> None:
        for curve in arc_curves(self.x, self.y, points):
            self._go("C", *curve)
        if (self.x, self.y) != (points[5], points[6]):
            self._go("L", points[5], points[6])

    def _close(self, _points: list[float], _before: object) -> None:
        self.segments.append(("Z", ()))
        self.x, self.y = self.start_x, self.start_y


def arc_curves(x: float, y: float, arc: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """Bézier curves of an elliptical arc ``rx ry rotation large sweep x y`` from (x, y), by its center (SVG 1.1, F.6);
    none where it is a straight line."""
    rx, ry, rotation, large, sweep, end_x, end_y = arc
    rx, ry, turn = abs(rx), abs(ry), math.radians(rotation)
    if not rx or not ry or math.hypot(x - end_x, y - end_y) < _NEAR:
        return
    cos, sin = math.cos(turn), math.sin(turn)
    px, py = (x - end_x) / 2, (y - end_y) / 2
    px, py = cos * px + sin * py, cos * py - sin * px
    grown = max(1.0, math.sqrt((px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    lean = (px / rx) ** 2 + (py / ry) ** 2
    away = math.sqrt(max(0.0, 1 / lean - 1)) * (1 if bool(large) != bool(sweep) else -1)
    ux, uy = away * py / ry, -away * px / rx  # the center on the unit circle
    start = math.atan2(py / ry - uy, px / rx - ux)
    span = math.atan2(-py / ry - uy, -px / rx - ux) - start
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    mid_x, mid_y = (x + end_x) / 2, (y + end_y) / 2

    def placed(ex: float, ey: float) -> tuple[float, float]:
        ex, ey = rx * (ex + ux), ry * (ey + uy)
        return cos * ex - sin * ey + mid_x, sin * ex + cos * ey + mid_y

    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / count
    pull = 4 / 3 * math.tan(step / 4)
    for index in range(count):
        a, b = start + index * step, start + (index + 1) * step
        first = placed(math.cos(a) - pull * math.sin(a), math.sin(a) + pull * math.cos(a))
        second = placed(math.cos(b) + pull * math.sin(b), math.sin(b) - pull * math.cos(b))
        yield (*first, *second, *placed(math.cos(b), math.sin(b)))
