import json

from briefgen.model.evidence import Attribution, Change, Fact, Item, Participant, Quote, Role, Said, Speaker, Words
from briefgen.model.finding import Finding
from briefgen.model.phrase import Phrase
from briefgen.model.record import to_record
from briefgen.model.restore import from_record
from briefgen.model.source import MetadataValue, Source


def through_json(value: object) -> object:
    return json.loads(json.dumps(to_record(value)))


def test_a_fact_comes_back_as_it_was() -> None:
    phrase = Phrase("import", 0, 3, parts=(("of", Phrase("gas", 4, 7)),))
    fact = Fact(
        "f1", 0, 9, "463 000 t", "quantity", value=463000, unit="tonne",
        change=Change(80, "percent", "up", from_value=1.5, base="previous_year"),
        item=Item("imports of gas", 0, 7, phrase), participants=(Participant("exporter", "russe", 8, 13, "RU"),),
        attribution=(Attribution("A", "outlet", 1, 2, Attribution("B", "dataset", 3, 4)),), sentence=(0, 40),
    )  # fmt: skip

    assert from_record(Fact, through_json(fact)) == fact  # type: ignore[arg-type]


def test_a_quote_comes_back_as_it_was() -> None:
    speaker = Speaker("a-b", "A B", {"fr": "A B"}, "il", 3, 5, "person", Role("chef", 6, 10, {"en": "head"}))
    quote = Quote(
        "q1", 0, 4, "oui.", "direct", True, ((0, 4),), speaker, cue=Words("dit", 5, 8), said=Said(spans=((1, 2),))
    )

    assert from_record(Quote, through_json(quote)) == quote  # type: ignore[arg-type]


def test_a_source_keeps_where_its_metadata_came_from() -> None:
    value = MetadataValue("La Vigie", "text", 3, 11)
    source = Source("1", "a.txt", None, "x", "y", "txt/1", "txt", "fr", metadata={"outlet": value})

    assert from_record(Source, through_json(source)) == source  # type: ignore[arg-type]


def test_a_finding_can_still_be_said_in_another_language() -> None:
    finding = Finding("info", "untitled", "{name}: the title is missing.", params={"name": "a.txt"})

    again = from_record(Finding, through_json(finding))  # type: ignore[arg-type]

    assert (
        again.said({"{name}: the title is missing.": "{name} : titre absent."}.__getitem__) == "a.txt : titre absent."
    )
