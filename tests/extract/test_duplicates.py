"""Copies have one origin; the same matter in two sources is one group, told apart by what its figures say."""

from collections.abc import Callable

import pytest

from briefgen.extract.duplicates import group_facts, origins
from briefgen.model.extraction import Extraction
from tests.extract.read_alone import read_alone as source
from tests.growth import grows_with_length

WIRE = (
    "Les exportations de cuivre du Chili ont reculé de 12 % en mars 2024, selon les douanes. "
    "Le ministre des Mines, Pablo Rojas, a annoncé lundi un plan de soutien de 300 millions de dollars. "
    "La compagnie publique a fermé deux mines dans le nord du pays, où 4 000 personnes travaillaient. "
    "Les syndicats appellent à une grève à partir du 3 juin."
)


def test_same_text_and_near_copy_have_one_origin() -> None:
    first = source("a", WIRE)
    same = source("b", WIRE, "2024-05-26")
    near = source("c", "Marchés. " + WIRE.replace("lundi", "hier") + " (avec agences)", "2024-05-27")
    other = source(
        "d", "Le Sénat a adopté mardi une loi sur l'eau après trois jours de débats dans la capitale du pays."
    )

    assert origins([near, same, first, other]) == {"a": "a", "b": "a", "c": "a", "d": "d"}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            "Les exportations de cuivre du Chili ont reculé de 12 % en mars 2024.",
            "Au Chili, les exportations de cuivre ont baissé de 12 % en mars 2024, d'après le ministère.",
            "same",
        ),
        (
            "Les exportations de cuivre du Chili ont reculé de 12 % en mars 2024.",
            "Les exportations de cuivre du Chili ont reculé de 9 % en mars 2024.",
            "conflict",
        ),
        (
            "Le gouvernement a débloqué 300 millions d'euros pour les hôpitaux en avril 2024.",
            "En avril 2024, 500 millions d'euros ont été débloqués pour les hôpitaux.",
            "conflict",
        ),
    ],
)
def test_relation(one: str, other: str, relation: str) -> None:
    groups = group_facts([source("a", one), source("b", other)])

    assert [g.relation for g in groups] == [relation]


def test_copies_are_one_origin_and_no_confirmation() -> None:
    groups = group_facts([source("a", WIRE), source("b", WIRE, "2024-05-26")])

    assert groups
    assert {g.relation for g in groups} == {"copy"}


def test_later_toll_updates() -> None:
    first = source("a", "Le séisme a fait 40 morts au Pérou.", "2024-05-24")
    later = source("b", "Le séisme a fait 95 morts au Pérou.", "2024-05-26")

    assert [g.relation for g in group_facts([first, later])] == ["update"]


def test_other_period_or_place_is_another_matter() -> None:
    march = source("a", "Les exportations de cuivre du Chili ont reculé de 12 % en mars 2024.")
    april = source("b", "Les exportations de cuivre du Chili ont reculé de 12 % en avril 2024.")
    peru = source("c", "Les exportations de cuivre du Pérou ont reculé de 12 % en mars 2024.")

    assert group_facts([march, april, peru]) == []


def test_across_languages() -> None:
    french = source("a", "Les importations chinoises de charbon ont atteint 40 millions de tonnes en mars 2024.")
    english = source("b", "Chinese coal imports reached 40 million tonnes in March 2024.", language="en")

    groups = group_facts([french, english])

    assert [g.relation for g in groups] == ["same"]


def test_the_copies_of_many_sources_are_found_in_time_that_grows_with_their_number() -> None:
    one = source("a", WIRE)

    def copies(count: int) -> Callable[[], object]:
        many = [Extraction(**{f: getattr(one, f) for f in one.__slots__}) for _ in range(count)]
        return lambda: origins(many)

    assert grows_with_length(copies, 20)
