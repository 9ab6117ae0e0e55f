"""The status bar: what is being read, how far it is, and what there is."""

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar

from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr


class Progress:
    """Puts its widgets into a status bar; nothing else moves while something is read."""

    def __init__(self, bar: QStatusBar) -> None:
        self._step = QLabel()
        self._summary = made(QLabel(), objectName="hint")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(bar.fontMetrics().horizontalAdvance("n") * 20)
        self._bar.hide()
        bar.setContentsMargins(8, 0, 0, 0)
        bar.addWidget(self._step, 1)
        bar.addPermanentWidget(self._bar)
        bar.addPermanentWidget(self._summary)

    def show_step(self, what: str, done: int, total: int) -> None:
        """`done` of `total` files are read; equal when nothing is left."""
        self._bar.setVisible(done < total)
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
        self._step.setText(
            tr("Reading {name} ({done} of {total})", name=what, done=done + 1, total=total) if done < total else ""
        )

    def show_making(self, going: bool) -> None:
        """Whether the pages are being made; what is being read goes before."""
        if not self._bar.isVisible():
            self._step.setText(tr("Making the pages") if going else "")

    def show_summary(self, words: str) -> None:
        """What the session holds."""
        self._summary.setText(words)
