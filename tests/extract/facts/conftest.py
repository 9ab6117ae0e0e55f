"""The facts of a sentence or a short text, from the text's own analysis on."""

from collections.abc import Callable

import pytest

from briefgen.extract.dates import find_dates
from briefgen.extract.facts import build_facts
from briefgen.extract.mentions import find_mentions
from briefgen.extract.quantities import find_quantities
from briefgen.model.evidence import Fact
from briefgen.text.analysis import analyze

Reader = Callable[..., list[Fact]]


def read_facts(text: str, language: str, published: str = "2024-05-25") -> list[Fact]:
    """All facts of the text."""
    analysis = analyze(text, language, published)
    mentions, dates = find_mentions(analysis), find_dates(analysis)
    quantities = find_quantities(analysis, dates)
    return build_facts(analysis, mentions, dates, quantities, [])


@pytest.fixture
def facts() -> Reader:
    """(text, language, published) → all facts in text order."""
    return read_facts


@pytest.fixture
def heads() -> Reader:
    """(text, language, published) → the head facts of records and events, in text order."""

    def read(text: str, language: str, published: str = "2024-05-25") -> list[Fact]:
        found = read_facts(text, language, published)
        return [f for f in found if f.part_of is None and f.rule.startswith(("record", "event"))]

    return read
