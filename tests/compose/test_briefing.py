"""The composed briefing: what is printed, what is not, and what the analyst changes."""

from dataclasses import replace

import pytest

from briefgen.compose.briefing import compose_briefing
from briefgen.compose.items import flat, printed_words
from briefgen.errors import UnknownName
from briefgen.model.briefing import BriefingOptions
from briefgen.model.extraction import FactGroup
from briefgen.model.selection import Selection
from briefgen.model.source import MetadataValue
from tests.compose.articles import context_article, energy_article

OPTIONS = BriefingOptions(topics=("energy", "space"), lang="fr", date="2022-06-01")


def compose(options=OPTIONS, selection=None, sources=None, groups=()):
    sources = sources or (energy_article(), context_article())
    return compose_briefing(sources, groups, options, selection or Selection())


def words(document):
    return printed_words(document).replace("\u00a0", " ").replace("\u202f", " ")


def items(briefing, section):
    return next((s.items for s in briefing.sections if s.id == section), ())


def test_figures_print_from_their_values():
    text = words(compose()[1])
    assert "Livraisons de gaz norvégien : 9 millions de tonnes en avril 2022, en hausse de 12 % sur un an" in text
    assert "selon Borealis" in text


def test_planned_events_print_as_of_the_source():
    text = words(compose()[1])
    assert "Norvège – construction : terminal (prévu, état 25 mai 2022)" in text
    assert "à partir de 2027" in text


def test_a_deadline_in_the_past_is_said():
    article = energy_article()
    late = replace(article.facts[2], date="2022-05", date_bound=None)
    text = words(compose(sources=(replace(article, facts=(late,)),))[1])
    assert "échéance passée" in text


def test_a_fact_without_a_line_prints_its_sentence_once_with_its_outlet():
    briefing, document = compose()
    sentence = "Les prix pèsent sur les ménages depuis l'hiver dernier dans tout le pays"
    assert words(document).count(sentence) == 1
    found = [i for s in briefing.sections for i in s.items if i.kind == "extract"]
    assert [(i.text, i.attribution) for i in found] == [(sentence, "Gazette")]


def test_quotations_keep_their_characters_and_name_the_speaker_in_full_once():
    briefing, document = compose()
    quotes = [i for i in items(briefing, "energy") if i.kind == "quote"]
    assert quotes[0].text in energy_article().text
    text = words(document)
    assert "— Ingrid Solberg, ministre norvégienne de l’Énergie; conférence de presse, 20 mai 2022" in text.replace(
        " ;", ";"
    )
    assert "I. Solberg (propos en partie rapportés) : la demande était « très forte » partout en Europe" in text


def test_other_languages_are_tagged():
    briefing, document = compose()
    foreign = [i for s in briefing.sections for i in s.items if i.language == "en"]
    assert foreign
    assert all(item.fallback for item in foreign)
    assert "[anglais dans la source]" in words(document)
    assert "en anglais ; elles peuvent être elles-mêmes des traductions" in words(document)


def test_a_topic_with_nothing_says_so():
    briefing, document = compose()
    assert "Rien n’a été trouvé sur ce thème" in words(document)
    assert "topic_empty" in {finding.code for finding in briefing.findings}


def test_context_can_be_switched_off():
    assert "We will talk again" in words(compose()[1])
    assert "We will talk again" not in words(compose(replace(OPTIONS, context=False))[1])


def test_every_item_is_on_the_page_in_order():
    briefing, document = compose()
    page = flat(printed_words(document))
    for section in briefing.sections:
        places = [page.find(flat(item.text)) for item in section.items]
        assert min(places) >= 0


def test_evidence_has_the_passage_of_each_item():
    briefing, _ = compose()
    known = {record["id"]: record for record in briefing.evidence}
    texts = {"gazette": energy_article().text, "herald": context_article().text}
    for section in briefing.sections:
        for item in section.items:
            assert item.evidence
            assert all(name in known for name in item.evidence)
    for record in known.values():
        assert texts[record["source"]][record["start"] : record["end"]] == record["text"]


def test_document_carries_the_briefing():
    briefing, document = compose()
    assert document.evidence["language"] == briefing.language == "fr"
    assert document.lang == "fr-FR"
    assert document.marking == "TLP:CLEAR"


def test_the_analyst_drops_and_rewords():
    selection = Selection(excluded=frozenset({"gazette:q1"}), wording={"gazette:f1": "Gaz norvégien : net progrès"})
    briefing, document = compose(selection=selection)
    assert "Le gaz restera cher" not in words(document)
    typed = [i for s in briefing.sections for i in s.items if i.kind == "typed"]
    assert typed
    assert all("Gaz norvégien : net progrès" in i.text.replace("\u00a0", " ") for i in typed)


def test_the_analyst_orders_and_retags():
    selection = Selection(order=("gazette:f3", "gazette:f1"), topics={"gazette:q1": "space"})
    briefing, _ = compose(selection=selection)
    rows = [i for i in items(briefing, "energy") if "\t" in i.text]
    assert rows[0].evidence == ("gazette:f3",)
    assert items(briefing, "space")[0].evidence == ("gazette:q1",)


def test_the_same_fact_in_two_sources_is_one_line_with_both_references():
    first = energy_article()
    second = replace(first, source=replace(first.source, id="copy", outlet="Copie", path="copie.txt"))
    groups = (FactGroup(("gazette:f1", "copy:f1"), "same"),)
    briefing, document = compose(sources=(first, second), groups=groups)
    assert words(document).count("Livraisons de gaz norvégien : 9 millions") == 1
    assert items(briefing, "key_points")[0].references == (2, 1) or items(briefing, "key_points")[0].references == (
        1,
        2,
    )


def test_a_bare_value_never_prints():
    article = energy_article()
    bare = replace(article.facts[0], item=None, date=None, change=None, sentence=(0, 0))
    assert "9 millions" not in words(compose(sources=(replace(article, facts=(bare,)),))[1])


def test_unattributed_quotations_stay_out():
    article = energy_article()
    unknown = replace(article.quotes[0], speaker=None)
    text = words(compose(sources=(replace(article, quotes=(unknown,)),))[1])
    assert "Le gaz restera cher" not in text


@pytest.mark.parametrize(
    ("lang", "expected"), [("fr", "1er juin 2022"), ("en", "June 1, 2022"), ("en-GB", "1 June 2022")]
)
def test_header_speaks_the_document_language(lang, expected):
    briefing, _ = compose(replace(OPTIONS, lang=lang, header={"from": "Bureau 4"}))
    assert briefing.header["date"].replace("\u00a0", " ") == expected
    assert briefing.header["from"] == "Bureau 4"
    assert "to" not in briefing.header


def test_an_unknown_template_is_named():
    with pytest.raises(UnknownName, match="note"):
        compose(replace(OPTIONS, template="nothing-like-it"))


def test_the_digest_prints_editorial_mentions():
    text = words(compose(replace(OPTIONS, template="digest"))[1])
    assert "Gazette, « Titre de Gazette », sans auteur, 25 mai 2022." in text


def test_two_runs_give_the_same_tree():
    assert compose() == compose()


def test_nothing_above_the_marking_gets_out():
    article = context_article()
    stated = {"marking": MetadataValue("TLP:AMBER", "front_matter")}
    held = replace(article, source=replace(article.source, metadata=stated))
    briefing, document = compose(sources=(energy_article(), held))
    assert "We will talk again" not in words(document)
    assert [f.level for f in briefing.findings if f.code == "above_marking"] == ["error"]
    assert "We will talk again" in words(
        compose(replace(OPTIONS, marking="AMBER"), sources=(energy_article(), held))[1]
    )


def test_an_unknown_marking_is_named():
    with pytest.raises(UnknownName, match="AMBER"):
        compose(replace(OPTIONS, marking="PINK"))


def test_grades_stand_in_the_sources():
    text = words(compose(selection=Selection(grades={"gazette": "b2"}))[1])
    assert "en français, cote B2." in text
