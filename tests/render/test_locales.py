"""What each locale prints on the page: spaces, quotation marks, dates, ordinals, numbers; a source's words stay as they are."""

import io

import docx
import pytest

from briefgen.model.tree import Paragraph, Text
from briefgen.pipeline import build_briefing, sample_sources
from briefgen.render import render
from briefgen.render.ordinals import raised_parts
from briefgen.verify.visible import read_visible
from tests.render.reading import docx_blocks, html_blocks, pdf_blocks, tree_blocks
from tests.render.test_pdf import document

LOCALES = ["fr-FR", "fr-CA", "en-US", "en-GB"]
ARTICLE = """Une fusée de plus à Kourou

La Vigie – 2 mars 2026

« Nous lançons quatorze satellites : c'est une première ; qui l'eût cru ? », a déclaré Anne Roy, directrice de l’agence \
spatiale européenne.
"""


def printed(sources, lang):
    """What a reader sees in the PDF."""
    built = build_briefing(sources, ["space", "energy", "health"], lang, date="2026-03-01")
    return read_visible(built.render("pdf"), "b.pdf").text


@pytest.fixture(scope="module")
def samples():
    """Locale → the briefing of the sample articles, which hold figures, percentages and dates."""
    return {lang: printed([sample_sources()], lang) for lang in LOCALES}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Locale → the briefing of one article with a typewriter's punctuation."""
    folder = tmp_path_factory.mktemp("locales")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return {lang: printed([folder / "a.txt"], lang) for lang in LOCALES}


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("fr-FR", "1er\u00a0mars 2026"),
        ("fr-CA", "1er\u00a0mars 2026"),
        ("en-US", "March\u00a01, 2026"),
        ("en-GB", "1\u00a0March 2026"),
        ("fr-FR", "18\u202f%"),
        ("fr-CA", "18\u00a0%"),
        ("en-US", "18%"),
        ("en-GB", "18%"),
        ("fr-FR", "12\u202f400"),
        ("fr-CA", "12\u00a0400"),
        ("en-US", "12,400"),
        ("en-US", "metric\u00a0tons|metric tons"),
        ("en-GB", "tonnes"),
        ("fr-FR", "anglais\u202f; elles"),
        ("fr-CA", "anglais; elles"),
    ],
)
def test_dates_numbers_and_spaces_of_the_locale(samples, lang, shown):
    assert any(form in samples[lang].replace("\r\n", " ") for form in shown.split("|"))


@pytest.mark.parametrize("lang", LOCALES)
def test_words_of_the_source_are_printed_as_they_are(pages, lang):
    words = "Nous lançons quatorze satellites : c'est une première ; qui l'eût cru ?"

    assert words in pages[lang].replace("\r\n", " ")


@pytest.mark.parametrize("lang", LOCALES)
def test_french_quotation_marks_have_no_break_spaces(pages, lang):
    text = pages[lang].replace("\r\n", " ")

    assert "«\u00a0Nous" in text
    assert "« " not in text


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("le 1er mars", ["er"]),
        ("la 1re fois, la 76e session", ["re", "e"]),
        ("au XXIe siècle", ["e"]),
        ("les 2es rencontres", ["es"]),
        ("16e", ["e"]),
        ("1erratum, A1e, 3.5e", []),
        ("le modèle 2 en 2022", []),
    ],
)
def test_letters_of_french_ordinals_are_raised(text, raised):
    assert [part for part, up in raised_parts(Text(text), "fr-FR") if up] == raised
    assert "".join(part for part, _up in raised_parts(Text(text), "fr-FR")) == text


def test_neither_other_languages_nor_a_sources_words_are_touched():
    assert list(raised_parts(Text("1er"), "en-US")) == [("1er", False)]
    assert list(raised_parts(Text("1er", verbatim=True), "fr-FR")) == [("1er", False)]


def test_raised_letters_are_the_same_words_in_every_format():
    made = document(Paragraph((Text("Paris, le 1er mars, 76e session, "), Text("le 1er mai", bold=True, small=True))))
    word = render(made, "docx").data

    assert pdf_blocks(render(made, "pdf").data) == docx_blocks(word) == html_blocks(render(made, "html").data)
    assert docx_blocks(word) == tree_blocks(made)
    runs = [run for p in docx.Document(io.BytesIO(word)).paragraphs for run in p.runs]
    assert [run.text for run in runs if run.font.superscript] == ["er", "e", "er"]
    assert "le 1er mars, 76e session" in read_visible(render(made, "pdf").data, "b.pdf").text
