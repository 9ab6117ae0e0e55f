"""A manifest is checked whole before anything runs; each mistake is told with its line."""

from pathlib import Path

import pytest

from briefgen.batch.manifest import read_manifest
from briefgen.batch.plan import plan
from briefgen.cli.main import run
from briefgen.errors import ManifestError

JOB = '[[job]]\nsources = ["a/"]\nout = "b.pdf"\n'


def test_defaults_fill_what_a_job_leaves_out(desk: Path) -> None:
    morning, one = read_manifest(desk / "desk.toml").jobs

    assert morning.topics == one.topics == ("space",)
    assert morning.langs == ("fr", "en")
    assert one.header == {"from": "Le secrétariat"}


def test_the_plan_names_every_output(desk: Path) -> None:
    planned = plan(read_manifest(desk / "desk.toml"))

    names = [output.name for item in planned for output in item.outputs]

    assert names == [
        "morning_fr.pdf",
        "morning_fr.docx",
        "morning_en.pdf",
        "morning_en.docx",
        "2026-03-12_space_one.html",
    ]
    assert [len(item.files) for item in planned] == [3, 3, 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[job]\n", "desk.toml"),
        ("", r"no \[\[job\]\]"),
        ("[other]\n" + JOB, "unknown table “other”"),
        (JOB + 'colour = "red"\n', r"desk\.toml:4: unknown key “colour”"),
        ('[[job]]\nout = "b.pdf"\n', r"desk\.toml:1: .*no sources"),
        ('[[job]]\nsources = "a/"\n', "no output"),
        ('[[job]]\nsources = "a/"\nout = "b.txt"\n', r"desk\.toml:3: .*must end in"),
        ('[[job]]\nsources = "a/"\nout = "{day}.pdf"\n', "unknown placeholder “day”"),
        ('[[job]]\nsources = "a/"\nlang = ["fr", "en"]\nout = "b.pdf"\n', r"several languages need \{lang\}"),
        (JOB + 'marking = "SECRET"\n', "“SECRET” is no marking"),
        (JOB + 'date = "2026-02-30"\n', r"desk\.toml:4: “2026-02-30” is no day"),
        (JOB + 'since = "2026-13"\n', "“2026-13” is no day"),
        (JOB + "topics = 3\n", "must be a text or a list"),
        (JOB + 'template = ["note"]\n', "must be a text in quotation marks"),
        (JOB + JOB + 'colour = "red"\n', r"desk\.toml:7: unknown key"),
    ],
)
def test_each_mistake_is_told_with_its_line(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ManifestError, match=words):
        read_manifest(path)


def test_two_jobs_never_write_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(JOB + JOB, encoding="utf-8")

    with pytest.raises(ManifestError, match="would both write"):
        plan(read_manifest(path))


def test_a_job_without_any_source_is_an_error_a_missing_one_among_others_a_warning(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = desk / "desk.toml"
    manifest.write_text('[[job]]\nsources = ["articles/", "gone/"]\nout = "a.pdf"\n', encoding="utf-8")
    assert run(["check", str(manifest)]) == 0
    assert "warning: desk.toml:2: job “job1”: gone" in capsys.readouterr().out

    manifest.write_text('[[job]]\nsources = "gone/"\nout = "a.pdf"\n', encoding="utf-8")
    assert run(["check", str(manifest)]) == 1
    assert "error: desk.toml:2: job “job1”: gone" in capsys.readouterr().out
