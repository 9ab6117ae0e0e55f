"""Plans told in passing, and what is put off: each date with its own event."""

import pytest

from briefgen.model.evidence import Fact
from briefgen.pipeline import extract_text


def events(language: str, text: str) -> list[Fact]:
    return [f for f in extract_text(text, language, "2025-03-06").facts if f.type == "event"]


@pytest.mark.parametrize(
    ("language", "text", "item", "date"),
    [
        (
            "fr",
            "Le départ du ferry, initialement prévu le 22 avril 2025, est reporté à septembre.",
            "départ du ferry",
            "2025-04-22",
        ),
        ("fr", "La réunion prévue le 3 mai à Oslo est annulée.", "réunion", "2025-05-03"),
        ("en", "The ferry, originally due in June, will sail later.", "ferry", "2025-06"),
    ],
)
def test_a_plan_in_passing_has_its_own_date(language: str, text: str, item: str, date: str) -> None:
    planned = next(f for f in events(language, text) if f.rule.endswith(":due"))

    assert planned.item is not None
    assert (planned.item.text, planned.date, planned.modality, planned.offered) == (item, date, "planned", False)


@pytest.mark.parametrize(
    ("language", "text", "date", "modality"),
    [
        ("fr", "Le départ du ferry, prévu le 22 avril, est reporté à septembre.", "2025-09", "planned"),
        ("en", "The launch was postponed to September.", "2025-09", "planned"),
        ("en", "The hearing was postponed in February.", "2025-02", "occurred"),
        ("en", "The ferry, due in June, will sail later.", None, "planned"),
    ],
)
def test_what_is_put_off_lies_ahead(language: str, text: str, date: str | None, modality: str) -> None:
    found = [f for f in events(language, text) if not f.rule.endswith(":due")]

    assert [(f.date, f.modality) for f in found] in ([(date, modality)], [] if date is None else None)


def test_a_participle_behind_a_comma_tells_of_the_noun_before_it() -> None:
    (launch,) = [
        f
        for f in events("fr", "Le contact avec le satellite Ondine-2, lancé le 5 décembre 2024, a été perdu lundi.")
        if f.predicate == "launch"
    ]

    assert launch.item is not None
    assert (launch.item.text, launch.date) == ("satellite Ondine-2", "2024-12-05")
