"""Typefaces: found once a process, used once a document.

A character that a face lacks is looked for, in order, in what stands for it (a narrow space is a space with another
width, a no-break hyphen is a hyphen), in other faces (`fallback`), and at last drawn as a question mark and reported.
"""

import hashlib
import itertools
import struct
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.i18n.mark import mark as _
from briefgen.render.pdf.objects import PdfFile, number, pdf_text
from briefgen.render.pdf.truetype import TrueType

# A character drawn as another one, and its width in thousandths of an em (None: the other's own).
_STAND_INS: dict[str, tuple[str, int | None]] = {
    "\u00a0": (" ", None),
    "\u2007": (" ", 500),
    "\u2009": (" ", 170),
    "\u200a": (" ", 90),
    "\u2010": ("-", None),
    "\u2011": ("-", None),
    "\u2012": ("–", None),
    "\u2015": ("—", None),
    "\u202f": (" ", 190),
    # Drawn as nothing, but kept in the text: soft hyphen, joiners, marks of direction, byte order mark.
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e", (" ", 0)),
    **dict.fromkeys("\u2060\u2066\u2067\u2068\u2069\ufeff", (" ", 0)),
}


class Face:
    """One face with its measured words; shared by all documents of the process."""

    def __init__(self, name: str, font: TrueType) -> None:
        self.name, self.font = name, font
        self._measured: dict[str, tuple[float, tuple[int, ...]]] = {}
        self._drawable = frozenset(font.characters) | frozenset(_STAND_INS)

    def glyph(self, character: str) -> tuple[int, int] | None:
        """Glyph number and width in thousandths of an em, or None if the face cannot draw the character."""
        stand_in = _STAND_INS.get(character)
        own = self.font.characters.get(character)
        if own is not None and (stand_in is None or stand_in[1] is None):
            return own, self.font.advances[own]
        if stand_in is None:
            return None
        glyph = self.font.characters.get(stand_in[0])
        if glyph is None:
            return None
        return glyph, self.font.advances[glyph] if stand_in[1] is None else stand_in[1]

    @property
    def unknown(self) -> tuple[int, int]:
        """What stands for a character that no face draws: a question mark, for a PDF/A may not show the missing glyph."""
        return self.glyph("?") or (0, 0)

    def draws(self, text: str) -> bool:
        """Whether the face has all these characters, or what stands in for them."""
        return self._drawable.issuperset(text)

    def measure(self, text: str) -> tuple[float, tuple[int, ...]]:
        """Width in ems, and the kerning after each character in thousandths of an em (empty if there is none)."""
        known = self._measured.get(text)
        if known is None:
            if len(self._measured) > 50_000:
                self._measured.clear()
            known = self._measured[text] = self._measure(text)
        return known

    def _measure(self, text: str) -> tuple[float, tuple[int, ...]]:
        glyphs = [self.glyph(character) or self.unknown for character in text]
        between = self.font.kerning.between
        kerns = tuple(between(left[0], right[0]) for left, right in itertools.pairwise(glyphs))
        width = sum(advance for _, advance in glyphs) + sum(kerns)
        return width / 1000, kerns if any(kerns) else ()


@cache
def load_face(name: str) -> Face:
    """The face in that ``package/File.ttf``, or in the file of that absolute path. Raises OutputError if the package or
    the file is not there."""
    if Path(name).is_absolute():
        return _read_face(name, Path(name))
    package, file = name.split("/", 1)
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        message = _("The font package “{package}” is not installed: run pip install {package}.")
        raise OutputError(message, package=package.replace("_", "-"))
    return _read_face(name, Path(spec.origin).parent / "files" / file)


def _read_face(name: str, path: Path) -> Face:
    try:
        return Face(name, TrueType(path))
    except (OSError, KeyError, ValueError, struct.error) as error:
        message = _("The font {file} cannot be read; briefgen takes TrueType files (.ttf): {reason}.")
        raise OutputError(message, file=path.name, reason=error) from error


class UsedFace:
    """What one document uses of a face: its own numbering of the characters, in order of first use."""

    def __init__(self, face: Face, label: str) -> None:
        self.face, self.label = face, label
        self._codes: dict[str, int] = {}
        self._shown: dict[str, str] = {}

    def show(self, text: str) -> str:
        """The text as elements of a TJ array, with its kerning."""
        known = self._shown.get(text)
        if known is None:
            kerns = self.face.measure(text)[1]
            codes = [self._code(character) for character in text]
            known = _kerned(codes, kerns) if kerns else "<" + "".join(codes) + ">"
            if not self.face.draws(text):
                known = "".join(map(_said, codes, text))
            self._shown[text] = known
        return known

    def _code(self, character: str) -> str:
        code = self._codes.setdefault(character, len(self._codes) + 1)
        return f"{code:04X}"

    def write(self, file: PdfFile) -> int:
        """The number of the font object: composite, Identity-H, with its program and its ToUnicode map."""
        glyphs = [(0, self.face.font.advances[0])]
        glyphs += [self.face.glyph(character) or self.face.unknown for character in self._codes]
        program, widths = _subset(self.face, tuple(glyphs))
        name = f"{_tag(program)}+{self.face.font.name}"
        program_at = file.add_stream(f"/Length1 {len(program)}", program)
        descriptor = file.add(self._descriptor(name, program_at))
        descendant = file.add(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity /DW 0 "
            f"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
            f"/FontDescriptor {descriptor} 0 R /W [0 [{' '.join(map(str, widths))}]]>>"
        )
        unicode_at = file.add_stream("", _to_unicode(self._codes))
        return file.add(
            f"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode_at} 0 R>>"
        )

    def _descriptor(self, name: str, program_at: int) -> str:
        font = self.face.font
        flags = 4 | (64 if font.italic_angle else 0)
        return (
            f"<</Type /FontDescriptor /FontName /{name} /Flags {flags} /FontBBox [{' '.join(map(str, font.box))}] "
            f"/ItalicAngle {number(font.italic_angle)} /Ascent {font.ascent} /Descent {font.descent} "
            f"/CapHeight {font.cap_height} /StemV {50 + font.weight // 10} /FontFile2 {program_at} 0 R>>"
        )


def _subset(face: Face, glyphs: tuple[tuple[int, int], ...]) -> tuple[bytes, list[int]]:
    widths = [width for _, width in glyphs]
    return face.font.subset([glyph for glyph, _ in glyphs], widths), widths


def _said(code: str, character: str) -> str:
    """A question mark that is read as the character it stands for: by itself, for readers turn letters that run from right
    to left, which most files have in the order of the page, when they come in one piece."""
    return f"] TJ /Span <</ActualText {pdf_text(character)}>> BDC [<{code}>] TJ EMC ["


def _kerned(codes: list[str], kerns: tuple[int, ...]) -> str:
    parts, run = [], ""
    for code, kern in zip(codes, (*kerns, 0), strict=True):
        run += code
        if kern:
            parts.append(f"<{run}>{-kern}")
            run = ""
    return "".join(parts) + (f"<{run}>" if run else "")


def _tag(program: bytes) -> str:
    digest = hashlib.md5(program, usedforsecurity=False).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _to_unicode(codes: dict[str, int]) -> bytes:
    rows = [f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>" for character, code in codes.items()]
    blocks = [rows[first : first + 100] for first in range(0, len(rows), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
