"""Figures told by what was done: whose, of what, and never what the sentence does not say."""

import pytest

from briefgen.compose.factline import fact_line, fact_sentence
from briefgen.compose.ledger import read_ledger
from briefgen.compose.voice import voice
from briefgen.model.selection import Selection
from briefgen.pipeline import extract_text


def lines(text: str, source: str, document: str) -> list[str]:
    """The composed lines of the facts of `text`."""
    extraction = extract_text(text, language=source, published="2026-03-05")
    speak = voice(document, "2026-03-06")
    entries = read_ledger([extraction], [], Selection()).facts()
    found = [line for entry in entries if (line := fact_line(entry, speak))]
    return [str(fact_sentence(line, speak)).replace("\u202f", " ").replace("\xa0", " ") for line in found]


@pytest.mark.parametrize(
    ("text", "source", "document", "expected"),
    [
        ("SpaceX launched 60 satellites in 2025.", "en", "en", "SpaceX – launch: 60 satellites in 2025"),
        ("SpaceX launched 60 satellites in 2025.", "en", "fr", "SpaceX – lancement : 60 satellites en 2025"),
        ("L'Inde a acheté 36 avions de chasse en 2023.", "fr", "en", "India – purchase: 36 fighter jets in 2023"),
        ("Germany imported 8 million tonnes of gas in 2025.", "en", "fr",
         "Allemagne – importations de gaz : 8 millions de tonnes en 2025"),
        ("Le parc nucléaire français a produit 372 térawattheures en 2025.", "fr", "en",
         "French nuclear fleet – production: 372 terawatt-hours in 2025"),
        ("TotalEnergies va investir 220 millions d'euros en 2027.", "fr", "en",
         "TotalEnergies – investment (planned, as of Mar. 5, 2026): €220 million in 2027"),
        ("Arianespace a reporté le lancement du satellite MTG-I2 au 12 mai 2026.", "fr", "en",
         "Launch of the MTG-I2 satellite – new date (planned, as of Mar. 5, 2026), on May 12, 2026"),
        ("L'OMS a déclaré 12 450 cas de choléra au Soudan depuis le début de l'année.", "fr", "en",
         "Cholera cases, Sudan: 12,450 since the start of 2026"),
        ("Le prix du baril de Brent a reculé de 4 % lundi à 71 dollars.", "fr", "en",
         "Price of the barrel of Brent: $71 on March 2, 2026, down 4% (comparison period not stated)"),
        ("A Japanese court rejected the export ban on March 3.", "en", "fr",
         "Tribunal japonais – rejet : interdiction d'exportation, le 3 mars 2026"),
    ],
)  # fmt: skip
def test_a_figure_says_who_did_what(text, source, document, expected):
    assert lines(text, source, document) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank approved a loan in 2025 to repair 45 health centers.",
        "NASA engineers launched 60 satellites in 2025.",
        "Its rivals launched 60 satellites in 2025.",
        "SpaceX did not launch 60 satellites in 2025.",
    ],
)
def test_what_hangs_on_a_name_or_is_not_the_object_makes_no_count(text):
    assert not any("SpaceX –" in line or "World Bank –" in line or "NASA –" in line for line in lines(text, "en", "fr"))
