"""The news of an article: its first sentence, where that tells what the title says or what happened that week."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefgen.compose.extracts import Extract, extract_of
from briefgen.compose.ledger import Entry
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Fact
from briefgen.model.extraction import Extraction
from briefgen.text.fold import folded

_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 5
_SHARED = 2
_NEAR_DAYS = 8
_RANK = 1.0
"""Of the lead among the other sentences: what an article opens with is what it is about."""


def leads(entries: Iterable[Entry], voice: Voice) -> Iterator[Extract]:
    """The lead of each article that has one, with the best of its evidence; it prints where no line of ours tells it all."""
    best: dict[str, Entry] = {}
    for entry in entries:
        fact = entry.element
        if (
            isinstance(fact, Fact)
            and fact.sentence == entry.extraction.lead
            and _is_better(entry, best.get(entry.source))
        ):
            best[entry.source] = entry
    for entry in best.values():
        found = extract_of(replace(entry, rank=max(entry.rank, _RANK)), voice) if is_news(entry.extraction) else None
        if found is not None:
            yield found


def _is_better(entry: Entry, other: Entry | None) -> bool:
    return other is None or (entry.element.offered, entry.rank) > (other.element.offered, other.rank)


def is_news(extraction: Extraction) -> bool:
    """Whether the first sentence is the news, and not the scene with which a feature opens."""
    lead = extraction.lead
    if lead is None:
        return False
    shared = _stems(extraction.source.title or "") & _stems(extraction.text[lead[0] : lead[1]])
    return len(shared) >= _SHARED or any(
        fact.offered and _is_fresh(fact.date, extraction.source.published)
        for fact in extraction.facts
        if fact.sentence == lead
    )


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(folded(text))}


def _is_fresh(day: str | None, published: str | None) -> bool:
    """Whether a day lies in the week of the publication."""
    try:
        apart = date.fromisoformat(published or "") - date.fromisoformat(day or "")
    except ValueError:
        return False
    return abs(apart.days) <= _NEAR_DAYS
