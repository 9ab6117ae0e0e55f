import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.text.analysis import analyze
from briefgen.text.fold import folded, plain
from briefgen.text.tokens import tokenize


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(plain(text)) == len(folded(text)) == len(text)


@given(st.text(alphabet="ab'’-. \n1,éÉ«»"))
def test_tokens_are_the_characters_they_name(text: str) -> None:
    form = folded(text)
    tokens = tokenize(form)

    assert all(form[a:b] == word for word, a, b in zip(tokens.forms, tokens.starts, tokens.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("L’avion qu’il a vu", ("l'", "avion", "qu'", "il", "a", "vu")),
        ("China's 1,200 tons", ("china", "'s", "1,200", "tons")),
        ("aujourd'hui, 3,5 %", ("aujourd'hui", ",", "3,5", "%")),
        ("a-t-il dit", ("a", "-", "t", "-", "il", "dit")),
    ],
)
def test_elisions_and_possessives_are_words_of_their_own(text: str, forms: tuple[str, ...]) -> None:
    assert tokenize(folded(text)).forms == forms


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a dit que la loi serait votée dans les jours qui viennent.", "fr"),
        ("The minister said that the law would be passed in the coming days.", "en"),
        ("Der Minister sagte, dass das Gesetz in den nächsten Tagen nicht verabschiedet wird.", "und"),
        ("12345", "und"),
    ],
)
def test_the_language_is_told_from_function_words(text: str, language: str) -> None:
    assert analyze(text).language == language
