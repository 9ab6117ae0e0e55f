"""A Word file of the user's as house style."""

import dataclasses
import io

import docx
import pytest
from docx.shared import Cm, RGBColor
from lxml import etree

from briefgen.errors import UnknownName, UsageError
from briefgen.render import render
from briefgen.render.style import load_style
from tests.render.reading import W, docx_blocks, docx_part, tree_blocks
from tests.render.samples import french_note


@pytest.fixture
def house(tmp_path):
    """A file as a ministry would have it: French style ids, a color, wide margins."""
    made = docx.Document()
    heading = made.styles["Heading 1"]
    heading.font.color.rgb = RGBColor(0x00, 0x66, 0x33)
    heading.element.set(f"{W}styleId", "Titre1")
    made.sections[0].left_margin = Cm(4)
    made.save(tmp_path / "maison.docx")
    return tmp_path / "maison.docx"


def test_word_output_has_the_styles_of_the_file(house):
    document = dataclasses.replace(french_note(), style=str(house))
    data = render(document, "docx").data
    opened = docx.Document(io.BytesIO(data))
    heading = next(paragraph for paragraph in opened.paragraphs if paragraph.text == "À retenir")

    assert heading.style.name == "Heading 1"
    assert str(heading.style.font.color.rgb) == "006633"
    assert opened.sections[0].left_margin.cm == pytest.approx(4, abs=0.01)
    assert docx_blocks(data) == tree_blocks(document)


def test_no_style_id_is_given_twice_and_each_reference_leads_somewhere(house):
    data = render(dataclasses.replace(french_note(), style=str(house)), "docx").data
    styles = etree.fromstring(docx_part(data, "word/styles.xml"))
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]

    assert len(ids) == len(set(ids))
    assert {node.get(f"{W}val") for node in styles.iter(f"{W}basedOn", f"{W}next")} <= set(ids)


def test_pdf_takes_its_page_and_color(house):
    style = load_style(str(house))

    assert style.colors["accent"] == "#006633"
    assert style.sheet.left == pytest.approx(113.4, abs=0.1)
    assert render(dataclasses.replace(french_note(), style=str(house)), "pdf").pages >= 2


def test_other_files_are_refused_in_a_sentence(tmp_path):
    (tmp_path / "x.docx").write_bytes(b"nothing")
    with pytest.raises(UsageError, match=r"x[.]docx"):
        load_style(str(tmp_path / "x.docx"))
    with pytest.raises(UnknownName, match="classic, dense, modern"):
        load_style("../classic")


def test_styles_of_the_users_folder_come_first(tmp_path, monkeypatch):
    (tmp_path / "styles").mkdir()
    text = (load_style.__globals__["resource"]("assets", "styles", "classic.toml")).read_text(encoding="utf-8")
    (tmp_path / "styles" / "ours.toml").write_text(text.replace('"classic"', '"ours"', 1), encoding="utf-8")
    monkeypatch.setenv("BRIEFGEN_HOME", str(tmp_path))

    assert load_style("ours").sheet == load_style("classic").sheet
