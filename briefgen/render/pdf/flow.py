"""Blocks to slabs, with their structure elements."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from briefgen.frozen import dataclass
from briefgen.model.tree import (
    Block,
    BlockQuote,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Rule,
    SectionBlock,
    Table,
    Text,
)
from briefgen.model.tree import Paragraph as TreeParagraph
from briefgen.render.outline import OUR_VOICE, contents, heading_levels, plain_text, same_language, title_block
from briefgen.render.pdf.contents import entry_slab
from briefgen.render.pdf.fallback import Fallbacks
from briefgen.render.pdf.linebreak import Line, break_lines
from briefgen.render.pdf.slabs import Bar, LineSlab, Paragraph, RuleSlab, Slab
from briefgen.render.pdf.structure import Element
from briefgen.render.pdf.tables import TableSetter
from briefgen.render.pdf.words import Setting, Word, Words
from briefgen.render.style import Logo, Look, Style

# Lines of a quotation with its attribution, and of a list item, up to which they are not divided over pages.
_SHORT_QUOTATION, _SHORT_ITEM = 6, 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks are set: their edges, their parent, and what their ancestors say of them."""

    left: float
    measure: float
    parent: Element
    lang: str
    """Of the paragraphs set here."""
    declared: str
    """What `parent` and its ancestors say of it."""
    role: str = ""
    """Role of paragraphs that state none."""
    bar: Bar | None = None
    evidence: tuple[str, ...] = ()


@dataclass(slots=True)
class HeadingPlace:
    """An outline entry; its anchor is known to the canvas once it is drawn."""

    level: int
    title: str
    anchor: str


@dataclass(slots=True)
class Flow:
    """The slabs of a document, in order, given on block by block."""

    document: Document
    style: Style
    emit: Callable[[list[Slab]], None]
    """Takes the slabs of each block once nothing about them changes any more."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """Page of each heading, from an earlier run: for the list of contents."""
    missing: set[str] = field(default_factory=set)
    slabs: list[Slab] = field(default_factory=list)
    headings: list[HeadingPlace] = field(default_factory=list)
    _after: float = 0.0
    _begun: bool = False
    _inside: int = 0
    """How many quotations and list items are open."""
    _waiting: tuple[str, ...] = ()
    """Anchors of sections whose first slab has not come yet."""
    _levels: dict[int, int] = field(default_factory=dict)
    _titled: bool = False
    _notes: set[str] = field(default_factory=set)
    """IDs of the notes so far."""
    fallbacks: Fallbacks = field(init=False)
    _words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.fallbacks = Fallbacks(self.style.fallbacks, self.style.machine_fonts)
        self._words = Words(self.missing, self.fallbacks)

    def run(self, root: Element) -> None:
        """Set the whole document below `root`."""
        sheet = self.style.sheet
        self._levels = heading_levels(self.document)
        self._titled = title_block(self.document) is not None
        if self.style.logo is not None:
            self._logo(self.style.logo)
        self._blocks(
            self.document.blocks, Place(sheet.left, sheet.measure, root, self.document.lang, self.document.lang)
        )

    def _logo(self, logo: Logo) -> None:
        from briefgen.render.pdf.logo import logo_slab

        self.slabs.append(logo_slab(logo, self.style))
        self._after, self._begun = logo.after, True

    def _blocks(self, blocks: Sequence[Block], place: Place) -> None:
        for block in blocks:
            self._block(block, place)
            if not self._inside:
                self.emit(self.slabs)
                self.slabs = []

    def _block(self, block: Block, place: Place) -> None:
        match block:
            case Heading():
                self._heading(block, place)
            case TreeParagraph():
                self._paragraph(block, place)
            case BlockQuote():
                self._quote(block, place)
            case ListBlock():
                self._list(block, place)
            case Table():
                self._table(block, place)
            case SectionBlock():
                section = Element("Sect", place.parent)
                self._waiting += (block.id,) if block.id else ()
                self._blocks(block.children, replace(place, parent=section))
            case Rule():
                color = self.style.color("rule")
                self._add([RuleSlab(height=0.6, left=place.left, width=place.measure, color=color)], 6, 6, place)
            case Figure():
                self._figure(block, place)
            case Contents():
                self._contents(block, place)

    # -- paragraphs

    def _heading(self, block: Heading, place: Place) -> None:
        level = self._levels[id(block)]
        look = self.style.look(f"h{min(max(level - self._titled, 1), 3)}")
        title = plain_text(block.children)
        anchor = f"heading-{len(self.headings)}"
        self.headings.append(HeadingPlace(level, title, anchor))
        element = Element(f"H{min(level, 6)}", place.parent)
        first = len(self.slabs)
        self._text(block.children, look, element, place)
        self._anchor(first, anchor, block.id)

    def _paragraph(self, block: TreeParagraph, place: Place) -> None:
        role = place.role if block.role == "body" and place.role else block.role
        title = id(block) in self._levels
        role = "title" if title else role
        element = Element("H1" if title else "P", place.parent)
        first = len(self.slabs)
        self._text(
            block.children, self.style.look(role), element, replace(place, evidence=place.evidence + block.evidence)
        )
        self._anchor(first, block.id)

    def _text(self, children: tuple[Inline, ...], look: Look, element: Element, place: Place) -> None:
        if place.lang != place.declared:
            element.lang = place.lang
        if look.italic and all(isinstance(child, Text) and child.italic for child in children):
            look = replace(look, italic=False)  # emphasis inside an italic text is upright, but not if all of it is
        setting = Setting(self.style, look, element, place.lang, self.document.lang)
        words = self._words.of(children, setting)
        paragraph = Paragraph(element, look, place.left, place.measure, place.evidence)
        lines = self._break(words, look, place.measure)
        self._add(_line_slabs(lines, paragraph, self.style), look.before, look.after, place, keep=look.keep)

    def _break(self, words: list[Word], look: Look, measure: float) -> list[Line]:
        return break_lines(words, measure, look.align == "justify", look.hyphenate) if words else []

    # -- containers

    def _quote(self, block: BlockQuote, place: Place) -> None:
        element = Element("BlockQuote", place.parent)
        lang = block.lang if block.lang and not same_language(block.lang, place.lang) else place.lang
        if lang != place.declared:
            element.lang = lang
        quote = self.style.quote
        bar = Bar(place.left, float(quote["bar"]), self.style.color(str(quote["bar_color"])))
        inner = replace(
            place,
            left=place.left + float(quote["indent"]),
            measure=place.measure - float(quote["indent"]),
            parent=element,
            lang=lang,
            declared=lang,
            role="quote",
            bar=bar,
            evidence=place.evidence + block.evidence,
        )
        self._after = max(self._after, float(quote["before"]))
        first = len(self.slabs)
        self._inside += 1
        said = first
        for index, child in enumerate(block.children):
            own = _our_voice(child, inner, place.lang) if index and isinstance(child, TreeParagraph) else inner
            self._block(child, own)
            said = len(self.slabs) if own is inner else said
        self._inside -= 1
        for slab in self.slabs[first + 1 : len(self.slabs) - 1]:
            slab.bar = bar
        self._keep_end(first, said)
        self._after = max(self._after, float(quote["after"]))

    def _keep_end(self, first: int, said: int) -> None:
        """A short quotation stays whole; who said a long one, from the slab `said` on, stays with its last two lines."""
        start = first if len(self.slabs) - first <= _SHORT_QUOTATION else max(said - 2, first)
        for slab in self.slabs[start:-1]:
            slab.keep = True

    def _list(self, block: ListBlock, place: Place) -> None:
        element = place.parent
        if not self._are_notes(block):
            element = Element("L", place.parent)
            element.attributes = f"<</O /List /ListNumbering /{'Decimal' if block.ordered else 'Disc'}>>"
        role = {"key_points": "key", "sources": "reference", "findings": "finding"}.get(block.role, "item")
        indent = self._label_width(block, role)
        starts = []
        for item in block.items:
            starts.append(len(self.slabs))
            item_place = replace(place, parent=element, role=role)
            self._item(item, item_place, indent, self._note(item, element) if self._are_notes(block) else None)
        self._keep_ends([*starts, len(self.slabs)])

    def _keep_ends(self, starts: Sequence[int]) -> None:
        """Neither the first item of a list stands alone on a page, nor the last, if they and their neighbors are short;
        `starts` are the items' first slabs, and the end."""
        for index in {1, len(starts) - 2} if len(starts) > 2 else ():
            slabs = self.slabs[starts[index - 1] : starts[index + 1]]
            if starts[index - 1] < starts[index] and len(slabs) <= 2 * _SHORT_ITEM:
                for slab in slabs[:-1]:
                    slab.keep = True

    def _label_width(self, block: ListBlock, role: str) -> float:
        """The common indent: wide enough for the widest label."""
        lang = self.document.lang
        probe = Setting(self.style, self.style.look(role), Element("Lbl"), lang, lang, bold=self.style.label_bold)
        widths = (sum(word.width for word in self._words.of((Text(item.label),), probe)) for item in block.items)
        return max(self.style.list_indent, max(widths, default=0.0) + 5)

    def _are_notes(self, block: ListBlock) -> bool:
        return self.style.footnotes and block.role == "sources"

    def _note(self, item: ListItem, parent: Element) -> Element:
        """A note at the end; its ID is that of the source, unless another note has it."""
        note = Element("Note", parent)
        note.name = item.id or "note"
        while note.name in self._notes:
            note.name += "-"
        self._notes.add(note.name)
        return note

    def _item(self, item: ListItem, place: Place, indent: float, note: Element | None = None) -> None:
        element = note or Element("LI", place.parent)
        label, body = Element("Lbl", element), note or Element("LBody", element)
        look = self.style.look(place.role)
        upright, lang = replace(look, italic=False), self.document.lang
        setting = Setting(self.style, upright, label, lang, lang, self.style.label_color, self.style.label_bold)
        words = self._words.of((Text(item.label),), setting)
        first = len(self.slabs)
        inner = replace(
            place,
            left=place.left + indent,
            measure=place.measure - indent,
            parent=body,
            evidence=place.evidence + item.evidence,
        )
        self._inside += 1
        self._blocks(item.children, inner)
        self._inside -= 1
        if words:
            line = Line(words, sum(word.width for word in words), 0.0, True)
            self._label(first, line, Paragraph(label, replace(look, align="left"), place.left, indent))
        self._anchor(first, item.id)

    def _label(self, first: int, line: Line, paragraph: Paragraph) -> None:
        """Put a label before the item's first line; on a line of its own if the item begins with no text."""
        slab = self.slabs[first] if first < len(self.slabs) else None
        if not isinstance(slab, LineSlab) or slab.label is not None or slab.line is None:
            before = slab.before if slab is not None else self._after if self._begun else 0.0
            slab = LineSlab(height=paragraph.look.leading, before=before, keep=True, paragraph=paragraph, line=None)
            self.slabs.insert(first, slab)
        slab.label = (line, paragraph)

    # -- others

    def _table(self, block: Table, place: Place) -> None:
        setter = TableSetter(self.style, self._words, place.lang, place.left, place.measure)
        table = self.style.table
        self._add(list(setter.slabs(block, place.parent)), float(table["before"]), float(table["after"]), place)

    def _figure(self, block: Figure, place: Place) -> None:
        from briefgen.render.pdf.figures import figure_slab

        element = Element("Figure", place.parent)
        element.alt = block.alt
        slab = figure_slab(block, element, self.style, place.left, place.measure)
        slab.keep = bool(block.caption)
        self._add([slab], 6, 4, place)
        self._anchor(len(self.slabs) - 1, block.id)
        if block.caption:
            self._text(
                block.caption, replace(self.style.look("caption"), keep=False), Element("P", place.parent), place
            )

    def _contents(self, block: Contents, place: Place) -> None:
        """One line an entry: title, dots, page number (known on the second run)."""
        element = Element("TOC", place.parent)
        self._after = max(self._after, 8.0)
        for entry in contents(self.document, block.depth):
            look = self.style.look("contents")
            left = 12.0 * (entry.level - 1)
            inner = replace(
                place, left=place.left + left, measure=place.measure - left, parent=Element("TOCI", element)
            )
            link = Link("#" + entry.anchor, (Text(entry.title),))
            item = Element("Reference", inner.parent)
            words = self._words.of((link,), Setting(self.style, look, item, place.lang, self.document.lang, look.color))
            number = str(self.pages.get(entry.anchor, 0) + 1)
            paragraph = Paragraph(item, look, inner.left, inner.measure)
            lines = self._break(words, look, inner.measure - 40)
            slabs = _line_slabs(lines, paragraph, self.style)
            if slabs:
                slabs[-1] = entry_slab(slabs[-1], number, self.style)
            self._add(slabs, look.before, look.after, inner)

    # -- stacking

    def _add(self, slabs: Sequence[Slab], before: float, after: float, place: Place, keep: bool = False) -> None:
        if not slabs:
            return
        slabs[0].before = max(before, self._after) if self._begun else 0.0
        slabs[0].anchors += self._waiting
        self._begun, self._waiting = True, ()
        slabs[-1].keep = slabs[-1].keep or keep
        for slab in slabs:
            slab.bar = slab.bar or place.bar
        self.slabs += slabs
        self._after = after

    def _anchor(self, index: int, *names: str | None) -> None:
        found = tuple(name for name in names if name)
        if found and index < len(self.slabs):
            self.slabs[index].anchors += found


def _line_slabs(lines: list[Line], paragraph: Paragraph, style: Style) -> list[Slab]:
    """One slab a line; the first two and the last two stay together."""
    look, count = paragraph.look, len(lines)
    slabs: list[Slab] = [
        LineSlab(
            height=look.leading,
            keep=index + 1 < count and (index == 0 or index == count - 2 or look.keep),
            paragraph=paragraph,
            line=line,
        )
        for index, line in enumerate(lines)
    ]
    if look.rule == "below" and slabs:
        last = slabs[-1]
        assert isinstance(last, LineSlab)
        last.height += 2.5
        last.rule = (0.5, style.color("rule"))
    return slabs


def _our_voice(child: TreeParagraph, inner: Place, lang: str) -> Place:
    """An attribution is ours: in the document's language again."""
    return replace(inner, lang=lang) if child.role in OUR_VOICE else inner
