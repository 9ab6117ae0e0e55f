"""Markdown: read as the text it is, marks kept, so that offsets count the file's own characters."""

from briefgen.ingest import plain
from briefgen.ingest.reading import Part


def read(data: bytes, name: str) -> list[Part]:
    """One part: the whole file."""
    return plain.read(data, name, "md")
