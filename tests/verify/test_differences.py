"""What a reviewer did to the Word file, item by item."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from briefgen.cli.main import run
from briefgen.pipeline import build_briefing
from briefgen.verify.differences import word_changes
from tests.verify.test_verify import ARTICLE, rewrite

QUOTED = "rester, avec nos satellites et nos fusées"
PART = "word/document.xml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The article, the Word file as printed, and a copy for the reviewer."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    data = build_briefing([tmp_path / "articles"], ["space"], "fr", date="2026-03-12").render("docx")
    (tmp_path / "b.docx").write_bytes(data)
    (tmp_path / "edited.docx").write_bytes(data)
    return tmp_path


def diff(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, list[dict[str, Any]]]:
    code = run(["verify", "--diff", str(folder / "edited.docx"), *more, "--json"])
    return code, json.loads(capsys.readouterr().out)


def edit(folder: Path, before: str, after: str) -> None:
    rewrite(folder / "edited.docx", PART, lambda xml: xml.replace(before, after))


@pytest.fixture(params=["itself", "original"])
def against(request: pytest.FixtureRequest, folder: Path) -> list[str]:
    """With the original named, and without."""
    return [str(folder / "b.docx")] if request.param == "original" else []


def test_an_untouched_file_has_no_differences(folder, against, capsys):
    assert diff(folder, capsys, *against) == (0, [])


def test_an_altered_quotation_is_flagged(folder, against, capsys):
    edit(folder, QUOTED, QUOTED.replace("fusées", "fusees"))

    code, found = diff(folder, capsys, *against)

    assert code == 1
    assert all(d["quotation_altered"] and d["kind"] == "changed" for d in found)
    assert found[0]["words"] == [{"before": "fusées", "after": "fusees"}]


def test_wording_of_ours_may_be_changed(folder, against, capsys):
    edit(folder, "Note de synthèse", "Note urgente de synthèse")

    code, found = diff(folder, capsys, *against)

    assert code == 0
    assert {"before": "", "after": "urgente"} in found[0]["words"]
    assert not any(d["quotation_altered"] for d in found)


def test_a_split_run_is_no_difference(folder, against, capsys):
    edit(folder, "nos satellites", 'nos </w:t></w:r><w:r><w:t xml:space="preserve">satellites')

    assert diff(folder, capsys, *against) == (0, [])


def test_a_new_paragraph_is_added(folder, against, capsys):
    edit(folder, "<w:sectPr>", "<w:p><w:r><w:t>Relu et approuvé.</w:t></w:r></w:p><w:sectPr>")

    code, found = diff(folder, capsys, *against)

    assert code == 0
    assert [(d["kind"], d["after"]) for d in found] == [("added", "Relu et approuvé.")]


def test_a_paragraph_taken_out_is_deleted_and_alters_nothing(folder, against, capsys):
    def without(xml: str) -> str:
        return "".join(p for p in re.split(r"(<w:p>.*?</w:p>)", xml) if "retournons" not in p)

    rewrite(folder / "edited.docx", PART, without)

    code, found = diff(folder, capsys, *against)

    assert code == 0
    assert {d["kind"] for d in found} == {"deleted"}
    assert all(d["id"] for d in found if "retournons" in d["before"])


def tracked(kind: str, text: str) -> str:
    tag = "w:delText" if kind == "del" else "w:t"
    run_of = f"<w:r><{tag}>{text}</{tag}></w:r>"
    return f'<w:{kind} w:id="900" w:author="Mme Lenoir" w:date="2026-03-13T09:00:00Z">{run_of}</w:{kind}>'


def test_tracked_changes_are_listed_with_their_author(folder, against, capsys):
    start, end = "</w:t></w:r>", '<w:r><w:t xml:space="preserve">'
    edit(folder, "fusées", start + tracked("del", "fusées") + tracked("ins", "sondes") + end)

    code, found = diff(folder, capsys, *against)

    assert code == 1
    assert found[0]["authors"] == ["Mme Lenoir"]
    assert [(t["kind"], t["text"]) for t in found[0]["tracked"]] == [("deleted", "fusées"), ("inserted", "sondes")]
    assert found[0]["quotation_altered"]


def test_without_the_printed_wording_the_items_are_held_against_the_evidence(folder, capsys):
    edit(folder, QUOTED, QUOTED.replace("fusées", "fusees"))
    rewrite(folder / "edited.docx", "customXml/item2.xml", lambda xml: re.sub("<u>.*</u>", "", xml))

    code, found = diff(folder, capsys)

    assert code == 1
    assert any(d["quotation_altered"] for d in found)


def test_evidence_that_is_not_in_the_sources_is_told(folder, capsys):
    rewrite(folder / "edited.docx", "customXml/item1.xml", lambda xml: "retournans".join(xml.rsplit("retournons", 1)))

    code = run(["verify", "--diff", str(folder / "edited.docx"), "--sources", str(folder / "articles")])

    assert code == 1
    assert "the evidence in the file was altered" in capsys.readouterr().out


def test_people_read_one_line_a_difference(folder, capsys):
    edit(folder, QUOTED, QUOTED.replace("fusées", "fusees"))

    assert run(["verify", "--diff", str(folder / "edited.docx")]) == 1

    said = capsys.readouterr().out
    assert "A QUOTATION WAS ALTERED" in said
    assert "  - fusées\n  + fusees" in said


def test_other_files_are_refused_in_a_sentence(tmp_path, capsys):
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as package:
        package.writestr("word/document.xml", "<x/>")

    assert run(["verify", "--diff", str(tmp_path / "b.pdf")]) == 4
    assert run(["verify", "--diff", str(tmp_path / "x.docx")]) == 4
    assert run(["verify"]) == 2
    assert "name the original too" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b c", "a b c", []),
        ("a b c", "a x c", [("b", "x")]),
        ("a b c d", "a x y d", [("b c", "x y")]),
        ("a b", "a b c", [("", "c")]),
    ],
)
def test_word_changes(before, after, expected):
    assert [(w.before, w.after) for w in word_changes(before, after)] == expected
