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
        ("Get the digital edition: €1 a week for 12 weeks. Terms apply", "subscription"),
        ("Abonnement : CHF 98.– l'an, TVA comprise", "subscription"),
        ("Forwarded by a friend? Subscribe: $35/month. Unsubscribe here.", "subscription"),
        ("À propos d'Astraline – Fondée en 2014, Astraline emploie 310 personnes.", "about"),
        ("WhatsApp : +237 600 00 00 00", "contact"),
        ("Votre avis nous intéresse : prenez part à notre sondage", "sharing"),
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


@pytest.mark.parametrize(
    "line",
    [
        "Le groupe a perdu 40 000 abonnés en un an et relève son tarif à 15 euros par mois, a-t-il annoncé mardi soir à la Bourse, avant une hausse prévue en mai.",
        "The regulator fined the newsletter's owner over its claims.",
        "À propos de cette réforme, le ministre a parlé de courage.",
    ],
)
def test_news_that_only_sounds_like_furniture_is_kept(line: str) -> None:
    text = f"{BODY}\n{line}\n{BODY} Encore."

    assert layout(text, paragraphs(text)).boilerplate == ()
