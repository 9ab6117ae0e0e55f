"""What a Word file must be: named styles, native fields, languages, bookmarks for evidence, the evidence inside."""

import dataclasses
import io
import json
import zipfile

import docx
import pytest
from lxml import etree

from briefgen.model.tree import Document, Figure, Heading, Paragraph, Text
from briefgen.render import render
from tests.render.reading import W, docx_blocks, docx_part, tree_blocks
from tests.render.samples import b, english_note, french_note, p, quote


@pytest.fixture(scope="module")
def data() -> bytes:
    return render(french_note(), "docx").data


@pytest.fixture(scope="module")
def body(data):
    return etree.fromstring(docx_part(data, "word/document.xml"))


def test_python_docx_opens_it_and_sees_named_styles(data):
    opened = docx.Document(io.BytesIO(data))
    names = {paragraph.style.name for paragraph in opened.paragraphs if paragraph.text}

    assert {"Title", "Heading 1", "Quote", "Briefing Key Point", "Briefing Source", "Briefing Attribution"} <= names
    assert opened.core_properties.title == french_note().title
    assert opened.core_properties.language == "fr-FR"
    assert opened.core_properties.created.isoformat() == "2031-03-14T00:00:00+00:00"


def test_every_part_is_well_formed_and_declared(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        types = archive.read("[Content_Types].xml").decode()
        for name in names:
            etree.fromstring(archive.read(name))

    assert names[0] == "[Content_Types].xml"
    for name in names:
        assert name.endswith(".rels") or f'"/{name}"' in types or name.startswith(("customXml", "["))


def test_header_row_repeats_and_rows_stay_whole(body):
    tables = body.findall(f".//{W}tbl")

    assert len(tables) == 5
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables[1:])
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for table in tables for row in table.iter(f"{W}tr"))


def test_references_are_links_to_bookmarks(body):
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    anchors = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}

    assert anchors
    assert anchors <= names
    assert all(len(name) <= 40 for name in names)


def test_bookmarks_are_unique_and_paired(body):
    starts = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]

    assert len(set(starts)) == len(starts)
    assert len(set(names)) == len(names)
    assert sorted(starts) == sorted(mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd"))
    assert any(name.startswith("ev_s2_f1") for name in names)


def test_foreign_quotation_carries_its_language_run_by_run(body):
    runs = {
        "".join(run.itertext()): run.find(f"{W}rPr/{W}lang").get(f"{W}val")
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}lang") is not None
    }

    assert runs[next(text for text in runs if text.startswith("The two agencies"))] == "en-US"
    assert not any("anglais dans la source" in text for text in runs)


def test_footer_counts_pages_with_fields(data):
    footer = docx_part(data, "word/footer1.xml").decode()

    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert "TLP:CLEAR" in footer
    assert "TLP:CLEAR" in docx_part(data, "word/header1.xml").decode()


def test_evidence_is_a_custom_part_with_properties(data):
    item = etree.fromstring(docx_part(data, "customXml/item1.xml"))

    assert json.loads(item.text) == french_note().evidence
    assert b"urn:briefgen:evidence:1" in docx_part(data, "customXml/itemProps1.xml")


@pytest.mark.parametrize("make", [french_note, english_note])
def test_children_of_properties_stand_in_the_order_of_the_schema(make):
    order = "pStyle keepNext keepLines widowControl pBdr tabs suppressAutoHyphens spacing ind jc outlineLvl rPr".split()
    root = etree.fromstring(docx_part(render(make(), "docx").data, "word/document.xml"))
    for properties in root.iter(f"{W}pPr"):
        places = [order.index(etree.QName(child).localname) for child in properties]
        assert places == sorted(places)


def test_one_word_after_another_in_nested_bookmarks():
    essay = Document(
        "fr-FR",
        "x",
        (p("a ", b("b", "s:f1"), " c"), quote("mots", "s:f1", Text("— X")), Heading(2, (Text("T"),)), Paragraph(())),
    )
    root = etree.fromstring(docx_part(render(essay, "docx").data, "word/document.xml"))

    assert "".join(root.itertext()).startswith("a b c«")


def test_sources_are_footnotes_at_their_first_reference_when_asked():
    document = dataclasses.replace(french_note(), references="footnotes")
    data = render(document, "docx").data
    notes = etree.fromstring(docx_part(data, "word/footnotes.xml"))
    body = etree.fromstring(docx_part(data, "word/document.xml"))

    texts = ["".join(note.itertext()) for note in notes][2:]
    assert len(texts) == 5
    assert texts[0].startswith(" [2] Le Courrier du Détroit")
    assert len(list(body.iter(f"{W}footnoteReference"))) == 5
    assert docx_blocks(data) == tree_blocks(document)


def test_caption_number_is_counted_by_word():
    drawn = Figure("bars", {"items": ()}, "rien", (Text("Figure\u00a03. Exportations"),))
    body = docx_part(render(Document("fr-FR", "x", (drawn,)), "docx").data, "word/document.xml").decode()

    assert "SEQ Figure" in body
    assert (
        "".join(etree.fromstring(body.encode()).itertext()).replace(" SEQ Figure \\* ARABIC ", "")
        == "Figure\u00a03. Exportations"
    )
