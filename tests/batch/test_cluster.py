"""The same plan on a Dask cluster of this machine: a worker killed in mid-run loses nothing."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.cli.main import run

pytest.importorskip("distributed")


def start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dask", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ))


@pytest.fixture
def cluster(desk: Path, tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """(address of a scheduler, its two workers)."""
    address_file = tmp_path / "scheduler.json"
    scheduler = start(
        "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(address_file)
    )
    for _attempt in range(100):
        if address_file.exists():
            break
        time.sleep(0.1)
    import json

    address = json.loads(address_file.read_text())["address"]
    options = ("--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(tmp_path))
    workers = [start("worker", address, *options) for _ in range(2)]
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def test_a_cluster_gives_the_same_files_as_this_machine(
    desk: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet"])
    local = {path.name: path.read_bytes() for path in (desk / "out").iterdir()}
    for path in (desk / "out").iterdir():
        path.unlink()
    (desk.parent / "home" / "library.sqlite").unlink()
    process = subprocess.Popen(
        [sys.executable, "-m", "briefgen", "batch", str(desk / "desk.toml"), "--quiet", "--scheduler", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=dict(os.environ),
    )
    time.sleep(2)
    workers[0].kill()

    _out, told = process.communicate(timeout=120)

    assert process.returncode == 0, told.decode()
    assert {path.name: path.read_bytes() for path in (desk / "out").iterdir()} == local


def test_a_scheduler_that_does_not_answer_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(desk / "desk.toml"), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "no Dask scheduler" in capsys.readouterr().err
