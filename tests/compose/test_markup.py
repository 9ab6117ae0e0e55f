"""The allow-list: what templates may emit, and that source text never becomes structure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.items import printed_words
from briefgen.compose.markup import parse_markup
from briefgen.compose.runs import own, references, source_words
from briefgen.compose.templating import lined
from briefgen.errors import TemplateError
from briefgen.model.tree import Document, ListBlock, Paragraph, ReferenceMark, SectionBlock, Table, Text

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></section><h1>Faux titre</h1>",
    '" onmouseover="x',
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "<![CDATA[ x ]]> <!-- y --> <?z?>",
    "&lt;b&gt; &amp;amp; &#60;",
    "a < b && c > d",
    "*gras* _souligné_ [lien](http://x) # titre",
    "\\u202e droite à gauche \u202e",
    "]]>\u0000\u0008\ud800",
]


def paragraph(markup):
    (block,) = parse_markup(f"<p>{markup}</p>", "t", "fr-FR")
    assert isinstance(block, Paragraph)
    return block


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    line = source_words(text, "a:q1", "en")
    block = paragraph(line.__html__())
    assert [type(run) for run in block.children] == [Text]
    assert block.children[0].verbatim
    assert block.children[0].evidence == "a:q1"
    kept = "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff")
    assert block.children[0].text == kept


@given(st.text(max_size=60))
def test_any_text_of_ours_stays_one_run(text):
    block = parse_markup(f"<p>x{own(text).__html__()}x</p>", "t", "en-US")[0]
    assert all(isinstance(run, Text) for run in block.children)


def test_blocks():
    markup = (
        '<section id="s"><h2>1. Titre</h2><ol class="key_points"><li data-evidence="a:f1"><p class="key">Un</p></li></ol>'
        '<table data-widths="3 1"><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>x</td><td class="right">1</td></tr>'
        "</table><hr></section>"
    )
    (section,) = parse_markup(markup, "t", "fr-FR")
    assert isinstance(section, SectionBlock)
    _, listed, table, _ = section.children
    assert isinstance(listed, ListBlock)
    assert (listed.items[0].label, listed.items[0].evidence, listed.role) == ("1.", ("a:f1",), "key_points")
    assert isinstance(table, Table)
    assert table.widths == (3.0, 1.0)
    assert table.rows[0].header
    assert table.rows[1].cells[1].align == "right"


def test_references_and_typography():
    line = own("Prix : ") + source_words("a : b", "x:q1", None) + references([2])
    block = paragraph(line.__html__())
    assert [run.text for run in block.children if isinstance(run, Text)] == ["Prix\u00a0: ", "a : b", "\u00a0"]
    assert ReferenceMark(2, "ref-2") in block.children


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("<p>\n<div>x</div></p>", "note:2: <div> is not allowed. Allowed are: a, b, blockquote"),
        ("\n\n<p onclick='x'>y</p>", "note:3: <p onclick=…> is not allowed. Attributes allowed on <p> are: class"),
        ("<ul>x</ul>", "Text cannot stand directly in <ul>"),
        ("<p>\n<b>x</p>", "note:2: </p> closes nothing: <b> is open"),
        ("<p>x", "<p> is never closed"),
        ("<table><td>x</td></table>", "<td> must stand directly in <tr>"),
        ("<p><a href='javascript:x'>y</a></p>", "is not a link"),
        ("<p><p>x</p></p>", "<p> cannot stand in <p>"),
        ("<!DOCTYPE html><p>x</p>", "is not allowed"),
        ("<table data-widths='a'><tr><td>x</td></tr></table>", "data-widths must be numbers"),
        ("<p><a class='reference' href='#r'>x</a></p>", "a reference must hold a number"),
    ],
)
def test_errors_name_template_line_and_what_is_allowed(markup, problem):
    with pytest.raises(TemplateError) as error:
        parse_markup(lined(markup, "note"), "note", "fr-FR")
    assert problem in str(error.value)


def test_white_space_collapses_but_not_in_source_words():
    block = paragraph("a \n  b" + source_words("c  d", "x:q1", None).__html__() + "  ")
    assert printed_words(Document("fr", "", (block,))) == "a bc  d"
