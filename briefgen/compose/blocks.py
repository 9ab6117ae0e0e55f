"""Markup nodes → blocks and inlines of the document tree, white space as in HTML, typography applied."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from briefgen.compose.markup import Node
from briefgen.compose.numbering import NUMBER
from briefgen.compose.runs import tree_line
from briefgen.errors import TemplateError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.model.tree import (
    Block,
    BlockQuote,
    Break,
    Cell,
    Contents,
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
)  # fmt: skip
from briefgen.text.typography import printable

_INLINE = frozenset("b strong i em small span a br".split())
_ALIGN: Mapping[str, Literal["left", "right", "center"]] = {"left": "left", "right": "right", "center": "center"}
_WHITE = re.compile(r"[ \t\n\r\f]+")


def _evidence(node: Node) -> tuple[str, ...]:
    return tuple(node.attributes.get("data-evidence", "").split())


def _role(node: Node, default: str) -> str:
    return node.attributes.get("class") or default


@dataclass(frozen=True, slots=True)
class Builder:
    locale: str
    figures: Mapping[str, Figure]

    def blocks(self, node: Node) -> tuple[Block, ...]:
        """Block children of `node`; loose words between them become paragraphs."""
        found: list[Block] = []
        loose: list[Node | str] = []
        for child in node.children:
            if isinstance(child, str) or child.tag in _INLINE:
                loose.append(child)
                continue
            found += self._loose(loose)
            loose = []
            found.append(self._block(child))
        return (*found, *self._loose(loose))

    def _loose(self, children: Sequence[Node | str]) -> list[Block]:
        inlines = self.inlines(children)
        return [Paragraph(inlines)] if inlines else []

    def _block(self, node: Node) -> Block:
        builders: Mapping[str, Callable[[Node], Block]] = {
            "h1": self._heading,
            "h2": self._heading,
            "h3": self._heading,
            "p": self._paragraph,
            "blockquote": self._quote,
            "ul": self._list,
            "ol": self._list,
            "table": self._table,
            "section": self._section,
            "figure": self._figure,
            "nav": self._contents,
            "hr": lambda _node: Rule(),
        }
        return builders[node.tag](node)

    def _heading(self, node: Node) -> Block:
        return Heading(int(node.tag[1]), self.inlines(node.children), node.attributes.get("id"))

    def _paragraph(self, node: Node) -> Block:
        return Paragraph(self.inlines(node.children), _role(node, "body"), node.attributes.get("id"), _evidence(node))

    def _quote(self, node: Node) -> Block:
        return BlockQuote(self.blocks(node), node.attributes.get("lang"), _evidence(node))

    def _section(self, node: Node) -> Block:
        return SectionBlock(self.blocks(node), node.attributes.get("id"))

    def _figure(self, node: Node) -> Block:
        name = node.attributes.get("data-figure", "")
        if name not in self.figures:
            known = ", ".join(sorted(self.figures)) or "none"
            raise TemplateError(
                _("{place}: there is no figure “{name}” in this briefing; there are: {known}."),
                place=node.place,
                name=name,
                known=known,
            )
        figure = self.figures[name]
        caption = self.inlines(node.children) or _numbered(figure.caption, node)
        return replace(figure, caption=caption, id=node.attributes.get("id", figure.id))

    def _contents(self, node: Node) -> Block:
        depth = node.attributes.get("data-depth", "2")
        if depth not in ("1", "2", "3"):
            raise TemplateError(
                _("{place}: data-depth must be 1, 2 or 3, not “{value}”."), place=node.place, value=depth
            )
        return Contents(int(depth))

    def _list(self, node: Node) -> Block:
        ordered = node.tag == "ol"
        entries = [child for child in node.children if isinstance(child, Node)]
        items = tuple(
            ListItem(f"{number}." if ordered else "–", self.blocks(entry), entry.attributes.get("id"), _evidence(entry))
            for number, entry in enumerate(entries, 1)
        )
        return ListBlock(items, ordered, _role(node, "body"))

    def _table(self, node: Node) -> Block:
        rows = tuple(self._row(row, parent) for parent, row in _rows(node))
        widths = node.attributes.get("data-widths", "").split()
        try:
            shares = tuple(float(width) for width in widths)
        except ValueError as error:
            raise TemplateError(
                _("{place}: data-widths must be numbers, as in data-widths='3 1 1'."), place=node.place
            ) from error
        return Table(rows, node.attributes.get("title"), shares, _role(node, "facts"))

    def _row(self, node: Node, parent: str) -> Row:
        cells = tuple(self._cell(child) for child in node.children if isinstance(child, Node))
        return Row(cells, parent == "thead")

    def _cell(self, node: Node) -> Cell:
        name = node.attributes.get("class", "left")
        align = _ALIGN.get(name)
        if align is None:
            raise TemplateError(
                _("{place}: class of a cell must be left, right or center, not “{value}”."),
                place=node.place,
                value=name,
            )
        return Cell(self.inlines(node.children), node.tag == "th", align, _evidence(node))

    def inlines(self, children: Iterable[Node | str]) -> tuple[Inline, ...]:
        """Runs with white space collapsed, trimmed at both ends, typography applied."""
        runs = _trimmed(_collapsed(_runs(children, Text(""))))
        return tree_line(_merged(runs), self.locale)


def _numbered(caption: tuple[Inline, ...], node: Node) -> tuple[Inline, ...]:
    """A figure's own caption with its number in the order of print."""
    number = node.attributes.get(NUMBER, "")
    return tuple(replace(c, text=c.text.replace("{n}", number)) if isinstance(c, Text) else c for c in caption)


def _rows(table: Node) -> Iterable[tuple[str, Node]]:
    for child in table.children:
        if isinstance(child, Node) and child.tag == "tr":
            yield "table", child
        elif isinstance(child, Node):
            yield from ((child.tag, row) for row in child.children if isinstance(row, Node))


def _runs(children: Iterable[Node | str], look: Text) -> Iterable[Inline]:
    """The runs of `children` in the look that surrounds them."""
    for child in children:
        if isinstance(child, str):
            yield replace(look, text=printable(child) if look.verbatim else child)
        elif child.tag == "br":
            yield Break()
        elif child.tag == "a":
            yield _link(child, look)
        elif child.tag in _INLINE:
            yield from _runs(child.children, _look(child, look))
        else:
            raise TemplateError(_("{place}: <{tag}> cannot stand inside a line."), place=child.place, tag=child.tag)


def _look(node: Node, look: Text) -> Text:
    attributes = node.attributes
    return replace(
        look,
        bold=look.bold or node.tag in ("b", "strong"),
        italic=look.italic or node.tag in ("i", "em"),
        small=look.small or node.tag == "small",
        lang=attributes.get("lang", look.lang),
        evidence=attributes.get("data-evidence", look.evidence),
        verbatim=look.verbatim or attributes.get("class") == "verbatim",
    )


def _link(node: Node, look: Text) -> Inline:
    target = node.attributes.get("href", "")
    if node.attributes.get("class") == "reference":
        number = "".join(child for child in node.children if isinstance(child, str)).strip("[] ")
        if not number.isdigit():
            raise TemplateError(
                _("{place}: a reference must hold a number, not “{value}”."), place=node.place, value=number
            )
        return ReferenceMark(int(number), target.removeprefix("#"))
    return Link(target, tuple(_collapsed(_runs(node.children, look))))


def _collapsed(runs: Iterable[Inline]) -> list[Inline]:
    """One space for each stretch of white space in words of ours; what is verbatim stays."""
    found: list[Inline] = []
    for run in runs:
        if isinstance(run, Text) and not run.verbatim:
            run = replace(run, text=printable(_WHITE.sub(" ", run.text)))
            if run.text.startswith(" ") and found and _ends_with_space(found[-1]):
                run = replace(run, text=run.text[1:])
        if not isinstance(run, Text) or run.text:
            found.append(run)
    return found


def _ends_with_space(run: Inline) -> bool:
    return isinstance(run, Break) or (isinstance(run, Text) and not run.verbatim and run.text.endswith(" "))


def _trimmed(runs: list[Inline]) -> list[Inline]:
    """Without white space of ours at either end."""
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while runs:
            run = runs[end]
            if not isinstance(run, Text) or run.verbatim:
                break
            rest = strip(run.text, " ")
            if rest:
                runs[end] = replace(run, text=rest)
                break
            runs.pop(end)
    return runs


def _merged(runs: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbors of one look as one run, so that typography sees whole words."""
    found: list[Inline] = []
    for run in runs:
        last = found[-1] if found else None
        if (
            isinstance(run, Text)
            and isinstance(last, Text)
            and not run.verbatim
            and replace(last, text=run.text) == run
        ):
            found[-1] = replace(last, text=last.text + run.text)
        else:
            found.append(run)
    return tuple(found)
