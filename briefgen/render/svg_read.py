"""An SVG file to paths: the shapes, colors, groups and transforms that drawing programs write for a logo.

What cannot be drawn alike in every format (text, pictures, gradients, filters, masks) is refused by its name, with what to do.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NoReturn

from lxml import etree

from briefgen.errors import UsageError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.render.svg_path import path_segments
from briefgen.render.svg_shapes import SHAPES, length
from briefgen.render.vector import Path, Segment, Stroke, Vector

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of SVG: x' = a·x + c·y + e, y' = b·x + d·y + f."""

_REFUSED = _("{name}: the logo uses “{what}”, which cannot be drawn; save it as plain paths, or as PNG.")
_NO_PICTURE = _("{name}: the logo is no SVG picture: {why}.")
_WHOLE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_SILENT = frozenset("title desc metadata defs style namedview clipPath symbol script".split())
_GROUPS = frozenset("g a svg switch".split())
# .st0, .cls-1{fill:#fff;stroke:none}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# @media (prefers-color-scheme: dark) { svg { fill: white } } and /* words */: for screens, and for people
_ASIDE = re.compile(r"/\*.*?\*/|@[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})", re.DOTALL)
# rgb(18.04%, 20.39%, 21%)
_PERCENTS = re.compile(r"rgb\(\s*([\d.]+)%[\s,]+([\d.]+)%[\s,]+([\d.]+)%\s*\)")
# translate(3 4)
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class _Look:
    """What shapes inherit."""

    fill: str | None = "#000000"
    stroke: str | None = None
    width: float = 1.0
    cap: int = 0
    join: int = 0
    even_odd: bool = False
    opacity: float = 1.0


def read_svg(data: bytes, name: str) -> Vector:
    """The picture, in pixels of its own size. Raises UsageError, with `name`, for a file that is no SVG or that uses what
    cannot be drawn."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        raise UsageError(_NO_PICTURE, name=name, why=str(error)) from error
    if _tag(root) != "svg":
        raise UsageError(_NO_PICTURE, name=name, why=_tag(root))
    return _Reader(root, name).vector()


class _Reader:
    def __init__(self, root: etree._Element, name: str) -> None:
        self._root, self._name = root, name
        self._ids = {element.get("id"): element for element in root.iter(etree.Element) if element.get("id")}
        self._rules = dict(_class_rules(root))

    def vector(self) -> Vector:
        box = [float(part) for part in _NUMBER.findall(self._root.get("viewBox", ""))]
        if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
            box = [0.0, 0.0, length(self._root.get("width"), 0.0), length(self._root.get("height"), 0.0)]
        if box[2] <= 0 or box[3] <= 0:
            raise UsageError(_NO_PICTURE, name=self._name, why="viewBox")
        shift: Matrix = (1.0, 0.0, 0.0, 1.0, -box[0], -box[1])
        paths = tuple(self._inside(self._root, shift, self._look(self._root, _Look()), 0))
        return Vector(box[2], box[3], paths)

    def _inside(self, parent: etree._Element, matrix: Matrix, look: _Look, depth: int) -> Iterator[Path]:
        for element in parent.iterchildren(etree.Element):
            yield from self._element(element, matrix, look, depth + 1)

    def _element(self, element: etree._Element, matrix: Matrix, look: _Look, depth: int) -> Iterator[Path]:
        tag = _tag(element)
        if tag in _SILENT or ":" in tag or depth > _DEEPEST or self._value(element, "display") == "none":
            return
        matrix, look = _times(matrix, _transform(element.get("transform", ""))), self._look(element, look)
        if tag in _GROUPS:
            yield from self._inside(element, matrix, look, depth)
        elif tag == "use":
            yield from self._use(element, matrix, look, depth)
        elif tag == "path":
            yield from self._drawn(path_segments(element.get("d", "")), matrix, look)
        elif tag in SHAPES:
            yield from self._drawn(SHAPES[tag](element), matrix, look)
        else:
            self._refuse(tag)

    def _use(self, element: etree._Element, matrix: Matrix, look: _Look, depth: int) -> Iterator[Path]:
        target = element.get("href") or element.get("{http://www.w3.org/1999/xlink}href") or ""
        other = self._ids.get(target.removeprefix("#"))
        if other is None:
            return
        place = _times(matrix, (1.0, 0.0, 0.0, 1.0, length(element.get("x"), 0.0), length(element.get("y"), 0.0)))
        if _tag(other) == "symbol":
            yield from self._inside(other, place, self._look(other, look), depth + 1)
        else:
            yield from self._element(other, place, look, depth + 1)

    def _drawn(self, segments: list[Segment], matrix: Matrix, look: _Look) -> Iterator[Path]:
        """The path where it stands, if anything of it is seen."""
        fill = _faded(look.fill, look.opacity)
        stroke = None
        if look.stroke and look.width > 0:
            grown = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
            stroke = Stroke(_faded(look.stroke, look.opacity) or "#000000", look.width * grown, look.cap, look.join)
        if segments and (fill or stroke) and look.opacity > 0:
            yield Path(tuple(_placed(segment, matrix) for segment in segments), fill, stroke, look.even_odd)

    # -- looks

    def _look(self, element: etree._Element, look: _Look) -> _Look:
        for name in ("filter", "mask"):
            if self._value(element, name) not in (None, "none"):
                self._refuse(name)
        clip = self._value(element, "clip-path")
        if clip not in (None, "none") and not self._is_whole(clip or ""):
            self._refuse("clip-path")
        own = {name: self._value(element, name) for name in ("fill", "stroke", "stroke-width", "opacity")}
        opacity = _share(own["opacity"]) * _share(self._value(element, "fill-opacity"))
        cap, join, rule = (self._value(element, n) for n in ("stroke-linecap", "stroke-linejoin", "fill-rule"))
        return replace(
            look,
            fill=self._color(own["fill"], look.fill),
            stroke=self._color(own["stroke"], look.stroke),
            width=length(own["stroke-width"], look.width),
            cap={"butt": 0, "round": 1, "square": 2}.get(cap or "", look.cap),
            join={"miter": 0, "round": 1, "bevel": 2}.get(join or "", look.join),
            even_odd=rule == "evenodd" if rule else look.even_odd,
            opacity=look.opacity * opacity,
        )

    def _value(self, element: etree._Element, name: str) -> str | None:
        """What the element's style says, else its classes, else its attribute."""
        style = _declarations(element.get("style", ""))
        if name in style:
            return style[name]
        selectors = ["#" + element.get("id", ""), *("." + one for one in reversed(element.get("class", "").split()))]
        for selector in [*selectors, _tag(element)]:
            if name in self._rules.get(selector, {}):
                return self._rules[selector][name]
        stated: str | None = element.get(name)
        return stated

    def _color(self, value: str | None, inherited: str | None) -> str | None:
        if value is None or value == "inherit":
            return inherited
        if value in ("none", "transparent"):
            return None
        if value == "currentColor":
            return "#000000"
        if value.startswith("url("):
            target = self._ids.get(value[4:].strip(" )'\"#"))
            self._refuse(_tag(target) if target is not None else value)
        percents = _PERCENTS.fullmatch(value)
        if percents is not None:
            return "#" + "".join(f"{round(min(float(part), 100) * 2.55):02x}" for part in percents.groups())
        from PIL import ImageColor

        try:
            return "#" + "".join(f"{part:02x}" for part in ImageColor.getrgb(value)[:3])
        except ValueError:
            self._refuse(value)

    def _is_whole(self, clip: str) -> bool:
        """Whether the clip is one rectangle, as programs put around the whole sheet."""
        target = self._ids.get(clip[4:].strip(" )'\"#"))
        kids = list(target.iterchildren(etree.Element)) if target is not None else []
        return len(kids) == 1 and _tag(kids[0]) == "rect" and not kids[0].get("rx")

    def _refuse(self, what: str) -> NoReturn:
        raise UsageError(_REFUSED, name=self._name, what=what)


def _tag(element: etree._Element) -> str:
    """The name; one of another namespace than SVG's keeps a colon, and is passed over."""
    name = etree.QName(element)
    local = str(name.localname)
    return local if name.namespace in (None, "http://www.w3.org/2000/svg") else ":" + local


def _class_rules(root: etree._Element) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Rules of style elements for classes and tags; and ids; other selectors mean nothing here."""
    found: dict[str, dict[str, str]] = {}
    for element in root.iter("{http://www.w3.org/2000/svg}style", "style"):
        for selectors, body in _RULE.findall(_ASIDE.sub("", "".join(element.itertext()))):
            for selector in selectors.split(","):
                found.setdefault(selector.strip(), {}).update(_declarations(body))
    yield from found.items()


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _colon, value in pairs if value}


def _share(value: str | None) -> float:
    """``0.5`` or ``50%``; what cannot be read is whole."""
    found = _NUMBER.match((value or "1").strip())
    number = float(found.group()) if found else 1.0
    return min(max(number / 100 if (value or "").strip().endswith("%") else number, 0.0), 1.0)


def _faded(color: str | None, opacity: float) -> str | None:
    """What a half transparent color looks like on white: PDF/A files and old printers know no better."""
    if color is None or opacity >= 1:
        return color
    parts = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * opacity):02x}" for part in parts)


def _placed(segment: Segment, m: Matrix) -> Segment:
    command, points = segment
    pairs = zip(points[::2], points[1::2], strict=True)
    return command, tuple(v for x, y in pairs for v in (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]))


def _times(m: Matrix, n: Matrix) -> Matrix:
    """First `n`, then `m`."""
    return (
        m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
    )  # fmt: skip


def _transform(text: str) -> Matrix:
    """``translate(3 4) rotate(90)``: the last one first."""
    whole = _WHOLE
    for name, arguments in _TRANSFORM.findall(text):
        values = [float(value) for value in _NUMBER.findall(arguments)]
        whole = _times(whole, _one_transform(name, values))
    return whole


def _one_transform(name: str, values: list[float]) -> Matrix:
    first, second = [*values, 0.0, 0.0][:2]
    if name == "matrix" and len(values) == 6:
        return (values[0], values[1], values[2], values[3], values[4], values[5])
    if name == "translate":
        return (1.0, 0.0, 0.0, 1.0, first, second)
    if name == "scale" and values:
        return (first, 0.0, 0.0, second if len(values) > 1 else first, 0.0, 0.0)
    if name == "rotate" and values:
        cos, sin = math.cos(math.radians(first)), math.sin(math.radians(first))
        x, y = (values[1], values[2]) if len(values) == 3 else (0.0, 0.0)
        return _times(_times((1.0, 0.0, 0.0, 1.0, x, y), (cos, sin, -sin, cos, 0.0, 0.0)), (1.0, 0.0, 0.0, 1.0, -x, -y))
    if name == "skewX":
        return (1.0, 0.0, math.tan(math.radians(first)), 1.0, 0.0, 0.0)
    return (1.0, math.tan(math.radians(first)), 0.0, 1.0, 0.0, 0.0) if name == "skewY" else _WHOLE
