"""Sessions as files: plain JSON, sorted, diffable, paths relative; written whole or not at all."""

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

from briefgen.errors import SessionError
from briefgen.i18n.mark import mark as _
from briefgen.model.record import to_record
from briefgen.model.restore import from_record
from briefgen.model.session import SESSION_VERSION, Session
from briefgen.store.atomic import write_atomic

SUFFIX = ".briefgen"
_FORMAT = "briefgen-session"


def session_bytes(session: Session, folder: Path) -> bytes:
    """The session as it lies in a file in `folder`."""
    folders: dict[str, str] = {}
    sources = tuple(replace(source, path=_relative(source.path, folder, folders)) for source in session.sources)
    record = to_record(replace(session, sources=sources))
    record["selection"] = {
        key: sorted(v) if isinstance(v, list) and key != "order" else v for key, v in record["selection"].items()
    }
    document = {"format": _FORMAT, "version": SESSION_VERSION, **record}
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def save_session(session: Session, path: Path) -> str:
    """Writes the session; returns the bytes' digest, by which a later change on disk is told."""
    data = session_bytes(session, path.parent.resolve())
    write_atomic(path, data)
    return _digest(data)


def load_session(path: Path) -> tuple[Session, str]:
    """(the session with its sources' paths as they are from here, the file's digest); SessionError when it cannot be read."""
    try:
        data = path.read_bytes()
        document = json.loads(data)
    except OSError as error:
        raise SessionError(
            _("{name}: the session cannot be read ({reason})."), name=path.name, reason=error.strerror
        ) from error
    except ValueError as error:
        raise SessionError(_("{name}: this is no briefgen session, or it is damaged."), name=path.name) from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise SessionError(_("{name}: this is no briefgen session, or it is damaged."), name=path.name)
    if int(document.get("version", 0)) > SESSION_VERSION:
        raise SessionError(
            _("{name}: a newer briefgen wrote this session; update briefgen to open it."), name=path.name
        )
    try:
        session = from_record(Session, document)
    except (KeyError, TypeError, ValueError) as error:
        raise SessionError(_("{name}: this is no briefgen session, or it is damaged."), name=path.name) from error
    folder = path.parent
    sources = tuple(
        replace(source, path=str(folder / source.path) if source.path else "") for source in session.sources
    )
    return replace(session, sources=sources), _digest(data)


def changed_on_disk(path: Path, digest: str) -> bool:
    """Whether the file is no longer the one that was loaded or saved with `digest`."""
    try:
        return _digest(path.read_bytes()) != digest
    except OSError:
        return True


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _relative(path: str, folder: Path, folders: dict[str, str]) -> str:
    """The path from `folder`; `folders` remembers those that were resolved, for sources mostly lie together."""
    if not path:
        return ""
    own, name = os.path.split(path)
    if own not in folders:
        folders[own] = os.path.relpath(Path(own).resolve(), folder)
    return Path(folders[own], name).as_posix()
