"""The parts of a .docx beside its body: settings, header, footer, properties, evidence, content types, relationships."""

import hashlib
import uuid
from collections.abc import Sequence

from briefgen.model.tree import Document
from briefgen.render.docx.xml import DECLARATION, NAMESPACES, RELATIONS, field_run, half_points, text_run, twips
from briefgen.render.embedded import day, evidence_json
from briefgen.render.escaping import escape, quoted
from briefgen.render.marking import BACKGROUND, marking_color
from briefgen.render.outline import clean
from briefgen.render.style import Style

EVIDENCE_NAMESPACE = "urn:briefgen:evidence:1"
PRINTED_NAMESPACE = "urn:briefgen:printed:1"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/word/header1.xml": f"{_WORD}.header+xml",
    "/word/footer1.xml": f"{_WORD}.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "/customXml/itemProps2.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}


def content_types(footnotes: bool = False) -> str:
    kinds = CONTENT_TYPES | ({"/word/footnotes.xml": f"{_WORD}.footnotes+xml"} if footnotes else {})
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="svg" ContentType="image/svg+xml"/>'
        f"{overrides}</Types>"
    )


def relationships(*entries: tuple[str, str, str]) -> str:
    """A relationships part of (id, type, target); a type without a scheme is one of the office document's."""
    rows = "".join(_relationship(*entry) for entry in entries)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _relationship(name: str, kind: str, target: str) -> str:
    full = kind if ":" in kind else f"{RELATIONS}/{kind}"
    mode = ' TargetMode="External"' if kind == "hyperlink" else ""
    return f'<Relationship Id="{name}" Type="{full}" Target={quoted(target)}{mode}/>'


def root_relationships() -> str:
    return relationships(
        ("rId1", "officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
    )


def settings(footnotes: bool = False) -> str:
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if footnotes else ""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="284"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'{notes}<w:compat>{compat}</w:compat><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table(style: Style) -> str:
    fonts = "".join(f"<w:font w:name={quoted(family.docx)}/>" for family in style.fonts.values())
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def header(document: Document, style: Style) -> str:
    """Running title at the left, marking at the right."""
    content = text_run(document.running_title) + _marking(document, style)
    return f'{DECLARATION}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{content}</w:p></w:hdr>'


def footer(document: Document, style: Style) -> str:
    """Page x of y at the left, marking at the right."""
    before, _, rest = document.page_label.partition("{page}")
    between, _, after = rest.partition("{pages}")
    content = (
        text_run(before) + field_run("PAGE", "1") + text_run(between) + field_run("NUMPAGES", "1") + text_run(after)
    )
    content += _marking(document, style)
    return f'{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{content}</w:p></w:ftr>'


def _marking(document: Document, style: Style) -> str:
    if not document.marking:
        return ""
    size = half_points(style.look("marking").size)
    color, back = marking_color(document.marking)[1:].upper(), BACKGROUND[1:]
    look = f'<w:b/><w:bCs/><w:color w:val="{color}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    look += f'<w:shd w:val="clear" w:color="auto" w:fill="{back}"/>'
    return "<w:r><w:tab/></w:r>" + text_run(f"\u00a0{document.marking.upper()}\u00a0", look)


def section_properties(style: Style) -> str:
    sheet = style.sheet
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:pgSz w:w="{twips(sheet.width)}" w:h="{twips(sheet.height)}"/><w:pgMar w:top="{twips(sheet.top)}" '
        f'w:right="{twips(sheet.right)}" w:bottom="{twips(sheet.bottom)}" w:left="{twips(sheet.left)}" w:header="{twips(34)}" '
        f'w:footer="{twips(30)}" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
    )


def core_properties(document: Document) -> str:
    stamp = f"{day(document)}T00:00:00Z"
    entries = {
        "dc:title": document.title,
        "dc:subject": document.subject,
        "dc:creator": document.author or "briefgen",
        "cp:keywords": "; ".join(document.keywords),
        "cp:lastModifiedBy": document.author or "briefgen",
        "cp:revision": "1",
        "dc:language": document.lang,
    }
    rows = "".join(f"<{name}>{escape(clean(value))}</{name}>" for name, value in entries.items() if value)
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{rows}{times}</cp:coreProperties>'
    )


def app_properties() -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{kind}"><Application>briefgen</Application></Properties>'


def evidence_item(document: Document) -> str:
    """``evidence.json`` as the text of one element."""
    body = escape(evidence_json(document))
    return f'{DECLARATION}<evidence xmlns="{EVIDENCE_NAMESPACE}" type="application/json">{body}</evidence>'


def printed_item(units: Sequence[str]) -> str:
    """The wording as it was printed, which ``verify --diff`` holds a reviewer's wording against."""
    rows = "".join(f"<u>{escape(unit)}</u>" for unit in units if unit.strip())
    return f'{DECLARATION}<printed xmlns="{PRINTED_NAMESPACE}">{rows}</printed>'


def item_properties(item: str, namespace: str) -> str:
    """The properties part of a custom XML part, its id made from the content."""
    digest = hashlib.md5(item.encode(), usedforsecurity=False).digest()
    name = str(uuid.UUID(bytes=digest)).upper()
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{{{name}}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    )
