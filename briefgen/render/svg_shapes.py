"""Basic shapes of SVG (SVG 1.1, 9) as path segments."""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from briefgen.render.svg_path import path_segments
from briefgen.render.vector import Segment

# "12.5px" → 12.5 px
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*([a-z%]*)")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def length(value: str | None, default: float) -> float:
    """A length in pixels; `default` for none, for a percentage and for what is no length."""
    found = _LENGTH.match(value or "")
    if found is None or found[2] not in _UNITS:
        return default
    return float(found[1]) * _UNITS[found[2]]


def _rectangle(element: etree._Element) -> list[Segment]:
    x, y, width, height = (length(element.get(name), 0.0) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return []
    rx = length(element.get("rx"), length(element.get("ry"), 0.0))
    ry = min(length(element.get("ry"), rx), height / 2)
    rx = min(rx, width / 2)
    if not rx or not ry:
        return path_segments(f"M{x} {y}h{width}v{height}h{-width}z")
    across, down = width - 2 * rx, height - 2 * ry
    corner = f"a{rx} {ry} 0 0 1"
    return path_segments(
        f"M{x + rx} {y}h{across}{corner} {rx} {ry}v{down}{corner} {-rx} {ry}h{-across}{corner} {-rx} {-ry}v{-down}{corner} {rx} {-ry}z"
    )


def _ellipse(element: etree._Element) -> list[Segment]:
    x, y, round_ = (length(element.get(name), 0.0) for name in ("cx", "cy", "r"))
    rx, ry = length(element.get("rx"), round_), length(element.get("ry"), round_)
    if rx <= 0 or ry <= 0:
        return []
    return path_segments(f"M{x - rx} {y}a{rx} {ry} 0 0 1 {2 * rx} 0a{rx} {ry} 0 0 1 {-2 * rx} 0z")


def _polygon(element: etree._Element) -> list[Segment]:
    line = _polyline(element)
    return [*line, ("Z", ())] if line else []


def _polyline(element: etree._Element) -> list[Segment]:
    return path_segments("M" + element.get("points", ""))


def _straight(element: etree._Element) -> list[Segment]:
    x1, y1, x2, y2 = (length(element.get(name), 0.0) for name in ("x1", "y1", "x2", "y2"))
    return path_segments(f"M{x1} {y1}L{x2} {y2}")


SHAPES: Mapping[str, Callable[[etree._Element], list[Segment]]] = {
    "rect": _rectangle,
    "circle": _ellipse,
    "ellipse": _ellipse,
    "polygon": _polygon,
    "polyline": _polyline,
    "line": _straight,
}
"""Tag → its segments."""
