"""The list of contents as a TOC field (ISO/IEC 29500-1, 17.16.5.68): its result is there before Word computes it."""

from briefgen.render.docx.xml import bookmark_name, field_run, text_run, twips
from briefgen.render.outline import Entry


def contents_line(entry: Entry, page: int, measure: float, *, first: bool, last: bool, depth: int) -> str:
    """The paragraph of one entry; the field begins in the first and ends in the last."""
    anchor = bookmark_name("at", entry.anchor)
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(measure)}"/></w:tabs>'
    style = f'<w:pStyle w:val="TOC{min(entry.level, 3)}"/>'
    link = f"{text_run(entry.title)}<w:r><w:tab/></w:r>{field_run(f'PAGEREF {anchor} ' + chr(92) + 'h', str(page))}"
    start = _mark("begin") + _instruction(depth) + _mark("separate") if first else ""
    end = _mark("end") if last else ""
    return f'<w:p><w:pPr>{style}{tabs}</w:pPr>{start}<w:hyperlink w:anchor="{anchor}" w:history="1">{link}</w:hyperlink>{end}</w:p>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(depth: int) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> TOC \\o &quot;1-{depth}&quot; \\h \\z \\u </w:instrText></w:r>'
