"""Small pieces of WordprocessingML (ISO/IEC 29500-1); children in the order that the schema wants."""

import re
from functools import lru_cache

from briefgen.render.escaping import escape, quoted
from briefgen.render.outline import clean

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_UNSAFE = re.compile(r"[^A-Za-z0-9]")


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    return round(points * 2)


def attribute(value: str) -> str:
    """The value in quotes, as an attribute."""
    return quoted(clean(value))


def text_run(text: str, properties: str = "") -> str:
    """A run; tabs and line ends inside the text become spaces, as everywhere."""
    words = escape(clean(text))
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if not words:
        return ""
    kept = ' xml:space="preserve"' if words[0] == " " or words[-1] == " " or "  " in words else ""
    return f"<w:r>{inner}<w:t{kept}>{words}</w:t></w:r>"


def field_run(instruction: str, result: str, properties: str = "") -> str:
    """A field with its computed result."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    mark = f'<w:r>{inner}<w:fldChar w:fldCharType="{{}}"/></w:r>'
    code = f'<w:r>{inner}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + text_run(result, properties) + mark.format("end")


def bookmark_name(prefix: str, name: str, count: int = 0) -> str:
    """A legal bookmark name (40 letters, digits, underscores): ``ev_1a2b_q3_1`` for the evidence ``1a2b:q3``."""
    tail = f"_{count}" if count else ""
    return f"{prefix}_{_legal(name)}"[: 40 - len(tail)] + tail


@lru_cache(maxsize=4096)
def _legal(name: str) -> str:
    return _UNSAFE.sub("_", name)


def blip(name: str, vector: bool) -> str:
    """A picture by its relation ``rIdPngNAME``, with the vectors of ``rIdSvgNAME`` for programs that draw them."""
    if not vector:
        return f'<a:blip r:embed="rIdPng{name}"/>'
    svg = f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="rIdSvg{name}"/>'
    return f'<a:blip r:embed="rIdPng{name}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">{svg}</a:ext></a:extLst></a:blip>'
