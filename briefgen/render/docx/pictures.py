"""Figures in a Word file: the drawing as SVG, with a PNG for programs that do not draw it."""

from dataclasses import dataclass, field

from briefgen.model.tree import Figure
from briefgen.render.docx.xml import attribute, blip
from briefgen.render.style import Style

_EMU = 12700
"""English Metric Units in a point."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(slots=True)
class Pictures:
    """The pictures of one document: their parts by file name, in order."""

    parts: dict[str, bytes] = field(default_factory=dict)

    def run(self, figure: Figure, style: Style, measure: float) -> str:
        """The run that shows the figure in the line, its words said in ``descr``."""
        from briefgen.render.charts import draw_chart
        from briefgen.render.pdf.picture import drawing_png
        from briefgen.render.svg import svg_file

        drawing = draw_chart(figure, style, measure)
        if not drawing.shapes:
            return ""
        number = len(self.parts) // 2 + 1
        self.parts[f"image{number}.png"] = drawing_png(drawing, style)
        self.parts[f"image{number}.svg"] = svg_file(drawing, style.fonts["head"].docx).encode()
        size = f'cx="{round(drawing.width * _EMU)}" cy="{round(drawing.height * _EMU)}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="{number}" name="Figure {number}" descr={attribute(figure.alt)}/>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="image{number}.png"/>'
            f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip(str(number), True)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
