"""All that was found in one source."""

from dataclasses import dataclass
from typing import Any

from briefgen.model.evidence import Evidence, Fact, Pair, Quote, TopicHit
from briefgen.model.finding import Finding
from briefgen.model.mention import Mention
from briefgen.model.record import to_record
from briefgen.model.source import Boilerplate, Source


@dataclass(frozen=True, slots=True)
class Extraction:
    """One source with its evidence; `to_dict()` is one object of ``briefgen extract``."""

    source: Source
    text: str
    sentences: tuple[Pair, ...]
    boilerplate: tuple[Boilerplate, ...]
    topics: tuple[TopicHit, ...]
    quotes: tuple[Quote, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """Lexicon entries in text order; not part of the JSON."""

    def evidence(self) -> list[Evidence]:
        """Quotes and facts in text order."""
        found: list[Evidence] = [*self.quotes, *self.facts]
        return sorted(found, key=lambda e: (e.start, e.end))

    def to_dict(self) -> dict[str, Any]:
        """The contract's object; `text[start:end]` of every element equals its own text."""
        names = ("source", "text", "sentences", "boilerplate", "topics", "quotes", "facts", "findings")
        return {name: to_record(getattr(self, name)) for name in names}


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The same matter in several places; members are ``SOURCE:f1``."""

    facts: tuple[str, ...]
    relation: str
    """same | copy | update | conflict"""
