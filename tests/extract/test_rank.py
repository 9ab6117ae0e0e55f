"""The order of the evidence, with its reasons, and what is left out as a repeat."""

from dataclasses import replace

import pytest

from briefgen.extract.duplicates import group_facts, origins
from briefgen.extract.rank import magnitude, rank_evidence, recency
from briefgen.model.evidence import Fact
from tests.extract.read_alone import read_alone as source


def test_repeat_inside_a_source_stands_once() -> None:
    text = (
        "Les ventes de blé russe ont atteint 4 millions de tonnes en mars 2024. "
        "Le port est calme. Les ventes de blé russe ont atteint 4 millions de tonnes en mars 2024, a rappelé Moscou."
    )

    ranked = [r for r in rank_evidence(source("a", text)) if isinstance(r.evidence, Fact) and r.evidence.value == 4e6]

    assert len(ranked) == 1
    assert len(ranked[0].same) == 1


def test_corroboration_counts_origins_not_copies() -> None:
    text = "Les exportations de cuivre du Chili ont reculé de 12 % en mars 2024, selon les douanes. "
    more = "Le port de Valparaiso reste ouvert et les navires y chargent chaque jour du bois, des fruits et du vin."
    one, copy = source("a", text + more), source("b", text + more, "2024-05-26")
    other = source("c", "Au Chili, les exportations de cuivre ont baissé de 12 % en mars 2024.")

    def best(*sources: object) -> int:
        listed = list(sources)
        ranked = rank_evidence(listed, groups=group_facts(listed), origins=origins(listed))  # type: ignore[arg-type]
        return max(r.supports for r in ranked)

    assert best(one, copy) == 1
    assert best(one, other) == 2


def test_topic_leads() -> None:
    extraction = source("a", "Le Sénat a adopté une loi le 12 mars 2024. La Chine a lancé une sonde le 3 mai 2024.")
    facts = tuple(replace(f, topics=("space",) if "sonde" in f.text else ()) for f in extraction.facts)

    ranked = rank_evidence(replace(extraction, facts=facts), topics=["space"])

    assert "sonde" in ranked[0].evidence.text
    assert "topic" in ranked[0].reasons


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        ({"type": "money", "unit": "USD", "value": 2e6}, {"type": "money", "unit": "USD", "value": 6e9}),
        ({"type": "number", "value": 20}, {"type": "number", "value": 28000}),
        ({"type": "percent", "unit": "percent", "value": 2}, {"type": "percent", "unit": "percent", "value": 75}),
    ],
)
def test_magnitude_grows_with_the_figure(smaller: dict[str, object], larger: dict[str, object]) -> None:
    assert magnitude(Fact("f", 0, 1, "x", **smaller)) < magnitude(Fact("f", 0, 1, "x", **larger))  # type: ignore[arg-type]


def test_recency_falls_with_the_years() -> None:
    assert recency("2024-03", "2024-05-25") > recency("2020", "2024-05-25") > recency("1975", "2024-05-25")
    assert recency(None, "2024") == 0
