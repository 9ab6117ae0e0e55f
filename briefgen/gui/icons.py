"""Our own SVG icons in the window's colors, sharp at every scale."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from briefgen.gui.theme import colors
from briefgen.resources import resource


class _Engine(QIconEngine):
    """Draws the SVG when it is asked for, in the color of now."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name, self._color = name, color

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        now = colors()
        color = now.muted if mode == QIcon.Mode.Disabled else getattr(now, self._color)
        source = resource("assets", "icons", f"{self._name}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))
        renderer.render(painter, QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color)


def icon(name: str, color: str = "text") -> QIcon:
    """The icon `name` of assets/icons in the theme's `color`."""
    return QIcon(_Engine(name, color))
