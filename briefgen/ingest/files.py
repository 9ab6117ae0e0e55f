"""Paths to files: what the user named, folders gone through, each with the name the user may see."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefgen.errors import SourceError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.ingest.registry import is_supported


@dataclass(frozen=True, slots=True)
class FoundFile:
    """`name` is relative to what the user named and may be printed; `path` is None for standard input."""

    name: str
    path: Path | None
    named: bool = True
    """Whether the user named the file itself, rather than a folder it lies in."""

    def data(self) -> bytes:
        """The bytes; SourceError when they cannot be read."""
        if self.path is None:
            return sys.stdin.buffer.read()
        try:
            return self.path.read_bytes()
        except OSError as error:
            message = _("{name}: the file cannot be read ({reason}).")
            raise SourceError(message, name=self.name, reason=error.strerror or error) from error


def find_files(paths: Iterable[str | Path]) -> Iterator[FoundFile | SourceError]:
    """The files in order, folders recursively and sorted by name; a path that is not there is a value, not raised."""
    for named in paths:
        path = Path(named)
        if str(named) == "-":
            yield FoundFile("stdin.txt", None)
        elif path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield FoundFile(path.name, path)
        else:
            yield SourceError(_("{name}: there is no such file or folder."), name=named)


def _in_folder(folder: Path) -> Iterator[FoundFile]:
    """Readable files only: a folder may hold pictures and notes; hidden files are passed over."""
    label = folder.name or folder.resolve().name
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.is_file() and is_supported(path.name) and not any(part.startswith(".") for part in inner.parts):
            yield FoundFile(f"{label}/{inner.as_posix()}" if label else inner.as_posix(), path, named=False)
