"""Header and footer of each page: marking, running title, page x of y. All artifacts, drawn once the pages are counted."""

from briefgen.model.tree import Document
from briefgen.render.marking import BACKGROUND, marking_color
from briefgen.render.pdf.canvas import Canvas, Page
from briefgen.render.pdf.faces import Face, load_face
from briefgen.render.pdf.fallback import Fallbacks
from briefgen.render.pdf.words import Ink
from briefgen.render.style import Look, Style

_HEADER_TOP, _FOOTER_FROM_BOTTOM = 34.0, 46.0
_PAD_X = 6.0


class Furniture:
    def __init__(self, document: Document, style: Style, canvas: Canvas) -> None:
        self._document, self._style, self._canvas = document, style, canvas
        self._running = _ink(style, style.look("running"), style.look("running").color)
        self._marking = (document.marking or "").upper()
        self._mark_ink = _ink(style, style.look("marking"), marking_color(self._marking))

    def draw(self) -> None:
        """Add both to every page."""
        sheet, count = self._style.sheet, len(self._canvas.pages)
        for index in range(count):
            page = self._canvas.resume(index)
            self._band(page, "Header", _HEADER_TOP, self._document.running_title)
            label = self._document.page_label.replace("{page}", str(index + 1)).replace("{pages}", str(count))
            self._band(page, "Footer", sheet.height - _FOOTER_FROM_BOTTOM, label)

    def _band(self, page: Page, kind: str, top: float, text: str) -> None:
        canvas, sheet, look = self._canvas, self._style.sheet, self._style.look("marking")
        canvas.artifact(kind, page)
        right = sheet.width - sheet.right
        if self._marking:
            width = self._mark_ink.width(self._mark_ink.face, self._marking) + 2 * _PAD_X
            canvas.fill(right - width, top, width, look.leading, BACKGROUND, page)
            baseline = top + (look.leading + look.size * 0.7) / 2
            canvas.text(self._mark_ink, self._marking, right - width + _PAD_X, baseline, page)
            right -= width + 14
        shown = _shortened(_drawable(text, self._running.face), self._running, right - sheet.left)
        if shown:
            baseline = top + (look.leading + self._running.size * 0.7) / 2
            canvas.text(self._running, shown, sheet.left, baseline, page)
        canvas.close_on(page)


def _ink(style: Style, look: Look, color: str) -> Ink:
    face = load_face(style.fonts[look.font].face(look.bold, look.italic))
    return Ink(face, look.size, color, look.tracking)


def _drawable(text: str, face: Face) -> str:
    """The text without what neither face draws: it stands in the title, where it is reported."""
    return "".join(sign if face.draws(sign) else "?" if Fallbacks().face(sign) is None else sign for sign in text)


def _shortened(text: str, ink: Ink, room: float) -> str:
    if ink.width(ink.face, text) <= room:
        return text
    while text and ink.width(ink.face, text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…" if text else ""
