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
    ("fr", "Le centre a fermé, a indiqué la ministre de la Santé, Celeste Marques. « Nous manquons de lits », a ajouté la ministre.",
     "Nous manquons de lits", "Celeste Marques"),
    ("fr", "Anne Delorme dément tout plan social. « Il n'y aura aucun licenciement », martèle l'ancienne ingénieure de Rovia.",
     "Il n'y aura aucun licenciement", "Anne Delorme"),
    ("fr", "Le ministre des Transports, Paul Roux, a quitté la salle. Le ministre de l'Intérieur a réagi. "
     "« C'est entièrement faux », a dit le ministre.", "C'est entièrement faux", "le ministre"),
    ("fr", "« La coque était intacte », a déclaré à la presse le préfet maritime, le vice-amiral Bruno Kerven.",
     "La coque était intacte", "Bruno Kerven"),
    ("fr", "À Moscou, le porte-parole de la diplomatie russe, Arkadi Belov, a dénoncé « un acte de guerre économique ».",
     "un acte de guerre économique", "Arkadi Belov"),
    ("fr", "A Moscou, le porte-parole de la diplomatie russe, Arkadi Belov, a dénoncé « un acte de guerre économique ».",
     "un acte de guerre économique", "Arkadi Belov"),
    ("fr", "« La saison n'est pas finie », prévient la représentante de l'Organisation de la santé (ODS) à Maputo, Sylvie Ngaro.",
     "La saison n'est pas finie", "Sylvie Ngaro"),
    ("fr", "« Nous fermerons le site en 2027 », a dit mardi 21 mai le directeur, Paul Roux.", "Nous fermerons", "Paul Roux"),
    ("en", "Health Minister Celeste Marques spoke. The minister said: “We asked for vaccines in January.”",
     "We asked for vaccines", "Celeste Marques"),
    ("en", "The mayor, Ann Lee, opened a case. “We will go far,” the mayor said. “We will certainly not,” said the French consul.",
     "We will certainly not", "the French consul"),
    ("en", "Bruno Hall spoke. “Costs are too high,” said Chief Financial Officer Petra Aune.", "Costs are too", "Petra Aune"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), SPEAKERS, ids=[row[1][:45] for row in SPEAKERS])
def test_who_said_it(language: str, text: str, words: str, speaker: str) -> None:
    quote = next(q for q in quotes(text, language) if words in q.text)

    assert quote.speaker is not None
    assert quote.speaker.name == speaker


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("fr", "« C'est un coup dur », relativise Jeanne Roy, qui rappelle un carnet rempli jusqu'en 2030.", None),
        ("fr", "« C'est un coup dur », raconte Jean Roy, dont la maison a été brûlée le 2 avril.", None),
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
    text = "KOUROU (Guyane), 12 mars 2024 (Agence Nord) - La fusée a été détruite en vol, a annoncé le centre spatial."

    assert quotes(text, "fr")[0].text == "La fusée a été détruite en vol"


def test_a_second_participle_shares_the_auxiliary() -> None:
    text = "Le porte-parole Arkadi Belov a dénoncé « un acte de guerre économique » et assuré que son pays n'avait aucun lien."

    found = [q.text for q in quotes(text, "fr")]

    assert found == ["un acte de guerre économique", "son pays n'avait aucun lien"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("« La porte est restée ouverte », admet l'envoyé spécial de l'Union pour les sanctions, Declan Morris.", "La porte", "Declan Morris"),
        ("« Les parents ne devraient jamais choisir », a souligné la directrice régionale, la Dre Awa Ndiaye.", "Les parents", "Awa Ndiaye"),
        ("L'ordre et son président, le Pr Albert Mvogo, redoutent le pire. « On ne compte que les plus proches », lâche le "
         "néphrologue.", "On ne compte", "Albert Mvogo"),
        ("Le patient, Albert Mvogo, va mieux. « On ne compte que les plus proches », lâche le néphrologue.", "On ne compte", "le néphrologue"),
        ("Le cuivre sera vendu, a annoncé le ministre nigérien des Mines, le colonel Omar Abari. « Il est à nous », a martelé le "
         "ministre.", "Il est à nous", "Omar Abari"),
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
