"""The news an article opens with."""

import pytest

from briefgen.compose.leads import is_news
from briefgen.pipeline import extract_text

REST = " Witnesses spoke of a bright flash over the sea. The agency will hold a press conference on Friday in the capital.\n"


@pytest.mark.parametrize(
    ("opening", "news"),
    [
        ("The rocket Aster-1 was destroyed in flight on Tuesday, 74 seconds after liftoff, the agency said.", True),
        ("Every morning at seven, Carla and her eleven colleagues fan out with torches and tweezers.", False),
    ],
)
def test_a_dated_event_is_news_and_a_scene_is_not(opening, news):
    extraction = extract_text(opening + REST, language="en", published="2026-03-05")

    assert extraction.lead is not None
    assert is_news(extraction) is news


def test_the_lead_is_the_first_whole_sentence_below_the_title():
    text = "Rocket lost over the sea\n\nThe rocket Aster-1 was destroyed in flight on Tuesday, the agency said." + REST

    start, end = extract_text(text, language="en", published="2026-03-05").lead

    assert text[start:end].startswith("The rocket Aster-1 was destroyed")


def test_a_text_without_sentences_has_no_lead():
    assert extract_text("Nothing", language="en").lead is None
