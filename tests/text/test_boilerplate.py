import pytest

from briefgen.text.boilerplate import layout
from briefgen.text.sentences import paragraphs
from briefgen.text.translation import foreign_insertions

BODY = "Le texte de l’article commence ici et il continue."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Copyright © 2026 La Vigie. Tous droits réservés.", "copyright"),
        ("(c) 2026 The Post. All rights reserved.", "copyright"),
        ("Cet article a été initialement publié dans La Vigie.", "republication"),
        ("Partagez cet article sur Facebook", "sharing"),
        ("Lire aussi : notre dossier", "sharing"),
        ("Source: La Vigie", "source_line"),
        ("Par Anne Roy, le 4 avril 2023 – La Vigie", "byline"),
    ],
)
def test_what_surrounds_an_article_is_told_from_it(line: str, why: str) -> None:
    text = f"{BODY}\n{line}\n{BODY} Encore."

    found = layout(text, paragraphs(text)).boilerplate

    assert [(text[b.start : b.end], b.why) for b in found] == [(line, why)]


def test_a_caption_is_kept_once() -> None:
    caption = "La fusée décolle de Kourou, le 11 mars."
    text = f"{BODY}\n{caption} Photo: AM alt = {caption} Photo: AM\n{BODY} Fin."

    found = layout(text, paragraphs(text))

    assert [text[a:b] for a, b in found.captions] == [caption]
    assert [b.why for b in found.boilerplate] == ["repeat"]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("le financement continue [advancing its] programme", "fr", 1),
        ("S’ils [les Occidentaux] veulent", "fr", 0),
        ("“We [the allies] will go”", "en", 0),
        ("“We [les alliés] will go”", "en", 1),
        ("une erreur [sic] connue", "fr", 0),
    ],
)
def test_insertions_in_another_language_betray_a_translation(text: str, language: str, count: int) -> None:
    assert len(foreign_insertions(text, language)) == count
