"""The shipped sample sources: what two outlets tell differently, what is a copy, and how every fact reads in both languages.

``BRIEFGEN_GOLDEN=write pytest tests/compose/test_samples.py`` writes the golden file; read it before you keep it.
"""

import os
from functools import cache
from pathlib import Path

from briefgen.compose.factline import fact_line, fact_sentence
from briefgen.compose.ledger import read_ledger
from briefgen.compose.voice import voice
from briefgen.model.evidence import Fact
from briefgen.model.selection import Selection
from briefgen.pipeline import Reading, read_sources, sample_sources

GOLDEN = Path(__file__).parent.parent / "golden" / "samples_facts.txt"
DAY = "2026-03-16"


@cache
def samples() -> Reading:
    return read_sources([sample_sources()])


def facts() -> dict[str, Fact]:
    """Evidence id → fact."""
    return {f"{one.source.id}:{fact.id}": fact for one in samples().extractions for fact in one.facts}


def groups(relation: str) -> list[list[Fact]]:
    known = facts()
    return [[known[name] for name in group.facts] for group in samples().groups if group.relation == relation]


def test_two_outlets_with_other_figures_are_in_conflict():
    amounts = [{fact.value for fact in group} for group in groups("conflict")]

    assert {1_900_000, 2_100_000} in amounts
    assert {410_000_000, 435_000_000} in amounts


def test_a_wire_copy_is_no_origin_of_its_own():
    paths = {one.source.id: Path(one.source.path or "").name for one in samples().extractions}
    copies = {paths[source]: paths[origin] for source, origin in samples().origins.items() if source != origin}

    assert copies == {"06_sanctions_reprise.txt": "05_depeche_sanctions.txt"}


def test_a_level_and_its_change_are_one_fact():
    (level,) = [fact for fact in facts().values() if fact.value == 1_900_000]

    assert level.change is not None
    assert (level.change.value, level.change.unit, level.change.direction) == (18, "percent", "up")
    assert level.change.base == "previous_year"


def told(document: str) -> dict[str, str]:
    """Evidence id of every offered fact → its composed line, or "…" where its sentence prints in the source's own words."""
    speak = voice(document, DAY)
    ledger = read_ledger(samples().extractions, samples().groups, Selection())
    lines = {entry.id: fact_line(entry, speak) for entry in ledger.facts()}
    return {name: str(fact_sentence(line, speak)) if line else "…" for name, line in lines.items()}


def test_every_line_of_ours_reads_right_in_both_languages():
    french, english, known = told("fr"), told("en"), facts()
    texts = {one.source.id: one.text for one in samples().extractions}
    rows = []
    for name in (name for name in french if {french[name], english[name]} != {"…"}):
        start, end = known[name].sentence
        sentence = " ".join(texts[name.rpartition(":")[0]][start:end].split())
        rows.append(f"{sentence}\n    {known[name].text}\n    fr: {french[name]}\n    en: {english[name]}\n")
    made = "\n".join(sorted(dict.fromkeys(rows))).replace("\u202f", "~").replace("\xa0", "~")
    if os.environ.get("BRIEFGEN_GOLDEN") == "write":
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")
