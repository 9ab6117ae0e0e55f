"""A last page with a few lines on it: the document set a little closer, if that saves the page."""

from dataclasses import replace

from briefgen.render.pdf.canvas import Canvas
from briefgen.render.style import Sheet, Style

# Documents up to this many pages are tried, if the last page is filled no more than this.
_PAGES, _FILLED = 6, 0.34
# What is left of the spaces between blocks, and of the lines' leading: nobody sees it, but a page is saved.
_SPACES, _LEADING = 0.7, 0.97


def is_short_of_a_page(canvas: Canvas, sheet: Sheet) -> bool:
    """Whether the last page of a short document holds only some lines."""
    filled = (canvas.lowest - sheet.top) / (sheet.height - sheet.top - sheet.bottom)
    return 1 < len(canvas.pages) <= _PAGES and filled <= _FILLED


def closer(style: Style) -> Style:
    """The style with its blocks and lines nearer to each other; sizes and margins stay."""
    looks = {
        role: replace(look, before=look.before * _SPACES, after=look.after * _SPACES, leading=look.leading * _LEADING)
        for role, look in style.looks.items()
    }
    table = {key: value * _SPACES if key in _TABLE else value for key, value in style.table.items()}
    quote = {key: value * _SPACES if key in ("before", "after") else value for key, value in style.quote.items()}
    return replace(style, looks=looks, table=table, quote=quote)


_TABLE = ("before", "after", "pad_y", "field_pad_y")
