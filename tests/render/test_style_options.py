"""What a house may choose in its style file: footnotes, heading numbers, a logo, further fonts."""

import dataclasses
import io
import json
from importlib.util import find_spec
from pathlib import Path

import docx
import pikepdf
import pytest
from PIL import Image

from briefgen.cli.main import run
from briefgen.errors import OutputError, UnknownName, UsageError
from briefgen.model.tree import Document, Heading, ListBlock, ListItem, Paragraph, ReferenceMark, SectionBlock, Text
from briefgen.render import render
from briefgen.render.outline import unnumbered
from briefgen.render.pdf.fallback import Fallbacks, needs_shaping, present
from briefgen.render.style import load_style
from briefgen.resources import resource
from tests.render.reading import docx_blocks, docx_part, html_blocks, pdf_blocks, tree_blocks

DROID = load_style("classic").machine_fonts[:3]
READERS = {"pdf": pdf_blocks, "docx": docx_blocks, "html": html_blocks}


@pytest.fixture
def styled(tmp_path, monkeypatch):
    """A function that makes the user's style "ours" of classic with one text in place of another, and a document in it."""
    (tmp_path / "styles").mkdir()
    Image.new("RGBA", (200, 50), (20, 60, 120, 128)).save(tmp_path / "styles" / "logo.png")
    monkeypatch.setenv("BRIEFGEN_HOME", str(tmp_path))

    def make(before: str = "", after: str = "") -> Document:
        text = resource("assets", "styles", "classic.toml").read_text(encoding="utf-8")
        assert before in text
        changed = text.replace('id = "classic"', 'id = "ours"').replace(before, after, 1)
        (tmp_path / "styles" / "ours.toml").write_text(changed, encoding="utf-8")
        return dataclasses.replace(note(), style="ours")

    return make


def note() -> Document:
    item = ListItem("[1]", (Paragraph((Text("La Vigie, 10 mars 2026."),)),), id="ref-1")
    said = Paragraph((Text("Une sonde est partie "), ReferenceMark(1, "ref-1"), Text(".")))
    section = SectionBlock((Heading(2, (Text("1. Espace"),)), said), id="space")
    sources = SectionBlock((Heading(2, (Text("Sources"),)), ListBlock((item,), ordered=True, role="sources")))
    return Document("fr-FR", "Note", (Paragraph((Text("Note"),), role="title"), section, sources), date="2026-03-10")


def test_footnotes_are_chosen_in_the_style(styled):
    document = styled('references = "list"', 'references = "footnotes"')

    notes = docx_part(render(document, "docx").data, "word/footnotes.xml").decode()

    assert "La Vigie, 10 mars 2026." in notes
    assert pdf_blocks(render(document, "pdf").data) == tree_blocks(document)


@pytest.mark.parametrize("format", READERS)
def test_headings_without_numbers_in_every_format(styled, format):
    document = styled("numbers = true", "numbers = false")

    read = READERS[format](render(document, format).data)

    assert "Espace" in read
    assert read == tree_blocks(unnumbered(document))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1. Espace", "Espace"),
        ("2.1. Gaz", "Gaz"),
        ("2022 en bref", "2022 en bref"),
        ("3.5 % de hausse", "3.5 % de hausse"),
        ("Sources", "Sources"),
    ],
)
def test_only_a_number_of_the_template_is_taken_away(text, bare):
    document = Document("fr", "T", (Heading(2, (Text(text),)),))

    assert unnumbered(document).blocks == (Heading(2, (Text(bare),)),)


LOGO = ("[page]\n", '[logo]\nfile = "logo.png"\nheight = 30\nalign = "right"\n\n[page]\n')


def test_logo_stands_on_the_first_page_of_the_pdf_as_an_artifact(styled, tmp_path):
    pdfua = pytest.importorskip("pdfua")
    document = styled(*LOGO)
    data = render(document, "pdf").data
    (tmp_path / "b.pdf").write_bytes(data)

    assert pdfua.validate(str(tmp_path / "b.pdf")).findings == ()
    assert pdf_blocks(data) == tree_blocks(document)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        image = pdf.pages[0].Resources.XObject["/Im1"]
        assert (image.Width, image.Height, len(pdf.pages)) == (200, 50, 1)


def test_logo_stands_in_word_and_on_the_web(styled, tmp_path):
    document = styled(*LOGO)
    data = render(document, "docx").data
    (tmp_path / "b.docx").write_bytes(data)
    shape = docx.Document(io.BytesIO(data)).inline_shapes[0]

    assert (round(shape.width.pt), round(shape.height.pt)) == (120, 30)
    assert docx_blocks(data) == tree_blocks(document)
    assert b"data:image/png;base64," in render(document, "html").data
    audit = pytest.importorskip("openxml_audit")
    assert audit.OpenXmlValidator().validate(str(tmp_path / "b.docx")).errors == []


def test_same_bytes_with_a_logo(styled):
    document = styled(*LOGO)

    for format in READERS:
        assert render(document, format).data == render(document, format).data


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('references = "list"', 'references = "endnotes"', "endnotes"),
        ("[page]\n", '[logo]\nfile = "none.png"\n[page]\n', "none.png"),
    ],
)
def test_a_wrong_option_is_told_in_a_sentence(styled, before, after, said):
    document = styled(before, after)
    with pytest.raises(UsageError, match=said):
        render(document, "pdf")


def test_a_font_file_of_the_style_that_cannot_be_read_is_told(styled, tmp_path):
    (tmp_path / "x.ttf").write_bytes(b"nothing")
    document = styled("files = []", f'files = ["{tmp_path}/x.ttf"]')
    strange = dataclasses.replace(document, blocks=(Paragraph((Text("中"),)),))

    with pytest.raises(OutputError, match=r"x[.]ttf"):
        render(strange, "pdf")


def test_a_font_file_of_the_style_draws_what_the_families_lack(styled):
    package = find_spec("fontpkg_spectral")
    font = Path(package.origin).parent / "files" / "Spectral-Regular.ttf"

    assert Fallbacks([str(font)]).face("A").name == str(font)
    assert Fallbacks([str(font)]).face("中") is None


def test_a_font_that_the_machine_lacks_is_passed_over():
    assert Fallbacks([], ["/nowhere/x.ttf", "no/absolute/path.ttf"]).face("中") is None


@pytest.mark.parametrize("sign", ["ع", "ש", "क", "ခ"])
def test_letters_that_must_be_shaped_are_never_set_one_by_one(sign):
    assert needs_shaping(sign)
    assert Fallbacks().face(sign) is None


@pytest.mark.skipif(not present(DROID), reason="fonts-droid-fallback is not installed")
def test_chinese_is_drawn_where_the_machine_has_a_font_and_a_finding_says_so():
    document = dataclasses.replace(note(), blocks=(Paragraph((Text("习近平 met Mishustin"),)),))
    rendered = render(document, "pdf")

    assert [finding.code for finding in rendered.missing] == ["machine_font"]
    assert rendered.missing[0].params["file"] == "DroidSansFallbackFull.ttf"
    assert pdf_blocks(rendered.data) == tree_blocks(document)


def test_styles_are_listed_with_their_titles_and_shown(styled, capsys):
    styled('fr = "Classique", en = "Classic"', 'fr = "La nôtre", en = "Ours"')

    assert run(["styles", "--json"]) == 0
    listed = {row["id"]: row["title"] for row in json.loads(capsys.readouterr().out)}
    assert run(["styles", "--show", "ours"]) == 0
    shown = capsys.readouterr().out

    assert listed == {"classic": "Classic", "dense": "Dense", "modern": "Modern", "ours": "Ours"}
    assert 'id = "ours"' in shown
    with pytest.raises(UnknownName):
        load_style("none")
    assert run(["styles", "--show", "none"]) == 2
