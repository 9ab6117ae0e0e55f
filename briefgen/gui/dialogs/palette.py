"""Ctrl+K: type a few letters of a command, Enter runs it."""

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from briefgen.gui.words import tr


class Palette(QDialog):
    """Lists the usable actions whose words hold every word typed."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = [action for action in actions if action.isEnabled()]
        self._words = QLineEdit()
        self._words.setPlaceholderText(tr("Find a command…"))
        self._words.setAccessibleName(tr("Find a command…"))
        self._words.textChanged.connect(self._fill)
        self._words.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setAccessibleName(tr("Commands"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemActivated.connect(self._run)
        self._list.itemClicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._words)
        layout.addWidget(self._list)
        self.resize(int(parent.width() * 0.4), int(parent.height() * 0.5))
        self.move(parent.mapToGlobal(parent.rect().center()) - self.rect().center())
        self._fill("")
        self._words.setFocus()

    def _fill(self, words: str) -> None:
        self._list.clear()
        for action in self._actions:
            if all(word in _folded(action.text()) for word in _folded(words).split()):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QTreeWidgetItem(self._list, [action.text(), keys])
                item.setData(0, Qt.ItemDataRole.UserRole, action)
                item.setForeground(1, self.palette().placeholderText())
        self._step(0)

    def _run(self, item: QTreeWidgetItem | None, _column: int = 0) -> None:
        if item is not None:
            self.close()
            item.data(0, Qt.ItemDataRole.UserRole).trigger()

    def _step(self, step: int) -> None:
        now = self._list.currentItem()
        place = (self._list.indexOfTopLevelItem(now) if now else 0) + step
        item = self._list.topLevelItem(max(0, min(self._list.topLevelItemCount() - 1, place)))
        if item is not None:
            self._list.setCurrentItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)


def _folded(words: str) -> str:
    """Without case and accents, so that “resume” finds « résumé »."""
    return "".join(c for c in unicodedata.normalize("NFD", words.casefold()) if not unicodedata.combining(c))
