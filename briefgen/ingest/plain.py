"""Plain text: the decoded file as it stands, CRLF as LF."""

from briefgen.errors import SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.decode import decode
from briefgen.ingest.reading import Part
from briefgen.model.finding import Finding

_CONTROL = {c: None for c in range(32) if chr(c) not in "\n\t\r\f"}


def read(data: bytes, name: str, format: str = "txt") -> list[Part]:
    """One part: the whole file."""
    text, encoding, guessed = decode(data)
    if _looks_binary(text):
        raise SourceError(_("{name}: this is not text. Give the article as a file of its real kind."), name=name)
    findings = (_guess(name, encoding),) if guessed else ()
    return [Part(text, f"{format}/1", format, findings=findings)]


def _looks_binary(text: str) -> bool:
    head = text[:4000]
    return sum(1 for c in head if ord(c) in _CONTROL or c == "\ufffd") > 0.05 * len(head)


def _guess(name: str, encoding: str) -> Finding:
    message = _("{name}: the encoding is not stated; it was read as {encoding}.")
    return Finding("info", "encoding_guessed", message, path=name, params={"name": name, "encoding": encoding})
