"""A drawing as inline SVG, in the colors of the page."""

from collections.abc import Mapping
from html import escape

from briefgen.render.drawing import Box, Dot, Drawing, Label
from briefgen.render.outline import clean


def svg(drawing: Drawing, alt: str, colors: Mapping[str, str]) -> str:
    """An ``svg`` element that says `alt` to screen readers; known colors become the page's variables."""
    names = {value: f"var(--{name})" for name, value in colors.items()} | {"#ffffff": "var(--paper)"}
    shapes = "".join(_shape(shape, names) for shape in drawing.shapes)
    box = f"0 0 {drawing.width:.1f} {drawing.height:.1f}"
    return f'<svg viewBox="{box}" role="img" aria-label="{escape(clean(alt))}" class="chart">{shapes}</svg>'


def svg_file(drawing: Drawing, font: str) -> str:
    """A whole SVG file in its own colors."""
    size = f'width="{drawing.width:.1f}pt" height="{drawing.height:.1f}pt" viewBox="0 0 {drawing.width:.1f} {drawing.height:.1f}"'
    shapes = "".join(_shape(shape, {}) for shape in drawing.shapes).replace("var(--paper)", "#ffffff")
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{escape(font)}">{shapes}</svg>'


def _shape(shape: Box | Dot | Label, names: Mapping[str, str]) -> str:
    color = names.get(shape.color, shape.color)
    if isinstance(shape, Box):
        place = f'x="{shape.left:.2f}" y="{shape.top:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}"'
        return f'<rect {place} fill="{color}"/>'
    if isinstance(shape, Dot):
        place = f'cx="{shape.x:.2f}" cy="{shape.y:.2f}"'
        if shape.hollow:
            width = shape.radius * 0.4
            return f'<circle {place} r="{shape.radius - width / 2:.2f}" fill="var(--paper)" stroke="{color}" stroke-width="{width:.2f}"/>'
        return f'<circle {place} r="{shape.radius:.2f}" fill="{color}"/>'
    weight = ' font-weight="600"' if shape.bold else ""
    place = f'x="{shape.x:.2f}" y="{shape.baseline:.2f}" font-size="{shape.size}" text-anchor="{shape.anchor}"'
    return f'<text {place} fill="{color}"{weight}>{escape(clean(shape.text))}</text>'
