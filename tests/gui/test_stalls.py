"""The window answers while many articles are read. The figure is that of `tests.bench.gui_speed`; this bound is generous."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from briefgen.gui.main_window import MainWindow
from tests.gui.shown import ARTICLE, settled

ARTICLES = 60
BOUND = 1.0
"""Seconds: ten times the target, for machines that do other work besides."""


def test_no_turn_of_the_event_loop_is_long_while_articles_are_read(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(ARTICLES):
        (tmp_path / f"{number}.txt").write_text(ARTICLE.replace("310", str(310 + number)), encoding="utf-8")
    beats = [time.perf_counter()]
    heart = QTimer(window, interval=10)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()

    window.window_actions.add_paths([tmp_path])
    settled(window, qtbot)

    assert window.sources.rowCount() == ARTICLES
    assert len(beats) > 10
    assert max(after - before for before, after in pairwise(beats)) < BOUND
