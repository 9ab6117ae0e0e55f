"""A Word file as house style: its styles, theme, fonts and page, with ours added where it has none of that name."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from briefgen.errors import UsageError
from briefgen.i18n.mark import mark as _
from briefgen.render.docx.xml import MAIN
from briefgen.render.style import Sheet, Style

_W = f"{{{MAIN}}}"
_REFERRING = ("basedOn", "next", "link")


def own_style(path: Path, base: Style) -> Style:
    """`base` with the page and the heading color of that .docx or .dotx, and the file itself for the Word writer.
    Raises UsageError if it is no Word file."""
    try:
        data = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _parsed(archive.read("word/document.xml"))
            styles = _parsed(archive.read("word/styles.xml"))
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        message = _("“{name}” cannot serve as a style: it is no Word file ({reason}).")
        raise UsageError(message, name=path.name, reason=error) from error
    accent = _heading_color(styles) or base.colors["accent"]
    looks = {
        role: replace(look, color=accent) if look.color == base.colors["accent"] else look
        for role, look in base.looks.items()
    }
    colors = dict(base.colors) | {"accent": accent}
    return replace(
        base,
        id=path.name,
        sheet=_sheet(body, base.sheet),
        colors=colors,
        looks=looks,
        label_color=accent,
        reference=data,
    )


def own_parts(reference: bytes, ours: Mapping[str, bytes]) -> dict[str, bytes]:
    """Our parts with the styles, theme and font table of the user's file."""
    parts = dict(ours)
    with zipfile.ZipFile(io.BytesIO(reference)) as archive:
        names = set(archive.namelist())
        for name in ("word/theme/theme1.xml", "word/fontTable.xml"):
            if name in names and f"word/_rels/{name.rpartition('/')[2]}.rels" not in names:
                parts[name] = archive.read(name)
        parts["word/styles.xml"] = _merged(archive.read("word/styles.xml"), ours["word/styles.xml"])
    return parts


def _merged(theirs: bytes, ours: bytes) -> bytes:
    """Their styles, under our ids where the names are the same, and our others; our language."""
    root, added = _parsed(theirs), _parsed(ours)
    by_name = {_name(style): style for style in root.iter(f"{_W}style")}
    renamed: dict[str, str] = {}
    for style in added.iter(f"{_W}style"):
        same = by_name.get(_name(style))
        if same is None:
            root.append(style)
        else:
            renamed[same.get(f"{_W}styleId")] = style.get(f"{_W}styleId")
    for style in root.iter(f"{_W}style"):
        old = style.get(f"{_W}styleId")
        style.set(f"{_W}styleId", renamed.get(old, old))
        for tag in _REFERRING:
            node = style.find(f"{_W}{tag}")
            if node is not None:
                node.set(f"{_W}val", renamed.get(node.get(f"{_W}val"), node.get(f"{_W}val")))
    _set_language(root, added)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _set_language(root: Any, ours: Any) -> None:
    path = f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"
    target, source = root.find(path), ours.find(f"{path}/{_W}lang")
    if target is not None and source is not None:
        for old in target.findall(f"{_W}lang"):
            target.remove(old)
        target.append(source)


def _name(style: Any) -> tuple[str, str]:
    node = style.find(f"{_W}name")
    return style.get(f"{_W}type", ""), (node.get(f"{_W}val", "") if node is not None else "").lower()


def _heading_color(styles: Any) -> str:
    for style in styles.iter(f"{_W}style"):
        if _name(style) == ("paragraph", "heading 1"):
            node = style.find(f"{_W}rPr/{_W}color")
            value = node.get(f"{_W}val", "") if node is not None else ""
            if len(value) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in value):
                return f"#{value.lower()}"
    return ""


def _sheet(body: Any, base: Sheet) -> Sheet:
    """Page and margins of the last section; header and footer need some room."""
    section = body.find(f"{_W}body/{_W}sectPr")
    size = section.find(f"{_W}pgSz") if section is not None else None
    margins = section.find(f"{_W}pgMar") if section is not None else None
    if size is None or margins is None:
        return base
    left, right, top, bottom = (_points(margins, side) for side in ("left", "right", "top", "bottom"))
    sheet = Sheet(_points(size, "w"), _points(size, "h"), left, right, max(top, 60.0), max(bottom, 54.0))
    return sheet if sheet.measure > 150 and sheet.height > 300 else base


def _points(node: Any, name: str) -> float:
    value = node.get(f"{_W}{name}", "0")
    return int(value) / 20 if value.lstrip("-").isdigit() else 0.0


def _parsed(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
