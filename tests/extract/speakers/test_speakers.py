"""From the words at a cue to a person with a full name and a role."""

import pytest

from briefgen.extract.quotes import find_quotes
from briefgen.model.evidence import Quote
from briefgen.text.analysis import analyze


def quotes(text: str, language: str = "fr") -> list[Quote]:
    return find_quotes(analyze(text, language), ())[0]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Le ministre belge de la Pêche, Luc Peeters, a déclaré que la saison serait bonne.",
            "Luc Peeters",
            "ministre belge de la Pêche",
        ),
        (
            "« La saison sera bonne », a dit Luc Peeters, directeur du port d’Ostende.",
            "Luc Peeters",
            "directeur du port d’Ostende",
        ),
        (
            "L’économiste Luc Peeters parle peu. « La saison sera bonne », a dit M. Peeters.",
            "Luc Peeters",
            "économiste",
        ),
    ],
)
def test_a_surname_becomes_a_full_name_with_its_role(text: str, name: str, role: str) -> None:
    speaker = quotes(text)[-1].speaker

    assert speaker is not None
    assert speaker.name == name
    assert speaker.role is not None
    assert speaker.role.text == role


def test_a_pronoun_is_the_last_person_of_its_gender() -> None:
    text = "« La mer monte », a dit Anne Morel. Paul Roux se tait. « Il faut agir vite », a-t-elle ajouté."
    speaker = quotes(text)[-1].speaker

    assert speaker is not None
    assert (speaker.name, speaker.mention) == ("Anne Morel", "elle")


def test_the_name_behind_a_preposition_does_not_speak() -> None:
    speaker = quotes("Le porte-parole de Paul Roux a déclaré que la mer montait encore.")[0].speaker

    assert speaker is not None
    assert speaker.name == "Le porte-parole de Paul Roux"


def test_known_names_have_both_forms() -> None:
    speaker = quotes("« Rien ne change », a déclaré Vladimir Poutine.")[0].speaker

    assert speaker is not None
    assert speaker.names == {"fr": "Vladimir Poutine", "en": "Vladimir Putin"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le communiqué a précisé que la route était coupée.", "document"),
        ("Le ministère a précisé que la route était coupée.", "organization"),
        ("Les deux dirigeants ont précisé que la route était coupée.", "group"),
    ],
)
def test_a_speaker_may_be_more_than_a_person(text: str, kind: str) -> None:
    speaker = quotes(text)[0].speaker

    assert speaker is not None
    assert speaker.kind == kind
