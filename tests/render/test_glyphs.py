"""Every character that French and English print is drawn by every face of every style."""

import pytest

from briefgen.render import render
from briefgen.render.pdf.faces import load_face
from briefgen.render.style import installed_styles, load_style
from tests.render.samples import p
from tests.render.test_pdf import document

LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "".join(map(chr, range(0xA0, 0x180))).replace("ŉ", "")
PUNCTUATION = "«»‹›“”„‘’‚–—…•·†‰€£№™\u00a0\u202f\u2009\u2010\u2011\u2060\u00ad−×≈≤≥½¼¾²³"


def _faces(style):
    for family in load_style(style).fonts.values():
        yield from {family.regular, family.bold, family.italic, family.bold_italic}


@pytest.mark.parametrize(
    ("style", "face"), [(style, face) for style in installed_styles() for face in sorted(_faces(style))]
)
def test_face_draws_all_of_french_and_english(style, face):
    loaded = load_face(face)

    assert [sign for sign in LETTERS + PUNCTUATION if loaded.glyph(sign) is None] == []


def test_narrow_space_is_narrower_than_the_wide_one():
    face = load_face(load_style("classic").fonts["text"].regular)

    assert face.glyph("\u202f")[1] < face.glyph(" ")[1] == face.glyph("\u00a0")[1]


def test_pair_kerning_draws_letters_nearer():
    face = load_face(load_style("classic").fonts["text"].regular)

    assert face.measure("AV")[0] < face.measure("A")[0] + face.measure("V")[0]


@pytest.mark.parametrize("text", ["Владимир Путин", "Ελλάδα", "Łódź, İstanbul, Ňitra"])
def test_neighboring_scripts_are_drawn(text):
    assert render(document(p(text)), "pdf").missing == ()
