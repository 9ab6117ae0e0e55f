"""Occasions and carriers as phrases; passages that take their topic from the sentence before."""

import pytest

from briefgen.pipeline import extract_text


@pytest.mark.parametrize(
    ("words", "head", "relation"),
    [
        ("lors d'une audition au Sénat", "hearing", "in"),
        ("selon une transcription publiée par le ministère norvégien des Finances", "transcript", "by"),
        ("lors d'une conférence de presse", "press-conference", None),
    ],
)
def test_circumstances_are_read(words, head, relation):
    text = f"« Nous tiendrons parole quoi qu'il arrive », a déclaré Anna Keller {words}.\n"
    (quote,) = extract_text(text, "fr", "2025-05-20").quotes
    (_, phrase) = quote.said.phrases[0]
    assert phrase.head == head
    assert [r for r, _ in phrase.parts] == ([relation] if relation else [])


BEFORE = "L'Union européenne a renforcé ses sanctions contre la Russie. "


def topics_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    quote = next(q for q in extract_text(text, "fr", "2025-05-20").quotes)
    return quote.topics, quote.inherited


def test_a_quotation_without_cue_takes_the_topic_of_the_sentence_before():
    topics, inherited = topics_of(BEFORE + "« Nous ne reculerons pas devant la menace », a déclaré Anna Keller.\n")
    assert topics == ("sanctions",)
    assert "topics" in inherited


def test_not_from_another_paragraph_nor_with_a_cue_of_its_own():
    assert topics_of(BEFORE + "\n\n« Nous ne reculerons pas devant la menace », a déclaré Anna Keller.\n")[0] == ()
    assert topics_of(BEFORE + "« Le vaccin contre la grippe est prêt », a déclaré Anna Keller.\n")[0] == ("health",)
