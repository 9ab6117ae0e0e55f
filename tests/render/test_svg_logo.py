"""A logo as SVG: the paths of drawing programs, the same picture in every format."""

import dataclasses
import io
import math
import xml.etree.ElementTree as ElementTree

import docx
import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import UsageError
from briefgen.model.tree import Document, Paragraph, Text
from briefgen.render import render
from briefgen.render.svg_path import arc_curves, path_segments
from briefgen.render.svg_read import read_svg
from briefgen.resources import resource
from tests.render.reading import docx_part

_NOTE = Document("fr-FR", "Note", (Paragraph((Text("Note"),), role="title"),), date="2026-03-10", style="ours")


def picture(body: str, attributes: str = 'viewBox="0 0 40 20"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>'.encode()


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A function that makes the user's style "ours" with that SVG file as its logo."""
    (tmp_path / "styles").mkdir()
    monkeypatch.setenv("BRIEFGEN_HOME", str(tmp_path))
    text = (
        resource("assets", "styles", "classic.toml")
        .read_text(encoding="utf-8")
        .replace('id = "classic"', 'id = "ours"')
    )
    text = text.replace("[page]\n", '[logo]\nfile = "mark.svg"\nheight = 30\n\n[page]\n', 1)
    (tmp_path / "styles" / "ours.toml").write_text(text, encoding="utf-8")

    def make(svg: bytes) -> Document:
        (tmp_path / "styles" / "mark.svg").write_bytes(svg)
        return dataclasses.replace(_NOTE)

    return make


@pytest.mark.parametrize(
    ("data", "drawn"),
    [
        ("M1 2h3v4z", "M1,2 L4,2 L4,6 Z"),
        ("m1,2 3,4 5,6", "M1,2 L4,6 L9,12"),
        ("M0 0L10-5.5.5e1", "M0,0 L10,-5.5"),
        ("M0 0L10-5.5.5e1.5", "M0,0 L10,-5.5 L5,0.5"),
        ("M0 0Q3 3 6 0", "M0,0 C2,2,4,2,6,0"),
        ("M0 0C1 1 2 1 3 0S5-1 6 0", "M0,0 C1,1,2,1,3,0 C4,-1,5,-1,6,0"),
        ("M0 0Q3 3 6 0T12 0", "M0,0 C2,2,4,2,6,0 C8,-2,10,-2,12,0"),
        ("M5 5zm1 1h1", "M5,5 Z M6,6 L7,6"),
        ("M0 0 L5 x 6 7", "M0,0"),
        ("L5 5", ""),
        ("M0 0a0 1 0 0 1 2 2", "M0,0 L2,2"),
    ],
)
def test_path_data_become_lines_and_curves(data, drawn):
    said = " ".join(command + ",".join(f"{value:g}" for value in points) for command, points in path_segments(data))

    assert said == drawn


def test_flags_of_an_arc_need_no_space_between_them():
    assert path_segments("M0 0a5 5 0 01.5.5") == path_segments("M0 0a5 5 0 0 1 .5 .5")


@given(
    st.floats(1, 50), st.floats(1, 50), st.floats(-180, 180), st.booleans(), st.booleans(),
    st.floats(-40, 40), st.floats(-40, 40),
)  # fmt: skip
def test_an_arc_ends_where_it_should_and_stays_on_its_ellipse(rx, ry, turn, large, sweep, x, y):
    curves = list(arc_curves(0, 0, (rx, ry, turn, large, sweep, x, y)))
    if not curves:
        return

    assert math.dist(curves[-1][-2:], (x, y)) < 1e-6 * (1 + rx + ry)
    assert len(curves) <= 4


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,- e", max_size=60))
def test_any_path_data_is_read_without_error(data):
    segments = path_segments(data)

    assert not segments or segments[0][0] == "M"


@pytest.mark.parametrize(
    ("body", "fills", "first"),
    [
        ('<rect x="1" y="2" width="3" height="4" fill="#123456"/>', ["#123456"], (1, 2)),
        ('<g transform="translate(5 6)" fill="red"><path d="M1 1h2v2z"/></g>', ["#ff0000"], (6, 7)),
        ('<style>.a,.b{fill:#0a0}</style><path class="b" d="M0 0h1v1z"/>', ["#00aa00"], (0, 0)),
        ('<path style="fill:rgb(1,2,3)" d="M0 0h1v1z"/>', ["#010203"], (0, 0)),
        ('<path fill="#000" opacity=".5" d="M0 0h1v1z"/>', ["#808080"], (0, 0)),
        ('<defs><path id="p" d="M1 1h1v1z"/></defs><use href="#p" x="3" fill="blue"/>', ["#0000ff"], (4, 1)),
        ('<polygon points="1,2 3,4 5,2"/><path fill="none" d="M0 0h1"/>', ["#000000"], (1, 2)),
        ('<g display="none"><path d="M0 0h1v1z"/></g><line x2="4" stroke="#111"/>', ["#000000"], (0, 0)),
        ('<path transform="rotate(90 1 1)" d="M1 0h1v1z"/>', ["#000000"], (2, 1)),
    ],
)
def test_shapes_of_drawing_programs(body, fills, first):
    paths = read_svg(picture(body), "mark.svg").paths

    assert [path.fill for path in paths] == fills
    assert tuple(round(value, 6) for value in paths[0].segments[0][1]) == first


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        (picture("<text>Ministry</text>"), "text"),
        (picture('<linearGradient id="g"/><path fill="url(#g)" d="M0 0h1v1z"/>'), "linearGradient"),
        (picture('<image href="https://example.org/x.png"/>'), "image"),
        (picture('<g filter="url(#f)"><path d="M0 0h1v1z"/></g>'), "filter"),
        (picture("<path d='M0 0'/>", ""), "viewBox"),
        (b"<html/>", "html"),
        (b"\x89PNG", "mark.svg"),
    ],
)
def test_what_cannot_be_drawn_is_told_by_its_name(svg, said):
    with pytest.raises(UsageError, match=said):
        read_svg(svg, "mark.svg")


def test_a_file_cannot_reach_others(tmp_path):
    (tmp_path / "secret").write_text("M0 0h1v1z")
    svg = f'<!DOCTYPE svg [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'.encode() + picture("<desc>&e;</desc>")

    assert read_svg(svg, "mark.svg").paths == ()


_MARK = picture('<rect width="40" height="20" fill="#c00"/><circle cx="10" cy="10" r="6" fill="#fff" stroke="#00c"/>')


def test_pdf_has_the_paths_as_an_artifact(house, tmp_path):
    pdfua = pytest.importorskip("pdfua")
    data = render(house(_MARK), "pdf").data
    (tmp_path / "b.pdf").write_bytes(data)

    assert pdfua.validate(str(tmp_path / "b.pdf")).findings == ()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/XObject" not in pdf.pages[0].Resources
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[0].render(scale=1).to_pil()
    red = [
        p
        for p in ((x, y) for x in range(image.width) for y in range(image.height))
        if image.getpixel(p)[:3] == (204, 0, 0)
    ]
    assert max(x for x, _y in red) - min(x for x, _y in red) == pytest.approx(60, abs=2)


def test_word_has_vectors_and_pixels_and_passes_its_audit(house, tmp_path):
    data = render(house(_MARK), "docx").data
    (tmp_path / "b.docx").write_bytes(data)
    shape = docx.Document(io.BytesIO(data)).inline_shapes[0]

    assert (round(shape.width.pt), round(shape.height.pt)) == (60, 30)
    assert ElementTree.fromstring(docx_part(data, "word/media/logo.svg")).tag.endswith("svg")
    assert docx_part(data, "word/media/logo.png").startswith(b"\x89PNG")
    audit = pytest.importorskip("openxml_audit")
    assert audit.OpenXmlValidator().validate(str(tmp_path / "b.docx")).errors == []


def test_nothing_of_the_file_but_its_paths_is_passed_on(house):
    svg = picture('<metadata>/home/someone/mark.svg</metadata><path d="M0 0h9v9z"/>')
    page = render(house(svg), "html").data

    assert b"data:image/svg+xml;base64," in page
    for format in ("html", "docx", "pdf"):
        data = render(house(svg), format).data
        assert data == render(house(svg), format).data
        assert b"someone" not in data
