"""Web pages: the article's text and the page's own metadata, by trafilatura."""

import re

from briefgen.errors import SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.reading import Part
from briefgen.model.source import MetadataValue

_FIELDS = {
    "title": "title",
    "author": "author",
    "date": "published",
    "sitename": "outlet",
    "url": "url",
    "language": "language",
}
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")


def read(data: bytes, name: str) -> list[Part]:
    """One part: the main text of the page; title, author, date and outlet as the page states them."""
    from trafilatura import bare_extraction

    page = bare_extraction(data, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False)
    text = (getattr(page, "text", None) or "") if page is not None else ""
    if not text.strip():
        raise SourceError(_("{name}: no article was found in this page. Save its text and add that file."), name=name)
    return [Part(text.replace("\r\n", "\n"), "html/1", "html", _metadata(page))]


def _metadata(page: object) -> dict[str, MetadataValue]:
    found = {}
    for field, ours in _FIELDS.items():
        value = getattr(page, field, None)
        if isinstance(value, str) and value.strip():
            found[ours] = MetadataValue(value.strip(), "page")
    outlet, title = found.get("outlet"), found.get("title")
    if outlet and title and title.value.endswith(outlet.value):
        found["title"] = MetadataValue(_TITLE_TAIL.sub("", title.value), "page")
    return found
