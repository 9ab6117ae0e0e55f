"""The evidence: a table with a filter as one types, and the kinds to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefgen.gui.icons import icon
from briefgen.gui.models.evidence_model import HEADINGS, ROW, Column, EvidenceFilter, EvidenceModel
from briefgen.gui.models.rows import EvidenceRow
from briefgen.gui.panes.pane import Pane
from briefgen.gui.widgets.evidence_table import EvidenceTable
from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _

KINDS = (("all", _("All")), ("facts", _("Facts")), ("quotes", _("Quotes")), ("printed", _("Printed")))


class EvidencePane(Pane):
    """Sends which row is current, and what to print, reword or move."""

    current_changed = Signal(str)
    print_asked = Signal(list, bool)
    edit_asked = Signal(str)
    move_asked = Signal(str, int)
    show_asked = Signal()
    drop_asked = Signal(str, str)
    """The evidence that was dragged, and the one that it was dropped on."""
    menu_asked = Signal(object)
    """A right click, or the menu key: where, on the screen."""

    def __init__(self, model: EvidenceModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Evidence"), parent)
        self.model = model
        self.filter = EvidenceFilter(self)
        self.filter.setSourceModel(model)
        self.search = made(QLineEdit(), clearButtonEnabled=True, acceptDrops=False)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.filter.look_for)
        self._kinds = QButtonGroup(self, exclusive=True)
        self.body.addLayout(self._bar())
        self.view = self._table()
        self._hint = made(QLabel(self.view, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter), objectName="hint")
        layout = QVBoxLayout(self.view.viewport())
        layout.addWidget(self._hint)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._has_sources = False
        self.body.addWidget(self.view)
        for changed in (
            self.filter.modelReset,
            self.filter.rowsInserted,
            self.filter.rowsRemoved,
            self.filter.layoutChanged,
        ):
            changed.connect(self._say_hint)
        model.print_asked.connect(lambda id, yes: self.print_asked.emit(self._id_with_folded(id), yes))
        model.drop_asked.connect(self.drop_asked)
        self._kept = ""
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._restore_current)
        self.retranslate()

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 0, 10, 8)
        bar.addWidget(self.search, 1)
        for kind, _words in KINDS:
            button = made(QToolButton(), checkable=True, objectName=kind)
            button.clicked.connect(lambda _on=False, kind=kind: self._show_kind(kind))
            self._kinds.addButton(button)
            bar.addWidget(button)
        self._kinds.buttons()[0].setChecked(True)
        return bar

    def _table(self) -> EvidenceTable:
        view = EvidenceTable()
        view.setModel(self.filter)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.size_columns()
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        header.sortIndicatorChanged.connect(lambda *_: view.allow_drags(self.filter.in_print_order))
        view.selectionModel().currentRowChanged.connect(lambda current, _old: self._on_current(current.data(ROW)))
        view.doubleClicked.connect(lambda index: self.ask_edit() if index.column() != Column.PRINT else None)
        view.print_toggled.connect(self.toggle)
        view.edit_asked.connect(self.ask_edit)
        view.move_asked.connect(self.ask_move)
        view.show_asked.connect(self.show_asked)
        view.fold_asked.connect(self.fold)
        view.delegate.fold_asked.connect(self._fold_under)
        view.menu_asked.connect(self.menu_asked)
        return view

    def look(self) -> None:
        """The cursor into the filter."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_hint(self, has_sources: bool) -> None:
        """What an empty table says."""
        self._has_sources = has_sources
        self._say_hint()

    def _say_hint(self) -> None:
        self._hint.setVisible(self.filter.rowCount() == 0)
        if self.model.rowCount():
            self._hint.setText(tr("No row holds these words."))
        else:
            said = tr("Facts and quotes show here as they are found.") if self._has_sources else ""
            self._hint.setText(said or tr("The facts and quotes of your articles will stand here."))

    def show_everything(self) -> None:
        """No words to look for, every kind."""
        self.search.clear()
        self._kinds.buttons()[0].click()

    def _show_kind(self, kind: str) -> None:
        self.filter.show_kind(kind)
        self.view.horizontalHeader().setSortIndicator(self.filter.sortColumn(), Qt.SortOrder.AscendingOrder)
        self.view.allow_drags(self.filter.in_print_order)

    def fold(self, unfolded: bool | None = None) -> None:
        """Shows, folds or (None) turns what stands under the current row."""
        row = self.current()
        if row is not None and row.group:
            self._fold_under(row.group, unfolded)
            self.select(row.group)

    def _fold_under(self, group: str, unfolded: bool | None = None) -> None:
        self.filter.unfold(group, not self.filter.is_unfolded(group) if unfolded is None else unfolded)
        self.view.viewport().update()

    def go_to_mate(self) -> None:
        """The next place of the current fact: what says the same, or contradicts it."""
        row = self.current()
        shown = [id for id in row.mates if self.model.row_of(id) >= 0] if row else []
        if row is None or not shown:
            return
        places = sorted([row.id, *shown], key=self.model.row_of)
        target = places[(places.index(row.id) + 1) % len(places)]
        group = self.model.at(self.model.row_of(target)).group
        if group:
            self.filter.unfold(group, True)
        self.select(target)

    def with_folded(self, rows: Sequence[EvidenceRow]) -> list[str]:
        """Ids of the rows and of those folded under them: what is done to the one is done to all."""
        leading = {row.group for row in rows if row.leads and not self.filter.is_unfolded(row.group)}
        below = [r.id for r in map(self.model.at, range(self.model.rowCount())) if r.group in leading and r.is_folded]
        return [*(row.id for row in rows), *below]

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
        if source >= 0 and self.model.at(source).is_folded:
            self.filter.unfold(self.model.at(source).group, True)
        index = self.filter.mapFromSource(self.model.index(max(source, 0), 0))
        if source < 0 or not index.isValid():
            return False
        flag = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def _id_with_folded(self, id: str) -> list[str]:
        return self.with_folded([self.model.at(self.model.row_of(id))])

    def toggle(self) -> None:
        """Prints the selected rows, or leaves them out where all are printed."""
        rows = self.selected()
        if rows:
            self.print_asked.emit(self.with_folded(rows), not all(row.is_printed for row in rows))

    def ask_edit(self) -> None:
        """Asks for the wording of the current row."""
        row = self.current()
        if row is not None:
            self.edit_asked.emit(row.id)

    def _keep_current(self) -> None:
        row = self.current()
        self._kept = row.id if row else ""

    def _restore_current(self) -> None:
        if self._kept:
            with QSignalBlocker(self.view.selectionModel()):
                self.select(self._kept)

    def _choose_columns(self, place: QPoint) -> None:
        """A right click on the headings shows and hides columns."""
        menu = QMenu(self)
        for column, words in HEADINGS.items():
            if column not in (Column.PRINT, Column.TEXT):
                action = menu.addAction(tr(words))
                action.setCheckable(True)
                action.setChecked(not self.view.isColumnHidden(column))
                action.toggled.connect(lambda shown, column=column: self.view.choose_column(column, shown))
        menu.exec(self.view.horizontalHeader().mapToGlobal(place))

    def ask_move(self, step: int) -> None:
        """Moves the current row in the briefing."""
        row = self.current()
        if row is not None:
            self.move_asked.emit(row.id, step)

    def retranslate(self) -> None:
        super().retranslate()
        self.search.setPlaceholderText(tr("Filter facts and quotes"))
        self.search.setAccessibleName(tr("Filter facts and quotes"))
        self.view.setAccessibleName(tr("Facts and quotes"))
        for button, (_kind, words) in zip(self._kinds.buttons(), KINDS, strict=True):
            button.setText(tr(words))
        self.model.retranslate()
        self._say_hint()
