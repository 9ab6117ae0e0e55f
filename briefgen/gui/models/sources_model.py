"""The sources as a list: file, state, outlet, date, language and grade."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefgen.frozen import dataclass
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SOURCE = Qt.ItemDataRole.UserRole
STATES = {"queued": _("waiting"), "reading": _("being read"), "done": _("read"), "failed": _("not readable")}

MENTIONS = {"title": _("title"), "outlet": _("outlet"), "author": _("author"), "published": _("date")}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of the session, or a file that is not read yet, with what its line shows."""

    key: str
    name: str
    state: str
    ids: tuple[str, ...] = ()
    outlet: str = ""
    title: str = ""
    published: str = ""
    language: str = ""
    grade: str = ""
    copy_of: str = ""
    problem: str = ""
    missing: tuple[str, ...] = ()
    """Editorial mentions that are not known: title, outlet, author, published."""
    changed: bool = False
    """Whether the file is another than when the session was saved."""


class SourcesModel(QAbstractListModel):
    """Lines of sources; the delegate draws two lines each from SOURCE."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SourceRow] = []

    def set_rows(self, rows: Sequence[SourceRow]) -> None:
        """Shows `rows`; where the files are the same the views keep their place."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            changed = [place for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
            self._rows = list(rows)
            for place in changed:
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        if [row.key for row in rows[: len(self._rows)]] == [row.key for row in self._rows]:
            self.beginInsertRows(_ROOT, len(self._rows), len(rows) - 1)
            self._rows = list(rows)
            self.endInsertRows()
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def at(self, row: int) -> SourceRow:
        return self._rows[row]

    def row_of(self, key: str) -> int:
        """The line of a source; -1 where there is none."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.outlet or row.name
        if role == SOURCE:
            return row
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            changed = tr("changed since the session was saved") if row.changed else ""
            copied = tr("copy of {other}", other=row.copy_of) if row.copy_of else ""
            missing = tr("not known: {mentions}", mentions=", ".join(tr(MENTIONS[name]) for name in row.missing))
            said = (
                row.title or row.name,
                tr(STATES[row.state]),
                copied,
                changed,
                row.problem,
                missing * bool(row.missing),
            )
            return ", ".join(filter(None, said))
        return None
