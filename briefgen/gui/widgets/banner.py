"""Banners over the panes: a cause and the next step; one of the same key takes the other's place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from briefgen.gui.icons import icon
from briefgen.gui.notices import Notice
from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr

_MOST = 3
_COLORS = {"info": "accent", "success": "success", "warning": "warning", "error": "error"}


class Banner(QFrame):
    """One notice with its buttons and a cross."""

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("banner")
        self.setProperty("level", notice.level)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        sign = QLabel()
        sign.setPixmap(icon(notice.level, _COLORS[notice.level]).pixmap(QSize(18, 18)))
        layout.addWidget(sign)
        words = QLabel(notice.text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(words, 1)
        for step in notice.steps:
            button = QPushButton(step.text)
            button.clicked.connect(step.run)
            layout.addWidget(button)
        close = made(QToolButton(), icon=icon("close", "muted"), toolTip=tr("Close"))
        close.setAccessibleName(tr("Close"))
        close.clicked.connect(self.deleteLater)
        layout.addWidget(close)
        self.setAccessibleName(notice.text)


class BannerArea(QWidget):
    """The banners of the window, the latest last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_notice(self, notice: Notice) -> None:
        """Shows the notice in place of one with the same key; the oldest goes when there are too many."""
        for banner in self.banners():
            if banner.notice.key == notice.key:
                self._drop(banner)
        for banner in self.banners()[: 1 - _MOST]:
            self._drop(banner)
        self._layout.addWidget(Banner(notice, self))

    def clear(self, key: str) -> None:
        """Takes away the notice with that key."""
        for banner in self.banners():
            if banner.notice.key == key:
                self._drop(banner)

    def shows(self, key: str) -> bool:
        """Whether a notice with that key is shown."""
        return any(banner.notice.key == key for banner in self.banners())

    def banners(self) -> list[Banner]:
        """Those shown now."""
        items = (self._layout.itemAt(place) for place in range(self._layout.count()))
        return [item.widget() for item in items if item and isinstance(item.widget(), Banner)]  # type: ignore[misc]

    def _drop(self, banner: Banner) -> None:
        self._layout.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
