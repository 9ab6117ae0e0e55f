import pytest

from briefgen.compose.extracts import extract_of, tells_something
from briefgen.compose.ledger import read_ledger
from briefgen.compose.mentions import days_line, mentions_line
from briefgen.compose.stories import story_topics
from briefgen.compose.voice import voice
from briefgen.model.selection import Selection
from briefgen.pipeline import extract_text


def entries(text: str, language: str, words: str):
    """The entries whose own words are `words`."""
    ledger = read_ledger([extract_text(text, language, "2026-04-15")], (), Selection())
    return [entry for entry in ledger.entries.values() if entry.element.text == words]


@pytest.mark.parametrize(
    ("text", "words", "printed"),
    [
        (
            "Le satellite pesait deux tonnes. Sa construction avait coûté 70 millions d'euros.",
            "70 millions d'euros",
            "Le satellite pesait deux tonnes. Sa construction avait coûté 70 millions d'euros",
        ),
        (
            "Le coup est rude pour Nordic, qui a investi 3 milliards d'euros dans la fusée.",
            "3 milliards d'euros",
            "Le coup est rude pour Nordic, qui a investi 3 milliards d'euros dans la fusée",
        ),
        (
            "La fusée a coûté cher. En conséquence, Nordic ramène sa prévision à 70 millions d'euros pour cette année.",
            "70 millions d'euros",
            "Nordic ramène sa prévision à 70 millions d'euros pour cette année",
        ),
        (
            "• Nordic ramène sa prévision à 70 millions d'euros pour cette année.",
            "70 millions d'euros",
            "Nordic ramène sa prévision à 70 millions d'euros pour cette année",
        ),
        ("Elle a coûté 70 millions d'euros en tout.", "70 millions d'euros", None),
        ("Une usine à 70 millions d'euros sur le port", "70 millions d'euros", None),
    ],
)
def test_a_sentence_prints_where_it_stands_alone(text: str, words: str, printed: str | None) -> None:
    (entry,) = entries(text, "fr", words)

    found = extract_of(entry, voice("fr", "2026-05-01"))

    assert (found and found.text) == printed


def test_an_announced_day_is_worth_its_sentence_and_is_told_in_full() -> None:
    text = "La commission remettra ses conclusions avant le 30 juin, a indiqué la présidente."
    (entry,) = [e for e in entries(text, "fr", "avant le 30 juin") if e.element.type == "date"]

    assert tells_something(entry)
    assert "30 juin 2026" in str(days_line(entry, (0, len(text)), voice("fr", "2026-05-01"))).replace("\u00a0", " ")


def test_words_in_another_language_carry_their_figures() -> None:
    text = "La construction du satellite a coûté 70 millions d'euros à la France."
    (entry,) = entries(text, "fr", "70 millions d'euros")

    said = str(mentions_line(entry, [(0, len(text))], voice("en", "2026-05-01"))).replace("\u00a0", " ")

    assert "€70 million" in said
    assert "France" in said


def test_an_article_without_a_topic_shares_that_of_its_story() -> None:
    first = extract_text(
        "Le lanceur Orkana a placé le satellite Vesta en orbite depuis Kourou. La fusée Orkana emportait aussi la sonde "
        "Tamise, a indiqué la société Nordlys. Le prochain lancement de la fusée aura lieu en mai.",
        "fr", "2026-04-15",
    )  # fmt: skip
    second = extract_text(
        "À l'usine, on a fêté le tir d'Orkana, la société Nordlys et la perte de Vesta.", "fr", "2026-04-16"
    )
    other = extract_text("Le marché de la commune a rouvert samedi avec 40 commerçants.", "fr", "2026-04-16")

    topics = story_topics([first, second, other])

    assert topics.get(second.source.id) == "space"
    assert other.source.id not in topics


def test_a_story_is_passed_on_from_article_to_article():
    first = extract_text("La fusée Corvina de la société Helionix a placé deux satellites en orbite. Le lanceur Corvina reste fragile.",
                         "fr", "2026-04-15")  # fmt: skip
    second = extract_text(
        "Chez Helionix, à Aster, on parle peu de Corvina. La cantine de Brunovar reste close.", "fr", "2026-04-15"
    )
    third = extract_text(
        "Le maire d'Aster attend Brunovar, dit-il, et rien d'autre de la part de Aster.", "fr", "2026-04-16"
    )

    topics = story_topics([first, second, third])

    assert topics.get(second.source.id) == topics.get(third.source.id) == "space"
