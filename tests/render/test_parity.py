"""The same words in the same order in the tree, the PDF, the DOCX and the HTML."""

import dataclasses

import pytest

from briefgen.model.tree import Document
from briefgen.render import render
from briefgen.render.style import installed_styles
from tests.render.reading import docx_blocks, html_blocks, pdf_blocks, tree_blocks
from tests.render.samples import english_note, french_note

NOTES = [french_note, english_note]


@pytest.mark.parametrize("style", installed_styles())
@pytest.mark.parametrize("make", NOTES)
def test_pdf_structure_reads_like_the_tree(make, style):
    document: Document = dataclasses.replace(make(), style=style)

    assert pdf_blocks(render(document, "pdf").data) == tree_blocks(document)


@pytest.mark.parametrize("make", NOTES)
def test_docx_reads_like_the_tree(make):
    document = make()

    assert docx_blocks(render(document, "docx").data) == tree_blocks(document)


@pytest.mark.parametrize("make", NOTES)
def test_html_reads_like_the_tree(make):
    document = make()

    assert html_blocks(render(document, "html").data) == tree_blocks(document)
