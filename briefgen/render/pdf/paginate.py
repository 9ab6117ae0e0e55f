"""Slabs to pages: what must stay together does, headings never end a page, table heads return on each page."""

from collections.abc import Iterator

from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.slabs import Slab
from briefgen.render.style import Sheet


def paginate(slabs: list[Slab], canvas: Canvas, sheet: Sheet) -> None:
    """Draw all slabs on as many pages as they need; an empty document has one page."""
    canvas.new_page()
    floor = sheet.height - sheet.bottom
    top, previous = sheet.top, None
    for chunk in _chunks(slabs, floor - sheet.top):
        first = chunk[0]
        opening = top <= sheet.top
        needed = sum(slab.height + slab.before for slab in chunk) - (first.before if opening else 0.0)
        if not opening and top + needed > floor + 0.01:
            canvas.new_page()
            top, previous = sheet.top, None
            if first.header is not None:
                first.header.draw_again(canvas, top)
                top += first.header.height
        for slab in chunk:
            top = _draw(slab, canvas, top, previous, sheet)
            previous = slab
    canvas.end_page()


def _draw(slab: Slab, canvas: Canvas, top: float, previous: Slab | None, sheet: Sheet) -> float:
    above = slab.before if previous is not None else 0.0
    if slab.bar is not None:
        canvas.artifact()
        joined = previous is not None and previous.bar is slab.bar
        start = top if joined else top + above
        canvas.fill(slab.bar.left, start, slab.bar.width, top + above + slab.height - start, slab.bar.color)
    for name in slab.anchors:
        canvas.anchor(name, top + above)
    slab.draw(canvas, top + above)
    return top + above + slab.height


def _chunks(slabs: list[Slab], room: float) -> Iterator[list[Slab]]:
    """Slabs that stay together; a chunk taller than a page is let go slab by slab."""
    chunk: list[Slab] = []
    height = 0.0
    for slab in slabs:
        chunk.append(slab)
        height += slab.height + slab.before
        if not slab.keep:
            yield from [chunk] if height <= room else ([one] for one in chunk)
            chunk, height = [], 0.0
    if chunk:
        yield from [chunk] if height <= room else ([one] for one in chunk)
