"""What the panes have in common: a title that is said again when the window's language changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefgen.gui.widgets.made import made
from briefgen.gui.words import language, tr


class Pane(QWidget):
    """A titled part of the window; `header` takes small buttons, `body` the rest."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title_message = title
        self._title = made(QLabel(), objectName="paneTitle")
        self.header = QHBoxLayout()
        self.header.setContentsMargins(0, 4, 8, 0)
        self.header.setSpacing(2)
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.header)
        layout.addLayout(self.body, 1)
        language.changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Says every word again; panes with more words extend it."""
        self._title.setText(tr(self._title_message))
        self.setAccessibleName(tr(self._title_message))
