"""The list of contents: tagged in PDF with right page numbers, a computed field in Word, links in HTML."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from lxml import etree, html

from briefgen.model.tree import Contents, Document
from briefgen.render import render
from tests.render.reading import W, docx_part
from tests.render.samples import p, section
from tests.render.test_pdf import _elements


@pytest.fixture(scope="module")
def essay() -> Document:
    text = "Une phrase de remplissage qui prend de la place sur la page. " * 30
    parts = [section(f"{number}. Partie", p(text), p(text), id=f"part-{number}") for number in range(1, 8)]
    return Document("fr-FR", "Rapport", (p("RAPPORT", role="title"), Contents(), *parts))


def test_pdf_entries_are_tagged_and_lead_to_their_page(essay):
    data = render(essay, "pdf").data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tags = [str(element.S) for element in _elements(pdf.Root.StructTreeRoot.K)]
        targets = [annotation.Dest[0].objgen for annotation in pdf.pages[0].Annots]
        numbers = [next(i for i, page in enumerate(pdf.pages, 1) if page.obj.objgen == target) for target in targets]
    printed = re.findall(r"(\d+)\. Partie\D*?(\d+)\s", pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())

    assert tags.count("/TOC") == 1
    assert tags.count("/TOCI") == 7
    assert [int(page) for _, page in printed[:7]] == numbers
    assert numbers[-1] > 2


def test_word_field_has_its_entries_already(essay):
    root = etree.fromstring(docx_part(render(essay, "docx").data, "word/document.xml"))
    entries = [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in root.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle") is not None
        and paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "TOC1"
    ]
    kinds = [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")]

    assert entries[0] == "1. Partie1"
    assert len(entries) == 7
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate") == 8


def test_page_lists_links(essay):
    page = html.fromstring(render(essay, "html").data.decode())

    links = page.xpath("//nav//a")
    assert [link.text for link in links][:2] == ["1. Partie", "2. Partie"]
    assert all(page.get_element_by_id(link.get("href")[1:]) is not None for link in links)
