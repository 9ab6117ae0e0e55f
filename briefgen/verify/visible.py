"""What a reader sees in a PDF, DOCX or HTML file, and the evidence embedded in it."""

import html.parser
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from ctypes import c_ulong, c_ushort, c_void_p, cast
from typing import Any

from briefgen.errors import VerifyError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _

_ADDED = re.compile("\u00ad?\u200b\\s*")
"""A line end inside a word, with or without a hyphen, as our own writer marks it: neither is part of the words."""
_LINE_END_HYPHEN = re.compile(r"[\ufffe\x02]")
"""What PDFium gives for a hyphen at a line's end."""
SOFT = "\u00ad"
"""Stands for a hyphen at a line's end, which may or may not belong to the word."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMESPACE = "urn:briefgen:evidence"


@dataclass(frozen=True, slots=True)
class Visible:
    """The words in reading order, and the evidence that the file carries (None: it has none)."""

    text: str
    evidence: Mapping[str, Any] | None
    notes: tuple[str, ...] = ()
    """Each of a Word file's own footnotes and endnotes, which are in `text` too."""


def read_visible(data: bytes, name: str) -> Visible:
    """The words and the evidence of a file; VerifyError when it is none of the three kinds, or damaged."""
    kind = name.rpartition(".")[2].lower()
    reader = {"pdf": _read_pdf, "docx": _read_docx, "html": _read_html, "htm": _read_html}.get(kind)
    if reader is None:
        raise VerifyError(_("{name}: only pdf, docx and html files can be verified."), name=name)
    try:
        return reader(data)
    except (ValueError, KeyError, zipfile.BadZipFile, SyntaxError) as error:
        raise VerifyError(
            _("{name}: the file is damaged or is no briefing of ours ({reason})."), name=name, reason=error
        ) from error


def _read_pdf(data: bytes) -> Visible:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    with pdf:
        text = "\n".join("".join(_page_characters(page)) for page in pdf)
        files = [pdf.get_attachment(i) for i in range(pdf.count_attachments())]
        found = next((file.get_data() for file in files if file.get_name() == "evidence.json"), None)
        evidence = json.loads(bytes(found)) if found is not None else None
    return Visible(_without_line_ends(text), evidence)


def _without_line_ends(text: str) -> str:
    """Where our marks are there, every other hyphen belongs to its word; a program that saved the file again loses them."""
    words = _ADDED.sub("", text)
    return _LINE_END_HYPHEN.sub(SOFT if words == text else "-", words)


def _page_characters(page: Any) -> Iterator[str]:
    """Characters that are no artifact: a quotation that goes on over the page is not cut by header and footer."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    artifacts: dict[int, bool] = {}
    shown = False
    for index in range(pdfium.FPDFText_CountChars(text.raw)):
        thing = pdfium.FPDFText_GetTextObject(text.raw, index)
        if thing:
            address = cast(thing, c_void_p).value or 0
            if address not in artifacts:
                artifacts[address] = _is_artifact(thing)
            shown = not artifacts[address]
        if shown:
            yield chr(pdfium.FPDFText_GetUnicode(text.raw, index))


def _is_artifact(thing: Any) -> bool:
    import pypdfium2.raw as pdfium

    for index in range(pdfium.FPDFPageObj_CountMarks(thing)):
        name, length = (c_ushort * 32)(), c_ulong()
        if pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(thing, index), name, 64, length):
            text = "".join(map(chr, name[: length.value // 2])).rstrip("\0")
            if text == "Artifact":
                return True
    return False


def _read_docx(data: bytes) -> Visible:
    """Body and notes with tracked insertions accepted; text that is deleted but tracked is not visible."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        parts = [n for n in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml") if n in names]
        texts = [_docx_text(etree.fromstring(package.read(part), parser)) for part in parts]
        customs = sorted(n for n in names if re.fullmatch(r"customXml/item\d+\.xml", n))
        roots = (etree.fromstring(package.read(name), parser) for name in customs)
        evidence = next((found for root in roots if (found := _docx_evidence(root)) is not None), None)
    notes = (line.strip() for text in texts[1:] for line in text.split("\n"))
    return Visible("\n".join(texts), evidence, tuple(filter(None, notes)))


def _docx_text(root: Any) -> str:
    lines = []
    for paragraph in root.iter(f"{_W}p"):
        pieces = []
        for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
            if any(parent.tag in (f"{_W}del", f"{_W}moveFrom") for parent in node.iterancestors()):
                continue
            pieces.append({"t": node.text or "", "noBreakHyphen": "\u2011"}.get(node.tag.removeprefix(_W), " "))
        lines.append("".join(pieces))
    return "\n".join(lines)


def _docx_evidence(root: Any) -> Mapping[str, Any] | None:
    if not str(root.tag).startswith(f"{{{_NAMESPACE}"):
        return None
    loaded = json.loads("".join(root.itertext()))
    return loaded if isinstance(loaded, dict) else None


_UNSEEN = frozenset("script style title template svg header footer".split())
_BLOCKS = frozenset("p div li td th tr h1 h2 h3 h4 h5 h6 br blockquote section figcaption nav table ol ul".split())


class _Page(html.parser.HTMLParser):
    """Words outside script, style, header and footer; the evidence script apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.evidence: list[str] = []
        self._inside: list[str] = []
        self._is_evidence = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._inside.append(tag)
            self._is_evidence = tag == "script" and dict(attrs).get("id") == "evidence"
        elif tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()
            self._is_evidence = False
        elif tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if self._is_evidence:
            self.evidence.append(data)
        elif not self._inside:
            self.words.append(data)


def _read_html(data: bytes) -> Visible:
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    evidence = json.loads("".join(page.evidence)) if page.evidence else None
    return Visible("".join(page.words), evidence if isinstance(evidence, dict) else None)
