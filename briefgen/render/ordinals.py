"""The letters of French ordinals, which stand raised: 1er, 2e, XXIe. The characters stay what they are."""

import re
from collections.abc import Iterator

from briefgen.model.tree import Text

# "le 1er mars", "la 1re fois", "la 76e Assemblée", "les 2es", "le XXIe siècle"
_ORDINAL = re.compile(
    r"(?<![\w.,])(?:1(?=er\b|re\b|ers\b|res\b)|\d{1,4}(?=es?\b)|[IVX]{1,6}(?=es?\b))(ers?|res?|es?)\b"
)
# "1e", "XXIe", "1re": what every ordinal has
_HINT = re.compile(r"[\dIVX][er]")
SIZE, RISE = 0.72, 0.21
"""Of the raised letters and their baseline, as parts of the size around them. Higher, and PDFium reads them as a new line."""


def may_be_raised(text: Text, lang: str) -> bool:
    """False where no letter of the text is raised, told quickly."""
    return not text.verbatim and lang.startswith("fr") and _HINT.search(text.text) is not None


def raised_parts(text: Text, lang: str) -> Iterator[tuple[str, bool]]:
    """The text in order, what is raised apart; a source's own words and other languages stay in one piece."""
    start = 0
    if may_be_raised(text, lang):
        for match in _ORDINAL.finditer(text.text):
            yield text.text[start : match.start(1)], False
            yield match.group(1), True
            start = match.end(1)
    yield text.text[start:], False
