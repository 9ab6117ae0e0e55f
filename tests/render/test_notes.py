"""A style that asks for footnotes: sources as real notes, marks that lead to them, the same words, everything verified."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from briefgen.cli.main import run
from briefgen.model.tree import Document
from briefgen.pipeline import build_briefing
from briefgen.render import render
from briefgen.resources import resource
from briefgen.verify.differences import differences
from briefgen.verify.reviewed import read_reviewed
from tests.render.reading import docx_blocks, html_blocks, pdf_blocks, tree_blocks

READERS = {"pdf": pdf_blocks, "docx": docx_blocks, "html": html_blocks}


@pytest.fixture(scope="module", params=["fr", "en"])
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    """A note on the samples in a style of the user's own with footnotes."""
    home = tmp_path_factory.mktemp("home")
    (home / "styles").mkdir()
    text = resource("assets", "styles", "classic.toml").read_text("utf-8")
    text = text.replace('id = "classic"', 'id = "noted"').replace('references = "list"', 'references = "footnotes"')
    (home / "styles" / "noted.toml").write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFGEN_HOME", str(home))
        built = build_briefing(
            [resource("sources")], ["space", "energy"], request.param, style="noted", date="2026-03-20"
        )
        yield built.document


def _elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """All structure elements, parents first."""
    kids = node.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def test_sources_are_notes_with_a_label_and_an_id_of_their_own(document: Document) -> None:
    with pikepdf.open(io.BytesIO(render(document, "pdf").data)) as pdf:
        root = pdf.Root.StructTreeRoot
        notes = [element for element in _elements(root) if element.S == "/Note"]
        ids = [str(note.ID) for note in notes]
        named = [str(name) for name in list(root.IDTree.Names)[::2]]

        assert len(set(ids)) == len(ids) >= 5
        assert sorted(named) == sorted(ids)
        assert all([str(kid.S) for kid in note.K] == ["/Lbl", "/P"] for note in notes)


def test_each_mark_is_a_reference_with_a_link_to_its_note(document: Document) -> None:
    with pikepdf.open(io.BytesIO(render(document, "pdf").data)) as pdf:
        references = [element for element in _elements(pdf.Root.StructTreeRoot) if element.S == "/Reference"]
        links = [element for reference in references for element in _elements(reference)]

        assert references
        assert len(links) == len(references)
        assert {str(link.S) for link in links} == {"/Link"}
        assert all(any(kid.get("/Type") == "/OBJR" for kid in link.K if not isinstance(kid, int)) for link in links)


def test_a_page_says_what_are_notes_and_what_calls_them(document: Document) -> None:
    page = html.fromstring(render(document, "html").data.decode())

    notes = page.xpath("//section[@role='doc-endnotes']//li/@id")
    called = {target[1:] for target in page.xpath("//a[@role='doc-noteref']/@href")}
    assert called
    assert called <= set(notes)


@pytest.mark.parametrize("format", READERS)
def test_words_and_their_order_are_those_of_the_tree(document: Document, format: str) -> None:
    data = render(document, format).data  # type: ignore[arg-type]

    assert READERS[format](data) == tree_blocks(document)
    assert render(document, format).data == data  # type: ignore[arg-type]


def test_pdfua_finds_nothing(document: Document, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua")
    path = tmp_path / "noted.pdf"
    path.write_bytes(render(document, "pdf").data)

    assert pdfua.validate(str(path)).findings == ()
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_schema_of_word_files_has_nothing_against_it(document: Document, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "noted.docx"
    path.write_bytes(render(document, "docx").data)

    assert audit.OpenXmlValidator().validate(str(path)).errors == []


@pytest.mark.parametrize("format", READERS)
def test_everything_verifies_word_for_word(
    document: Document, format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"noted.{format}"
    path.write_bytes(render(document, format).data)  # type: ignore[arg-type]

    code = run(["verify", str(path), "--sources", str(resource("sources")), "--json"])

    verdicts = json.loads(capsys.readouterr().out)
    assert [verdict for verdict in verdicts if verdict["status"] != "ok"] == []
    assert verdicts
    assert code == 0


def test_a_footnote_altered_in_word_alone_is_found(
    document: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "noted.docx"
    with (
        zipfile.ZipFile(io.BytesIO(render(document, "docx").data)) as made,
        zipfile.ZipFile(path, "w") as spoiled,
    ):
        for name in made.namelist():
            part = made.read(name).decode("utf-8", "surrogateescape")
            part = part.replace("2026", "2025", 1) if name == "word/footnotes.xml" else part
            spoiled.writestr(name, part.encode("utf-8", "surrogateescape"))

    code = run(["verify", str(path), "--sources", str(resource("sources")), "--json"])

    (verdict,) = [verdict for verdict in json.loads(capsys.readouterr().out) if verdict["status"] != "ok"]
    assert (verdict["status"], verdict["where"]) == ("altered", "page")
    assert "2025" in verdict["printed"]
    assert "2026" in verdict["source"]
    assert code == 1


def test_what_a_reviewer_did_to_a_footnote_is_listed_and_nothing_else(document: Document) -> None:
    data = render(document, "docx").data
    before = read_reviewed(data, "noted.docx")
    units = [replace(unit, text=unit.text.replace("2026", "2025")) for unit in before.units[-1:]]

    (found,) = differences(replace(before, units=(*before.units[:-1], *units)))

    assert differences(before) == []
    assert "2025" in (found.after or "")
