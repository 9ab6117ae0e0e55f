"""Amounts with their units, bounds and ranges, in sentences; what is no amount stays out."""

import pytest

from briefgen.extract.quantities import find_quantities
from briefgen.model.evidence import Fact
from briefgen.text.analysis import analyze


def found(text, language, dates=()):
    return find_quantities(analyze(text, language), list(dates))


def brief(text, language):
    """(type, value or (low, high), unit, bound) of each fact."""
    return [(f.type, (f.low, f.high) if f.type == "range" else f.value, f.unit, f.bound) for f in found(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le pays a livré 120 000 tonnes de blé.", ("quantity", 120_000, "tonne", None)),
        ("Le parc atteint 3,5 GW.", ("quantity", 3.5, "gigawatt", None)),
        ("La centrale produit 12 TWh.", ("quantity", 12, "terawatt-hour", None)),
        ("Il a plu 40 mm.", ("quantity", 40, "millimeter", None)),
        ("une forêt de 55 km²", ("quantity", 55, "square-kilometer", None)),
        ("un stock de 8 milliards de mètres cubes", ("quantity", 8_000_000_000, "cubic-meter", None)),
        ("à 90 kilomètres à l'heure", ("quantity", 90, "kilometer-per-hour", None)),
        ("une production de 1,2 million de barils par jour", ("quantity", 1_200_000, "barrel-per-day", None)),
        ("il fait - 12 °C à Oslo", ("quantity", -12, "celsius", None)),
        ("soit 30 tonnes de CO2", ("quantity", 30, "tonne-co2", None)),
    ],
)
def test_measures_in_french(text, expected):
    assert brief(text, "fr") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill shipped 4,500 metric tons.", ("quantity", 4_500, "tonne", None)),
        ("It stores 250 MWh.", ("quantity", 250, "megawatt-hour", None)),
        ("a 12-inch pipe", ("quantity", 12, "inch", None)),
        ("He measures 6 feet 3 inches.", ("quantity", 6.25, "foot", None)),
        ("exports of 1.4m tonnes", ("quantity", 1_400_000, "tonne", None)),
        ("pumping 900,000 barrels a day", ("quantity", 900_000, "barrel-per-day", None)),
        ("a plot of 300 sq m", ("quantity", 300, "square-meter", None)),
        ("winds of 90mph", ("quantity", 90, "mile-per-hour", None)),
        ("the driver, aged 54, left", ("quantity", 54, "year-person", None)),
    ],
)
def test_measures_in_english(text, expected):
    assert brief(text, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "assumed"),
    [
        ("un prêt de 3,4 milliards d'euros", "fr", 3_400_000_000, "EUR", False),
        ("une amende de 12 M€", "fr", 12_000_000, "EUR", False),
        ("un budget de 1,5 Md€", "fr", 1_500_000_000, "EUR", False),
        ("une rançon de 200 millions de dollars", "fr", 200_000_000, "USD", True),
        ("un salaire de 900 dollars canadiens", "fr", 900, "CAD", False),
        ("il a versé 40 livres sterling", "fr", 40, "GBP", False),
        ("une aide de 5 milliards de francs CFA", "fr", 5_000_000_000, "XOF", False),
        ("a $4.5bn order", "en", 4_500_000_000, "USD", True),
        ("a US$300 million fund", "en", 300_000_000, "USD", False),
        ("it cost A$75", "en", 75, "AUD", False),
        ("a bonus of £12k", "en", 12_000, "GBP", False),
        ("a stake worth EUR20m", "en", 20_000_000, "EUR", False),
        ("Rs 500 crore was spent", "en", 5_000_000_000, "INR", True),
        ("a debt of 80 billion yuan", "en", 80_000_000_000, "CNY", False),
        ("it cost 12 dollars and 30 cents", "en", 12.3, "USD", True),
        ("a fee of 40 cents", "en", 40, "USX", True),
    ],
)
def test_money(text, language, value, unit, assumed):
    (fact,) = found(text, language)
    assert (fact.type, fact.value, fact.unit, fact.unit_assumed) == ("money", value, unit, assumed)


def test_dollars_are_those_that_the_text_names():
    first, second = (
        found("Ottawa counts in Canadian dollars. The plan costs $3 billion.", "en"),
        found("It costs $3.", "en"),
    )
    assert (first[0].unit, first[0].unit_assumed) == ("CAD", True)
    assert second[0].unit == "USD"


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("une hausse de 7,5 %", "fr", 7.5, "percent"),
        ("douze pour cent des élus", "fr", 12, "percent"),
        ("un recul de 2 points de pourcentage", "fr", 2, "percentage_point"),
        ("a 19 per cent drop", "en", 19, "percent"),
        ("up three percentage points", "en", 3, "percentage_point"),
        ("a yield of 2.25pc", "en", 2.25, "percent"),
    ],
)
def test_percent(text, language, value, unit):
    (fact,) = found(text, language)
    assert (fact.type, fact.value, fact.unit) == ("percent", value, unit)


@pytest.mark.parametrize(
    ("text", "language", "words", "value", "unit", "bound"),
    [
        ("L'hôpital signale plus de 310 nouveaux cas.", "fr", "plus de 310 nouveaux cas", 310, "cas", "more_than"),
        ("ses 4,1 millions et plus de doses", "fr", "4,1 millions et plus de doses", 4_100_000, "doses", "more_than"),
        ("une vingtaine de blessés", "fr", "une vingtaine de blessés", 20, "blessés", "about"),
        ("au moins six morts", "fr", "au moins six morts", 6, "morts", "at_least"),
        ("quelque 900 grévistes", "fr", "quelque 900 grévistes", 900, "grévistes", "about"),
        ("plus d'un million de foyers", "fr", "plus d'un million de foyers", 1_000_000, "foyers", "more_than"),
        ("500 personnes ou plus", "fr", "500 personnes", 500, "personnes", "at_least"),
        ("up to 40 new hospital beds", "en", "up to 40 new hospital beds", 40, "beds", "at_most"),
        ("nearly 3,000 people", "en", "nearly 3,000 people", 3_000, "people", "about"),
        ("fewer than a dozen ships", "en", "fewer than a dozen ships", 12, "ships", "less_than"),
        ("60 or more missiles", "en", "60 or more missiles", 60, "missiles", "at_least"),
    ],
)
def test_counted_nouns_and_bounds(text, language, words, value, unit, bound):
    (fact,) = found(text, language)
    assert (fact.text, fact.value, fact.unit, fact.bound) == (words, value, unit, bound)


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "unit"),
    [
        ("10 à 15 millions d'euros", "fr", 10_000_000, 15_000_000, "EUR"),
        ("entre 3 et 5 %", "fr", 3, 5, "percent"),
        ("de 200 à 300 soldats", "fr", 200, 300, "soldats"),
        ("between $2 billion and $4 billion", "en", 2_000_000_000, 4_000_000_000, "USD"),
        ("5-10 km", "en", 5, 10, "kilometer"),
        ("20 to 25 per cent", "en", 20, 25, "percent"),
        ("an 8- to 12-meter mast", "en", 8, 12, "meter"),
        ("more than 20 but less than 30 tests", "en", 20, 30, "tests"),
        ("dozens of homes", "en", 12, 120, "homes"),
    ],
)
def test_ranges(text, language, low, high, unit):
    (fact,) = found(text, language)
    assert (fact.type, fact.value, fact.low, fact.high, fact.unit) == ("range", None, low, high, unit)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("trois quarts des votants", "fr", 0.75),
        ("la moitié du parc", "fr", 0.5),
        ("un élu sur dix, un sur dix", "fr", 0.1),
        ("un demi-million de voix", "fr", 500_000),
        ("two thirds of voters", "en", 2 / 3),
        ("a third of the fleet", "en", 1 / 3),
        ("half a million votes", "en", 500_000),
        ("one in five drivers", "en", 0.2),
        ("two million and a half", "en", 2_500_000),
        ("10 1/2", "en", 10.5),
        ("½", "en", 0.5),
    ],
)
def test_fractions(text, language, value):
    assert found(text, language)[-1].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("le moteur RD-180 de la fusée", "fr"),
        ("la sonde Chang’e-5 et la station Mir-2", "fr"),
        ("un Airbus A320 et la 5G", "fr"),
        ("le G7 parle du Covid-19", "fr"),
        ("selon l'article 5 du traité", "fr"),
        ("la fusée Longue Marche-5", "fr"),
        ("a Falcon 9 rocket and a Boeing 777", "en"),
        ("they won 3-1 at home", "en"),
        ("see https://example.org/2024/05?id=77", "en"),
        ("which one of them, no one knows", "en"),
        ("call +33 1-44-55", "en"),
        ("under-18s and a man in his 30s", "en"),
    ],
)
def test_names_labels_and_scores_are_no_amounts(text, language):
    assert [f for f in found(text, language) if f.score > 0.3 and f.value not in (33,)] == []


@pytest.mark.parametrize(
    ("text", "language", "words", "value"),
    [
        ("une dame âgée de 81 ans", "fr", "81 ans", 81),
        ("un homme de 34 ans", "fr", "34 ans", 34),
        ("les moins de 16 ans", "fr", "moins de 16 ans", 16),
        ("the baby-faced 19-year-old", "en", "19-year-old", 19),
        ("Mary Poe, 47, was there", "en", "47", 47),
        ("at the age of 62", "en", "62", 62),
    ],
)
def test_ages(text, language, words, value):
    (fact,) = found(text, language)
    assert (fact.text, fact.value, fact.unit) == (words, value, "year-person")


@pytest.mark.parametrize(
    ("text", "language", "share"),
    [
        ("sept élèves sur dix", "fr", 0.7),
        ("un logement sur quatre", "fr", 0.25),
        ("one child in five", "en", 0.2),
        ("three in ten", "en", 0.3),
        ("four out of five", "en", 0.8),
    ],
)
def test_shares_of_people(text, language, share):
    (fact,) = found(text, language)
    assert (fact.type, fact.value, fact.text) == ("number", share, text)


def test_centuries_in_roman_figures():
    assert brief("aux XIXe et XXe siècles", "fr") == [("ordinal", 19, None, None), ("ordinal", 20, None, None)]


def test_the_first_minister_has_no_rank():
    assert brief("Le Premier ministre reçoit son troisième invité.", "fr") == [("ordinal", 3, None, None)]


def test_nothing_is_found_inside_a_date():
    date = Fact(id="", start=3, end=15, text="12 mars 2024", type="date")
    assert [f.text for f in found("Le 12 mars 2024, 40 %", "fr", [date])] == ["40 %"]


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("ce sac pèse 20 livres", "fr", "pound"),
        ("elle a publié 20 livres", "fr", "livres"),
        ("un legs de 3 millions de livres", "fr", "GBP"),
        ("he lost 20 pounds", "en", "pound"),
        ("paid 20 pounds of a £50 bill", "en", "GBP"),
    ],
)
def test_pounds_are_mass_money_or_books(text, language, unit):
    assert found(text, language)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("les Vingt-Sept votent", "fr"),
        ("at 16-18 Mill Road", "en"),
        ("an old Boeing 737-800", "en"),
        ("Jones (4) scored", "en"),
        ("the Covid -19 tests", "en"),
        ("1) first, 2) then", "en"),
    ],
)
def test_names_in_words_addresses_and_squad_numbers(text, language):
    assert [f.text for f in found(text, language) if f.type != "ordinal"] == []
