"""What a reader of a finished file sees, and the evidence that lies inside it: the way back from bytes to words.

`verify` compares the two. Only words on the page count: headers and footers (artifacts), deleted text and scripts do not.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from ctypes import c_ulong, c_ushort, c_void_p, cast
from typing import Any

from briefgen.errors import SourceError
from briefgen.i18n.mark import mark as _
from briefgen.render.docx.parts import EVIDENCE_NAMESPACE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# A line end inside a word, with or without a hyphen that the writer added.
_ADDED = re.compile("\u00ad?\u200b[ \r\n]*")
_SPACES = re.compile("[ \t\r\n]+")


def visible_text(data: bytes, format: str) -> str:
    """The words of a ``pdf``, ``docx`` or ``html`` file in reading order, white space as single spaces; no-break spaces
    stay. Raises SourceError if it is no such file."""
    read = {"pdf": _pdf_text, "docx": _docx_text, "html": _html_text}[format]
    try:
        text = read(data)
    except (ValueError, KeyError, OSError, RuntimeError, SyntaxError, zipfile.BadZipFile) as error:
        message = _("This is no {format} file that briefgen can read: {reason}.")
        raise SourceError(message, format=format.upper(), reason=error) from error
    return _SPACES.sub(" ", _ADDED.sub("", text)).strip()


def embedded_evidence(data: bytes, format: str) -> Any:
    """The evidence inside the file, parsed; None if there is none, or none that can be read."""
    read = {"pdf": _pdf_evidence, "docx": _docx_evidence, "html": _html_evidence}[format]
    try:
        text = read(data)
        return json.loads(text) if text else None
    except (ValueError, KeyError, OSError, RuntimeError, SyntaxError, zipfile.BadZipFile):
        return None


# -- PDF


def _pdf_text(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join("".join(_page_characters(page)) for page in pdf)


def _page_characters(page: Any) -> Iterator[str]:
    """Characters that are no artifact. PDFium gives U+FFFE for a hyphen of the text at the end of a line."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    artifacts: dict[int, bool] = {}
    shown = False
    for index in range(pdfium.FPDFText_CountChars(text.raw)):
        thing = pdfium.FPDFText_GetTextObject(text.raw, index)
        character = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if thing:
            address = cast(thing, c_void_p).value or 0
            if address not in artifacts:
                artifacts[address] = _is_artifact(thing)
            shown = not artifacts[address]
        if shown:
            yield "-" if character in "\ufffe\x02" else character


def _is_artifact(thing: Any) -> bool:
    import pypdfium2.raw as pdfium

    for index in range(pdfium.FPDFPageObj_CountMarks(thing)):
        name, length = (c_ushort * 32)(), c_ulong()
        if pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(thing, index), name, 64, length):
            text = "".join(map(chr, name[: length.value // 2])).rstrip("\0")
            if text == "Artifact":
                return True
    return False


def _pdf_evidence(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        for index in range(pdf.count_attachments()):
            attachment = pdf.get_attachment(index)
            if attachment.get_name() == "evidence.json":
                return bytes(attachment.get_data()).decode()
    return ""


# -- DOCX


def _docx_text(data: bytes) -> str:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), _safe_parser())
    return "\n".join(_paragraph(paragraph) for paragraph in root.iter(f"{_W}p"))


def _paragraph(paragraph: Any) -> str:
    parts = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.getparent().tag == f"{_W}r":
            parts.append("\u2011" if node.tag == f"{_W}noBreakHyphen" else " ")
    return "".join(parts)


def _docx_evidence(data: bytes) -> str:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("customXml/item") and not name.startswith("customXml/itemProps"):
                root = etree.fromstring(archive.read(name), _safe_parser())
                if root.tag == f"{{{EVIDENCE_NAMESPACE}}}evidence":
                    return root.text or ""
    return ""


def _safe_parser() -> Any:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


# -- HTML

_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 td th li div tr blockquote figcaption br nav section".split())


def _html_text(data: bytes) -> str:
    from lxml import html

    root = html.document_fromstring(data.decode("utf-8"))
    main = root.find(".//main")
    return "".join(_node_text(root if main is None else main))


def _node_text(node: Any) -> Iterator[str]:
    if isinstance(node.tag, str) and node.tag not in ("script", "style", "svg", "head"):
        if node.tag in _BLOCKS:
            yield "\n"
        yield node.text or ""
        for child in node:
            yield from _node_text(child)
            yield child.tail or ""
        if node.tag in _BLOCKS:
            yield "\n"


def _html_evidence(data: bytes) -> str:
    from lxml import html

    found = html.document_fromstring(data.decode("utf-8")).xpath("//script[@id='evidence']/text()")
    return str(found[0]) if found else ""
