"""A failure is a banner with its cause and the next step."""

from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from pytestqt.qtbot import QtBot

from briefgen.errors import OutputError
from briefgen.gui import changes
from briefgen.gui.main_window import MainWindow
from tests.gui.shown import WAIT, settled


def test_a_file_that_is_not_there_can_be_looked_for(window: MainWindow) -> None:
    window.window_actions.add_paths(["/no/such/article.txt"])

    [banner] = window.banners.banners()
    assert "no such file" in banner.notice.text
    assert [step.text for step in banner.notice.steps] == ["Add files…"]


def test_an_export_that_cannot_be_written_offers_another_folder(window: MainWindow, tmp_path: Path) -> None:
    window.window_actions.tell_failure("export", OutputError("{name}: the disk is full.", name="b.pdf"))

    [banner] = window.banners.banners()
    assert [step.text for step in banner.notice.steps] == ["Choose the export folder…"]


def test_the_same_failure_again_takes_the_place_of_the_first(window: MainWindow) -> None:
    for name in ("a", "b"):
        window.window_actions.add_paths([f"/no/such/{name}.txt"])

    assert ["/no/such/b.txt" in banner.notice.text for banner in window.banners.banners()] == [True]


def test_an_export_without_pages_says_so_and_is_forgotten(full: MainWindow, qtbot: QtBot) -> None:
    control = full.controller
    control.edit("x", changes.with_options, topics=())

    full.window_actions.export("pdf")
    qtbot.waitUntil(lambda: control.preview is None and not control.busy, timeout=WAIT)
    assert full.banners.shows("export")

    with qtbot.assertNotEmitted(full.exporter.exported, wait=300):
        control.undo_stack.undo()
        settled(full, qtbot)
