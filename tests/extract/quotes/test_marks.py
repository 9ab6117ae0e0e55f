"""Quotation marks as they are really typed."""

import pytest

from briefgen.extract.quotes.marks import pair_marks
from briefgen.text.sentences import paragraphs


def passages(text: str) -> list[str]:
    return [text[p.start : p.end] for p in pair_marks(text, tuple(paragraphs(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit « oui » et « non ».", ["oui", "non"]),
        ("Il dit « oui« , puis s’en va.", ["oui"]),
        ("« Premier sans fin «Second passage», dit-il.", ["Premier sans fin", "Second passage"]),
        ("Elle : « Il a dit “jamais” hier. »", ["Il a dit “jamais” hier."]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("L’avion n’a pas d’aile.", []),
        ("Don't say it's John's.", []),
        ("« Jamais fermé, dit-il.", ["Jamais fermé, dit-il."]),
        ("''Two strokes,'' he said.", ["Two strokes,"]),
        ('<a name="x" rel="y">', []),
    ],
)
def test_passages_are_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


def test_a_passage_left_open_is_continued_by_the_next_paragraph() -> None:
    text = "“The first day was long.\n“The second day was longer,” she said."

    first, second = pair_marks(text, tuple(paragraphs(text)))

    assert not first.closed
    assert second.continues
