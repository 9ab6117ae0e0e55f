"""A last page with a few lines on it: a short document is set a little closer, if that saves the page."""

from collections.abc import Iterable

from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.paginate import PageCount, Paginator
from briefgen.render.pdf.slabs import Closer, Slab
from briefgen.render.style import Sheet

# Documents up to this many pages are tried.
_PAGES = 6
# (how much of the last page may be filled, how the document is then set); the next one is tried if the page is not saved.
_CLOSER = ((0.34, Closer(0.7, 0.03)), (0.2, Closer(0.55, 0.05)))


class FittingPaginator:
    """Holds the slabs of a short document back until all are there; those of a longer one go on as they come."""

    def __init__(self, canvas: Canvas, sheet: Sheet) -> None:
        self._paginator, self._sheet = Paginator(canvas, sheet), sheet
        self._room = sheet.height - sheet.top - sheet.bottom
        self._held: list[Slab] | None = []
        self._height = 0.0

    def feed(self, slabs: Iterable[Slab]) -> None:
        """Take the next slabs."""
        if self._held is None:
            self._paginator.feed(slabs)
            return
        for slab in slabs:
            self._held.append(slab)
            self._height += slab.height + slab.before
        if self._height > _PAGES * self._room:
            held, self._held = self._held, None
            self._paginator.feed(held)

    def end(self) -> None:
        """Draw what is held, closer if that saves a page, and close the last page."""
        if self._held:
            closer = self._closer(self._held)
            if closer is not None:
                for slab in self._held:
                    slab.close_up(closer)
            self._paginator.feed(self._held)
        self._paginator.end()

    def _closer(self, slabs: list[Slab]) -> Closer | None:
        """What saves a page; None: nothing does, or the last page is well filled."""
        pages, lowest = self._counted(slabs, None)
        filled = (lowest - self._sheet.top) / self._room
        tried = (closer for most, closer in _CLOSER if pages > 1 and filled <= most)
        return next((closer for closer in tried if self._counted(slabs, closer)[0] < pages), None)

    def _counted(self, slabs: list[Slab], closer: Closer | None) -> tuple[int, float]:
        """Pages, and how far down the last one is filled."""
        count = PageCount(self._sheet, closer)
        count.feed(slabs)
        count.end()
        return count.pages, count.top
