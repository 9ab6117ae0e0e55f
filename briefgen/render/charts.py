"""Charts as drawings: horizontal bars, columns, the mix of a whole, a timeline.

`Figure.data` holds ``items``, each a mapping with ``label``, ``value`` (a number) and ``shown`` (the value as printed in
the document's language); an item of a timeline has ``start`` (ISO date, as coarse as it is known), ``label`` (the date as
printed), ``text`` and ``planned``. Nothing is drawn that these do not say; axes start at zero.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from briefgen.errors import TemplateError
from briefgen.i18n.mark import mark as _
from briefgen.model.tree import Figure
from briefgen.render.drawing import Box, Dot, Drawing, Label
from briefgen.render.pdf.faces import load_face
from briefgen.render.style import Style
from briefgen.render.timeline import draw_timeline

Item = Mapping[str, Any]
_SIZE, _ROW, _BAR, _GAP, _MIX, _HEIGHT = 8.0, 17.0, 9.0, 8.0, 15.0, 96.0


def draw_chart(figure: Figure, style: Style, measure: float) -> Drawing:
    """The drawing of a figure, `measure` points wide. Raises TemplateError for a kind that nobody draws."""
    kinds: dict[str, Callable[[Sequence[Item], Style, float], Drawing]] = {
        "bars": _bars,
        "columns": _columns,
        "mix": _mix,
        "timeline": draw_timeline,
    }
    if figure.kind not in kinds:
        known = ", ".join(sorted(kinds))
        raise TemplateError(
            _("There is no figure of the kind “{kind}”; there are: {known}."), kind=figure.kind, known=known
        )
    items = figure.data.get("items", ())
    return kinds[figure.kind](items if isinstance(items, list | tuple) else (), style, measure)


def text_width(style: Style, text: str, size: float, bold: bool = False) -> float:
    """Width of a label in the style's face for heads."""
    return load_face(style.fonts["head"].face(bold, False)).measure(text)[0] * size


def _bars(items: Sequence[Item], style: Style, measure: float) -> Drawing:
    """One bar a line: label, bar, value at its end; what is below zero goes to the left."""
    if not items:
        return Drawing(measure, 0)
    names = min(max(text_width(style, str(item["label"]), _SIZE) for item in items), 0.56 * measure) + _GAP
    values = max(text_width(style, str(item["shown"]), _SIZE, True) for item in items) + _GAP
    low, high = _range(items)
    before = values if low < 0 else 0.0
    scale = max(measure - names - values - before, 1.0) / (high - low)
    zero = names + before - low * scale
    drawing = Drawing(measure, len(items) * _ROW + 2)
    drawing.shapes.append(Box(zero - 0.6, 0, 0.6, len(items) * _ROW, style.color("rule")))
    for index, item in enumerate(items):
        y, value = index * _ROW, float(item["value"])
        length, baseline = max(scale * abs(value), 0.6), y + _ROW / 2 + 0.35 * _SIZE
        label = shortened(style, str(item["label"]), _SIZE, names - _GAP)
        end = zero + length + 4 if value >= 0 else zero - length - 4
        drawing.shapes += (
            Label(label, names - _GAP, baseline, _SIZE, style.color("ink"), anchor="end"),
            Box(zero if value >= 0 else zero - length, y + (_ROW - _BAR) / 2, length, _BAR, style.color("accent")),
            Label(str(item["shown"]), end, baseline, _SIZE, style.color("ink"), True, "start" if value >= 0 else "end"),
        )
    return drawing


def _columns(items: Sequence[Item], style: Style, measure: float) -> Drawing:
    """Columns over a base line, for one figure at several dates; bars where the words over them would touch."""
    step = measure / max(len(items), 1)
    if any(text_width(style, str(item["shown"]), _SIZE, True) + _GAP > step for item in items):
        return _bars(items, style, measure)
    if not items:
        return Drawing(measure, 0)
    width, (low, high) = min(step * 0.55, 44.0), _range(items)
    scale = _HEIGHT / (high - low)
    zero = 14 + high * scale
    names = zero - low * scale + (14 if low < 0 else 0) + 11
    drawing = Drawing(measure, names + 5)
    for index, item in enumerate(items):
        center, value = (index + 0.5) * step, float(item["value"])
        tall = max(scale * abs(value), 0.6)
        top, said = (zero - tall, zero - tall - 3.5) if value >= 0 else (zero, zero + tall + _SIZE + 1.5)
        label = shortened(style, str(item["label"]), _SIZE, step - 4)
        drawing.shapes += (
            Box(center - width / 2, top, width, tall, style.color("accent")),
            Label(str(item["shown"]), center, said, _SIZE, style.color("ink"), bold=True, anchor="middle"),
            Label(label, center, names, _SIZE, style.color("muted"), anchor="middle"),
        )
    drawing.shapes.append(Box(0, zero, measure, 0.6, style.color("rule")))
    return drawing


def _range(items: Sequence[Item]) -> tuple[float, float]:
    """The lowest and the highest value; zero is always among what lies between."""
    values = [float(item["value"]) for item in items]
    return min(0.0, *values), max(1e-9, *values)


def _mix(items: Sequence[Item], style: Style, measure: float) -> Drawing:
    """One bar of the whole, its parts in shades, with a key below."""
    whole = sum(abs(float(item["value"])) for item in items)
    if not whole:
        return Drawing(measure, 0)
    drawing, left = Drawing(measure, 0), 0.0
    key, line = 0.0, _MIX + 15.0
    for index, item in enumerate(items):
        color = _shade(style.color("accent"), index, len(items))
        width = measure * abs(float(item["value"])) / whole
        text = f"{item['label']} {item['shown']}"
        wide = 10 + text_width(style, text, _SIZE) + 12
        if key and key + wide > measure:
            key, line = 0.0, line + 12
        inside = str(item["shown"])
        drawing.shapes.append(Box(left, 0, max(width - 1, 0.5), _MIX, color))
        if text_width(style, inside, _SIZE, True) + 4 < width:
            ink = style.color("ink") if _is_light(color) else "#ffffff"
            drawing.shapes.append(
                Label(inside, left + (width - 1) / 2, 0.71 * _MIX, _SIZE, ink, bold=True, anchor="middle")
            )
        drawing.shapes += (
            Dot(key + 3.5, line - 2.6, 3.2, color),
            Label(text, key + 10, line, _SIZE, style.color("ink")),
        )
        left, key = left + width, key + wide
    drawing.height = line + 3
    return drawing


def _is_light(color: str) -> bool:
    """Whether dark letters are read better on it than white ones (relative luminance of WCAG 2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18


def _shade(color: str, index: int, count: int) -> str:
    """From the accent to a light tint of it."""
    share = 0.72 * index / max(count - 1, 1)
    parts = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)


def shortened(style: Style, text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis if it is wider than `room`."""
    if text_width(style, text, size) <= room:
        return text
    while text and text_width(style, text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
