"""Every action as a row of one table: id, words, shortcut, icon, and when it can be used."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from briefgen.frozen import dataclass
from briefgen.gui.icons import icon
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _

When = Literal["always", "sources", "evidence", "preview", "exported"]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action; several shortcuts are parted by spaces."""

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    when: When = "always"
    in_table: bool = False
    """Its key works where the evidence has the focus; elsewhere the key means something else."""


ACTIONS = (
    ActionRow("new", _("New session"), "Ctrl+N"),
    ActionRow("open", _("Open session…"), "Ctrl+O", "open"),
    ActionRow("save", _("Save session"), "Ctrl+S", "save"),
    ActionRow("save-as", _("Save session as…"), "Ctrl+Shift+S"),
    ActionRow("samples", _("Open sample sources")),
    ActionRow("add-files", _("Add files…"), "Ctrl+Shift+O", "add-file"),
    ActionRow("add-folder", _("Add a folder…"), "Ctrl+Shift+F", "add-folder"),
    ActionRow("library", _("Add from the library…"), "Ctrl+L", "library"),
    ActionRow("paste", _("Paste as a source"), "Ctrl+V Ctrl+Shift+V"),
    ActionRow("remove", _("Remove the selected sources"), "Ctrl+Backspace", "remove", "sources"),
    ActionRow("describe", _("Describe the selected source…"), "Ctrl+I", "", "sources"),
    ActionRow("grade", _("Grade the selected sources…"), "Ctrl+G", "", "sources"),
    ActionRow("reread", _("Read changed sources again"), "F5"),
    ActionRow("undo", _("Undo"), "Ctrl+Z", "undo"),
    ActionRow("redo", _("Redo"), "Ctrl+Shift+Z Ctrl+Y", "redo"),
    ActionRow("print", _("Print or leave out the selected rows"), "Space", "", "evidence", in_table=True),
    ActionRow("wording", _("Edit the wording of the row"), "F2", "", "evidence", in_table=True),
    ActionRow("passage", _("Show the row's place in its source"), "Enter", "", "evidence", in_table=True),
    ActionRow("move-up", _("Move the row up in the briefing"), "Ctrl+Up", "", "evidence", in_table=True),
    ActionRow("move-down", _("Move the row down in the briefing"), "Ctrl+Down", "", "evidence", in_table=True),
    ActionRow("mates", _("Show or fold the same fact in other sources"), "Right", "", "evidence", in_table=True),
    ActionRow("topic", _("File the rows under a topic…"), "Ctrl+R", "", "evidence"),
    ActionRow("rival", _("Go to the other place of the fact"), "Ctrl+D", "", "evidence"),
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
    ActionRow("search-pages", _("Search the pages"), "Ctrl+Shift+P", "", "preview"),
    ActionRow("zoom-in", _("Larger"), "Ctrl++ Ctrl+=", "zoom-in", "preview"),
    ActionRow("zoom-out", _("Smaller"), "Ctrl+-", "zoom-out", "preview"),
    ActionRow("fit", _("Fit to width"), "Ctrl+0", "fit", "preview"),
    ActionRow("look-system", _("Light or dark with the system")),
    ActionRow("look-light", _("Light window")),
    ActionRow("look-dark", _("Dark window")),
    ActionRow("palette", _("Find a command…"), "Ctrl+K"),
    ActionRow("keys", _("Show the keys"), "?"),
    ActionRow("screen-fr", _("Window in French")),
    ActionRow("screen-en", _("Window in English")),
    ActionRow("quit", _("Quit"), "Ctrl+Q"),
)
LINE, RECENT = "-", "recent"
MENUS = (
    (_("Session"), ("new", "open", RECENT, "save", "save-as", LINE, "quit")),
    (
        _("Sources"),
        ("add-files", "add-folder", "library", "paste", "samples", LINE, "describe", "grade", "remove", LINE, "reread"),
    ),
    (
        _("Evidence"),
        ("filter", LINE, "print", "wording", "topic", "move-up", "move-down", LINE, "passage", "mates", "rival"),
    ),
    (
        _("Briefing"),
        ("undo", "redo", "title", LINE, "export-pdf", "export-docx", "export-html", "export-again", "export-folder"),
    ),
    (
        _("View"),
        (
            *("pane-1", "pane-2", "pane-3", "pane-4", LINE, "search-pages", "zoom-in", "zoom-out", "fit", LINE),
            *("look-system", "look-light", "look-dark", LINE, "screen-fr", "screen-en"),
        ),
    ),
    (_("Help"), ("palette", "keys")),
)
"""The menus: ids of actions; a line between groups, and the place of the sessions lately used."""


def keys_of(row: ActionRow) -> list[QKeySequence]:
    """The action's shortcuts."""
    return [QKeySequence(keys) for keys in row.shortcut.split()]


def said_keys(row: ActionRow) -> str:
    """The first shortcut in the window's language; empty where there is none."""
    return "".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in keys_of(row)[:1])


class Actions(QObject):
    """The table as QActions; words follow the window's language."""

    def __init__(self, handlers: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {row.id: self._made(row, handlers[row.id], parent) for row in ACTIONS}

    def _made(self, row: ActionRow, run: Callable[[], object], parent: QObject) -> QAction:
        action = QAction(parent)
        action.setObjectName(row.id)
        action.setShortcuts(keys_of(row))
        if row.in_table:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
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
            action.setToolTip(f"{text} ({said_keys(row)})" if row.shortcut else text)

    def enable(self, **state: bool) -> None:
        """Which actions can be used: keywords are the `when` of the table."""
        for row in ACTIONS:
            self._actions[row.id].setEnabled(row.when == "always" or state.get(row.when, False))
