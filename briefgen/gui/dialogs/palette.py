"""Ctrl+K: type a few letters of a command, Enter runs it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

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
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Commands"))
        self._list.itemActivated.connect(self._run)
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
            if all(word in action.text().casefold() for word in words.casefold().split()):
                keys = action.shortcut().toString()
                item = QListWidgetItem(f"{action.text()}    {keys}".rstrip())
                item.setData(Qt.ItemDataRole.UserRole, action)
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.close()
            item.data(Qt.ItemDataRole.UserRole).trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = -1 if event.key() == Qt.Key.Key_Up else 1
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)
