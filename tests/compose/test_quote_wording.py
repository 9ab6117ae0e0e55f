"""What the analyst says around a quotation: before it, and for who says so; its own characters stay."""

import pytest

from briefgen.model.quote_wording import QuoteWording, read_quote_wording
from briefgen.model.selection import Selection
from tests.compose.articles import energy_article
from tests.compose.test_briefing import compose, items, words

QUOTED = "gazette:q1"


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("Elle prévient :", "Elle prévient :", ""),
        ("Elle prévient : {quote}", "Elle prévient :", ""),
        ("Elle prévient :\n {quote} — La ministre, à Oslo", "Elle prévient :", "La ministre, à Oslo"),
        ("{quote} La ministre", "", "La ministre"),
        ("{quote}", "", ""),
        ("Avant {quote} entre {quote} après", "Avant", "entre après"),
    ],
)
def test_a_line_holds_what_stands_before_and_after(line, before, after):
    read = read_quote_wording(line)

    assert read == QuoteWording(before, after)
    assert read_quote_wording(read.line) == read


def test_an_introduction_stands_before_the_quotation_and_the_attribution_stays():
    briefing, document = compose(selection=Selection(wording={QUOTED: "Oslo prévient l'Europe :"}))

    item = next(i for i in items(briefing, "energy") if QUOTED in i.evidence)
    page = words(document)
    assert item.kind == "quote"
    assert item.text in energy_article().text
    assert item.introduction.replace("\u00a0", " ") == "Oslo prévient l’Europe :"
    assert page.index("Oslo prévient l’Europe :") < page.index(item.text) < page.index("— Ingrid Solberg, ministre")


def test_who_says_so_can_be_said_in_other_words():
    briefing, document = compose(selection=Selection(wording={QUOTED: "{quote} — La ministre, devant la presse"}))

    item = next(i for i in items(briefing, "energy") if QUOTED in i.evidence)
    assert item.attribution.startswith("— La ministre, devant la presse")
    assert item.references
    assert "— La ministre, devant la presse [2]" in words(document)


def test_the_next_quotation_names_a_speaker_in_full_whom_the_analyst_did_not():
    _briefing, document = compose(selection=Selection(wording={QUOTED: "{quote} La ministre"}))

    assert "Ingrid Solberg, ministre norvégienne de l’Énergie" in words(document)


def test_partly_reported_words_can_be_introduced_too():
    article = energy_article()
    partly = next(q for q in article.quotes if q.kind == "mixed")
    briefing, document = compose(selection=Selection(wording={f"gazette:{partly.id}": "Selon elle,"}))

    item = next(i for i in items(briefing, "energy") if i.evidence == (f"gazette:{partly.id}",))
    assert item.text in article.text
    assert f"Selon elle, {item.text}" in words(document).replace("\u00a0", " ")
    assert "(propos en partie rapportés)" in words(document)


def test_typed_words_cannot_become_markup():
    _briefing, document = compose(selection=Selection(wording={QUOTED: "<b>Elle</b> {{ note }} & {quote} <i>X</i>"}))

    assert "<b>Elle</b> {{ note }} &" in words(document)
