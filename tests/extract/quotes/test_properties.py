"""What holds for any text: no crash, verbatim spans, time that grows with the length."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.quotes import find_quotes
from briefgen.text.analysis import analyze
from tests.growth import grows_with_length

WORDS = st.sampled_from(
    "« » “ ” \" ' ‘ ’ '' , . : ; ( ) — - \n a déclaré dit que qu' il elle selon d'après le ministre Jean Martin said Mr Smith "
    "who told that according to the plan affirmant adding avant de préciser ces remarques He 3 mai États-Unis l' été".split(
        " "
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join), st.sampled_from(["fr", "en"]))
def test_quotes_are_spans_of_the_text(text: str, language: str) -> None:
    found, _ = find_quotes(analyze(text, language, "2024-05-06"), ())

    for quote in found:
        assert quote.text == text[quote.start : quote.end]
        assert all(quote.start <= a < b <= quote.end for a, b in quote.fragments)
        if quote.speaker and quote.speaker.start is not None and quote.speaker.end is not None:
            assert quote.speaker.mention == text[quote.speaker.start : quote.speaker.end]
        if quote.cue:
            assert quote.cue.text == text[quote.cue.start : quote.cue.end]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["fr", "en", "und"]))
def test_any_text_is_read(text: str, language: str) -> None:
    for quote in find_quotes(analyze(text, language), ())[0]:
        assert quote.text == text[quote.start : quote.end]


@pytest.mark.parametrize(
    "piece",
    ['"', "«", "« a » ", "he said, ", "« Oui, il faut le faire », a dit M. Roux, ", "selon, ", "le mot dit que il a "],
)
def test_time_is_linear(piece: str) -> None:
    def reading(size: int) -> Callable[[], object]:
        analysis = analyze(piece * (size // len(piece)), "fr")
        return lambda: find_quotes(analysis, ())

    reading(1_000)()
    assert grows_with_length(reading, 12_000)
