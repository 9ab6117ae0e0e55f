"""Figures and contents: drawn only from what is printed."""

from dataclasses import replace

import pytest

from briefgen.compose import compose_briefing
from briefgen.compose.markup import parse_markup
from briefgen.errors import TemplateError
from briefgen.model.briefing import BriefingOptions
from briefgen.model.tree import Contents, Figure, SectionBlock
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


def test_comparable_amounts_make_bars():
    article = energy_article()
    first = article.facts[0]
    more = [replace(first, id=f"f{n}", value=n * 1_000_000, date=f"202{n}") for n in (7, 8)]
    _, document = compose_briefing((replace(article, facts=(first, *more)),), (), OPTIONS)
    (bars,) = [b for b in blocks_of(document) if isinstance(b, Figure) and b.kind == "bars"]
    assert sorted(item["value"] for item in bars.data["items"]) == [7_000_000, 8_000_000, 9_000_000]


def test_an_unknown_figure_is_named():
    with pytest.raises(TemplateError, match=r"no figure “x” in this briefing; there are: none"):
        parse_markup('<figure data-figure="x"></figure>', "t", "fr-FR")
