"""Lines that speak of a figure: numbered with it, a REF field in Word, a link in PDF and HTML, the same words everywhere."""

import io
import shutil
import subprocess

import pikepdf
import pypdfium2
import pytest
from lxml import etree, html

from briefgen.compose.markup import parse_markup
from briefgen.errors import TemplateError
from briefgen.model.tree import Document, Figure, Link, Paragraph, Text
from briefgen.render import render
from tests.render.reading import W, docx_blocks, docx_part, html_blocks, pdf_blocks, tree_blocks

ITEMS = {"items": ({"label": "2024", "value": 3, "shown": "3 t"}, {"label": "2025", "value": 4, "shown": "4 t"})}
FIGURES = {
    name: Figure("columns", ITEMS, f"{title}. 2024: 3 t; 2025: 4 t", (Text("Figure {n}. " + title),))
    for name, title in (("prices", "Prix"), ("exports", "Exportations"))
}
MARKUP = """<p>Les prix montent (voir <a data-figure="prices">figure {n}</a>). <a data-figure="exports">Figure {n}</a> aussi.</p>
<figure data-figure="exports"></figure><figure data-figure="prices"></figure>"""


@pytest.fixture
def document() -> Document:
    return Document("fr-FR", "Note", parse_markup(MARKUP, "t", "fr-FR", FIGURES), date="2026-03-10")


def test_a_line_may_speak_of_a_figure_before_it_is_printed(document):
    line, exports, prices = document.blocks

    assert [child.target for child in line.children if isinstance(child, Link)] == [
        "#figure-prices",
        "#figure-exports",
    ]
    assert tree_blocks(document)[0] == "Les prix montent (voir figure\u00a02). Figure\u00a01 aussi."
    assert (exports.id, exports.caption[0].text) == ("figure-exports", "Figure 1. Exportations")
    assert (prices.id, prices.caption[0].text) == ("figure-prices", "Figure 2. Prix")


def test_words_are_the_same_in_every_format(document):
    for format, read in (("pdf", pdf_blocks), ("docx", docx_blocks), ("html", html_blocks)):
        assert read(render(document, format).data) == tree_blocks(document)


def test_word_counts_the_number_again_from_the_caption(document):
    root = etree.fromstring(docx_part(render(document, "docx").data, "word/document.xml"))

    codes = [node.text.split() for node in root.iter(f"{W}instrText")]
    assert codes[:2] == [["REF", "fig_figure_prices", "\\h"], ["REF", "fig_figure_exports", "\\h"]]
    marked = next(node for node in root.iter(f"{W}bookmarkStart") if node.get(f"{W}name") == "fig_figure_prices")
    words = []
    for node in marked.itersiblings():
        if node.tag == f"{W}bookmarkEnd" and node.get(f"{W}id") == marked.get(f"{W}id"):
            break
        words += [text.text for text in node.iter(f"{W}t")]
    assert "".join(words) == "2"


def test_pdf_and_html_lead_to_the_figure(document):
    with pikepdf.open(io.BytesIO(render(document, "pdf").data)) as pdf:
        contents = [str(link.Contents) for link in pdf.pages[0].Annots]
    page = html.fromstring(render(document, "html").data.decode())

    assert contents == ["Figure 2. Prix", "Figure 1. Exportations"]
    assert page.xpath("//p/a/@href") == ["#figure-prices", "#figure-exports"]
    assert page.xpath("//figure/@id") == ["figure-exports", "figure-prices"]


def test_a_link_in_other_words_stays_a_link():
    blocks = (
        Paragraph((Link("#figure-prices", (Text("le graphique"),)),)),
        *parse_markup(MARKUP, "t", "fr-FR", FIGURES),
    )

    body = docx_part(render(Document("fr-FR", "x", blocks), "docx").data, "word/document.xml").decode()

    assert '<w:hyperlink w:anchor="at_figure_prices"' in body


def test_a_figure_that_is_not_printed_cannot_be_spoken_of():
    with pytest.raises(TemplateError, match=r"t: there is no figure “prices” in this briefing; there are: exports"):
        parse_markup('<p><a data-figure="prices">x</a></p><figure data-figure="exports"></figure>', "t", "fr", FIGURES)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_same_words(document, tmp_path):
    (tmp_path / "in.docx").write_bytes(render(document, "docx").data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "in.docx")], check=True, capture_output=True, timeout=120)

    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as pdf:
        words = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert "Les prix montent (voir figure 2). Figure 1 aussi." in words
