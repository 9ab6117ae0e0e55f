"""House styles: what a document looks like, shared by the three writers, read from ``assets/styles/<id>.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from briefgen.errors import UnknownName, UsageError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.paths import home
from briefgen.resources import resource

Align = Literal["left", "right", "center", "justify"]


@dataclass(frozen=True, slots=True)
class Family:
    """Four faces as ``package/File.ttf`` for PDF, and the names to ask for elsewhere."""

    regular: str
    bold: str
    italic: str
    bold_italic: str
    css: str
    docx: str

    def face(self, bold: bool, italic: bool) -> str:
        """The file of the face with that weight and slant."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a paragraph; lengths in points, colors as ``#rrggbb``."""

    font: str
    size: float
    leading: float
    before: float
    after: float
    color: str
    align: Align
    bold: bool
    italic: bool
    tracking: float
    hyphenate: bool
    keep: bool
    """Stays with what follows."""
    rule: str
    """``below``: a thin line under the paragraph; else empty."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page size and margins in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture at the head of the first page; lengths in points."""

    path: Path
    """A .png or .svg file."""
    height: float
    after: float
    align: Literal["left", "right", "center"] = "left"


@dataclass(frozen=True, slots=True)
class Style:
    id: str
    title: Mapping[str, str]
    sheet: Sheet
    colors: Mapping[str, str]
    fonts: Mapping[str, Family]
    looks: Mapping[str, Look]
    list_indent: float
    label_bold: bool
    label_color: str
    quote: Mapping[str, Any]
    table: Mapping[str, Any]
    reference: bytes | None = None
    """A Word file of the user's whose styles the Word writer takes."""
    footnotes: bool = False
    """Whether the sources are notes: at the end in PDF and HTML, in a Word file also where they are first pointed at."""
    heading_numbers: bool = True
    """Whether headings keep the numbers that the template gives them."""
    logo: Logo | None = None
    fallbacks: tuple[str, ...] = ()
    """Font files for characters that the families lack, as `Family` names them or as absolute paths."""
    machine_fonts: tuple[str, ...] = ()
    """Absolute paths of fonts that are taken, after those, where the machine has them."""

    def look(self, role: str) -> Look:
        """The look of a role; an unknown role looks like body text."""
        return self.looks.get(role) or self.looks["body"]

    def color(self, name: str) -> str:
        return self.colors.get(name, name)


def load_style(name: str) -> Style:
    """The style with that id, or the one made of a Word file (``house.docx``). Raises UnknownName with the ids that
    exist, UsageError for a file that is not of Word."""
    if name.lower().endswith((".docx", ".dotx")):
        from briefgen.render.docx.own import own_style

        return own_style(Path(name), load_style("classic"))
    return read_style(style_path(name))


def style_path(name: str) -> Path:
    """The file of an installed style. Raises UnknownName with the ids that exist."""
    if name.replace("-", "").replace("_", "").isalnum():
        for folder in _folders():
            if (folder / f"{name}.toml").is_file():
                return folder / f"{name}.toml"
    raise UnknownName(
        _("There is no style “{name}”; installed are: {known}."), name=name, known=", ".join(installed_styles())
    )


def installed_styles() -> list[str]:
    """Ids of the user's own styles and of those shipped with the program, sorted."""
    return sorted({path.stem for folder in _folders() for path in folder.glob("*.toml")})


def _folders() -> tuple[Path, Path]:
    """Where styles are looked for: what the user put into their folder comes first."""
    return home() / "styles", resource("assets", "styles")


@cache
def read_style(path: Path) -> Style:
    """The style in that file; read once a process."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    colors: dict[str, str] = raw["colors"]
    first = {"before": 0.0, "bold": False, "italic": False, "tracking": 0.0, "keep": False, "rule": ""}
    body = first | raw["paragraph"]["body"]
    looks = {role: _look(body | own, colors) for role, own in raw["paragraph"].items()}
    label_color = raw["list"]["label_color"]
    return Style(
        id=raw["id"],
        title=raw["title"],
        sheet=Sheet(**raw["page"]),
        colors=colors,
        fonts={name: Family(**family) for name, family in raw["fonts"].items()},
        looks=looks,
        list_indent=raw["list"]["indent"],
        label_bold=raw["list"]["label_bold"],
        label_color=colors.get(label_color, label_color),
        quote=raw["quote"],
        table=raw["table"],
        footnotes=_choice(path, raw, "references", ("list", "footnotes")) == "footnotes",
        heading_numbers=raw.get("headings", {}).get("numbers", True),
        logo=_logo(path, raw.get("logo")),
        fallbacks=tuple(raw.get("fallback", {}).get("files", ())),
        machine_fonts=tuple(raw.get("fallback", {}).get("machine", ())),
    )


def _choice(path: Path, raw: Mapping[str, Any], key: str, known: tuple[str, ...]) -> str:
    """The value of a key that takes the first of `known` when it is left out."""
    value = str(raw.get(key, known[0]))
    if value not in known:
        message = _("{name}: “{key}” is “{value}”; choose {known}.")
        raise UsageError(message, name=path.name, key=key, value=value, known=", ".join(known))
    return value


def _logo(path: Path, raw: Mapping[str, Any] | None) -> Logo | None:
    """The picture, its file looked for beside the style."""
    if not raw:
        return None
    file = path.parent / str(raw["file"])
    if not file.is_file() or file.suffix.lower() not in (".png", ".svg"):
        raise UsageError(
            _("{name}: the logo “{file}” is no PNG or SVG file beside the style."), name=path.name, file=raw["file"]
        )
    return Logo(file, float(raw.get("height", 36)), float(raw.get("after", 12)), raw.get("align", "left"))


def _look(values: dict[str, Any], colors: Mapping[str, str]) -> Look:
    color = values["color"]
    return Look(**(values | {"color": colors.get(color, color)}))
