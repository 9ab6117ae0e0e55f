"""Pair kerning from a font's GPOS table (OpenType 1.9, pair adjustment, lookup type 2 and its extension)."""

import struct
from collections.abc import Iterator
from functools import cached_property

_PAIR, _EXTENSION = 2, 9


class PairKerning:
    """Answers how much nearer or farther two glyphs stand; parsed at the first question."""

    def __init__(self, table: bytes, units: int) -> None:
        self._table, self._units = table, units
        self._subtables: list[_Pairs] | None = None
        self._known: dict[tuple[int, int], int] = {}

    def between(self, left: int, right: int) -> int:
        """Thousandths of an em to add between the two glyphs (mostly negative)."""
        known = self._known.get((left, right))
        if known is None:
            known = self._known[left, right] = self._find(left, right)
        return known

    def _find(self, left: int, right: int) -> int:
        if self._subtables is None:
            self._subtables = [_Pairs(self._table, at) for at in _pair_subtables(self._table)] if self._table else []
        for subtable in self._subtables:
            value = subtable.value(left, right)
            if value is not None:
                return round(value * 1000 / self._units)
        return 0


class _Pairs:
    """One subtable: pairs of glyphs (format 1) or of classes (format 2)."""

    def __init__(self, table: bytes, at: int) -> None:
        self._table, self._at = table, at
        self._format, coverage, first, second = struct.unpack_from(">4H", table, at)
        self._covered = {glyph: index for index, glyph in enumerate(_coverage(table, at + coverage))}
        self._value_at = 0 if first & 0x4 else None
        if first & 0x4:
            self._value_at = 2 * (first & 0x3).bit_count()
        self._size = 2 * first.bit_count() + 2 * second.bit_count()
        if self._format == 2:
            self._left_at, self._right_at, _, self._rights = struct.unpack_from(">4H", table, at + 8)
        self._sets: dict[int, dict[int, int]] = {}

    @cached_property
    def _left(self) -> dict[int, int]:
        """Glyph → class; read when a text first has a glyph of the subtable, for a page needs few of a font's."""
        return _classes(self._table, self._at + self._left_at)

    @cached_property
    def _right(self) -> dict[int, int]:
        return _classes(self._table, self._at + self._right_at)

    def value(self, left: int, right: int) -> int | None:
        """Font units, or None if the subtable says nothing of the pair."""
        index = self._covered.get(left)
        if index is None or self._value_at is None:
            return None
        if self._format == 1:
            return self._pair_set(index).get(right)
        cell = self._left.get(left, 0) * self._rights + self._right.get(right, 0)
        at = self._at + 16 + cell * self._size + self._value_at
        return int(struct.unpack_from(">h", self._table, at)[0])

    def _pair_set(self, index: int) -> dict[int, int]:
        known = self._sets.get(index)
        if known is None:
            start = self._at + struct.unpack_from(">H", self._table, self._at + 10 + 2 * index)[0]
            known = self._sets[index] = {}
            for number in range(struct.unpack_from(">H", self._table, start)[0]):
                at = start + 2 + number * (2 + self._size)
                glyph = struct.unpack_from(">H", self._table, at)[0]
                known[glyph] = struct.unpack_from(">h", self._table, at + 2 + (self._value_at or 0))[0]
        return known


def _pair_subtables(table: bytes) -> Iterator[int]:
    """Places of the pair subtables of the Latin script's `kern` feature."""
    scripts, features, lookups = struct.unpack_from(">3H", table, 4)
    for lookup in _kern_lookups(table, scripts, features):
        at = lookups + struct.unpack_from(">H", table, lookups + 2 + 2 * lookup)[0]
        kind, _, count = struct.unpack_from(">3H", table, at)
        for index in range(count):
            subtable = at + struct.unpack_from(">H", table, at + 6 + 2 * index)[0]
            if kind == _PAIR:
                yield subtable
            elif kind == _EXTENSION and struct.unpack_from(">H", table, subtable + 2)[0] == _PAIR:
                yield subtable + struct.unpack_from(">L", table, subtable + 4)[0]


def _kern_lookups(table: bytes, scripts: int, features: int) -> list[int]:
    places: dict[bytes, int] = {}
    for index in range(struct.unpack_from(">H", table, scripts)[0]):
        tag, at = struct.unpack_from(">4sH", table, scripts + 2 + 6 * index)
        places[tag] = scripts + at
    script = places.get(b"latn") or places.get(b"DFLT")
    if script is None:
        return []
    language = script + struct.unpack_from(">H", table, script)[0]
    wanted: list[int] = []
    for index in range(struct.unpack_from(">H", table, language + 4)[0]):
        number = struct.unpack_from(">H", table, language + 6 + 2 * index)[0]
        tag, at = struct.unpack_from(">4sH", table, features + 2 + 6 * number)
        if tag == b"kern":
            count = struct.unpack_from(">H", table, features + at + 2)[0]
            wanted += struct.unpack_from(f">{count}H", table, features + at + 4)
    return sorted(set(wanted))


def _coverage(table: bytes, at: int) -> list[int]:
    form, count = struct.unpack_from(">HH", table, at)
    if form == 1:
        return list(struct.unpack_from(f">{count}H", table, at + 4))
    ranges = (struct.unpack_from(">3H", table, at + 4 + 6 * index) for index in range(count))
    return [glyph for first, last, _ in ranges for glyph in range(first, last + 1)]


def _classes(table: bytes, at: int) -> dict[int, int]:
    form, count = struct.unpack_from(">HH", table, at)
    if form == 1:
        first, count = struct.unpack_from(">HH", table, at + 2)
        return dict(enumerate(struct.unpack_from(f">{count}H", table, at + 6), first))
    classes: dict[int, int] = {}
    for first, last, number in struct.iter_unpack(">3H", table[at + 4 : at + 4 + 6 * count]):
        if first == last:
            classes[first] = number
        else:
            classes.update(dict.fromkeys(range(first, last + 1), number))
    return classes
