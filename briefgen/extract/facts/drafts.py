"""Records of a sentence on their way to facts, and what they share."""

from dataclasses import dataclass, field

from briefgen.extract.facts.nouns import Range
from briefgen.extract.facts.reading import Reading
from briefgen.model.evidence import Attribution, Fact


@dataclass(slots=True)
class Draft:
    """A head on its way: its fact, and the facts that are parts of it."""

    fact: Fact
    parts: list[Fact] = field(default_factory=list)
    clause: int = 0
    item: Range | None = None
    head: Fact | None = None
    """The number's or date's own fact that became the head; None for an event."""
    covers: frozenset[int] = frozenset()
    """Clauses that the record tells."""


@dataclass(slots=True)
class Statement:
    """What all drafts of a sentence share."""

    reading: Reading
    compared: list[tuple[int, int, str]]
    sources: dict[int, Attribution]


def marked(rule: str, mark: str) -> str:
    """The rule with what was carried over surely: ``record:pair+level:plain``."""
    kind, _, rest = rule.partition(":")
    return f"{kind}:{mark}+{rest}"
