"""A document tree as readable lines, for golden files."""

from collections.abc import Iterable, Iterator

from briefgen.model.tree import (
    Block,
    BlockQuote,
    Document,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    ReferenceMark,
    SectionBlock,
    Table,
    Text,
)  # fmt: skip


def outline(document: Document) -> str:
    """Every word with its look: **bold**, *italic*, {lang:words}, |verbatim|; no-break spaces as ~ and narrow ones as _."""
    head = [f"{document.lang} · {document.marking} · {document.title}"]
    text = "\n".join([*head, *(line for block in document.blocks for line in lines(block))]) + "\n"
    return text.replace("\u00a0", "~").replace("\u202f", "_")


def lines(block: Block, indent: str = "") -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{indent}{'#' * block.level} {inline(block.children)}"
    elif isinstance(block, Paragraph):
        yield f"{indent}({block.role}) {inline(block.children)}"
    elif isinstance(block, BlockQuote):
        yield f"{indent}> {block.lang or ''} {' '.join(block.evidence)}".rstrip()
        yield from nested(block.children, indent + "> ")
    elif isinstance(block, SectionBlock):
        yield f"{indent}[{block.id}]"
        yield from nested(block.children, indent + "  ")
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield f"{indent}{item.label} {item.id or ''} {' '.join(item.evidence)}".rstrip()
            yield from nested(item.children, indent + "   ")
    elif isinstance(block, Table):
        for row in block.rows:
            yield indent + "| " + " | ".join(inline(cell.children) for cell in row.cells)


def nested(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from lines(block, indent)


def inline(children: Iterable[Inline]) -> str:
    return "".join(map(run, children))


def run(one: Inline) -> str:
    if isinstance(one, ReferenceMark):
        return f"[{one.number}]"
    if isinstance(one, Link):
        return inline(one.children)
    if not isinstance(one, Text):
        return " / "
    text = f"|{one.text}|" if one.verbatim else one.text
    text = f"**{text}**" if one.bold else text
    text = f"*{text}*" if one.italic else text
    return f"{{{one.lang}:{text}}}" if one.lang else text
