"""Where a word may be divided at the end of a line, by the Hunspell patterns that pyphen brings (MPL)."""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from briefgen.compiled import compiled

_SHORTEST = 6
_BEFORE, _AFTER = 3, 3
# "l’approvisionnement," → approvisionnement
_LETTERS = re.compile(r"[^\W\d_]{6,}")
_DICTIONARIES = {"fr": "fr", "en-gb": "en_GB", "en": "en_US", "de": "de_DE", "es": "es", "it": "it_IT"}


@lru_cache(maxsize=20_000)
def hyphen_points(word: str, language: str) -> tuple[int, ...]:
    """Offsets in `word` at which a hyphen may be added; none for addresses, numbers and unknown languages."""
    if len(word) < _SHORTEST or not _is_plain(word) or "/" in word or "@" in word or "www." in word:
        return ()
    patterns = _patterns(language.lower())
    if patterns is None:
        return ()
    points: list[int] = []
    for match in _LETTERS.finditer(word):
        letters = match.group()
        if letters.isupper() or (letters[0].isupper() and not word.islower() and match.start() > 0):
            continue
        inside = _positions(patterns, letters)
        points += (match.start() + at for at in inside if _BEFORE <= at <= len(letters) - _AFTER)
    return tuple(points)


def _is_plain(word: str) -> bool:
    """Whether nothing in it is invisible, but for the no-break space between a number and what it counts: names before
    their references stay whole."""
    return word.isprintable() or (word.islower() and word.replace("\u00a0", "").replace("\u202f", "").isprintable())


Patterns = tuple[int, dict[str, tuple[int, tuple[int, ...]]]]
"""(letters of the longest, letters of a pattern → (offset, levels from there)); a word's ends are points."""


def _positions(patterns: Patterns, word: str) -> list[int]:
    """Offsets whose highest level is odd (F. M. Liang, 1983)."""
    longest, known = patterns
    pointed = f".{word.lower()}."
    levels = [0] * (len(pointed) + 1)
    for first in range(len(pointed) - 1):
        for last in range(first + 1, min(first + longest, len(pointed)) + 1):
            found = known.get(pointed[first:last])
            for at, level in enumerate(found[1], first + found[0]) if found else ():
                levels[at] = max(level, levels[at])
    return [at - 1 for at, level in enumerate(levels) if level % 2]


@lru_cache(maxsize=16)
def _patterns(language: str) -> Patterns | None:
    name = _DICTIONARIES.get(language) or _DICTIONARIES.get(language.partition("-")[0])
    spec = find_spec("pyphen")
    if name is None or spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "dictionaries" / f"hyph_{name}.dic"
    found = path.stat()
    patterns: Patterns = compiled(f"hyphens_{name}", lambda: _read(path), (str(path), found.st_size, found.st_mtime_ns))
    return patterns


def _read(path: Path) -> Patterns:
    from pyphen import HyphDict

    read = HyphDict(path)
    return read.maxlen, read.patterns
