"""A TrueType file: its characters and metrics, and a font program of chosen glyphs (OpenType 1.9, chapters of each table)."""

import struct
from array import array
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from briefgen.render.pdf.kerning import PairKerning

_COMPOSITE_ARGS_ARE_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x1, 0x8, 0x20, 0x40, 0x80
_HAS_INSTRUCTIONS = 0x100
_RESTRICTED = 0x2


class TrueType:
    """One font file. Metrics are in thousandths of an em, as PDF counts."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        count = struct.unpack_from(">H", self._data, 4)[0]
        self._tables: dict[str, tuple[int, int]] = {}
        for index in range(count):
            tag, _, start, length = struct.unpack_from(">4sLLL", self._data, 12 + 16 * index)
            self._tables[tag.decode("ascii")] = (start, length)
        head = self._table("head")
        self.units: int = struct.unpack_from(">H", head, 18)[0]
        self.box = tuple(self._scaled(value) for value in struct.unpack_from(">4h", head, 36))
        self._long_loca = struct.unpack_from(">h", head, 50)[0] == 1
        hhea = self._table("hhea")
        self.ascent, self.descent = (self._scaled(value) for value in struct.unpack_from(">2h", hhea, 4))
        self._metrics = struct.unpack_from(">H", hhea, 34)[0]
        self.italic_angle = struct.unpack_from(">l", self._table("post"), 4)[0] / 65536
        os2 = self._table("OS/2")
        self.weight, _width, rights = struct.unpack_from(">3H", os2, 4)
        self.may_be_embedded = rights & 0xF != _RESTRICTED
        """As its maker says (fsType)."""
        self.cap_height = self._scaled(struct.unpack_from(">h", os2, 88)[0]) if len(os2) >= 90 else self.ascent
        self.name = _postscript_name(self._table("name")) or path.stem

    def _table(self, tag: str) -> bytes:
        start, length = self._tables.get(tag, (0, 0))
        return self._data[start : start + length]

    def _scaled(self, value: int) -> int:
        return (2000 * value + self.units) // (2 * self.units)

    @cached_property
    def characters(self) -> dict[str, int]:
        """Glyph number of each character."""
        return _characters(self._table("cmap"))

    @cached_property
    def advances(self) -> Sequence[int]:
        """Width of each glyph number."""
        raw = array("H", self._table("hmtx")[: 4 * self._metrics])
        raw.byteswap()
        half, whole = self.units, 2 * self.units
        widths = [(2000 * value + half) // whole for value in raw[::2]]
        return widths + [widths[-1]] * (self._glyph_count - len(widths))

    @cached_property
    def kerning(self) -> PairKerning:
        return PairKerning(self._table("GPOS"), self.units)

    @cached_property
    def _glyph_count(self) -> int:
        return int(struct.unpack_from(">H", self._table("maxp"), 4)[0])

    @cached_property
    def _offsets(self) -> Sequence[int]:
        raw = array("I" if self._long_loca else "H", self._table("loca"))
        raw.byteswap()
        return raw if self._long_loca else [2 * value for value in raw]

    def outline(self, glyph: int) -> bytes:
        """The glyph's outline without its hints; empty for a blank."""
        start = self._tables["glyf"][0]
        raw = self._data[start + self._offsets[glyph] : start + self._offsets[glyph + 1]]
        return _without_hints(raw) if raw else raw

    def subset(self, glyphs: Sequence[int], widths: Sequence[int]) -> bytes:
        """A font program whose glyph n is `glyphs[n]` with the advance `widths[n]`; components follow at the end."""
        order, outlines = list(glyphs), []
        place = {glyph: new for new, glyph in reversed(list(enumerate(order)))}
        advances = [round(width * self.units / 1000) for width in widths]
        position = 0
        while position < len(order):
            outlines.append(_renumbered(self.outline(order[position]), order, place))
            position += 1
        advances += [round(self.advances[glyph] * self.units / 1000) for glyph in order[len(glyphs) :]]
        return self._program(outlines, advances)

    def _program(self, outlines: list[bytes], advances: list[int]) -> bytes:
        metrics, loca, glyf = bytearray(), [0], bytearray()
        for outline, advance in zip(outlines, advances, strict=True):
            bearing = struct.unpack_from(">h", outline, 2)[0] if outline else 0
            metrics += struct.pack(">Hh", advance, bearing)
            glyf += outline + b"\0" * (-len(outline) % 4)
            loca.append(len(glyf))
        head = bytearray(self._table("head"))
        head[8:12], head[50:52] = b"\0\0\0\0", b"\0\1"
        hhea = self._table("hhea")[:34] + struct.pack(">H", len(outlines))
        maxp = self._table("maxp")[:4] + struct.pack(">H", len(outlines)) + self._table("maxp")[6:14]
        maxp += struct.pack(">9H", 2, 0, 0, 0, 0, 0, 0, *struct.unpack_from(">2H", self._table("maxp"), 28))
        return _assembled(
            {
                b"glyf": bytes(glyf) or b"\0",
                b"head": bytes(head),
                b"hhea": hhea,
                b"hmtx": bytes(metrics),
                b"loca": struct.pack(f">{len(loca)}L", *loca),
                b"maxp": maxp,
            }
        )


def _postscript_name(table: bytes) -> str:
    count, base = struct.unpack_from(">HH", table, 2)
    for index in range(count):
        platform, _, _, name, length, start = struct.unpack_from(">6H", table, 6 + 12 * index)
        if name == 6 and platform == 3:
            return table[base + start : base + start + length].decode("utf-16-be")
    return ""


def _characters(cmap: bytes) -> dict[str, int]:
    """Characters from the widest Unicode subtable: format 12, else format 4."""
    best: tuple[int, int] = (0, 0)
    for index in range(struct.unpack_from(">H", cmap, 2)[0]):
        platform, _, start = struct.unpack_from(">HHL", cmap, 4 + 8 * index)
        form = struct.unpack_from(">H", cmap, start)[0]
        if platform in (0, 3) and form in (4, 12):
            best = max(best, (form, start))
    form, start = best
    return _format_12(cmap, start) if form == 12 else _format_4(cmap, start)


def _format_12(cmap: bytes, start: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for index in range(struct.unpack_from(">L", cmap, start + 12)[0]):
        first, last, glyph = struct.unpack_from(">LLL", cmap, start + 16 + 12 * index)
        found.update((chr(code), glyph + code - first) for code in range(first, last + 1))
    return found


def _format_4(cmap: bytes, start: int) -> dict[str, int]:
    double = struct.unpack_from(">H", cmap, start + 6)[0]
    count = double // 2
    ends = struct.unpack_from(f">{count}H", cmap, start + 14)
    starts = struct.unpack_from(f">{count}H", cmap, start + 16 + double)
    deltas = struct.unpack_from(f">{count}H", cmap, start + 16 + 2 * double)
    ranges_at = start + 16 + 3 * double
    found: dict[str, int] = {}
    for index in range(count):
        offset = struct.unpack_from(">H", cmap, ranges_at + 2 * index)[0]
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", cmap, ranges_at + 2 * index + offset + 2 * (code - starts[index]))[0]
            if glyph or not offset:
                glyph = (glyph + deltas[index]) & 0xFFFF
            if glyph:
                found[chr(code)] = glyph
    return found


def _without_hints(raw: bytes) -> bytes:
    """The outline with its instructions cut out: no reader of ours runs them, and they need three more tables."""
    contours = struct.unpack_from(">h", raw)[0]
    if contours >= 0:
        at = 10 + 2 * contours
        length = struct.unpack_from(">H", raw, at)[0]
        return raw[:at] + b"\0\0" + raw[at + 2 + length :]
    outline, at, flags = bytearray(raw), 10, _MORE
    while flags & _MORE:
        flags = struct.unpack_from(">H", outline, at)[0]
        struct.pack_into(">H", outline, at, flags & ~_HAS_INSTRUCTIONS)
        at += _component_length(flags)
    return bytes(outline[:at])


def _component_length(flags: int) -> int:
    length = 8 if flags & _COMPOSITE_ARGS_ARE_WORDS else 6
    if flags & _SCALE:
        return length + 2
    if flags & _XY_SCALE:
        return length + 4
    return length + 8 if flags & _TWO_BY_TWO else length


def _renumbered(outline: bytes, order: list[int], place: dict[int, int]) -> bytes:
    """The outline with the glyph numbers of its components in the new order, to which missing ones are added."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return outline
    changed, at, flags = bytearray(outline), 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", changed, at)
        if glyph not in place:
            place[glyph] = len(order)
            order.append(glyph)
        struct.pack_into(">H", changed, at + 2, place[glyph])
        at += _component_length(flags)
    return bytes(changed)


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    """An sfnt file of these tables with checksums."""
    power = 1 << (len(tables).bit_length() - 1)
    header = struct.pack(">LHHHH", 0x10000, len(tables), power * 16, power.bit_length() - 1, (len(tables) - power) * 16)
    directory, body, at = bytearray(), bytearray(), len(header) + 16 * len(tables)
    for tag, data in sorted(tables.items()):
        padded = data + b"\0" * (-len(data) % 4)
        directory += struct.pack(">4sLLL", tag, _checksum(padded), at + len(body), len(data))
        body += padded
    program = bytearray(header + directory + body)
    head_at = at + sum(len(data) + (-len(data) % 4) for tag, data in sorted(tables.items()) if tag < b"head")
    struct.pack_into(">L", program, head_at + 8, (0xB1B0AFBA - _checksum(bytes(program))) & 0xFFFFFFFF)
    return bytes(program)


def _checksum(padded: bytes) -> int:
    words = array("I", padded)
    words.byteswap()
    return sum(words) & 0xFFFFFFFF
