"""Slabs to pages: what must stay together does, headings never end a page, table heads return on each page.

Slabs are taken as they come and forgotten once they are drawn, so that a long document needs little memory.
"""

from collections.abc import Iterable

from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.slabs import Closer, Slab
from briefgen.render.style import Sheet


class PageCount:
    """How many pages slabs need, and where on the page the next one would stand; nothing is drawn."""

    def __init__(self, sheet: Sheet, closer: Closer | None = None) -> None:
        """`closer` counts with the heights that the slabs have once they are closed up."""
        self._sheet, self._closer = sheet, closer
        self._floor = sheet.height - sheet.bottom
        self._chunk: list[Slab] = []
        self._first = True
        self.pages, self.top = 0, sheet.top
        self._open_page()

    def feed(self, slabs: Iterable[Slab]) -> None:
        """Take all of them but the last that wait for the next ones."""
        for slab in slabs:
            self._chunk.append(slab)
            if not slab.keep:
                self._flush()

    def end(self) -> None:
        """Take what waits."""
        self._flush()

    def _flush(self) -> None:
        """Slabs that stay together; a chunk taller than a page is let go slab by slab."""
        chunk, self._chunk = self._chunk, []
        height = sum(sum(self._extent(slab)) for slab in chunk)
        for part in [chunk] if height <= self._floor - self._sheet.top else [[slab] for slab in chunk]:
            if part:
                self._place(part)

    def _extent(self, slab: Slab) -> tuple[float, float]:
        """Space above, and height."""
        return slab.closed_up(self._closer) if self._closer else (slab.before, slab.height)

    def _place(self, chunk: list[Slab]) -> None:
        opening = self.top <= self._sheet.top
        needed = sum(sum(self._extent(slab)) for slab in chunk) - (self._extent(chunk[0])[0] if opening else 0.0)
        if not opening and self.top + needed > self._floor + 0.01:
            self._open_page()
            header = chunk[0].header
            if header is not None:
                self._repeat(header)
                self.top += self._extent(header)[1]
        for slab in chunk:
            before, height = self._extent(slab)
            above = 0.0 if self._first else before
            self._draw(slab, above)
            self.top += above + height
            self._first = False

    def _open_page(self) -> None:
        self.pages += 1
        self.top, self._first = self._sheet.top, True

    def _repeat(self, header: Slab) -> None:
        """Draw a table's head again."""

    def _draw(self, slab: Slab, above: float) -> None:
        """Draw a slab below a space."""


class Paginator(PageCount):
    """Draws slabs on as many pages as they need; an empty document has one page."""

    def __init__(self, canvas: Canvas, sheet: Sheet) -> None:
        self._canvas = canvas
        self._bar: object = None
        super().__init__(sheet)

    def end(self) -> None:
        """Draw what waits, and close the last page."""
        super().end()
        self._canvas.end_page()

    def _open_page(self) -> None:
        self._canvas.new_page()
        self._bar = None
        super()._open_page()

    def _repeat(self, header: Slab) -> None:
        header.draw_again(self._canvas, self.top)

    def _draw(self, slab: Slab, above: float) -> None:
        canvas, top = self._canvas, self.top
        if slab.bar is not None:
            canvas.artifact()
            start = top if self._bar is slab.bar else top + above
            canvas.fill(slab.bar.left, start, slab.bar.width, top + above + slab.height - start, slab.bar.color)
        for name in slab.anchors:
            canvas.anchor(name, top + above)
        slab.draw(canvas, top + above)
        self._bar = slab.bar
