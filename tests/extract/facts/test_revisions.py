"""Figures that are revised: from what, to what, and what they are of."""

import pytest

from briefgen.pipeline import extract_text

ROWS = [
    ("fr", "L'agence a révisé jeudi de 31 à 38 le nombre de noyades, dont 6 mortelles.", 31, 38, None, "nombre de noyades"),
    ("fr", "La production de sel en 2023 est révisée de 510 à 480 tonnes.", 510, 480, "tonne", "production de sel"),
    ("fr", "La mairie a corrigé de 31 à 27 millions d'euros le coût du pont.", 31e6, 27e6, "EUR", "coût du pont"),
    ("en", "The port has revised its estimate of traffic from 31.5 to 29.5 million tonnes.", 31.5e6, 29.5e6, "tonne",
     "estimate of traffic"),
    ("en", "The toll was revised down from 52 to 47.", 52, 47, None, "toll"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "start", "end", "unit", "item"), ROWS, ids=[row[1][:40] for row in ROWS])
def test_a_revision_is_a_change(
    language: str, text: str, start: float, end: float, unit: str | None, item: str
) -> None:
    fact = next(f for f in extract_text(text, language, "2025-03-06").facts if f.change)

    assert fact.change is not None
    assert (fact.change.from_value, fact.change.to, fact.value, fact.unit) == (start, end, end, unit)
    assert fact.item is not None
    assert fact.item.text == item


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The line revised its forecast from 5 to 7 percent to 3 to 4 percent.", 3, 4),
        ("Sales will rise to between 5 and 7 billion euros.", 5e9, 7e9),
    ],
)
def test_a_range_that_is_arrived_at_stays_a_range(text: str, low: float, high: float) -> None:
    fact = [f for f in extract_text(text, "en", "2025-03-06").facts if f.type == "range"][-1]

    assert (fact.low, fact.high, fact.change) == (low, high, None)


def test_a_price_by_the_kilo_is_no_price_of_kilos() -> None:
    fact = next(
        f for f in extract_text("Le sel est passé de 3 à 5 euros le kilo.", "fr", "2025-03-06").facts if f.change
    )

    assert fact.item is not None
    assert fact.item.text == "sel"


def test_how_much_it_fell_is_no_move() -> None:
    fact = extract_text("Les ventes de sel ont plongé de 90 à 95 % en deux ans.", "fr", "2025-03-06").facts[0]

    assert (fact.type, fact.low, fact.high) == ("range", 90, 95)
    assert fact.change is not None
    assert fact.change.direction == "down"


def test_millions_take_the_money_named_just_before() -> None:
    text = "Le port, qui tablait sur des recettes de 121 millions d'euros, n'attend plus que 115 millions cette année."
    fact = next(f for f in extract_text(text, "fr", "2025-03-06").facts if f.value == 115_000_000)

    assert (fact.type, fact.unit, fact.unit_assumed) == ("money", "EUR", True)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("Le fonds a versé 3 milliards d'euros à 2 millions de foyers.", 3e9),
        ("La ville verse 300 euros à 2 000 familles.", 300),
    ],
)
def test_what_is_paid_to_many_is_no_range(text: str, money: float) -> None:
    paid = [f for f in extract_text(text, "fr", "2025-03-06").facts if f.unit == "EUR"]

    assert [(f.type, f.value) for f in paid] == [("money", money)]
