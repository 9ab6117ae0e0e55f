"""What earlier batches have finished, so that --resume does only the rest."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from briefgen.paths import home
from briefgen.store.atomic import remove_temporary, write_atomic


def job_key(*parts: object) -> str:
    """One key for everything that a result depends on."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def _file(key: str) -> Path:
    return home() / "resume" / key[:2] / f"{key}.json"


def remember(key: str, record: dict[str, object]) -> None:
    """Keeps the record of a finished job."""
    write_atomic(_file(key), json.dumps(record, ensure_ascii=False, sort_keys=True).encode())


def finished(key: str, outputs: Sequence[Path]) -> dict[str, object] | None:
    """The record of a finished job whose outputs still lie there unchanged, else None."""
    record = _record(key)
    return record if record and _lie_there(record, outputs) else None


def sources_of_lost(key: str, outputs: Sequence[Path]) -> tuple[str, ...]:
    """Ids of what a finished job was made from whose outputs are gone or changed since; empty while they lie there."""
    record = _record(key)
    made_from = record.get("made_from") if record else None
    return tuple(made_from) if record and isinstance(made_from, list) and not _lie_there(record, outputs) else ()


def _record(key: str) -> dict[str, object] | None:
    try:
        record = json.loads(_file(key).read_bytes())
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None


def _lie_there(record: dict[str, object], outputs: Sequence[Path]) -> bool:
    try:
        return record.get("digests") == [hashlib.sha256(path.read_bytes()).hexdigest() for path in outputs]
    except OSError:
        return False


def remove_stale(key: str, outputs: Sequence[Path]) -> None:
    """Removes the temporary files that a killed run left of these outputs and of their record."""
    for file in (*outputs, _file(key)):
        remove_temporary(file)
