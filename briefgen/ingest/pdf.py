"""PDF files: the text layer by pypdfium2, lines joined to paragraphs, words split at line ends joined."""

import re
from collections import Counter

from briefgen.errors import SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.reading import Part
from briefgen.model.source import MetadataValue

_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""
_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])(?:-|\u00ad|\ufffe|\x02)\n(?=[a-zà-ÿ])")
_ENDS = (".", "!", "?", "…", "»", "”", ":", '"')


def read(data: bytes, name: str) -> list[Part]:
    """One part: all pages, without the lines that head or foot most of them."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            message = _("{name}: the PDF asks for a password. Save a copy without one.")
        else:
            message = _("{name}: this is not a readable PDF. Open it in a viewer and save it again.")
        raise SourceError(message, name=name) from error
    with pdf:
        pages = [_page_text(page) for page in pdf]
        title = pdf.get_metadata_value("Title").strip()
    text = "\n\n".join(_paragraphs(lines) for lines in _without_running_lines(pages))
    if not text.strip():
        message = _("{name}: this PDF has pictures of pages but no text. Run text recognition on it first.")
        raise SourceError(message, name=name)
    metadata = {"title": MetadataValue(title, "file")} if len(title.split()) > 2 else {}
    return [Part(text, "pdf/1", "pdf", metadata)]


def _page_text(page: object) -> list[str]:
    textpage = page.get_textpage()  # type: ignore[attr-defined]
    try:
        text: str = textpage.get_text_range()
    finally:
        textpage.close()
    return _SPLIT_WORD.sub("", text.replace("\r\n", "\n")).split("\n")


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Pages without first and last lines that (digits aside) most pages share."""
    if len(pages) < 3:
        return pages
    shape = re.compile(r"\d+")
    edges = Counter(shape.sub("#", line.strip()) for page in pages for line in {*page[:2], *page[-2:]} if line.strip())
    running = {line for line, count in edges.items() if count > len(pages) / 2}
    return [[line for line in page if shape.sub("#", line.strip()) not in running] for page in pages]


def _paragraphs(lines: list[str]) -> str:
    """Lines joined where the sentence runs on; a short line that ends a sentence ends its paragraph."""
    measure = max((len(line) for line in lines), default=0)
    out: list[str] = []
    running = False
    for line in (line.strip() for line in lines):
        if not line:
            running = False
        elif running:
            out[-1] += " " + line
        else:
            out.append(line)
        if line:
            running = not (line.endswith(_ENDS) and len(line) < 0.9 * measure) and len(line) > 0.5 * measure
    return "\n\n".join(out)
