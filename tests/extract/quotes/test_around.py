"""Statements around their attribution: every piece of them, under the right name."""

import pytest

from briefgen.pipeline import extract_text

ROWS = [
    (
        "fr",
        "Le maire, Luc Morvan, a répondu par la négative : aucun péage n’est prévu, a-t-il assuré, « ni cet été, ni l’hiver ».",
        ["aucun péage n’est prévu", "« ni cet été, ni l’hiver »"],
        "Luc Morvan",
    ),
    (
        "en",
        "Ann Moore met the press. She would be leaving the board, she said, “before the leaves turn”.",
        ["She would be leaving the board", "“before the leaves turn”"],
        "Ann Moore",
    ),
    (
        "en",
        "That verdict, said the port’s director, Paul Moore, “rather puzzled” him.",
        ["That verdict", "“rather puzzled” him"],
        "Paul Moore",
    ),
    (
        "fr",
        "Le préfet, Yves Eyenga Mbida, a parlé. Interrogé sur le pont, M. Eyenga Mbida a été bref. « Rien ne presse vraiment ici », "
        "a-t-il dit.",
        ["Rien ne presse vraiment ici"],
        "Yves Eyenga Mbida",
    ),
    (
        "fr",
        "« Je n’ai plus un seul filet », se lamente Mama Rose, pêcheuse.",
        ["Je n’ai plus un seul filet"],
        "Mama Rose",
    ),
]


@pytest.mark.parametrize(("language", "text", "fragments", "speaker"), ROWS, ids=[row[1][:40] for row in ROWS])
def test_the_whole_statement_has_its_speaker(language: str, text: str, fragments: list[str], speaker: str) -> None:
    quote = extract_text(text, language, "2025-03-04").quotes[-1]

    assert [text[start:end] for start, end in quote.fragments] == fragments
    assert quote.speaker is not None
    assert quote.speaker.name == speaker


def test_a_verb_of_speech_is_no_role() -> None:
    text = "Son président, Emmanuel Roca, juge que le port « vit à crédit »."
    (quote,) = extract_text(text, "fr", "2025-03-04").quotes

    assert quote.speaker is not None
    assert quote.speaker.role is not None
    assert quote.speaker.role.text == "président"
