"""The session in the window's models: topics, sources, evidence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from briefgen.gui.presenting import EvidenceRows, TopicRows, source_rows, summary

if TYPE_CHECKING:
    from briefgen.gui.main_window import MainWindow


class Showing(QObject):
    """Fills the models; what did not change is not made again."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._control = window, window.controller
        self._rows, self._topics = EvidenceRows(), TopicRows()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.states)

    def topics(self) -> None:
        """The check list with its counts."""
        self._window.topics.set_rows(self._topics.rows(self._control))

    def sources(self) -> None:
        """The list of sources."""
        self._window.sources.set_rows(source_rows(self._control))

    def rows(self) -> None:
        """The table of evidence, and the summary of the status bar."""
        rows = self._rows.rows(self._control)
        if self._window.evidence.set_rows(rows):
            self._window.evidence_pane.filter.refresh()
        self._window.progress.show_summary(summary(self._control, rows))

    def states(self) -> None:
        """What is printed and what copies what."""
        self.sources()
        self.rows()

    def states_soon(self) -> None:
        """In a turn of the event loop of their own: the pages that were just made take theirs."""
        self._soon.start()
