"""Forms of verbs, and what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.facts.senses import idioms, predicates, senses
from briefgen.lexicon.conjugation import english_forms, french_forms


@pytest.mark.parametrize(
    ("lemma", "form", "tense"),
    [
        ("lancer", "lança", "past"),
        ("lancer", "lançait", "imperfect"),
        ("lever", "lève", "present"),
        ("lever", "lèvera", "future"),
        ("accélérer", "accélère", "present"),
        ("accélérer", "accélérera", "future"),
        ("appeler", "appelle", "present"),
        ("payer", "paie", "present"),
        ("envoyer", "enverra", "future"),
        ("diriger", "dirigeait", "imperfect"),
        ("bondir", "bondissent", "present"),
        ("atteindre", "atteignait", "imperfect"),
        ("réduire", "réduites", "participle"),
        ("devenir", "deviendra", "future"),
        ("mettre", "mis", "participle"),
        ("vendre", "vendue", "participle"),
        ("croître", "croît", "present"),
        ("recevoir", "recevra", "future"),
        ("assurer", "assurée", "participle"),
        ("rejeter", "rejette", "present"),
        ("relever", "relèvera", "future"),
        ("tweeter", "tweetera", "future"),
        ("reconnaître", "reconnut", "past"),
        ("savoir", "saura", "future"),
        ("dire", "disent", "present"),
    ],
)
def test_french(lemma: str, form: str, tense: str) -> None:
    assert (form, tense) in set(french_forms(lemma))


@pytest.mark.parametrize(
    ("entry", "form", "tense"),
    [
        ("rise:rose:risen", "rose", "past"),
        ("launch", "launches", "present"),
        ("stop", "stopped", "past"),
        ("open", "opened", "past"),
        ("plan", "planning", "gerund"),
        ("deny", "denied", "participle"),
        ("announce", "announcing", "gerund"),
    ],
)
def test_english(entry: str, form: str, tense: str) -> None:
    assert (form, tense) in set(english_forms(entry))


@given(st.text(alphabet="abcdefghilmnoprstuvéè", min_size=3, max_size=12), st.sampled_from(["er", "ir", "re", "oir"]))
def test_any_infinitive_gives_forms_or_nothing(stem: str, ending: str) -> None:
    forms = list(french_forms(stem + ending))

    assert forms[0] == (stem + ending, "infinitive")
    assert all(form for form, _ in forms)


def test_every_predicate_has_a_word_in_each_language() -> None:
    for name, predicate in predicates().items():
        verbs = [s for lang in ("fr", "en") for form in senses(lang).values() for s in form if s.id == name]
        verbs += [s for lang in ("fr", "en") for entries in idioms(lang).values() for _, s in entries if s.id == name]
        assert predicate.weight in (1, 2, 3)
        assert verbs, name


def test_no_function_word_is_a_predicate() -> None:
    for language, words in (("fr", "en de la le et au point orbite service fonds"), ("en", "in of the to on up")):
        for word in words.split():
            assert not any(s.is_event for s in senses(language).get(word, ())), word
