import pytest

from briefgen.text.sentences import paragraphs, sentences


def split(text: str, language: str = "fr") -> list[str]:
    return [text[a:b] for a, b in sentences(text, language=language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Il est parti. Elle reste.", "fr", ["Il est parti.", "Elle reste."]),
        ("M. Delmas a dit non. Puis oui.", "fr", ["M. Delmas a dit non.", "Puis oui."]),
        ("Mr. J. F. Stone left. He said so.", "en", ["Mr. J. F. Stone left.", "He said so."]),
        ("« C’est fini. » Il sort.", "fr", ["« C’est fini. »", "Il sort."]),
        ("“It is over.” He left.", "en", ["“It is over.”", "He left."]),
        ("Le prix est de 3.5 euros. Cher !", "fr", ["Le prix est de 3.5 euros.", "Cher !"]),
        ("Quoi ? demanda-t-il. Rien.", "fr", ["Quoi ? demanda-t-il.", "Rien."]),
        ("For combattre. la suite du texte.", "fr", ["For combattre. la suite du texte."]),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, language: str, expected: list[str]) -> None:
    assert split(text, language) == expected


def test_each_line_is_a_paragraph_unless_lines_are_wrapped() -> None:
    lines = "Première ligne du texte.\nDeuxième ligne."
    wrapped = "\n".join(["This is a line of text that was wrapped at some fixed width by a"] * 8)

    assert len(paragraphs(lines)) == 2
    assert len(paragraphs(wrapped)) == 1


def test_no_sentence_crosses_a_paragraph() -> None:
    assert split("Sans point final\nAutre paragraphe") == ["Sans point final", "Autre paragraphe"]
