"""A document tree to the bytes of a file: PDF, DOCX or HTML."""

from typing import Literal

from briefgen.errors import UsageError
from briefgen.i18n.mark import mark as _
from briefgen.model.tree import Document
from briefgen.render.rendered import Placement, Rendered

__all__ = ["Format", "Placement", "Rendered", "render"]

Format = Literal["pdf", "docx", "html"]


def render(document: Document, format: Format) -> Rendered:
    """The document in that format; the same document gives the same bytes. Raises UnknownName for its style."""
    from briefgen.render.style import load_style

    style = load_style(document.style)
    if not style.heading_numbers:
        from briefgen.render.outline import unnumbered

        document = unnumbered(document)
    if format == "pdf":
        from briefgen.render.pdf.writer import render_pdf

        return render_pdf(document, style)
    if format == "docx":
        from briefgen.render.docx.writer import render_docx

        return render_docx(document, style)
    if format == "html":
        from briefgen.render.html import render_html

        return render_html(document, style)
    raise UsageError(_("briefgen writes pdf, docx and html, not “{format}”."), format=format)
