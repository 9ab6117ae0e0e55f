"""Slabs to pages: what must stay together does, headings never end a page, table heads return on each page.

Slabs are taken as they come and forgotten once they are drawn, so that a long document needs little memory.
"""

from collections.abc import Iterable

from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.slabs import Slab
from briefgen.render.style import Sheet


class Paginator:
    """Draws slabs on as many pages as they need; an empty document has one page."""

    def __init__(self, canvas: Canvas, sheet: Sheet) -> None:
        self._canvas, self._sheet = canvas, sheet
        self._floor = sheet.height - sheet.bottom
        self._top, self._previous = sheet.top, False
        self._bar: object = None
        self._chunk: list[Slab] = []
        canvas.new_page()

    def feed(self, slabs: Iterable[Slab]) -> None:
        """Draw all of them but the last that wait for the next ones."""
        for slab in slabs:
            self._chunk.append(slab)
            if not slab.keep:
                self._flush()

    def end(self) -> None:
        """Draw what waits, and close the last page."""
        self._flush()
        self._canvas.lowest = self._top
        self._canvas.end_page()

    def _flush(self) -> None:
        """Slabs that stay together; a chunk taller than a page is let go slab by slab."""
        chunk, self._chunk = self._chunk, []
        height = sum(slab.height + slab.before for slab in chunk)
        for part in [chunk] if height <= self._floor - self._sheet.top else [[slab] for slab in chunk]:
            if part:
                self._place(part)

    def _place(self, chunk: list[Slab]) -> None:
        first, opening = chunk[0], self._top <= self._sheet.top
        needed = sum(slab.height + slab.before for slab in chunk) - (first.before if opening else 0.0)
        if not opening and self._top + needed > self._floor + 0.01:
            self._canvas.new_page()
            self._top, self._previous, self._bar = self._sheet.top, False, None
            if first.header is not None:
                first.header.draw_again(self._canvas, self._top)
                self._top += first.header.height
        for slab in chunk:
            self._draw(slab)

    def _draw(self, slab: Slab) -> None:
        canvas, top = self._canvas, self._top
        above = slab.before if self._previous else 0.0
        if slab.bar is not None:
            canvas.artifact()
            start = top if self._bar is slab.bar else top + above
            canvas.fill(slab.bar.left, start, slab.bar.width, top + above + slab.height - start, slab.bar.color)
        for name in slab.anchors:
            canvas.anchor(name, top + above)
        slab.draw(canvas, top + above)
        self._top, self._previous, self._bar = top + above + slab.height, True, slab.bar
