"""Lexicon entries found in running text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.mentions import find_mentions, has_case
from briefgen.extract.phrases import read_phrase
from briefgen.text.analysis import analyze


def found(text: str, language: str, *kinds: str) -> list[tuple[str, str, str]]:
    mentions = find_mentions(analyze(text, language))
    return [(m.kind, m.id, text[m.start : m.end]) for m in mentions if m.kind in kinds]


NAMES = ("territory", "demonym", "metonym", "region", "person", "organization", "outlet")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Pékin et Moscou ont parlé des États-Unis.", "fr",
         [("metonym", "CN", "Pékin"), ("metonym", "RU", "Moscou"), ("territory", "US", "États-Unis")]),
        ("La coopération sino-russe inquiète l'Otan.", "fr",
         [("demonym", "CN", "sino"), ("demonym", "RU", "russe"), ("territory", "NATO", "Otan")]),
        ("Un euro vaut plus qu'un dollar.", "fr", []),
        ("Sergueï Lavrov et M. Poutine ont reçu la Nasa, selon Reuters.", "fr",
         [("person", "sergei-lavrov", "Sergueï Lavrov"), ("person", "vladimir-putin", "Poutine"),
          ("organization", "nasa", "Nasa"), ("outlet", "reuters", "Reuters")]),
        ("Ce matin, Ivan Lavrov dormait.", "fr", []),
        ("L'équipe a gagné, écrit L'Équipe.", "fr", [("outlet", "l-equipe", "L'Équipe")]),
        ("Les ours du parc nous ont vus.", "fr", []),
        ("Who told us that turkey is dry?", "en", []),
        ("The WHO told the U.S. that Turkey is dry.", "en",
         [("organization", "world-health-organization", "WHO"), ("territory", "US", "U.S."), ("territory", "TR", "Turkey")]),
        ("Michael Jordan met George Washington in Jordan.", "en", [("territory", "JO", "Jordan")]),
        ("President Putin praised China's chips.", "en", [("person", "vladimir-putin", "Putin"), ("territory", "CN", "China")]),
        ("Crimea and the Black Sea", "en", [("region", "crimea", "Crimea"), ("region", "black-sea", "Black Sea")]),
        ("Les Egyptiens votent.", "fr", [("demonym", "EG", "Egyptiens")]),
    ],
)  # fmt: skip
def test_names_in_text(text: str, language: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, language, *NAMES) == expected


def test_concepts_carry_their_topic() -> None:
    mentions = find_mentions(analyze("Les importations de gaz naturel liquéfié augmentent.", "fr"))

    assert [(m.id, m.topic) for m in mentions if m.kind == "concept"][:2] == [("import", None), ("lng", "energy")]


@pytest.mark.parametrize(
    ("form", "text", "fits"),
    [
        ("Moon", "Moon", True), ("Moon", "moon", False), ("WHO", "WHO", True), ("WHO", "Who", False), ("OTAN", "Otan", True),
        ("russe", "RUSSE", True), ("NASA", "nasa", False),
    ],
)  # fmt: skip
def test_capitals(form: str, text: str, fits: bool) -> None:
    assert has_case(form, text) is fits


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from("la Russie gaz de l' Pékin , et Nasa sino - russe importations U.S. ' « Lavrov the of oil prices 28 %".split()),
        max_size=25,
    ),
    st.sampled_from(["fr", "en", "und"]),
)  # fmt: skip
def test_mentions_are_sorted_apart_and_in_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    analysis = analyze(text, language)

    mentions = find_mentions(analysis)

    assert all(first.end <= second.start for first, second in pairwise(mentions))
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    phrase = read_phrase(analysis, mentions, 0, len(text))
    assert phrase is None or 0 <= phrase.start < phrase.end <= len(text)
