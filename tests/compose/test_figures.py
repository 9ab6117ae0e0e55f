"""Figures and contents: drawn only from what is printed."""

from dataclasses import replace

import pytest

from briefgen.compose.briefing import compose_briefing
from briefgen.compose.markup import parse_markup
from briefgen.errors import TemplateError
from briefgen.model.briefing import BriefingOptions
from briefgen.model.phrase import Phrase
from briefgen.model.tree import Contents, Figure, Link, ListBlock, SectionBlock
from tests.compose.articles import energy_article

OPTIONS = BriefingOptions(topics=("energy",), lang="fr", template="dossier", date="2022-06-01")


def blocks_of(document):
    for block in document.blocks:
        yield block
        if isinstance(block, SectionBlock):
            yield from block.children


def test_the_dossier_has_contents_and_a_timeline_of_the_chronology():
    _, document = compose_briefing((energy_article(),), (), OPTIONS)
    found = list(blocks_of(document))
    assert Contents(2) in found
    (figure,) = [block for block in found if isinstance(block, Figure)]
    assert figure.kind == "timeline"
    assert [item["start"] for item in figure.data["items"]] == ["2022-03-03", "2022-05-20", "2027-01-01"]
    assert "Port de Kiruna – ouverture" in figure.alt


def amounts(*pairs, **fields):
    """Figures of the topic that the article's first fact makes with these dates and values."""
    article = energy_article()
    first = replace(article.facts[0], change=None, **fields)
    facts = tuple(replace(first, id=f"f{n}", value=value, date=date) for n, (date, value) in enumerate(pairs, 50))
    _, document = compose_briefing((replace(article, facts=facts),), (), OPTIONS)
    return [b for b in blocks_of(document) if isinstance(b, Figure) and b.kind in ("bars", "columns")]


def test_one_thing_at_several_dates_makes_columns_in_their_order():
    (figure,) = amounts(("2022-04", 9_000_000), ("2022-02", 7_000_000), ("2022-03", 8_000_000))

    assert figure.kind == "columns"
    assert [item["value"] for item in figure.data["items"]] == [7_000_000, 8_000_000, 9_000_000]
    assert figure.caption[0].text.startswith("Figure 1. Livraisons de gaz norvégien")


@pytest.mark.parametrize(
    "pairs",
    [
        (("2022-04", 9), ("2022-03", 8)),  # too few
        (("2022-04", 9), ("2022-03", 8), ("2021", 70)),  # two months and a year
        (("2022-04", 9), ("2022-03", 8), ("2022-03", 7)),  # two values for one month
    ],
    ids=str,
)
def test_what_does_not_compare_is_not_drawn(pairs):
    assert amounts(*pairs) == []


def test_plans_are_not_drawn_as_if_they_were_facts():
    dates = (("2022-04", 9), ("2022-03", 8), ("2022-02", 7))
    assert amounts(*dates, modality="planned") == []


def test_one_thing_of_several_actors_at_one_date_makes_bars():
    article = energy_article()
    first = replace(article.facts[0], change=None)
    phrase = first.item.phrase
    facts = []
    for number, code in enumerate(("NO", "QA", "US"), 1):
        gas = replace(phrase.parts[0][1], parts=(("demonym", Phrase(f"territory:{code}", 0, 0)),))
        item = replace(first.item, phrase=replace(phrase, parts=(("of", gas),)))
        facts.append(replace(first, id=f"f{number + 50}", value=number, item=item))
    _, document = compose_briefing((replace(article, facts=tuple(facts)),), (), replace(OPTIONS, lang="en"))

    (figure,) = [b for b in blocks_of(document) if isinstance(b, Figure) and b.kind == "bars"]
    assert [item["value"] for item in figure.data["items"]] == [3, 2, 1]
    assert len({item["label"] for item in figure.data["items"]}) == 3


def test_a_key_point_leads_to_the_figure_that_draws_its_amount():
    article = energy_article()
    first = replace(article.facts[0], change=None)
    pairs = (("2022-04", 9_000_000), ("2022-02", 7_000_000), ("2022-03", 8_000_000))
    facts = tuple(replace(first, id=f"f{n}", value=value, date=date) for n, (date, value) in enumerate(pairs, 50))

    _, document = compose_briefing((replace(article, facts=facts),), (), OPTIONS)

    points = next(block for block in blocks_of(document) if isinstance(block, ListBlock))
    links = [c for item in points.items for c in item.children[0].children if isinstance(c, Link)]
    assert links
    assert {link.target for link in links} == {"#figure-bars_energy"}
    assert {link.children[0].text for link in links} == {"figure\u00a01"}


def test_an_unknown_figure_is_named():
    with pytest.raises(TemplateError, match=r"no figure “x” in this briefing; there are: none"):
        parse_markup('<figure data-figure="x"></figure>', "t", "fr-FR")
