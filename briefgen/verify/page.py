"""What stands on the page where each printed item should stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefgen.verify.locate import Stretch, around, locate, neighborhood
from briefgen.verify.wording import Words, find, nearest, squeeze

Fault = tuple[str, str]
"""The wording of the page, empty if nothing there is like it, and the wording it should have."""
_AROUND = ("introduction", "attribution", "mentions")
"""What is printed around an item's own words, if the template prints it."""
_ALIKE = 0.8
"""From this likeness on something else stands in its place: below, the template left it out."""
# "[2] La Vigie, 10 mars 2026." → 2, the line
_NOTE = re.compile(r"\[(\d+)\]\s+(.+)", re.DOTALL)
_MARK = re.compile(r"\[\d+\]")


def page_faults(items: Sequence[Mapping[str, Any]], words: Words) -> list[Fault | None]:
    """One an item, in print order; None where it stands word for word, a table's row with its cells in their order."""
    page = _Page(items, words)
    return [page.fault(index) for index in range(len(items))]


def altered_references(
    sources: Sequence[Mapping[str, Any]], words: Words, notes: Sequence[str] = ()
) -> Iterator[tuple[str, Fault]]:
    """(number, fault) of the lines of the list of sources, and of the `notes` that say the same, that were altered; a
    template may leave them out, and a reviewer may add notes."""
    numbered = [match.groups() for note in notes if (match := _NOTE.match(note))]
    for source in sources:
        number, line = str(source.get("number")), str(source.get("reference") or "")
        pages = [words, *(squeeze(said) for mark, said in numbered if mark == number)]
        for page in pages:
            seen = nearest(line, page, _ALIKE) if find(line, page) is None else None
            if seen:
                yield number, (seen, line)


class _Page:
    def __init__(self, items: Sequence[Mapping[str, Any]], words: Words) -> None:
        self._items, self._words = items, words
        self._end = len(words.squeezed)
        self._found = locate([str(item["text"]) for item in items], words)
        self._taken = sorted(place for place in self._found if place is not None)
        self._told = 0
        """To where the words around the items before are known."""

    def fault(self, index: int) -> Fault | None:
        """Called in print order, for what one item has around it is not the next one's."""
        place = self._found[index]
        return self._around(self._items[index], place) if place is not None else self._instead(index)

    def _around(self, item: Mapping[str, Any], place: Stretch) -> Fault | None:
        low, high = neighborhood(place, self._taken, self._end)
        if low <= self._told <= place[0]:
            low = self._told
        near, last = self._words.between(low, high), place[1]
        for said in (str(item.get(name) or "") for name in _AROUND):
            where = find(said, near)
            if where is not None:
                last = max(last, low + where[1])
            elif seen := nearest(said, near, _ALIKE):
                return seen, said
        self._told = last
        return self._marks(item, near)

    def _marks(self, item: Mapping[str, Any], near: Words) -> Fault | None:
        """The references around it: others than its own, and not all of its own."""
        own = [f"[{number}]" for number in item.get("references", ())]
        printed = _MARK.findall(near.squeezed)
        if set(own) <= set(printed) or set(printed) <= set(own):
            return None
        return " ".join(printed), " ".join(own)

    def _instead(self, index: int) -> Fault:
        """The cell or the whole text that was altered, and what stands there."""
        text = str(self._items[index]["text"])
        near = self._words.between(*around(index, self._found, self._end))
        cells = [piece for piece in text.split("\t") if piece.strip()]
        changed = next((piece for piece in cells if find(piece, near) is None), "") if len(cells) > 1 else ""
        for wanted, where in ((changed, near), (text, near), (text, self._words)):
            seen = nearest(wanted, where) if wanted else None
            if seen and squeeze(seen).squeezed != squeeze(wanted).squeezed:
                return seen, " ".join(wanted.split())
        return "", " ".join(text.split())
