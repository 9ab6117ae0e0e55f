"""From the words of an article to the lines of the note: what extraction and composition do together."""

import pytest

from briefgen.compose.briefing import compose_briefing
from briefgen.extract.rank import ranking
from briefgen.model.briefing import BriefingOptions
from briefgen.pipeline import extract_text, gather

SPACE = """Roscosmos a signé un protocole d'accord avec la Nasa en mai 2024, convenant de travailler sur une station de recherche \
lunaire. Les deux agences suivent un programme de coopération spatiale de cinq ans qui a débuté en 2021. \
En juin 2025, le quotidien Kommersant a rapporté que le programme devrait être prolongé de trois années supplémentaires \
pour se terminer en 2028.
"""
TALKS = """« La fusée est prête pour son vol vers la Lune », a déclaré Anna Keller, directrice du programme, lors d'une audition au \
Congrès le 11 mai.
Keller a ajouté : « Ce vol spatial durera huit jours. »
"""


def briefing(*texts, lang="fr", topics=("space", "energy", "sanctions", "health"), date="2025-09-01"):
    sources = [extract_text(text, "fr", published) for text, published in texts]
    reading = gather(sources)
    ranks = ranking(sources, topics, reading.groups, reading.origins)
    options = BriefingOptions(topics, lang, date=date)
    return compose_briefing(sources, reading.groups, options, ranking=ranks)[0]


def lines(made, section):
    found = next((s.items for s in made.sections if s.id == section), ())
    return [" ".join(item.text.split()) for item in found]


def test_two_facts_of_one_thing_make_one_key_point():
    points = lines(briefing((SPACE, "2025-08-20")), "key_points")
    joined = next(point for point in points if "cinq ans" in point or "5 ans" in point)
    assert "programme de coopération spatiale" in joined.lower()
    assert "; prolongation (attendu, état juin 2025)" in joined.replace("\u202f;", " ;")
    assert joined.lower().count("programme") == 1


def test_an_agreement_says_what_it_is_on():
    rows = " ".join(lines(briefing((SPACE, "2025-08-20"), lang="en"), "space"))
    assert "memorandum of understanding (lunar research station)" in rows


def test_the_freshest_topic_comes_first():
    old = "La Suède a signalé plus de 900 000 nouveaux cas de grippe en mars 2023.\n"
    new = "Les importations de gaz naturel liquéfié ont atteint 200 000 tonnes en juillet 2025.\n"
    points = lines(briefing((old, "2023-04-02"), (new, "2025-08-20")), "key_points")
    assert [point.partition(".")[0] for point in points] == ["Énergie", "Santé"]


def test_who_goes_on_is_quoted_in_one_block():
    made = briefing((TALKS, "2025-05-20"))
    item = next(item for section in made.sections for item in section.items if item.kind == "quote")
    assert "» […] «" in " ".join(item.text.split())
    assert len(item.evidence) == 2


def test_an_occasion_is_said_in_the_other_language():
    made = briefing((TALKS, "2025-05-20"), lang="en")
    item = next(item for section in made.sections for item in section.items if item.kind == "quote")
    assert "hearing in Congress, May 11, 2025" in " ".join(item.attribution.split())


def test_a_day_of_the_week_without_its_month_s_day_is_said():
    text = "La Suède a signalé jeudi plus de 9000 nouveaux cas de grippe.\n"
    assert "on a Thursday in April 2025" in " ".join(lines(briefing((text, "2025-04"), lang="en"), "key_points"))


def test_an_owner_is_printed_only_where_sure():
    sure = "La Suède a signalé mardi plus de 9000 nouveaux cas de grippe. Ses 2,5 millions de cas signalés sont un record.\n"
    unsure = "La Nasa prévoit de lancer une sonde rivale, Helios-C. Son budget a été réduit à 210 millions de dollars en mai.\n"
    assert "Suède – cas signalés de grippe" in " ".join(lines(briefing((sure, "2025-04-20")), "health"))
    assert "NASA – budget" not in " ".join(lines(briefing((unsure, "2025-06-20")), "space"))


def test_a_sentence_in_another_language_follows_its_gloss():
    text = "La Chine a critiqué les sanctions occidentales contre Moscou.\n"
    made = briefing((text, "2025-04-20"), lang="en")
    assert [item.kind for s in made.sections for item in s.items if s.id == "key_points"] == ["extract"]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("intitulé « Space in 2030 »", "report “Space in 2030”"),
        ("baptisé « The Long Way to Mars »", "“The Long Way to Mars”"),
    ],
)
def test_the_title_of_a_report_stands_in_marks(words, label):
    text = f"La sonde spatiale est décrite dans un rapport {words} publié par la Nasa en avril.\n"
    rows = " ".join(lines(briefing((text, "2025-05-20"), lang="en"), "chronology"))
    assert label in rows


def test_a_level_between_two_years_is_the_last_one_s():
    text = "En Suède, la consommation de gaz naturel a reculé de 27 % entre 2021 et 2024, à 3,4 térawattheures.\n"
    rows = " ".join(lines(briefing((text, "2025-04-20")), "energy"))
    assert "3,4 TWh" in rows
    assert "par rapport à 2021" in rows


def test_a_common_noun_that_opens_a_sentence_is_no_actor():
    text = "Construction du réacteur nucléaire de Velm : le chantier avance. Construction doit commencer en mai 2026.\n"
    assert "Construction – début" not in " ".join(lines(briefing((text, "2025-04-20")), "energy"))
