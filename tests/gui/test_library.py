"""The library in the window: what was read is kept, is not read again, is found by its words and added."""

from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefgen.gui import reading
from briefgen.gui.dialogs.library import LibraryDialog
from briefgen.gui.library_actions import found
from briefgen.gui.main_window import MainWindow
from briefgen.model.session import Session
from briefgen.pipeline import read_sources
from briefgen.sessions import open_session
from briefgen.store.library import Library
from briefgen.store.session import load_session
from tests.gui.shown import WAIT, page_text, settled


@pytest.fixture
def kept(full: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window once what it read is in the library."""
    control = full.controller
    control.reader.keeps = True
    control.reader._keep()
    qtbot.waitUntil(lambda: not control.reader.keeping, timeout=WAIT)
    return full


def emptied(window: MainWindow) -> None:
    """An empty session that remembers nothing of what was read."""
    window.controller.reader.forget()
    window.controller.replace_with(Session(options=window.controller.session.options))


def test_what_was_read_is_in_the_library(kept: MainWindow) -> None:
    [entry] = Library.open().entries()

    assert entry.id == kept.controller.extractions[0].source.id


def test_a_file_that_the_library_knows_is_not_read_again(
    kept: MainWindow, articles: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept.controller.extractions
    emptied(kept)
    monkeypatch.setattr(reading, "_read_one", lambda _path: pytest.fail("it was read again"))

    kept.window_actions.add_paths([articles])
    settled(kept, qtbot)

    assert kept.controller.extractions == before


def test_articles_are_found_by_their_words_and_added(kept: MainWindow, qtbot: QtBot) -> None:
    emptied(kept)
    dialog = LibraryDialog(found, set(), kept)
    dialog.added.connect(kept.controller.add_stored)
    dialog.show()

    dialog.words.setText("absent")
    qtbot.waitUntil(lambda: "holds these words" in dialog._said.text(), timeout=WAIT)
    dialog.words.setText("sélène")
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1, timeout=WAIT)
    dialog.list.setFocus()
    dialog.list.selectAll()
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    dialog.reject()
    settled(kept, qtbot)

    assert "retournons" in page_text(kept.controller.preview.pdf.data)  # type: ignore[union-attr]
    assert kept.sources.at(0).outlet == "La Vigie"
    kept.controller.undo_stack.undo()
    assert kept.sources.rowCount() == 0


def test_a_session_keeps_what_it_took_from_the_library(
    kept: MainWindow, articles: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    id = kept.controller.extractions[0].source.id
    (articles / "lune.txt").unlink()
    emptied(kept)
    kept.controller.add_stored([id])
    settled(kept, qtbot)
    kept.controller.save(tmp_path / "work.briefgen")

    session, _digest = load_session(tmp_path / "work.briefgen")
    opened = open_session(session)

    assert [(s.id, s.path) for s in session.sources] == [(id, "")]
    assert [extraction.source.id for extraction in opened.reading.extractions] == [id]
    Library.open().remove([id])
    assert [failure.exit_code for failure in open_session(session).reading.failures] == [3]


def test_what_an_export_has_used_is_no_longer_new(kept: MainWindow, qtbot: QtBot) -> None:
    assert len(found("", only_new=True)) == 1

    kept.window_actions.library.remember_export()
    kept.window_actions.library.wait()

    assert found("", only_new=True) == []
    assert len(found("", only_new=False)) == 1


def test_a_damaged_library_is_told_and_done_without(
    window: MainWindow, articles: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "library.sqlite").write_bytes(b"no library at all" * 400)
    window.controller.reader.keeps = True

    window.window_actions.add_paths([articles])
    settled(window, qtbot)

    assert window.banners.shows("library")
    assert window.evidence.rowCount() > 0
    assert len(read_sources([articles]).extractions) == 1
