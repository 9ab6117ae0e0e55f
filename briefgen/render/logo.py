"""The house's picture at the head of the first page: the same size and place in every format. Decoration: it has no words."""

import base64
from functools import lru_cache
from html import escape

from briefgen.render.docx.xml import twips
from briefgen.render.style import Logo, Style

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


def size(logo: Logo, measure: float) -> tuple[float, float]:
    """Width and height in points: as high as the style says, but not wider than the text."""
    width, height, _rows = pixels(logo)
    shown = min(logo.height * width / height, measure)
    return shown, shown * height / width


def html_logo(style: Style) -> str:
    """The picture inside the page; empty without a logo."""
    if style.logo is None:
        return ""
    data = base64.b64encode(style.logo.path.read_bytes()).decode("ascii")
    look = f"text-align:{style.logo.align};margin:0 0 {style.logo.after}pt"
    height = size(style.logo, style.sheet.measure)[1]
    return f'<div style="{escape(look)}"><img alt="" style="height:{height:.1f}pt" src="data:image/png;base64,{data}"></div>\n'


def docx_logo(style: Style, relation: str) -> str:
    """The paragraph with the picture; empty without a logo."""
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
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
