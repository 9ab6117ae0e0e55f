"""One character changed anywhere in what is printed is noticed, in every format and template."""

import random
from dataclasses import replace

import pytest

from briefgen.pipeline import Built, Reading, build_briefing, read_sources, sample_sources
from briefgen.verify.compare import compare
from briefgen.verify.locate import locate
from briefgen.verify.visible import Visible, read_visible
from briefgen.verify.wording import squeeze

TOPICS = ["space", "energy", "sanctions", "health"]


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_sources([sample_sources()])


def built(template: str) -> Built:
    return build_briefing([sample_sources()], topics=TOPICS, lang="fr", template=template, date="2026-03-20")


def places(page: Visible) -> list[int]:
    """Offsets of the page's characters that belong to a printed item or to who says it, so far as they stand on it once."""
    words = squeeze(page.text)
    items = [item for section in page.evidence["sections"] for item in section["items"]]
    texts = [text for item in items for text in (item["attribution"] or "", item["text"])]
    stretches = locate([text for text in texts if len(text) > 12], words)
    return sorted({words.places[at] for place in stretches if place for at in range(*place)})


def changed(text: str, at: int) -> str:
    sign = text[at]
    other = str((int(sign) + 1) % 10) if sign.isdecimal() else "x" if sign != "x" else "y"
    return text[:at] + other + text[at + 1 :]


@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
@pytest.mark.parametrize("template", ["note", "digest", "dossier"])
def test_no_changed_character_goes_unnoticed(template, format, reading):
    page = read_visible(built(template).render(format), f"b.{format}")
    assert {v.status for v in compare(page.text, page.evidence, reading.extractions)} == {"ok"}

    for at in random.Random(7).sample(places(page), 60):
        verdicts = compare(changed(page.text, at), page.evidence, reading.extractions)
        assert any(verdict.status != "ok" for verdict in verdicts), page.text[max(at - 30, 0) : at + 20]


def test_a_changed_cell_is_told_by_its_own_words(reading):
    page = read_visible(built("note").render("docx"), "b.docx")
    rows = [i["text"] for s in page.evidence["sections"] for i in s["items"] if i["text"].count("\t") > 2]
    row = next(row for row in rows if row.split("\t")[1].strip("–"))
    cell = row.split("\t")[1]
    at = page.text.index("\n" + cell + "\n") + 1
    tampered = page.text[:at] + cell[:-1] + "ß" + page.text[at + len(cell) :]

    (verdict,) = [v for v in compare(tampered, page.evidence, reading.extractions) if v.status != "ok"]

    assert (verdict.status, verdict.where, verdict.source) == ("altered", "page", " ".join(cell.split()))
    assert "ß" in verdict.printed


def test_a_reviewer_may_move_an_item():
    words = squeeze("Premier point. Deuxième point. Troisième point.")

    found = locate(["Deuxième point.", "Premier point.", "Troisième point."], words)

    assert all(found)


def test_what_is_printed_twice_must_stand_twice():
    assert locate(["Voir aussi.", "Voir aussi."], squeeze("Voir aussi. Voir ausxi."))[1] is None


def test_a_template_may_leave_out_who_says_it(reading):
    page = read_visible(built("note").render("html"), "b.html")
    quote = next(i for s in page.evidence["sections"] for i in s["items"] if i["kind"] == "quote")
    bare = page.text.replace(quote["attribution"], "")
    assert bare != page.text

    shown = replace(page, text=bare)
    assert {v.status for v in compare(shown.text, shown.evidence, reading.extractions)} == {"ok"}
