"""Ranks: "quatrième", "22e", "third"; centuries in Roman figures. Which order a rank belongs to is for the records."""

from functools import cache

from briefgen.extract.numerals import read_ordinal
from briefgen.extract.quantities.lexicons import context_words
from briefgen.extract.quantities.scene import Scene

_ENDINGS = ("e", "ème", "eme", "er", "re", "ère", "es")
_AGES = frozenset("siècle siècles siecle siècle millénaire millénaires arrondissement république et ou au à".split())


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
