"""The way back: the words that a reader sees, and the evidence inside."""

import re

import pytest

from briefgen.errors import VerifyError
from briefgen.render import render
from briefgen.verify.visible import SOFT, read_visible
from tests.render.reading import squeezed, tree_blocks
from tests.render.samples import english_note, french_note, p
from tests.render.test_pdf import document


def visible_text(data: bytes, format: str) -> str:
    """Ordinary white space as one space; a hyphen at a line's end counts as one."""
    return re.sub(r"[ \t\r\n]+", " ", read_visible(data, f"b.{format}").text.replace(SOFT, "-"))


FORMATS = ["pdf", "docx", "html"]


@pytest.mark.parametrize("make", [french_note, english_note])
@pytest.mark.parametrize("format", FORMATS)
def test_every_block_is_seen_word_for_word(make, format):
    seen = visible_text(render(make(), format).data, format)

    assert [block for block in tree_blocks(make()) if block not in seen] == []


@pytest.mark.parametrize("format", FORMATS)
def test_header_and_footer_are_not_words_of_the_document(format):
    seen = visible_text(render(french_note(), format).data, format)

    assert "TLP:CLEAR" not in seen
    assert "Page 1" not in seen


@pytest.mark.parametrize("format", FORMATS)
def test_evidence_comes_back(format):
    assert read_visible(render(french_note(), format).data, f"b.{format}").evidence == french_note().evidence


@pytest.mark.parametrize(
    "word", ["porte-avions ", "approvisionnements ", "«\u00a0sous-marin\u202f!\u00a0» ", "A\u2011B - C – D "]
)
@pytest.mark.parametrize("shift", range(4))
def test_hyphens_at_line_ends_come_back_as_they_were(word, shift):
    words = "x" * shift + " " + word * 60
    data = render(document(p(words)), "pdf").data

    assert squeezed(words) in visible_text(data, "pdf")


def test_quotation_over_two_pages_is_one():
    words = " ".join(f"mot{number}" for number in range(1500))

    assert words in visible_text(render(document(p(words)), "pdf").data, "pdf")


@pytest.mark.parametrize("format", FORMATS)
def test_other_files_are_refused_in_a_sentence(format):
    with pytest.raises(VerifyError, match="damaged"):
        read_visible(b"\xff\xfenothing", f"b.{format}")
