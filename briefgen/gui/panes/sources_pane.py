"""The sources: a list with each file's state, and buttons to add and remove."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from briefgen.gui.models.sources_model import SOURCE, STATES, SourceRow, SourcesModel
from briefgen.gui.panes.pane import Pane
from briefgen.gui.theme import colors
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _

Index = QModelIndex | QPersistentModelIndex
_MARKS = {"queued": "○", "reading": "◔", "done": "●", "failed": "✕"}
_PAD = 10


class _SourceDelegate(QStyledItemDelegate):
    """Two lines: outlet and date; title, or why it cannot be read. The state is a sign, not only a color."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SourceRow = index.data(SOURCE)
        now = colors()
        rect = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, option.palette.color(QPalette.ColorRole.Highlight))
        line = option.fontMetrics.height()
        inner = rect.adjusted(_PAD, _PAD // 2, -_PAD, 0)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        sign_width = option.fontMetrics.horizontalAdvance("●") + 8
        top = QRect(inner.left() + sign_width, inner.top(), inner.width() - sign_width, line)
        below = top.translated(0, line + 3)
        painter.setPen(
            QColor(now.error if row.state == "failed" else now.success if row.state == "done" else now.muted)
        )
        painter.drawText(
            QRect(inner.left(), inner.top(), sign_width, line), Qt.AlignmentFlag.AlignVCenter, _MARKS[row.state]
        )
        details = " · ".join(filter(None, ("⚠" * bool(row.missing), row.language.upper(), row.grade)))
        painter.setPen(QColor(now.muted))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), details)
        room = top.width() - option.fontMetrics.horizontalAdvance(details) - 12
        painter.setPen(QColor(now.text))
        painter.setFont(bold)
        name = painter.fontMetrics().elidedText(row.outlet or row.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(option.font)
        painter.setPen(QColor(now.error if row.problem and row.state == "failed" else now.muted))
        words = _second_line(row)
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, below.width()),
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(120, option.fontMetrics.height() * 2 + 3 + _PAD)


def _second_line(row: SourceRow) -> str:
    """Why it cannot be read, whether it changed or is a copy; else its date and title."""
    if row.problem:
        return row.problem
    if row.changed:
        return tr("changed since the session was saved")
    copied = tr("copy of {other}", other=row.copy_of) if row.copy_of else ""
    if row.state != "done":
        return tr(STATES[row.state])
    return " · ".join(filter(None, (row.published, copied or row.title or row.name)))


class SourcesPane(Pane):
    """Sends which sources to remove or describe; adding is the window's business."""

    removal_asked = Signal(list)
    card_asked = Signal(str)
    chosen = Signal(list)
    """Keys of the selected lines."""

    def __init__(self, model: SourcesModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Sources"), parent)
        self.model = model
        self.view = QListView()
        self.view.setModel(model)
        self.view.setItemDelegate(_SourceDelegate(self.view))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setUniformItemSizes(True)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.doubleClicked.connect(lambda index: self.card_asked.emit(self.model.at(index.row()).key))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.selected()))
        model.modelReset.connect(lambda: self.chosen.emit([]))  # Qt drops the selection then without a word
        self.body.addWidget(self.view)
        self.retranslate()

    def add_buttons(self, actions: list[QAction]) -> None:
        """Small buttons in the header."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAutoRaise(True)
            self.header.addWidget(button)

    def add_menu(self, actions: list[QAction]) -> None:
        """The right click's menu."""
        self.view.addActions(actions)

    def selected(self) -> list[str]:
        """Keys of the selected lines."""
        return [self.model.at(index.row()).key for index in self.view.selectionModel().selectedIndexes()]

    def retranslate(self) -> None:
        super().retranslate()
        self.view.setAccessibleName(tr("Sources of this briefing"))
        self.view.viewport().update()
