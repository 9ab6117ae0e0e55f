"""Draws a row of evidence: what is left out is dimmed and struck, a conflict and company have their badges."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefgen.gui.models.evidence_model import ROW, Column, EvidenceFilter, EvidenceModel, shown
from briefgen.gui.models.rows import EvidenceRow
from briefgen.gui.theme import colors
from briefgen.gui.words import tr

Index = QModelIndex | QPersistentModelIndex


class EvidenceDelegate(QStyledItemDelegate):
    """Under the kind stands a badge: how many sources say the same (a click unfolds them), or that they disagree."""

    fold_asked = Signal(str)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        _fill(option, _row_of(index), Column(index.column()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fills the option itself: while articles are read, each of the model's answers to Qt would wait for its turn."""
        row, column = _row_of(index), Column(index.column())
        drawn = QStyleOptionViewItem(option)
        _fill(drawn, row, column)
        widget = drawn.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, widget)
        if column == Column.KIND:
            words = _badge(row, _is_unfolded(index, row))
            if words:
                self._draw_badge(painter, option, words, row.conflict)

    def _draw_badge(self, painter: QPainter, option: QStyleOptionViewItem, words: str, conflict: bool) -> None:
        now, place = colors(), _badge_place(option)
        place.setWidth(min(place.width(), option.fontMetrics.horizontalAdvance(words) + 12))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(now.warning if conflict else now.line))
        painter.setBrush(QColor(now.panel))
        painter.drawRoundedRect(place, 6, 6)
        painter.setPen(QColor(now.warning if conflict else now.accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        row: EvidenceRow = index.data(ROW)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            on_badge = index.column() == Column.KIND and _badge_place(option).contains(event.position().toPoint())
            if row.leads and on_badge:
                self.fold_asked.emit(row.id)
                return True
        return super().editorEvent(event, model, option, index)


def _row_of(index: Index) -> EvidenceRow:
    """The row, asked of our model itself rather than through Qt."""
    proxy = index.model()
    if isinstance(proxy, EvidenceFilter):
        model = proxy.sourceModel()
        if isinstance(model, EvidenceModel):
            return model.at(proxy.mapToSource(index).row())
    row: EvidenceRow = index.data(ROW)
    return row


def _fill(option: QStyleOptionViewItem, row: EvidenceRow, column: Column) -> None:
    """What the cell shows, and how."""
    feature = QStyleOptionViewItem.ViewItemFeature
    if column == Column.PRINT:
        option.features |= feature.HasCheckIndicator
        option.checkState = Qt.CheckState.Checked if row.is_printed else Qt.CheckState.Unchecked
        return
    option.features |= feature.HasDisplay
    option.text = shown(row, column)
    if row.state in ("excluded", "other", "lost"):
        muted = QColor(colors().error if row.state == "lost" else colors().muted)
        option.palette.setColor(QPalette.ColorRole.Text, muted)
        option.palette.setColor(QPalette.ColorRole.HighlightedText, muted)
    if column == Column.TEXT:
        option.font.setStrikeOut(row.state in ("excluded", "lost"))
        option.text = f"{'✎ ' * bool(row.wording)}{'↳ ' * row.is_folded}{option.text}"
    elif column == Column.KIND and _badge(row, unfolded=False):
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    elif column == Column.SCORE:
        option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _badge_place(option: QStyleOptionViewItem) -> QRect:
    rect, line = QRect(option.rect), option.fontMetrics.height()
    return QRect(rect.left() + 8, rect.bottom() - line - 3, rect.width() - 10, line + 1)


def _is_unfolded(index: Index, row: EvidenceRow) -> bool:
    model = index.model()
    return isinstance(model, EvidenceFilter) and model.is_unfolded(row.group)


def _badge(row: EvidenceRow, unfolded: bool) -> str:
    company = f"{'▾' if unfolded else '▸'} ×{row.others + 1}" if row.leads else ""
    if not row.conflict:
        return company
    said = tr("conflict")
    return f"⚠ {company or said}"
