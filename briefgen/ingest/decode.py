"""Bytes to text when nothing says the encoding: byte-order mark, UTF-16 by its zeros, UTF-8, else Windows-1252."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> tuple[str, str, bool]:
    """(text with CRLF as LF, encoding, whether it was guessed rather than certain)."""
    encoding, guessed = _encoding(data)
    text = data.decode(encoding, "replace")
    return text.replace("\r\n", "\n"), encoding, guessed


def _encoding(data: bytes) -> tuple[str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, False
    head = data[:4000]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if max(odd, even) > 0.3 * max(1, len(head) // 2):
        return ("utf-16-le" if odd > even else "utf-16-be"), True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", True
    return "utf-8", False
