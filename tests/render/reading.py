"""Reads what the writers wrote, block by block, without any of their code: the other side of the parity tests."""

import io
import re
import zipfile
from collections.abc import Iterator

import pikepdf
from lxml import etree, html

from briefgen.model.tree import (
    Block,
    BlockQuote,
    Break,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    ReferenceMark,
    SectionBlock,
    Table,
    Text,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "Lbl"}


def squeezed(text: str) -> str:
    """Ordinary white space as one space; no-break spaces stay as they are."""
    return re.sub(r"[ \t\r\n]+", " ", text.replace("\u00ad\u200b", "").replace("\u200b", "")).strip(" ")


# -- the tree


def tree_blocks(document: Document) -> list[str]:
    return [text for block in document.blocks for text in map(squeezed, _of_block(block)) if text]


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield _words(block.children)
    elif isinstance(block, SectionBlock | BlockQuote):
        for child in block.children:
            yield from _of_block(child)
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield item.label
            for child in item.children:
                yield from _of_block(child)
    elif isinstance(block, Table):
        for row in block.rows:
            yield from (_words(cell.children) for cell in row.cells)
    elif isinstance(block, Figure):
        yield _words(block.caption)


def _words(children: tuple[Inline, ...]) -> str:
    parts = []
    for child in children:
        if isinstance(child, Text):
            parts.append(child.text)
        elif isinstance(child, ReferenceMark):
            parts.append(f"[{child.number}]")
        elif isinstance(child, Link):
            parts.append(_words(child.children))
        elif isinstance(child, Break):
            parts.append(" ")
    return "".join(parts)


# -- PDF


def pdf_blocks(data: bytes) -> list[str]:
    """The text of each block-level structure element, in the order of the structure tree, with ActualText."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marked = {}
        for page in pdf.pages:
            for mcid, text in _marked_text(page).items():
                marked[page.obj.objgen, mcid] = text
        found: list[str] = []
        _walk_structure(pdf.Root.StructTreeRoot.K, None, marked, found)
    return [text for text in map(squeezed, found) if text]


def _walk_structure(node: pikepdf.Object, page: object, marked: dict, found: list[str]) -> str:
    if isinstance(node, pikepdf.Array):
        return "".join(_walk_structure(kid, page, marked, found) for kid in node)
    if isinstance(node, int):
        return marked[page, node]
    if "/MCID" in node:
        return marked[node.Pg.objgen, int(node.MCID)]
    if node.get("/Type") == "/OBJR":
        return ""
    page = node.Pg.objgen if "/Pg" in node else page
    tag = str(node.S)[1:]
    at = len(found)
    text = _walk_structure(node.K, page, marked, found) if "/K" in node else ""
    if tag in _BLOCKS:
        found.insert(at, text)
        return ""
    return text


def _marked_text(page: pikepdf.Page) -> dict[int, str]:
    """Text by marked-content number."""
    fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    stack: list[tuple[int | None, str | None]] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                number = int(properties.MCID) if "/MCID" in properties else stack[-1][0] if stack else None
                actual = str(properties.ActualText) if "/ActualText" in properties else None
                stack.append((number, actual))
                if actual is not None and number is not None:
                    texts[number] = texts.get(number, "") + actual
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ" if stack and stack[-1][0] is not None and stack[-1][1] is None:
                shown = "".join(_decoded(bytes(part), font) for part in operands[0] if isinstance(part, pikepdf.String))
                texts[stack[-1][0]] = texts.get(stack[-1][0], "") + shown
    return texts


def _decoded(raw: bytes, font: dict[int, str]) -> str:
    return "".join(font[int.from_bytes(raw[at : at + 2], "big")] for at in range(0, len(raw), 2))


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows if len(text) >= 4}


# -- DOCX


def docx_blocks(data: bytes) -> list[str]:
    """The text of each paragraph; a label that a tab divides from its text is a block of its own."""
    root = etree.fromstring(docx_part(data, "word/document.xml"))
    parts = [part for paragraph in root.iter(f"{W}p") for part in _paragraph_text(paragraph).split("\t")]
    return [text for text in map(squeezed, parts) if text]


def _paragraph_text(paragraph: etree._Element) -> str:
    parts = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag == f"{W}br":
            parts.append(" ")
        elif node.getparent().tag == f"{W}r":
            parts.append("\t")
    return "".join(parts)


def docx_part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


# -- HTML


def html_blocks(data: bytes) -> list[str]:
    main = html.fromstring(data.decode()).find(".//main")
    wanted = main.xpath(
        ".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::p or self::td or self::th"
        " or self::figcaption or @class='label']"
    )
    for line_end in main.iter("br"):
        line_end.tail = " " + (line_end.tail or "")
    return [text for text in (squeezed(node.text_content()) for node in wanted) if text]
