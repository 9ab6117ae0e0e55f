"""Persons and organizations in the form of the document's language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.lexicon.names import display_name, find_person, gender_of, person_forms, slug, surname, thing_name
from briefgen.lexicon.organizations import describe, find, organization


@pytest.mark.parametrize(
    ("name", "id_", "fr", "en"),
    [
        ("Sergueï Lavrov", "sergei-lavrov", "Sergueï Lavrov", "Sergei Lavrov"),
        ("Lavrov", "sergei-lavrov", "Sergueï Lavrov", "Sergei Lavrov"),
        ("Mikhail Mishustin", "mikhail-mishustin", "Mikhaïl Michoustine", "Mikhail Mishustin"),
        ("Vladimir Poutine", "vladimir-putin", "Vladimir Poutine", "Vladimir Putin"),
        ("Bachar al-Assad", "bashar-al-assad", "Bachar al-Assad", "Bashar al-Assad"),
        ("Mohammed bin Salman", "mohammed-bin-salman", "Mohammed ben Salmane", "Mohammed bin Salman"),
        ("Benyamin Netanyahou", "benjamin-netanyahu", "Benyamin Netanyahou", "Benjamin Netanyahu"),
    ],
)  # fmt: skip
def test_a_name_in_both_languages(name: str, id_: str, fr: str, en: str) -> None:
    assert person_forms(name, "fr") == (id_, {"fr": fr, "en": en})


def test_unknown_names_stay_as_they_are() -> None:
    assert person_forms("Jean Inconnu", "fr") is None
    assert display_name("Jean Inconnu", {}, "en") == "Jean Inconnu"
    assert display_name("Sergueï Lavrov", {"en": "Sergei Lavrov"}, "en-GB") == "Sergei Lavrov"


@pytest.mark.parametrize(
    ("name", "short"),
    [("Ursula von der Leyen", "von der Leyen"), ("Mohammed ben Salmane", "ben Salmane"), ("Xi Jinping", "Jinping")],
)
def test_surname(name: str, short: str) -> None:
    assert surname(name) == short


def test_gender_from_the_lexicon_or_the_first_name() -> None:
    assert gender_of("Maria Zakharova") == "f"
    assert gender_of("Sophie Untel") == "f"
    assert gender_of("Pierre Untel") == "m"
    assert gender_of("Camille Untel") is None


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Longue Marche-5", "en", "Long March-5"),
        ("Soyuz MS-22", "fr", "Soyouz MS-22"),
        ("Spektr-M", "en", "Spektr-M"),
        ("Soyouzine", "en", "Soyouzine"),
    ],
)
def test_names_of_things(name: str, language: str, expected: str) -> None:
    assert thing_name(name, language) == expected


@pytest.mark.parametrize(
    ("id_", "fr", "en"),
    [
        ("global-times", "média d'État chinois", "Chinese state media"),
        ("rt", "média d'État russe", "Russian state media"),
        ("xinhua", "agence officielle chinoise", "Chinese official news agency"),
        ("roscosmos", "agence spatiale russe", "Russian space agency"),
        ("agence-france-presse", "agence de presse française", "French news agency"),
        ("world-health-organization", "organisation internationale", "international organization"),
    ],
)
def test_what_an_organization_is(id_: str, fr: str, en: str) -> None:
    assert (describe(id_, "fr"), describe(id_, "en")) == (fr, en)


def test_acronyms_and_kinds() -> None:
    who = find("OMS")
    tass = organization("tass")

    assert who is not None
    assert (who.acronym("fr"), who.acronym("en"), who.attribution_kind) == ("OMS", "WHO", "organization")
    assert tass is not None
    assert tass.attribution_kind == "state_media"
    assert describe("nobody", "fr") is None


@given(st.text(max_size=40))
def test_any_text_has_a_slug_and_an_answer(text: str) -> None:
    assert slug(slug(text)) == slug(text)
    assert find_person(f"{text} nobody at all") is None
