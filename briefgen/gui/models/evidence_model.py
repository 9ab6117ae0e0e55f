"""The evidence as a table, and the proxy that filters it as one types."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from briefgen.gui.models.rows import EvidenceRow
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _
from briefgen.model.quote_wording import PLACE

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The EvidenceRow itself."""
MIME = "application/x-briefgen-evidence"
SORT = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class Column(IntEnum):
    PRINT = 0
    KIND = 1
    TEXT = 2
    WHO = 3
    DATE = 4
    SOURCE = 5
    SCORE = 6


HEADINGS = {
    Column.PRINT: "✓",
    Column.KIND: _("Kind"),
    Column.TEXT: _("Text"),
    Column.WHO: _("Who / value"),
    Column.DATE: _("Date"),
    Column.SOURCE: _("Source"),
    Column.SCORE: _("Score"),
}
KINDS = {
    "quote": _("Quote"),
    "reported": _("Reported"),
    "event": _("Event"),
    "money": _("Money"),
    "percent": _("Percent"),
    "quantity": _("Quantity"),
    "number": _("Number"),
    "date": _("Date"),
    "time": _("Time"),
    "duration": _("Duration"),
    "range": _("Range"),
    "ordinal": _("Rank"),
    "set": _("Repeated"),
    "change": _("Change"),
    "lost": _("Lost"),
}
STATES = {
    "printed": _("Printed: the ranking chose it"),
    "included": _("Printed: you chose it"),
    "excluded": _("Not printed: you left it out"),
    "offered": _("Not printed: there was no room"),
    "other": _("Not printed: not sure enough"),
    "lost": _("Lost: these words are no longer in the source. Space forgets them"),
}


class EvidenceModel(QAbstractTableModel):
    """Rows of evidence; checking the first column asks for printing."""

    print_asked = Signal(str, bool)
    drop_asked = Signal(str, str)
    """The evidence that was dragged, and the one that it was dropped on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[EvidenceRow] = []
        self._places: dict[str, int] = {}

    def set_rows(self, rows: Sequence[EvidenceRow]) -> bool:
        """Shows `rows`; where only their states differ the views keep their place. True: those shown must be chosen again."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            return self._update(rows)
        known = len(self._rows)
        if known and [row.id for row in rows[:known]] == [row.id for row in self._rows]:
            return self._append(rows)
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {row.id: place for place, row in enumerate(rows)}
        self.endResetModel()
        return False

    def _append(self, rows: Sequence[EvidenceRow]) -> bool:
        known = len(self._rows)
        changed = self._update(rows[:known])
        self.beginInsertRows(_ROOT, known, len(rows) - 1)
        self._rows = list(rows)
        self._places = {row.id: place for place, row in enumerate(rows)}
        self.endInsertRows()
        return changed

    def _update(self, rows: Sequence[EvidenceRow]) -> bool:
        pairs = enumerate(zip(self._rows, rows, strict=True))
        changed = [place for place, (old, new) in pairs if old is not new and old != new]
        self._rows = list(rows)
        if changed:
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), len(Column) - 1))
        return bool(changed)

    def row_of(self, id: str) -> int:
        """The row that shows the evidence; -1 where there is none."""
        return self._places.get(id, -1)

    def at(self, row: int) -> EvidenceRow:
        return self._rows[row]

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr(HEADINGS[Column(section)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == Column.PRINT:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if self._rows[index.row()].is_printed:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(row, column)
        if role == ROW:
            return row
        if role == SORT:
            return _sort_key(row, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == Column.PRINT:
            return Qt.CheckState.Checked if row.is_printed else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tip(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == Column.SCORE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _tip(self, row: EvidenceRow, column: Column) -> str:
        if column == Column.PRINT:
            return tr(STATES[row.state])
        if column != Column.TEXT:
            return shown(row, column)
        others = [self._rows[self._places[id]] for id in row.mates if id in self._places]
        said = [f"{other.source}: {other.text}" for other in others]
        head = (tr("Sources disagree:") if row.conflict else tr("Also in:")) if said else ""
        typed = tr("Your wording: {words}", words=row.wording.replace(PLACE, "« … »")) if row.wording else ""
        return "\n".join(filter(None, (row.text, typed, head, *said)))

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802
        data = QMimeData()
        data.setData(MIME, self._rows[indexes[0].row()].id.encode())
        return data

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Asks for the move; False, so that the view takes no row away itself."""
        place = parent.row() if parent.isValid() else row
        if data.hasFormat(MIME) and 0 <= place < len(self._rows):
            self.drop_asked.emit(bytes(data.data(MIME).data()).decode(), self._rows[place].id)
        return False

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.PRINT:
            return False
        self.print_asked.emit(self._rows[index.row()].id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def retranslate(self) -> None:
        """Says the words again in the window's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))


def _sort_key(row: EvidenceRow, column: Column) -> float | str:
    if column == Column.PRINT:
        return row.place
    return row.score if column == Column.SCORE else shown(row, column).casefold()


def shown(row: EvidenceRow, column: Column) -> str:
    """The words of a cell in the window's language."""
    if column == Column.KIND:
        return tr(KINDS.get(row.kind, row.kind))
    if column == Column.TEXT:
        return row.text
    if column == Column.WHO:
        return row.who
    if column == Column.DATE:
        return row.date
    if column == Column.SOURCE:
        return row.source
    return f"{row.score:.2f}" if column == Column.SCORE else ""


class EvidenceFilter(QSortFilterProxyModel):
    """Shows the rows of one kind that hold every word typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._kind = "all"
        self._sources: frozenset[str] | None = None
        self._unfolded: set[str] = set()
        self._model: EvidenceModel | None = None
        self.setSortRole(SORT)
        self.setDynamicSortFilter(False)

    def setSourceModel(self, model: QAbstractItemModel) -> None:  # noqa: N802
        self._model = model if isinstance(model, EvidenceModel) else None
        super().setSourceModel(model)

    def look_for(self, words: str) -> None:
        """Only rows with all these words, wherever they stand."""
        self.beginFilterChange()
        self._words = tuple(words.casefold().split())
        self.endFilterChange()

    def show_kind(self, kind: str) -> None:
        """all, facts, quotes or printed; what is printed stands in the order of printing."""
        self.beginFilterChange()
        self._kind = kind
        self.endFilterChange()
        self.sort(Column.PRINT if kind == "printed" else -1, Qt.SortOrder.AscendingOrder)

    def refresh(self) -> None:
        """Filters and sorts again after rows changed."""
        self.beginFilterChange()
        self.endFilterChange()
        if self._kind == "printed":
            self.sort(-1)
            self.sort(Column.PRINT, Qt.SortOrder.AscendingOrder)

    @property
    def in_print_order(self) -> bool:
        return self.sortColumn() == Column.PRINT

    def is_unfolded(self, group: str) -> bool:
        """Whether the rows under that one are shown."""
        return group in self._unfolded

    def unfold(self, group: str, shown: bool) -> None:
        """Shows or folds the same fact of other sources."""
        self.beginFilterChange()
        (self._unfolded.add if shown else self._unfolded.discard)(group)
        self.endFilterChange()

    def show_sources(self, ids: frozenset[str] | None) -> None:
        """Only rows of these source ids; None shows all."""
        self.beginFilterChange()
        self._sources = ids
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: N802
        model = self._model  # kept: asking Qt for it takes longer than all the rest
        if model is None:
            return False
        row = model.at(source_row)
        if self._kind != "all" and not _is_of_kind(row, self._kind):
            return False
        if row.group and self._hides(model, row):
            return False
        if self._sources is not None and row.id.partition(":")[0] not in self._sources:
            return False
        return not self._words or all(word in row.folded for word in self._words)

    def _hides(self, model: EvidenceModel, row: EvidenceRow) -> bool:
        """A row folded under another that says the same; where one looks for words or in one source, nothing is folded."""
        if not row.is_folded or row.group in self._unfolded or self._words or self._sources is not None:
            return False
        return not row.is_printed or model.at(model.row_of(row.group)).is_printed


def _is_of_kind(row: EvidenceRow, kind: str) -> bool:
    if kind == "printed":
        return row.is_printed
    return row.is_quote == (kind == "quotes")
