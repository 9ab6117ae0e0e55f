"""Tables made once and kept: what a loader makes of its lines, as plain data that the next process reads in a moment.

A table lies beside the program's own compiled code or, where that folder is read-only, in the user's cache folder, and is as
trusted as that code: it is read only if it is the user's own file (or the administrator's), was made by this version of the
program and of Python from these very files (path, size, time), and is whole (SHA-256). Else it is made again, silently; where
nothing can be written it is made each time. Only data is kept (`marshal` of tuples, dicts, words, numbers), never objects.
"""

import hashlib
import marshal
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from threading import get_ident
from typing import Any, Generic, TypeVar

from briefgen import __version__
from briefgen.resources import resource

Key = TypeVar("Key")
Plain = TypeVar("Plain")
Value = TypeVar("Value")

_MADE_FROM = ("lexicon", "text", "extract")
"""The parts of the program whose code makes tables."""
_KEPT = 4
"""Tables of one name that are kept: other versions, other users' topics."""
_SETTLED = 2_000_000_000
"""Nanoseconds: a file changed so shortly before the start may not be the one that this process has loaded."""


def _stamps() -> Iterator[tuple[str, int, int]]:
    """(path, size, time of change) of every file that tables are made from, in order."""
    folders = [str(Path(__file__).with_name(name)) for name in _MADE_FROM]
    folders += [str(resource("assets", name)) for name in ("formats", "lexicons", "topics")]
    while folders:
        for one in sorted(os.scandir(folders.pop()), key=lambda one: one.name):
            if not one.is_dir():
                found = one.stat()
                yield one.path, found.st_size, found.st_mtime_ns
            elif one.name != "__pycache__":
                folders.append(one.path)


_STARTED = time.time_ns()
_FILES = tuple(_stamps())
"""As they are now, since this is what the process has loaded: a later change makes another key in the next process."""


def compiled(name: str, make: Callable[[], object], also: Iterable[object] = ()) -> Any:
    """What `make` returns, made now or by an earlier process: plain data (see `plain`), else ValueError.

    `also` is what the table depends on besides the program's own files, such as the stamps of the user's. Errors of `make` are raised.
    """
    key = hashlib.sha256(repr((_base(), tuple(also))).encode()).digest()
    for folder in _folders():
        known = _read(folder / _file_name(name, key), key)
        if known is not None:
            return known[0]
    made = make()
    if max(time for _path, _size, time in _FILES) < _STARTED - _SETTLED:
        _keep(name, key, marshal.dumps(made))  # type: ignore[arg-type]
    return made


@cache
def _base() -> bytes:
    made_by = (__version__, sys.version, sys.implementation.cache_tag, sys.byteorder)
    return hashlib.sha256(repr((made_by, _FILES)).encode()).digest()


def _file_name(name: str, key: bytes) -> str:
    return f"{name}-{key.hex()[:12]}.tables"


def _folders() -> Iterator[Path]:
    """Where tables are looked for and kept, the first choice first."""
    beside = __spec__.cached if __spec__ else None
    if beside:
        yield Path(beside).parent
    yield _cache_folder()


@cache
def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("briefgen", appauthor=False) / "tables"


def _read(path: Path, key: bytes) -> tuple[Any] | None:
    """The table of a file as a tuple of one; None where there is none that can be trusted."""
    try:
        with path.open("rb") as file:
            content = file.read() if _is_ours(os.fstat(file.fileno())) else b""
    except OSError:
        return None
    if content[:32] != key or content[32:64] != hashlib.sha256(content[64:]).digest():
        return None
    return (marshal.loads(content[64:]),)


def _is_ours(found: os.stat_result) -> bool:
    """Whether nobody but this user, or the administrator, can have written the file."""
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid in (0, os.geteuid()) and not found.st_mode & 0o002


def _keep(name: str, key: bytes, payload: bytes) -> None:
    content = key + hashlib.sha256(payload).digest() + payload
    for folder in _folders():
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            partial = folder / f".{name}-{os.getpid()}-{get_ident()}.tmp"
            try:
                partial.write_bytes(content)
                partial.chmod(0o644)
                partial.replace(folder / _file_name(name, key))
            finally:
                partial.unlink(missing_ok=True)
            _forget_old(folder, name)
            return


def _forget_old(folder: Path, name: str) -> None:
    length = len(_file_name(name, b""))
    same = [path for path in folder.glob(f"{name}-*.tables") if len(path.name) == length + 12]
    for path in sorted(same, key=lambda one: one.stat().st_mtime_ns)[:-_KEPT]:
        path.unlink(missing_ok=True)


def plain(value: Any) -> Any:
    """`value` with every dataclass and named tuple as the tuple of its fields, all the way down."""
    kind = value.__class__
    if kind in _SCALARS:
        return value
    if issubclass(kind, Mapping):
        return {plain(key): plain(one) for key, one in value.items()}
    if kind is list or kind is frozenset:
        return kind(map(plain, value))
    if issubclass(kind, int):  # a member of an enumeration
        return int(value)
    return tuple(map(plain, value if issubclass(kind, tuple) else _values(kind)(value)))


_SCALARS = frozenset((str, int, float, bool, type(None)))


@cache
def _values(kind: Any) -> Callable[[Any], Iterable[Any]]:
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)


class Lazy(Mapping[Key, Value], Generic[Key, Value]):
    """A table whose values are made of plain data when they are first asked for."""

    __slots__ = ("_decode", "_plain", "_ready")

    def __init__(self, table: Mapping[Key, Any], decode: Callable[[Any], Value]) -> None:
        self._plain = table
        self._decode = decode
        self._ready: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        found = self._ready.get(key)
        if found is None:
            found = self._ready[key] = self._decode(self._plain[key])
        return found

    def get(self, key: Key, default: Any = None) -> Any:
        """The value of `key`; `default` where there is none."""
        return self[key] if key in self._plain else default

    def __contains__(self, key: object) -> bool:
        return key in self._plain

    def __iter__(self) -> Iterator[Key]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)
