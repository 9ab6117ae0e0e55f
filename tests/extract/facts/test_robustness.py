"""Whatever the text, facts keep their spans and number themselves; time grows with length only."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.facts.conftest import read_facts
from tests.growth import grows_with_length

WORDS = (
    "La Chine a lancé réduit de 12 % en 2021 , . ; : « » “ ( ) – que qui dont soit selon X et mais pour atteindre il elle "
    "Paris January rose to by from said that which and The 5 million dollars tonnes not avant dès 2030 le"
).split()


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=60), language=st.sampled_from(["fr", "en"]))
def test_any_order_of_words(words: list[str], language: str) -> None:
    text = " ".join(words)
    found = read_facts(text, language)

    assert [f.id for f in found] == [f"f{i}" for i in range(1, len(found) + 1)]
    for fact in found:
        assert text[fact.start : fact.end] == fact.text
        assert 0 <= fact.score <= 1
        if fact.item:
            assert text[fact.item.start : fact.item.end] == fact.item.text
        for party in fact.participants:
            assert text[party.start : party.end] == party.text
        assert fact.part_of is None or any(f.id == fact.part_of for f in found)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "«" * 2000, ", et " * 3000, "12 % " * 2000, "qui a dit que " * 1500, "Le pays a fui. " * 300],
)
def test_hostile_text_is_read_in_time_that_grows_with_it(facts: Any, text: str) -> None:
    def reading(eighths: int) -> Callable[[], object]:
        return lambda: facts(text[: len(text) * eighths // 8], "fr")

    assert grows_with_length(reading, 1)
