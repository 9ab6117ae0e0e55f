"""Files written whole or not at all: to `.NAME.tmp` beside them, then moved into place.

Two may write the same file at the same time: a run that was killed may have a worker left for a moment, while the run after it
is at the same output. So the temporary file is locked until it has its final name; the lock goes with its process.
"""

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from briefgen.errors import OutputError
from briefgen.i18n.mark import mark as _

if sys.platform != "win32":
    import fcntl


def write_atomic(path: Path, data: bytes) -> None:
    """`data` at `path`, its folder made if missing; OutputError when that cannot be."""
    temporary = _temporary(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _opened_alone(temporary) as file:
            _move_into_place(file, data, temporary, path)
    except OSError as error:
        message = _("{path}: the output cannot be written ({reason}). Choose another place with --out.")
        raise OutputError(message, path=path.name, reason=error.strerror or error) from error


def remove_temporary(path: Path) -> None:
    """Removes what a killed run left of `path`; what somebody is just writing stays."""
    temporary = _temporary(path)
    with contextlib.suppress(OSError), temporary.open("r+b") as file:
        if sys.platform == "win32":
            file.close()  # Windows removes no open file, and so none that is just written
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if sys.platform == "win32" or _is_at(file, temporary):
            temporary.unlink()


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.tmp")


def _opened_alone(temporary: Path) -> BinaryIO:
    """The temporary file, empty and locked; where it was moved away while we waited for the lock, a new one."""
    while True:
        file = os.fdopen(os.open(temporary, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "wb")
        if sys.platform != "win32":
            with contextlib.suppress(OSError):  # a file system without locks
                fcntl.flock(file, fcntl.LOCK_EX)
            if not _is_at(file, temporary):
                file.close()
                continue
        file.truncate(0)
        return file


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _move_into_place(file: BinaryIO, data: bytes, temporary: Path, path: Path) -> None:
    try:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        if sys.platform == "win32":
            file.close()  # Windows moves no open file
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
