"""What a PDF must be: tagged throughout, archivable, robust, and the same bytes each time."""

import dataclasses
import io
import os
import subprocess
import sys

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefgen.model.tree import Cell, Document, Heading, Link, Paragraph, ReferenceMark, Row, Table, Text
from briefgen.render import Rendered, render
from briefgen.render.pdf.fallback import Fallbacks
from briefgen.render.pdf.structure import Element
from briefgen.render.pdf.words import Setting, Words, _breakable
from briefgen.render.style import load_style
from tests.render.reading import pdf_blocks, tree_blocks
from tests.render.samples import b, english_note, french_note, head, p, quote, row, section


def document(*blocks, **fields) -> Document:
    return Document(**({"lang": "fr-FR", "title": "Essai", "blocks": blocks, "date": "2031-03-14"} | fields))


@pytest.fixture(scope="module")
def note() -> Rendered:
    return render(french_note(), "pdf")


@pytest.fixture(scope="module")
def opened(note):
    with pikepdf.open(io.BytesIO(note.data)) as pdf:
        yield pdf


def test_no_object_of_any_page_is_unmarked(note):
    pages = pypdfium2.PdfDocument(note.data)

    unmarked = [
        (index, pdfium.FPDFPageObj_GetType(thing.raw))
        for index, page in enumerate(pages)
        for thing in page.get_objects(max_depth=1)
        if pdfium.FPDFPageObj_CountMarks(thing.raw) == 0
    ]

    assert unmarked == []
    assert pdfium.FPDFCatalog_IsTagged(pages.raw)
    assert len(pages) == note.pages == 2


def test_file_has_no_syntax_error(opened):
    assert opened.check_pdf_syntax() == []


def test_catalog_says_what_pdf_ua_and_pdf_a_ask_for(opened):
    root = opened.Root

    assert root.MarkInfo.Marked is True
    assert str(root.Lang) == "fr-FR"
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert root.OutputIntents[0].S == "/GTS_PDFA1"
    assert root.OutputIntents[0].DestOutputProfile.N == 3
    assert all(page.Tabs == "/S" for page in opened.pages)
    assert root.PageLabels.Nums[0] == 0
    metadata = root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1<" in metadata
    assert "<pdfaid:part>3<" in metadata
    assert "<pdfaid:conformance>B<" in metadata


def test_every_font_is_embedded_and_maps_to_unicode(opened):
    fonts = opened.pages[0].Resources.Font

    for font in fonts.values():
        descendant = font.DescendantFonts[0]
        assert "/FontFile2" in descendant.FontDescriptor
        assert str(descendant.BaseFont)[7] == "+"
        assert "/ToUnicode" in font
    assert not any("Helvetica" in str(font.BaseFont) for font in fonts.values())


def test_evidence_is_attached_as_data(opened):
    attachment = opened.Root.AF[0]

    assert attachment.AFRelationship == "/Data"
    assert str(attachment.UF) == "evidence.json"
    assert b'"s2:f1"' in attachment.EF.F.read_bytes()
    assert "evidence.json" in opened.attachments


def test_parent_tree_leads_back_to_each_marked_content(opened):
    rows = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    by_key = {int(key): value for key, value in zip(rows[::2], rows[1::2], strict=True)}

    for page in opened.pages:
        assert isinstance(by_key[int(page.StructParents)], pikepdf.Array)
        for annotation in page.get("/Annots", []):
            assert by_key[int(annotation.StructParent)].S == "/Link"
            assert str(annotation.Contents)


def test_outline_lists_the_headings(opened):
    with opened.open_outline() as outline:
        assert [entry.title for entry in outline.root][:3] == ["À retenir", "1.\u00a0Espace", "2.\u00a0Énergie"]


def test_quotation_in_another_language_says_so(opened):
    quotes = [element for element in _elements(opened.Root.StructTreeRoot.K) if element.S == "/BlockQuote"]

    assert [str(element.get("/Lang", "")) for element in quotes] == ["", "en", ""]


def _elements(node):
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _elements(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _elements(node.get("/K", pikepdf.Array()))


def test_each_piece_of_evidence_has_its_place(note):
    found = {placement.evidence for placement in note.placements}

    assert {"s2:f1", "s1:q1", "s5:q1", "s4:f2"} <= found
    for place in note.placements:
        assert 0 <= place.left < place.right <= 595.3
        assert 0 <= place.top < place.bottom <= 841.9


def test_placements_cover_their_words(note):
    pages = pypdfium2.PdfDocument(note.data)

    words = [
        pages[place.page]
        .get_textpage()
        .get_text_bounded(place.left - 1, 841.89 - place.bottom, place.right + 1, 841.89 - place.top)
        for place in note.placements
        if place.evidence == "s2:f2"
    ]

    assert any(text.strip(" .,") == "38 %" for text in map(_spaced, words))


def _spaced(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")


_ENVIRONMENTS = [
    {"TZ": "UTC", "LANG": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Asia/Tokyo", "LANG": "fr_FR.UTF-8", "PYTHONHASHSEED": "77"},
]
_PROGRAM = """
import hashlib, sys
from briefgen.render import render
from tests.render.samples import english_note, french_note
for make in (french_note, english_note):
    for format in ("pdf", "docx", "html"):
        print(hashlib.sha256(render(make(), format).data).hexdigest())
"""


def test_same_bytes_in_other_processes_zones_and_hash_seeds():
    runs = [
        subprocess.run(
            [sys.executable, "-c", _PROGRAM], env=os.environ | extra, capture_output=True, text=True, check=True
        ).stdout
        for extra in _ENVIRONMENTS
    ]

    assert runs[0] == runs[1]
    assert len(set(runs[0].split())) == 6


def test_long_table_repeats_its_head_as_an_artifact():
    table = Table((head("Date", "Fait"), *(row(str(1900 + n), f"Fait numéro {n} " * 6) for n in range(120))))
    essay = document(table)
    rendered = render(essay, "pdf")
    pages = pypdfium2.PdfDocument(rendered.data)

    assert rendered.pages >= 3
    assert all("Fait" in page.get_textpage().get_text_range()[:40] for page in pages)
    assert pdf_blocks(rendered.data) == tree_blocks(essay)


@pytest.mark.parametrize("align", ["left", "right"])
def test_nothing_leaves_the_page_whatever_the_word(align):
    monster = "https://exemple.example/" + "a" * 300 + "/" + "Donaudampfschifffahrt" * 12
    cells = tuple(Cell((Text(monster),), align=align) for _ in range(4))
    essay = document(p(monster), Table((Row(cells),)), quote(monster, "a:q1", Text(monster)))
    page = pypdfium2.PdfDocument(render(essay, "pdf").data)[0]
    sheet = load_style("classic").sheet

    for thing in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
        left, _, right, _ = thing.get_bounds()
        assert left >= sheet.left - 0.5
        assert right <= sheet.width - sheet.right + 0.5


def test_row_taller_than_a_page_goes_on():
    essay = document(Table((head("A", "B"), row("mot " * 3000, "x"))))
    rendered = render(essay, "pdf")

    assert rendered.pages > 2
    assert pdf_blocks(rendered.data) == tree_blocks(essay)


def test_headings_never_end_a_page():
    blocks = [
        section(f"Partie {n}", p("Une phrase assez longue pour tenir sur deux lignes. " * (3 + n % 5)), id=f"h{n}")
        for n in range(60)
    ]
    pages = pypdfium2.PdfDocument(render(document(*blocks), "pdf").data)

    for page in pages:
        lines = page.get_textpage().get_text_range().strip().splitlines()
        body = [line for line in lines if not line.startswith(("TLP", "1 /"))]
        assert "Partie" not in body[-2:][0] or len(body[-1]) > 20


def test_three_hundred_pages():
    blocks = [
        section(
            f"{n}. Partie",
            *(p("Le texte d’une note qui ne finit pas et qu’il faut bien mettre en pages. " * 9) for _ in range(12)),
            id=f"h{n}",
        )
        for n in range(215)
    ]
    rendered = render(document(*blocks), "pdf")

    assert rendered.pages >= 300


def test_empty_document_is_one_page():
    rendered = render(document(), "pdf")

    assert rendered.pages == 1
    assert pypdfium2.PdfDocument(rendered.data)[0] is not None


HOSTILE = "a\x00b \x1b[31m \ud800 <b>&amp; (paren\\thesis) %PDF endobj {{ x }} \u2028 \u202e ]]> --> fin"


def test_hostile_text_is_only_text():
    essay = document(p(HOSTILE), Heading(1, (Text(HOSTILE),)), title=HOSTILE, running_title=HOSTILE, author=HOSTILE)
    for format in ("pdf", "docx", "html"):
        assert render(essay, format).data
    with pikepdf.open(io.BytesIO(render(essay, "pdf").data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_links_lead_out_and_inside():
    essay = document(
        Paragraph((Link("https://exemple.example/é?a=(1)", (Text("dehors"),)), Text(" "), ReferenceMark(1, "ref-1"))),
        Paragraph((Text("La source."),), id="ref-1"),
    )
    with pikepdf.open(io.BytesIO(render(essay, "pdf").data)) as pdf:
        links = pdf.pages[0].Annots

        assert str(links[0].A.URI) == "https://exemple.example/%C3%A9?a=(1)"
        assert links[1].Dest[0].objgen == pdf.pages[0].obj.objgen
        assert str(links[1].Contents) == "La source."


def test_characters_that_nothing_draws_are_reported():
    rendered = render(document(p("Le nom ع et Иванов, œuvre")), "pdf")

    assert [finding.code for finding in rendered.missing] == ["missing_glyph"]
    assert "U+0639" in rendered.missing[0].said()


def test_bold_and_hyphenated_words_keep_their_letters():
    essay = document(p(b("anticonstitutionnellement " * 40)))

    assert pdf_blocks(render(essay, "pdf").data) == tree_blocks(essay)


def test_header_and_footer_carry_the_marking_on_every_page():
    essay = dataclasses.replace(english_note(), blocks=english_note().blocks * 4)
    for page in pypdfium2.PdfDocument(render(essay, "pdf").data):
        assert page.get_textpage().get_text_range().count("TLP:AMBER+STRICT") == 2


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("sino-russe", ["sino-", "russe"]),
        ("Aurore-2", ["Aurore-2"]),
        ("2018-2022", ["2018-2022"]),
        ("a-t-il", ["a-t-il"]),
        ("Long-March-5", ["Long-", "March-5"]),
        ("https://a.example/b/cde-fgh", ["https://", "a.", "example/", "b/", "cde-", "fgh"]),
        ("km/h", ["km/h"]),
        ("习近平", ["习", "近", "平"]),
        ("-", ["-"]),
    ],
)
def test_lines_end_only_where_a_reader_would_expect(token, pieces):
    assert _breakable(token) == pieces


@pytest.mark.parametrize("style", ["classic", "modern", "dense"])
def test_a_last_page_with_a_few_lines_is_saved(style):
    """Short paragraphs, so many that a page and some lines are filled: set closer, they take the page alone."""
    fills = set()
    for count in range(38, 66):
        made = dataclasses.replace(document(*[p("Une phrase.")] * count), style=style)
        with pypdfium2.PdfDocument(render(made, "pdf").data) as pdf:
            fills.add((len(pdf), pdf[len(pdf) - 1].get_textpage().get_text_range().count("Une phrase.")))

    assert min(lines for pages, lines in fills if pages == 2) > 3


@pytest.mark.parametrize("shift", range(8))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(shift):
    """A source may have ordinary spaces there; its characters stay, but no line ends at them."""
    words = "x" * shift + " " + "« Vraiment ? » dit-elle ; « oui : non ! » " * 12
    with pypdfium2.PdfDocument(render(document(p(words)), "pdf").data) as pdf:
        lines = pdf[0].get_textpage().get_text_range().splitlines()

    assert not [line for line in lines if line[:1] in "»;:!?" or line.rstrip().endswith("«")]
    assert "« Vraiment ? » dit-elle ; « oui : non ! »" in " ".join(line.strip() for line in lines)


@pytest.mark.parametrize(
    ("words", "together"),
    [
        ("Agence Ponant, 27\u00a0février 2026, en français", "27\u00a0février 2026,"),
        ("Agence Ponant, May\u00a025, 2022, in French", "May\u00a025, 2022,"),
        ("Mentions : Europe · satellite · orbite", "Europe ·"),
        ("Chine – lancement : satellite", "Chine –"),
    ],
)
def test_a_date_and_what_a_sign_follows_stay_on_one_line(words, together):
    style = load_style("classic")
    setting = Setting(style, style.look("body"), Element("P"), "fr-FR", "fr-FR")

    found = Words(set(), Fallbacks()).of((Text(words),), setting)

    assert together in ["".join(text for _ink, _face, text, _width in word.pieces) for word in found]


def test_a_year_after_other_words_may_open_a_line():
    style = load_style("classic")
    setting = Setting(style, style.look("body"), Element("P"), "fr-FR", "fr-FR")

    assert len(Words(set(), Fallbacks()).of((Text("depuis 2026 en avril 2025"),), setting)) == 5
