"""Colors and the look of the window, light and dark; the paper of the preview stays white."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from briefgen.frozen import dataclass
from briefgen.paths import home
from briefgen.resources import resource
from briefgen.store.atomic import write_atomic


@dataclass(frozen=True, slots=True)
class Colors:
    """Every color of the window, as ``#rrggbb``; a test computes the contrast of each pair that carries text."""

    window: str
    panel: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    quote: str
    """Tint of the passage that a row shows."""
    speaker: str
    cue: str
    warning: str
    error: str
    success: str
    desk: str
    """Behind the pages of the preview."""


LIGHT = Colors(
    window="#f4f5f7", panel="#ffffff", raised="#eceef2", line="#d5d9e0", text="#1c2430", muted="#566073",
    accent="#1f4f8f", on_accent="#ffffff", selection="#d9e6f7", quote="#fff0b8", speaker="#cfe8ff", cue="#dff3d8",
    warning="#8a5a00", error="#a4262c", success="#1d6b3a", desk="#dfe2e8",
)  # fmt: skip
DARK = Colors(
    window="#1b1f26", panel="#22272f", raised="#2c323c", line="#3a424e", text="#e7eaf0", muted="#b3bccb",
    accent="#7fb2f0", on_accent="#10151c", selection="#2a405e", quote="#5b4c12", speaker="#1d4468", cue="#234a2c",
    warning="#f0c060", error="#ff9a94", success="#7fd6a0", desk="#14171c",
)  # fmt: skip


LOOKS = ("system", "light", "dark")
_wanted = ["system"]


def want_look(look: str, app: QApplication) -> None:
    """``light`` or ``dark`` whatever the system asks for, or with the ``system``."""
    _wanted[:] = [look if look in LOOKS else "system"]
    apply_theme(app)


def is_dark() -> bool:
    """Whether the user, else the system, asks for dark windows."""
    if _wanted[0] != "system":
        return _wanted[0] == "dark"
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def colors() -> Colors:
    """The colors of now."""
    return DARK if is_dark() else LIGHT


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colors, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def apply_theme(app: QApplication) -> None:
    """Palette and style sheet for the system's present choice of light or dark."""
    now = colors()
    app.setStyle("Fusion")
    app.setPalette(_palette(now))
    app.setStyleSheet(_sheet(now))


def _palette(now: Colors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = (
        (role.Window, now.window), (role.WindowText, now.text), (role.Base, now.panel), (role.AlternateBase, now.window),
        (role.Text, now.text), (role.Button, now.raised), (role.ButtonText, now.text), (role.ToolTipBase, now.raised),
        (role.ToolTipText, now.text), (role.Highlight, now.selection), (role.HighlightedText, now.text),
        (role.PlaceholderText, now.muted), (role.Dark, now.desk), (role.Mid, now.line), (role.Light, now.raised),
        (role.Link, now.accent), (role.Accent, now.accent),
    )  # fmt: skip
    for which, color in pairs:
        palette.setColor(which, QColor(color))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(now.muted))
    return palette


def _sheet(now: Colors) -> str:
    sheet = resource("assets", "window", "window.qss").read_text(encoding="utf-8")
    for place, name, color in (("@arrow", "next", now.muted), ("@check", "check", now.on_accent)):
        sheet = sheet.replace(place, _picture(name, color))
    return _NAME.sub(lambda match: str(getattr(now, match[1])), sheet)


def _picture(name: str, color: str) -> str:
    """A style sheet takes pictures by file name only: the icon in its color, in the user's folder."""
    path = home() / "window" / f"{name}-{color[1:]}.svg"
    if not path.exists():
        source = resource("assets", "icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
        write_atomic(path, source.encode())
    return path.as_posix()


_NAME = re.compile(r"@(\w+)")
