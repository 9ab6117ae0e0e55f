"""A line of the list of contents: the title, dots, the page number at the right edge."""

from dataclasses import dataclass

from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.faces import load_face
from briefgen.render.pdf.slabs import LETTER_HEIGHT, LineSlab, Slab
from briefgen.render.pdf.words import Ink
from briefgen.render.style import Style

_DOT_STEP, _GAP = 4.2, 6.0


@dataclass(slots=True, eq=False, kw_only=True)
class EntrySlab(LineSlab):
    """The last line of an entry, with its page number."""

    number: str
    style: Style

    def draw(self, canvas: Canvas, top: float) -> None:
        LineSlab.draw(self, canvas, top)
        paragraph, look = self.paragraph, self.paragraph.look
        ink = Ink(load_face(self.style.fonts[look.font].face(look.bold, look.italic)), look.size, look.color)
        baseline = top + (look.leading + look.size * LETTER_HEIGHT) / 2
        right = paragraph.left + paragraph.measure
        number_left = right - ink.width(ink.face, self.number)
        start = paragraph.left + (self.line.width if self.line else 0.0) + _GAP
        count = int((number_left - _GAP - start) / _DOT_STEP)
        if count > 0:
            canvas.artifact()
            for index in range(count):
                canvas.fill(
                    number_left - _GAP - (index + 1) * _DOT_STEP, baseline - 0.8, 0.7, 0.7, self.style.color("muted")
                )
        if paragraph.element is not None:
            canvas.mark(paragraph.element)
            canvas.text(ink, " " + self.number, number_left - ink.width(ink.face, " "), baseline)


def entry_slab(slab: Slab, number: str, style: Style) -> EntrySlab:
    """The same slab with the page number."""
    assert isinstance(slab, LineSlab)
    return EntrySlab(
        height=slab.height,
        keep=slab.keep,
        anchors=slab.anchors,
        paragraph=slab.paragraph,
        line=slab.line,
        number=number,
        style=style,
    )
