"""A document tree to a native Word file, written part by part into a zip with fixed times."""

import io
import zipfile
from functools import lru_cache

from briefgen.model.tree import Document
from briefgen.render.docx import parts
from briefgen.render.docx.body import Body
from briefgen.render.docx.looks import styles_part
from briefgen.render.docx.theme import theme_part
from briefgen.render.docx.xml import DECLARATION, NAMESPACES
from briefgen.render.embedded import day
from briefgen.render.rendered import Rendered
from briefgen.render.style import Style, load_style

# Of zlib: the file is a seventh larger than at 6, and packed in three fifths of the time.
_LEVEL = 4


def render_docx(document: Document, style: Style) -> Rendered:
    """The .docx; its bytes depend on the document and the style alone."""
    body = Body(document, style)
    content = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body.xml()}{parts.section_properties(style)}</w:body></w:document>"
    files = _style_parts(style, document.lang)
    files["word/document.xml"] = content.encode()
    files["word/_rels/document.xml.rels"] = _relationships(body).encode()
    files["word/header1.xml"] = parts.header(document, style).encode()
    files["word/footer1.xml"] = parts.footer(document, style).encode()
    if body.footnotes.notes:
        files["word/footnotes.xml"] = body.footnotes.part().encode()
        files["[Content_Types].xml"] = parts.content_types(footnotes=True).encode()
        files["word/settings.xml"] = parts.settings(footnotes=True).encode()
    files |= {f"word/media/{name}": data for name, data in body.pictures.parts.items()}
    files["docProps/core.xml"] = parts.core_properties(document).encode()
    custom = (
        (parts.evidence_item(document), parts.EVIDENCE_NAMESPACE),
        (parts.printed_item([*body.printed, *body.footnotes.printed]), parts.PRINTED_NAMESPACE),
    )
    for number, (item, namespace) in enumerate(custom, 1):
        files[f"customXml/item{number}.xml"] = item.encode()
        files[f"customXml/itemProps{number}.xml"] = parts.item_properties(item, namespace).encode()
    return Rendered(_zipped(files, day(document)))


def _style_parts(style: Style, lang: str) -> dict[str, bytes]:
    if style.reference is None:
        return dict(reference_parts(style.id, lang))
    from briefgen.render.docx.own import own_parts

    return own_parts(style.reference, dict(_made_parts(style, lang)))


@lru_cache(maxsize=16)
def reference_parts(style_name: str, lang: str) -> tuple[tuple[str, bytes], ...]:
    """The parts that all documents of a style and language share."""
    return _made_parts(load_style(style_name), lang)


def _made_parts(style: Style, lang: str) -> tuple[tuple[str, bytes], ...]:
    texts = {
        "[Content_Types].xml": parts.content_types(),
        "_rels/.rels": parts.root_relationships(),
        "docProps/app.xml": parts.app_properties(),
        "word/styles.xml": styles_part(style, lang),
        "word/settings.xml": parts.settings(),
        "word/theme/theme1.xml": theme_part(style),
        "word/fontTable.xml": parts.font_table(style),
        "customXml/_rels/item1.xml.rels": parts.relationships(("rId1", "customXmlProps", "itemProps1.xml")),
        "customXml/_rels/item2.xml.rels": parts.relationships(("rId1", "customXmlProps", "itemProps2.xml")),
    }
    return tuple((name, text.encode()) for name, text in texts.items())


def _relationships(body: Body) -> str:
    fixed = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdTheme", "theme", "theme/theme1.xml"),
        ("rIdHeader", "header", "header1.xml"),
        ("rIdFooter", "footer", "footer1.xml"),
        ("rIdEvidence", "customXml", "../customXml/item1.xml"),
        ("rIdPrinted", "customXml", "../customXml/item2.xml"),
    ]
    if body.footnotes.notes:
        fixed.append(("rIdFootnotes", "footnotes", "footnotes.xml"))
    outer = [(f"rIdLink{index}", "hyperlink", target) for index, target in enumerate(body.links, 1)]
    outer += [(_picture_id(name), "image", f"media/{name}") for name in body.pictures.parts]
    return parts.relationships(*fixed, *outer)


def _picture_id(name: str) -> str:
    """``rIdPng1`` for ``image1.png``."""
    stem, _, kind = name.partition(".")
    return f"rId{kind.capitalize()}{stem.removeprefix('image')}"


def _zipped(files: dict[str, bytes], date: str) -> bytes:
    """Content types first, then by name; every entry with the document's date."""
    year, month, dayno = (int(part) for part in date.split("-"))
    when = (min(max(year, 1980), 2107), month, dayno, 0, 0, 0)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda part: (part != "[Content_Types].xml", part != "_rels/.rels", part)):
            info = zipfile.ZipInfo(name, when)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(info, files[name], compresslevel=_LEVEL)
    return buffer.getvalue()
