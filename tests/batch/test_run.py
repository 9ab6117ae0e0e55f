"""Batches run in processes: what fails stops nothing, and what was done is not done again."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.batch import work
from briefgen.batch.manifest import read_manifest
from briefgen.batch.plan import plan
from briefgen.cli.main import run
from briefgen.errors import DEBUG
from briefgen.model.briefing import BriefingOptions
from briefgen.model.selection import Selection
from briefgen.model.session import Session, SessionSource
from briefgen.pipeline import extract_path
from briefgen.sessions import anchors_of
from briefgen.store.library import Library, library_url
from briefgen.store.session import save_session
from tests.batch.kills import batch, is_whole, kill_at_random, outputs


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


def test_a_batch_killed_again_and_again_loses_and_spoils_nothing(desk: Path) -> None:
    assert batch(desk, "--jobs", "2").wait() == 0
    undisturbed = outputs(desk)

    found, _moments = kill_at_random(desk, 5, seed=3, longest=2.5)

    assert found == undisturbed
    assert not list(desk.rglob(".*.tmp"))
    assert is_whole(desk.parent / "home" / "library.sqlite")


def test_a_series_is_not_made_again_when_nothing_is_new(desk: Path) -> None:
    manifest = desk / "desk.toml"
    manifest.write_text(
        '[[job]]\nsources = "articles/"\nsince_last = "daily"\nlang = ["fr", "en"]\nout = "out/{name}_{lang}.json"\n'
    )
    run(["batch", str(manifest), "--jobs", "1", "--quiet"])
    first = outputs(desk)

    assert run(["batch", str(manifest), "--jobs", "1", "--quiet", "--resume"]) == 0
    assert [r["skipped"] for r in results(desk)] == [True, True]
    assert run(["batch", str(manifest), "--jobs", "1", "--quiet"]) == 0
    assert [r["note"] for r in results(desk)] == ["nothing new since the last “daily”"] * 2
    assert outputs(desk) == first


def test_a_session_brings_its_sources_options_and_choices(desk: Path) -> None:
    [extraction] = extract_path(desk / "articles" / "a0.txt")
    kept = next(f"{extraction.source.id}:{item.id}" for item in extraction.quotes)
    selection = Selection(included=frozenset({kept}))
    source = SessionSource(extraction.source.id, str(desk / "articles" / "a0.txt"), extraction.source.sha256)
    options = BriefingOptions(("space",), "en", title="The desk’s own title")
    session = Session(options, selection, (source,), anchors_of(selection, [extraction]))
    save_session(session, desk / "x.briefgen")
    manifest = desk / "desk.toml"
    manifest.write_text(
        '[defaults]\nsources = "articles/"\n[[job]]\nsession = "x.briefgen"\nmarking = "GREEN"\nout = "out/a.json"\n'
        '[[job]]\nsession = "gone.briefgen"\nout = "out/b.json"\n'
    )

    assert run(["batch", str(manifest), "--jobs", "1", "--quiet"]) == 3

    made = json.loads((desk / "out" / "a.json").read_text())
    assert (made["language"], made["marking"]) == ("en", "GREEN")
    assert made["header"]["title"] == "The desk’s own title"
    assert [s["path"] for s in made["sources"]] == ["a0.txt"]
    assert kept in [id for section in made["sections"] for item in section["items"] for id in item["evidence"]]
    assert "desk.toml:8: gone.briefgen" in str(results(desk)[1]["error"])


def test_a_library_query_brings_sources(desk: Path) -> None:
    run(["library", "add", str(desk / "articles"), "--quiet", "--jobs", "1"])
    manifest = desk / "desk.toml"
    manifest.write_text('[[job]]\nlibrary = "venus"\nlang = "fr"\nout = "out/a.json"\n')

    assert run(["batch", str(manifest), "--jobs", "1", "--quiet"]) == 0

    assert [s["path"] for s in json.loads((desk / "out" / "a.json").read_text())["sources"]] == ["articles/a1.txt"]


def test_outputs_among_the_sources_are_never_read_as_articles(desk: Path) -> None:
    manifest = desk / "desk.toml"
    manifest.write_text('[[job]]\nsources = ["."]\nlang = "fr"\nout = "{date}_{name}.html"\n')
    for _time in range(2):
        assert run(["batch", str(manifest), "--jobs", "1", "--quiet"]) == 0

    assert results(desk)[0]["sources"] == 3


def test_a_library_that_knows_the_sources_is_not_asked_to_read_them(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["library", "add", str(desk / "articles"), "--quiet", "--jobs", "1"])
    monkeypatch.setattr("briefgen.batch.intake.read_files", None)

    assert run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet"]) == 0


def test_new_references_beside_the_articles_are_read_into_them(desk: Path) -> None:
    manifest = desk / "desk.toml"
    manifest.write_text('[[job]]\nsources = "articles/"\nlang = "fr"\nout = "out/a.json"\n')
    run(["batch", str(manifest), "--jobs", "1", "--quiet"])
    reference = [{"title": "t", "file": "a0.txt", "author": [{"literal": "Paul Mercier"}]}]
    (desk / "articles" / "zotero.json").write_text(json.dumps(reference))

    run(["batch", str(manifest), "--jobs", "1", "--quiet", "--resume"])

    assert "Paul Mercier" in [s["author"] for s in json.loads((desk / "out" / "a.json").read_text())["sources"]]


def test_the_results_can_be_had_as_json(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--json", "--quiet"])

    assert [row["job"] for row in json.loads(capsys.readouterr().out)] == ["morning", "morning", "one"]


def test_ctrl_c_leaves_no_half_file_and_the_rest_is_made_by_resume(desk: Path) -> None:
    manifest = desk / "desk.toml"
    again = "".join(
        f'[[job]]\nname = "more{n}"\nsources = ["articles/"]\nlang = "fr"\nout = "out/{{name}}.pdf"\n'
        for n in range(40)
    )  # enough to be stopped in the midst
    manifest.write_text(manifest.read_text(encoding="utf-8") + again, encoding="utf-8")
    command = [sys.executable, "-m", "briefgen", "batch", str(desk / "desk.toml"), "--jobs", "1"]
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "start_new_session": True}
    with subprocess.Popen(command, text=True, **pipes) as process:  # type: ignore[call-overload]
        process.stderr.readline()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers get it too
        told = process.stderr.read()
        code = process.wait()

    assert (code, told.splitlines()[-1]) == (130, "Stopped; nothing was left half written.")
    assert "Traceback" not in told
    assert not list(desk.rglob(".*.tmp"))
    assert run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet", "--resume"]) == 0
    assert len(outputs(desk)) == 45


def test_a_fault_of_our_own_is_one_line_and_a_trace_with_debug(
    desk: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(*_ignored: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(work, "compose", break_down)
    planned = replace(plan(read_manifest(desk / "desk.toml"))[0], files=())

    monkeypatch.delenv(DEBUG, raising=False)
    [outcome] = work.make_briefings([(planned, ())], library_url())
    assert "ZeroDivisionError" in (outcome.error or "")
    assert caplog.records == []

    monkeypatch.setenv(DEBUG, "1")
    work.make_briefings([(planned, ())], library_url())
    assert [record.exc_info is not None for record in caplog.records] == [True]
