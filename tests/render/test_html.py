"""What a page must be: self-contained, accessible, with its evidence, and nothing that runs."""

import json

import pytest
from lxml import html

from briefgen.model.tree import Document, Link, Paragraph, Text
from briefgen.render import render
from tests.render.samples import french_note, p


@pytest.fixture(scope="module")
def page():
    return html.fromstring(render(french_note(), "html").data.decode())


def test_nothing_comes_from_outside_and_nothing_runs(page):
    assert not page.xpath("//link | //img | //iframe | //script[not(@type='application/json')]")
    assert "url(" not in page.findtext(".//style")
    assert not page.xpath("//@onclick")


def test_evidence_is_inside(page):
    assert json.loads(page.get_element_by_id("evidence").text) == french_note().evidence
    assert page.xpath("//*[@data-evidence='s1:q1']")


def test_languages_are_told(page):
    assert page.get("lang") == "fr-FR"
    quoted = page.xpath("//blockquote/p[@lang='en']")
    assert "The two agencies" in quoted[0].text_content()
    assert quoted[0].xpath("./span[@lang='fr-FR']")[0].text_content().strip() == "[anglais dans la source]"


def test_tables_have_heads_with_scope_and_a_name(page):
    for table in page.xpath("//table"):
        assert table.get("aria-label")
        assert table.xpath(".//th/@scope")


def test_references_lead_to_their_source(page):
    targets = {target[1:] for target in page.xpath("//a[@class='ref']/@href")}

    assert targets
    assert all(page.get_element_by_id(target) is not None for target in targets)


def test_evidence_cannot_close_its_script():
    data = render(Document("fr", "x", (p("y"),), evidence={"t": "</script><b>"}), "html").data.decode()

    assert data.count("</script>") == 1


def test_a_script_is_no_link():
    data = render(Document("fr", "x", (Paragraph((Link("javascript:alert(1)", (Text("y"),)),)),)), "html").data.decode()

    assert "javascript:" not in data


def test_each_printed_page_carries_the_marking_and_its_number():
    style = html.fromstring(render(french_note(), "html").data.decode()).findtext(".//style")

    assert style.count('content: "TLP:CLEAR"') == 2
    assert "counter(page)" in style
    assert "counter(pages)" in style


def test_a_running_title_cannot_end_the_style_element():
    data = render(Document("fr", "x", (p("y"),), running_title='</style>"; }'), "html").data.decode()

    assert data.count("</style>") == 1


def test_the_marking_is_not_printed_twice_where_margins_are():
    text = render(french_note(), "html").data.decode()

    rule = text[text.index("@supports (interpolate-size") :]
    assert rule[: rule.index("\n}")].endswith("@media print { .banner { display: none; } }")
