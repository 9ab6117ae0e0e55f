"""Numbers in digits and words, read at a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.numerals import read_numeral, read_ordinal
from briefgen.text.fold import folded
from briefgen.text.tokens import tokenize


def read(words, language, reader=read_numeral):
    """(value, words read) at the beginning of `words`."""
    tokens = tokenize(folded(words))
    found = reader(tokens, 0, language)
    return found and (found[0], words[: tokens.ends[found[1] - 1]])


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("28000", 28_000),
        ("463 000", 463_000),
        ("463\u202f000", 463_000),
        ("12'500", 12_500),
        ("1 234 567,89", 1_234_567.89),
        ("1.250", 1_250),
        ("4,75", 4.75),
        ("2,3 millions", 2_300_000),
        ("6 Md", 6_000_000_000),
        ("10k", 10_000),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-sept", 97),
        ("nonante-deux", 92),
        ("deux cent deux mille", 202_000),
        ("mille neuf cent quarante", 1_940),
        ("mille milliards", 10**12),
        ("4 mille 3 cents et 21", 4_321),
        ("deux cent virgule zéro trois", 200.03),
        ("une vingtaine", 20),
        ("une dizaine de milliers", 10_000),
        ("deux douzaines", 24),
    ],
)
def test_french_cardinals(words, value):
    assert read(words, "fr") == (value, words)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,200", 1_200),
        ("1,3", 1.3),
        ("1,674.5 million", 1_674_500_000),
        ("2.3bn", 2_300_000_000),
        ("three hundred and two", 302),
        ("one hundred and three thousand", 103_000),
        ("twenty-one trillion", 21 * 10**12),
        ("nineteen hundred", 1_900),
        ("a million", 1_000_000),
        ("a dozen", 12),
        ("five point five", 5.5),
        ("13 lakh", 1_300_000),
    ],
)
def test_english_cardinals(words, value):
    assert read(words, "en") == (value, words)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("one hundred and two hundred", "en", (100, "one hundred")),
        ("vingt et trois", "fr", (20, "vingt")),
        ("423 0000", "en", (423, "423")),
        ("15 2020", "fr", (15, "15")),
        ("a dog", "en", None),
        ("10.20.30.40", "en", None),
        ("ministre", "fr", None),
    ],
)
def test_what_does_not_belong_to_the_number_is_left(words, language, expected):
    assert read(words, language) == expected


@pytest.mark.parametrize(
    ("words", "language", "rank"),
    [
        ("22e", "fr", 22),
        ("1er", "fr", 1),
        ("vingt et unième", "fr", 21),
        ("quatre-vingt-dixième", "fr", 90),
        ("deux centième", "fr", 200),
        ("3rd", "en", 3),
        ("twenty-first", "en", 21),
        ("one hundred and twenty fifth", "en", 125),
    ],
)
def test_ordinals(words, language, rank):
    assert read(words, language, read_ordinal) == (rank, words)


@given(st.integers(0, 10**12), st.sampled_from([" ", "\u00a0", "\u202f", "'"]))
def test_grouped_digits_read_back(number, mark):
    assert read(f"{number:,}".replace(",", mark), "fr")[0] == number


WORDS = st.sampled_from(
    "un une a cent mille million hundred and et - , . 12 3.5 1,200 quatre vingt dix first tiers demi dozen de e k".split()
)


@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from(["fr", "en"]))
def test_any_words_are_read_or_left(words, language):
    tokens = tokenize(" ".join(words))
    for index in range(len(tokens)):
        for reader in (read_numeral, read_ordinal):
            found = reader(tokens, index, language)
            assert found is None or index < found[1] <= len(tokens)
