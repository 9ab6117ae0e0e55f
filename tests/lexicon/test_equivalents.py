"""What is said in the other language is the same thing: no form stands for two concepts unless it is known to."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from briefgen.lexicon.concepts import load_concepts
from briefgen.lexicon.names import load_persons
from briefgen.lexicon.organizations import load_organizations

TWO_SENSES = {
    "fr": frozenset("cours redevance condamnation vol décollage".split()) | {"autorités sanitaires"},
    "en": frozenset("statement trial competition medicine aids".split()) | {"health authorities", "gas price"},
}
"""Forms with two readings, of which no phrase is composed unless a rule says which is meant."""

SISTERS = [
    ("lung", "poumon"),
    ("liver", "foie"),
    ("kidney", "rein"),
    ("typhus", "typhus"),
    ("typhoid", "fièvre typhoïde"),
    ("diphtheria", "diphtérie"),
    ("gigawatt", "gigawatt"),
    ("terawatt-hour", "térawattheure"),
    ("cardiologist", "cardiologue"),
    ("spinal cord", "moelle épinière"),
    ("OPEC+", "Opep+"),
    ("asset seizure", "saisie d'avoirs"),
    ("confiscation of assets", "confiscation d'avoirs"),
    ("food poisoning", "intoxication alimentaire"),
    ("PCR test", "test PCR"),
    ("spaceport", "port spatial"),
    ("lunar rover", "rover lunaire"),
    ("armored vehicle", "véhicule blindé"),
    ("consumer price", "prix à la consommation"),
    ("carbon dioxide", "dioxyde de carbone"),
    ("key interest rate", "taux directeur"),
]


def _readings(lang: str) -> Iterator[tuple[str, str, str]]:
    for one in load_concepts().values():
        if one.kind != "quality":
            for form, source in one.forms(lang):
                yield form.lower(), source.lower(), one.id


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_form_stands_for_one_concept(lang: str) -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, set[str]] = defaultdict(set)
    for form, source, id_ in _readings(lang):
        meant[form].add(id_)
        sources[form].add(source)

    doubtful = {form: ids for form, ids in meant.items() if len(ids) > 1 and not sources[form] & TWO_SENSES[lang]}

    assert doubtful == {}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_qualities_do_not_share_a_form(lang: str) -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for one in load_concepts().values():
        if one.kind == "quality":
            for form, _ in one.forms(lang):
                meant[form].add(one.id)

    labels = {
        form: {load_concepts()[id_].label(other) for id_ in ids}
        for form, ids in meant.items()
        for other in ({"fr", "en"} - {lang})
    }

    assert {form: said for form, said in labels.items() if len(said) > 1 and form not in TWO_QUALITIES} == {}


TWO_QUALITIES = frozenset({"health", "gas", "oil", "energy", "crude"})


@pytest.mark.parametrize(("english", "french"), SISTERS)
def test_labels_of_near_things(english: str, french: str) -> None:
    (id_,) = {id_ for form, _, id_ in _readings("en") if form == english.lower()}

    assert load_concepts()[id_].label("fr") == french
    assert id_ in {one for form, _, one in _readings("fr") if form == french.lower()}


def test_a_person_has_one_name_in_each_language() -> None:
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in load_persons().values():
        for lang in ("fr", "en"):
            names[lang, one.name(lang)].add(one.id)

    assert [key for key, ids in names.items() if len(ids) > 1] == []


def test_an_organization_name_is_of_one_organization() -> None:
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in load_organizations().values():
        for lang, forms in (("fr", one.fr), ("en", one.en)):
            for form in forms:
                if form.mark != "~":
                    names[lang, form.text].add(one.id)

    assert [key for key, ids in names.items() if len(ids) > 1] == []
