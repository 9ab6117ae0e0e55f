"""Who said what: the patterns of the press in both languages, on sentences written for these tests."""

import pytest

from briefgen.extract.quotes import find_quotes
from briefgen.model.evidence import Quote
from briefgen.text.analysis import analyze


def quotes(text: str, language: str, published: str | None = None) -> list[Quote]:
    return find_quotes(analyze(text, language, published), ())[0]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker", "kind"),
    [
        ("fr", "« Le port rouvrira lundi », a déclaré Anne Morel.", "Le port rouvrira lundi", "Anne Morel", "direct"),
        ("fr", "« Le port rouvrira lundi », explique-t-elle.", "Le port rouvrira lundi", "elle", "direct"),
        (
            "en",
            "The harbor lacks cranes for the larger ships, said former mayor Jane Hill, who runs the port.",
            "The harbor lacks cranes for the larger ships",
            "former mayor Jane Hill",
            "indirect",
        ),
        (
            "en",
            "Jane Hill noted that spending on the harbor had doubled.",
            "that spending on the harbor had doubled",
            "Jane Hill",
            "indirect",
        ),
        (
            "fr",
            "Anne Morel a précisé : « Les grues sont intactes. »",
            "Les grues sont intactes.",
            "Anne Morel",
            "direct",
        ),
        (
            "fr",
            "Le préfet a indiqué que la digue « tiendrait encore » jusqu’au soir.",
            "la digue « tiendrait encore » jusqu’au soir",
            "Le préfet",
            "mixed",
        ),
        (
            "fr",
            "Selon la mairie, trois ponts sont fermés à la circulation.",
            "trois ponts sont fermés à la circulation",
            "la mairie",
            "indirect",
        ),
        (
            "fr",
            "Trois ponts sont fermés à la circulation, selon la mairie.",
            "Trois ponts sont fermés à la circulation",
            "la mairie",
            "indirect",
        ),
        (
            "fr",
            "Trois ponts resteront fermés à la circulation, a annoncé la mairie.",
            "Trois ponts resteront fermés à la circulation",
            "la mairie",
            "indirect",
        ),
        ("en", "“The harbor opens on Monday,” Ann Moore said.", "The harbor opens on Monday,", "Ann Moore", "direct"),
        ("en", "“The harbor opens on Monday,” said Ann Moore.", "The harbor opens on Monday,", "Ann Moore", "direct"),
        (
            "en",
            "Ann Moore told reporters that the cranes were intact.",
            "that the cranes were intact",
            "Ann Moore",
            "indirect",
        ),
        ("en", "Ann Moore said the cranes were intact.", "the cranes were intact", "Ann Moore", "indirect"),
        (
            "en",
            "Three bridges are closed to traffic, according to the mayor.",
            "Three bridges are closed to traffic",
            "the mayor",
            "indirect",
        ),
        (
            "en",
            "The mayor said the wall would “hold until dark” at least.",
            "the wall would “hold until dark” at least",
            "The mayor",
            "mixed",
        ),
    ],
)
def test_a_quote_has_its_words_its_speaker_and_its_kind(
    language: str, text: str, words: str, speaker: str, kind: str
) -> None:
    found = quotes(text, language)

    assert [(q.text, q.kind) for q in found] == [(words, kind)]
    assert found[0].speaker is not None
    assert found[0].speaker.mention == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le préfet n’a pas dit que la digue céderait dans la nuit."),
        ("fr", "Le préfet pourrait dire que la digue a cédé dans la nuit."),
        ("en", "The mayor did not say that the wall had failed last night."),
        ("en", "The mayor could say that the wall had failed last night."),
        ("fr", "Les ouvriers travaillent selon les besoins du chantier naval."),
        ("fr", "Un rapport intitulé « Les digues du littoral en hiver » doit paraître."),
        ("fr", "La ville parle d’un partenariat « sans fin » avec le port."),
        ("en", "The United States has sent ships to the northern coast."),
    ],
)
def test_what_nobody_said_is_attributed_to_nobody(language: str, text: str) -> None:
    assert [q for q in quotes(text, language) if q.speaker] == []


def test_the_narrator_between_two_pieces_leaves_one_quote() -> None:
    found = quotes("« Le port », a dit Anne Morel, « rouvrira lundi matin. »", "fr")

    assert [len(q.fragments) for q in found] == [2]


def test_a_second_sentence_goes_on_with_the_same_speaker_without_words_of_its_own() -> None:
    first, second = quotes("« Le port rouvre lundi », a dit Anne Morel. « Les grues sont en très bon état. »", "fr")

    assert first.speaker is not None
    assert second.speaker is not None
    assert (second.speaker.name, second.speaker.mention) == (first.speaker.name, None)
    assert second.inherited == ("speaker",)


def test_every_quote_says_its_rule_and_why() -> None:
    (quote,) = quotes("« Le port rouvrira lundi », a déclaré Anne Morel.", "fr")

    assert quote.rule == "direct-after-inverted"
    assert "a déclaré" in quote.why
    assert quote.offered


def test_circumstances_are_those_the_attribution_states() -> None:
    text = (
        "« Le port rouvrira lundi », a déclaré Anne Morel, selon un communiqué publié le 3 mars. "
        "« Les grues sont intactes », a ajouté Anne Morel."
    )
    first, second = quotes(text, "fr", "2023-03-04")

    assert first.said.carrier == "communiqué publié"
    assert first.said.date == "2023-03-03"
    assert second.said.date is None
    assert second.said.carrier is None


def test_the_one_addressed_is_told_from_the_speaker() -> None:
    (quote,) = quotes("Le maire Paul Roux a informé Anne Morel, la directrice du port, que la digue tenait bon.", "fr")

    assert quote.speaker is not None
    assert quote.speaker.name == "Paul Roux"
    assert quote.said.addressee == "Anne Morel, la directrice du port"


def test_a_source_that_cites_another_keeps_the_chain() -> None:
    (quote,) = quotes("Le trafic a doublé en avril, selon Reuters, qui cite des données de la douane.", "fr")

    assert quote.attribution[0].name == "Reuters"
    assert quote.attribution[0].cites is not None
    assert quote.attribution[0].cites.kind == "dataset"
