"""Every action as a row of one table: id, words, shortcut, icon, and when it can be used."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from briefgen.gui.icons import icon
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _

When = Literal["always", "sources", "evidence", "preview", "exported"]


@dataclass(frozen=True, slots=True)
class ActionRow:
    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    when: When = "always"


ACTIONS = (
    ActionRow("new", _("New session"), "Ctrl+N"),
    ActionRow("open", _("Open session…"), "Ctrl+O", "open"),
    ActionRow("save", _("Save session"), "Ctrl+S", "save"),
    ActionRow("save-as", _("Save session as…"), "Ctrl+Shift+S"),
    ActionRow("samples", _("Open sample sources")),
    ActionRow("add-files", _("Add files…"), "Ctrl+Shift+O", "add-file"),
    ActionRow("add-folder", _("Add a folder…"), "Ctrl+Shift+F", "add-folder"),
    ActionRow("paste", _("Paste as a source"), "Ctrl+Shift+V"),
    ActionRow("remove", _("Remove the selected sources"), "Ctrl+Backspace", "remove", "sources"),
    ActionRow("describe", _("Describe the selected source…"), "Ctrl+I", "", "sources"),
    ActionRow("undo", _("Undo"), "Ctrl+Z", "undo"),
    ActionRow("redo", _("Redo"), "Ctrl+Shift+Z", "redo"),
    ActionRow("title", _("Title and header fields…"), "Ctrl+T"),
    ActionRow("export-pdf", _("Export PDF"), "Ctrl+E", "export", "preview"),
    ActionRow("export-docx", _("Export DOCX"), "Ctrl+Shift+E", "", "preview"),
    ActionRow("export-html", _("Export HTML"), "", "", "preview"),
    ActionRow("export-again", _("Repeat the last export"), "Ctrl+Alt+E", "", "preview"),
    ActionRow("export-folder", _("Choose the export folder…")),
    ActionRow("filter", _("Filter facts and quotes"), "Ctrl+F", "search"),
    ActionRow("pane-1", _("Go to the topics"), "Ctrl+1"),
    ActionRow("pane-2", _("Go to the sources"), "Ctrl+2"),
    ActionRow("pane-3", _("Go to the evidence"), "Ctrl+3"),
    ActionRow("pane-4", _("Go to the preview"), "Ctrl+4"),
    ActionRow("palette", _("Find a command…"), "Ctrl+K"),
    ActionRow("keys", _("Show the keys"), "?"),
    ActionRow("screen-fr", _("Window in French")),
    ActionRow("screen-en", _("Window in English")),
    ActionRow("quit", _("Quit"), "Ctrl+Q"),
)
KEYS_OF_THE_TABLE = (
    ("Space", _("Print or leave out the selected rows")),
    ("F2", _("Edit the wording of the row")),
    ("Enter", _("Show the row's place in its source")),
    ("Ctrl+↑ / Ctrl+↓", _("Move the row in the briefing")),
)


class Actions(QObject):
    """The table as QActions; words follow the window's language."""

    def __init__(self, handlers: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {row.id: self._made(row, handlers[row.id], parent) for row in ACTIONS}

    def _made(self, row: ActionRow, run: Callable[[], object], parent: QObject) -> QAction:
        action = QAction(parent)
        action.setObjectName(row.id)
        action.setShortcut(QKeySequence(row.shortcut))
        if row.icon:
            action.setIcon(icon(row.icon, "on_accent" if row.id == "export-pdf" else "text"))
        action.triggered.connect(lambda _on=False: run())
        return action

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def retranslate(self) -> None:
        """Says the words again, with the shortcut in the tip."""
        for row in ACTIONS:
            action = self._actions[row.id]
            text = tr(row.text)
            action.setText(text)
            action.setToolTip(f"{text} ({row.shortcut})" if row.shortcut else text)

    def enable(self, **state: bool) -> None:
        """Which actions can be used: keywords are the `when` of the table."""
        for row in ACTIONS:
            self._actions[row.id].setEnabled(row.when == "always" or state.get(row.when, False))
