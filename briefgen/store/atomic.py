"""Files written whole or not at all: to `.NAME.tmp` beside them, then moved into place."""

import contextlib
import os
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.i18n.mark import mark as _


def write_atomic(path: Path, data: bytes) -> None:
    """`data` at `path`, its folder made if missing; OutputError when that cannot be."""
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        message = _("{path}: the output cannot be written ({reason}). Choose another place with --out.")
        raise OutputError(message, path=path.name, reason=error.strerror or error) from error
