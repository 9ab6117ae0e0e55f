"""Draws a row of evidence: what is left out is dimmed and struck, a conflict and company have their signs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefgen.gui.models.evidence_model import ROW, Column
from briefgen.gui.models.rows import EvidenceRow
from briefgen.gui.theme import colors

Index = QModelIndex | QPersistentModelIndex


class EvidenceDelegate(QStyledItemDelegate):
    """The text column carries the signs: ⚠ where figures diverge, ×3 where three sources agree."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        row: EvidenceRow = index.data(ROW)
        now = colors()
        if row.state in ("excluded", "other"):
            option.palette.setColor(QPalette.ColorRole.Text, QColor(now.muted))
            option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(now.muted))
        if index.column() != Column.TEXT:
            return
        option.font.setStrikeOut(row.state == "excluded")
        signs = ("⚠ " if row.conflict else "") + (f"×{row.others + 1} " if row.others else "")
        option.text = signs + option.text
