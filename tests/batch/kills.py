"""A batch killed at random moments, again and again, and what is then on the disk."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path


def outputs(desk: Path) -> dict[str, bytes]:
    """Name → bytes of every file in the manifest's output folder."""
    return {path.name: path.read_bytes() for path in sorted((desk / "out").glob("*"))}


def batch(desk: Path, *options: str) -> subprocess.Popen[bytes]:
    """A batch of the desk's manifest, started."""
    command = [sys.executable, "-m", "briefgen", "batch", str(desk / "desk.toml"), *options]
    with (desk.parent / "told.txt").open("ab") as told:
        return subprocess.Popen(command, stdout=told, stderr=told, env=dict(os.environ), start_new_session=True)


def kill_at_random(desk: Path, times: int, seed: int, longest: float) -> tuple[dict[str, bytes], list[float]]:
    """(outputs after a last undisturbed run, the moments of the kills), each run but the first with --resume.

    Killed is the parent alone, whose workers may then live on for a moment beside the next run, or all of them at once. Before
    each run some outputs are taken away, and now and then the library too, so that there is work to disturb.
    """
    chance = random.Random(seed)
    moments = []
    for _round in range(times):
        for path in sorted((desk / "out").glob("*")):
            if chance.random() < 0.6:
                path.unlink(missing_ok=True)  # a worker that lives on may just be giving it its name
        process = batch(desk, "--resume", "--jobs", "2")
        moments.append(chance.uniform(0.2, longest))
        time.sleep(moments[-1])
        if chance.random() < 0.5:
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if chance.random() < 0.3:
            wait_for_workers(process.pid)
            for path in (desk.parent / "home").glob("library.sqlite*"):
                path.unlink()
    code = batch(desk, "--resume", "--jobs", "2").wait()
    assert code == 0, (desk.parent / "told.txt").read_text(encoding="utf-8")
    return outputs(desk), moments


def wait_for_workers(group: int, seconds: float = 20) -> None:
    """Until no process of a killed batch lives; they end by themselves when their parent is gone."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    raise AssertionError(f"workers outlive their parent by more than {seconds} s")


def is_whole(library: Path) -> bool:
    """Whether SQLite finds nothing wrong with the library, its full-text index included."""
    with sqlite3.connect(library) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchall()
        connection.execute("INSERT INTO source_words (source_words) VALUES ('integrity-check')")
    connection.close()
    return verdict == [("ok",)]
