"""Every unit and currency that the extraction can give has words in both document languages."""

import pytest

from briefgen.extract.quantities.lexicons import lines, signs
from briefgen.i18n.amounts import quantity
from briefgen.i18n.tables import currency_forms, is_counted, unit_forms

UNITS = sorted(
    {s.id for language in ("fr", "en") for found in signs(language).values() for _, s in found if s.kind == "unit"}
)
CURRENCIES = [row[0] for row in lines("currencies.txt")]


@pytest.mark.parametrize("locale", ["fr-FR", "en-US", "en-GB"])
def test_every_unit_has_its_forms(locale):
    missing = [unit for unit in UNITS if unit_forms(unit, locale) is None]

    assert missing == []


def test_no_unit_of_measure_is_a_counted_thing():
    assert [unit for unit in UNITS if is_counted(unit)] == []


@pytest.mark.parametrize("locale", ["fr-FR", "en-US"])
def test_every_currency_has_its_forms(locale):
    missing = [code for code in CURRENCIES if code in currency_forms(code, locale)[:2]]

    assert missing == []


@pytest.mark.parametrize(
    ("value", "unit", "fr", "en"),
    [
        (25, "permyriad", "25 points de base", "25 basis points"),
        (3, "gigawatt-peak", "3 gigawatts-crête", "3 gigawatts-peak"),
        (2, "megapascal", "2 mégapascals", "2 megapascals"),
        (6, "cubic-inch", "6 pouces cubes", "6 cubic inches"),
        (40, "gram-per-liter", "40 grammes par litre", "40 grams per liter"),
        (5, "tonne-per-hectare", "5 tonnes par hectare", "5 metric tons per hectare"),
        (34, "year-person", "34 ans", "34 years old"),
        (7, "megabit-per-second", "7 mégabits par seconde", "7 megabits per second"),
        (3, "JMD", "3 dollars jamaïcains", "3 Jamaican dollars"),
        (45, "USX", "45 cents", "45 cents"),
    ],
)
def test_rare_units_in_words(value, unit, fr, en):
    printed = [(quantity(value, unit, locale) or "").replace("\u00a0", " ") for locale in ("fr-FR", "en-US")]

    assert printed == [fr, en]
