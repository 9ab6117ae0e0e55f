"""The evidence: a table with a filter as one types, and the kinds to choose from."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QMenu,
    QTableView,
    QToolButton,
    QWidget,
)

from briefgen.gui.icons import icon
from briefgen.gui.models.evidence_model import HEADINGS, ROW, Column, EvidenceFilter, EvidenceModel
from briefgen.gui.models.rows import EvidenceRow
from briefgen.gui.panes.pane import Pane
from briefgen.gui.widgets.evidence_delegate import EvidenceDelegate
from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _

KINDS = (("all", _("All")), ("facts", _("Facts")), ("quotes", _("Quotes")), ("printed", _("Printed")))


WIDTHS = {Column.PRINT: 4, Column.KIND: 10, Column.WHO: 15, Column.DATE: 10, Column.SOURCE: 14, Column.SCORE: 6}
"""Of the columns at the start, in letters; the text takes the rest."""


class _Table(QTableView):
    """Space prints or leaves out, Enter shows the source, F2 edits the wording, Ctrl+arrows move."""

    print_toggled = Signal()
    move_asked = Signal(int)
    edit_asked = Signal()
    show_asked = Signal()

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
        else:
            super().keyPressEvent(event)


class EvidencePane(Pane):
    """Sends which row is current, and what to print, reword or move."""

    current_changed = Signal(str)
    print_asked = Signal(list, bool)
    edit_asked = Signal(str)
    move_asked = Signal(str, int)
    show_asked = Signal()

    def __init__(self, model: EvidenceModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Evidence"), parent)
        self.model = model
        self.filter = EvidenceFilter(self)
        self.filter.setSourceModel(model)
        self.search = made(QLineEdit(), clearButtonEnabled=True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.filter.look_for)
        self._kinds = QButtonGroup(self, exclusive=True)
        self.body.addLayout(self._bar())
        self.view = self._table()
        self.body.addWidget(self.view)
        model.print_asked.connect(lambda id, yes: self.print_asked.emit([id], yes))
        self.retranslate()

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 0, 10, 8)
        bar.addWidget(self.search, 1)
        for kind, _words in KINDS:
            button = made(QToolButton(), checkable=True, objectName=kind)
            button.clicked.connect(lambda _on=False, kind=kind: self.filter.show_kind(kind))
            self._kinds.addButton(button)
            bar.addWidget(button)
        self._kinds.buttons()[0].setChecked(True)
        return bar

    def _table(self) -> _Table:
        view = _Table()
        view.setModel(self.filter)
        view.setItemDelegate(EvidenceDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setShowGrid(False)
        view.setWordWrap(True)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(int(view.fontMetrics().height() * 2.7))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        em = view.fontMetrics().horizontalAdvance("n")
        for column, letters in WIDTHS.items():
            view.setColumnWidth(column, em * letters)
        view.setColumnHidden(Column.SCORE, True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        view.selectionModel().currentRowChanged.connect(lambda current, _old: self._on_current(current.data(ROW)))
        view.doubleClicked.connect(lambda _index: self._ask_edit())
        view.print_toggled.connect(self._toggle)
        view.edit_asked.connect(self._ask_edit)
        view.move_asked.connect(self._ask_move)
        view.show_asked.connect(self.show_asked)
        return view

    def _on_current(self, row: EvidenceRow | None) -> None:
        self.current_changed.emit(row.id if row else "")

    def current(self) -> EvidenceRow | None:
        """The current row."""
        row = self.view.currentIndex().data(ROW)
        return row if isinstance(row, EvidenceRow) else None

    def selected(self) -> list[EvidenceRow]:
        """The selected rows, in the order shown."""
        return [index.data(ROW) for index in self.view.selectionModel().selectedRows()]

    def select(self, id: str) -> bool:
        """Makes the row of that evidence current; False where the filter hides it."""
        source = self.model.row_of(id)
        index = self.filter.mapFromSource(self.model.index(max(source, 0), 0))
        if source < 0 or not index.isValid():
            return False
        flag = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def _toggle(self) -> None:
        rows = self.selected()
        if rows:
            printed = all(row.state in ("printed", "included") for row in rows)
            self.print_asked.emit([row.id for row in rows], not printed)

    def _ask_edit(self) -> None:
        row = self.current()
        if row is not None:
            self.edit_asked.emit(row.id)

    def _choose_columns(self, place: QPoint) -> None:
        """A right click on the headings shows and hides columns."""
        menu = QMenu(self)
        for column, words in HEADINGS.items():
            if column not in (Column.PRINT, Column.TEXT):
                action = menu.addAction(tr(words))
                action.setCheckable(True)
                action.setChecked(not self.view.isColumnHidden(column))
                action.toggled.connect(lambda shown, column=column: self.view.setColumnHidden(column, not shown))
        menu.exec(self.view.horizontalHeader().mapToGlobal(place))

    def _ask_move(self, step: int) -> None:
        row = self.current()
        if row is not None:
            self.move_asked.emit(row.id, step)

    def ask_wording(self, original: str, wording: str) -> str | None:
        """The analyst's line for a piece of evidence, the original in sight; None when refused."""
        label = tr(
            "Printed in place of the proposed line. The source's own words stay as they are:\n\n{original}",
            original=original,
        )
        text, accepted = QInputDialog.getMultiLineText(self, tr("Edit the wording"), label, wording)
        return text if accepted else None

    def retranslate(self) -> None:
        super().retranslate()
        self.search.setPlaceholderText(tr("Filter facts and quotes"))
        self.search.setAccessibleName(tr("Filter facts and quotes"))
        self.view.setAccessibleName(tr("Facts and quotes"))
        for button, (_kind, words) in zip(self._kinds.buttons(), KINDS, strict=True):
            button.setText(tr(words))
        self.model.retranslate()
