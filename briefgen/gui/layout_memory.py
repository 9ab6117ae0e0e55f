"""Where the window and its splitters stood, kept between runs; and the way that Tab goes."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from briefgen.store.settings import Settings

_SIZE = (1280, 800)
_FIRST = {"columns": [222, 640, 418], "left": [180, 540], "middle": [430, 290]}


def keep_layout(settings: Settings, window: QMainWindow, splitters: Mapping[str, QSplitter]) -> None:
    """Writes the places into the settings."""
    settings.set("window", bytes(window.saveGeometry().toBase64().data()).decode())
    for name, splitter in splitters.items():
        settings.set(f"splitter_{name}", bytes(splitter.saveState().toBase64().data()).decode())


def restore_layout(settings: Settings, window: QMainWindow, splitters: Mapping[str, QSplitter]) -> None:
    """The places of the last run, else those of the first."""
    geometry = settings.get("window", "")
    if not (geometry and window.restoreGeometry(_bytes(geometry))):
        window.resize(*_SIZE)
    for name, splitter in splitters.items():
        state = settings.get(f"splitter_{name}", "")
        if not (state and splitter.restoreState(_bytes(state))):
            splitter.setSizes(_FIRST[name])


def tab_through(*widgets: QWidget) -> None:
    """Tab goes from each widget to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode()))
