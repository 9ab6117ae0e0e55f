"""Whatever tree comes: the three files are written, are the same twice, and read like the tree."""

import io

import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.model.tree import (
    BlockQuote,
    Break,
    Cell,
    Contents,
    Document,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    ReferenceMark,
    Row,
    Rule,
    SectionBlock,
    Table,
    Text,
)
from briefgen.render import render
from tests.render.reading import docx_blocks, html_blocks, pdf_blocks, tree_blocks

WORDS = st.lists(
    st.sampled_from(
        "le la coopération sino-russe d’Aurore-2 «\u00a0mots\u00a0» 12\u202f400 anticonstitutionnellement — – [x] (y) <b> & https://a.example/b-c/def "
        "Łódź Владимир porte-avions […] x".split(" ")
    ),
    max_size=25,
).map(" ".join)
ANYTHING = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co"], max_codepoint=0x2FF), max_size=30
)
TEXTS = st.builds(
    Text,
    WORDS | ANYTHING,
    bold=st.booleans(),
    italic=st.booleans(),
    small=st.booleans(),
    lang=st.sampled_from([None, "fr", "en", "ru"]),
    evidence=st.sampled_from([None, "s1:q1", "s2:f3"]),
    verbatim=st.booleans(),
)
INLINES = st.lists(
    TEXTS
    | st.builds(ReferenceMark, st.integers(1, 30), st.just("ref-1"))
    | st.builds(Link, st.sampled_from(["https://a.example/é", "#ref-1", "#nowhere"]), st.tuples(TEXTS))
    | st.just(Break()),
    max_size=6,
).map(tuple)
ROLES = st.sampled_from("body title kicker note attribution mentions key caption reference small unheard-of".split())
EVIDENCE = st.sampled_from([(), ("s1:q1",), ("s1:q1", "s2:f3")])
PARAGRAPHS = st.builds(Paragraph, INLINES, role=ROLES, id=st.sampled_from([None, "ref-1"]), evidence=EVIDENCE)
CELLS = st.builds(
    Cell, INLINES, header=st.booleans(), align=st.sampled_from(["left", "right", "center"]), evidence=EVIDENCE
)
ROWS = st.builds(Row, st.lists(CELLS, max_size=5).map(tuple), header=st.booleans())
TABLES = st.builds(
    Table,
    st.lists(ROWS, max_size=5).map(tuple),
    caption=st.none() | WORDS,
    widths=st.sampled_from([(), (1.0, 5.0), (1.0, 1.0, 1.0)]),
    role=st.sampled_from(["header", "facts", "chronology"]),
)
LEAVES = st.one_of(
    PARAGRAPHS,
    TABLES,
    st.builds(Heading, st.integers(1, 4), INLINES, id=st.none() | st.just("h")),
    st.just(Rule()),
)


def _around(blocks):
    children = st.lists(blocks, max_size=4).map(tuple)
    items = st.lists(st.builds(ListItem, st.sampled_from(["1.", "–", "12."]), children, evidence=EVIDENCE), max_size=3)
    return st.one_of(
        st.builds(SectionBlock, children),
        st.builds(BlockQuote, children, lang=st.sampled_from([None, "en", "fr-FR"]), evidence=EVIDENCE),
        st.builds(
            ListBlock, items.map(tuple), ordered=st.booleans(), role=st.sampled_from(["body", "key_points", "sources"])
        ),
    )


DOCUMENTS = st.builds(
    Document,
    lang=st.sampled_from(["fr-FR", "en-GB"]),
    title=WORDS,
    blocks=st.lists(st.recursive(LEAVES, _around, max_leaves=8), max_size=6).map(tuple),
    marking=st.sampled_from([None, "TLP:RED", "TLP:AMBER+STRICT"]),
    running_title=WORDS,
    date=st.sampled_from(["", "2031-03-14"]),
    style=st.sampled_from(["classic", "modern", "dense"]),
    references=st.sampled_from(["list", "footnotes"]),
    evidence=st.just({"evidence": [{"id": "s1:q1"}]}),
)
SLOW = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SLOW
@given(DOCUMENTS)
def test_pdf_reads_like_the_tree(document):
    data = render(document, "pdf").data

    assert pdf_blocks(data) == tree_blocks(document)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert render(document, "pdf").data == data


@SLOW
@given(DOCUMENTS)
def test_docx_and_html_read_like_the_tree(document):
    assert html_blocks(render(document, "html").data) == tree_blocks(document)
    assert docx_blocks(render(document, "docx").data) == tree_blocks(document)


def test_contents_of_nothing_is_nothing():
    for format in ("pdf", "docx", "html"):
        assert render(Document("fr-FR", "x", (Contents(),)), format).data
