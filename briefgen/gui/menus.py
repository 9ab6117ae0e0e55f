"""The menu behind the button at the upper left: every action of the table, and the sessions lately used."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from briefgen.gui.actions import LINE, MENUS, RECENT, Actions
from briefgen.gui.words import language, tr
from briefgen.i18n.mark import mark as _

_RECENT = _("Open recent")


class MainMenu(QMenu):
    """A menu of menus; its words follow the window's language."""

    def __init__(
        self, actions: Actions, recent: Callable[[], Sequence[str]], opened: Callable[[Path], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._recent, self._opened = recent, opened
        self._menus: list[tuple[QMenu, str]] = []
        for title, ids in MENUS:
            self._fill(self._added(self, title), actions, ids)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _added(self, menu: QMenu, title: str) -> QMenu:
        below = menu.addMenu("")
        self._menus.append((below, title))
        return below

    def _fill(self, menu: QMenu, actions: Actions, ids: Sequence[str]) -> None:
        for id in ids:
            if id == LINE:
                menu.addSeparator()
            elif id == RECENT:
                below = self._added(menu, _RECENT)
                below.aboutToShow.connect(lambda below=below: self._show_recent(below))
            else:
                menu.addAction(actions[id])

    def _show_recent(self, menu: QMenu) -> None:
        menu.clear()
        for name in self._recent():
            path = Path(name)
            action = menu.addAction(path.stem)
            action.setToolTip(name)
            action.triggered.connect(lambda _on=False, path=path: self._opened(path))
        if menu.isEmpty():
            menu.addAction(tr("No session yet")).setEnabled(False)

    def retranslate(self) -> None:
        """Says the titles again."""
        for menu, title in self._menus:
            menu.setTitle(tr(title))
