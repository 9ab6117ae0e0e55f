"""For people who ask: the line that a fact makes in each document language, or why its sentence stands in the source's words."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.compose.factline import fact_line, fact_sentence
from briefgen.compose.ledger import Entry, read_ledger
from briefgen.compose.sayings import has_source
from briefgen.compose.sense import doubt
from briefgen.compose.voice import voice
from briefgen.i18n.mark import mark as _
from briefgen.model.evidence import Fact
from briefgen.model.extraction import Extraction
from briefgen.model.selection import Selection

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Told:
    """What a document in `lang` says of a fact: a line of ours, or the reason, a key of the catalogs, why there is none."""

    lang: str
    line: str
    reason: str


def told(extraction: Extraction, date: str) -> dict[str, tuple[Told, ...]]:
    """Fact id → what a document of `date` says of it in each language; only facts that are offered and are more than a date."""
    ledger = read_ledger([extraction], (), Selection())
    facts = [entry for entry in ledger.facts() if isinstance(entry.element, Fact) and entry.element.type not in _BARE]
    return {entry.element.id: tuple(_told(entry, date)) for entry in facts}


_BARE = ("date", "time", "set")


def _told(entry: Entry, date: str) -> Iterator[Told]:
    for lang in LANGUAGES:
        speak = voice(lang, date)
        line = fact_line(entry, speak)
        yield Told(lang, str(fact_sentence(line, speak)), "") if line is not None else Told(lang, "", _why(entry))


def _why(entry: Entry) -> str:
    fact = entry.element
    assert isinstance(fact, Fact)
    if not has_source(entry, fact):
        return _("who says so has no name")
    if fact.item is None and fact.predicate is None:
        return _("the sentence does not say of what")
    found = doubt(entry, fact)
    if found is not None:
        return found
    if fact.item is not None and fact.item.phrase is None:
        return _("not all words of the thing named are in the lexicons")
    return _("the rest does not stand alone, or has no form in this language")
