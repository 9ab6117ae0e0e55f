"""Suffix → reader. A reader is a module with `read(data, name) -> list[Part]`."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import cast

from briefgen.errors import SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.reading import Part

READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".eml": "email",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "warc",
    ".warc.gz": "warc",
}
Reader = Callable[[bytes, str], list[Part]]


def is_supported(name: str) -> bool:
    """Whether there is a reader for files of this name."""
    return _reader(name) is not None


def _reader(name: str) -> str | None:
    suffixes = "".join(PurePath(name).suffixes[-2:]).lower()
    return READERS.get(suffixes) or READERS.get(PurePath(name).suffix.lower())


def read_parts(data: bytes, name: str) -> list[Part]:
    """The parts of a file with the bytes `data`; SourceError when it cannot be read or holds no text."""
    reader = _reader(name)
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise SourceError(_("{name}: this kind of file is not read. Give one of: {known}."), name=name, known=known)
    if not data.strip():
        raise SourceError(_("{name}: the file is empty. Remove it or save the article again."), name=name)
    module = import_module(f"briefgen.ingest.{reader}")
    parts = [part for part in cast(Reader, module.read)(data, name) if part.text.strip()]
    if not parts:
        raise SourceError(_("{name}: no text was found in it. Save the article as text and add that file."), name=name)
    return parts
