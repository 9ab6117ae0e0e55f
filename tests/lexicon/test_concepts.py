"""Concepts and topics: what the shipped files hold, and what a broken file says."""

from collections import Counter
from pathlib import Path

import pytest

from briefgen.errors import LexiconError, UnknownName
from briefgen.lexicon.concepts import concept_phrases, load_concepts
from briefgen.lexicon.matcher import Matcher, fits_case
from briefgen.lexicon.topics import load_topics, topic
from briefgen.text.fold import folded
from briefgen.text.tokens import tokenize

FOUR = ["space", "energy", "sanctions", "health"]


@pytest.fixture
def user_topics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFGEN_HOME", str(tmp_path))
    folder = tmp_path / "topics"
    folder.mkdir()
    return folder


def test_labels() -> None:
    station = load_concepts()["space-station"]
    assert (station.label("fr"), station.label("fr", plural=True)) == ("station spatiale", "stations spatiales")
    assert (station.label("en"), station.label("en", plural=True)) == ("space station", "space stations")
    assert station.topic == "space"
    assert load_concepts()["import"].verbs_fr == ("importer",)


def test_qualities_agree() -> None:
    liquefied = load_concepts()["liquefied"]
    assert liquefied.adjective("fr", "f", plural=True) == "liquéfiées"
    assert liquefied.adjective("en", "f", plural=True) == "liquefied"
    assert ("militaires", "military") in concept_phrases("fr")


def test_uncountable_and_stated_plurals() -> None:
    concepts = load_concepts()
    assert concepts["lng"].label("fr", plural=True) == "gaz naturel liquéfié"
    assert concepts["barrel-a-day"].label("en", plural=True) == "barrels per day"
    assert concepts["space-debris"].label("fr", plural=True) == "débris spatiaux"


def test_shipped_topics_are_broad() -> None:
    topics = load_topics()
    assert list(topics)[:4] == FOUR
    for name in FOUR:
        shipped = topics[name]
        assert len(shipped.concepts) >= 150
        assert shipped.iptc
        for lang in ("fr", "en"):
            forms = sum(1 for concept in shipped.concepts for _ in concept.forms(lang))
            assert forms >= 2 * len(shipped.concepts)
            assert len(shipped.blocked[lang]) >= 200
    assert sum(1 for concept in load_concepts().values() if concept.topic is None) >= 250


def test_ids_are_used_once() -> None:
    ids = Counter(concept.id for shipped in load_topics().values() for concept in shipped.concepts)
    ids.update(concept.id for concept in load_concepts().values() if concept.topic is None)
    assert [name for name, count in ids.items() if count > 1] == []


def test_unknown_topic() -> None:
    with pytest.raises(UnknownName, match="space, energy"):
        topic("knitting")


def test_user_topic(user_topics: Path) -> None:
    (user_topics / "fisheries.toml").write_text(
        'id = "fisheries"\ntitle = { fr = "Pêche", en = "Fisheries" }\n'
        '[concept.cod]\nfr = ["cabillaud", "morue"]\nen = ["cod"]\ng = "m"\n'
        '[strong]\nboth = ["Marine Stewardship Council"]\n',
        encoding="utf-8",
    )
    assert topic("fisheries").title("fr") == "Pêche"
    assert topic("fisheries").concepts[0].fr == ("cabillaud", "morue")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('id = "x"\ntitle = {fr = "X", en = "X"}\n[concept]\ncod = {fr = ["morue"]}\n', "bad.toml:4: concept cod: `fr` and `en`"),
        ('id = "x"\ntitle = {fr = "X", en = "X"}\n\n[concept.cod]\nfr = ["a"]\nen = ["b"]\nweigth = 2\n', "bad.toml:4: .*weigth"),
        ('id = "x"\ntitle = {fr = "X"}\n', "bad.toml:2: `title` must hold both"),
        ('title = {fr = "X", en = "X"}\n', "bad.toml:1: `id` must name"),
        ('id = "x"\ntitle = {fr = "X", en = "X"}\n[stong]\nfr = ["a"]\n', "bad.toml:3: unknown key `stong`"),
        ('id = "x"\ntitle = {fr = "X", en = "X"}\n[strong]\nde = ["a"]\n', "bad.toml:3: `strong` must be a table"),
        ('id = "x"\ntitle = \n', "bad.toml: .*line 2"),
        ('id = "x"\ntitle = {fr = "X", en = "X"}\n[concept]\ncod = {fr = "morue", en = "cod", weight = 9}\n', "bad.toml:4: .*weight"),
        ('id = "x"\ntitle = {fr = "X", en = "X"}\nrivals = ["chess"]\n', "bad.toml:3: `rivals` may name"),
    ],
)  # fmt: skip
def test_broken_user_topic_names_file_and_line(user_topics: Path, text: str, message: str) -> None:
    (user_topics / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_topics()


@pytest.mark.parametrize(
    ("form", "text", "fits"),
    [
        ("WHO", "who", False),
        ("WHO", "WHO", True),
        ("Moon", "moon", False),
        ("Moon", "MOON", True),
        ("gas", "Gas", True),
    ],
)
def test_capitals(form: str, text: str, fits: bool) -> None:
    assert fits_case(form, text) is fits


def test_matcher_finds_the_longest_and_all() -> None:
    matcher = Matcher([("space", 1), ("space station", 2), ("station", 3), ("low-Earth orbit", 4)])
    tokens = tokenize(folded("The space station left low‑Earth orbit, the space"))
    assert [value for _, _, value in matcher.find(tokens)] == [2, 4, 1]
    assert [value for _, _, value in matcher.find_all(tokens)] == [2, 1, 3, 4, 1]


def test_matcher_stops_at_the_end() -> None:
    matcher = Matcher([("gas", 1), ("gas pipeline", 2)])
    assert matcher.find(tokenize("natural gas")) == [(1, 2, 1)]
    assert list(matcher.find_all(tokenize("natural gas"))) == [(1, 2, 1)]
