"""Whom a description means, where a speaker's words end, and which dates are of the saying."""

import pytest

from briefgen.extract.mentions import find_mentions
from briefgen.extract.quotes import find_quotes
from briefgen.model.evidence import Quote
from briefgen.text.analysis import analyze


def quotes(text: str, language: str, published: str = "2024-05-25") -> list[Quote]:
    analysis = analyze(text, language, published)
    return find_quotes(analysis, find_mentions(analysis))[0]


SPEAKERS = [
    ("fr", "Le centre a fermé, a indiqué la ministre de la Santé, Ines Duarte. « Nous manquons de lits », a ajouté la ministre.",
     "Nous manquons de lits", "Ines Duarte"),
    ("fr", "Anne Delorme conteste ce calendrier. « Le chantier ne s'arrêtera pas », insiste l'ancienne géologue de Rovia.",
     "Le chantier ne s'arrêtera pas", "Anne Delorme"),
    ("fr", "Le ministre des Transports, Paul Roux, a quitté la salle. Le ministre de l'Intérieur a réagi. "
     "« C'est entièrement faux », a dit le ministre.", "C'est entièrement faux", "le ministre"),
    ("fr", "« Les secours étaient prêts », a expliqué aux journalistes le commandant de zone, le vice-amiral Bruno Salaun.",
     "Les secours étaient prêts", "Bruno Salaun"),
    ("fr", "À Ottawa, la cheffe de la diplomatie canadienne, Joan Tremble, a dénoncé « un geste contraire aux traités ».",
     "un geste contraire aux traités", "Joan Tremble"),
    ("fr", "A Ottawa, la cheffe de la diplomatie canadienne, Joan Tremble, a dénoncé « un geste contraire aux traités ».",
     "un geste contraire aux traités", "Joan Tremble"),
    ("fr", "« Le fleuve monte encore », avertit la déléguée de l'Institut des eaux (IDE) à Cotonou, Sylvie Adjovi.",
     "Le fleuve monte encore", "Sylvie Adjovi"),
    ("fr", "« Nous fermerons le site en 2027 », a dit mardi 21 mai le directeur, Paul Roux.", "Nous fermerons", "Paul Roux"),
    ("en", "Transport Minister Ines Duarte spoke. The minister said: “We ordered new trains in May.”",
     "We ordered new trains", "Ines Duarte"),
    ("en", "The mayor, Ann Lee, opened a case. “We will go far,” the mayor said. “We will certainly not,” said the French consul.",
     "We will certainly not", "the French consul"),
    ("en", "Bruno Hall spoke. “Costs are too high,” said Chief Financial Officer Petra Holm.", "Costs are too", "Petra Holm"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), SPEAKERS, ids=[row[1][:45] for row in SPEAKERS])
def test_who_said_it(language: str, text: str, words: str, speaker: str) -> None:
    quote = next(q for q in quotes(text, language) if words in q.text)

    assert quote.speaker is not None
    assert quote.speaker.name == speaker


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("fr", "« La demande tient bon », assure Jeanne Roy, qui cite des ventes promises jusqu'en 2030.", None),
        ("fr", "« La route reste coupée », explique Jean Roy, dont la ferme a été inondée le 2 avril.", None),
        ("fr", "« Nous sortirons du charbon », a promis Jean Roy d'ici à 2030.", None),
        ("fr", "« Nous sortirons du charbon », a déclaré Jean Roy jeudi.", "2024-05-23"),
        ("fr", "« C'est un coup dur », a dit Jean Roy, élu en 2019.", None),
        ("en", "“The target will be met,” Ann Lee said by 2030.", None),
        ("en", "“The target will be met,” Ann Lee said on Thursday.", "2024-05-23"),
        ("en", "“The target will be met,” said Ann Lee, who takes office on July 1.", None),
    ],
)
def test_only_a_past_day_is_the_day_of_saying(language: str, text: str, date: str | None) -> None:
    assert quotes(text, language)[0].said.date == date


def test_a_dateline_is_no_part_of_what_was_said() -> None:
    text = (
        "PORNIC (Loire), 12 mars 2024 (Agence Nord) - Le barrage a été vidé pour travaux, a annoncé la régie des eaux."
    )

    assert quotes(text, "fr")[0].text == "Le barrage a été vidé pour travaux"


def test_a_second_participle_shares_the_auxiliary() -> None:
    text = "Le sénateur Arkadi Belov a dénoncé « un geste contraire aux traités » et affirmé que la commission enquêterait."

    found = [q.text for q in quotes(text, "fr")]

    assert found == ["un geste contraire aux traités", "la commission enquêterait"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("« Le dossier avance bien », assure la déléguée générale de la Ligue pour les transports, Maeve Dolan.", "Le dossier", "Maeve Dolan"),
        ("« Les délais seront tenus », a promis la directrice adjointe, la Dre Awa Ndour.", "Les délais", "Awa Ndour"),
        ("Le service et son chef, le Pr Albert Mvogo, saluent l'essai. « Les résultats sont très nets », confie le "
         "cardiologue.", "Les résultats", "Albert Mvogo"),
        ("Le patient, Albert Mvogo, va mieux. « Les résultats sont très nets », confie le cardiologue.", "Les résultats", "le cardiologue"),
        ("Le pont rouvrira, a indiqué le ministre malien des Transports, le colonel Omar Keita. « Il est solide », a ajouté le "
         "ministre.", "Il est solide", "Omar Keita"),
    ],
)  # fmt: skip
def test_offices_ranks_and_callings(text: str, words: str, speaker: str) -> None:
    quote = next(q for q in quotes(text, "fr") if words in q.text)

    assert quote.speaker is not None
    assert quote.speaker.name == speaker


@pytest.mark.parametrize(
    ("language", "text", "words", "role"),
    [
        ("fr", "Le maire de Brest, Claire Lebon, a rencontré jeudi le patron de Nordkraft. « Nous ne céderons pas », a dit Mme Lebon.",
         "Nous ne céderons pas", "maire de Brest"),
        ("en", "The Post\n\nHarbor Mayor Claire Lebon met Nordkraft chief Jan Vik. “The site will close in 2027,” Vik said.",
         "The site will close", "Nordkraft chief"),
        ("en", "The union is angry. “They lied to us for two years,” its delegate, Mark Tanguy, said.", "They lied", "delegate"),
    ],
)  # fmt: skip
def test_a_role_ends_at_a_verb_and_at_its_line(language: str, text: str, words: str, role: str) -> None:
    quote = next(q for q in quotes(text, language) if words in q.text)

    assert quote.speaker is not None
    assert quote.speaker.role is not None
    assert quote.speaker.role.text == role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le délégué Marc Tanguy est furieux. Le consortium a levé 75 millions d'euros, a-t-il annoncé jeudi."),
        ("en", "Delegate Mark Tanguy is angry. The consortium raised 75 million euros, it said on Thursday."),
    ],
)
def test_a_pronoun_that_may_be_the_house_is_nobodys(language: str, text: str) -> None:
    quote = next(q for q in quotes(text, language) if "75" in q.text)

    assert not quote.offered
