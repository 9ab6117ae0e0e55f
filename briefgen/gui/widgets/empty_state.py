"""An empty place that says the one next step, with its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr


class EmptyState(QWidget):
    """A sentence, a hint and a button; `asked` when it is pressed."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = ("", "", "")
        self._title = made(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), objectName="emptyTitle")
        self._hint = made(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), objectName="hint")
        self.button = made(QPushButton(), objectName="primary", autoDefault=True)
        self.button.clicked.connect(self.asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, title: str, hint: str, button: str) -> None:
        """Message keys; an empty `button` hides it."""
        self._messages = (title, hint, button)
        self.retranslate()

    def retranslate(self) -> None:
        """Says the words again."""
        title, hint, button = self._messages
        self._title.setText(tr(title) if title else "")
        self._hint.setText(tr(hint) if hint else "")
        self.button.setText(tr(button) if button else "")
        self.button.setVisible(bool(button))
