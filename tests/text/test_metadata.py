import pytest

from briefgen.text.metadata import metadata_lines, read_date, text_metadata

BODY = "\n\nLe texte de l’article commence ici et il continue assez longtemps pour être un article. " * 2


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("25 MAI 2022", "2022-05-25"),
        ("1er mars 2024", "2024-03-01"),
        ("March 5, 2023", "2023-03-05"),
        ("2020-12", "2020-12"),
        ("2026-03-10T07:15:00+01:00", "2026-03-10"),
        ("bientôt", None),
    ],
)
def test_dates_are_read_in_both_languages(words: str, edtf: str | None) -> None:
    assert read_date(words) == edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" date 2021-03 Rien de neuf à signaler.", {"published": "2021-03"}),
        (
            "Par Anne Roy, le 4 AVRIL 2023 – La Vigie" + BODY,
            {"author": "Anne Roy", "published": "2023-04-04", "outlet": "La Vigie"},
        ),
        ("By Jane Doe\nPublished on March 6, 2026" + BODY, {"author": "Jane Doe", "published": "2026-03-06"}),
        ("La Vigie – 10 mars 2026" + BODY, {"outlet": "La Vigie", "published": "2026-03-10"}),
        ("LYON, 3 mai 2024 (AFP) - Rien." + BODY, {"outlet": "AFP", "published": "2024-05-03"}),
        ("La Vigie — jeudi 16 avril 2026" + BODY, {"outlet": "La Vigie", "published": "2026-04-16"}),
        ("Porto-Novo, le 9 septembre 2026" + BODY, {"published": "2026-09-09"}),
        (
            "The Harbor Post\nSaturday, October 17, 2026" + BODY,
            {"outlet": "The Harbor Post", "published": "2026-10-17"},
        ),
        ("OSLO, Norway, Feb 18, 2026 (Fjordwire) - Rien." + BODY, {"outlet": "Fjordwire", "published": "2026-02-18"}),
        ("Lyon, 3 mai 2024 (Agence Saône). – Rien." + BODY, {"outlet": "Agence Saône", "published": "2024-05-03"}),
        ("Publié le 24.01.2026" + BODY, {"published": "2026-01-24"}),
        ("By Ann Lee\n\nOSLO - Nothing." + BODY, {"author": "Ann Lee"}),
        ("Un titre de cinq mots" + BODY, {"title": "Un titre de cinq mots"}),
        ("# Titre" + BODY, {"title": "Titre"}),
        ("---\ntitre: X Y\nmédia: La Vigie\n---\nTexte.", {"title": "X Y", "outlet": "La Vigie"}),
        ("Le Relais" + BODY + "\nSource: La Vigie", {"outlet": "La Vigie", "republished_by": "Le Relais"}),
        ("Rien du tout.", {}),
    ],
)
def test_the_text_states_its_own_metadata(text: str, expected: dict[str, str]) -> None:
    assert {name: value.value for name, value in text_metadata(text).items()} == expected


def test_each_value_stands_where_it_says() -> None:
    text = "Par Anne Roy, le 4 avril 2023 – La Vigie" + BODY

    for name, value in text_metadata(text).items():
        if name != "published":
            assert value.start is not None
            assert text[value.start : value.end] == value.value


def test_lines_that_only_state_metadata_are_never_news() -> None:
    text = "La Vigie – 10 mars 2026" + BODY

    assert metadata_lines(text, text_metadata(text)) == [(0, 23)]
