"""A batch killed at random moments, again and again, and what is then on the disk."""

import os
import random
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
        return subprocess.Popen(command, stdout=told, stderr=told, env=dict(os.environ))


def kill_at_random(desk: Path, times: int, seed: int, longest: float) -> tuple[dict[str, bytes], list[float]]:
    """(outputs after a last undisturbed run, the moments of the kills), each run but the first with --resume.

    Before each run some outputs are taken away, and now and then the library too, so that there is work to disturb.
    """
    chance = random.Random(seed)
    moments = []
    for _round in range(times):
        for path in sorted((desk / "out").glob("*")):
            if chance.random() < 0.6:
                path.unlink()
        if chance.random() < 0.3:
            for path in (desk.parent / "home").glob("library.sqlite*"):
                path.unlink()
        process = batch(desk, "--resume", "--jobs", "2")
        moments.append(chance.uniform(0.2, longest))
        time.sleep(moments[-1])
        process.kill()
        process.wait()
        time.sleep(0.2)
    code = batch(desk, "--resume", "--jobs", "2").wait()
    assert code == 0, (desk.parent / "told.txt").read_text(encoding="utf-8")
    return outputs(desk), moments


def is_whole(library: Path) -> bool:
    """Whether SQLite finds nothing wrong with the library, its full-text index included."""
    with sqlite3.connect(library) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchall()
        connection.execute("INSERT INTO source_words (source_words) VALUES ('integrity-check')")
    connection.close()
    return verdict == [("ok",)]
