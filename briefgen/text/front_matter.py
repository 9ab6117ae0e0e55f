"""Front matter: `key: value` lines between two lines of three hyphens at the very start of a text."""

import re
from collections.abc import Mapping

from briefgen.model.source import MetadataValue

_BLOCK = re.compile(r"\ufeff?---[ \t]*\n(?P<body>.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
_LINE = re.compile(r"^(?P<key>[A-Za-zÀ-ÿ_ -]{2,30}?)\s*:\s*(?P<value>.+?)\s*$", re.MULTILINE)

FIELDS = {
    "title": "title", "titre": "title", "headline": "title",
    "author": "author", "auteur": "author", "by": "author", "par": "author", "byline": "author",
    "date": "published", "published": "published", "publié": "published", "publication": "published",
    "outlet": "outlet", "publisher": "outlet", "media": "outlet", "média": "outlet", "journal": "outlet",
    "source": "outlet", "site": "outlet",
    "republished_by": "republished_by", "republished by": "republished_by", "repris par": "republished_by",
    "url": "url", "link": "url", "lien": "url",
    "language": "language", "lang": "language", "langue": "language",
    "genre": "genre",
}  # fmt: skip
"""What users write → our field."""


def front_matter(text: str) -> tuple[Mapping[str, MetadataValue], int]:
    """The known fields of the front matter, and where it ends (0 when there is none)."""
    block = _BLOCK.match(text)
    if not block:
        return {}, 0
    found: dict[str, MetadataValue] = {}
    for line in _LINE.finditer(text, *block.span("body")):
        field = FIELDS.get(line["key"].lower())
        start, end = line.span("value")
        if text[start] in "\"'" and text[end - 1] == text[start] and end - start > 1:
            start, end = start + 1, end - 1
        if field and start < end:
            found.setdefault(field, MetadataValue(text[start:end], "front_matter", start, end))
    return found, block.end()
