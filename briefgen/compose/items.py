"""The composed briefing as data: each printed item with its evidence, in print order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefgen.compose.ledger import Entry
from briefgen.compose.quoteline import fragments
from briefgen.model.briefing import BriefingItem, BriefingSection
from briefgen.model.evidence import Quote
from briefgen.model.extraction import Extraction
from briefgen.model.record import to_record
from briefgen.model.tree import (
    Block,
    BlockQuote,
    Break,
    Document,
    Figure,
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

_CONTEXT = 32
_WHITE = re.compile(r"\s+")


def flat(text: str) -> str:
    """`text` without white space: what is compared across line breaks."""
    return _WHITE.sub("", text)


def printed_words(document: Document) -> str:
    """All words of the tree in print order, one space between blocks."""
    return " ".join(word for block in document.blocks for word in _block_words(block))


def _block_words(block: Block) -> Iterable[str]:
    if isinstance(block, Heading | Paragraph):
        yield _inline_words(block.children)
    elif isinstance(block, BlockQuote | SectionBlock):
        for child in block.children:
            yield from _block_words(child)
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield item.label
            for child in item.children:
                yield from _block_words(child)
    elif isinstance(block, Table):
        yield from (_inline_words(cell.children) for row in block.rows for cell in row.cells)
    elif isinstance(block, Figure):
        yield _inline_words(block.caption)


def _inline_words(inlines: Iterable[Inline]) -> str:
    words = []
    for inline in inlines:
        if isinstance(inline, Text):
            words.append(inline.text)
        elif isinstance(inline, ReferenceMark):
            words.append(f"[{inline.number}]")
        elif isinstance(inline, Break):
            words.append(" ")
        elif isinstance(inline, Link):
            words.append(_inline_words(inline.children))
    return "".join(words)


def in_print_order(sections: Sequence[BriefingSection], document: Document) -> tuple[BriefingSection, ...]:
    """The sections with the items that the template really printed, as it ordered them."""
    page = flat(printed_words(document))
    found = []
    for section in sections:
        begin = max(page.find(flat(section.title)), 0) if section.title else 0
        places = [(page.find(flat(item.text), begin), item) for item in section.items]
        kept = tuple(item for place, item in sorted(places, key=lambda pair: pair[0]) if place >= 0)
        found.append(replace(section, items=kept))
    return tuple(section for section in found if section.items)


def evidence_records(items: Iterable[BriefingItem], entries: Mapping[str, Entry]) -> tuple[Mapping[str, object], ...]:
    """One object for each piece of evidence that an item rests on, in print order, with W3C selectors."""
    wanted = dict.fromkeys(name for item in items for name in item.evidence)
    return tuple(_record(entries[name]) for name in wanted if name in entries)


def _record(entry: Entry) -> Mapping[str, object]:
    element, text = entry.element, entry.extraction.text
    start, end = element.start, element.end
    if isinstance(element, Quote):
        pieces = [[a, b] for a, b in fragments(element)]
    else:
        pieces = [list(element.sentence)] if element.sentence[1] else [[start, end]]
    record = {
        "id": entry.id,
        "source": entry.source,
        "path": entry.extraction.source.path,
        "start": start,
        "end": end,
        "text": element.text,
        "prefix": text[max(0, start - _CONTEXT) : start],
        "suffix": text[end : end + _CONTEXT],
        "passages": [{"start": a, "end": b, "text": text[a:b]} for a, b in pieces],
    }
    rest = to_record(element)
    return record | {key: value for key, value in rest.items() if key not in record}


def source_records(
    extractions: Sequence[Extraction], numbers: Mapping[str, int], lines: Mapping[str, str]
) -> tuple[Mapping[str, object], ...]:
    """The sources that something printed rests on, by number, with the line printed of each."""
    known = {e.source.id: e.source for e in extractions}
    ordered = sorted(numbers.items(), key=lambda pair: pair[1])
    return tuple({"number": number, "reference": lines[name]} | to_record(known[name]) for name, number in ordered)
