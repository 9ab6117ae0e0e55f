"""A file that holds several articles: each is a source of its own, in the list, in the session, on the command line."""

from email.message import EmailMessage
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from pytestqt.qtbot import QtBot

from briefgen.gui.main_window import MainWindow
from briefgen.model.session import Session
from briefgen.sessions import open_session
from briefgen.store.session import load_session
from tests.gui.shown import ARTICLE, OTHER, page_text, settled


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """A mail whose body is one article, with another attached."""
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = "Revue", "a@example.org", "Wed, 11 Mar 2026 08:00:00 +0000"
    message.set_content(ARTICLE)
    message.add_attachment(OTHER.encode(), maintype="text", subtype="plain", filename="phare.txt")
    path = tmp_path / "revue.eml"
    path.write_bytes(message.as_bytes())
    return path


@pytest.fixture
def two(window: MainWindow, mail: Path, qtbot: QtBot) -> MainWindow:
    window.window_actions.add_paths([mail])
    settled(window, qtbot)
    return window


def keys(window: MainWindow) -> list[str]:
    return [window.sources.at(place).key for place in range(window.sources.rowCount())]


def test_each_article_of_a_file_has_its_line(two: MainWindow) -> None:
    assert len(keys(two)) == 2
    assert keys(two)[1].endswith("revue.eml#phare.txt")
    assert {row.ids for row in map(two.sources.at, range(2))} == {(e.source.id,) for e in two.controller.extractions}


def test_one_of_them_can_be_taken_out_and_comes_back(two: MainWindow, qtbot: QtBot) -> None:
    two.sources_pane.view.setCurrentIndex(two.sources.index(1))

    two.actions_table["remove"].trigger()
    settled(two, qtbot)
    assert len(keys(two)) == 1
    assert "suivront" not in page_text(two.controller.preview.pdf.data)  # type: ignore[union-attr]

    two.controller.undo_stack.undo()
    settled(two, qtbot)
    assert "suivront" in page_text(two.controller.preview.pdf.data)  # type: ignore[union-attr]


def test_what_is_typed_of_one_is_not_said_of_the_other(two: MainWindow, qtbot: QtBot) -> None:
    from briefgen.gui import changes

    two.controller.edit("x", changes.with_metadata, keys(two)[1], {"outlet": "Le Grand Phare"})
    settled(two, qtbot)

    assert [e.source.outlet == "Le Grand Phare" for e in two.controller.extractions] == [False, True]


def test_a_session_names_each_and_the_command_line_reads_only_those(
    two: MainWindow, mail: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "work.briefgen"
    two.controller.save(path)
    session, _digest = load_session(path)
    assert [source.part for source in session.sources] == [None, "phare.txt"]
    assert len(open_session(session).reading.extractions) == 2

    two.sources_pane.view.setCurrentIndex(two.sources.index(0))
    two.actions_table["remove"].trigger()
    two.controller.save(path)
    [left] = open_session(load_session(path)[0]).reading.extractions
    assert left.source.part == "phare.txt"

    two.controller.replace_with(Session(options=two.controller.session.options))
    two.controller.load(path)
    settled(two, qtbot)
    assert [e.source.part for e in two.controller.extractions] == ["phare.txt"]


def test_adding_the_file_again_adds_nothing(two: MainWindow, mail: Path, qtbot: QtBot) -> None:
    two.window_actions.add_paths([mail])
    settled(two, qtbot)

    assert len(keys(two)) == 2
