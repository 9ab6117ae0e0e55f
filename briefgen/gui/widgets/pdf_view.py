"""The true pages, with clicks and highlights in points of the page.

QPdfView does not tell where a page lies in its view; this computes it as QPdfView does: pages below one another, centered,
`pageSpacing` apart, inside `documentMargins`, each as large as its points times the zoom and the screen's resolution.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from briefgen.frozen import dataclass
from briefgen.gui.theme import colors
from briefgen.render import Placement

_POINTS_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A place on a page, in points from its upper left corner."""

    page: int
    x: float
    y: float


class PageView(QPdfView):
    """QPdfView that tells which point of which page was clicked, and tints rectangles of pages."""

    clicked = Signal(object)
    """A PagePoint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._highlights: tuple[Placement, ...] = ()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        """One that appears with the pages would change their width while they are drawn for the other."""
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def highlight(self, placements: Sequence[Placement]) -> None:
        """Tints these places and scrolls to the first."""
        self._highlights = tuple(placements)
        if placements:
            self.show_place(placements[0])
        self.viewport().update()

    def page_rectangles(self) -> list[QRectF]:
        """Where each page lies, in pixels of the whole document (not scrolled)."""
        document, margins = self.document(), self.documentMargins()
        sizes = [document.pagePointSize(page) * self._scale(page) for page in range(document.pageCount())]
        widest = max((size.width() for size in sizes), default=0.0)
        width = max(widest + margins.left() + margins.right(), float(self.viewport().width()))
        top, found = float(margins.top()), []
        for size in sizes:
            found.append(QRectF((width - size.width()) / 2, top, size.width(), size.height()))
            top += size.height() + self.pageSpacing()
        return found

    def _scale(self, page: int) -> float:
        """Pixels a point."""
        document, margins, viewport = self.document(), self.documentMargins(), self.viewport()
        base = self.screen().logicalDotsPerInch() / _POINTS_PER_INCH
        if self.zoomMode() == QPdfView.ZoomMode.Custom:
            return base * self.zoomFactor()
        size = document.pagePointSize(page)
        across = (viewport.width() - margins.left() - margins.right()) / max(size.width(), 1.0)
        if self.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return across
        down = (viewport.height() - margins.top() - margins.bottom()) / max(size.height(), 1.0)
        return min(across, down)

    def page_scale(self) -> float:
        """The zoom factor that would give what is seen now."""
        base = self.screen().logicalDotsPerInch() / _POINTS_PER_INCH
        return self._scale(0) / base if self.document().pageCount() else 1.0

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def place_at(self, position: QPoint) -> PagePoint | None:
        """The point of a page below a point of the viewport; None between pages."""
        point = QPointF(position) + self._offset()
        for page, rectangle in enumerate(self.page_rectangles()):
            if rectangle.contains(point):
                scale = self._scale(page)
                return PagePoint(page, (point.x() - rectangle.x()) / scale, (point.y() - rectangle.y()) / scale)
        return None

    def rectangle_of(self, placement: Placement) -> QRectF:
        """Where a place of a page lies in the viewport now."""
        page, scale = self.page_rectangles()[placement.page], self._scale(placement.page)
        size = (placement.right - placement.left) * scale, (placement.bottom - placement.top) * scale
        corner = page.topLeft() + QPointF(placement.left * scale, placement.top * scale) - self._offset()
        return QRectF(corner.x(), corner.y(), *size)

    def show_place(self, placement: Placement) -> None:
        """Scrolls so that the place is in sight, where it is not."""
        if placement.page >= self.document().pageCount():
            return
        rectangle, height = self.rectangle_of(placement), self.viewport().height()
        if rectangle.top() < 0 or rectangle.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(int(bar.value() + rectangle.top() - height / 3))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.document() is not None:
            place = self.place_at(event.position().toPoint())
            if place is not None:
                self.clicked.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        document = self.document()
        if not self._highlights or document is None or document.status() != QPdfDocument.Status.Ready:
            return
        tint = QColor(colors().accent)
        tint.setAlpha(46)
        painter = QPainter(self.viewport())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for placement in self._highlights:
            if placement.page < document.pageCount():
                painter.fillRect(self.rectangle_of(placement).adjusted(-2, -1, 2, 1), tint)
        painter.end()
