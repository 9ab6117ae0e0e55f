"""The house's picture at the head of the first page: the same size and place in every format. Decoration: it has no words."""

import base64
from functools import lru_cache
from html import escape

from briefgen.render.docx.xml import blip, twips
from briefgen.render.style import Logo, Style
from briefgen.render.vector import Vector, scaled, vector_svg

EMU = 12700
"""English Metric Units in a point."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@lru_cache(maxsize=8)
def pixels(logo: Logo) -> tuple[int, int, bytes]:
    """Width, height and the rows of red, green and blue, what is transparent on white."""
    from PIL import Image

    with Image.open(logo.path) as opened:
        image = opened.convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return image.width, image.height, white.convert("RGB").tobytes()


@lru_cache(maxsize=8)
def vector(logo: Logo) -> Vector | None:
    """The paths of an SVG file, at its own size; None for a PNG file."""
    if logo.path.suffix.lower() != ".svg":
        return None
    from briefgen.render.svg_read import read_svg

    return read_svg(logo.path.read_bytes(), logo.path.name)


def sized(logo: Logo, measure: float) -> Vector | None:
    """The paths at the size of `size`."""
    paths = vector(logo)
    return scaled(paths, size(logo, measure)[0] / paths.width) if paths is not None else None


def size(logo: Logo, measure: float) -> tuple[float, float]:
    """Width and height in points: as high as the style says, but not wider than the text."""
    paths = vector(logo)
    width, height = (paths.width, paths.height) if paths is not None else pixels(logo)[:2]
    shown = min(logo.height * width / height, measure)
    return shown, shown * height / width


def docx_parts(style: Style) -> dict[str, bytes]:
    """The picture's files: PNG, and SVG where the logo is one."""
    if style.logo is None:
        return {}
    paths = sized(style.logo, style.sheet.measure)
    if paths is None:
        return {"logo.png": style.logo.path.read_bytes()}
    from briefgen.render.pdf.picture import vector_png

    return {"logo.png": vector_png(paths), "logo.svg": vector_svg(paths).encode("ascii")}


def html_logo(style: Style) -> str:
    """The picture inside the page; empty without a logo."""
    if style.logo is None:
        return ""
    paths = sized(style.logo, style.sheet.measure)
    kind = "png" if paths is None else "svg+xml"
    picture = style.logo.path.read_bytes() if paths is None else vector_svg(paths).encode("ascii")
    data = base64.b64encode(picture).decode("ascii")
    look = f"text-align:{style.logo.align};margin:0 0 {style.logo.after}pt"
    height = size(style.logo, style.sheet.measure)[1]
    return f'<div style="{escape(look)}"><img alt="" style="height:{height:.1f}pt" src="data:image/{kind};base64,{data}"></div>\n'


def docx_logo(style: Style) -> str:
    """The paragraph with the picture, its files named ``rIdPnglogo`` and ``rIdSvglogo``; empty without a logo."""
    if style.logo is None:
        return ""
    width, height = size(style.logo, style.sheet.measure)
    extent = f'cx="{round(width * EMU)}" cy="{round(height * EMU)}"'
    title = escape(style.title.get("en", style.id))
    spacing = f'<w:spacing w:before="0" w:after="{twips(style.logo.after)}" w:line="240" w:lineRule="auto"/>'
    return (
        f'<w:p><w:pPr>{spacing}<w:jc w:val="{style.logo.align}"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="9001" name="Logo" descr="{title}"/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        '<pic:cNvPr id="9001" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip('logo', vector(style.logo) is not None)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
