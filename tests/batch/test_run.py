"""Batches run in processes: what fails stops nothing, and what was done is not done again."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.cli.main import run
from briefgen.store.library import Library


def outputs(desk: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((desk / "out").glob("*"))}


def results(desk: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (desk / "desk.results.jsonl").read_text().splitlines()]


def test_every_briefing_of_the_manifest_is_made(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(desk / "desk.toml"), "--jobs", "2"]) == 0

    assert list(outputs(desk)) == [
        "2026-03-12_space_one.html", "morning_en.docx", "morning_en.pdf", "morning_fr.docx", "morning_fr.pdf",
    ]  # fmt: skip
    assert [(r["job"], r["lang"], r["error"]) for r in results(desk)] == [
        ("morning", "fr", None), ("morning", "en", None), ("one", "fr", None),
    ]  # fmt: skip
    assert "morning_fr.pdf" in capsys.readouterr().out
    assert "desk.results.txt" in [path.name for path in desk.iterdir()]


def test_a_dry_run_makes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(desk / "desk.toml"), "--dry-run"]) == 0

    assert "out/morning_fr.pdf" in capsys.readouterr().out
    assert not (desk / "out").exists()


def test_a_second_run_reads_nothing_again_and_gives_the_same_bytes(desk: Path) -> None:
    run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet"])
    first = outputs(desk)
    with_library = Library.open()
    before = [entry.added for entry in with_library.entries()]
    with_library.close()

    run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet"])

    with_library = Library.open()
    assert [entry.added for entry in with_library.entries()] == before
    with_library.close()
    assert outputs(desk) == first


def test_a_source_that_cannot_be_read_leaves_the_rest_alone(desk: Path) -> None:
    (desk / "articles" / "broken.pdf").write_bytes(b"no pdf")

    assert run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet"]) == 3

    assert len(outputs(desk)) == 5
    assert "broken.pdf" in str(results(desk)[0]["unread"])


def test_a_failing_job_is_told_and_the_others_are_made(desk: Path) -> None:
    manifest = desk / "desk.toml"
    manifest.write_text(
        manifest.read_text() + '\n[[job]]\nname = "bad"\nsources = "articles/"\nstyle = "nope"\nout = "out/bad.pdf"\n'
    )

    assert run(["batch", str(manifest), "--jobs", "1", "--quiet"]) == 3

    assert len(outputs(desk)) == 5
    assert "nope" in str(results(desk)[-1]["error"])


def test_resume_does_only_what_is_missing(desk: Path) -> None:
    run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet"])
    whole = outputs(desk)
    (desk / "out" / "morning_fr.pdf").write_bytes(b"spoiled")
    (desk / "out" / ".morning_en.pdf.tmp").write_bytes(b"stale")

    assert run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet", "--resume"]) == 0

    assert outputs(desk) == whole
    assert [r["skipped"] for r in results(desk)] == [False, True, True]


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_batch_is_completed_by_resume(seed: int, desk: Path) -> None:
    run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet"])
    undisturbed = outputs(desk)
    for path in (desk / "out").iterdir():
        path.unlink()
    (desk.parent / "home" / "library.sqlite").unlink()
    command = [sys.executable, "-m", "briefgen", "batch", str(desk / "desk.toml"), "--jobs", "2", "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ))
    time.sleep(random.Random(seed).uniform(0.3, 2.5))
    process.send_signal(signal.SIGKILL)
    process.wait()
    time.sleep(0.3)

    assert run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet", "--resume"]) == 0

    assert outputs(desk) == undisturbed


def test_new_since_the_last_briefing(desk: Path) -> None:
    manifest = desk / "desk.toml"
    manifest.write_text(
        '[[job]]\nsources = "articles/"\ntopics = "space"\nsince_last = "daily"\nlang = "fr"\nout = "out/{name}.json"\n'
    )
    run(["batch", str(manifest), "--jobs", "1", "--quiet"])
    text = (desk / "articles" / "a0.txt").read_text().replace("Mars", "Europe").replace("100", "777")
    (desk / "articles" / "new.txt").write_text(text)

    assert run(["batch", str(manifest), "--jobs", "1", "--quiet"]) == 0

    assert [s["path"] for s in json.loads((desk / "out" / "job1.json").read_text())["sources"]] == ["articles/new.txt"]
