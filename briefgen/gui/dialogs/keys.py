"""The sheet of keys, from the table of actions."""

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QWidget

from briefgen.gui.actions import ACTIONS, MENUS, said_keys
from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr

_COLUMNS = ((0, 1), (2, 3), (4, 5))
"""Which menus stand below one another."""


class KeySheet(QDialog):
    """Keys and what they do, a group a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 20)
        layout.setSpacing(28)
        for menus in _COLUMNS:
            grid = QGridLayout()
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(6)
            for place in menus:
                self._add_group(grid, *MENUS[place])
            grid.setRowStretch(grid.rowCount(), 1)
            layout.addLayout(grid)

    def _add_group(self, grid: QGridLayout, title: str, ids: tuple[str, ...]) -> None:
        line = grid.rowCount()
        grid.addWidget(made(QLabel(tr(title)), objectName="groupTitle"), line, 0, 1, 2)
        rows = {row.id: row for row in ACTIONS}
        for id in ids:
            if id in rows and rows[id].shortcut:
                line += 1
                grid.addWidget(made(QLabel(said_keys(rows[id])), objectName="keys"), line, 0)
                grid.addWidget(made(QLabel(tr(rows[id].text)), objectName="hint"), line, 1)
