"""General press concepts: what they are called in the other language, alone and in phrases, and that they carry no topic."""

import tomllib

import pytest

from briefgen.compose.gloss import say_phrase
from briefgen.extract.phrases import read_phrase
from briefgen.lexicon.concepts import load_concepts
from briefgen.lexicon.phrase_rules import heads
from briefgen.lexicon.tables import rows
from briefgen.resources import resource
from briefgen.text.analysis import analyze

FRENCH = [
    ("les dépenses d'investissement du groupe", "Capital expenditure of the group"),
    ("la dépréciation d'actifs de la filiale", "Impairment of the subsidiary"),
    ("une commission d'enquête parlementaire", "Parliamentary commission of inquiry"),
    ("l'entrée en vigueur de la loi", "Entry into force of the law"),
    ("le deuxième étage de la fusée", "Second stage of the rocket"),
    ("les émissions mondiales de méthane", "Global methane emissions"),
    ("les coûts de production annuels", "Annual production costs"),
    ("des textes législatifs et réglementaires", "Legislative and regulatory texts"),
    ("une pénurie de main-d'œuvre qualifiée", "Skilled labor shortage"),
    ("la hausse des prix des logements", "Increase in house prices"),
    ("l'amélioration des conditions de vie", "Improvement in living conditions"),
    ("la flotte de pétroliers", "Fleet of oil tankers"),
    ("les petites et moyennes entreprises européennes", "European small and medium-sized enterprises"),
    ("des forces de maintien de la paix", "Peacekeeping forces"),
    ("les conseillers municipaux", "City councilors"),
    ("une équipe de chercheurs", "Team of researchers"),
    ("les eaux usées industrielles", "Industrial wastewater"),
    ("les missions scientifiques internationales", "International scientific missions"),
]
ENGLISH = [
    ("the board of directors", "Conseil d'administration"),
    ("average turbine prices", "Prix moyens de turbines"),
    ("construction companies", "Entreprises de construction"),
    ("a training program", "Programme de formation"),
    ("government bonds", "Obligations d'État"),
    ("the shareholders of the Japanese carmaker", "Actionnaires du constructeur automobile japonais"),
    ("Indonesian nickel exports", "Exportations indonésiennes de nickel"),
    ("members of parliament", "Députés"),
    ("large-scale solar projects", "Projets solaires à grande échelle"),
    ("the second Russian test flight", "Deuxième vol d'essai russe"),
    ("rail workers", "Cheminots"),
    ("the unprecedented drought", "Sécheresse sans précédent"),
    ("food imports", "Importations alimentaires"),
    ("international climate negotiators", "Négociateurs climatiques internationaux"),
]
LEFT = [
    ("le premier étage de l'immeuble", "fr"),
    ("le plan d'évacuation de la ville", "fr"),
    ("la consommation de l'Europe centrale", "fr"),
    ("l'agence nationale de lutte contre la corruption", "fr"),
    ("le train de mesures", "fr"),
    ("a criminal group", "en"),
    ("the early results", "en"),
    ("the poor results", "en"),
    ("an amount of money", "en"),
    ("the American people", "en"),
]


def said(text: str, language: str, wanted: str) -> str | None:
    phrase = read_phrase(analyze(text, language), (), 0, len(text))
    return say_phrase(phrase, wanted) if phrase else None


@pytest.mark.parametrize(("french", "english"), FRENCH)
def test_french_in_english(french: str, english: str) -> None:
    assert said(french, "fr", "en") == english


@pytest.mark.parametrize(("english", "french"), ENGLISH)
def test_english_in_french(english: str, french: str) -> None:
    assert said(english, "en", "fr") == french


@pytest.mark.parametrize(("text", "language"), LEFT)
def test_words_of_several_senses_are_left(text: str, language: str) -> None:
    assert said(text, language, "en" if language == "fr" else "fr") is None


def press_ids() -> list[str]:
    files = sorted(resource("assets", "lexicons").glob("concepts_press_*.toml"))
    return [id_ for file in files for id_ in tomllib.loads(file.read_text(encoding="utf-8"))["concept"]]


def test_they_carry_no_topic_and_stand_once() -> None:
    ids = press_ids()

    assert len(ids) == len(set(ids)) >= 1200
    assert {load_concepts()[id_].topic for id_ in ids} == {None}


def test_rules_name_concepts_that_exist() -> None:
    named = {id_ for name, ids in rows("phrase_rules_press.txt", 2) if name[:8] != "doubtful" for id_ in ids.split()}

    assert named - set(load_concepts()) == set()
    assert "fight" in heads("fought")
