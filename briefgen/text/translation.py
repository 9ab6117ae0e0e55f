"""Signs that a text is itself a translation: bracketed insertions left in another language."""

import re

_BRACKETED = re.compile(r"\[([^\W\d_][^\]\[\n]{1,60})\]")
_ENGLISH_SIGNS = frozenset(
    "the of and to in is that for on with by at from was were has have had will would this these their its his her "
    "it he she they we our your my a an be been being are not which who sic as or".split()
)
_FRENCH_SIGNS = frozenset(
    "le la les des du de un une et est dans que qui pour sur avec par au aux ce cette ses son sa leur leurs nous vous "
    "il elle ils elles ne pas d' l' qu' sic ndlr ndt".split()
)
_WORD = re.compile(r"[^\W\d_]+'?")
_ENGLISH_ENDINGS = ("ing", "ness", "ship")


def foreign_insertions(text: str, language: str) -> list[tuple[int, int]]:
    """Spans of bracketed insertions, brackets included, that are not in the text's own language."""
    if language not in ("fr", "en"):
        return []
    return [m.span() for m in _BRACKETED.finditer(text) if _is_foreign(m[1].lower().replace("’", "'"), language)]


def _is_foreign(words: str, language: str) -> bool:
    forms = _WORD.findall(words)
    own, other = (_FRENCH_SIGNS, _ENGLISH_SIGNS) if language == "fr" else (_ENGLISH_SIGNS, _FRENCH_SIGNS)
    if any(form in own for form in forms):
        return False
    if any(form in other for form in forms):
        return True
    return language == "fr" and any(form.endswith(_ENGLISH_ENDINGS) for form in forms)
