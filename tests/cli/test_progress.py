"""Progress: bars on a terminal; elsewhere lines now and then, each with rate and time left, none for what is done at once."""

import itertools
import os
import re
import subprocess
import sys

import pytest

from briefgen.cli import talk


def test_a_line_every_few_seconds_with_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count(0, 2)
    monkeypatch.setattr(talk.time, "monotonic", lambda: float(next(seconds)))
    told: list[str] = []
    report = talk.Lines(told.append, str)

    for done in range(1, 7):
        report("sources", 10 * done, 100)

    assert told == [
        "Sources: 30 of 100, 5.0 a second, 14 s left",
        "Sources: 60 of 100, 5.0 a second, 8 s left",
    ]


def test_work_that_is_done_at_once_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    report = talk.Lines(told.append, str)

    report("reading", 1, 2)
    report("reading", 2, 2)

    assert told == []


WORK = """
import time
from briefgen.cli.talk import Talk

talk = Talk()
with talk.progress() as report:
    for done in range(5):
        report("sources", done, 4)
        time.sleep(0.15)
        talk.say("desk{number}: written", number=done)
    report("briefings", 1, 4)
    time.sleep(0.15)
talk.say("after")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_on_a_terminal_bars_are_drawn_and_what_is_said_stands_above_them() -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "LANG": "C", "COLUMNS": "80"}
    with subprocess.Popen([sys.executable, "-c", WORK], stderr=theirs, env=environment) as process:
        os.close(theirs)
        drawn = _all_of(ours)
    assert process.returncode == 0

    lines = [line for line in re.split(r"[\r\n]+", re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", drawn)) if line.strip()]
    frames = "\n".join(lines)
    assert re.search(r"Sources +━+ +4/4 +\d+\.\d/s +0:00:00", frames)
    assert re.search(r"Briefings +[━╸╺]+ +1/4", frames)
    said = [line for line in lines if "written" in line or "after" in line]
    assert said == [*(f"desk{number}: written" for number in range(5)), "after"]


def _all_of(terminal: int) -> str:
    """What is written to the terminal until its other end is closed."""
    pieces = []
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        pieces.append(piece)
    os.close(terminal)
    return b"".join(pieces).decode()
