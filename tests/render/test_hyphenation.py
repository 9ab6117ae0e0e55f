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
