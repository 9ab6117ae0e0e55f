"""Qt without a screen, unless the test asks for a real one."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gui.shown import ARTICLE, settled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefgen.gui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """One line for all of this folder where Qt's libraries are missing."""
    del config
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        skip = pytest.mark.skip(reason=f"Qt cannot be loaded: {error}")
        for item in items:
            if "gui" in item.path.parts:
                item.add_marker(skip)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A user's folder of its own, and a window in English."""
    pytest.importorskip("PySide6.QtWidgets")
    from briefgen.gui import composing, reading
    from briefgen.gui.words import language, use_pseudo

    monkeypatch.setenv("BRIEFGEN_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(composing, "DEBOUNCE", 20)  # the tests do not wait for an analyst's hands
    monkeypatch.setattr(reading, "_PAUSE", 20)
    language.set("en")
    yield
    use_pseudo(None)
    language.set("en")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "lune.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture
def window(qtbot: "QtBot", tmp_path: Path) -> "Iterator[MainWindow]":
    """An empty window; nothing is asked when it closes."""
    from briefgen.gui.main_window import MainWindow
    from briefgen.gui.session_controller import SessionController
    from briefgen.model.briefing import BriefingOptions
    from briefgen.model.session import Session
    from briefgen.store.recovery import Recovery
    from briefgen.store.settings import Settings

    controller = SessionController(Session(options=BriefingOptions(lang="fr")), Recovery())
    shown = MainWindow(controller, Settings())
    shown.exporter.set_folder(tmp_path / "exports")
    controller.reader.keeps = False  # the tests of the library turn it on
    shown.show()
    yield shown
    controller.undo_stack.setClean()
    shown.close()
    shown.deleteLater()


@pytest.fixture
def full(window: "MainWindow", articles: Path, qtbot: "QtBot") -> "MainWindow":
    """The window with an article read and its pages shown."""
    window.window_actions.add_paths([articles])
    settled(window, qtbot)
    return window
