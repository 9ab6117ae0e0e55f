"""One changed character, in the page, in the evidence or in the source, is found and told apart."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.cli.main import run
from briefgen.pipeline import build_briefing

ARTICLE = """Une sonde part vers la Lune

La Vigie – 10 mars 2026

La sonde lunaire Sélène a été lancée mardi depuis Kourou. Le programme spatial a coûté 310 millions d’euros.

« Nous retournons sur la Lune pour y rester, avec nos satellites et nos fusées », a déclaré Anne Roy, directrice de l’agence spatiale européenne.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and its briefing in three formats."""
    folder = tmp_path_factory.mktemp("verify")
    (folder / "articles").mkdir()
    (folder / "articles" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    built = build_briefing([folder / "articles"], ["space"], "fr", date="2026-03-12")
    for kind in ("pdf", "docx", "html"):
        (folder / f"b.{kind}").write_bytes(built.render(kind))
    return folder


@pytest.fixture
def work(made: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(made, tmp_path / "work"))


def verify(work: Path, name: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, Any]]]:
    code = run(["verify", str(work / name), "--sources", str(work / "articles"), "--json"])
    return code, json.loads(capsys.readouterr().out)


def wrong(verdicts: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(v["status"], v["where"]) for v in verdicts if v["status"] != "ok"}


@pytest.mark.parametrize("name", ["b.pdf", "b.docx", "b.html"])
def test_an_untouched_briefing_verifies_word_for_word(
    name: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, verdicts = verify(work, name, capsys)

    assert wrong(verdicts) == set()
    assert any("retournons" in verdict["printed"] for verdict in verdicts)
    assert code == 0


def rewrite(path: Path, part: str, change: Callable[[str], str]) -> None:
    """The package with one part changed."""
    with zipfile.ZipFile(path) as package:
        files = {name: package.read(name) for name in package.namelist()}
    before = files[part].decode()
    files[part] = change(before).encode()
    assert files[part].decode() != before
    with zipfile.ZipFile(path, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)


def spoil_page(work: Path) -> None:
    rewrite(work / "b.docx", "word/document.xml", lambda xml: xml.replace("retournons", "retournans", 1))


def spoil_evidence(work: Path) -> None:
    """Only the quote's recorded words: the last place where they stand, after the printed items."""
    rewrite(work / "b.docx", "customXml/item1.xml", lambda xml: "retournans".join(xml.rsplit("retournons", 1)))


def spoil_source(work: Path) -> None:
    article = work / "articles" / "a.txt"
    article.write_text(ARTICLE.replace("retournons", "retournans"), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "status", "where"),
    [
        (spoil_page, "altered", "page"),
        (spoil_evidence, "altered", "evidence"),
        (spoil_source, "source_changed", "source"),
    ],
)
def test_one_changed_character_is_told_by_where_it_was_changed(
    spoil: Callable[[Path], None], status: str, where: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(work)

    code, verdicts = verify(work, "b.docx", capsys)

    assert wrong(verdicts) == {(status, where)}
    assert code == 1


def test_a_change_elsewhere_in_the_source_moves_the_passages_and_harms_none(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = work / "articles" / "a.txt"
    article.write_text(ARTICLE.replace("Une sonde part", "Une sonde européenne part"), encoding="utf-8")

    code, verdicts = verify(work, "b.docx", capsys)

    assert code == 0
    assert any(verdict["moved"] for verdict in verdicts)


def test_a_source_that_is_not_given_is_missing(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (work / "articles" / "a.txt").rename(work / "articles" / "b.txt")
    (work / "articles" / "b.txt").write_text("Un autre texte, sans rapport avec le premier.", encoding="utf-8")

    code, verdicts = verify(work, "b.docx", capsys)

    assert wrong(verdicts) == {("missing", "source")}
    assert code == 1


def test_a_file_without_evidence_cannot_be_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.html").write_text("<p>Rien</p>")

    assert run(["verify", str(tmp_path / "b.html")]) == 4
    assert "no evidence" in capsys.readouterr().err
