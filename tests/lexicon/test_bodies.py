"""Bodies alone, and names of things that two languages write differently."""

import pytest

from briefgen.lexicon.names import thing_name
from briefgen.lexicon.offices import body_in_english


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("le ministère norvégien des Finances", "the Norwegian Ministry of Finance"),
        ("Congrès", "Congress"),
        ("le Sénat", "the Senate"),
        ("le chien du voisin", None),
        ("", None),
    ],
)
def test_bodies_in_english(french, english):
    assert body_in_english(french) == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Soyouz", "Soyuz"),
        ("Apollo-Soyouz", "Apollo-Soyuz"),
        ("Y5 Longue Marche-5", "Y5 Long March-5"),
        ("Falcon 9", "Falcon 9"),
        ("Spektr-M", "Spektr-M"),
    ],
)
def test_names_of_things(name, english):
    assert thing_name(name, "en") == english
