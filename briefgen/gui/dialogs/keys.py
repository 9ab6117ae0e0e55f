"""The sheet of keys, from the table of actions."""

from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from briefgen.gui.actions import ACTIONS, KEYS_OF_THE_TABLE
from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr


class KeySheet(QDialog):
    """Two columns of keys and what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        rows = [*((row.shortcut, row.text) for row in ACTIONS if row.shortcut), *KEYS_OF_THE_TABLE]
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(24)
        half = (len(rows) + 1) // 2
        for place, (keys, text) in enumerate(rows):
            row, column = place % half, 2 * (place // half)
            grid.addWidget(QLabel(f"<b>{keys}</b>"), row, column)
            grid.addWidget(made(QLabel(tr(text)), objectName="hint"), row, column + 1)
