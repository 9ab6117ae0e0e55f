import pytest

from briefgen.pipeline import extract_text


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "“A hard winter would be a test,” warned Anna Keller of the think-tank Grid Watch.", "Anna Keller"),
        ("en", "“The work will be done before the end of May,” warns John Martin, head of the site.", "John Martin"),
        (
            "fr",
            "La direction, par la voix de sa porte-parole Jeanne Rivoire, dément : « Ce circuit n’a jamais servi ici. »",
            "Jeanne Rivoire",
        ),
        (
            "fr",
            "« Le risque reste faible au niveau mondial », a déclaré le chef des urgences, le Dr Samuel Adou.",
            "Samuel Adou",
        ),
        ("fr", "« Nous manquons de gants et de bras », lâche Rachida Bona, l’infirmière-cheffe.", "Rachida Bona"),
        ("en", "“The ferry waits for nobody,” said Anna Vik-Larsen of the consultancy Blue Fjord.", "Anna Vik-Larsen"),
        ("en", "Anna Vik-Larsen spoke. “It waits,” said Vik-Larsen of the consultancy Blue Fjord.", "Anna Vik-Larsen"),
        (
            "en",
            "Minister for Transport Mark Connolly said: “The ferry waits for nobody in this town.”",
            "Mark Connolly",
        ),
        ("en", "Kate Donnelly said: “The ferry waits for nobody in this town.”", "Kate Donnelly"),
        (
            "fr",
            "« La digue tiendra encore un an », soupire la porte-parole de l’Institut mondial du sel (IMS), Aude Kerouan.",
            "Aude Kerouan",
        ),
        (
            "fr",
            "Le médecin-chef, Loïc Bihan, a dit : « Le port est fermé pour la nuit. » En visite à Roscoff, le préfet, Yann "
            "Le Goff, a exclu tout délai. « La mer ne lit pas les arrêtés », a-t-il lancé.",
            "Yann Le Goff",
        ),
        (
            "en",
            "Ann Nunez called the plan “sound but late”.\n\nHotels report cancellations, said Helena Costa, head of the "
            "hotel union. “July was going to be our best month,” she added.",
            "Helena Costa",
        ),
    ],
)
def test_the_speaker_is_the_person_who_speaks(language: str, text: str, name: str) -> None:
    quotes = [q for q in extract_text(text, language, "2026-06-05").quotes if q.kind == "direct"]

    assert quotes[-1].speaker is not None
    assert quotes[-1].speaker.name == name


def test_the_author_of_the_article_is_nobody_in_it() -> None:
    text = (
        "Neighbors split over the port\nBy Liv Strand\n\nAbout 350 people will work here, Mayor Andreas Holm told a town "
        "hall on Thursday. “This is the first good news in years,” he said.\n"
    )

    assert [q.speaker.name for q in extract_text(text, "en", "2026-02-20").quotes if q.speaker] == ["Andreas Holm"]


def test_a_role_ends_with_its_sentence() -> None:
    text = (
        "« Le chômage est inévitable si rien ne change », avertit Nadia Perrin, déléguée CGT.\n\nLa présidente de la "
        "région, Sylvie Arnal, viendra lundi."
    )
    (quote,) = [q for q in extract_text(text, "fr", "2026-04-16").quotes if q.kind == "direct"]

    assert quote.speaker is not None
    assert quote.speaker.role is not None
    assert quote.speaker.role.text == "déléguée CGT"
