"""The structure tree of a tagged PDF (ISO 32000-1, 14.7; ISO 14289-1)."""

from briefgen.render.pdf.objects import PdfFile, pdf_text


class Element:
    """A structure element. Its kids are elements, ``(page, mcid)`` for content and ``(page, annotation)`` for links."""

    __slots__ = ("alt", "attached", "attributes", "kids", "lang", "name", "parent", "tag")

    def __init__(
        self, tag: str, parent: "Element | None" = None, *, lang: str | None = None, attached: bool = True
    ) -> None:
        self.tag, self.parent, self.lang = tag, parent, lang
        self.alt: str | None = None
        self.name: str | None = None
        """The ID, unique in the document, that each note must have."""
        self.attributes = ""
        self.kids: list[Element | tuple[str, int, int]] = []
        self.attached = False
        if attached:
            self.attach()

    def attach(self) -> None:
        """Take a place among the parent's kids: inline elements do it when they are first drawn."""
        if not self.attached and self.parent is not None:
            self.parent.attach()
            self.parent.kids.append(self)
        self.attached = True


def write_structure(
    file: PdfFile, root: Element, pages: list[int], marked: list[list[Element]], annotated: list[tuple[int, Element]]
) -> int:
    """The number of the structure tree root, with the parent tree by page and by annotation.

    `pages` are the page objects; `marked` the elements of each page by marked-content number; `annotated` the pairs of
    StructParent key and element of the annotations.
    """
    numbers: dict[Element, int] = {}
    named: dict[str, int] = {}
    tree = file.reserve()
    _write_element(file, root, tree, pages, numbers, named)
    rows = [f"{index} [{' '.join(f'{numbers[element]} 0 R' for element in page)}]" for index, page in enumerate(marked)]
    rows += [f"{key} {numbers[element]} 0 R" for key, element in annotated]
    parents = file.add(f"<</Nums [{' '.join(rows)}]>>")
    file.put(
        tree,
        f"<</Type /StructTreeRoot /K {numbers[root]} 0 R /ParentTree {parents} 0 R "
        f"/ParentTreeNextKey {len(marked) + len(annotated)}{_names(named)}>>",
    )
    return tree


def _names(named: dict[str, int]) -> str:
    """The tree of the IDs, sorted by their bytes."""
    rows = sorted((pdf_text(name), number) for name, number in named.items())
    return f" /IDTree <</Names [{' '.join(f'{name} {number} 0 R' for name, number in rows)}]>>" if rows else ""


def _write_element(
    file: PdfFile,
    element: Element,
    parent: int,
    pages: list[int],
    numbers: dict[Element, int],
    named: dict[str, int],
) -> int:
    reference = numbers[element] = file.reserve()
    page = next((kid[1] for kid in element.kids if isinstance(kid, tuple)), None)
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{_write_element(file, kid, reference, pages, numbers, named)} 0 R")
        elif kid[0] == "annotation":
            kids.append(f"<</Type /OBJR /Pg {pages[kid[1]]} 0 R /Obj {kid[2]} 0 R>>")
        elif kid[1] == page:
            kids.append(str(kid[2]))
        else:
            kids.append(f"<</Type /MCR /Pg {pages[kid[1]]} 0 R /MCID {kid[2]}>>")
    body = f"<</Type /StructElem /S /{element.tag} /P {parent} 0 R"
    body += f" /K {kids[0]}" if len(kids) == 1 else f" /K [{' '.join(kids)}]"
    if page is not None:
        body += f" /Pg {pages[page]} 0 R"
    if element.lang:
        body += f" /Lang {pdf_text(element.lang)}"
    if element.alt:
        body += f" /Alt {pdf_text(element.alt)}"
    if element.name:
        body += f" /ID {pdf_text(element.name)}"
        named[element.name] = reference
    if element.attributes:
        body += f" /A {element.attributes}"
    file.put(reference, body + ">>")
    return reference
