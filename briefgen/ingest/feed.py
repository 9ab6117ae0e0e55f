"""RSS and Atom files: an entry a source."""

import calendar
import datetime
import re
from typing import Any

from briefgen.errors import NotASource, SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.reading import Part
from briefgen.model.source import MetadataValue

_TAG = re.compile(r"<[^>]+>")
_BLOCK = re.compile(r"</(?:p|div|li|h\d|blockquote)>|<br\s*/?>", re.IGNORECASE)


def read(data: bytes, name: str) -> list[Part]:
    """A part an entry that holds text: its content, else its summary."""
    import feedparser

    feed = feedparser.parse(data, resolve_relative_uris=False)
    if not feed.version:
        kind = NotASource if name.lower().endswith(".xml") else SourceError
        raise kind(_("{name}: this is no RSS or Atom feed."), name=name)
    outlet = str(feed.feed.get("title", "")).strip()
    return [
        Part(_text(entry), "feed/1", "feed", _metadata(entry, outlet), part=_key(entry, i))
        for i, entry in enumerate(feed.entries)
    ]


def _text(entry: Any) -> str:
    import html

    contents = entry.get("content") or []
    markup = contents[0].get("value", "") if contents else entry.get("summary", "")
    lines = html.unescape(_TAG.sub("", _BLOCK.sub("\n", markup))).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def _key(entry: Any, number: int) -> str:
    return str(entry.get("id") or entry.get("link") or number)


def _metadata(entry: Any, outlet: str) -> dict[str, MetadataValue]:
    stated = {
        "title": entry.get("title"),
        "author": entry.get("author"),
        "url": entry.get("link"),
        "outlet": (entry.get("source") or {}).get("title") or outlet,
        "published": _day(entry.get("published_parsed") or entry.get("updated_parsed")),
    }
    return {name: MetadataValue(str(value).strip(), "page") for name, value in stated.items() if value}


def _day(moment: Any) -> str | None:
    if moment is None:
        return None
    return datetime.datetime.fromtimestamp(calendar.timegm(moment), datetime.UTC).date().isoformat()
