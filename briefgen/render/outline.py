"""What the three writers must agree on: the words of inlines, and the levels of the headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefgen.frozen import dataclass
from briefgen.model.tree import (
    Block,
    BlockQuote,
    Break,
    Document,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    ReferenceMark,
    SectionBlock,
    Text,
)

# What no file format takes: control characters, lone surrogates, byte order marks,
# noncharacters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# Line ends of all kinds, which are spaces inside a text.
_LINE_ENDS = re.compile("\r\n|[\t\n\x0b\x0c\r\x85\u2028\u2029]")

_DIRTY = re.compile(f"{_UNPRINTABLE.pattern}|[\t\n\x0b\x0c\r\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text without the characters that no file format takes; line ends and tabs become spaces."""
    if text.isprintable() or _DIRTY.search(text) is None:
        return text
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub(" ", text))


def plain_text(children: Iterable[Inline]) -> str:
    """The words of inlines; a line break is one space."""
    return "".join(map(_plain, children))


def _plain(child: Inline) -> str:
    if isinstance(child, Text):
        return clean(child.text)
    if isinstance(child, ReferenceMark):
        return f"[{child.number}]"
    return " " if isinstance(child, Break) else plain_text(child.children)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in reading order, containers before their contents."""
    for block in blocks:
        yield block
        if isinstance(block, SectionBlock | BlockQuote):
            yield from walk(block.children)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from walk(item.children)


OUR_VOICE = frozenset(("attribution", "mentions", "note", "small"))
"""Roles of paragraphs in a quotation that are ours, in the document's language."""


def title_block(document: Document) -> Block | None:
    """The paragraph that is the document's title: the first of that role, else a kicker that opens the document."""
    first = document.blocks[0] if document.blocks else None
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            break
        if isinstance(block, Paragraph) and block.role == "title":
            return block
    return first if isinstance(first, Paragraph) and first.role == "kicker" else None


def opens_with_text(blocks: Sequence[Block]) -> bool:
    """Whether a list label can stand before the first line of these blocks."""
    if not blocks:
        return False
    first = blocks[0]
    if isinstance(first, SectionBlock | BlockQuote):
        return opens_with_text(first.children)
    return isinstance(first, Paragraph | Heading)


# "2. Energy", "2.1. Imports"
_NUMBER = re.compile(r"\d{1,2}\.(?:\d{1,2}\.)*[ \u00a0\u202f]+")


def unnumbered(document: Document) -> Document:
    """The document, its headings without the numbers that the template gave them."""
    return replace(document, blocks=tuple(map(_unnumbered, document.blocks)))


def _unnumbered(block: Block) -> Block:
    if isinstance(block, SectionBlock):
        return replace(block, children=tuple(map(_unnumbered, block.children)))
    if isinstance(block, Heading) and block.children and isinstance(block.children[0], Text):
        first = block.children[0]
        bare = replace(first, text=_NUMBER.sub("", first.text.lstrip(), count=1))
        return replace(block, children=(bare, *block.children[1:])) if _NUMBER.match(first.text.lstrip()) else block
    return block


def heading_levels(document: Document) -> dict[int, int]:
    """Level in the structure by `id()` of the block: the title is 1, no level is skipped on the way down."""
    title = title_block(document)
    levels: dict[int, int] = {} if title is None else {id(title): 1}
    stack: list[int] = []
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            while stack and stack[-1] >= block.level:
                stack.pop()
            stack.append(block.level)
            levels[id(block)] = len(stack) + (title is not None)
    return levels


_TITLE_LENGTH = 120


def anchor_titles(document: Document) -> dict[str, str]:
    """What a link to each anchor leads to, in words: the entry of a source, the title of a section."""
    titles = {entry.anchor: entry.title for entry in contents(document, 9)}
    for block in walk(document.blocks):
        if isinstance(block, Heading | Paragraph) and block.id:
            titles[block.id] = plain_text(block.children)
        elif isinstance(block, Figure) and block.id:
            titles[block.id] = plain_text(block.caption)
        elif isinstance(block, ListBlock):
            for item in block.items:
                first = next((child for child in item.children if isinstance(child, Paragraph)), None)
                if item.id and first is not None:
                    titles[item.id] = f"{item.label} {plain_text(first.children)}"
    return {name: text[:_TITLE_LENGTH] for name, text in titles.items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the list of contents."""

    level: int
    """1 for the headings right below the title."""
    title: str
    anchor: str
    """``heading-0``, ``heading-1`` … in reading order."""


def contents(document: Document, depth: int) -> list[Entry]:
    """The headings down to `depth`, in reading order."""
    levels, titled = heading_levels(document), title_block(document) is not None
    headings = [block for block in walk(document.blocks) if isinstance(block, Heading)]
    entries = [
        Entry(levels[id(block)] - titled, plain_text(block.children), f"heading-{index}")
        for index, block in enumerate(headings)
    ]
    return [entry for entry in entries if entry.level <= depth]


def language_of(text: Text, around: str, document: str) -> str:
    """The language of a text inside a paragraph in `around`: what it states; else the paragraph's if it is verbatim or
    has no letters (quotation marks); else the document's, for it is our voice."""
    if text.lang:
        return around if same_language(text.lang, around) else text.lang
    if around == document or text.verbatim or not any(map(str.isalpha, text.text)):
        return around
    return document


def same_language(one: str, other: str) -> bool:
    """Whether the tags say the same; ``fr`` and ``fr-FR`` do, ``fr-FR`` and ``fr-CA`` do not."""
    return one == other or other.startswith(one + "-") or one.startswith(other + "-")
