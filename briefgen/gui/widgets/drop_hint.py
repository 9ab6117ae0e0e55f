"""A frame over the window while something is dragged onto it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr

_MARGIN = 24


class DropHint(QLabel):
    """Says that it can be dropped here."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        made(self, objectName="dropHint", alignment=Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Over the whole window."""
        self.setText(tr("Drop to add as sources"))
        self.setGeometry(self._over.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        self.raise_()
        self.show()
