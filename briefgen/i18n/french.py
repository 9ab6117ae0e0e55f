"""French elision and contraction around words of ours."""

import re

_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæh]", re.IGNORECASE)
_ASPIRATED = re.compile(
    r"(?:hongrie|honduras|haut|hauss|huit|hryvnia|hors|hollande|yuan|yen|y[aeiou]|onz)", re.IGNORECASE
)
_CONTRACTED = (("de le ", "du "), ("de les ", "des "), ("à le ", "au "), ("à les ", "aux "))
_WORD_START = re.compile(r"\b(?:de|à) les? ")


def of(noun: str) -> str:
    """``de dollars``, ``d'euros``."""
    return f"d'{noun}" if _VOWEL.match(noun) and not _ASPIRATED.match(noun) else f"de {noun}"


def contracted(text: str) -> str:
    """`text` with de + le → du, à + le → au, where a word of ours meets an article of ours."""
    if not _WORD_START.search(text):
        return text
    for apart, joined in _CONTRACTED:
        text = re.sub(rf"\b{apart}", joined, text)
    return text
