"""Which stretch of the page each printed item takes: no two items take the same one, for what is printed twice must stand twice."""

from bisect import bisect_left, insort
from collections.abc import Sequence

from briefgen.verify.wording import Words, find

Stretch = tuple[int, int]
"""Squeezed offsets, half-open."""


def locate(texts: Sequence[str], words: Words) -> list[Stretch | None]:
    """The stretch of each text, in print order: after the one before it, else wherever it stands free (a reviewer moved it);
    None where it stands nowhere word for word."""
    taken: list[Stretch] = []
    found: list[Stretch | None] = []
    last = 0
    for text in texts:
        place = _free(text, words, last, taken) or (_free(text, words, 0, taken) if last else None)
        if place is not None:
            insort(taken, place)
            last = place[1]
        found.append(place)
    return found


def _free(text: str, words: Words, start: int, taken: Sequence[Stretch]) -> Stretch | None:
    """The first place from `start` on that touches none of those taken."""
    place = find(text, words, start)
    while place is not None:
        blocked = _blocking(place, taken)
        if blocked is None:
            return place
        place = find(text, words, max(blocked[1], place[0] + 1))
    return None


def _blocking(place: Stretch, taken: Sequence[Stretch]) -> Stretch | None:
    at = bisect_left(taken, place)
    near = taken[max(at - 1, 0) : at + 1]
    return next((other for other in near if other[0] < place[1] and place[0] < other[1]), None)


def around(index: int, found: Sequence[Stretch | None], end: int) -> Stretch:
    """Between the nearest items that were found before and after: where an altered one should stand."""
    before = next((place[1] for place in reversed(found[:index]) if place is not None), 0)
    after = next((place[0] for place in found[index + 1 :] if place is not None), end)
    return (before, after) if before < after else (0, end)


def neighborhood(place: Stretch, taken: Sequence[Stretch], end: int) -> Stretch:
    """From the end of the stretch before it to the start of the next one, of the sorted `taken`: with its introduction and its
    attribution."""
    at = bisect_left(taken, place)
    return taken[at - 1][1] if at else 0, taken[at + 1][0] if at + 1 < len(taken) else end
