"""The paragraphs and table rows of a Word file that went through a reviewer's hands, tracked changes included."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from briefgen.errors import VerifyError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.verify.visible import read_visible

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PRINTED = "urn:briefgen:printed:1"
_INSERTED, _DELETED = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_CONTENTS = ("TOC", "Contents")


@dataclass(frozen=True, slots=True)
class Tracked:
    """A change that Word tracks and nobody has accepted or rejected yet."""

    kind: Literal["inserted", "deleted"]
    text: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a table row (its cells with tabs between them); white space folded."""

    text: str
    """As it reads with all tracked changes accepted; empty: deleted."""
    before: str
    """As it reads with all of them rejected; empty: added."""
    tracked: tuple[Tracked, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A Word file with what it was made from, as far as it carries that."""

    units: tuple[Unit, ...]
    printed: tuple[str, ...]
    """Paragraphs and rows as briefgen printed them; empty if the file does not hold them."""
    evidence: Mapping[str, Any]
    visible: str


def read_reviewed(data: bytes, name: str) -> Reviewed:
    """The file's units in order; VerifyError when it is no Word file, or a damaged one."""
    from lxml import etree

    if not name.lower().endswith(".docx"):
        raise VerifyError(_("{name}: only Word files (docx) can be compared."), name=name)
    visible = read_visible(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        shown = [name for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml") if name in names]
        roots = [etree.fromstring(package.read(name), parser) for name in shown]
        customs = sorted(n for n in names if re.fullmatch(r"customXml/item\d+\.xml", n))
        printed = [etree.fromstring(package.read(custom), parser) for custom in customs]
    units = tuple(unit for root in roots for unit in _units(root) if unit.text or unit.before)
    return Reviewed(units, _printed(printed), visible.evidence or {}, visible.text)


def folded(text: str) -> str:
    """White space of any kind as one space; tabs between cells stay."""
    return "\t".join(" ".join(cell.split()) for cell in text.split("\t"))


def _printed(roots: Iterable[Any]) -> tuple[str, ...]:
    found = next((root for root in roots if root.tag == f"{{{_PRINTED}}}printed"), None)
    return () if found is None else tuple(folded(unit.text or "") for unit in found)


def _units(root: Any) -> Iterator[Unit]:
    """Rows as wholes; the list of contents is left out, for Word writes its page numbers anew."""
    for node in root.iter(f"{_W}p", f"{_W}tr"):
        if node.tag == f"{_W}tr":
            yield _unit([list(cell.iter(f"{_W}p")) for cell in node.iterchildren(f"{_W}tc")])
        elif _inside(node, (f"{_W}tr",)) is None and not _style(node).startswith(_CONTENTS):
            yield _unit([[node]])


def _style(paragraph: Any) -> str:
    node = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if node is None else str(node.get(f"{_W}val"))


def _unit(cells: list[list[Any]]) -> Unit:
    now, before, tracked = [], [], []
    for paragraphs in cells:
        pieces = [piece for paragraph in paragraphs for piece in (*_pieces(paragraph), (" ", None))]
        now.append("".join(text for text, change in pieces if change is None or change.kind == "inserted"))
        before.append("".join(text for text, change in pieces if change is None or change.kind == "deleted"))
        tracked += [change for _text, change in pieces if change is not None]
    return Unit(_joined(now), _joined(before), tuple(_merged(tracked)))


def _joined(cells: list[str]) -> str:
    text = "\t".join(" ".join(cell.split()) for cell in cells)
    return text if text.strip() else ""


def _pieces(paragraph: Any) -> Iterator[tuple[str, Tracked | None]]:
    for node in paragraph.iter(f"{_W}t", f"{_W}delText", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if node.getparent().tag != f"{_W}r":
            continue
        text = {"t": node.text, "delText": node.text, "noBreakHyphen": "\u2011"}.get(node.tag.removeprefix(_W), " ")
        yield text or "", _change(node, text or "")


def _change(node: Any, text: str) -> Tracked | None:
    """Deleted wins over inserted: what one reviewer added and another took away."""
    for kind, tags in (("deleted", _DELETED), ("inserted", _INSERTED)):
        mark = _inside(node, tags)
        if mark is not None:
            author, date = mark.get(f"{_W}author") or "", mark.get(f"{_W}date") or ""
            return Tracked("deleted" if kind == "deleted" else "inserted", text, author, date)
    return None


def _inside(node: Any, tags: tuple[str, ...]) -> Any:
    return next(node.iterancestors(*tags), None)


def _merged(changes: Iterable[Tracked]) -> Iterator[Tracked]:
    """Neighboring runs of one author's change as one."""
    last: Tracked | None = None
    for change in changes:
        if last is not None and (last.kind, last.author) == (change.kind, change.author):
            last = Tracked(last.kind, last.text + change.text, last.author, last.date)
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last
