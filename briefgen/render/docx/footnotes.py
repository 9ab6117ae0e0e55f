"""Sources as real footnotes, where the document asks for them: each called after its first reference."""

from dataclasses import dataclass, field

from briefgen.model.tree import Document, Inline, ListBlock, Paragraph, ReferenceMark, Text
from briefgen.render.docx.xml import DECLARATION, NAMESPACES, text_run
from briefgen.render.outline import plain_text, walk

_FIXED = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
    "<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)
_CALL = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one document, in the order of their references."""

    texts: dict[str, tuple[Inline, ...]]
    """What stands in the list of sources, by anchor."""
    used: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    """The words of each."""

    @classmethod
    def of(cls, document: Document, wanted: bool) -> "Footnotes":
        """Empty, unless the document or its style wants footnotes."""
        texts: dict[str, tuple[Inline, ...]] = {}
        if wanted or document.references == "footnotes":
            for block in walk(document.blocks):
                for item in block.items if isinstance(block, ListBlock) and block.role == "sources" else ():
                    first = next((child for child in item.children if isinstance(child, Paragraph)), None)
                    if item.id and first is not None:
                        texts[item.id] = first.children
        return cls(texts)

    def mark(self, reference: ReferenceMark) -> str:
        """The run that calls the footnote, after a first reference; empty if it is not the first. Word numbers it: of
        marks of one's own, LibreOffice 7 prints two."""
        if reference.target not in self.texts or reference.target in self.used:
            return ""
        number = self.used[reference.target] = len(self.used) + 1
        words = "".join(_note_run(child) for child in self.texts[reference.target])
        self.printed.append(f"[{reference.number}] {plain_text(self.texts[reference.target])}")
        self.notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>{_CALL}<w:footnoteRef/></w:r>'
            f"{text_run(f' [{reference.number}] ')}{words}</w:p></w:footnote>"
        )
        return f'<w:r>{_CALL}<w:footnoteReference w:id="{number}"/></w:r>'

    def part(self) -> str:
        """``footnotes.xml``."""
        return f"{DECLARATION}<w:footnotes {NAMESPACES}>{_FIXED}{''.join(self.notes)}</w:footnotes>"


def _note_run(child: Inline) -> str:
    if isinstance(child, Text):
        return text_run(
            child.text, ("<w:b/><w:bCs/>" if child.bold else "") + ("<w:i/><w:iCs/>" if child.italic else "")
        )
    if isinstance(child, ReferenceMark):
        return text_run(f"[{child.number}]")
    return "".join(map(_note_run, getattr(child, "children", ()))) or text_run(" ")
