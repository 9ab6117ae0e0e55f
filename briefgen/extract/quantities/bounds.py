"""Words that bound an amount: "plus de", "up to" before it, "et plus", "or so" after it."""

from briefgen.extract.quantities.lexicons import bounds_after, bounds_before
from briefgen.extract.quantities.scene import Scene
from briefgen.model.evidence import Bound

_FILLERS = frozenset("the a an les la le l' un une".split())


def bound_before(scene: Scene, first: int, free: int) -> tuple[Bound, int] | None:
    """(bound, first token of its phrase) where a bounding phrase ends at token `first`; none before `free`."""
    table = bounds_before(scene.language)
    found = _phrase_ending_at(scene, first, free, table)
    if found is None and first - 1 >= free and scene.form(first - 1) in _FILLERS:
        found = _phrase_ending_at(scene, first - 1, free, table)
    if found is None:
        return None
    if found[0] == "about" or found[1] <= free:
        outer = _phrase_ending_at(scene, found[1], free, table)
        return outer or found
    return found


def _phrase_ending_at(
    scene: Scene, first: int, free: int, table: dict[str, list[tuple[tuple[str, ...], Bound]]]
) -> tuple[Bound, int] | None:
    for rest, bound in table.get(scene.form(first - 1), ()):
        start = first - 1 - len(rest)
        if start >= free and scene.forms[start : first - 1] == rest:
            return bound, start
    return None


def bound_after(scene: Scene, last: int) -> tuple[Bound, int] | None:
    """(bound, token after its phrase) where a bounding phrase begins at token `last`."""
    if scene.form(last) in ("+", "-") and not scene.touches(last):
        return None
    for rest, bound in bounds_after(scene.language).get(scene.form(last), ()):
        end = last + 1 + len(rest)
        if scene.forms[last + 1 : end] == rest:
            return bound, end
    return None
