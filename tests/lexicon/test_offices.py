"""Roles read in one language and said in the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.lexicon.offices import read_role, role_labels, short_role

FRENCH_TO_ENGLISH = [
    ("le ministre russe des Affaires étrangères", "Russian Minister of Foreign Affairs"),
    ("ministre des Affaires étrangères", "Minister of Foreign Affairs"),
    ("secrétaire adjoint à la défense chargé de la politique spatiale", "Assistant Secretary of Defense for Space Policy"),
    ("secrétaire américain à la Défense", "US Secretary of Defense"),
    ("secrétaire d'État américain", "US Secretary of State"),
    ("sénateur", "senator"),
    ("sénatrice démocrate de Californie", "Democratic senator from California"),
    ("coprésident du Caucus du Sénat sur l’Ukraine", "co-chair of the Senate Ukraine Caucus"),
    ("l'ambassadeur de Chine aux États-Unis", "Ambassador of China to the United States"),
    ("ambassadrice de France au Japon", "Ambassador of France to Japan"),
    ("ambassadeur russe en Allemagne", "Russian Ambassador to Germany"),
    ("l’expert militaire basé à Hong Kong", "military expert based in Hong Kong"),
    ("commentateur militaire et ancien instructeur militaire chinois", "military commentator and former Chinese military instructor"),
    ("président russe", "Russian President"),
    ("ancien président des États-Unis", "former President of the United States"),
    ("président par intérim", "acting President"),
    ("Premier ministre chinois", "Chinese Prime Minister"),
    ("ex-Premier ministre italien", "former Italian Prime Minister"),
    ("chef de Roscosmos", "head of Roscosmos"),
    ("porte-parole du Kremlin", "Kremlin spokesperson"),
    ("porte-parole du ministère russe des Affaires étrangères", "spokesperson for the Russian Ministry of Foreign Affairs"),
    ("directeur général de l'Agence internationale de l'énergie (AIE)", "director general of the International Energy Agency"),
    ("directeur exécutif de l'AIE", "executive director of the International Energy Agency"),
    ("conseillère à la sécurité nationale de la Maison Blanche", "White House national security adviser"),
    ("présidente de la Commission européenne", "President of the European Commission"),
    ("secrétaire général de l'ONU", "UN Secretary-General"),
    ("envoyé spécial de l'ONU pour la Syrie", "UN special envoy for Syria"),
    ("ministre de l'Économie, des Finances et de l'Industrie", "Minister of the Economy, Finance and Industry"),
    ("vice-ministre chinois du Commerce", "Chinese Deputy Minister of Trade"),
    ("chercheur à l'Institut français des relations internationales", "researcher at the French Institute of International Relations"),
    ("professeur de droit international à l'université de Harvard", "professor of international law at Harvard University"),
    ("PDG de TotalEnergies", "chief executive of TotalEnergies"),
    ("maire de Tourcoing", "mayor of Tourcoing"),
    ("épidémiologiste à l'université Johns Hopkins", "epidemiologist at Johns Hopkins University"),
    ("président de la commission des Affaires étrangères du Sénat", "chair of the Senate Committee on Foreign Affairs"),
    ("analyste chez Rystad Energy", "analyst at Rystad Energy"),
    ("administrateur de la Nasa", "NASA administrator"),
    ("expert en cybersécurité", "expert on cybersecurity"),
    ("gouverneur de la région de Kherson", "governor of the Kherson region"),
    ("conseiller du président ukrainien", "adviser to the Ukrainian President"),
    ("ministre de la Justice française", "French Minister of Justice"),
    ("ambassadeur de Russie auprès de l'ONU", "Ambassador of Russia to the United Nations"),
    ("président de l'université de Pékin", "president of Peking University"),
    ("premier vice-président du Burundi", "First Vice President of Burundi"),
    ("roi du Maroc", "King of Morocco"),
    ("chef d'état-major de l'armée de l'air", "Air Force chief of staff"),
    ("chef de l'exécutif de Hong Kong", "Hong Kong Chief Executive"),
    ("ministre délégué chargé de l'Industrie", "Minister Delegate for Industry"),
    ("ministre des Solidarités et de la Santé", "Minister of Solidarity and Health"),
    ("cheffe du Fonds monétaire international", "head of the International Monetary Fund"),
]  # fmt: skip

ENGLISH_TO_FRENCH = [
    ("the Russian foreign minister", "ministre russe des Affaires étrangères"),
    ("US Treasury Secretary", "secrétaire américain au Trésor"),
    ("UK Health Secretary", "ministre britannique de la Santé"),
    ("US Deputy Secretary of State", "secrétaire d'État adjoint américain"),
    ("Hong Kong Chief Executive", "chef de l'exécutif de Hong Kong"),
    ("chief of staff of the Air Force", "chef d'état-major de l'armée de l'air"),
    ("Assistant Secretary of Defense for Space Policy", "secrétaire adjoint à la Défense chargé de la politique spatiale"),
    ("Ambassador of China to the United States", "ambassadeur de Chine aux États-Unis"),
    ("China's ambassador to the United States", "ambassadeur chinois aux États-Unis"),
    ("military expert based in Hong Kong", "expert militaire basé à Hong Kong"),
    ("Hong Kong-based military expert", "expert militaire basé à Hong Kong"),
    ("Chinese Premier", "Premier ministre chinois"),
    ("Kremlin spokesman", "porte-parole du Kremlin"),
    ("Deputy Defense Minister", "vice-ministre de la Défense"),
    ("U.S. Secretary of State", "secrétaire d'État américain"),
    ("British Foreign Secretary", "ministre britannique des Affaires étrangères"),
    ("President of Russia", "président de la Russie"),
    ("former US president", "ancien président américain"),
    ("UN Secretary-General", "secrétaire général de l'ONU"),
    ("spokesman for the Russian Foreign Ministry", "porte-parole du ministère russe des Affaires étrangères"),
    ("Roscosmos chief", "chef de Roscosmos"),
    ("White House national security adviser", "conseiller à la sécurité nationale de la Maison-Blanche"),
    ("chair of the Senate Foreign Relations Committee", "président de la commission des Affaires étrangères du Sénat"),
    ("professor of international law at Harvard University", "professeur de droit international à l'université Harvard"),
    ("director general of the World Health Organization", "directeur général de l'Organisation mondiale de la santé"),
    ("Republican senator from South Carolina", "sénateur républicain de Caroline du Sud"),
    ("army chief", "chef de l'armée"),
    ("European Commission President", "président de la Commission européenne"),
    ("Treasury Secretary", "secrétaire au Trésor"),
    ("Moscow mayor", "maire de Moscou"),
    ("NASA administrator", "administrateur de la Nasa"),
    ("adviser to the Ukrainian president", "conseiller du président ukrainien"),
    ("governor of the Bank of England", "gouverneur de la Banque d'Angleterre"),
    ("economist at the World Bank", "économiste à la Banque mondiale"),
    ("Green Party presidential candidate", "candidat à la présidentielle du parti écologiste"),
    ("Republican presidential nominee", "candidat républicain à la présidentielle"),
    ("Ukrainian national security adviser", "conseiller ukrainien à la sécurité nationale"),
    ("former CIA director", "ancien directeur de l'Agence centrale de renseignement"),
    ("US Trade Representative", "représentant américain au Commerce"),
    ("retired Belgian general", "général belge à la retraite"),
    ("space expert", "expert spatial"),
    ("Starbucks chief executive", "PDG de Starbucks"),
    ("deputy prime minister for energy", "vice-Premier ministre chargé de l'Énergie"),
]  # fmt: skip

UNKNOWN = [
    ("ministre de la Magie", "fr"),
    ("minister of magic", "en"),
    ("responsable de tout ce qui brille", "fr"),
    ("the man who sold the world", "en"),
    ("directeur du Musée des arts forains", "fr"),
    ("executive director of the Arms Control Association", "en"),
    ("chairwoman of the Democratic National Committee", "en"),
    ("president of the Potsdam Institute", "en"),
    ("", "fr"),
]


@pytest.mark.parametrize(("french", "english"), FRENCH_TO_ENGLISH)
def test_french_role_in_english(french: str, english: str) -> None:
    assert role_labels(french, "fr")["en"] == english


@pytest.mark.parametrize(("english", "french"), ENGLISH_TO_FRENCH)
def test_english_role_in_french(english: str, french: str) -> None:
    assert role_labels(english, "en")["fr"] == french


@pytest.mark.parametrize(("text", "language"), UNKNOWN)
def test_unknown_role_is_never_half_translated(text: str, language: str) -> None:
    labels = role_labels(text, language)

    assert set(labels) <= {language}


def test_own_words_are_kept_without_article() -> None:
    assert (
        role_labels("le ministre russe des Affaires étrangères", "fr")["fr"] == "ministre russe des Affaires étrangères"
    )


def test_french_agrees_with_a_woman_the_lexicon_knows() -> None:
    assert (
        role_labels("European Commission President", "en", "Ursula von der Leyen")["fr"]
        == "présidente de la Commission européenne"
    )
    assert role_labels("senator", "en", "Catherine Nobody")["fr"] == "sénatrice"


def test_short_role_is_the_office_alone() -> None:
    assert short_role("ancien ministre russe des Affaires étrangères", "fr") == {
        "fr": "ancien ministre",
        "en": "former Minister",
    }
    assert short_role("gardien du phare", "fr") == {}


@given(st.text(max_size=80), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_or_left(text: str, language: str) -> None:
    role = read_role(text, language)

    assert role is None or role.kind == "office"


def test_a_deputy_who_may_be_an_assistant_is_not_said() -> None:
    assert "en" not in role_labels("secrétaire d'État adjoint pour l'Asie de l'Est", "fr")
