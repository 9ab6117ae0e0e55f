"""Where a word may be divided at the end of a line, by the Hunspell patterns that pyphen brings (MPL)."""

import re
from functools import lru_cache
from typing import Any

_SHORTEST = 6
_BEFORE, _AFTER = 3, 3
# "l’approvisionnement," → approvisionnement
_LETTERS = re.compile(r"[^\W\d_]{6,}")
_DICTIONARIES = {"fr": "fr", "en-gb": "en_GB", "en": "en_US", "de": "de_DE", "es": "es", "it": "it_IT"}


@lru_cache(maxsize=20_000)
def hyphen_points(word: str, language: str) -> tuple[int, ...]:
    """Offsets in `word` at which a hyphen may be added; none for addresses, numbers and unknown languages."""
    if len(word) < _SHORTEST or not word.isprintable() or "/" in word or "@" in word or "www." in word:
        return ()
    patterns = _patterns(language.lower())
    if patterns is None:
        return ()
    points: list[int] = []
    for match in _LETTERS.finditer(word):
        letters = match.group()
        if letters.isupper() or (letters[0].isupper() and not word.islower() and match.start() > 0):
            continue
        inside = (int(at) for at in patterns.positions(letters))
        points += (match.start() + at for at in inside if _BEFORE <= at <= len(letters) - _AFTER)
    return tuple(points)


@lru_cache(maxsize=16)
def _patterns(language: str) -> Any:
    name = _DICTIONARIES.get(language) or _DICTIONARIES.get(language.partition("-")[0])
    if name is None:
        return None
    import pyphen

    return pyphen.Pyphen(lang=name, left=_BEFORE, right=_AFTER)
