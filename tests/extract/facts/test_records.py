"""Numbers with their item, change, date, source and modality."""

from typing import Any

import pytest

from briefgen.model.evidence import Fact

ROWS: list[tuple[str, str, dict[str, Any]]] = [
    # change: amount, direction, base
    ("fr", "La production de blé a reculé de 12 % au premier trimestre 2024, selon l'agence Agrinews.",
     {"item": "production de blé", "value": 12, "unit": "percent", "direction": "down", "date": "2024-01/2024-03", "source": "Agrinews"}),
    ("fr", "En mars, les ventes de vélos ont bondi de 30 % sur un an.",
     {"item": "ventes de vélos", "value": 30, "direction": "up", "base": "previous_year", "date": "2024-03"}),
    ("fr", "Le déficit commercial a atteint 4 milliards d'euros en janvier 2024, soit une baisse de 20 % par rapport au mois précédent.",
     {"item": "déficit commercial", "value": 4e9, "unit": "EUR", "direction": "down", "amount": 20, "base": "previous_month", "date": "2024-01"}),
    ("fr", "Les exportations de cuivre ont progressé de 8 % en 2023 pour atteindre 900 000 tonnes.",
     {"item": "exportations de cuivre", "value": 900000, "unit": "tonne", "direction": "up", "amount": 8, "date": "2023"}),
    ("fr", "En hausse de 5 % sur un an, le chiffre d'affaires de Lumex a atteint 69 millions d'euros en 2023.",
     {"item": "chiffre d'affaires de Lumex", "value": 69e6, "direction": "up", "amount": 5, "base": "previous_year", "date": "2023"}),
    ("fr", "Les ventes de tramways sont passées de 120 000 unités en 2021 à 230 000 unités en 2022.",
     {"item": "ventes de tramways", "value": 230000, "direction": "up", "from": 120000, "to": 230000, "base": "2021", "date": "2022"}),
    ("fr", "Le taux de chômage est tombé à 7,1 % en mars 2024, contre 7,5 % en février.",
     {"item": "taux de chômage", "value": 7.1, "unit": "percent", "direction": "down", "from": 7.5}),
    ("fr", "Le ministère a réduit ses dépenses de 3 % en 2023.",
     {"item": "dépenses", "value": 3, "direction": "down", "date": "2023"}),
    ("fr", "Une hausse des tarifs de l'eau de 15 % est attendue en février 2025.",
     {"item": "tarifs de l'eau", "value": 15, "direction": "up", "modality": "expected", "date": "2025-02"}),
    ("en", "Coffee exports fell by 12% in March to 4.3 million bags, according to Reuters.",
     {"item": "Coffee exports", "value": 4.3e6, "direction": "down", "amount": 12, "date": "2024-03", "source": "Reuters"}),
    ("en", "Sales rose 8 percent from a year earlier to $3.2 billion.",
     {"item": "Sales", "value": 3.2e9, "unit": "USD", "direction": "up", "amount": 8, "base": "previous_year"}),
    ("en", "The bank said inflation would reach 4.5% in 2025, up from 3.1% in 2024.",
     {"item": "inflation", "value": 4.5, "direction": "up", "from": 3.1, "base": "2024", "date": "2025", "modality": "planned", "source": "bank"}),
    ("en", "Steel output dropped from 55 million tonnes in 2021 to 20 million in 2022.",
     {"item": "Steel output", "value": 20e6, "unit": "tonne", "direction": "down", "from": 55e6, "base": "2021", "date": "2022"}),
    ("en", "The retailer posted a 15% increase in revenue in 2023.",
     {"item": "revenue", "value": 15, "direction": "up", "date": "2023"}),
    ("en", "Ticket prices are expected to rise by 10% next year.",
     {"item": "Ticket prices", "value": 10, "direction": "up", "modality": "expected", "date": "2025"}),
    ("en", "The factory cut its emissions by 9 percent in 2022.",
     {"item": "emissions", "value": 9, "direction": "down", "date": "2022"}),
    # something is done with what is counted
    ("fr", "La mairie investira 40 millions d'euros dans un réseau de chaleur d'ici 2030.",
     {"item": "réseau de chaleur", "value": 40e6, "predicate": "investment", "modality": "planned", "date": "../2030"}),
    ("fr", "Le ministère a recensé 4 500 cas de dengue depuis janvier 2024.",
     {"item": "cas de dengue", "value": 4500, "predicate": "notification"}),
    ("fr", "Environ 2 000 manifestants ont été arrêtés dimanche dans la capitale.",
     {"item": "manifestants", "value": 2000, "bound": "about", "predicate": "arrest", "date": "2024-05-19"}),
    ("en", "Orbitex launched 60 satellites from its own pad on May 4, 2022.",
     {"item": "satellites", "value": 60, "predicate": "launch", "date": "2022-05-04"}),
    ("en", "The ministry reported 1,200 new cases of cholera in October 2023.",
     {"item": "new cases of cholera", "value": 1200, "predicate": "notification", "date": "2023-10"}),
    ("en", "The council will spend $7 million on flood defences in 2025.",
     {"value": 7e6, "unit": "USD", "predicate": "spending", "modality": "planned", "date": "2025"}),
    ("fr", "Le groupe a démenti avoir livré 200 drones à la milice en avril 2023.",
     {"item": "drones", "value": 200, "modality": "denied", "predicate": "delivery", "date": "2023-04"}),
    # attribution chain and its scope
    ("fr", "Les recettes ont doublé à 6 millions de dollars en avril, selon Finanza, qui cite des données du port.",
     {"item": "recettes", "value": 6e6, "source": "Finanza", "cites": "données du port"}),
    ("en", "Rice imports reached 300,000 tonnes in May 2023, the customs office said.",
     {"item": "Rice imports", "value": 300000, "unit": "tonne", "source": "customs office", "date": "2023-05"}),
    # moves, sums without a thing of their own, numbers beside the statement
    ("fr", "Le coût du tunnel passe de 12,7 à 15,2 millions d'euros.",
     {"item": "coût du tunnel", "value": 15.2e6, "unit": "EUR", "direction": "up", "from": 12.7e6}),
    ("fr", "La centrale a produit 372 gigawattheures en 2023, en hausse de 3 % sur un an.",
     {"item": "centrale", "predicate": "production", "value": 372, "direction": "up", "amount": 3, "date": "2023"}),
    ("fr", "Le pays a mis en orbite 14 satellites en 2023, contre neuf un an plus tôt.",
     {"item": "satellites", "value": 14, "predicate": "orbit-insertion", "direction": "up", "from": 9}),
    ("en", "The ministry added 18 companies to its blacklist on May 23, 2024, saying they had diverted parts.",
     {"item": "companies", "value": 18, "predicate": "listing", "date": "2024-05-23"}),
    ("en", "The fund has released $4.5 million from its emergency reserve.",
     {"item": "emergency reserve", "value": 4.5e6, "predicate": "funding"}),
    ("en", "Norland is expected to import 8 million tonnes of coal in 2026, more than twice the 3.6 million tonnes it bought in 2023.",
     {"value": 8e6, "unit": "tonne", "from": 3.6e6, "direction": "up", "modality": "expected", "date": "2026"}),
    ("en", "KEYTOWN — The brewery bought 40 new trucks for $3 million in 2023.",
     {"value": 40, "predicate": "purchase", "date": "2023"}),
]  # fmt: skip


def _facts(fact: Fact) -> dict[str, Any]:
    change, source = fact.change, fact.attribution[0] if fact.attribution else None
    return {
        "item": fact.item.text if fact.item else None,
        "value": fact.value,
        "unit": fact.unit,
        "bound": fact.bound,
        "date": fact.date,
        "modality": fact.modality,
        "predicate": fact.predicate,
        "direction": change.direction if change else None,
        "amount": change.value if change else None,
        "base": change.base if change else None,
        "from": change.from_value if change else None,
        "to": change.to if change else None,
        "source": source.name if source else None,
        "cites": source.cites.name if source and source.cites else None,
    }


@pytest.mark.parametrize(("language", "sentence", "expected"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_record(heads: Any, language: str, sentence: str, expected: dict[str, Any]) -> None:
    found = [_facts(f) for f in heads(sentence, language) if f.type != "event"]

    best = next((f for f in found if f["value"] == expected["value"]), None)

    assert best is not None, found
    assert {key: best[key] for key in expected} == expected


def test_one_record_names_its_parts(facts: Any) -> None:
    text = "Le trafic a atteint 90 000 tonnes en mars 2024, soit une hausse de 4 % sur un an."

    found = facts(text, "fr")
    head = next(f for f in found if f.value == 90000)
    parts = {f.text for f in found if f.part_of == head.id}

    assert "4 %" in parts
    assert any("mars 2024" in part for part in parts)
    assert all(text[f.start : f.end] == f.text for f in found)


def test_source_does_not_reach_the_next_sentence(heads: Any) -> None:
    text = (
        "Les achats de riz ont bondi de 20 % en avril 2024, selon Finanza. "
        "Les achats de soja ont atteint 80 000 tonnes en avril 2024."
    )

    first, second = (f for f in heads(text, "fr") if f.type != "event")

    assert first.attribution[0].name == "Finanza"
    assert second.attribution == ()


def test_number_in_a_name_is_no_record(heads: Any) -> None:
    assert all(f.type == "event" for f in heads("La fusée Vega 3 a décollé le 9 juillet 2023.", "fr"))
