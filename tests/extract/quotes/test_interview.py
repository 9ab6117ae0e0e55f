"""Interviews: the answers are one person's, where one person is interviewed."""

from briefgen.model.evidence import Quote
from briefgen.pipeline import extract_text

HEAD = """LE PHARE DE GROIX
Entretien
« La vase n’est pas une ennemie, c’est une mémoire »
Propos recueillis par Solène Kerviel

Géologue à Lorient, Anatole Briac fouille la rade depuis vingt ans."""
TALK = """

Que trouvez-vous au fond ?
Du sable, surtout. La rade garde la trace de chaque tempête.

Le port promet un dragage rapide.
Chaque dragage efface trois siècles, et personne ne les recopie.

Faut-il tout arrêter ?
Non. C’est affaire de mesure et de calendrier.

Et les pêcheurs ?
Mon voisin m’a dit : « On ne remonte plus que des bidons et de la boue. »
"""


def answers(text: str) -> list[Quote]:
    return [q for q in extract_text(text, "fr", "2024-12-04").quotes if q.rule == "interview-answer"]


def test_headline_and_ends_of_answers_are_the_one_persons() -> None:
    found = answers(HEAD + TALK)

    assert [q.text for q in found] == [
        "La vase n’est pas une ennemie, c’est une mémoire",
        "La rade garde la trace de chaque tempête",
        "Chaque dragage efface trois siècles, et personne ne les recopie",
        "C’est affaire de mesure et de calendrier",
    ]
    assert {(q.speaker.name, q.speaker.mention, q.inherited) for q in found if q.speaker} == {
        ("Anatole Briac", None, ("speaker",))
    }
    assert [q.offered for q in found] == [True, True, True, False]


def test_two_persons_interviewed_are_nobody_sure() -> None:
    assert answers(HEAD + " À ses côtés, Maëlle Tanguy tient le carnet." + TALK) == []


def test_an_article_with_questions_is_no_interview() -> None:
    assert answers((HEAD + TALK).replace("Entretien\n", "").replace("Propos recueillis p", "P")) == []
