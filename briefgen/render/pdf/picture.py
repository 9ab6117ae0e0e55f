"""A drawing as a picture: a PDF page of its size, and that page as PNG for programs that draw no vectors."""

import io
from dataclasses import replace

from briefgen.render.drawing import Drawing
from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.figures import draw_shapes
from briefgen.render.pdf.objects import PdfFile, number
from briefgen.render.style import Style
from briefgen.render.vector import Vector

_SCALE = 2.5
"""Pixels a point: 180 to the inch, for the programs that do not draw the SVG beside it."""
# A chart has few colors and their shades at the edges of letters: so many, at this level of zlib, take half the time and a
# third of the room of all of them at the usual level.
_COLORS, _LEVEL = 128, 3


def drawing_png(drawing: Drawing, style: Style) -> bytes:
    """The drawing on white."""
    page_style = replace(style, sheet=replace(style.sheet, width=drawing.width, height=drawing.height))
    canvas = _canvas(drawing.height)
    draw_shapes(canvas, drawing, page_style, 0.0, 0.0)
    return _png(_page(canvas, drawing.width, drawing.height))


def vector_png(vector: Vector) -> bytes:
    """The paths on white."""
    canvas = _canvas(vector.height)
    canvas.vector(vector, 0.0, 0.0)
    return _png(_page(canvas, vector.width, vector.height))


def _png(pdf: bytes) -> bytes:
    import pypdfium2
    from PIL.Image import Dither, Quantize

    with pypdfium2.PdfDocument(pdf) as opened:
        image = opened[0].render(scale=_SCALE).to_pil()
    buffer = io.BytesIO()
    few = (image if image.mode == "RGB" else image.convert("RGB")).quantize(
        _COLORS, method=Quantize.FASTOCTREE, dither=Dither.NONE
    )
    few.putpalette(
        [255 if level == 254 else level for level in few.getpalette() or ()]
    )  # white is mixed with its shades
    few.save(buffer, "PNG", compress_level=_LEVEL)
    return buffer.getvalue()


def _canvas(height: float) -> Canvas:
    """One page, open for artifacts."""
    canvas = Canvas(height)
    canvas.new_page()
    canvas.artifact()
    return canvas


def _page(canvas: Canvas, width: float, height: float) -> bytes:
    """A file of that page."""
    file = PdfFile()
    canvas.end_page()
    fonts = " ".join(f"/{used.label} {used.write(file)} 0 R" for used in canvas.faces.values())
    content = file.add_stream("", "\n".join(canvas.pages[0].content).encode("ascii"))
    tree, page, root = file.reserve(), file.reserve(), file.reserve()
    box = f"[0 0 {number(width)} {number(height)}]"
    file.put(
        page,
        f"<</Type /Page /Parent {tree} 0 R /MediaBox {box} /Resources <</Font <<{fonts}>>>> /Contents {content} 0 R>>",
    )
    file.put(tree, f"<</Type /Pages /Count 1 /Kids [{page} 0 R]>>")
    file.put(root, f"<</Type /Catalog /Pages {tree} 0 R>>")
    return file.to_bytes(root)
