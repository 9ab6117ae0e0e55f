"""Text that the user pasted, as a file of the user's folder: a source like any other."""

import hashlib
from pathlib import Path

from briefgen.paths import home
from briefgen.store.atomic import write_atomic


def is_pasted(path: str) -> bool:
    """Whether the file is one of pasted text."""
    return Path(path).parent == home() / "pasted"


def keep_pasted(text: str) -> Path:
    """The file that holds `text`; the same text is the same file."""
    data = text.replace("\r\n", "\n").encode("utf-8", "replace")
    path = home() / "pasted" / f"{hashlib.sha256(data).hexdigest()[:12]}.txt"
    if not path.exists():
        write_atomic(path, data)
    return path
