"""One character for one character: forms that are matched, with offsets unchanged."""

_APOSTROPHES = "’ʼ′‛＇`´"
_SPACES = "\u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\u2005\u2006\u3000\t"
_HYPHENS = "\u2010\u2011"
_PLAIN = {ord(c): "'" for c in _APOSTROPHES} | {ord(c): " " for c in _SPACES} | {ord(c): "-" for c in _HYPHENS}


def plain(text: str) -> str:
    """`text` with one kind of apostrophe, space and hyphen; same length, case kept."""
    return text.translate(_PLAIN)


def folded(text: str) -> str:
    """`plain(text)` in lower case; same length (İ is the one character whose lower case is longer)."""
    return plain(text).replace("İ", "i").lower()
