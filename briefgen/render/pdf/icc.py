"""The sRGB color space as an ICC profile (ICC.1:2010 version 4, matrix and parametric curve; IEC 61966-2-1)."""

import struct
from functools import cache

# D50-adapted primaries and the transfer curve of sRGB, as in the profile specification.
_COLUMNS = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_WHITE = (0.96420, 1.0, 0.82491)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168)
_HEADER = 128


def _fixed(values: tuple[float, ...]) -> bytes:
    return struct.pack(f">{len(values)}l", *(round(value * 65536) for value in values))


def _text(text: str) -> bytes:
    raw = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">LL2s2sLL", 1, 12, b"en", b"US", len(raw), 28) + raw


@cache
def srgb_profile() -> bytes:
    """The profile; about 600 bytes, always the same."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(_CURVE)
    tags = [(b"desc", _text("sRGB")), (b"cprt", _text("No copyright")), (b"wtpt", b"XYZ \0\0\0\0" + _fixed(_WHITE))]
    tags += [(b"chad", b"sf32\0\0\0\0" + _fixed(_ADAPTATION))]
    tags += [(tag, b"XYZ \0\0\0\0" + _fixed(values)) for tag, values in _COLUMNS.items()]
    tags += [(tag, curve) for tag in (b"rTRC", b"gTRC", b"bTRC")]
    directory, body, places = struct.pack(">L", len(tags)), b"", {}
    start = _HEADER + 4 + 12 * len(tags)
    for tag, data in tags:
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        directory += struct.pack(">4sLL", tag, places[data], len(data))
    size = start + len(body)
    head = struct.pack(
        ">L4sL4s4s4s6H4s4s",
        size,
        b"\0\0\0\0",
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        2000,
        1,
        1,
        0,
        0,
        0,
        b"acsp",
        b"\0\0\0\0",
    )
    head += struct.pack(">L4s4sQL", 0, b"\0\0\0\0", b"\0\0\0\0", 0, 0) + _fixed(_WHITE) + b"\0\0\0\0"
    return head.ljust(_HEADER, b"\0") + directory + body
