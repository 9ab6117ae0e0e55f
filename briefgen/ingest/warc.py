"""Web archives (WARC): a part an archived page that holds an article."""

import io

from briefgen.errors import SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest import html
from briefgen.ingest.reading import Part
from briefgen.model.source import MetadataValue


def read(data: bytes, name: str) -> list[Part]:
    """The HTML responses of the archive, each with its address; pages without an article are passed over."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    parts: list[Part] = []
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            headers = record.http_headers
            if record.rec_type == "response" and headers and "html" in (headers.get_header("Content-Type") or ""):
                parts += _page(record.content_stream().read(), record.rec_headers.get_header("WARC-Target-URI") or name)
    except ArchiveLoadFailed as error:
        raise SourceError(_("{name}: this is no readable web archive."), name=name) from error
    return parts


def _page(data: bytes, address: str) -> list[Part]:
    try:
        [page] = html.read(data, address)
    except SourceError:
        return []
    return [Part(page.text, "warc/1", "warc", {"url": MetadataValue(address, "page"), **page.metadata}, part=address)]
