"""The pages being drawn: content, marked piece by piece, links and placements.

Nothing can be left unmarked: every drawing call first says which structure element it belongs to, or that it is an artifact.
Heights are counted downward from the upper edge of the page; only the content stream counts upward.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.render.pdf.faces import Face, UsedFace
from briefgen.render.pdf.linebreak import Line
from briefgen.render.pdf.objects import number
from briefgen.render.pdf.structure import Element
from briefgen.render.pdf.words import Ink
from briefgen.render.rendered import Placement
from briefgen.render.style import Logo

if TYPE_CHECKING:
    from briefgen.render.vector import Vector

# Read as a soft hyphen that ends a line; the zero-width space tells it from a hyphen of the text for readers (PDFium) that
# take every hyphen at the end of a line for an added one.
_HYPHEN = "/Span <</ActualText <FEFF00AD200B>>> BDC"

# Says that a line ends inside a word: a space of no width.
_NO_SPACE = "\u200b"


@dataclass(slots=True)
class LinkArea:
    """A rectangle (left, top, right, bottom) that leads to `target`."""

    rectangle: list[float]
    target: str
    element: Element


@dataclass(slots=True)
class Page:
    content: list[str] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    """Text of one ink and face, as elements of a TJ array."""

    ink: Ink
    face: Face
    left: float
    shown: list[str]
    right: float = 0.0
    hyphen: bool = False


class Canvas:
    def __init__(self, height: float) -> None:
        self._height = height
        self.pages: list[Page] = []
        self.faces: dict[str, UsedFace] = {}
        self.placements: list[Placement] = []
        self.anchors: dict[str, tuple[int, float]] = {}
        self.images: dict[Logo, str] = {}
        self._open: Element | str | None = None
        self._color = ""

    @property
    def page(self) -> int:
        return len(self.pages) - 1

    def new_page(self) -> None:
        self.end_page()
        self.pages.append(Page())

    def end_page(self) -> None:
        self._close()
        self._color = ""

    def resume(self, index: int) -> Page:
        """Go back to a finished page to add to it. Only artifacts may follow."""
        self.end_page()
        return self.pages[index]

    def anchor(self, name: str, top: float) -> None:
        """Make a place that links can lead to."""
        self.anchors.setdefault(name, (self.page, top))

    # -- marks

    def mark(self, element: Element) -> None:
        """What follows belongs to this element."""
        if self._open is element:
            return
        self._close()
        element.attach()
        page = self.pages[-1]
        element.kids.append(("content", self.page, len(page.marked)))
        page.content.append(f"/{element.tag} <</MCID {len(page.marked)}>> BDC")
        page.marked.append(element)
        self._open = element

    def artifact(self, kind: str = "", page: Page | None = None) -> None:
        """What follows is decoration, or of that pagination kind (``Header``, ``Footer``)."""
        if self._open == "artifact" + kind:
            return
        self._close()
        properties = f"<</Type /Pagination /Subtype /{kind}>>" if kind else "<</Type /Layout>>"
        (page or self.pages[-1]).content.append(f"/Artifact {properties} BDC")
        self._open = "artifact" + kind

    def close_on(self, page: Page) -> None:
        """End the open mark on that page."""
        if self._open is not None:
            page.content.append("EMC")
            self._open = None
        self._color = ""

    def _close(self) -> None:
        if self._open is not None:
            self.pages[-1].content.append("EMC")
            self._open = None

    # -- drawing

    def fill(self, left: float, top: float, width: float, height: float, color: str, page: Page | None = None) -> None:
        """A filled rectangle: a rule, a bar, a box."""
        content = (page or self.pages[-1]).content
        self._set_color(color, content)
        bottom = self._height - top - height
        content.append(f"{number(left)} {number(bottom)} {number(width)} {number(height)} re f")

    def path(self, operators: str, color: str) -> None:
        """A drawing in page coordinates, filled or stroked by its own operators."""
        self._set_color(color, self.pages[-1].content)
        self.pages[-1].content.append(operators)

    def vector(self, vector: "Vector", left: float, top: float) -> None:
        """A picture of paths with its upper left corner there."""
        from briefgen.render.vector import vector_pdf

        self.pages[-1].content.append(vector_pdf(vector, left, self._height - top))

    def image(self, logo: Logo, left: float, top: float, width: float, height: float) -> None:
        """A picture; the file must have it under the same name."""
        self.images.setdefault(logo, f"Im{len(self.images) + 1}")
        place = " ".join(map(number, (left, self._height - top - height)))
        self.pages[-1].content.append(f"q {number(width)} 0 0 {number(height)} {place} cm /{self.images[logo]} Do Q")

    def text(self, ink: Ink, text: str, left: float, baseline: float, page: Page | None = None) -> None:
        """One run of text in the current mark."""
        run = _Run(ink, ink.face, left, [self._used(ink.face).show(text)])
        self._show(run, baseline, (page or self.pages[-1]).content)

    def line(
        self,
        line: Line,
        left: float,
        baseline: float,
        own: Element | None,
        lines: tuple[float, float],
        evidence: Iterable[str],
    ) -> None:
        """A line of a paragraph; `lines` are its upper and lower edge; `own` None draws it as an artifact."""
        page = self.pages[-1]
        runs = self._runs(line, left)
        for run in runs:
            if own is not None:
                self.mark(run.ink.element or own)
            else:
                self.artifact()
            self._show(run, baseline, page.content)
            if run.ink.link and run.ink.link_element and own is not None:
                self._link(page, run, lines)
        if own is not None and runs:
            self._place(runs, lines, evidence)

    def _runs(self, line: Line, left: float) -> list[_Run]:
        runs: list[_Run] = []
        at, last = left, len(line.words) - 1
        for index, word in enumerate(line.words):
            for ink, face, text, width in word.pieces:
                run = self._run(runs, ink, face, at)
                run.shown.append(self._used(face).show(text))
                at += width
                run.right = at
            if word.space and (index < last or not line.last or word.newline) and word.space_ink is not None:
                self._space(runs, word.space_ink, at, line.gap)
                at += word.space + line.gap
        end = line.words[last]
        if runs and not line.last and not end.newline:
            if end.hyphen:
                runs[-1].hyphen = True
            elif not end.space:
                runs[-1].shown.append(self._used(runs[-1].face).show(_NO_SPACE))
        return runs

    def _run(self, runs: list[_Run], ink: Ink, face: Face, at: float) -> _Run:
        if not runs or runs[-1].ink is not ink or runs[-1].face is not face:
            runs.append(_Run(ink, face, at, []))
        return runs[-1]

    def _space(self, runs: list[_Run], ink: Ink, at: float, gap: float) -> None:
        run = self._run(runs, ink, ink.face, at)
        run.shown.append(self._used(ink.face).show(" "))
        if gap:
            run.shown.append(number(-1000 * gap / ink.size))

    def _show(self, run: _Run, baseline: float, content: list[str]) -> None:
        ink = run.ink
        self._set_color(ink.color, content)
        label = self._used(run.face).label
        spaced = f"{number(ink.tracking)} Tc " if ink.tracking else ""
        end = " 0 Tc ET" if ink.tracking else " ET"
        if run.hyphen:
            end = f" {_HYPHEN} [{self._used(run.face).show('-')}] TJ EMC{end}"
        content.append(
            f"BT /{label} {number(ink.size)} Tf {spaced}1 0 0 1 {number(run.left)} {number(self._height - baseline + ink.rise)} Tm "
            f"[{''.join(run.shown)}] TJ{end}"
        )

    def _link(self, page: Page, run: _Run, lines: tuple[float, float]) -> None:
        if page.links:
            area = page.links[-1]
            if area.element is run.ink.link_element and area.rectangle[1] == lines[0]:
                area.rectangle[2] = max(run.right, area.rectangle[2])
                return
        assert run.ink.link is not None
        assert run.ink.link_element is not None
        page.links.append(LinkArea([run.left, lines[0], run.right, lines[1]], run.ink.link, run.ink.link_element))

    def _place(self, runs: list[_Run], lines: tuple[float, float], evidence: Iterable[str]) -> None:
        found: dict[str, list[float]] = {}
        for name in evidence:
            found[name] = [runs[0].left, runs[-1].right]
        for run in runs:
            name = run.ink.evidence or ""
            if name and run.right:
                known = found.setdefault(name, [run.left, run.right])
                known[1] = max(known[1], run.right)
        for name, (left, right) in found.items():
            self.placements.append(Placement(self.page, left, lines[0], right, lines[1], name))

    def _set_color(self, color: str, content: list[str]) -> None:
        if color != self._color:
            self._color = color
            parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
            content.append(" ".join(map(number, parts)) + " rg")

    def _used(self, face: Face) -> UsedFace:
        used = self.faces.get(face.name)
        if used is None:
            used = self.faces[face.name] = UsedFace(face, f"F{len(self.faces) + 1}")
        return used
