"""The same words through other writers from PyPI, for the table of ``render_speed``: each with the structure that its
authors recommend, none of them a dependency. A writer that is not installed is left out."""

import io
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from briefgen.model.tree import BlockQuote, Document, Heading, ListBlock, Paragraph, SectionBlock, Table
from briefgen.render import render
from briefgen.render.outline import plain_text

Row = tuple[str, Any]
"""(heading | text | quote | item | table, its words; a table's are rows of cells)."""


def rows(blocks: tuple[Any, ...], kind: str = "text") -> Iterator[Row]:
    """The document flattened."""
    for block in blocks:
        if isinstance(block, Heading):
            yield "heading", plain_text(block.children)
        elif isinstance(block, Paragraph):
            yield kind, plain_text(block.children)
        elif isinstance(block, SectionBlock):
            yield from rows(block.children)
        elif isinstance(block, BlockQuote):
            yield from rows(block.children, "quote")
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield "item", f"{item.label} " + " ".join(words for _kind, words in rows(item.children) if words)
        elif isinstance(block, Table):
            yield "table", [[plain_text(cell.children) for cell in row.cells] for row in block.rows]


def peers(document: Document) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """Name → (``pdf`` or ``docx``, a call that makes the file anew) of every writer that is installed."""
    flat = list(rows(document.blocks))
    makers: dict[str, tuple[str, str, Callable[[], bytes]]] = {
        "weasyprint, pdf/ua-1": ("weasyprint", "pdf", lambda: _weasyprint(document)),
        "typst, ua-1": ("typst", "pdf", lambda: _typst(flat, document.title)),
        "reportlab platypus, untagged": ("reportlab", "pdf", lambda: _platypus(flat)),
        "docxtpl": ("docxtpl", "docx", _docxtpl(flat) if find_spec("docxtpl") else lambda: b""),
        "python-docx": ("docx", "docx", lambda: _python_docx(flat)),
    }
    return {name: (kind, make) for name, (package, kind, make) in makers.items() if find_spec(package)}


def _weasyprint(document: Document) -> bytes:
    import weasyprint

    page = render(document, "html").data.decode()
    return bytes(weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


_TYPST_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\#$*_`<>@[]~=-+/"})


def _typst(flat: list[Row], title: str) -> bytes:
    import typst

    parts = [
        f'#set document(title: "{title}")\n#set text(lang: "fr", size: 10pt)\n#set par(justify: true)\n= {title}\n'
    ]
    for kind, words in flat:
        if kind == "table":
            cells = "".join(f"[{cell.translate(_TYPST_SPECIAL)}]," for row in words[1:] for cell in row)
            head = "".join(f"[{cell.translate(_TYPST_SPECIAL)}]," for cell in words[0])
            parts.append(f"#table(columns: {len(words[0])}, table.header({head}), {cells})\n")
            continue
        text = words.translate(_TYPST_SPECIAL)
        parts.append({"heading": f"== {text}\n", "quote": f"#quote(block: true)[{text}]\n"}.get(kind, f"{text}\n\n"))
    return bytes(typst.compile("\n".join(parts).encode(), format="pdf", pdf_standards=["ua-1"]))


def _platypus(flat: list[Row]) -> bytes:
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph as Words
    from reportlab.platypus import SimpleDocTemplate
    from reportlab.platypus import Table as Grid

    looks, story = getSampleStyleSheet(), []
    for kind, words in flat:
        if kind == "table":
            cells = [[Words(escape(cell), looks["BodyText"]) for cell in row] for row in words]
            story.append(Grid(cells, repeatRows=1))
        else:
            story.append(Words(escape(words), looks["Heading2" if kind == "heading" else "BodyText"]))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build(story)
    return buffer.getvalue()


_STYLES = {"heading": "Heading 1", "quote": "Quote", "item": "List Paragraph"}


def _python_docx(flat: list[Row]) -> bytes:
    import docx

    document = docx.Document()
    for kind, words in flat:
        if kind == "table":
            table = document.add_table(0, len(words[0]))
            for row in words:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
        else:
            document.add_paragraph(words, _STYLES.get(kind))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _docxtpl(flat: list[Row]) -> Callable[[], bytes]:
    """A template with one loop over the paragraphs; a table's rows are paragraphs, which only helps it."""
    import docx
    from docxtpl import DocxTemplate

    model = docx.Document()
    for line in ("{%p for one in rows %}", "{{ one }}", "{%p endfor %}"):
        model.add_paragraph(line)
    buffer = io.BytesIO()
    model.save(buffer)
    lines = [" | ".join(row) for _kind, table in flat if _kind == "table" for row in table]
    lines += [words for kind, words in flat if kind != "table"]

    def make() -> bytes:
        template, made = DocxTemplate(io.BytesIO(buffer.getvalue())), io.BytesIO()
        template.render({"rows": lines}, autoescape=True)
        template.save(made)
        return made.getvalue()

    return make
