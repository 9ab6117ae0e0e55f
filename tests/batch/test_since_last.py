"""New since the last briefing of a name: in a batch, in a single briefing, in a search."""

import json
from pathlib import Path

import pytest

from briefgen.cli.main import run

SERIES = '[[job]]\nsources = "articles/"\ntopics = "space"\nsince_last = "daily"\nlang = "fr"\nout = "out/a.json"\n'


def batch(desk: Path, manifest: str, *options: str) -> int:
    (desk / "desk.toml").write_text(manifest, encoding="utf-8")
    return run(["batch", str(desk / "desk.toml"), "--jobs", "1", "--quiet", *options])


def add_article(desk: Path, name: str, place: str, day: int = 10) -> None:
    text = (desk / "articles" / "a0.txt").read_text(encoding="utf-8")
    text = text.replace("Mars", place).replace("10 mars", f"{day} mars").replace("100", f"{len(place)}77")
    (desk / "articles" / name).write_text(text, encoding="utf-8")


def printed(file: Path) -> list[str]:
    return [Path(source["path"]).name for source in json.loads(file.read_text(encoding="utf-8"))["sources"]]


def build(desk: Path, *options: str) -> int:
    arguments = ["--topic", "space", "--since-last", "daily", "--out", str(desk / "b.json"), "--quiet", *options]
    return run(["build", str(desk / "articles"), *arguments])


def test_a_batch_prints_only_what_is_new(desk: Path) -> None:
    batch(desk, SERIES)
    add_article(desk, "new.txt", "Europe")

    assert batch(desk, SERIES) == 0

    assert printed(desk / "out" / "a.json") == ["new.txt"]


def test_what_the_period_leaves_out_stays_new(desk: Path) -> None:
    add_article(desk, "late.txt", "Europe", day=20)
    batch(desk, SERIES + 'until = "2026-03-15"\n')
    first = printed(desk / "out" / "a.json")

    batch(desk, SERIES + 'until = "2026-03-31"\n')

    assert (first, printed(desk / "out" / "a.json")) == (["a0.txt", "a1.txt", "a2.txt"], ["late.txt"])


def test_a_lost_output_is_made_again_as_it_was(desk: Path) -> None:
    batch(desk, SERIES)
    made = (desk / "out" / "a.json").read_bytes()
    (desk / "out" / "a.json").unlink()

    assert batch(desk, SERIES) == 0

    assert (desk / "out" / "a.json").read_bytes() == made


def test_a_single_briefing_prints_only_what_is_new(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(desk) == 0
    assert printed(desk / "b.json") == ["a0.txt", "a1.txt", "a2.txt"]

    assert build(desk) == 4
    assert "Nothing is new since the last “daily”" in capsys.readouterr().err

    add_article(desk, "new.txt", "Europe")
    assert build(desk) == 0
    assert printed(desk / "b.json") == ["new.txt"]


def test_each_language_of_a_name_counts_for_itself(desk: Path) -> None:
    assert build(desk, "--lang", "fr") == 0
    assert build(desk, "--lang", "en") == 0
    assert build(desk, "--lang", "fr") == 4


def test_a_briefing_that_cannot_be_written_has_printed_nothing(desk: Path) -> None:
    assert build(desk, "--out", str(desk / "desk.toml" / "b.pdf")) == 4
    assert build(desk) == 0


def test_a_search_for_what_no_briefing_of_the_name_has_printed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch(desk, SERIES)
    add_article(desk, "new.txt", "Europe")
    run(["library", "add", str(desk / "articles"), "--quiet", "--jobs", "1"])
    capsys.readouterr()

    for command in (["search", "sonde"], ["list"]):
        assert run(["library", *command, "--since-last", "daily", "--json"]) == 0
        assert [Path(entry["path"]).name for entry in json.loads(capsys.readouterr().out)] == ["new.txt"]
        run(["library", *command, "--since-last", "weekly", "--json"])
        assert len(json.loads(capsys.readouterr().out)) == 4
