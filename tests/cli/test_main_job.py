"""Articles in, a briefing out: the main job as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.cli.main import run

ARTICLE = """Une sonde part vers la Lune

La Vigie – 10 mars 2026

La sonde lunaire Sélène a été lancée mardi depuis Kourou. Le programme spatial a coûté 310 millions d’euros.

« Nous retournons sur la Lune avec nos satellites et nos fusées », a déclaré Anne Roy, directrice de l’agence spatiale.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "lune.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "json"])
def test_a_briefing_is_written_in_every_format_and_language(
    kind: str, lang: str, articles: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"b.{kind}"

    assert run(["build", str(articles), "--topic", "space", "--lang", lang, "--out", str(out), "--quiet"]) == 0
    assert out.stat().st_size > 1000


def test_the_sample_articles_make_a_briefing_without_any_path(tmp_path: Path) -> None:
    assert run(["build", "--topic", "space", "--topic", "energy", "--out", str(tmp_path / "b.pdf"), "--quiet"]) == 0


def test_extract_gives_one_json_object_a_source_and_the_groups_last(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", "--quiet"]) == 0

    *sources, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert len(sources) == 10
    assert "groups" in last
    for found in sources:
        for element in (*found["quotes"], *found["facts"]):
            assert found["text"][element["start"] : element["end"]] == element["text"]


def test_explain_tells_people_the_rule_and_the_reason(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(articles), "--explain"]) == 0

    told = capsys.readouterr().out

    assert "Anne Roy" in told
    assert "310 millions d’euros" in told


def test_explain_says_of_each_fact_the_line_it_makes_or_why_it_makes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "a.txt"
    source.write_text("SpaceX launched 60 satellites in 2025. The plan cost 20 million euros.", encoding="utf-8")

    assert run(["extract", str(source), "--explain"]) == 0

    told = capsys.readouterr().out.replace("\xa0", " ").replace("\u202f", " ")
    assert "en, composed: SpaceX – launch: 60 satellites in 2025" in told
    assert "fr, in the source's words:" in told


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "{articles}", "--topic", "fishing", "--out", "{tmp}/b.pdf"], 2, "fishing"),
        (["build", "{articles}", "--topic", "space", "--out", "{tmp}/b.xyz"], 2, "b.xyz"),
        (["build", "{articles}", "--topic", "space", "--template", "nope", "--out", "{tmp}/b.pdf"], 2, "nope"),
        (["build", "{articles}", "--topic", "space", "--style", "nope", "--out", "{tmp}/b.pdf"], 2, "nope"),
        (["build", "{articles}", "--topic", "space", "--date", "tomorrow", "--out", "{tmp}/b.pdf"], 2, "tomorrow"),
        (["build", "{articles}", "--topic", "space", "--set", "from", "--out", "{tmp}/b.pdf"], 2, "KEY=TEXT"),
        (["build", "{articles}", "--topic", "space", "--lang", "de", "--out", "{tmp}/b.pdf"], 2, "de"),
        (["build", "{tmp}/nowhere", "--topic", "space", "--out", "{tmp}/b.pdf"], 4, "nowhere"),
        (["build", "{articles}", "--topic", "space", "--out", "{articles}/lune.txt/b.pdf"], 4, "cannot be written"),
        (["extract", "{tmp}/nowhere"], 4, "no such file"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_each_mistake_is_one_clear_sentence_and_the_contract_s_code(
    arguments: list[str], code: int, words: str, articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = [a.format(articles=articles, tmp=tmp_path) for a in arguments]

    assert run(filled) == code

    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("name", "data"),
    [("empty.txt", b""), ("broken.pdf", b"no pdf"), ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)],
)
def test_a_source_that_cannot_be_read_is_told_and_the_others_are_carried_on_with(
    name: str, data: bytes, articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / name).write_bytes(data)
    out = tmp_path / "b.pdf"

    assert run(["build", str(articles), "--topic", "space", "--out", str(out)]) == 3

    assert name in capsys.readouterr().err
    assert out.exists()


def test_a_chosen_topic_with_nothing_is_said_and_leaves_the_code_zero(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "b.json"

    assert (
        run(["build", str(articles), "--topic", "space", "--topic", "health", "--lang", "en", "--out", str(out)]) == 0
    )

    assert "Health: nothing found" in capsys.readouterr().err


def test_nothing_found_at_all_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bonjour à tous et bienvenue dans ce texte qui ne dit rien.")

    assert run(["build", str(tmp_path / "a.txt"), "--topic", "space", "--out", str(tmp_path / "b.pdf")]) == 4
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize("what", ["topics", "templates", "styles"])
def test_what_is_installed_is_listed_with_id_and_title(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([what, "--json"]) == 0

    rows = json.loads(capsys.readouterr().out)

    assert rows
    assert all(row["id"] and row["title"] for row in rows)
    assert run([what, "--show", rows[0]["id"]]) == 0
    assert capsys.readouterr().out.strip()


def test_the_same_inputs_give_the_same_bytes_in_another_process(articles: Path, tmp_path: Path) -> None:
    outputs = []
    for number, (zone, lang, seed) in enumerate((("UTC", "C.UTF-8", "0"), ("Asia/Tokyo", "fr_FR.UTF-8", "42"))):
        folder = tmp_path / str(number)
        files = [folder / f"b.{kind}" for kind in ("pdf", "docx", "html", "json")]
        environment = {**os.environ, "TZ": zone, "LANG": lang, "PYTHONHASHSEED": seed, "BRIEFGEN_HOME": str(folder)}
        outs = [word for file in files for word in ("--out", str(file))]
        command = [
            sys.executable,
            "-m",
            "briefgen",
            "build",
            str(articles),
            "--topic",
            "space",
            "--date",
            "2026-03-12",
            *outs,
        ]
        subprocess.run(command, env=environment, cwd=folder.parent, check=True, capture_output=True)
        outputs.append([file.read_bytes() for file in files])

    assert outputs[0] == outputs[1]


@pytest.mark.parametrize(
    "heavy", ["PySide6", "reportlab", "docx", "trafilatura", "rich", "babel", "pydantic", "sqlalchemy"]
)
def test_help_imports_nothing_heavy(heavy: str) -> None:
    code = "import sys; from briefgen.cli.main import run; run(['--help']); print([m for m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert f"'{heavy}'" not in done.stdout.splitlines()[-1]


def test_check_tells_what_is_wrong_with_sources(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (articles / "empty.txt").write_bytes(b"")

    assert run(["check", str(articles)]) == 1

    told = capsys.readouterr().out
    assert "empty.txt" in told
    assert "the author is missing" in told


def test_a_user_s_topic_is_a_file_dropped_in_a_folder(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "home" / "topics"
    folder.mkdir(parents=True)
    (folder / "moon.toml").write_text(
        'id = "moon"\ntitle = { fr = "Lune", en = "Moon" }\n[strong]\nfr = "Lune, lunaire"\nen = "Moon, lunar"\n'
    )

    assert (
        run(["build", str(articles), "--topic", "moon", "--lang", "fr", "--out", str(tmp_path / "b.json"), "--quiet"])
        == 0
    )

    sections = json.loads((tmp_path / "b.json").read_text())["sections"]
    assert next(s["items"] for s in sections if s["id"] == "moon")
