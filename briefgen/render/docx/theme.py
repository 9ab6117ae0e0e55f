"""A theme in the style's colors and fonts, so that Word's pickers offer them (ISO/IEC 29500-1, 20.1.6.9)."""

from briefgen.render.docx.xml import DECLARATION
from briefgen.render.escaping import quoted
from briefgen.render.style import Style

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLOTS = {
    "dk1": "#000000",
    "lt1": "#ffffff",
    "dk2": "ink",
    "lt2": "tint",
    "accent1": "accent",
    "accent2": "muted",
    "accent3": "rule",
    "accent4": "#8a6d1b",
    "accent5": "#4f7a5b",
    "accent6": "#8c3b3b",
    "hlink": "accent",
    "folHlink": "muted",
}


def theme_part(style: Style) -> str:
    """The whole part."""
    colors = "".join(
        f'<a:{slot}><a:srgbClr val="{style.color(name)[1:]}"/></a:{slot}>' for slot, name in _SLOTS.items()
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_NAMESPACE}" name="briefgen"><a:themeElements>'
        f'<a:clrScheme name="briefgen">{colors}</a:clrScheme>'
        f'<a:fontScheme name="briefgen"><a:majorFont>{_font(style, "head")}</a:majorFont>'
        f"<a:minorFont>{_font(style, 'text')}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="briefgen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _font(style: Style, name: str) -> str:
    face = quoted(style.fonts[name].docx)
    return f'<a:latin typeface={face}/><a:ea typeface=""/><a:cs typeface=""/>'
