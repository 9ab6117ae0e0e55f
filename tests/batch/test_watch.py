"""A watched folder: a new article makes the jobs again that use it, and the watch stops when it is told to."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path


def wait_for(condition: object, seconds: float = 30) -> bool:
    for _attempt in range(int(seconds * 10)):
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.1)
    return False


def test_a_new_article_makes_its_jobs_again_and_a_signal_stops_the_watch(desk: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "briefgen",
        "watch",
        str(desk / "articles"),
        "--manifest",
        str(desk / "desk.toml"),
        "--jobs",
        "1",
    ]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env={**os.environ, "LANG": "C"}, text=True
    )
    assert process.stderr is not None
    assert "Watching" in process.stderr.readline()
    time.sleep(0.5)

    text = (desk / "articles" / "a0.txt").read_text().replace("Mars", "Europe")
    (desk / "articles" / "b1.txt").write_text(text)
    made = wait_for(lambda: (desk / "out" / "morning_en.pdf").exists() and (desk / "desk.results.jsonl").exists())
    process.send_signal(signal.SIGTERM)

    assert process.wait(timeout=20) == 0
    assert made
    assert not (desk / "out" / "2026-03-12_space_one.html").exists()
    process.stderr.close()
