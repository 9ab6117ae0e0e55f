"""A session comes back as it was saved, and its choices are found again where a source has changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.errors import SessionError
from briefgen.model.briefing import BriefingOptions
from briefgen.model.extraction import Extraction
from briefgen.model.selection import Selection
from briefgen.model.session import Anchor, Session, SessionSource
from briefgen.pipeline import extract_text
from briefgen.sessions import anchors_of, reanchor_session
from briefgen.store.session import changed_on_disk, load_session, save_session
from briefgen.text.anchors import reanchor


@pytest.fixture
def session(tmp_path: Path) -> Session:
    source = SessionSource("ab12", str(tmp_path / "articles" / "a.txt"), "f" * 64, metadata={"author": "Anne Roy"})
    selection = Selection(
        included=frozenset({"ab12:q2", "ab12:f1"}), wording={"ab12:f1": "Ma ligne."}, order=("ab12:q2",)
    )
    anchors = {"ab12:f1": Anchor(3, 8, "douze", "abc", "def")}
    return Session(BriefingOptions(("space",), "fr", header={"from": "Moi"}), selection, (source,), anchors)


def test_a_session_comes_back_as_it_was(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "work.briefgen"
    digest = save_session(session, path)

    again, loaded = load_session(path)

    assert replace(again, sources=()) == replace(session, sources=())
    assert [Path(s.path).resolve() for s in again.sources] == [Path(s.path) for s in session.sources]
    assert loaded == digest


def test_a_session_file_is_plain_sorted_and_names_no_absolute_path(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "work.briefgen"
    save_session(session, path)

    text = path.read_text(encoding="utf-8")

    assert str(tmp_path) not in text
    assert json.loads(text)["selection"]["included"] == ["ab12:f1", "ab12:q2"]
    assert json.loads(text)["sources"][0]["path"] == "articles/a.txt"


def test_a_change_on_disk_is_seen(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "work.briefgen"
    digest = save_session(session, path)
    assert not changed_on_disk(path, digest)

    path.write_text(path.read_text() + " ")

    assert changed_on_disk(path, digest)


@pytest.mark.parametrize(
    ("content", "words"),
    [("{", "damaged"), ("[]", "no briefgen session"), ('{"format": "briefgen-session", "version": 99}', "newer"),
     ('{"format": "briefgen-session", "version": 1, "sources": [{}]}', "damaged")],
)  # fmt: skip
def test_a_file_that_is_no_session_is_told(content: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "work.briefgen"
    path.write_text(content)

    with pytest.raises(SessionError, match=words):
        load_session(path)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Le prix est de douze euros.", 15),
        ("Ajout au début. Le prix est de douze euros.", 31),
        ("Le prix est de treize euros.", None),
        ("douze pommes ; Le prix est de douze euros.", 30),
    ],
)
def test_a_passage_is_found_by_its_words_and_what_stands_around_it(text: str, place: int | None) -> None:
    assert reanchor(text, "douze", "Le prix est de ", " euros.", 15) == place


def article(*lines: str) -> Extraction:
    return extract_text("\n\n".join(lines), "fr", "2026-03-10")


MOON = "« Nous retournons sur la Lune avec nos satellites », a déclaré Anne Roy, directrice de l’agence spatiale."
MARS = "« Mars attendra encore dix ans », a déclaré Paul Mercier, directeur de l’agence spatiale."


def on(extraction: Extraction) -> Session:
    """A session in which every quote was left out, the first one retagged, and the source graded."""
    id = extraction.source.id
    quotes = [f"{id}:{quote.id}" for quote in extraction.quotes]
    selection = Selection(excluded=frozenset(quotes), topics={quotes[0]: "space"}, grades={id: "B2"})
    source = SessionSource(id, "a.txt", extraction.source.sha256)
    return Session(BriefingOptions(), selection, (source,), anchors_of(selection, [extraction]))


def test_choices_follow_their_words_into_a_changed_source() -> None:
    before, now = article(MOON, MARS), article("Un début ajouté. « Rien ne presse », a déclaré Jean Petit.", MOON, MARS)

    anchored = reanchor_session(on(before), {before.source.id: now})

    named = {
        now.text[q.start : q.end]
        for q in now.quotes
        if f"{now.source.id}:{q.id}" in anchored.session.selection.excluded
    }
    assert named == {q.text for q in before.quotes}
    assert anchored.session.selection.grades == {now.source.id: "B2"}
    assert [finding.code for finding in anchored.findings] == ["source_changed"]


def test_a_passage_that_is_gone_is_told_and_kept_apart() -> None:
    before, now = article(MOON, MARS), article(MOON)

    anchored = reanchor_session(on(before), {before.source.id: now})

    assert [anchor.exact for anchor in anchored.lost.values()] == ["Mars attendra encore dix ans"]
    assert len(anchored.session.selection.excluded) == 1
    assert [finding.code for finding in anchored.findings] == ["source_changed", "passage_lost"]


def test_a_source_that_cannot_be_read_loses_no_choice() -> None:
    session = on(article(MOON, MARS))

    anchored = reanchor_session(session, {})

    assert anchored.session == session
    assert anchored.findings == ()
