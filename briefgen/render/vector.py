"""A picture made of filled and stroked paths, in points from its upper left corner; said in SVG and in PDF."""

from collections.abc import Iterable, Sequence

from briefgen.frozen import dataclass
from briefgen.render.pdf.objects import number

Segment = tuple[str, tuple[float, ...]]
"""``M x y``, ``L x y``, ``C x1 y1 x2 y2 x y`` or ``Z``, all absolute."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line along the path: its color, its width in points, and caps (0 butt, 1 round, 2 square) and joins (0 miter, 1 round,
    2 bevel) as PDF numbers them."""

    color: str
    width: float
    cap: int = 0
    join: int = 0


@dataclass(frozen=True, slots=True)
class Path:
    """Colors as ``#rrggbb``; None: not filled."""

    segments: tuple[Segment, ...]
    fill: str | None
    stroke: Stroke | None = None
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Vector:
    """Paths over one another, in the order they are painted."""

    width: float
    height: float
    paths: tuple[Path, ...]


_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def vector_svg(vector: Vector) -> str:
    """A whole SVG file that says nothing but the paths."""
    size = f'width="{number(vector.width)}pt" height="{number(vector.height)}pt"'
    box = f'viewBox="0 0 {number(vector.width)} {number(vector.height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>{"".join(map(_svg_path, vector.paths))}</svg>'


def _svg_path(path: Path) -> str:
    line = "".join(command + _numbers(points) for command, points in path.segments)
    look = f' fill="{path.fill or "none"}"' + (' fill-rule="evenodd"' if path.even_odd else "")
    if path.stroke is not None:
        stroke = path.stroke
        look += f' stroke="{stroke.color}" stroke-width="{number(stroke.width)}"'
        look += f' stroke-linecap="{_CAPS[stroke.cap]}" stroke-linejoin="{_JOINS[stroke.join]}"'
    return f'<path d="{line}"{look}/>'


def vector_pdf(vector: Vector, left: float, top: float) -> str:
    """Operators that paint the picture with its upper left corner there, `top` counted upward as PDF does."""
    painted = "\n".join(map(_pdf_path, vector.paths))
    return f"q 1 0 0 -1 {number(left)} {number(top)} cm\n{painted}\nQ"


def _pdf_path(path: Path) -> str:
    parts = []
    if path.fill:
        parts.append(_color(path.fill) + " rg")
    if path.stroke is not None:
        stroke = path.stroke
        parts.append(f"{_color(stroke.color)} RG {number(stroke.width)} w {stroke.cap} J {stroke.join} j")
    parts += [f"{_numbers(points)} {_OPERATORS[command]}".strip() for command, points in path.segments]
    return " ".join([*parts, _paint(path)])


def _paint(path: Path) -> str:
    """The painting operator of ISO 32000-1, table 60."""
    star = "*" if path.even_odd else ""
    if path.fill and path.stroke:
        return "B" + star
    return "f" + star if path.fill else "S" if path.stroke else "n"


def _color(color: str) -> str:
    return " ".join(number(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))


def _numbers(points: Iterable[float]) -> str:
    return " ".join(map(number, points))


def scaled(vector: Vector, factor: float) -> Vector:
    """The picture that much larger."""
    return Vector(vector.width * factor, vector.height * factor, tuple(_scaled(path, factor) for path in vector.paths))


def _scaled(path: Path, factor: float) -> Path:
    segments: Sequence[Segment] = [(command, tuple(v * factor for v in points)) for command, points in path.segments]
    stroke = path.stroke
    if stroke is not None:
        stroke = Stroke(stroke.color, stroke.width * factor, stroke.cap, stroke.join)
    return Path(tuple(segments), path.fill, stroke, path.even_odd)
