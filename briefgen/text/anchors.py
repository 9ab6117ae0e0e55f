"""Passages found again in a text that has changed."""

_LEAST_CONTEXT = 8


def reanchor(text: str, exact: str, prefix: str, suffix: str, near: int) -> int | None:
    """Where `exact` starts in `text`: the occurrence whose surroundings agree most, the nearest to `near` among equals.

    None when it does not stand there, or when several stand there and nothing tells them apart.
    """
    places = []
    position = text.find(exact)
    while position >= 0 and exact:
        before = _common(text[:position][::-1], prefix[::-1])
        after = _common(text[position + len(exact) :], suffix)
        places.append((before + after, -abs(position - near), position))
        position = text.find(exact, position + 1)
    if not places:
        return None
    agreement, _distance, position = max(places)
    if len(places) > 1 and agreement < _LEAST_CONTEXT and -_distance > len(exact):
        return None
    return position


def _common(text: str, other: str) -> int:
    """Length of what both begin with."""
    length = 0
    for one, two in zip(text, other, strict=False):
        if one != two:
            break
        length += 1
    return length
