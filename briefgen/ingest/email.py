"""Mail: the body as the article, subject and date as its metadata; readable attachments as parts of their own."""

import contextlib
import email
import email.policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from briefgen.errors import SourceError
from briefgen.ingest import html, plain
from briefgen.ingest.reading import Part
from briefgen.ingest.registry import is_supported, read_parts
from briefgen.model.source import MetadataValue


def read(data: bytes, name: str) -> list[Part]:
    """The body first, then a part an attachment that there is a reader for."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = [*_body(message, name)]
    for attachment in message.iter_attachments():
        parts += _attachment(attachment, name)
    return parts


def _body(message: EmailMessage, name: str) -> list[Part]:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return []
    text = body.get_content()
    metadata = _metadata(message)
    if body.get_content_subtype() == "html":
        [page] = html.read(text.encode("utf-8"), name)
        return [Part(page.text, "eml/1", "eml", {**page.metadata, **metadata})]
    [part] = plain.read(text.encode("utf-8", "replace"), name)
    return [Part(part.text, "eml/1", "eml", metadata)]


def _metadata(message: EmailMessage) -> dict[str, MetadataValue]:
    found = {}
    if message["subject"]:
        found["title"] = MetadataValue(str(message["subject"]).strip(), "file")
    sender = parseaddr(str(message["from"] or ""))[0].strip()
    if sender:
        found["outlet"] = MetadataValue(sender, "file")
    if message["date"]:
        with contextlib.suppress(TypeError, ValueError):
            found["published"] = MetadataValue(parsedate_to_datetime(str(message["date"])).date().isoformat(), "file")
    return found


def _attachment(attachment: EmailMessage, name: str) -> list[Part]:
    file_name = attachment.get_filename() or ""
    if not is_supported(file_name) or file_name.lower().endswith(".eml"):
        return []
    payload = attachment.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return []
    try:
        inner = read_parts(payload, file_name)
    except SourceError:
        return []
    return [Part(p.text, p.reader, p.format, p.metadata, part=file_name, findings=p.findings) for p in inner]
