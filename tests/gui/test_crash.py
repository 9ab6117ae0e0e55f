"""A process that is killed leaves its session to the next one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from briefgen.gui.app import _report_with, offer_recovery
from briefgen.gui.dialogs.crash import CrashReport
from briefgen.gui.main_window import MainWindow
from briefgen.gui.notices import Notice
from briefgen.store.recovery import forget, left_behind

KILLED = """
import os, signal
from briefgen.gui.app import make_app, make_window
from briefgen.gui.words import language
from briefgen.store.settings import Settings
app = make_app(["briefgen"])
language.set("fr")
window = make_window(Settings())
window.show()
window.window_actions.set_option("marking", "AMBER")
window.window_actions.set_topic("space", True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_window_s_session_is_offered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = str(tmp_path / "home")
    environment = {**os.environ, "BRIEFGEN_HOME": home, "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run([sys.executable, "-c", KILLED], env=environment, capture_output=True)

    assert done.returncode < 0
    monkeypatch.setenv("BRIEFGEN_HOME", home)
    [left] = left_behind()
    assert left.session.options.marking == "AMBER"
    assert left.session.options.topics == ("space",)
    forget(left)
    assert left_behind() == []


def test_an_error_of_ours_shows_a_report_that_can_be_copied(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[CrashReport] = []
    monkeypatch.setattr(CrashReport, "exec", lambda report: shown.append(report))

    try:
        raise ZeroDivisionError("planned")
    except ZeroDivisionError as error:
        _report_with(window)(type(error), error, error.__traceback__)
    copy = next(button for button in shown[0].findChildren(QPushButton) if button.text() == "Copy")
    copy.click()

    assert "ZeroDivisionError: planned" in QGuiApplication.clipboard().text()
    assert "unhandled" in caplog.text


def test_an_error_of_ours_in_the_background_is_a_banner_with_the_report(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[CrashReport] = []
    monkeypatch.setattr(CrashReport, "exec", lambda report: shown.append(report))

    window.window_actions.tell_failure("preview", ZeroDivisionError("planned"))
    [banner] = window.banners.banners()
    banner.notice.steps[0].run()

    assert len(shown) == 1


def test_a_banner_takes_the_place_of_one_that_tells_the_same(window: MainWindow) -> None:
    for text in ("one", "two"):
        window.tell(Notice("open", "error", text))

    assert [banner.notice.text for banner in window.banners.banners()] == ["two"]


def test_restored_work_is_not_saved_yet(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.window_actions.set_option("marking", "AMBER")
    window.controller._recovery = None
    monkeypatch.setattr("briefgen.store.recovery._runs", lambda _pid: False)

    offer_recovery(window)
    [banner] = window.banners.banners()
    banner.notice.steps[0].run()

    assert window.controller.session.options.marking == "AMBER"
    assert window.isWindowModified()
    assert left_behind() == []
