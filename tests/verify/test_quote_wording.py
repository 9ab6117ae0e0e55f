"""A session with words around a quotation, through the command line: every format, and the quotation still word for word."""

import json
from pathlib import Path

import pytest

from briefgen.cli.main import run
from briefgen.model.briefing import BriefingOptions
from briefgen.model.selection import Selection
from briefgen.model.session import Session, SessionSource
from briefgen.pipeline import read_sources
from briefgen.sessions import anchors_of
from briefgen.store.session import save_session
from briefgen.verify.visible import read_visible
from tests.verify.test_verify import ARTICLE

BEFORE, AFTER = "Sur cette question, la réponse est nette :", "Le ministre, à Bruxelles"


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """A session beside its article, whose first direct quotation is introduced and attributed by the analyst."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    reading = read_sources([tmp_path / "a.txt"])
    extraction = reading.extractions[0]
    quote = next(q for q in extraction.quotes if q.kind == "direct" and q.offered)
    id = f"{extraction.source.id}:{quote.id}"
    selection = Selection(frozenset({id}), wording={id: f"{BEFORE} {{quote}} {AFTER}"})
    source = SessionSource(extraction.source.id, str(tmp_path / "a.txt"), extraction.source.sha256)
    options = BriefingOptions(("space",), "fr", date="2026-03-12")
    path = tmp_path / "s.briefgen"
    save_session(Session(options, selection, (source,), anchors_of(selection, reading.extractions)), path)
    return path


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html"])
def test_the_words_are_printed_and_the_quotation_verifies(session, suffix, capsys):
    out = session.with_name(f"b.{suffix}")

    assert run(["build", str(session), "--out", str(out), "--quiet"]) == 0
    capsys.readouterr()
    assert run(["verify", str(out), "--sources", str(session.with_name("a.txt")), "--json"]) == 0

    assert {verdict["status"] for verdict in json.loads(capsys.readouterr().out)} == {"ok"}
    page = " ".join(read_visible(out.read_bytes(), out.name).text.split())
    assert page.index(BEFORE) < page.index(AFTER)


def test_the_briefing_as_data_tells_what_the_analyst_typed(session, capsys):
    out = session.with_name("b.json")

    assert run(["build", str(session), "--out", str(out), "--quiet"]) == 0

    items = [item for section in json.loads(out.read_text())["sections"] for item in section["items"]]
    typed = next(item for item in items if item["introduction"])
    assert typed["kind"] == "quote"
    assert typed["introduction"].split() == BEFORE.split()
    assert AFTER in typed["attribution"]
