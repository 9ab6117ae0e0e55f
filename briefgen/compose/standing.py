"""Whether words of a source can stand alone in print, and how a name is printed short."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from briefgen.resources import resource
from briefgen.text.fold import folded, plain

_ARTICLE = re.compile(r"(?:(?:les?|la|un|une|des|du|the|an?)\s+|l')(?=\S)", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+(?:[-'][^\W_]+)*)")
_COUNTED = re.compile(r"[\W_]*(?:les|ces|the|all) (?:deux|trois|quatre|cinq|two|three|four|five|same|other|autres)\b")
"""``Les deux pays``: which ones stands elsewhere."""
_PARTICLES = frozenset("de du des la le von van der den bin ben al el di da dos del".split())


@cache
def _pointing() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(resource("assets", "formats", "standing_alone.toml").read_text(encoding="utf-8"))
    return {lang: frozenset(table[lang].split()) for lang in ("fr", "en")} | {
        "time": frozenset(table["time"]["words"].split())
    }


_DEMONSTRATIVE = re.compile(r"\b(?:ce|cet|cette|ces|this|these|those) (?!of |who |qui |que |dont )(?P<noun>[^\W\d_]+)")


def points_back(text: str) -> bool:
    """Whether a demonstrative inside `text` points to another sentence ("ce vaccin"), and not to now ("cette année")."""
    found = _DEMONSTRATIVE.finditer(folded(text))
    return any(
        one["noun"].removesuffix("s") not in _pointing()["time"] and one["noun"] not in _pointing()["time"]
        for one in found
    )


_OF_ONESELF = frozenset("je nous j'ai j'espère notre nos mon ma mes i we i'm we're our my on c'est".split())
"""Words of the speaker's own that a quotation may begin with."""
_EXPLAINED = re.compile(r"\W*\w+(?:['’]\w+)? \[")
"""``S'ils [les voisins] veulent``: the article itself says who is meant."""


def opens_clearly(quoted: str, lang: str, goes_on: bool = False) -> bool:
    """Whether a quotation begins with what the page tells; what follows it in one block (`goes_on`) may point back to it."""
    if quoted.partition(" ")[0].lower().replace("’", "'") in _OF_ONESELF or _EXPLAINED.match(quoted):
        return True
    return stands_alone(quoted, lang) and (goes_on or not points_back(quoted))


def stands_alone(text: str, lang: str) -> bool:
    """Whether `text` does not begin with a word that points outside it."""
    found = _FIRST_WORD.match(folded(text))
    if not found or _COUNTED.match(folded(text)):
        return False
    word = found[1]
    pointing = _pointing().get(lang, frozenset())
    return word not in pointing and word.partition("'")[0] + "'" not in ("qu'", "c'", "s'", "j'", "n'", "t'", "m'")


_OWNED = re.compile(r"\b(?:son|sa|ses|leurs?|celui|celle|ceux|celles|its|their|his|her|theirs|hers)\b")

_HANGING = re.compile(
    r"(?:(?:de|du|à|au|aux|en|sur|pour|par|avec|dans|of|in|on|for|to|by|with|from|at|worth|than|que)\s|d')"
)


def points_outside(phrase: str) -> bool:
    """Whether a noun phrase speaks of someone it does not name ("Russie pour son invasion") or hangs on words before it."""
    return bool(_OWNED.search(folded(phrase)) or _HANGING.match(folded(phrase)))


def without_article(text: str) -> str:
    """`text` without the article that begins it."""
    found = _ARTICLE.match(plain(text))
    return text[found.end() :] if found else text


def capitalized(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


@cache
def _family_first() -> frozenset[str]:
    lines = resource("assets", "formats", "family_name_first.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def short_name(name: str) -> str:
    """``S. Lavrov``, ``J. F. Plumb``, ``U. von der Leyen``; a name whose family part stands first is kept whole."""
    parts = name.split()
    if len(parts) < 2 or parts[0] in _family_first() or any(part.isupper() and len(part) > 2 for part in parts):
        return name
    cut = len(parts) - 1
    while cut > 1 and parts[cut - 1].lower() in _PARTICLES:
        cut -= 1
    if any(not part[:1].isupper() for part in parts[:cut]):
        return name
    return " ".join((*map(_initial, parts[:cut]), *parts[cut:]))


def _initial(word: str) -> str:
    """``J.`` of John, ``J.-L.`` of Jean-Luc."""
    return "-".join(f"{part[0]}." for part in word.split("-") if part)
