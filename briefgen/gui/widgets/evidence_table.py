"""The table of evidence: what its keys mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from briefgen.gui.models.evidence_model import Column
from briefgen.gui.widgets.evidence_delegate import EvidenceDelegate

WIDTHS = {Column.PRINT: 4, Column.KIND: 12, Column.WHO: 13, Column.DATE: 14, Column.SOURCE: 12, Column.SCORE: 8}
"""Of the columns at the start, in letters; the text takes the rest."""
_ROOM_FOR_SCORE = 100
"""Letters from which on the score is shown, where nobody has chosen the columns."""


class EvidenceTable(QTableView):
    """Space prints or leaves out, Enter shows the source, F2 edits the wording, Ctrl+arrows move, arrows aside unfold."""

    print_toggled = Signal()
    move_asked = Signal(int)
    edit_asked = Signal()
    show_asked = Signal()
    fold_asked = Signal(bool)
    menu_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = False
        self.delegate = EvidenceDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 2.7))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def size_columns(self) -> None:
        """The widths at the start; to be called once there is a model."""
        self.horizontalHeader().setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        em = self.fontMetrics().horizontalAdvance("n")
        for column, letters in WIDTHS.items():
            self.setColumnWidth(column, em * letters)
        self.horizontalHeader().setMinimumSectionSize(em * 3)
        self.setColumnHidden(Column.SCORE, True)

    def choose_column(self, column: Column, shown: bool) -> None:
        """Shows or hides a column because somebody asked for it."""
        self._chosen = True
        self.setColumnHidden(column, not shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self._chosen:
            room = self.width() / self.fontMetrics().horizontalAdvance("n")
            self.setColumnHidden(Column.SCORE, room < _ROOM_FOR_SCORE)

    def allow_drags(self, allowed: bool) -> None:
        """Rows can be dragged where they stand in print order."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if allowed else mode.NoDragDrop)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space:
            self.print_toggled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_asked.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit()
        elif control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif not control and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold_asked.emit(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu_asked.emit(event.globalPos())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        super().dragMoveEvent(event)
        if event.source() is not self:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if event.source() is self:
            super().dropEvent(event)
        else:
            event.ignore()
