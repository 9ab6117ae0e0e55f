"""A process that is killed leaves its session to the next one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

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
