"""The topics as a check list with how much evidence each has."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefgen.frozen import dataclass

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
TOPIC = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class TopicRow:
    id: str
    titles: Mapping[str, str]
    chosen: bool = False
    count: int = 0


class TopicsModel(QAbstractListModel):
    """Checking a row asks for the topic."""

    topic_asked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TopicRow] = []
        self._language = "en"

    def set_rows(self, rows: Sequence[TopicRow]) -> None:
        """Shows `rows`; where only their states differ the views keep their place."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_language(self, language: str) -> None:
        """Shows the titles in `language`."""
        self._language = language
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.titles.get(self._language) or row.titles.get("en") or row.id
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
        if role == TOPIC:
            return row.id
        if role == COUNT:
            return row.count
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.topic_asked.emit(self._rows[index.row()].id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
