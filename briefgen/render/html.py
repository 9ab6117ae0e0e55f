"""A document tree to one self-contained HTML file: readable on screen, light or dark, and on paper."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from briefgen.model.tree import (
    Block,
    BlockQuote,
    Break,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    ReferenceMark,
    Row,
    Rule,
    SectionBlock,
    Table,
    Text,
)
from briefgen.render.columns import column_widths, guessed_pieces
from briefgen.render.embedded import day, evidence_json
from briefgen.render.html_css import page_boxes, style_sheet
from briefgen.render.logo import html_logo
from briefgen.render.marking import marking_color
from briefgen.render.ordinals import raised_parts
from briefgen.render.outline import OUR_VOICE, clean, contents, heading_levels, language_of, plain_text, title_block
from briefgen.render.rendered import Rendered
from briefgen.render.style import Style
from briefgen.render.svg import svg

# Width of a letter, in ems, where the reader's font is not known.
_LETTER = 0.53
# Characters of a small text, such as [French in the source], up to which it stays in one line.
_LABEL = 32
# "Aurore-2", "Covid-19"; "« dépendra", "gratuite »"
_TOGETHER = re.compile(
    r"(\w+-\d+\w*(?!-)|«[ \u00a0\u202f][^\s»]{1,24}(?:[ \u00a0\u202f]»)?|[^\s«]{1,24}[ \u00a0\u202f]»)"
)


def render_html(document: Document, style: Style) -> Rendered:
    """The page in UTF-8, without a script that runs and without anything from outside."""
    return Rendered(_Page(document, style).text().encode("utf-8"))


class _Page:
    def __init__(self, document: Document, style: Style) -> None:
        self._document, self._style = document, style
        self._levels = heading_levels(document)
        self._headings = 0
        self._titled = title_block(document) is not None
        self._footnotes = style.footnotes or document.references == "footnotes"

    def text(self) -> str:
        document = self._document
        head = "\n".join(
            (
                '<meta charset="utf-8">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{_safe(document.title)}</title>",
                *(f'<meta name="{name}" content="{_safe(value)}">' for name, value in self._meta().items() if value),
                f"<style>\n{style_sheet(self._style)}\n{page_boxes(self._style, document)}\n</style>",
            )
        )
        body = self._blocks(document.blocks)
        data = evidence_json(document).replace("<", "\\u003c")
        return (
            f'<!DOCTYPE html>\n<html lang="{_safe(document.lang)}">\n<head>\n{head}\n</head>\n<body>\n'
            f"{self._banner('header', document.running_title)}{html_logo(self._style)}<main>\n{body}</main>\n{self._banner('footer', '')}"
            f'<script type="application/json" id="evidence">\n{data}</script>\n</body>\n</html>\n'
        )

    def _meta(self) -> dict[str, str]:
        document = self._document
        return {
            "author": document.author,
            "description": document.subject,
            "keywords": ", ".join(document.keywords),
            "date": day(document),
            "generator": "briefgen",
        }

    def _banner(self, tag: str, title: str) -> str:
        marking = (self._document.marking or "").upper()
        mark = (
            f'<span class="marking" style="color:{marking_color(marking)}">{_safe(marking)}</span>' if marking else ""
        )
        shown = f"<span>{_safe(title)}</span>" if title else "<span></span>"
        return f'<{tag} class="banner">{shown}{mark}</{tag}>\n'

    # -- blocks

    def _blocks(self, blocks: Iterable[Block], role: str = "") -> str:
        return "".join(self._block(block, role) for block in blocks)

    def _block(self, block: Block, role: str) -> str:
        match block:
            case Heading():
                level = min(self._levels[id(block)], 6)
                self._headings += 1
                kind, anchor = min(max(level - self._titled, 1), 3), _id(f"heading-{self._headings - 1}")
                return f'<h{level} class="h{kind}"{anchor}>{self._inlines(block.children)}</h{level}>\n'
            case Paragraph():
                return self._paragraph(block, role)
            case BlockQuote():
                return f"<blockquote{_evidence(block.evidence)}>\n{self._quoted(block)}</blockquote>\n"
            case ListBlock():
                return self._list(block)
            case Table():
                return self._table(block)
            case SectionBlock():
                notes = self._endnotes(block.children)
                return f"<section{_id(block.id)}{notes}>\n{self._blocks(block.children, role)}</section>\n"
            case Rule():
                return "<hr>\n"
            case Figure():
                return self._figure(block)
            case Contents():
                return self._contents(block)

    def _paragraph(self, block: Paragraph, role: str, lang: str | None = None) -> str:
        kind = role if block.role == "body" and role else block.role
        around = lang or self._document.lang
        spoken = "" if around == self._document.lang else f' lang="{_safe(around)}"'
        tag = "p"
        if id(block) in self._levels:
            tag, kind = "h1", "title"
        return f'<{tag} class="{kind}"{spoken}{_id(block.id)}{_evidence(block.evidence)}>{self._inlines(block.children, around)}</{tag}>\n'

    def _quoted(self, block: BlockQuote) -> str:
        """Only what is quoted is in the quotation's language; the attribution is ours."""
        parts = []
        for child in block.children:
            if isinstance(child, Paragraph):
                parts.append(self._paragraph(child, "quote", None if child.role in OUR_VOICE else block.lang))
            else:
                parts.append(self._block(child, "quote"))
        return "".join(parts)

    def _endnotes(self, children: Sequence[Block]) -> str:
        """What says that a section holds the notes, where the sources are notes."""
        noted = any(isinstance(child, ListBlock) and child.role == "sources" for child in children)
        return ' role="doc-endnotes"' if noted and self._footnotes else ""

    def _list(self, block: ListBlock) -> str:
        tag = "ol" if block.ordered else "ul"
        role = {"key_points": "key", "sources": "reference", "findings": "finding"}.get(block.role, "item")
        items = "".join(
            f'<li{_id(item.id)}{_evidence(item.evidence)}><span class="label">{_safe(item.label)}</span>'
            f'<div class="item">{self._blocks(item.children, role).strip()}</div></li>\n'
            for item in block.items
        )
        return f'<{tag} class="{role}s" role="list">\n{items}</{tag}>\n'

    def _table(self, block: Table) -> str:
        """Roles are said, for a narrow screen shows each row as a list of its cells, which would hide what it is."""
        heads = [row for row in block.rows[:1] if row.header or (row.cells and all(cell.header for cell in row.cells))]
        heads = [] if block.role == "header" else heads
        rest = block.rows[len(heads) :]
        labels = [plain_text(cell.children) for cell in heads[0].cells] if heads else []
        name = f' aria-label="{_safe(block.caption)}"' if block.caption else ""
        top = f'<thead role="rowgroup">\n{self._rows(heads, "col", [])}</thead>\n' if heads else ""
        group = self._columns(block) if heads else ""
        body = f'<tbody role="rowgroup">\n{self._rows(rest, "row", labels)}</tbody>'
        return f'<table role="table" class="{block.role}"{name}>\n{group}{top}{body}\n</table>\n'

    def _columns(self, block: Table) -> str:
        """The widths that the other formats have, as shares."""
        letter, pad = self._style.look("cell").size * _LETTER, 2 * float(self._style.table["pad_x"])
        cells = [[guessed_pieces(plain_text(cell.children), letter) for cell in row.cells] for row in block.rows]
        widths = column_widths(block, cells, self._style.sheet.measure, pad, measured=False)
        columns = "".join(f'<col style="width:{100 * width / sum(widths):.1f}%">' for width in widths)
        return f"<colgroup>{columns}</colgroup>\n"

    def _rows(self, rows: Sequence[Row], scope: str, labels: Sequence[str]) -> str:
        return "".join(f'<tr role="row">{self._cells(row, scope, labels)}</tr>\n' for row in rows)

    def _cells(self, row: Row, scope: str, labels: Sequence[str]) -> str:
        names = [*labels, *("" for _ in row.cells)]
        return "".join(self._cell(cell, row, scope, name) for cell, name in zip(row.cells, names, strict=False))

    def _cell(self, cell: Cell, row: Row, scope: str, label: str) -> str:
        kinds = [cell.align] * (cell.align != "left") + ["none"] * (plain_text(cell.children) == "–")
        align = f' class="{" ".join(kinds)}"' if kinds else ""
        named = f' data-label="{_safe(label)}"' if label else ""
        inside = f"{align}{named}{_evidence(cell.evidence)}>{self._inlines(cell.children)}"
        if cell.header or row.header:
            return f'<th role="{"column" if scope == "col" else "row"}header" scope="{scope}"{inside}</th>'
        return f'<td role="cell"{inside}</td>'

    def _contents(self, block: Contents) -> str:
        lines = "".join(
            f'<li class="level{entry.level}"><a href="#{entry.anchor}">{_safe(entry.title)}</a></li>\n'
            for entry in contents(self._document, block.depth)
        )
        return f'<nav>\n<ol class="contents" role="list">\n{lines}</ol>\n</nav>\n'

    def _figure(self, block: Figure) -> str:
        caption = f"<figcaption>{self._inlines(block.caption)}</figcaption>" if block.caption else ""
        from briefgen.render.charts import draw_chart

        drawing = draw_chart(block, self._style, self._style.sheet.measure)
        picture = svg(drawing, block.alt, self._style.colors)
        return f"<figure{_id(block.id)}>{picture}{caption}</figure>\n"

    # -- inlines

    def _inlines(self, children: Iterable[Inline], around: str = "") -> str:
        return "".join(self._inline(child, around or self._document.lang) for child in children)

    def _inline(self, child: Inline, around: str) -> str:
        match child:
            case Text():
                return self._text(child, around)
            case Break():
                return "<br>"
            case ReferenceMark():
                role = ' role="doc-noteref"' if self._footnotes else ""
                return f'<a class="ref"{role} href="#{_safe(child.target)}">[{child.number}]</a>'
            case Link():
                return f'<a href="{_safe(_harmless(child.target))}">{self._inlines(child.children, around)}</a>'

    def _text(self, text: Text, around: str) -> str:
        lang = language_of(text, around, self._document.lang)
        shown = "".join(
            f"<sup>{_safe(part)}</sup>" if raised else _unbroken(part) for part, raised in raised_parts(text, lang)
        )
        for tag, wanted in (("b", text.bold), ("i", text.italic)):
            shown = f"<{tag}>{shown}</{tag}>" if wanted else shown
        if text.small:
            whole = ' class="whole"' if len(text.text) <= _LABEL else ""
            shown = f"<small{whole}>{shown}</small>"
        attributes = _evidence((text.evidence,) if text.evidence else ())
        if lang != around:
            attributes += f' lang="{_safe(lang)}"'
        return f"<span{attributes}>{shown}</span>" if attributes else shown


def _safe(text: str) -> str:
    return escape(clean(text))


def _unbroken(text: str) -> str:
    """The text, escaped, with what no line should divide in elements that say so: its own characters stay as they are."""
    if "-" not in text and "«" not in text and "»" not in text:
        return _safe(text)
    parts = _TOGETHER.split(text)
    return "".join(f'<span class="whole">{_safe(p)}</span>' if at % 2 else _safe(p) for at, p in enumerate(parts))


def _id(name: str | None) -> str:
    return f' id="{_safe(name)}"' if name else ""


def _evidence(names: Sequence[str]) -> str:
    return f' data-evidence="{_safe(" ".join(names))}"' if names else ""


def _harmless(target: str) -> str:
    """Only links to the web, to mail and inside the document; anything else leads nowhere."""
    return target if target.startswith(("#", "http://", "https://", "mailto:")) else "#"
