"""An error of ours, said plainly, with a report that can be copied; the session is already kept."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from briefgen import __version__
from briefgen.gui.words import tr


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What helps to mend it: versions and the trace, nothing of the sources."""
    head = f"briefgen {__version__} · Python {sys.version.split()[0]} · {platform.platform()}"
    return head + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


class CrashReport(QDialog):
    """Shows the report; Copy puts it on the clipboard."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self.resize(640, 420)
        layout = QVBoxLayout(self)
        words = QLabel(
            tr("Something went wrong inside briefgen. Your session is kept. You can go on, or copy this report.")
        )
        words.setWordWrap(True)
        layout.addWidget(words)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(tr("Report"))
        layout.addWidget(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
