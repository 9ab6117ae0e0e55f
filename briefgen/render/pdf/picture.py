"""A drawing as a picture: a PDF page of its size, and that page as PNG for programs that draw no vectors."""

import io
from dataclasses import replace

from briefgen.render.drawing import Drawing
from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.figures import draw_shapes
from briefgen.render.pdf.objects import PdfFile, number
from briefgen.render.style import Style

_SCALE = 3.0
"""Pixels a point: 216 to the inch."""


def drawing_png(drawing: Drawing, style: Style) -> bytes:
    """The drawing on white."""
    import pypdfium2

    with pypdfium2.PdfDocument(_drawing_pdf(drawing, style)) as pdf:
        image = pdf[0].render(scale=_SCALE).to_pil()
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=False)
    return buffer.getvalue()


def _drawing_pdf(drawing: Drawing, style: Style) -> bytes:
    page_style = replace(style, sheet=replace(style.sheet, width=drawing.width, height=drawing.height))
    canvas, file = Canvas(drawing.height), PdfFile()
    canvas.new_page()
    canvas.artifact()
    draw_shapes(canvas, drawing, page_style, 0.0, 0.0)
    canvas.end_page()
    fonts = " ".join(f"/{used.label} {used.write(file)} 0 R" for used in canvas.faces.values())
    content = file.add_stream("", "\n".join(canvas.pages[0].content).encode("ascii"))
    tree, page, root = file.reserve(), file.reserve(), file.reserve()
    box = f"[0 0 {number(drawing.width)} {number(drawing.height)}]"
    file.put(
        page,
        f"<</Type /Page /Parent {tree} 0 R /MediaBox {box} /Resources <</Font <<{fonts}>>>> /Contents {content} 0 R>>",
    )
    file.put(tree, f"<</Type /Pages /Count 1 /Kids [{page} 0 R]>>")
    file.put(root, f"<</Type /Catalog /Pages {tree} 0 R>>")
    return file.to_bytes(root)
