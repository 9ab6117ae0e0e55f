"""Names, articles, prepositions and peoples of territories."""

import pytest

from briefgen.lexicon.places import find_place, place, power_of
from briefgen.lexicon.territories import Territory, code_of, territory


def known(code: str) -> Territory:
    found = territory(code)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("code", "with_article", "of", "bare_of", "inside", "toward"),
    [
        ("RU", "la Russie", "de la Russie", "de Russie", "en Russie", "à la Russie"),
        ("US", "les États-Unis", "des États-Unis", "des États-Unis", "aux États-Unis", "aux États-Unis"),
        ("BR", "le Brésil", "du Brésil", "du Brésil", "au Brésil", "au Brésil"),
        ("IN", "l'Inde", "de l'Inde", "d'Inde", "en Inde", "à l'Inde"),
        ("IR", "l'Iran", "de l'Iran", "d'Iran", "en Iran", "à l'Iran"),
        ("CU", "Cuba", "de Cuba", "de Cuba", "à Cuba", "à Cuba"),
        ("IL", "Israël", "d'Israël", "d'Israël", "en Israël", "à Israël"),
        ("HT", "Haïti", "d'Haïti", "d'Haïti", "en Haïti", "à Haïti"),
        ("YE", "le Yémen", "du Yémen", "du Yémen", "au Yémen", "au Yémen"),
        ("NATO", "l'Otan", "de l'Otan", "de l'Otan", "dans l'Otan", "à l'Otan"),
        ("WEST", "l'Occident", "de l'Occident", "de l'Occident", "en Occident", "à l'Occident"),
    ],
)  # fmt: skip
def test_french_forms(code: str, with_article: str, of: str, bare_of: str, inside: str, toward: str) -> None:
    one = known(code)

    assert (one.with_article("fr"), one.of("fr"), one.bare_of(), one.inside("fr"), one.toward("fr")) == (
        with_article, of, bare_of, inside, toward,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("RU", ["russe", "russe", "russes", "russes"]),
        ("CN", ["chinois", "chinoise", "chinois", "chinoises"]),
        ("GR", ["grec", "grecque", "grecs", "grecques"]),
        ("LY", ["libyen", "libyenne", "libyens", "libyennes"]),
        ("AF", ["afghan", "afghane", "afghans", "afghanes"]),
        ("WEST", ["occidental", "occidentale", "occidentaux", "occidentales"]),
    ],
)  # fmt: skip
def test_french_peoples_agree(code: str, forms: list[str]) -> None:
    assert [known(code).demonym("fr", gender, plural) for plural in (False, True) for gender in "mf"] == forms


def test_english_names_and_peoples() -> None:
    assert known("NL").with_article("en") == "the Netherlands"
    assert known("NL").name("en") == "Netherlands"
    assert known("US").demonym("en") == "American"
    assert known("US").attributive() == "US"
    assert known("CU").inside("en") == "in Cuba"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("la Russie", "RU"), ("Moscou", "RU"), ("the Kremlin", "RU"), ("Pékin", "CN"), ("l’Élysée", "FR"), ("Birmanie", "MM"),
        ("Myanmar", "MM"), ("russes", "RU"), ("Chinese", "CN"), ("U.S.", "US"), ("Bruxelles", "EU"), ("Corée du Nord", "KP"),
        ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_code_of_a_form(form: str, code: str | None) -> None:
    assert code_of(form) == code


def test_places_in_both_languages() -> None:
    cairo = place("cairo")
    moscow = find_place("moscou")

    assert cairo is not None
    assert (cairo.inside("fr"), cairo.inside("en")) == ("au Caire", "in Cairo")
    assert moscow is not None
    assert moscow.name("en") == "Moscow"
    assert power_of("moscow") == "RU"
    assert power_of("crimea") is None
