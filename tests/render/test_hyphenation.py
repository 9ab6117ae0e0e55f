"""Words are divided where pyphen divides them; its patterns are only kept in a quicker form."""

import pyphen
import pytest

from briefgen.render.hyphenation import hyphen_points

WORDS = {
    "fr": "approvisionnement développement aujourd'hui extraordinaire réglementation œcuménique",
    "en": "development extraordinary characterization satellite's reconnaissance hyphenation rocket-launching",
    "en-GB": "organisation manoeuvre programme characterisation",
    "de": "Raumfahrtbehörde Energieversorgung Gesundheitsministerium Donaudampfschifffahrtsgesellschaft",
    "es": "abastecimiento extraordinario",
    "it": "approvvigionamento straordinario",
}
NAMES = {"fr": "fr", "en": "en_US", "en-GB": "en_GB", "de": "de_DE", "es": "es", "it": "it_IT"}


@pytest.mark.parametrize(
    ("language", "word"), [(lang, word) for lang, words in WORDS.items() for word in words.split()]
)
def test_a_plain_word_is_divided_as_pyphen_does(language: str, word: str) -> None:
    reference = pyphen.Pyphen(lang=NAMES[language], left=3, right=3)
    pieces = [piece for piece in word.replace("'", "-").split("-") if len(piece) >= 6]

    expected = {word.index(piece) + int(at) for piece in pieces for at in reference.positions(piece)}

    assert set(hyphen_points(word, language)) == expected


def test_addresses_numbers_and_unknown_languages_are_left_whole() -> None:
    assert hyphen_points("www.example.org/approvisionnement", "fr") == ()
    assert hyphen_points("approvisionnement", "zh") == ()


def test_what_a_number_counts_is_divided_and_a_name_before_its_reference_is_not() -> None:
    assert hyphen_points("27\u00a0companies", "en") == tuple(at + 3 for at in hyphen_points("companies", "en")) != ()
    assert hyphen_points("Méridienne)\u00a0", "fr") == ()
