"""The library: type words, choose articles, add them as sources."""

from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefgen.gui.icons import icon
from briefgen.gui.tasks import Failure, TaskRunner
from briefgen.gui.widgets.made import made
from briefgen.gui.words import language, tr
from briefgen.i18n.formats import formats
from briefgen.i18n.mark import mark as _

if TYPE_CHECKING:
    from briefgen.store.library import Entry

Find = Callable[[str, bool], "Sequence[Entry]"]
"""(words, only what no export has used) → entries, best or newest first; called off the window's thread."""
_PAUSE = 150
_ID = Qt.ItemDataRole.UserRole
_HEADINGS = (_("Title"), _("Outlet"), _("Date"), _("Language"))


class LibraryDialog(QDialog):
    """Sends the ids of the sources that were chosen; stays open for more."""

    added = Signal(list)

    def __init__(self, find: Find, there: Container[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find, self._there = find, there
        self.setWindowTitle(tr("Library"))
        em = self.fontMetrics().horizontalAdvance("n")
        self.resize(em * 105, em * 64)
        self._tasks = TaskRunner(self)
        self._tasks.ended.connect(self._show)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.words = made(QLineEdit(), clearButtonEnabled=True, placeholderText=tr("Words of a title or a text"))
        self.words.setAccessibleName(tr("Words of a title or a text"))
        self.words.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.only_new = QCheckBox(tr("Only what no export has used yet"))
        self.only_new.toggled.connect(lambda _on: self._search())
        self.list = self._made_list()
        self._said = made(QLabel(wordWrap=True), objectName="hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.add = made(buttons.addButton(tr("Add to the briefing"), QDialogButtonBox.ButtonRole.ApplyRole))
        self.add.setObjectName("primary")
        self.add.setDefault(True)
        self.add.clicked.connect(self._add)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._on_selection()
        self._search()

    def _made_list(self) -> QTreeWidget:
        found = made(QTreeWidget(), rootIsDecorated=False, uniformRowHeights=True, allColumnsShowFocus=True)
        found.setAccessibleName(tr("Articles of the library"))
        found.setHeaderLabels([tr(words) for words in _HEADINGS])
        found.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        found.header().setStretchLastSection(False)
        found.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        found.itemSelectionChanged.connect(self._on_selection)
        found.itemActivated.connect(lambda _item, _column: self._add())
        return found

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.words, 1)
        top.addWidget(self.only_new)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self._said, 1)
        bottom.addWidget(buttons)
        layout.addLayout(bottom)

    def _search(self) -> None:
        words, new, find = self.words.text().strip(), self.only_new.isChecked(), self._find
        self._tasks.start(lambda _report, _cancelled: find(words, new))

    def _show(self, result: object) -> None:
        self.list.clear()
        if isinstance(result, Failure):
            self._said.setText(result.error.said(tr) if result.expected else str(result.error))  # type: ignore[attr-defined]
            return
        entries: Sequence[Entry] = result  # type: ignore[assignment]
        self.list.addTopLevelItems([self._item(entry) for entry in entries])
        self._said.setText(self._summary(len(entries)))

    def _summary(self, count: int) -> str:
        if count:
            return tr("Articles: {count}", count=count)
        if self.words.text().strip():
            return tr("No article of the library holds these words.")
        return tr("The library is empty. What you add to a briefing is kept in it.")

    def _item(self, entry: "Entry") -> QTreeWidgetItem:
        day = formats(language.code).date(entry.published, width="short") or entry.published or ""
        there = entry.id in self._there
        title = entry.title or entry.path or entry.id
        item = QTreeWidgetItem([f"✓ {title}" if there else title, entry.outlet or "", day, entry.language.upper()])
        item.setData(0, _ID, entry.id)
        item.setToolTip(0, tr("It is a source of this briefing already.") if there else title)
        item.setDisabled(there)
        return item

    def _on_selection(self) -> None:
        self.add.setEnabled(bool(self.list.selectedItems()))

    def _add(self) -> None:
        chosen = self.list.selectedItems()
        if chosen:
            self.added.emit([item.data(0, _ID) for item in chosen])
            for item in chosen:
                item.setText(0, f"✓ {item.text(0)}")
                item.setDisabled(True)
                item.setSelected(False)

    def done(self, result: int) -> None:
        self._tasks.cancel()
        self._tasks.wait()
        super().done(result)
