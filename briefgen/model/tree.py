"""The document tree that every writer walks: blocks and inlines.

All printed words are in the tree as literal text (heading numbers, list labels, note marks `[n]`, labels in the document
language, typography already applied), so that PDF, DOCX and HTML carry the same words in the same order. Header, footer
and page numbers are not in the tree: the writer makes them from `Document`'s fields.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from briefgen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters with one look. `evidence` is ``SOURCE:q1`` where the run prints a piece of evidence."""

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    lang: str | None = None
    """BCP 47 where it differs from the document's."""
    evidence: str | None = None
    verbatim: bool = False
    """Characters of the source: no writer may touch them."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class ReferenceMark:
    """`[n]`, pointing at the source with that number in the list at the end."""

    number: int
    target: str
    """Anchor id of the entry, such as ``ref-2``."""


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a URL or, with ``#id``, to a place in the document."""

    target: str
    children: "tuple[Inline, ...]"


Inline = Text | Break | ReferenceMark | Link


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    children: tuple[Inline, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]
    role: str = "body"
    """body | title | kicker | note | attribution | mentions | key | caption | reference | small"""
    id: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A quotation with its attribution lines as further paragraphs."""

    children: "tuple[Block, ...]"
    lang: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    label: str
    """Literal label such as ``1.`` or ``–``; the writer prints it as it stands."""
    children: "tuple[Block, ...]"
    id: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[ListItem, ...]
    ordered: bool = False
    role: str = "body"
    """body | key_points | sources | findings"""


@dataclass(frozen=True, slots=True)
class Cell:
    children: tuple[Inline, ...]
    header: bool = False
    align: Literal["left", "right", "center"] = "left"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    caption: str | None = None
    """Said to screen readers; printed only if the template prints it as a paragraph."""
    widths: tuple[float, ...] = ()
    """Relative column widths; empty: the writer measures."""
    role: str = "facts"
    """header | facts | chronology"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of data: the writer draws it from `data` (kind and series); `alt` says the data in words."""

    kind: str
    data: Mapping[str, object]
    alt: str
    caption: tuple[Inline, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the measure."""


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A section: its heading first."""

    children: "tuple[Block, ...]"
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the headings, down to `depth` levels below the title, each leading to its place; writers with pages
    add the page numbers."""

    depth: int = 2


Block = Heading | Paragraph | BlockQuote | ListBlock | Table | Figure | Rule | SectionBlock | Contents


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document with what the writers need beside the words."""

    lang: str
    """BCP 47 such as ``fr-FR``."""
    title: str
    blocks: tuple[Block, ...]
    marking: str | None = None
    """Printed form, such as ``TLP:AMBER+STRICT``."""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    running_title: str = ""
    """For the page header."""
    date: str = ""
    """ISO date of the briefing, for metadata and time stamps."""
    page_label: str = "{page} / {pages}"
    """Page x of y in the document language."""
    style: str = "classic"
    references: Literal["list", "footnotes"] = "list"
    """Whether the sources are notes: at the end in PDF and HTML, in a Word file also where they are first pointed at."""
    evidence: Mapping[str, object] = field(default_factory=dict)
    """What is embedded as evidence.json."""
