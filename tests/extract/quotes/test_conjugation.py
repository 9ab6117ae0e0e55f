"""Verb forms from lemmas."""

import pytest

from briefgen.extract.quotes.lexicon import load_reporting


@pytest.mark.parametrize(
    "form",
    "précise annonça annonçait révèle suggère martèle rappelle répondit écrivent avertissent soutient exigea prédit".split(),
)
def test_french_forms_are_generated(form: str) -> None:
    assert form in load_reporting("fr").verbs


@pytest.mark.parametrize("form", "said says tells told denied replies arguing quipped wrote insists".split())
def test_english_forms_are_generated(form: str) -> None:
    assert form in load_reporting("en").verbs


def test_several_hundred_verbs_a_language() -> None:
    lemmas = {language: {verb.lemma for verb in load_reporting(language).verbs.values()} for language in ("fr", "en")}

    assert len(lemmas["fr"]) > 200
    assert len(lemmas["en"]) > 200
