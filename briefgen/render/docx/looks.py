"""The house style as named Word styles: ``styles.xml``."""

from briefgen.render.docx.xml import DECLARATION, NAMESPACES, half_points, twips
from briefgen.render.escaping import quoted
from briefgen.render.style import Look, Style

# role → (style id, name that Word shows, style of the next paragraph)
PARAGRAPH_STYLES: dict[str, tuple[str, str, str]] = {
    "title": ("Title", "Title", "Normal"),
    "kicker": ("Kicker", "Briefing Kicker", "Normal"),
    "h1": ("Heading1", "heading 1", "Normal"),
    "h2": ("Heading2", "heading 2", "Normal"),
    "h3": ("Heading3", "heading 3", "Normal"),
    "note": ("Note", "Briefing Note", "Normal"),
    "key": ("KeyPoint", "Briefing Key Point", "KeyPoint"),
    "introduction": ("Introduction", "Briefing Introduction", "Quote"),
    "quote": ("Quote", "Quote", "Attribution"),
    "attribution": ("Attribution", "Briefing Attribution", "Normal"),
    "mentions": ("Mentions", "Briefing Mentions", "Normal"),
    "caption": ("Caption", "caption", "Normal"),
    "reference": ("SourceEntry", "Briefing Source", "SourceEntry"),
    "small": ("Small", "Briefing Small", "Normal"),
    "item": ("ListItem", "Briefing List Item", "ListItem"),
    "finding": ("Finding", "Briefing Finding", "Finding"),
    "cell": ("TableText", "Briefing Table Text", "TableText"),
    "cell_head": ("TableHead", "Briefing Table Head", "TableText"),
    "field": ("Field", "Briefing Field", "Field"),
    "field_head": ("FieldName", "Briefing Field Name", "Field"),
}
_ALIGN = {"left": "left", "right": "right", "center": "center", "justify": "both"}
_QUIET = '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'


def style_id(role: str) -> str:
    """The id of the Word style for a paragraph role."""
    return PARAGRAPH_STYLES[role][0] if role in PARAGRAPH_STYLES else "Normal"


def styles_part(style: Style, lang: str) -> str:
    """The whole part; the document's language is the default of every run."""
    body = style.look("body")
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(style, body)}"
        f'<w:color w:val="{body.color[1:]}"/><w:sz w:val="{half_points(body.size)}"/>'
        f'<w:szCs w:val="{half_points(body.size)}"/><w:lang w:val={quoted(lang)} w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    normal += f"<w:pPr>{_paragraph(body)}</w:pPr></w:style>"
    made = "".join(_style(style, role) for role in PARAGRAPH_STYLES)
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{normal}{made}{_fixed_styles(style)}</w:styles>"


def _style(style: Style, role: str) -> str:
    name_id, name, following = PARAGRAPH_STYLES[role]
    look = style.look(role)
    level = f'<w:outlineLvl w:val="{int(role[1]) - 1}"/>' if role in ("h1", "h2", "h3") else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name_id}"{"" if name[0].islower() or name in ("Title", "Quote") else _CUSTOM}>'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph(look, style)}{level}</w:pPr><w:rPr>{run_properties(style, look)}</w:rPr></w:style>"
    )


_CUSTOM = ' w:customStyle="1"'


def _paragraph(look: Look, style: Style | None = None, left: int = 0) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if look.keep else ""
    border = ""
    if look.rule == "below" and style is not None:
        color = style.color("rule")[1:]
        border = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{color}"/></w:pBdr>'
    indent = f'<w:ind w:left="{left}"/>' if left else ""
    hyphens = "" if look.hyphenate else "<w:suppressAutoHyphens/>"
    return (
        f"{keep}<w:widowControl/>{border}{hyphens}"
        f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}" '
        f'w:line="{twips(look.leading)}" w:lineRule="atLeast"/>{indent}<w:jc w:val="{_ALIGN[look.align]}"/>'
    )


def run_properties(style: Style, look: Look) -> str:
    """Font, weight, color and size of a look."""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    spacing = f'<w:spacing w:val="{twips(look.tracking)}"/>' if look.tracking else ""
    size = half_points(look.size)
    return (
        f'{_fonts(style, look)}{bold}{italic}<w:color w:val="{look.color[1:]}"/>{spacing}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _fonts(style: Style, look: Look) -> str:
    name = quoted(style.fonts[look.font].docx)
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:cs={name}/>"


def _fixed_styles(style: Style) -> str:
    """Styles that Word itself asks for, and the tables'."""
    running, accent = style.look("running"), style.color("accent")[1:]
    head = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name.lower()}"/><w:basedOn w:val="Normal"/>{_QUIET}'
        f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{twips(style.sheet.measure)}"/></w:tabs><w:spacing w:after="0"/>'
        f'<w:jc w:val="left"/></w:pPr><w:rPr>{run_properties(style, running)}</w:rPr></w:style>'
        for name in ("Header", "Footer")
    )
    base = style.look("contents")
    head += "".join(
        f'<w:style w:type="paragraph" w:styleId="TOC{level}"><w:name w:val="toc {level}"/><w:basedOn w:val="Normal"/>{_QUIET}'
        f"<w:pPr>{_paragraph(base, left=240 * (level - 1))}</w:pPr><w:rPr>{run_properties(style, base)}</w:rPr></w:style>"
        for level in (1, 2, 3)
    )
    reference = look_color = f'<w:color w:val="{accent}"/>'
    small = half_points(style.look("reference").size)
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f'<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>{_QUIET}<w:rPr>{reference}</w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>{_QUIET}'
        f'<w:rPr>{look_color}<w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>{_QUIET}'
        f'<w:pPr><w:spacing w:after="20"/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + _table_style(style, "FactTable", "Briefing Facts", inside=True)
        + _table_style(style, "FieldTable", "Briefing Fields", inside=False)
        + head
    )


def _table_style(style: Style, name_id: str, name: str, inside: bool) -> str:
    color, accent = style.color(str(style.table["rule_color"]))[1:], style.color("accent")[1:]
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{color}"'
    pad = twips(float(style.table["pad_y" if inside else "field_pad_y"]))
    side = twips(float(style.table["pad_x"]))
    borders = (
        f'<w:top w:val="nil"/><w:bottom {line}/><w:insideH {line}/>' if inside else f"<w:top {line}/><w:bottom {line}/>"
    )
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{accent}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
        if inside
        else ""
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>'
        f'<w:top w:w="{pad}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="{pad}" w:type="dxa"/>'
        f'<w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr>{head}</w:style>'
    )
