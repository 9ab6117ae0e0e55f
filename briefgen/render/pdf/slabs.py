"""Slabs: what the pages are stacked from, from top to bottom: a line of text, a table row, a rule."""

from dataclasses import field

from briefgen.frozen import dataclass
from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.linebreak import Line
from briefgen.render.pdf.structure import Element
from briefgen.render.style import Look

# Height of the letters that a line is centered on, between that of small and capital letters, in ems.
LETTER_HEIGHT = 0.62


@dataclass(frozen=True, slots=True)
class Closer:
    """How a document is set to save a page: what is left of spaces, and what is taken from the leading."""

    spaces: float
    leading: float


@dataclass(slots=True, eq=False)
class Bar:
    """A vertical bar beside all slabs of a block quotation."""

    left: float
    width: float
    color: str


@dataclass(slots=True, eq=False)
class Paragraph:
    """What the lines of a paragraph share; None as element: an artifact."""

    element: Element | None
    look: Look
    left: float
    measure: float
    evidence: tuple[str, ...] = ()

    def offset(self, line: Line) -> float:
        """How far the line starts from the left edge."""
        if self.look.align in ("left", "justify"):
            return 0.0
        slack = self.measure - line.width
        return slack if self.look.align == "right" else slack / 2


@dataclass(slots=True, eq=False, kw_only=True)
class Slab:
    """A piece of a page that is never divided."""

    height: float
    before: float = 0.0
    """Space above, dropped at the top of a page."""
    keep: bool = False
    """Stays on one page with the next slab."""
    bar: Bar | None = None
    anchors: tuple[str, ...] = ()
    header: "Slab | None" = None
    """Drawn again, as an artifact, above this slab if it opens a page."""

    def closed_up(self, closer: Closer) -> tuple[float, float]:
        """Space above, and height, where the document is set closer."""
        return self.before * closer.spaces, self.height

    def close_up(self, closer: Closer) -> None:
        """Take them."""
        self.before, self.height = self.closed_up(closer)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw with the upper edge at `top`."""

    def draw_again(self, canvas: Canvas, top: float) -> None:
        """Draw as an artifact."""


@dataclass(slots=True, eq=False, kw_only=True)
class LineSlab(Slab):
    paragraph: Paragraph
    line: Line | None
    """None: an empty line."""
    label: tuple[Line, Paragraph] | None = None
    """What stands before the first line of a list item."""
    rule: tuple[float, str] | None = None
    """Thickness and color of a line below."""

    def closed_up(self, closer: Closer) -> tuple[float, float]:
        """Lines come nearer to each other too."""
        return self.before * closer.spaces, self.height - self.paragraph.look.leading * closer.leading

    def draw(self, canvas: Canvas, top: float) -> None:
        if self.label is not None:
            draw_line(canvas, *self.label, top)
        if self.line is not None:
            draw_line(canvas, self.line, self.paragraph, top)
        if self.rule is not None:
            canvas.artifact()
            place = top + self.height - self.rule[0]
            canvas.fill(self.paragraph.left, place, self.paragraph.measure, self.rule[0], self.rule[1])


@dataclass(slots=True, eq=False, kw_only=True)
class RuleSlab(Slab):
    left: float
    width: float
    color: str

    def draw(self, canvas: Canvas, top: float) -> None:
        canvas.artifact()
        canvas.fill(self.left, top, self.width, self.height, self.color)


@dataclass(slots=True, eq=False)
class CellLines:
    """A cell's lines with what they share."""

    paragraph: Paragraph
    lines: list[Line]


@dataclass(slots=True, eq=False, kw_only=True)
class RowSlab(Slab):
    cells: list[CellLines]
    pad: float
    rule: tuple[float, str]
    """Thickness and color of the line below; 0: none."""
    left: float
    width: float
    tint: str = ""
    rule_above: float = 0.0
    repeated: bool = field(default=False)

    def closed_up(self, closer: Closer) -> tuple[float, float]:
        """Rows have less space within."""
        return self.before * closer.spaces, self.height - 2 * self.pad * (1 - closer.spaces)

    def close_up(self, closer: Closer) -> None:
        """The same, with the space that makes it."""
        self.before, self.height = self.closed_up(closer)
        self.pad *= closer.spaces

    def draw(self, canvas: Canvas, top: float) -> None:
        self._draw(canvas, top, artifact=False)

    def draw_again(self, canvas: Canvas, top: float) -> None:
        self._draw(canvas, top, artifact=True)

    def _draw(self, canvas: Canvas, top: float, artifact: bool) -> None:
        if self.tint:
            canvas.artifact()
            canvas.fill(self.left, top, self.width, self.height, self.tint)
        for cell in self.cells:
            if not cell.lines and cell.paragraph.element is not None and not artifact:
                cell.paragraph.element.attach()
            for index, line in enumerate(cell.lines):
                draw_line(canvas, line, cell.paragraph, top + self.pad + index * cell.paragraph.look.leading, artifact)
        canvas.artifact()
        if self.rule_above:
            canvas.fill(self.left, top, self.width, self.rule_above, self.rule[1])
        if self.rule[0]:
            canvas.fill(self.left, top + self.height - self.rule[0] / 2, self.width, self.rule[0], self.rule[1])


def draw_line(canvas: Canvas, line: Line, paragraph: Paragraph, top: float, artifact: bool = False) -> None:
    """One line of a paragraph, its letters in the middle of its height."""
    look = paragraph.look
    if not line.words:
        return
    baseline = top + (look.leading + look.size * LETTER_HEIGHT) / 2
    element = None if artifact else paragraph.element
    canvas.line(
        line, paragraph.left + paragraph.offset(line), baseline, element, (top, top + look.leading), paragraph.evidence
    )
