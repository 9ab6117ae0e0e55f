"""Dates as the press writes them: tables of phrases with the TIMEX3 value and the bound of each date."""

from pathlib import Path

import pytest

from briefgen.extract.dates import find_dates
from briefgen.model.evidence import Fact
from briefgen.text.analysis import analyze

TABLES = {language: Path(__file__).with_name(f"press_{language}.txt") for language in ("fr", "en")}


def rows():
    for language, table in TABLES.items():
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, values = line.rpartition(" | ")
                yield pytest.param(language, text, [] if values == "-" else values.split("; "), id=text)


def brief(fact: Fact) -> str:
    bound = fact.date_bound or fact.bound
    return f"{fact.timex or fact.date}@{bound}" if bound else str(fact.timex or fact.date)


@pytest.mark.parametrize(("language", "text", "expected"), list(rows()))
def test_dates_of_press_phrases(language, text, expected):
    found = find_dates(analyze(text, language, "2023-05-17"))

    assert [brief(fact) for fact in found] == expected
