"""The work in progress, kept after every change, so that a crash loses nothing."""

import contextlib
import os
from pathlib import Path

from briefgen.errors import SessionError
from briefgen.frozen import dataclass
from briefgen.model.session import Session
from briefgen.paths import home
from briefgen.store.session import SUFFIX, load_session, save_session


def _folder() -> Path:
    return home() / "recovery"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a crashed run left: the session, and the file it belonged to (None: it was never saved)."""

    file: Path
    session: Session


class Recovery:
    """The recovery file of this process."""

    def __init__(self) -> None:
        self._file = _folder() / f"{os.getpid()}{SUFFIX}"

    def keep(self, session: Session) -> None:
        """Writes the session; a later call replaces it."""
        save_session(session, self._file)

    def clear(self) -> None:
        """Nothing is left to recover: saved, or closed on purpose."""
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)


def left_behind() -> list[Recovered]:
    """Sessions whose process is gone, the newest first."""
    files = sorted(_folder().glob(f"*{SUFFIX}"), key=lambda file: -file.stat().st_mtime)
    found = []
    for file in files:
        if file.stem.isdigit() and not _runs(int(file.stem)):
            with contextlib.suppress(SessionError):
                found.append(Recovered(file, load_session(file)[0]))
    return found


def forget(recovered: Recovered) -> None:
    """Removes what was recovered or refused."""
    with contextlib.suppress(OSError):
        recovered.file.unlink(missing_ok=True)


def _runs(pid: int) -> bool:
    """Whether a process of that number runs; on Windows `os.kill(pid, 0)` would end it, so its handle is asked for."""
    if os.name == "nt":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)  # type: ignore[attr-defined]
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)  # type: ignore[attr-defined]
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
