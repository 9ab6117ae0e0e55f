"""The PDF file format: objects in, bytes out (ISO 32000-1, 7.3 objects, 7.5.7 object streams, 7.5.8 cross-reference streams).

Our own writer and not a library's: a tagged file has hundreds of small objects, which here are plain strings packed into
compressed object streams; nothing is imported, and every byte depends on the document alone.
"""

import hashlib
import zlib

_PER_STREAM = 200
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def pdf_text(text: str) -> str:
    """A text string object, in UTF-16 where ASCII does not do."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return "<FEFF" + text.encode("utf-16-be", "replace").hex().upper() + ">"


def number(value: float) -> str:
    """A number in at most three decimals, without trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class PdfFile:
    """Numbered objects; references are ``n 0 R``."""

    def __init__(self) -> None:
        self._plain: dict[int, str] = {}
        self._streams: dict[int, bytes] = {}
        self._count = 0

    def reserve(self) -> int:
        """The number of an object that `put` fills later."""
        self._count += 1
        return self._count

    def put(self, reference: int, body: str) -> None:
        self._plain[reference] = body

    def add(self, body: str) -> int:
        reference = self.reserve()
        self._plain[reference] = body
        return reference

    def add_stream(self, entries: str, data: bytes, compress: bool = True) -> int:
        """A stream with these dictionary entries; XMP must stay readable and goes uncompressed."""
        reference = self.reserve()
        if compress:
            data, entries = zlib.compress(data, 6), entries + " /Filter /FlateDecode"
        self._streams[reference] = b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries.encode(), len(data), data)
        return reference

    def to_bytes(self, root: int, info: int | None = None) -> bytes:
        """The whole file, with an identifier made from its content."""
        packed = self._pack_plain()
        out, offsets = bytearray(_HEADER), {}
        for reference in sorted(self._streams):
            offsets[reference] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (reference, self._streams[reference])
        digest = hashlib.md5(bytes(out), usedforsecurity=False).hexdigest().upper()
        start, self_reference = len(out), self.reserve()
        offsets[self_reference] = start
        rows = bytearray(b"\0\0\0\0\0\xff\xff")
        for reference in range(1, self._count + 1):
            if reference in packed:
                rows += b"\2" + packed[reference][0].to_bytes(4, "big") + packed[reference][1].to_bytes(2, "big")
            else:
                rows += b"\1" + offsets[reference].to_bytes(4, "big") + b"\0\0"
        data = zlib.compress(bytes(rows), 6)
        entries = f"/Type /XRef /Size {self._count + 1} /W [1 4 2] /Root {root} 0 R /ID [<{digest}> <{digest}>]"
        if info is not None:
            entries += f" /Info {info} 0 R"
        out += b"%d 0 obj\n<<%s /Filter /FlateDecode /Length %d>>\nstream\n" % (
            self_reference,
            entries.encode(),
            len(data),
        )
        out += data + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
        return bytes(out)

    def _pack_plain(self) -> dict[int, tuple[int, int]]:
        """Object streams of all plain objects; where each one is: stream and index."""
        places: dict[int, tuple[int, int]] = {}
        references = sorted(self._plain)
        for first in range(0, len(references), _PER_STREAM):
            chunk = references[first : first + _PER_STREAM]
            heads, bodies, at = [], [], 0
            for reference in chunk:
                body = self._plain[reference]
                heads.append(f"{reference} {at}")
                bodies.append(body)
                at += len(body) + 1
            head = " ".join(heads) + "\n"
            data = (head + "\n".join(bodies)).encode("latin-1")
            stream = self.add_stream(f"/Type /ObjStm /N {len(chunk)} /First {len(head)}", data)
            places.update((reference, (stream, index)) for index, reference in enumerate(chunk))
        return places
