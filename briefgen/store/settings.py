"""The user's settings: small values in one JSON file of the user's folder. A damaged file counts as empty."""

import json
from pathlib import Path
from typing import Any

from briefgen.paths import home
from briefgen.store.atomic import write_atomic

_RECENT = 10


class Settings:
    """Read once; each change is written at once."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or home() / "settings.json"
        try:
            loaded = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            loaded = {}
        self._values: dict[str, Any] = loaded if isinstance(loaded, dict) else {}

    def get(self, key: str, default: Any = None) -> Any:
        """The value of `key`, else `default`."""
        return self._values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Keeps a JSON value."""
        if self._values.get(key) != value:
            self._values[key] = value
            write_atomic(self._path, json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def recent(self) -> list[str]:
        """Session files lately used, the last one first; those that are gone are left out."""
        return [name for name in self.get("recent", []) if isinstance(name, str) and Path(name).exists()]

    def add_recent(self, path: Path) -> None:
        """Puts a session file first in the list."""
        name = str(path.resolve())
        self.set("recent", [name, *(other for other in self.recent() if other != name)][:_RECENT])
