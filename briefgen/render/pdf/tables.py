"""Tables to slabs: column widths, cells, rows that repeat on each page, rows taller than a page."""

from dataclasses import dataclass, replace

from briefgen.model.tree import Cell, Row, Table
from briefgen.render.columns import column_widths
from briefgen.render.pdf.linebreak import break_lines
from briefgen.render.pdf.objects import pdf_text
from briefgen.render.pdf.slabs import CellLines, Paragraph, RowSlab
from briefgen.render.pdf.structure import Element
from briefgen.render.pdf.words import Setting, Word, Words
from briefgen.render.style import Align, Look, Style

# A row with more lines than this is divided over pages.
_TALLEST = 24


@dataclass(slots=True, eq=False)
class _Box:
    """A cell with its words, before its width is known."""

    words: list[Word]
    element: Element
    role: str
    cell: Cell


class TableSetter:
    """Sets one table into a measure starting at `left`."""

    def __init__(self, style: Style, words: Words, lang: str, left: float, measure: float) -> None:
        self._style, self._words, self._lang = style, words, lang
        self._left, self._measure = left, measure

    def slabs(self, table: Table, parent: Element) -> list[RowSlab]:
        element = Element("Table", parent)
        if table.caption:
            element.attributes = f"<</O /Table /Summary {pdf_text(table.caption)}>>"
        boxes = [
            [self._box(cell, row, table.role, tr) for cell in row.cells] for row, tr in _with_elements(table, element)
        ]
        pad = 2 * float(self._style.table["pad_x"])
        widths = column_widths(table, [[box.words for box in row] for row in boxes], self._measure, pad)
        if not widths:
            return []
        slabs: list[RowSlab] = []
        header: RowSlab | None = None
        for index, (row, cells) in enumerate(zip(table.rows, boxes, strict=True)):
            heads = row.header or (index == 0 and bool(row.cells) and all(cell.header for cell in row.cells))
            made = self._row(cells, widths, table.role, heads, index == 0, index == len(table.rows) - 1)
            if heads and header is None and index == 0:
                header = made[0] if len(made) == 1 else None
                made[-1].keep = True
            else:
                for slab in made:
                    slab.header = header
            slabs += made
        if len(slabs) > 4:
            slabs[1].keep = slabs[-2].keep = True
        return slabs

    def _box(self, cell: Cell, row: Row, role: str, parent: Element) -> _Box:
        head = cell.header or row.header
        element = Element("TH" if head else "TD", parent)
        if head:
            element.attributes = f"<</O /Table /Scope /{'Column' if row.header or role != 'header' else 'Row'}>>"
        kind = {"header": ("field", "field_head")}.get(role, ("cell", "cell_head"))[head]
        setting = Setting(self._style, self._style.look(kind), element, self._lang, self._lang)
        return _Box(self._words.of(cell.children, setting), element, kind, cell)

    def _row(
        self, boxes: list[_Box], widths: list[float], role: str, heads: bool, first: bool, last: bool
    ) -> list[RowSlab]:
        table, left, cells = self._style.table, self._left, []
        for box, width in zip(boxes, widths, strict=False):
            look = self._style.look(box.role)
            inset = 0.0 if left == self._left else float(table["pad_x"])
            room = max(width - float(table["pad_x"]) - inset, 4.0)
            lines = break_lines(box.words, room, False, look.hyphenate) if box.words else []
            paragraph = Paragraph(box.element, _aligned(look, box.cell.align), left + inset, room, box.cell.evidence)
            cells.append(CellLines(paragraph, lines))
            left += width
        return self._parts(cells, role, heads, first, last)

    def _thickness(self, role: str, heads: bool, last: bool) -> float:
        """Of the line below a row: a strong one under the head; in the document's header only the last row has one."""
        if heads and role != "header":
            return float(self._style.table["head_rule"])
        return float(self._style.table["row_rule"]) if role != "header" or last else 0.0

    def _parts(self, cells: list[CellLines], role: str, heads: bool, first: bool, last: bool) -> list[RowSlab]:
        tallest = max((len(cell.lines) for cell in cells), default=1)
        table, parts = self._style.table, []
        for start in range(0, max(tallest, 1), _TALLEST):
            chosen = [CellLines(cell.paragraph, cell.lines[start : start + _TALLEST]) for cell in cells]
            final = start + _TALLEST >= tallest
            pad = float(table["field_pad_y" if role == "header" else "pad_y"])
            height = max((len(cell.lines) * cell.paragraph.look.leading for cell in chosen), default=0.0) + 2 * pad
            thickness = self._thickness(role, heads, last) if final else 0.0
            color = self._style.color("accent" if heads else str(table["rule_color"]))
            parts.append(
                RowSlab(
                    height=max(height, 2 * pad + 6),
                    cells=chosen,
                    pad=pad,
                    rule=(thickness, color),
                    left=self._left,
                    width=self._measure,
                    rule_above=float(table["row_rule"]) if role == "header" and first and not start else 0.0,
                )
            )
        return parts


def _with_elements(table: Table, element: Element) -> list[tuple[Row, Element]]:
    return [(row, Element("TR", element)) for row in table.rows]


def _aligned(look: Look, align: Align) -> Look:
    return look if align == look.align else replace(look, align=align)
