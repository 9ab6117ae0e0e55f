"""A drawing on a PDF page, in vectors: one Figure element with its box, its words kept as text."""

from dataclasses import dataclass

from briefgen.model.tree import Figure
from briefgen.render.charts import draw_chart
from briefgen.render.drawing import Box, Dot, Drawing, Label
from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.faces import load_face
from briefgen.render.pdf.objects import number
from briefgen.render.pdf.slabs import Slab
from briefgen.render.pdf.structure import Element
from briefgen.render.pdf.words import Ink
from briefgen.render.style import Style

# A quarter of a circle by one Bézier curve.
_ARC = 0.5523


@dataclass(slots=True, eq=False, kw_only=True)
class FigureSlab(Slab):
    drawing: Drawing
    element: Element
    style: Style
    left: float

    def draw(self, canvas: Canvas, top: float) -> None:
        page = self.style.sheet.height
        bottom = page - top - self.drawing.height
        box = (self.left, bottom, self.left + self.drawing.width, page - top)
        self.element.attributes = f"<</O /Layout /Placement /Block /BBox [{' '.join(map(number, box))}]>>"
        canvas.mark(self.element)
        draw_shapes(canvas, self.drawing, self.style, self.left, top)


def figure_slab(figure: Figure, element: Element, style: Style, left: float, measure: float) -> FigureSlab:
    """The slab of a figure; the element gets its words said in `alt`."""
    drawing = draw_chart(figure, style, measure)
    return FigureSlab(height=drawing.height, drawing=drawing, element=element, style=style, left=left)


def draw_shapes(canvas: Canvas, drawing: Drawing, style: Style, left: float, top: float) -> None:
    """All shapes, in the mark that is open."""
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            canvas.fill(left + shape.left, top + shape.top, shape.width, shape.height, shape.color)
        elif isinstance(shape, Dot):
            _dot(canvas, shape, style, left, top)
        else:
            _label(canvas, shape, style, left, top)


def _dot(canvas: Canvas, dot: Dot, style: Style, left: float, top: float) -> None:
    x, y = left + dot.x, style.sheet.height - top - dot.y
    canvas.path(_circle(x, y, dot.radius), dot.color)
    if dot.hollow:
        canvas.path(_circle(x, y, dot.radius * 0.6), "#ffffff")


def _circle(x: float, y: float, radius: float) -> str:
    arc = radius * _ARC
    points = [
        (x + radius, y + arc, x + arc, y + radius, x, y + radius),
        (x - arc, y + radius, x - radius, y + arc, x - radius, y),
        (x - radius, y - arc, x - arc, y - radius, x, y - radius),
        (x + arc, y - radius, x + radius, y - arc, x + radius, y),
    ]
    curves = " ".join(" ".join(map(number, curve)) + " c" for curve in points)
    return f"{number(x + radius)} {number(y)} m {curves} f"


def _label(canvas: Canvas, label: Label, style: Style, left: float, top: float) -> None:
    ink = Ink(load_face(style.fonts["head"].face(label.bold, False)), label.size, label.color)
    width = ink.width(ink.face, label.text)
    shift = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    canvas.text(ink, label.text, left + label.x - shift, top + label.baseline)
