"""What others' checkers say of our files, for every template, language and style, made from the sample articles."""

import dataclasses
import io
import itertools
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefgen.model.tree import Document
from briefgen.pipeline import build_briefing
from briefgen.render import render
from briefgen.render.style import installed_styles
from briefgen.resources import resource
from briefgen.verify.visible import read_visible
from tests.render.reading import docx_blocks, html_blocks, pdf_blocks, tree_blocks
from tests.render.samples import french_note

TEMPLATES = sorted(path.parent.name for path in resource("templates").glob("*/template.toml"))
LANGUAGES = ["fr", "en"]


@cache
def composed(template: str, lang: str) -> Document:
    built = build_briefing(
        [resource("sources")],
        topics=["space", "energy", "sanctions", "health"],
        lang=lang,
        template=template,
        date="2026-03-20",
    )
    return built.document


@pytest.mark.parametrize("style", installed_styles())
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_pdf_passes_pdfua_qpdf_and_has_nothing_unmarked(template, lang, style, tmp_path):
    pdfua = pytest.importorskip("pdfua")
    path = tmp_path / "briefing.pdf"
    rendered = render(dataclasses.replace(composed(template, lang), style=style), "pdf")
    path.write_bytes(rendered.data)

    assert pdfua.validate(str(path)).findings == ()
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
    for page in pypdfium2.PdfDocument(rendered.data):
        assert all(pdfium.FPDFPageObj_CountMarks(thing.raw) for thing in page.get_objects(max_depth=1))


@pytest.mark.skipif(
    shutil.which("outloud") is None, reason="outloud is not installed (a tool of its own: pipx install outloud)"
)
def test_outloud_finds_no_error_in_any_template_language_and_style(tmp_path):
    """In one run, for the program takes longer to start than to read a file."""
    for template, lang, style in itertools.product(TEMPLATES, LANGUAGES, installed_styles()):
        document = dataclasses.replace(composed(template, lang), style=style)
        (tmp_path / f"{template}-{lang}-{style}.pdf").write_bytes(render(document, "pdf").data)

    command = ["outloud", "--fail-on", "error", "--quiet", *map(str, sorted(tmp_path.glob("*.pdf")))]
    made = subprocess.run(command, capture_output=True, text=True, timeout=300)

    assert made.returncode == 0, made.stdout


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_word_file_passes_the_audit_of_its_schema(template, lang, tmp_path):
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "briefing.docx"
    path.write_bytes(render(composed(template, lang), "docx").data)

    assert audit.OpenXmlValidator().validate(str(path)).errors == []


@pytest.mark.parametrize("style", installed_styles())
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_block_by_block_every_format_says_what_the_tree_says(template, lang, style):
    """Page numbers of a list of contents, which only files with pages have, are left out."""
    document = dataclasses.replace(composed(template, lang), style=style)
    expected = tree_blocks(document)

    for format, read in (("pdf", pdf_blocks), ("docx", docx_blocks), ("html", html_blocks)):
        assert _without_contents(read(render(document, format).data), expected) == expected


def _without_contents(blocks: list[str], expected: list[str]) -> list[str]:
    """The blocks without those that the tree has not at that place: entries of the list of contents."""
    kept: list[str] = []
    for block in blocks:
        if len(kept) < len(expected) and block == expected[len(kept)]:
            kept.append(block)
        else:
            assert not kept or block.rstrip("0123456789 ") in expected or block.isdigit(), block
    return kept


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_words_bookmarks_and_evidence(tmp_path):
    data = render(french_note(), "docx").data
    (tmp_path / "in.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run(
        [*command, str(tmp_path / "out"), str(tmp_path / "in.docx")], check=True, capture_output=True, timeout=120
    )
    again = Path(tmp_path / "out" / "in.docx").read_bytes()

    before, after = read_visible(data, "in.docx"), read_visible(again, "out.docx")
    assert after.text.split() == before.text.split()
    assert after.evidence == french_note().evidence
    assert _bookmarks(again) == _bookmarks(data)


def _bookmarks(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").count(b'w:name="ev_')
