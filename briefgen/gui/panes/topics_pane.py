"""The topics: a check list with how much evidence each has."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefgen.gui.models.topics_model import COUNT, TopicsModel
from briefgen.gui.panes.pane import Pane
from briefgen.gui.theme import colors
from briefgen.gui.words import language, tr
from briefgen.i18n.mark import mark as _

Index = QModelIndex | QPersistentModelIndex


class _CountDelegate(QStyledItemDelegate):
    """The topic's name, and at the right how much evidence it has."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        count = index.data(COUNT)
        if count:
            painter.save()
            painter.setPen(QColor(colors().muted))
            rect = QRect(option.rect)
            painter.drawText(
                rect.adjusted(0, 0, -12, 0),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                str(count),
            )
            painter.restore()

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click anywhere on the line checks it, not only one on the little box."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonRelease:
                _toggle(model, index)
            return True
        return super().editorEvent(event, model, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), int(option.fontMetrics.height() * 1.9)))


def _toggle(model: QAbstractItemModel, index: Index) -> None:
    checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
    model.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)


class _CheckList(QListView):
    """Space and Enter check the current row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            _toggle(self.model(), self.currentIndex())
            return
        super().keyPressEvent(event)


class TopicsPane(Pane):
    """Sends which topic was asked for or refused."""

    topic_asked = Signal(str, bool)

    def __init__(self, model: TopicsModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Topics"), parent)
        self.model = model
        self.view = _CheckList()
        self.view.setModel(model)
        self.view.setItemDelegate(_CountDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.body.addWidget(self.view)
        model.topic_asked.connect(self.topic_asked)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.model.set_language(language.code)
        self.view.setAccessibleName(tr("Topics to report on"))
