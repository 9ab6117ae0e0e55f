"""A face for a character that the style's families lack: files that the style names, ours, then a font of the machine.

Letters that must be joined, reordered or set from right to left are drawn by no fallback: set one by one, from left to right,
they would be wrong without looking so. They stay text in the file (to search, copy and read aloud), and "?" on the page.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from briefgen.render.pdf.faces import Face, load_face

_OURS = ("fontpkg_fira_sans/FiraSans-Regular.ttf", "fontpkg_spectral/Spectral-Regular.ttf")
_FROM_RIGHT = ("R", "AL", "AN")
# Blocks of the scripts of India and South East Asia, and of Mongolian, whose letters join or change places.
_JOINED = ((0x0900, 0x109F), (0x1700, 0x18AF), (0x1900, 0x1CFF), (0xA800, 0xABFF))


class Fallbacks:
    """The fallbacks of one document, and what was drawn with fonts of the machine."""

    def __init__(self, files: Iterable[str] = (), machine: Iterable[str] = ()) -> None:
        self._files, self._machine = (*files, *_OURS), tuple(machine)
        self.borrowed: dict[str, list[str]] = {}
        """File name of a font of the machine → the characters drawn with it, each once."""

    def face(self, character: str) -> Face | None:
        """The first face that draws the character. Raises OutputError for a font that cannot be read."""
        if needs_shaping(character):
            return None
        found = next((face for face in map(load_face, self._files) if face.draws(character)), None)
        return found or self._borrow(character)

    def _borrow(self, character: str) -> Face | None:
        for path in present(self._machine):
            face = load_face(path)
            if face.draws(character) and face.font.may_be_embedded:
                drawn = self.borrowed.setdefault(Path(path).name, [])
                if character not in drawn:
                    drawn.append(character)
                return face
        return None


def needs_shaping(character: str) -> bool:
    """Whether the letter alone says nothing of how it looks in its word."""
    code = ord(character)
    return unicodedata.bidirectional(character) in _FROM_RIGHT or any(low <= code <= high for low, high in _JOINED)


@cache
def present(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Those that this machine has."""
    return tuple(path for path in paths if Path(path).is_absolute() and Path(path).is_file())
