"""Reference files beside articles (Zotero's CSL-JSON or RIS): metadata for the articles of a folder."""

import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefgen.frozen import dataclass
from briefgen.model.source import MetadataValue

Fields = Mapping[str, str]
_RIS_LINE = re.compile(r"^(?P<tag>[A-Z][A-Z0-9])  - ?(?P<value>.*)$", re.MULTILINE)
_RIS_FIELDS = {
    "TI": "title",
    "T1": "title",
    "AU": "author",
    "A1": "author",
    "JO": "outlet",
    "T2": "outlet",
    "JF": "outlet",
    "UR": "url",
}
_LEAST_TITLE = 15
"""A title or address must have more characters than this to tell an article by."""
_SPACE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of a reference file, with what it is recognized by."""

    fields: Fields
    title: str
    """Flat; empty when it is too short to tell one article from another."""
    url: str
    names: frozenset[str]
    """Names of the files that the item says it is about."""


def sidecar_metadata(path: Path, text: str) -> Mapping[str, MetadataValue]:
    """What a reference file in the article's folder says of it: found by file name, by address, or by a title at its head."""
    head = _flat(text[:600])
    for reference in _references(path.parent):
        if path.name in reference.names or _stands_in(reference, head, text):
            return {name: MetadataValue(value, "sidecar") for name, value in reference.fields.items() if name != "file"}
    return {}


def references_digest(folder: Path) -> str:
    """Eight digits that change with the reference files of the folder; empty where there are none."""
    files = _files(folder, _stamp(folder))
    return _digest(files, tuple(map(_stamp, files))) if files and _references(folder) else ""


def _stands_in(reference: Reference, head: str, text: str) -> bool:
    return bool(reference.title and reference.title in head) or bool(reference.url and reference.url in text)


def _flat(words: str) -> str:
    return _SPACE.sub(" ", words).strip().casefold()


def _references(folder: Path) -> tuple[Reference, ...]:
    files = _files(folder, _stamp(folder))
    return tuple(reference for file in files for reference in _read(file, _stamp(file)))


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=64)
def _files(folder: Path, _stamp: int) -> tuple[Path, ...]:
    return tuple(sorted((*folder.glob("*.json"), *folder.glob("*.ris"))))


@lru_cache(maxsize=64)
def _digest(files: tuple[Path, ...], _stamps: tuple[int, ...]) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


@lru_cache(maxsize=64)
def _read(file: Path, _stamp: int) -> tuple[Reference, ...]:
    try:
        text = file.read_text(encoding="utf-8-sig")
        return tuple(map(_reference, _csl(text) if file.suffix == ".json" else _ris(text)))
    except (OSError, ValueError, TypeError, AttributeError):
        return ()


def _reference(fields: Fields) -> Reference:
    title, url = _flat(fields.get("title", "")), fields.get("url", "")
    names = (re.split(r"[/\\]", place.strip())[-1] for place in re.split(r"[:;\n]", fields.get("file", "")))
    long = _LEAST_TITLE
    return Reference(
        fields, title if len(title) > long else "", url if len(url) > long else "", frozenset(filter(None, names))
    )


def _csl(text: str) -> list[Fields]:
    items = json.loads(text)
    return (
        [_csl_fields(item) for item in items if isinstance(item, dict) and "title" in item]
        if isinstance(items, list)
        else []
    )


def _csl_fields(item: Mapping[str, Any]) -> Fields:
    names = [_name(author) for author in item.get("author", ())]
    dates = (item.get("issued") or {}).get("date-parts") or [[]]
    published = "-".join(f"{int(part):02d}" if place else f"{int(part):04d}" for place, part in enumerate(dates[0]))
    known = {
        "title": item.get("title"), "outlet": item.get("container-title") or item.get("publisher"),
        "author": ", ".join(filter(None, names)), "published": published, "url": item.get("URL"), "file": item.get("note") or item.get("file"),
    }  # fmt: skip
    return {name: str(value) for name, value in known.items() if value}


def _name(author: Mapping[str, Any]) -> str:
    return str(author.get("literal") or f"{author.get('given', '')} {author.get('family', '')}".strip())


def _ris(text: str) -> list[Fields]:
    records: list[dict[str, str]] = []
    for match in _RIS_LINE.finditer(text):
        tag, value = match["tag"], match["value"].strip()
        if tag == "TY":
            records.append({})
        elif records and value:
            _take(records[-1], tag, value)
    return [record for record in records if record]


def _take(record: dict[str, str], tag: str, value: str) -> None:
    if tag in ("DA", "PY", "Y1"):
        digits = [part for part in value.split("/") if part.isdigit()]
        if len("-".join(digits)) > len(record.get("published", "")):
            record["published"] = "-".join(digits[:3])
    elif tag in ("L1", "L2", "N1"):
        record["file"] = f"{record.get('file', '')} {value}".strip()
    elif tag in _RIS_FIELDS:
        name = _RIS_FIELDS[tag]
        joined = f"{record[name]}, {value}" if tag in ("AU", "A1") and name in record else value
        if name == "author" or name not in record:
            record[name] = joined
