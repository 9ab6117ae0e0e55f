"""A timeline: dated events along one axis, their labels in lanes above and below that never touch."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefgen.render.drawing import Box, Dot, Drawing, Label
from briefgen.render.pdf.faces import load_face
from briefgen.render.style import Style

_SIZE, _LEADING, _WIDTH, _LINES = 7.2, 9.0, 100.0, 4
_GAP, _STEM = 8.0, 9.0
# Shorter words do not stand before an ellipsis.
_SHORT = 3
_PAPER = "#ffffff"
# How much of a place on the axis is time, and not order, that is tried.
_SHARES = (0.7, 0.5, 0.3, 0.15, 0.0)
# "2022-05-25", "2022-05", "2022"
_DATE = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(slots=True)
class _Event:
    """An event with its label set in lines."""

    day: int
    head: str
    lines: list[str]
    planned: bool
    x: float = 0.0
    left: float = 0.0
    width: float = 0.0
    lane: int = 0
    far: float = 0.0
    """From the axis to the nearer edge of its label."""

    @property
    def height(self) -> float:
        """Of its label."""
        return _LEADING * (len(self.lines) + 1)


def _far(events: Sequence[_Event], side: int) -> list[float]:
    """How far from the axis the labels of each lane of a side begin: each lane is as high as its highest label."""
    far = [_STEM]
    for number in range(1, len(events) + 1):
        heights = [event.height for event in events if event.lane == side * number]
        far.append(far[-1] + max(heights, default=0.0) + _GAP)
    return far


def draw_timeline(items: Sequence[Mapping[str, Any]], style: Style, measure: float) -> Drawing:
    """Events in the order of time; those without a date that can be read are left out."""
    events = sorted(_events(items, style), key=lambda event: event.day)
    if not events:
        return Drawing(measure, 0)
    _place(events, measure)
    above, below = _far(events, 1), _far(events, -1)
    for event in events:
        event.far = (above if event.lane > 0 else below)[abs(event.lane) - 1]
    axis = max([4.0, *(event.far + event.height for event in events if event.lane > 0)])
    drawing = Drawing(measure, axis + max([4.0, *(event.far + event.height for event in events if event.lane < 0)]))
    drawing.shapes.append(Box(0, axis - 0.5, measure, 1.0, style.color("rule")))
    for event in events:
        _stem(drawing, event, axis, style)
    for event in events:
        _label(drawing, event, axis, style)
    return drawing


def _events(items: Sequence[Mapping[str, Any]], style: Style) -> list[_Event]:
    face = load_face(style.fonts["head"].regular)
    bold = load_face(style.fonts["head"].bold)
    found = []
    for item in items:
        day = _day(str(item.get("start", "")))
        if day is not None:
            lines = _wrapped(str(item.get("text", "")), lambda text: face.measure(text)[0] * _SIZE)
            head = str(item.get("label", ""))
            event = _Event(day, head, lines, bool(item.get("planned")))
            event.width = max([bold.measure(head)[0] * _SIZE, *(face.measure(line)[0] * _SIZE for line in lines)])
            found.append(event)
    return found


def _day(text: str) -> int | None:
    match = _DATE.match(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        return datetime.date(year, month, day).toordinal()
    except ValueError:
        return None


def _wrapped(text: str, width: Any) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer) > _WIDTH:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) <= _LINES:
        return lines
    kept = lines[_LINES - 1].split(" ")
    while len(kept) > 1 and len(kept[-1].strip('(«“"')) <= _SHORT:
        kept.pop()
    return [*lines[: _LINES - 1], " ".join(kept).rstrip(" ,;:–-(«“") + "…"]


def _place(events: list[_Event], measure: float) -> None:
    """Spread by time as far as the labels stay clear of one another's stems; else by order."""
    for share in _SHARES:
        if _spread(events, measure, share):
            return


def _spread(events: list[_Event], measure: float, share: float) -> bool:
    """Where each stands on the axis, and the first lane (1 above, -1 below, 2 above …) where its label is free; whether
    no stem runs through a label."""
    first, last = events[0].day, events[-1].day
    ends: dict[int, float] = {}
    clear = True
    for index, event in enumerate(events):
        even = (index + 0.5) / len(events)
        scaled = (event.day - first) / (last - first) if last > first else even
        event.x = 6 + (measure - 12) * (scaled * share + even * (1 - share))
        event.left = min(max(event.x - 4, 0.0), measure - event.width)
        lanes = [sign * number for number in range(1, len(events) + 1) for sign in (1, -1)]
        free = [lane for lane in lanes if ends.get(lane, -_GAP) + _GAP <= event.left]
        best = [lane for lane in free if not _crosses(lane, event.x, ends)]
        clear = clear and bool(best)
        event.lane = (best or free)[0]
        ends[event.lane] = event.left + event.width
    return clear


def _crosses(lane: int, x: float, ends: Mapping[int, float]) -> bool:
    sign = 1 if lane > 0 else -1
    return any(ends.get(sign * nearer, -1.0) > x - 2 for nearer in range(1, abs(lane)))


def _top(event: _Event, axis: float) -> float:
    """The upper edge of an event's label."""
    return axis - event.far - event.height if event.lane > 0 else axis + event.far


def _stem(drawing: Drawing, event: _Event, axis: float, style: Style) -> None:
    end = _top(event, axis)
    top, height = (end, axis - end) if event.lane > 0 else (axis, end - axis)
    drawing.shapes.append(Box(event.x - 0.25, top, 0.5, height, style.color("rule")))
    drawing.shapes.append(Dot(event.x, axis, 3.0, style.color("accent"), hollow=event.planned))


def _label(drawing: Drawing, event: _Event, axis: float, style: Style) -> None:
    """Date and words, on paper color, so that a stem that must pass is broken."""
    top, rows = _top(event, axis), len(event.lines) + 1
    drawing.shapes.append(Box(event.left - 1, top, event.width + 2, rows * _LEADING, _PAPER))
    drawing.shapes.append(Label(event.head, event.left, top + _SIZE, _SIZE, style.color("accent"), bold=True))
    drawing.shapes += [
        Label(line, event.left, top + _SIZE + _LEADING * (number + 1), _SIZE, style.color("ink"))
        for number, line in enumerate(event.lines)
    ]
