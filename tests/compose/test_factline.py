"""Lines of ours: what they say, and when none is said."""

from dataclasses import replace

import pytest

from briefgen.compose.factline import fact_line, fact_sentence
from briefgen.compose.ledger import read_ledger
from briefgen.compose.standing import short_name, stands_alone
from briefgen.compose.voice import voice
from briefgen.model.evidence import Change, Participant
from briefgen.model.selection import Selection
from tests.compose.articles import energy_article

FRENCH = voice("fr", "2022-06-01")


def said(fact, speak=FRENCH):
    """The line of a changed first fact of the article, in ordinary spaces; None where none is said."""
    article = replace(energy_article(), facts=(fact,))
    entry = next(iter(read_ledger((article,), (), Selection()).facts()))
    line = fact_line(entry, speak)
    return str(fact_sentence(line, speak)).replace("\u00a0", " ").replace("\u202f", " ") if line else None


def fact(**changes):
    return replace(energy_article().facts[0], **changes)


def test_everything_known_is_said():
    assert said(fact()) == (
        "Livraisons de gaz norvégien : 9 millions de tonnes en avril 2022, en hausse de 12 % sur un an, selon Borealis"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"change": None, "attribution": ()}, "Livraisons de gaz norvégien : 9 millions de tonnes en avril 2022"),
        ({"bound": "at_least", "change": None, "attribution": (), "date": "2022"}, "Livraisons de gaz norvégien : au moins 9 millions de tonnes en 2022"),
        ({"value": None, "low": 5, "high": 7, "change": None, "attribution": ()}, "Livraisons de gaz norvégien : 5 à 7 tonnes en avril 2022"),
        ({"change": Change(None, None, "up", from_value=8_000_000), "attribution": ()}, "Livraisons de gaz norvégien : 9 millions de tonnes en avril 2022, en hausse, contre 8 millions de tonnes"),
        ({"date": "2022/..", "date_bound": "from", "change": None, "attribution": ()}, "Livraisons de gaz norvégien : 9 millions de tonnes depuis 2022"),
    ],
)  # fmt: skip
def test_each_part_is_said_from_its_value(changes, expected):
    assert said(fact(**changes)) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"date": None},
        {"inherited": ("date",)},
        {"item": None},
        {"item": replace(energy_article().facts[0].item, phrase=None)},
        {"unit": "widget"},
        {"type": "date"},
        {"type": "percent", "unit": "percent", "value": 12},
        {"attribution": (replace(energy_article().facts[0].attribution[0], name="il"),)},
    ],
)
def test_doubt_makes_no_line(changes):
    assert said(fact(**changes)) is None


def test_an_inherited_actor_is_not_printed():
    who = Participant("importer", "Chine", 0, 0, "CN")
    assert said(fact(participants=(who,))).startswith("Chine – livraisons de gaz norvégien")
    assert "Chine" not in said(fact(participants=(who,), inherited=("participants[0]",)))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sergueï Lavrov", "S. Lavrov"),
        ("John F. Plumb", "J. F. Plumb"),
        ("Jean-Luc Martin", "J.-L. Martin"),
        ("Ursula von der Leyen", "U. von der Leyen"),
        ("Li Keqiang", "Li Keqiang"),
        ("Roscosmos", "Roscosmos"),
    ],
)
def test_short_names(name, short):
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("text", "lang", "alone"),
    [
        ("La Norvège exporte du gaz", "fr", True),
        ("Elle exporte du gaz", "fr", False),
        ("Les deux pays exportent du gaz", "fr", False),
        ("Ses exportations ont doublé", "fr", False),
        ("The two sides met", "en", False),
        ("Norway exports gas", "en", True),
        ("Its exports doubled", "en", False),
    ],
)
def test_what_stands_alone(text, lang, alone):
    assert stands_alone(text, lang) is alone
