"""Amounts as the press writes them: tables of phrases with value, unit and bound of each amount."""

from pathlib import Path

import pytest

from briefgen.extract.dates import find_dates
from briefgen.extract.quantities import find_quantities
from briefgen.model.evidence import Fact
from briefgen.text.analysis import analyze

TABLES = {language: Path(__file__).with_name(f"press_{language}.txt") for language in ("fr", "en")}


def rows():
    for language, table in TABLES.items():
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("# "):
                text, _, values = line.rpartition(" | ")
                yield pytest.param(language, text, [] if values == "-" else values.split("; "), id=text)


def number(value: float | int | None) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def brief(fact: Fact) -> str:
    ends = f"{number(fact.low)}..{number(fact.high)}" if fact.value is None else number(fact.value)
    mark = "#" if fact.type == "ordinal" else ""
    return " ".join(part for part in (mark + ends, fact.unit, fact.bound and f"@{fact.bound}") if part)


@pytest.mark.parametrize(("language", "text", "expected"), list(rows()))
def test_amounts_of_press_phrases(language, text, expected):
    analysis = analyze(text, language, "2023-05-17")

    assert [brief(fact) for fact in find_quantities(analysis, find_dates(analysis))] == expected
