"""A document tree to a tagged PDF 1.7 that is PDF/UA-1 and PDF/A-3b, with the evidence attached."""

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefgen.garbage import uncollected
from briefgen.i18n.mark import mark as _
from briefgen.model.finding import Finding
from briefgen.model.tree import Contents, Document
from briefgen.render.outline import anchor_titles, walk
from briefgen.render.pdf.canvas import Canvas, LinkArea
from briefgen.render.pdf.fallback import Fallbacks
from briefgen.render.pdf.fitting import FittingPaginator
from briefgen.render.pdf.flow import Flow, HeadingPlace
from briefgen.render.pdf.furniture import Furniture
from briefgen.render.pdf.metadata import write_attachment, write_info, write_intent, write_xmp
from briefgen.render.pdf.objects import PdfFile, number, pdf_text
from briefgen.render.pdf.structure import Element, write_structure
from briefgen.render.rendered import Rendered
from briefgen.render.style import Sheet, Style

_MISSING = _("No font draws {signs}; “?” is printed, and the file keeps the words as text.")
_BORROWED = _("{signs}: drawn with {file}, a font of this machine; without it, “?” is printed.")
# Characters that a finding names.
_NAMED = 8


# Pages from which a first setting's memory is given back before the second one.
_LONG = 60


def render_pdf(document: Document, style: Style) -> Rendered:
    """The PDF; its bytes depend on the document and the style alone."""
    if document.references == "footnotes":
        style = replace(style, footnotes=True)
    with uncollected():
        return _render(document, style)


def _render(document: Document, style: Style) -> Rendered:
    flow, canvas, root = _set(document, style, {})
    if any(isinstance(block, Contents) for block in walk(document.blocks)):
        pages = {name: page for name, (page, _top) in canvas.anchors.items()}
        long = len(canvas.pages) > _LONG
        del flow, canvas, root
        if long:  # need not be held twice
            gc.collect()
        flow, canvas, root = _set(document, style, pages)
    Furniture(document, style, canvas).draw()
    data = _Assembly(document, style.sheet, canvas, root, flow.headings).to_bytes()
    return Rendered(
        data, len(canvas.pages), tuple(canvas.placements), (*_findings(flow.missing), *_borrowed(flow.fallbacks))
    )


def _set(document: Document, style: Style, pages: Mapping[str, int]) -> tuple[Flow, Canvas, Element]:
    """The pages drawn, without header and footer; `pages` are those of the headings, if they are known."""
    canvas, root = Canvas(style.sheet.height), Element("Document")
    paginator = FittingPaginator(canvas, style.sheet)
    flow = Flow(document, style, paginator.feed, pages)
    flow.run(root)
    paginator.end()
    return flow, canvas, root


def heading_pages(document: Document, style: Style) -> dict[str, int]:
    """Page from 0 of each heading (``heading-0`` …), for files that do not know their own pages."""
    canvas = _set(document, style, {})[1]
    return {name: page for name, (page, _top) in canvas.anchors.items()}


def _findings(missing: Iterable[str]) -> Iterable[Finding]:
    signs = [f"{sign} (U+{ord(sign):04X})" for sign in sorted(missing)]
    if signs:
        yield Finding("warning", "missing_glyph", _MISSING, params={"signs": _listed(signs)})


def _listed(signs: Sequence[str]) -> str:
    return ", ".join(signs[:_NAMED]) + (", …" if len(signs) > _NAMED else "")


def _borrowed(fallbacks: Fallbacks) -> Iterable[Finding]:
    """What other machines may draw otherwise."""
    for file, signs in sorted(fallbacks.borrowed.items()):
        yield Finding("info", "machine_font", _BORROWED, params={"signs": _listed(sorted(signs)), "file": file})


class _Assembly:
    """The file of a drawn document."""

    def __init__(
        self, document: Document, sheet: Sheet, canvas: Canvas, root: Element, headings: list[HeadingPlace]
    ) -> None:
        self._document, self._sheet, self._canvas = document, sheet, canvas
        self._root, self._headings = root, headings
        self._file = PdfFile()
        self._titles = anchor_titles(document)
        self._pages: list[int] = []
        self._annotated: list[tuple[int, Element]] = []

    def to_bytes(self) -> bytes:
        file, canvas, document = self._file, self._canvas, self._document
        catalog, tree = file.reserve(), file.reserve()
        fonts = " ".join(f"/{used.label} {used.write(file)} 0 R" for used in canvas.faces.values())
        images = self._images()
        resources = file.add(f"<</Font <<{fonts}>>{f' /XObject <<{images}>>' if images else ''}>>")
        self._pages = [file.reserve() for _ in canvas.pages]
        for index in range(len(canvas.pages)):
            self._page(index, tree, resources)
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        file.put(tree, f"<</Type /Pages /Count {len(self._pages)} /Kids [{kids}]>>")
        structure = write_structure(
            file, self._root, self._pages, [page.marked for page in canvas.pages], self._annotated
        )
        entries = (
            f"/Type /Catalog /Version /1.7 /Pages {tree} 0 R /Lang {pdf_text(document.lang)} /MarkInfo <</Marked true>> "
            f"/StructTreeRoot {structure} 0 R /Metadata {write_xmp(file, document)} 0 R "
            f"/OutputIntents [{write_intent(file)} 0 R] /ViewerPreferences <</DisplayDocTitle true>> "
            f"/PageLabels <</Nums [0 <</S /D>>]>>"
        )
        attachment = write_attachment(file, document)
        if attachment is not None:
            entries += (
                f" /AF [{attachment} 0 R] /Names <</EmbeddedFiles <</Names [(evidence.json) {attachment} 0 R]>>>>"
            )
        outline = self._outline()
        if outline is not None:
            entries += f" /Outlines {outline} 0 R /PageMode /UseOutlines"
        file.put(catalog, f"<<{entries}>>")
        return file.to_bytes(catalog, write_info(file, document))

    def _images(self) -> str:
        if not self._canvas.images:
            return ""
        from briefgen.render.pdf.logo import write_image

        return " ".join(f"/{name} {write_image(self._file, logo)} 0 R" for logo, name in self._canvas.images.items())

    def _page(self, index: int, tree: int, resources: int) -> None:
        page, file, sheet = self._canvas.pages[index], self._file, self._sheet
        content = file.add_stream("", "\n".join(page.content).encode("ascii"))
        links = " ".join(f"{self._link(index, area)} 0 R" for area in page.links)
        annotations = f" /Annots [{links}]" if links else ""
        file.put(
            self._pages[index],
            f"<</Type /Page /Parent {tree} 0 R /MediaBox [0 0 {number(sheet.width)} {number(sheet.height)}] "
            f"/Resources {resources} 0 R /Contents {content} 0 R /StructParents {index} /Tabs /S{annotations}>>",
        )

    def _link(self, index: int, area: LinkArea) -> int:
        left, top, right, bottom = area.rectangle
        height = self._sheet.height
        corners = " ".join(map(number, (left, height - bottom, right, height - top)))
        key = len(self._pages) + len(self._annotated)
        body = f"<</Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0] /F 4 /StructParent {key} "
        said = self._titles.get(area.target[1:], self._document.title) if area.target.startswith("#") else area.target
        body += f"/Contents {pdf_text(said)} {self._destination(area.target)}>>"
        reference = self._file.add(body)
        area.element.kids.append(("annotation", index, reference))
        self._annotated.append((key, area.element))
        return reference

    def _destination(self, target: str) -> str:
        if not target.startswith("#"):
            return f"/A <</Type /Action /S /URI /URI {pdf_text(_uri(target))}>>"
        place = self._canvas.anchors.get(target[1:])
        return f"/Dest {self._view(*place)}" if place else f"/Dest {self._view(0, 0.0)}"

    def _view(self, page: int, top: float) -> str:
        height = self._sheet.height
        return f"[{self._pages[page]} 0 R /XYZ 0 {number(min(height, height - top + 12))} null]"

    def _outline(self) -> int | None:
        placed = [entry for entry in self._headings if entry.anchor in self._canvas.anchors]
        if not placed:
            return None
        numbers = [self._file.reserve() for _ in placed]
        root = self._file.reserve()
        parents: list[int | None] = []
        stack: list[int] = []
        for index, entry in enumerate(placed):
            while stack and placed[stack[-1]].level >= entry.level:
                stack.pop()
            parents.append(stack[-1] if stack else None)
            stack.append(index)
        kids: dict[int | None, list[int]] = {}
        for index, parent in enumerate(parents):
            kids.setdefault(parent, []).append(numbers[index])
        for parent, own in kids.items():
            for at, reference in enumerate(own):
                index = reference - numbers[0]
                entry = placed[index]
                body = f"<</Title {pdf_text(entry.title)} /Parent {root if parent is None else numbers[parent]} 0 R"
                body += f" /Dest {self._view(*self._canvas.anchors[entry.anchor])}"
                body += f" /Prev {own[at - 1]} 0 R" if at else ""
                body += f" /Next {own[at + 1]} 0 R" if at + 1 < len(own) else ""
                self._file.put(reference, body + _family(kids.get(index)) + ">>")
        self._file.put(root, f"<</Type /Outlines{_family(kids[None])}>>")
        return root


def _family(kids: Sequence[int] | None) -> str:
    return f" /First {kids[0]} 0 R /Last {kids[-1]} 0 R /Count {len(kids)}" if kids else ""


def _uri(target: str) -> str:
    return "".join(sign if sign.isascii() and sign.isprintable() and sign != " " else _escaped(sign) for sign in target)


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))
