"""Blocks to ``document.xml``: named styles, literal labels, bookmarks for references and for evidence."""

from collections.abc import Sequence
from typing import NamedTuple

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
    ListItem,
    Paragraph,
    ReferenceMark,
    Row,
    Rule,
    SectionBlock,
    Table,
    Text,
)
from briefgen.render.columns import column_widths, guessed_pieces
from briefgen.render.docx.captions import Captions, caption_parts
from briefgen.render.docx.footnotes import Footnotes
from briefgen.render.docx.looks import style_id
from briefgen.render.docx.pictures import Pictures
from briefgen.render.docx.toc import contents_line
from briefgen.render.docx.xml import attribute, bookmark_name, half_points, text_run, twips
from briefgen.render.ordinals import may_be_raised, raised_parts
from briefgen.render.outline import (
    OUR_VOICE,
    clean,
    contents,
    heading_levels,
    language_of,
    opens_with_text,
    plain_text,
    title_block,
)
from briefgen.render.style import Style

# Width of a letter, in ems, where the reader's font is not known; labels of fields leave room for a wider one.
_LETTER, _WIDER = 0.53, 1.2
# In a longer table neither the first row stands alone on a page, nor the last.
_FEW_ROWS = 4
_ALIGN = {"right": '<w:jc w:val="right"/>', "center": '<w:jc w:val="center"/>', "left": ""}


class Place(NamedTuple):
    """What the ancestors of a paragraph say of it; lengths in points."""

    role: str = ""
    left: float = 0.0
    bar: bool = False
    lang: str | None = None
    evidence: tuple[str, ...] = ()
    label: str | None = None
    hanging: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()


_LINKED = '<w:rStyle w:val="Hyperlink"/>'
_PLAIN, _KEPT = Place(), Place(keep=True)


class Body:
    """Writes the blocks of one document; gathers its outer links."""

    def __init__(self, document: Document, style: Style) -> None:
        self._document, self._style = document, style
        self._levels = heading_levels(document)
        self._titled = title_block(document) is not None
        self._bookmarks = self._headings = 0
        self._counts: dict[str, int] = {}
        self._looks: dict[tuple[str, bool, str], str] = {}
        self.links: list[str] = []
        self.printed: list[str] = []
        """Each paragraph and each table row (cells with tabs between them) in words."""
        self.pictures = Pictures()
        self.footnotes = Footnotes.of(document, style.footnotes)
        self._captions = Captions.of(document)

    def xml(self) -> str:
        """The content of ``w:body`` without its section properties."""
        return self._logo() + self._blocks(self._document.blocks, Place())

    def _logo(self) -> str:
        if self._style.logo is None:
            return ""
        from briefgen.render.logo import docx_logo, docx_parts

        self.pictures.parts.update(docx_parts(self._style))
        return docx_logo(self._style)

    def _blocks(self, blocks: Sequence[Block], place: Place) -> str:
        """Only the first block carries the label and the anchors of its parent."""
        parts = []
        for block in blocks:
            parts.append(self._block(block, place))
            if place.label is not None or place.anchors:
                place = place._replace(label=None, anchors=())
        return "".join(parts)

    def _block(self, block: Block, place: Place) -> str:
        match block:
            case Heading():
                return self._heading(block, place)
            case Paragraph():
                return self._paragraph(block, place)
            case BlockQuote():
                return self._quote(block, place)
            case ListBlock():
                return self._list(block, place)
            case Table():
                return self._table(block, place)
            case SectionBlock():
                return self._blocks(block.children, place._replace(anchors=place.anchors + _names(block.id)))
            case Rule():
                color = self._style.color("rule")[1:]
                return f'<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="{color}"/></w:pBdr></w:pPr></w:p>'
            case Figure():
                return self._figure(block, place)
            case Contents():
                return self._contents(block)

    # -- paragraphs

    def _heading(self, block: Heading, place: Place) -> str:
        level = min(max(self._levels[id(block)] - self._titled, 1), 3)
        anchor = f"heading-{self._headings}"
        self._headings += 1
        return self._set(
            block.children, f"h{level}", place._replace(anchors=(*place.anchors, anchor, *_names(block.id)))
        )

    def _paragraph(self, block: Paragraph, place: Place) -> str:
        role = place.role if block.role == "body" and place.role else block.role
        role = "title" if id(block) in self._levels else role
        if block.evidence or block.id:
            place = place._replace(evidence=place.evidence + block.evidence, anchors=place.anchors + _names(block.id))
        return self._set(block.children, role, place)

    def _set(self, children: tuple[Inline, ...], role: str, place: Place, align: str = "") -> str:
        self.printed.append(f"{place.label or ''} {plain_text(children)}".strip(" "))
        content = ""
        if role == "caption" and children and isinstance(children[0], Text):
            own = language_of(children[0], place.lang or self._document.lang, self._document.lang)
            content = self._caption(children[0], self._run_properties(children[0], own, False), place.anchors)
        content += self._inlines(children[bool(content) :], place.lang)
        if place.label is not None:
            bold = "<w:b/><w:bCs/>" if self._style.label_bold else ""
            look = f'{bold}<w:color w:val="{self._style.label_color[1:]}"/>'
            content = text_run(place.label, look) + "<w:r><w:tab/></w:r>" + content
        for name in dict.fromkeys(place.evidence):
            content = self._bookmarked(content, self._evidence_name(name))
        for name in place.anchors:
            content = self._bookmarked(content, bookmark_name("at", name))
        return f"<w:p><w:pPr>{self._properties(role, place, align)}</w:pPr>{content}</w:p>"

    def _properties(self, role: str, place: Place, align: str) -> str:
        name, parts = style_id(role), []
        if name != "Normal":
            parts.append(f'<w:pStyle w:val="{name}"/>')
        if place.keep:
            parts.append("<w:keepNext/><w:keepLines/>")
        if place.bar:
            quote = self._style.quote
            size, color = max(4, round(float(quote["bar"]) * 8)), self._style.color(str(quote["bar_color"]))[1:]
            parts.append(f'<w:pBdr><w:left w:val="single" w:sz="{size}" w:space="10" w:color="{color}"/></w:pBdr>')
        if place.label is not None:
            parts.append(f'<w:tabs><w:tab w:val="left" w:pos="{twips(place.left)}"/></w:tabs>')
        if place.left:
            hanging = f' w:hanging="{twips(place.hanging)}"' if place.label is not None else ""
            parts.append(f'<w:ind w:left="{twips(place.left)}"{hanging}/>')
        return "".join(parts) + align

    # -- containers

    def _quote(self, block: BlockQuote, place: Place) -> str:
        left = place.left + float(self._style.quote["indent"])
        parts = []
        for index, child in enumerate(block.children):
            ours = isinstance(child, Paragraph) and child.role in OUR_VOICE
            inner = place._replace(
                role="quote",
                left=left,
                bar=True,
                lang=place.lang if ours else block.lang or place.lang,
                evidence=place.evidence + block.evidence,
                keep=index + 1 < len(block.children),
                label=place.label if index == 0 else None,
                anchors=place.anchors if index == 0 else (),
            )
            parts.append(self._block(child, inner))
        return "".join(parts) + _space(0.7 * float(self._style.quote["after"]))

    def _list(self, block: ListBlock, place: Place) -> str:
        role = {"key_points": "key", "sources": "reference", "findings": "finding"}.get(block.role, "item")
        widest = max((len(item.label) for item in block.items), default=1)
        indent = max(self._style.list_indent, widest * self._style.look(role).size * 0.58 + 6)
        return "".join(self._item(item, role, indent, place) for item in block.items)

    def _item(self, item: ListItem, role: str, indent: float, place: Place) -> str:
        inner = place._replace(
            role=role,
            left=place.left + indent,
            hanging=indent,
            label=item.label,
            evidence=place.evidence + item.evidence,
            anchors=place.anchors + _names(item.id),
        )
        if opens_with_text(item.children):
            return self._blocks(item.children, inner)
        alone = self._set((), role, inner._replace(evidence=()))
        return alone + self._blocks(item.children, inner._replace(label=None, anchors=()))

    # -- tables

    def _table(self, block: Table, place: Place) -> str:
        measure = self._style.sheet.measure - place.left
        letter, pad = self._style.look("cell").size * _LETTER, 2 * float(self._style.table["pad_x"])
        letter *= _WIDER if block.role == "header" else 1.0
        texts = [[plain_text(cell.children) for cell in row.cells] for row in block.rows]
        cells = [[guessed_pieces(text, letter) for text in row] for row in texts]
        widths = column_widths(block, cells, measure, pad, measured=False)
        if not widths:
            return ""
        name = "FieldTable" if block.role == "header" else "FactTable"
        first = int(block.role != "header")
        caption = f"<w:tblCaption w:val={attribute(block.caption)}/>" if block.caption else ""
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{name}"/><w:tblW w:w="{twips(measure)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{twips(place.left)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0{first * 2}20" w:firstRow="{first}" w:lastRow="0" w:firstColumn="{1 - first}" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{caption}</w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
        sizes = [f'<w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>' for width in widths]
        rows = []
        for index, row in enumerate(block.rows):
            rows.append(self._row(row, index, block, sizes))
            empty = "\t" * (len(sizes) - len(row.cells))
            self.printed.append("\t".join(text.strip(" ") for text in texts[index]) + empty)
        space = _space(0.7 * float(self._style.table["after"]))
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{space}"

    def _row(self, row: Row, index: int, table: Table, sizes: list[str]) -> str:
        heads = row.header or (index == 0 and all(cell.header for cell in row.cells))
        repeat = "<w:tblHeader/>" if heads and table.role != "header" else ""
        cells = [*row.cells, *(Cell(()) for _ in range(len(sizes) - len(row.cells)))]
        keep = row.header or (len(table.rows) > _FEW_ROWS and index in (1, len(table.rows) - 2))
        content = "".join(self._cell(cell, row, table, size, keep) for cell, size in zip(cells, sizes, strict=True))
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{content}</w:tr>"

    def _cell(self, cell: Cell, row: Row, table: Table, size: str, keep: bool) -> str:
        """A cell of one paragraph; written straight, for a long document has tens of thousands."""
        content = self._inlines(cell.children, None)
        for name in dict.fromkeys(cell.evidence):
            content = self._bookmarked(content, self._evidence_name(name))
        kinds = ("field", "field_head") if table.role == "header" else ("cell", "cell_head")
        look = self._cell_look(kinds[cell.header or row.header], keep, cell.align)
        return f"<w:tc>{size}<w:p><w:pPr>{look}</w:pPr>{content}</w:p></w:tc>"

    def _cell_look(self, role: str, keep: bool, align: str) -> str:
        known = self._looks.get((role, keep, align))
        if known is None:
            known = self._looks[role, keep, align] = self._properties(role, _KEPT if keep else _PLAIN, _ALIGN[align])
        return known

    def _figure(self, block: Figure, place: Place) -> str:
        """The picture, kept with its caption below."""
        picture = self.pictures.run(block, self._style, self._style.sheet.measure - place.left)
        keep = "<w:keepNext/>" if block.caption else ""
        shown = f'<w:p><w:pPr>{keep}<w:jc w:val="left"/></w:pPr>{picture}</w:p>'
        anchors = place._replace(anchors=place.anchors + _names(block.id))
        return shown + (self._set(block.caption, "caption", anchors) if block.caption else "")

    def _caption(self, text: Text, properties: str, anchors: tuple[str, ...]) -> str:
        """A numbered caption; its number is marked for the fields that speak of it."""
        label, number, rest = caption_parts(text, properties)
        for name in anchors if label else ():
            if name in self._captions.labels:
                number = self._bookmarked(number, bookmark_name("fig", name))
        return label + number + rest

    def _contents(self, block: Contents) -> str:
        """A TOC field with its entries already computed, so that nobody has to press F9 first."""
        from briefgen.render.pdf.writer import heading_pages

        pages = heading_pages(self._document, self._style)
        entries = contents(self._document, block.depth)
        measure = self._style.sheet.measure
        return "".join(
            contents_line(
                entry,
                pages.get(entry.anchor, 0) + 1,
                measure,
                first=not index,
                last=index == len(entries) - 1,
                depth=block.depth,
            )
            for index, entry in enumerate(entries)
        )

    # -- inlines

    def _inlines(self, children: Sequence[Inline], lang: str | None, link: bool = False) -> str:
        return "".join(self._inline(child, lang, link) for child in children)

    def _inline(self, child: Inline, lang: str | None, link: bool) -> str:
        match child:
            case Text():
                run = self._text_runs(child, lang, link)
                return self._bookmarked(run, self._evidence_name(child.evidence)) if child.evidence and run else run
            case Break():
                return "<w:r><w:br/></w:r>"
            case ReferenceMark():
                run = text_run(f"[{child.number}]", _LINKED)
                return f'<w:hyperlink w:anchor="{bookmark_name("at", child.target)}" w:history="1">{run}</w:hyperlink>{self.footnotes.mark(child)}'
            case Link():
                inner = self._captions.reference(child.target, plain_text(child.children), _LINKED)
                inner = inner or self._inlines(child.children, lang, link=True)
                if child.target.startswith("#"):
                    return f'<w:hyperlink w:anchor="{bookmark_name("at", child.target[1:])}" w:history="1">{inner}</w:hyperlink>'
                self.links.append(clean(child.target))
                return f'<w:hyperlink r:id="rIdLink{len(self.links)}" w:history="1">{inner}</w:hyperlink>'

    def _text_runs(self, text: Text, lang: str | None, link: bool) -> str:
        """One run, or several where letters stand raised."""
        own = language_of(text, lang or self._document.lang, self._document.lang)
        properties = self._run_properties(text, own, link)
        if not may_be_raised(text, own):
            return text_run(text.text, properties)
        return "".join(
            text_run(part, _raised_before_language(properties) if raised else properties)
            for part, raised in raised_parts(text, own)
        )

    def _run_properties(self, text: Text, lang: str, link: bool) -> str:
        """What the run of a text in `lang` says of itself."""
        if not (link or text.bold or text.italic or text.small) and lang == self._document.lang:
            return ""
        parts = [_LINKED] if link else []
        parts += ["<w:b/><w:bCs/>"] if text.bold else []
        parts += ["<w:i/><w:iCs/>"] if text.italic else []
        if text.small:
            size = half_points(self._style.look("body").size * 0.86)
            parts.append(f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
        if lang != self._document.lang:
            parts.append(f"<w:lang w:val={attribute(_full_tag(lang))}/>")
        return "".join(parts)

    # -- bookmarks

    def _evidence_name(self, name: str) -> str:
        self._counts[name] = self._counts.get(name, 0) + 1
        return bookmark_name("ev", name, self._counts[name])

    def _bookmarked(self, content: str, name: str) -> str:
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _raised_before_language(properties: str) -> str:
    """The schema wants vertAlign after the size and before the language."""
    before, tag, after = properties.partition("<w:lang")
    return f'{before}<w:vertAlign w:val="superscript"/>{tag}{after}'


def _names(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()


def _full_tag(lang: str) -> str:
    """Word wants a region: ``fr`` is ``fr-FR``."""
    return {"fr": "fr-FR", "en": "en-US", "de": "de-DE", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN"}.get(lang, lang)


def _space(points: float) -> str:
    """An empty paragraph of that height: Word joins two quotations, or two tables, that touch."""
    height = f'w:before="0" w:after="0" w:line="{max(twips(points), 20)}" w:lineRule="exact"'
    return f"<w:p><w:pPr><w:spacing {height}/></w:pPr></w:p>"
