"""Ranks: "quatrième", "22e", "third-largest"; the order they belong to where the words say it; centuries in Roman."""

from functools import cache

from briefgen.extract.numerals import read_ordinal
from briefgen.extract.quantities.lexicons import context_words
from briefgen.extract.quantities.scene import Scene
from briefgen.model.evidence import Rank

_ENDINGS = ("e", "ème", "eme", "er", "re", "ère", "es")
_AGES = frozenset("siècle siècles siecle siècle millénaire millénaires arrondissement république et ou au à".split())
_LOW = frozenset("faible faibles bas basse petit petite lowest smallest least poorest weakest slowest".split())
_BEST = frozenset("best worst most least".split())
_BEHIND = {"fr": frozenset(("derrière", "après")), "en": frozenset(("behind", "after"))}
_ARTICLES = frozenset("le la les l' the".split())
_JOINERS = frozenset((",", "et", "and"))


def read_rank(scene: Scene, index: int) -> tuple[int, int] | None:
    """(rank, token after it) of an ordinal at token `index` that is no name ("Premier ministre") nor a second of time."""
    found = read_ordinal(scene.tokens, index, scene.language) or _roman(scene, index)
    if found is None or not isinstance(found[0], int):
        return None
    rank, last = found
    if scene.form(last) in context_words("title", scene.language) or scene.forms[last : last + 2] == ("de", "finale"):
        return None
    form = scene.form(last - 1)
    if last - index == 1 and form in ("seconds", "secondes", "seconde"):
        return None
    if form == "second" and scene.form(index - 1) in ("a", "per", "every", "each", "/"):
        return None
    return int(rank), last


@cache
def roman_centuries() -> dict[str, int]:
    """Folded Roman ordinals up to thirty: ``xxie`` → 21."""
    tens, units = ("", "x", "xx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    numbers = {tens[n // 10] + units[n % 10]: n for n in range(1, 30)} | {"xxx": 30}
    return {roman + ending: n for roman, n in numbers.items() for ending in _ENDINGS}


def _roman(scene: Scene, index: int) -> tuple[int, int] | None:
    """ "XXIe siècle": Roman figures in capitals before a word that they count."""
    value = roman_centuries().get(scene.forms[index])
    if value is None or not scene.capitalized(index) or scene.form(index + 1) not in _AGES:
        return None
    return (value, index + 1) if scene.language == "fr" else None


def order_of(scene: Scene, index: int, rank: int, last: int) -> Rank | None:
    """The order of "le quatrième total le plus élevé derrière le Brésil et l'Inde"; None where no words say it."""
    top = _superlative(scene, last)
    if top is None:
        return None
    end, direction = top
    names, after_end = _names_behind(scene, end)
    stop = after_end if names else end
    return Rank(rank, direction, names, scene.starts[index], scene.ends[stop - 1])


def _superlative(scene: Scene, last: int) -> tuple[int, str] | None:
    """(token after a superlative that follows the ordinal, direction)."""
    if scene.language == "en":
        place = last + 1 if scene.form(last) == "-" else last
        form = scene.form(place)
        if form in _BEST or (form.endswith("est") and len(form) > 5 and form not in ("interest", "request", "forest")):
            return place + 1, "lowest" if form in _LOW else "highest"
        return None
    for place in range(last, min(last + 4, len(scene.forms) - 1)):
        form = scene.forms[place]
        if form in ("plus", "moins") and (place == last or scene.forms[place - 1] in _ARTICLES):
            low = form == "moins" or scene.forms[place + 1] in _LOW
            return place + 2, "lowest" if low else "highest"
        if not form.isalpha():
            return None
    return None


def _names_behind(scene: Scene, place: int) -> tuple[tuple[str, ...], int]:
    """Names listed after "derrière" or "behind" within the next words, and the token after them."""
    for index in range(place, min(place + 8, len(scene.forms))):
        if scene.forms[index] in _BEHIND[scene.language]:
            return _names(scene, index + 1)
        if scene.forms[index] in ".;:":
            break
    return (), place


def _names(scene: Scene, place: int) -> tuple[tuple[str, ...], int]:
    names: list[str] = []
    stop = place
    while place < len(scene.forms):
        while scene.form(place) in _ARTICLES or (names and scene.form(place) in _JOINERS):
            place += 1
        start = place
        while scene.capitalized(place) or (place > start and scene.form(place) == "-" and scene.touches(place)):
            place += 1
        if place == start:
            break
        names.append(scene.surface(start, place))
        stop = place
        if scene.form(place) not in _JOINERS:
            break
    return tuple(names), stop
