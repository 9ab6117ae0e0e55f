"""A drawing as a list of plain shapes, which every writer can draw; lengths in points, heights downward."""

from dataclasses import field
from typing import Literal

from briefgen.frozen import dataclass

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle: a bar, a rule, an axis."""

    left: float
    top: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    radius: float
    color: str
    hollow: bool = False
    """A ring: something planned."""


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    x: float
    baseline: float
    size: float
    color: str
    bold: bool = False
    anchor: Anchor = "start"


@dataclass(slots=True)
class Drawing:
    width: float
    height: float
    shapes: list[Box | Dot | Label] = field(default_factory=list)
