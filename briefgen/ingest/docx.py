"""Word files: paragraphs and table cells in reading order."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

from briefgen.errors import SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.reading import Part
from briefgen.model.source import MetadataValue

_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""An encrypted .docx (and an old .doc) is an OLE file."""


def read(data: bytes, name: str) -> list[Part]:
    """One part: the body's text, a paragraph a line; the title from the Title style or the properties."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    if data.startswith(_ENCRYPTED):
        message = _("{name}: the file is encrypted or in the old .doc format. Save it as .docx without a password.")
        raise SourceError(message, name=name)
    try:
        document = Document(io.BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise SourceError(
            _("{name}: this is not a Word file. Open it in Word and save it again."), name=name
        ) from error
    text = "\n".join(_lines(document.iter_inner_content()))
    return [Part(text, "docx/1", "docx", _metadata(document))]


def _lines(blocks: Iterator[object]) -> Iterator[str]:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(cell.text.replace("\n", " ") for cell in row.cells)


def _metadata(document: object) -> dict[str, MetadataValue]:
    titles = (p.text.strip() for p in document.paragraphs if p.style is not None and p.style.name == "Title")  # type: ignore[attr-defined]
    title = next(titles, "") or (document.core_properties.title or "").strip()  # type: ignore[attr-defined]
    return {"title": MetadataValue(title, "file")} if title else {}
