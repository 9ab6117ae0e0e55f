"""The wording of a printed line: of a fact its whole line, of a quotation what stands around it; the original in sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr
from briefgen.model.quote_wording import QuoteWording, read_quote_wording

_LINES = 4


class WordingDialog(QDialog):
    """Edits one wording; `wording` is what the session keeps, empty where the proposal stands."""

    def __init__(self, title: str, original: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        em = self.fontMetrics().horizontalAdvance("n")
        self.setMinimumWidth(em * 72)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 20, 20, 16)
        self._layout.setSpacing(6)
        self._original = original
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._reset = self._buttons.addButton(tr("Back to the proposal"), QDialogButtonBox.ButtonRole.ResetRole)
        self._reset.clicked.connect(self.reset)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def wording(self) -> str:
        """What was typed, as the session keeps it."""
        raise NotImplementedError

    def reset(self) -> None:
        """The proposal again."""
        raise NotImplementedError

    def _add(self, words: str, widget: QWidget, hint: str = "") -> None:
        label = made(QLabel(words), objectName="fieldTitle")
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        self._layout.addWidget(label)
        self._layout.addWidget(widget)
        if hint:
            self._layout.addWidget(made(QLabel(hint, wordWrap=True), objectName="hint"))
        self._layout.addSpacing(6)

    def _add_original(self, words: str) -> None:
        shown = made(QTextBrowser(), objectName="original", plainText=self._original)
        _fit(shown, 6, self._original)
        self._add(words, shown)

    def _finish(self) -> None:
        self._layout.addWidget(self._buttons)


class FactWording(WordingDialog):
    """The analyst's line in place of the proposed one."""

    def __init__(self, original: str, proposed: str, typed: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Edit the wording"), original, parent)
        self._proposed = proposed
        self._add_original(tr("In the source"))
        self._edit = _LinesEdit(typed or proposed)
        self._add(tr("Printed line"), self._edit, tr("Printed in place of the proposed line; its reference stays."))
        self._edit.setPlaceholderText(tr("The proposed line"))
        self._finish()
        self._edit.setFocus()
        self._edit.selectAll()

    def wording(self) -> str:
        text = " ".join(self._edit.toPlainText().split())
        return "" if text == " ".join(self._proposed.split()) else text

    def reset(self) -> None:
        self._edit.setPlainText(self._proposed)


class QuoteWordingDialog(WordingDialog):
    """What stands before a quotation, and who says so; the quotation itself only in sight."""

    def __init__(self, original: str, attribution: str, typed: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Wording around the quotation"), original, parent)
        now = read_quote_wording(typed)
        self._before = _LinesEdit(now.before, 2)
        self._before.setPlaceholderText(tr("Nothing: the quotation opens the line"))
        self._add(tr("Before the quotation"), self._before)
        self._add_original(tr("The quotation: its characters stay as the source prints them"))
        self._after = QLineEdit(now.after)
        self._after.setPlaceholderText(attribution)
        hint = tr("Left empty: {attribution}", attribution=attribution) if attribution else ""
        self._add(tr("Who says so"), self._after, hint)
        self._finish()
        self._before.setFocus()

    def wording(self) -> str:
        return read_quote_wording(QuoteWording(self._before.toPlainText(), self._after.text()).line).line

    def reset(self) -> None:
        self._before.clear()
        self._after.clear()


class _LinesEdit(QPlainTextEdit):
    """A line that may be long: it wraps; Tab leads on and Enter accepts the dialog."""

    def __init__(self, text: str, lines: int = _LINES) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        _fit(self, lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            dialog = self.window()
            if isinstance(dialog, QDialog):
                dialog.accept()
        else:
            super().keyPressEvent(event)


def _fit(widget: QWidget, lines: int, text: str = "") -> None:
    """As high as `lines` lines, or as the text needs where that is less."""
    metrics = widget.fontMetrics()
    if text:
        wide = metrics.horizontalAdvance("n") * 64
        lines = min(lines, 1 + metrics.horizontalAdvance(text) // wide)
    widget.setFixedHeight(metrics.lineSpacing() * lines + 28)
