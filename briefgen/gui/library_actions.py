"""The library from the window: search it, add from it, and remember what an export has used."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefgen.errors import LibraryError
from briefgen.gui.dialogs.library import LibraryDialog
from briefgen.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from briefgen.gui.main_window import MainWindow
    from briefgen.store.library import Entry

_SERIES = "window"
"""Under which name the library remembers what the window has exported."""
_MOST = 300


class LibraryActions(QObject):
    """Handlers of what concerns the library."""

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._control = window, window.controller
        self._tasks = TaskRunner(self)
        self._control.reader.library_failed.connect(lambda error: window.window_actions.tell_failure("library", error))

    def search(self) -> None:
        """Opens the library."""
        there = {extraction.source.id for extraction in self._control.extractions}
        dialog = LibraryDialog(found, there, self._window)
        dialog.added.connect(self._control.add_stored)
        dialog.exec()

    def remember_export(self) -> None:
        """The sources of the pages are no longer new."""
        preview = self._control.preview
        ids = [str(source["id"]) for source in preview.built.briefing.sources] if preview else []
        if ids and self._control.reader.keeps:
            self._tasks.start(lambda _report, _cancelled: _mark(ids))

    def wait(self) -> None:
        """Blocks until nothing is being written."""
        self._tasks.wait()


def found(words: str, only_new: bool) -> "Sequence[Entry]":
    """What the library finds for the words, without any the newest articles; LibraryError when it cannot be used."""
    from briefgen.store.library import Library

    library = Library.open()
    try:
        entries = library.search(words, _MOST) if words else library.entries()
        used = library.printed(_SERIES) if only_new else frozenset()
    finally:
        library.close()
    return [entry for entry in entries if entry.id not in used][:_MOST]


def _mark(ids: Iterable[str]) -> None:
    from briefgen.store.library import Library

    try:
        library = Library.open()
    except LibraryError:
        return
    try:
        library.mark_printed(_SERIES, ids)
    finally:
        library.close()
