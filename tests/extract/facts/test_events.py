"""Events: what happened, who, when, how sure; each stands alone."""

from typing import Any

import pytest

ROWS: list[tuple[str, str, dict[str, Any]]] = [
    ("fr", "Le Sénat a adopté le 12 mars 2024 une loi sur les retraites.",
     {"predicate": "approval", "item": "loi sur les retraites", "actor": "Sénat", "date": "2024-03-12"}),
    ("fr", "La fusée Vega 3 a décollé de la base le 9 juillet 2023.",
     {"predicate": "liftoff", "item": "fusée Vega 3", "date": "2023-07-09"}),
    ("fr", "Le lancement de la sonde a été reporté à 2026, a indiqué l'agence Cosmia.",
     {"predicate": "postponement", "item": "lancement de la sonde", "date": "2026", "source": "Cosmia"}),
    ("fr", "Les deux agences ont signé un accord de coopération en mars 2021.",
     {"predicate": "signature", "item": "accord de coopération", "date": "2021-03"}),
    ("fr", "Le budget du télescope a été réduit en 2019 et il ne devrait pas être lancé avant 2030.",
     {"predicate": "launch", "item": "télescope", "date": "2030/..", "bound": "not_before", "polarity": "affirmed", "modality": "expected"}),
    ("fr", "La société a ouvert une usine en 2020 et prévoit de construire un entrepôt dès 2026.",
     {"predicate": "construction", "item": "entrepôt", "actor": "société", "date": "2026/..", "modality": "planned"}),
    ("fr", "Le pays n'a pas ratifié le traité de Lisbourg en 2015.",
     {"predicate": "ratification", "polarity": "negated", "date": "2015"}),
    ("fr", "Le ministre a annoncé que le tunnel ouvrirait en juin 2026.",
     {"predicate": "opening", "date": "2026-06", "modality": "planned", "source": "ministre"}),
    ("fr", "Les deux régions ont convenu d'organiser un exercice conjoint en 2025 sur les inondations.",
     {"predicate": "hosting", "item": "exercice conjoint", "date": "2025", "modality": "planned"}),
    ("fr", "Un rapport publié par l'institut Veritas en avril 2024 alerte sur les nappes.",
     {"predicate": "publication", "item": "rapport", "date": "2024-04"}),
    ("fr", "Le directeur s'est expliqué lors d'une audition au Parlement le 11 mai 2024.",
     {"predicate": "hearing", "item": "audition au Parlement", "date": "2024-05-11"}),
    ("fr", "Les exportations de puces vers six pays sont interdites à partir du 1er juin 2024.",
     {"predicate": "ban", "item": "exportations de puces", "date": "2024-06-01/.."}),
    ("fr", "Le sommet aura lieu à Genève le 3 juin 2024.",
     {"predicate": "occurrence", "item": "sommet", "date": "2024-06-03", "modality": "planned"}),
    ("fr", "Selon le ministre de l'Eau, Marc Lorentin, le barrage sera mis en service en 2026.",
     {"predicate": "commissioning", "item": "barrage", "source": "Marc Lorentin", "date": "2026"}),
    ("fr", "BRUXELLES, 9 mars 2024 (Agence Nord) - Le Conseil a adopté lundi un nouveau règlement.",
     {"predicate": "approval", "actor": "Conseil", "item": "nouveau règlement"}),
    ("en", "The European Parliament approved the law in April 2023, a move criticized by farmers.",
     {"predicate": "approval", "item": "law", "actor": "European Parliament", "date": "2023-04"}),
    ("en", "Norland plans to build a lunar base by 2035, state media reported.",
     {"predicate": "construction", "item": "lunar base", "actor": "Norland", "date": "../2035", "modality": "planned"}),
    ("en", "The agency denied that the launch had been delayed to 2027.",
     {"predicate": "postponement", "item": "launch", "modality": "denied", "date": "2027"}),
    ("en", "The minister resigned on March 3, 2024.",
     {"predicate": "resignation", "actor": "minister", "date": "2024-03-03"}),
    ("en", "Orbitex and Cosmia signed a contract in June 2021.",
     {"predicate": "signature", "item": "contract", "date": "2021-06"}),
    ("en", "The probe could land on the asteroid in 2028.",
     {"predicate": "landing", "actor": "probe", "date": "2028", "modality": "possible"}),
    ("en", "The rocket will not be launched before 2030.",
     {"predicate": "launch", "item": "rocket", "date": "2030/..", "bound": "not_before", "polarity": "affirmed"}),
]  # fmt: skip


def _told(fact: Any) -> dict[str, Any]:
    return {
        "predicate": fact.predicate,
        "item": fact.item.text if fact.item else None,
        "actor": fact.participants[0].text if fact.participants else None,
        "date": fact.date,
        "bound": fact.date_bound,
        "modality": fact.modality,
        "polarity": fact.polarity,
        "source": fact.attribution[0].name if fact.attribution else None,
    }


@pytest.mark.parametrize(("language", "sentence", "expected"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_event(heads: Any, language: str, sentence: str, expected: dict[str, Any]) -> None:
    found = [_told(f) for f in heads(sentence, language) if f.type == "event"]

    best = next((f for f in found if f["predicate"] == expected["predicate"]), None)

    assert best is not None, found
    assert {key: best[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le vent soufflait fort. Il a été arrêté le 3 mars 2024."),
        ("en", "Nobody came. They were arrested on March 3, 2024."),
        ("fr", "Cette décision a été adoptée le 3 mars 2024."),
        ("en", "He said the plan was good."),
        ("fr", "Les deux sœurs marchent dans la rue."),
    ],
)
def test_what_cannot_stand_alone_is_not_offered(heads: Any, language: str, text: str) -> None:
    assert [f.text for f in heads(text, language) if f.offered] == []


def test_le_pays_is_the_state_spoken_of_and_said_to_be_inherited(heads: Any) -> None:
    text = "Le Pérou manque d'eau. Le pays a recensé 2 300 cas de dengue en avril 2024."

    record = next(f for f in heads(text, "fr") if f.value == 2300)

    assert [p.territory for p in record.participants] == ["PE"]
    assert record.inherited == ("participants[0]",)


def test_pronoun_with_two_candidates_is_left_alone(heads: Any) -> None:
    text = "The ministry approved a plan and it was published in May 2023."

    published = [f for f in heads(text, "en") if f.predicate == "publication"]

    assert all(not f.offered for f in published)


def test_how_long_an_event_lasts_is_its_value(heads: Any) -> None:
    event = next(f for f in heads("Le chantier sera prolongé de deux ans.", "fr") if f.predicate == "extension")

    assert (event.type, event.value, event.unit) == ("event", 2, "year")


def test_plan_stands_as_of_the_dated_report(heads: Any) -> None:
    text = "En décembre 2021, le quotidien Aurore a rapporté que le programme devrait être prolongé en 2023."

    event = next(f for f in heads(text, "fr", "2022-05-25") if f.predicate == "extension")

    assert (event.as_of, event.modality) == ("2021-12", "expected")
