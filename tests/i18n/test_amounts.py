"""Every amount from its normalized value, in each locale."""

import pytest

from briefgen.i18n.formats import formats

NO_BREAK, NARROW = "\u00a0", "\u202f"


def spaced(text: str | None) -> str | None:
    """Ordinary spaces, for readable tables."""
    return text.replace(NO_BREAK, " ").replace(NARROW, " ") if text else text


@pytest.mark.parametrize(
    ("value", "unit", "bound", "fr", "en"),
    [
        (6_000_000_000, "USD", "more_than", "plus de 6 milliards de dollars", "more than $6 billion"),
        (2_500_000, "EUR", None, "2,5 millions d'euros", "€2.5 million"),
        (1_200_000, "EUR", "about", "environ 1,2 million d'euros", "about €1.2 million"),
        (1, "EUR", None, "1 euro", "€1"),
        (450_000, "USD", "less_than", "moins de 450 000 dollars", "less than $450,000"),
        (3_000_000_000_000, "USD", None, "3 000 milliards de dollars", "$3 trillion"),
        (70, "RUB", None, "70 roubles", "70 rubles"),
        (6_000_000_000, "CNY", None, "6 milliards de yuans", "6 billion yuan"),
        (463_000, "tonne", None, "463 000 tonnes", "463,000 metric tons"),
        (1, "tonne", None, "1 tonne", "1 metric ton"),
        (28_000, "cas", "more_than", "plus de 28 000 cas", "more than 28,000 cases"),
        (2_300_000, "cases", "at_least", "au moins 2,3 millions de cas", "at least 2.3 million cases"),
        (2_000_000, "astronaut", None, "2 millions d'astronautes", "2 million astronauts"),
        (75, "percent", None, "75 %", "75%"),
        (0.5, "percent", "at_most", "au plus 0,5 %", "at most 0.5%"),
        (1.5, "kilometer", None, "1,5 kilomètre", "1.5 kilometers"),
        (5, "year", None, "5 ans", "5 years"),
        (-12, "celsius", None, "−12 degrés Celsius", "−12 degrees Celsius"),
        (800_000, "barrel-per-day", None, "800 000 barils par jour", "800,000 barrels a day"),
        (12, None, None, "12", "12"),
        (3, "widget", None, None, None),
    ],
)
def test_amount(value, unit, bound, fr, en):
    assert spaced(formats("fr").amount(value, unit, bound)) == fr
    assert spaced(formats("en").amount(value, unit, bound)) == en


@pytest.mark.parametrize(
    ("value", "unit", "fr", "en"),
    [
        (6_000_000_000, "USD", "6 Md USD", "$6bn"),
        (2_300_000, "EUR", "2,3 M EUR", "€2.3m"),
        (450_000, "CNY", "450 000 CNY", "450,000 CNY"),
        (463_000, "tonne", "463 000 t", "463,000 t"),
        (12, "gigawatt-hour", "12 GWh", "12 GWh"),
    ],
)
def test_short_amount(value, unit, fr, en):
    assert spaced(formats("fr").amount(value, unit, width="short")) == fr
    assert spaced(formats("en").amount(value, unit, width="short")) == en


@pytest.mark.parametrize(
    ("low", "high", "unit", "fr", "en"),
    [
        (10, 15, "dose", "10 à 15 doses", "10 to 15 doses"),
        (2_000_000, 3_000_000, "EUR", "2 à 3 millions d'euros", "€2 million to €3 million"),
        (900_000, 1_200_000, "person", "900 000 à 1,2 million de personnes", "900,000 to 1.2 million people"),
    ],
)
def test_span(low, high, unit, fr, en):
    assert spaced(formats("fr").span(low, high, unit)) == fr
    assert spaced(formats("en").span(low, high, unit)) == en


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en-GB", "3 tonnes"), ("en-US", "3 metric tons"), ("fr-CA", "3 tonnes")],
)
def test_regions_name_units_their_way(locale, expected):
    assert spaced(formats(locale).amount(3, "tonne")) == expected


def test_canadian_french_says_which_dollar():
    assert spaced(formats("fr-CA").amount(5, "USD")) == "5 dollars américains"


@pytest.mark.parametrize(
    ("value", "unit", "direction", "base", "fr", "en"),
    [
        (80, "percent", "up", "previous_year", "en hausse de 80 % sur un an", "up 80% year on year"),
        (75, "percent", "up", None, "en hausse de 75 % (période de comparaison non précisée)", "up 75% (comparison period not stated)"),
        (3, "percent", "down", "2019", "en baisse de 3 % par rapport à 2019", "down 3% compared with 2019"),
        (2, "percentage-point", "down", "previous_month", "en baisse de 2 points sur un mois", "down 2 percentage points month on month"),
        (None, None, "down", None, "en baisse, montant non précisé", "down, amount not stated"),
        (None, None, "stable", None, "inchangé", "unchanged"),
        (4, "widget", "up", None, None, None),
    ],
)  # fmt: skip
def test_change(value, unit, direction, base, fr, en):
    assert spaced(formats("fr").change(value, unit, direction, base)) == fr
    assert spaced(formats("en").change(value, unit, direction, base)) == en


def test_short_change():
    assert spaced(formats("fr").change(80, "percent", "up", "previous_year", "short")) == "+80 % sur un an"
    assert spaced(formats("en").change(12, "percent", "down", None, "short")) == "−12% (base n.s.)"


@pytest.mark.parametrize(("number", "fr", "en"), [(1, "1er", "1st"), (2, "2e", "2nd"), (4, "4e", "4th"), (11, "11e", "11th"), (23, "23e", "23rd")])  # fmt: skip
def test_ordinal(number, fr, en):
    assert formats("fr").ordinal(number) == fr
    assert formats("en").ordinal(number) == en


@pytest.mark.parametrize(("code", "fr", "en"), [("RU", "Russie", "Russia"), ("US", "États-Unis", "United States"), ("HK", "Hong Kong", "Hong Kong"), ("WEST", "Occident", "the West"), ("ZZZ", None, None)])  # fmt: skip
def test_territory(code, fr, en):
    assert formats("fr").territory(code) == fr
    assert formats("en").territory(code) == en


@pytest.mark.parametrize(
    ("value", "base", "before", "fr", "en"),
    [
        (None, "previous_year", "280", "en hausse, contre 280 un an plus tôt", "up from 280 a year earlier"),
        (5, "2019", "280", "en hausse de 5 %, contre 280 en 2019", "up 5% from 280 in 2019"),
        (None, None, "280", "en hausse, contre 280", "up from 280"),
    ],
)
def test_change_from_a_former_amount(value, base, before, fr, en):
    assert spaced(formats("fr").change(value, "percent", "up", base, before=before)) == fr
    assert spaced(formats("en").change(value, "percent", "up", base, before=before)) == en
