"""The logo on the first page: one image, or its paths, drawn as an artifact."""

from dataclasses import dataclass

from briefgen.render.logo import pixels, size, sized
from briefgen.render.pdf.canvas import Canvas
from briefgen.render.pdf.objects import PdfFile
from briefgen.render.pdf.slabs import Slab
from briefgen.render.style import Logo, Style


@dataclass(slots=True, eq=False, kw_only=True)
class LogoSlab(Slab):
    logo: Logo
    left: float
    width: float

    def draw(self, canvas: Canvas, top: float) -> None:
        canvas.artifact()
        paths = sized(self.logo, self.width)
        if paths is None:
            canvas.image(self.logo, self.left, top, self.width, self.height)
        else:
            canvas.vector(paths, self.left, top)


def logo_slab(logo: Logo, style: Style) -> LogoSlab:
    """The picture at the edge that the style names."""
    measure = style.sheet.measure
    width, height = size(logo, measure)
    room = {"left": 0.0, "center": (measure - width) / 2, "right": measure - width}[logo.align]
    return LogoSlab(height=height, keep=True, logo=logo, left=style.sheet.left + room, width=width)


def write_image(file: PdfFile, logo: Logo) -> int:
    """The number of the image object."""
    width, height, rows = pixels(logo)
    kind = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8"
    return file.add_stream(f"{kind} /Width {width} /Height {height}", rows)
