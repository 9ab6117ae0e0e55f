"""All that was found in one source."""

from typing import Any

from briefgen.frozen import dataclass
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

    @property
    def lead(self) -> Pair | None:
        """The first sentence of the body that tells something, which is the news; None where there is no such sentence."""
        title = _letters(self.source.title or "")
        for start, end in self.sentences:
            text = self.text[start:end].strip()
            aside = any(
                b.start < end and start < b.end and b.end - b.start > (end - start) / 2 for b in self.boilerplate
            )
            whole = len(text.split()) >= _LEAD_WORDS and text[-1:] in ".!?…»”"
            if whole and not aside and not (title and _letters(text).startswith(title) and "\n" not in text):
                return start, end
        return None

    def to_dict(self) -> dict[str, Any]:
        """The contract's object; `text[start:end]` of every element equals its own text."""
        names = ("source", "text", "sentences", "boilerplate", "topics", "quotes", "facts", "findings")
        return {name: to_record(getattr(self, name)) for name in names}


_LEAD_WORDS = 8


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The same matter in several places; members are ``SOURCE:f1``."""

    facts: tuple[str, ...]
    relation: str
    """same | copy | update | conflict"""
