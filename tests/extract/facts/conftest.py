"""The facts of a sentence or a short text, read as the product reads it."""

from collections.abc import Callable

import pytest

from briefgen.model.evidence import Fact
from briefgen.pipeline import extract_text

Reader = Callable[..., list[Fact]]


@pytest.fixture
def heads() -> Reader:
    """(text, language, published) → the head facts of records and events, in text order."""

    def read(text: str, language: str, published: str = "2024-05-25") -> list[Fact]:
        facts = extract_text(text, language, published).facts
        return [f for f in facts if f.part_of is None and f.rule.startswith(("record", "event"))]

    return read
