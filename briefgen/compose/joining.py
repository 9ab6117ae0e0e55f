"""Quotations of one speaker that follow one another: one block, " […] " between them."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from briefgen.compose.ledger import Entry
from briefgen.model.evidence import Quote, Said

_FURTHEST = 200
"""Characters of the article between them: no more than who goes on ("Il a ajouté :")."""
_MOST_WORDS = 75


def joined_quotes(quotes: Iterable[Entry], home: Callable[[Entry], str | None]) -> list[Entry]:
    """`quotes` with each that goes on with the one before, in the same section, joined to it (`Entry.joined`)."""
    found: list[Entry] = []
    for entry in sorted(quotes, key=lambda e: (e.source, e.element.start)):
        if found and home(found[-1]) == home(entry) and _goes_on(found[-1], entry):
            found[-1] = _joined(found[-1], entry)
        else:
            found.append(entry)
    return found


def _joined(first: Entry, second: Entry) -> Entry:
    members = tuple(dict.fromkeys((*first.members, *second.members)))
    return replace(first, joined=(*first.joined, second), members=members, rank=max(first.rank, second.rank))


def _goes_on(first: Entry, second: Entry) -> bool:
    """Whether the same person goes on without a new occasion, both word for word, and short enough together."""
    last = first.joined[-1] if first.joined else first
    before, after = last.element, second.element
    assert isinstance(before, Quote)
    assert isinstance(after, Quote)
    if first.source != second.source or not 0 <= after.start - before.end <= _FURTHEST:
        return False
    if before.kind != "direct" or after.kind != "direct" or after.said != Said():
        return False
    same = before.speaker is not None and after.speaker is not None and before.speaker.name == after.speaker.name
    words = sum(len(one.element.text.split()) for one in (first, *first.joined, second))
    return same and words <= _MOST_WORDS
