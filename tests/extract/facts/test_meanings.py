"""Verbs of several meanings by what they are done to, what a sentence leaves out, and dates that belong to another number."""

from typing import Any

import pytest

MEANINGS = [
    ("fr", "Le cargo Astrid a quitté le port de Gdansk le 3 mai 2024.", "departure"),
    ("fr", "Le Mali a quitté l'organisation régionale en janvier 2024.", "withdrawal"),
    ("fr", "La Norvège a levé les sanctions contre la banque le 2 avril 2024.", "lifting"),
    ("fr", "La société Orbex a levé 40 millions d'euros en avril 2024.", "fundraising"),
    ("fr", "Le tribunal a été saisi le 3 mai 2024 par trois associations.", None),
    ("fr", "Les avoirs de la banque ont été gelés le 3 mai 2024.", "freeze"),
    ("fr", "La centrale a arrêté deux réacteurs le 2 mai 2024.", "halt"),
    ("fr", "L'ancien maire, Yann Prat, 61 ans, sera jugé le 3 mars 2025 par la cour de Rennes.", "trial"),
    ("fr", "La cour a condamné le directeur à trois ans de prison le 2 mai 2024.", "sentence"),
    ("fr", "Le cyclone a frappé la côte le 4 mai 2024.", None),
    ("en", "The freighter left the port of Odessa on May 3, 2024.", "departure"),
    ("en", "Brazil left the cartel on May 3, 2024.", "withdrawal"),
    ("en", "The council lifted sanctions on the bank on May 3, 2024.", "lifting"),
    ("en", "Orbex raised $40 million in April 2024.", "fundraising"),
    ("en", "The two firms struck a deal on May 3, 2024.", "conclusion"),
    ("en", "The storm struck the coast on May 3, 2024.", None),
    ("en", "The chamber passed a bill on May 3, 2024.", "approval"),
]


@pytest.mark.parametrize(("language", "sentence", "predicate"), MEANINGS, ids=[row[1][:45] for row in MEANINGS])
def test_a_verb_means_what_its_object_allows(heads: Any, language: str, sentence: str, predicate: str | None) -> None:
    found = [f.predicate for f in heads(sentence, language)]

    assert (predicate in found) if predicate else not any(found)


def test_a_gap_takes_its_own_actor(heads: Any) -> None:
    first, second = heads("L'Espagne paie 30 % du chantier et le Portugal 12 %.", "fr")

    assert [p.text for p in first.participants] == ["Espagne"]
    assert ([p.text for p in second.participants], second.item.text, second.value) == (["Portugal"], "chantier", 12)


def test_a_gap_takes_its_own_thing(heads: Any) -> None:
    first, second = heads("Les exportations ont augmenté de 3 % en mars et les importations de 5 %.", "fr")

    assert (first.item.text, second.item.text) == ("exportations", "importations")


def test_a_count_without_noun_counts_what_the_one_before_counts(heads: Any) -> None:
    found = heads("The flood has killed 31 people and injured more than 600 since March.", "en")

    assert [(f.predicate, f.item.text, f.value) for f in found] == [
        ("killing", "people", 31),
        ("injury", "people", 600),
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le taux de remplissage atteint 62 %, contre 45 % au début de 2023."),
        ("en", "The fatality rate stands at 1.8%, compared with 0.6% in last year's outbreak."),
    ],
)
def test_the_date_of_a_comparison_is_not_the_levels(heads: Any, language: str, sentence: str) -> None:
    level = next(f for f in heads(sentence, language) if f.change)

    assert level.date is None
    assert level.change.base == "2023"


def test_sanctions_against_companies_compare_nothing(heads: Any) -> None:
    found = heads("The union imposed sanctions against 26 companies on May 3, 2024.", "en")

    assert not any(f.change for f in found)


def test_who_promises_not_to_raise_plans_no_rise(heads: Any) -> None:
    rise = next(f for f in heads("The ministry would not raise tariffs before 2028.", "en") if f.change)

    assert (rise.polarity, rise.date) == ("negated", "../2028")


def test_two_steps_of_one_plan_have_their_own_dates(heads: Any) -> None:
    found = heads(
        "The bill cuts the road tax from $52 to $48 a year as of June 21, 2024 and bans coal imports from "
        "January 1, 2027, two years earlier than planned.",
        "en",
    )

    assert [(f.date, f.item.text) for f in found] == [
        ("2024-06-21/..", "road tax"),
        ("2027-01-01/..", "coal imports"),
    ]


def test_two_days_are_one_period(heads: Any) -> None:
    event = heads("Le forum des ports se tiendra les 5 et 6 septembre à Dakar.", "fr")[0]

    assert event.date == "2024-09-05/2024-09-06"


def test_the_date_of_a_further_count_is_not_the_sums(heads: Any) -> None:
    text = (
        "On Monday, the regulator fined the lender Halden Trust £5 million for 40 transfers sent to Varda between August 2022 "
        "and May 2023."
    )

    fine = next(f for f in heads(text, "en") if f.type == "money")

    assert (fine.date, fine.item.text) == ("2024-05-20", "lender Halden Trust")


OBJECTS = [
    ("fr", "Les douanes ont saisi mercredi matin, à 12 kilomètres au sud de la ville, un camion frigorifique.",
     "seizure", "camion frigorifique", "2024-05-22"),
    ("fr", "L'assemblée, réunie mardi, a rejeté à l'unanimité le plan de fusion.", "rejection", "plan de fusion", None),
    ("fr", "Interrogée vendredi, la société Delvar a démenti toute livraison.", "denial", "toute livraison", "2024-05-24"),
    ("fr", "Le navire Astrid a quitté le port de Gdansk le 3 mai.", "departure", "navire Astrid", "2024-05-03"),
    ("fr", "Le nouvel essai, d'abord annoncé pour juin, n'interviendra pas avant octobre 2024.", "occurrence", "nouvel essai",
     "2024-10/.."),
    ("en", "Cyclone Perla made landfall on March 29.", "landfall", "Cyclone Perla", "2024-03-29"),
    ("en", "The chief executive, Ann Lee, is to appear before the energy committee on 24 June.", "hearing",
     "chief executive, Ann Lee", "2024-06-24"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "sentence", "predicate", "item", "date"), OBJECTS, ids=[row[2] for row in OBJECTS]
)
def test_what_an_event_is_about(
    heads: Any, language: str, sentence: str, predicate: str, item: str, date: str | None
) -> None:
    event = next(f for f in heads(sentence, language) if f.predicate == predicate and f.type == "event")

    assert (event.item.text, event.date) == (item, date)


def test_a_figure_beside_the_statement_is_not_who_acts(heads: Any) -> None:
    found = heads("La douane a saisi mercredi, à 12 kilomètres de la ville, un camion.", "fr")

    assert not any(f.item and f.item.text == "douane" for f in found)


def test_an_english_present_tells_of_no_past_day(heads: Any) -> None:
    cap = heads("The draft lowers the price cap to $44 a barrel as of January 21.", "en", "2024-10-14")[0]

    assert (cap.date, cap.modality) == ("2025-01-21/..", "planned")


def test_victims_of_a_verb_without_other_meaning(heads: Any) -> None:
    found = heads("Selon l'institut, la grippe a fait 87 morts et 4 300 malades depuis le 1er octobre.", "fr")

    assert [(f.predicate, f.value) for f in found] == [("death", 87), ("infection", 4300)]


HEADS = [
    ("fr", "Nordkraft prévoyait de vendre 3 centrales pour 900 millions d'euros.",
     {"type": "money", "item": "3 centrales", "predicate": "sale", "modality": "planned"}),
    ("fr", "Le parc produira 1,2 térawattheure par an à partir de 2029, de quoi alimenter 340 000 foyers.",
     {"type": "number", "item": "foyers", "predicate": None}),
    ("fr", "La Turquie a refusé mercredi l'accès de ses ports à 18 navires.", {"type": "number", "item": "navires", "predicate": None}),
    ("fr", "La Lituanie n'achète plus de gaz russe depuis mai 2022.", {"type": "event", "predicate": "purchase", "polarity": "negated"}),
    ("fr", "Le tribunal a condamné l'armateur à 2,5 millions d'euros d'amende pour avoir contourné l'embargo en 2023.",
     {"type": "money", "item": "amende", "predicate": "sentence", "date": None}),
    ("fr", "La banque a nié avoir versé 40 millions de dollars à une société écran.",
     {"type": "money", "predicate": "payment", "modality": "denied"}),
    ("fr", "Vestkraft fermera d'ici à 2028 ses deux centrales à charbon.",
     {"type": "event", "item": "deux centrales à charbon", "predicate": "closure", "date": "../2028"}),
    ("fr", "L'entreprise a licencié 120 personnes en décembre et prévoit d'en recruter 60.", {"type": "number", "date": "2023-12"}),
    ("en", "Lithuania has bought no Russian gas since May 2022.",
     {"type": "event", "item": "Russian gas", "predicate": "purchase", "polarity": "negated"}),
    ("en", "Switzerland has frozen 7.4 billion francs of Russian assets, 1.6 billion of them since January.",
     {"type": "money", "item": "Russian assets", "date": None}),
    ("en", "A Hamburg court fined the shipowner 2.5 million euros for evading the embargo in 2023.",
     {"type": "money", "item": "shipowner", "predicate": "fine", "date": None}),
    ("en", "Timber exports to Belarus have been banned since 2022.", {"type": "event", "item": "Timber exports", "predicate": "ban"}),
    ("en", "The laboratory recalled 14,000 boxes of a drug made in October 2023.", {"type": "number", "predicate": "recall", "date": None}),
    ("en", "The Treasury added Kelvar Trading to its list on May 14 and froze $22 million.",
     {"type": "money", "predicate": "freeze", "item": "Treasury"}),
    ("en", "The European Union froze the assets of 14 people and three banks on May 5.",
     {"type": "event", "predicate": "freeze", "item": "assets of 14 people"}),
    ("en", "A study on 5,200 patients found a 22% drop in the risk of stroke.", {"type": "percent", "item": "risk of stroke"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "expected"), HEADS, ids=[row[1][:45] for row in HEADS])
def test_a_record_keeps_to_what_its_clause_says(
    heads: Any, language: str, sentence: str, expected: dict[str, Any]
) -> None:
    fact = next(f for f in heads(sentence, language) if f.type == expected["type"])

    told = {name: getattr(fact, name) for name in expected if name != "item"}

    assert told | {"item": fact.item and fact.item.text} == {"item": fact.item and fact.item.text} | expected


@pytest.mark.parametrize(
    ("language", "sentence", "item"),
    [
        ("fr", "L'Union a confisqué les avoirs gelés de la banque le 5 mai 2024.", "avoirs gelés de la banque"),
        (
            "fr",
            "Le montant des avoirs gelés par l'Union a atteint 210 milliards d'euros en mars 2024.",
            "montant des avoirs gelés",
        ),
        ("fr", "La Suisse détient 7,4 milliards de francs d'avoirs gelés.", "avoirs gelés"),
        ("en", "The bloc seized the frozen assets of the bank on May 5, 2024.", "frozen assets of the bank"),
    ],
)
def test_a_concept_of_several_words_is_one_thing(heads: Any, language: str, sentence: str, item: str) -> None:
    assert item in [f.item.text for f in heads(sentence, language) if f.item]


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Le régulateur recommande de baisser de 4 % le tarif des péages.", "tarif des péages"),
        ("L'usine a réduit de 30 % ses émissions en 2023.", "émissions"),
        ("Les ventes ont reculé de 8 % la semaine dernière.", "ventes"),
        (
            "L'usine obtient une commande de trois grues portuaires, estimée à 36 millions d'euros.",
            "commande de trois grues portuaires",
        ),
    ],
)
def test_the_thing_may_stand_behind_its_figure(heads: Any, sentence: str, item: str) -> None:
    assert item in [f.item.text for f in heads(sentence, "fr") if f.item]
