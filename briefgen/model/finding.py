"""A problem in the user's material: a value, never an exception."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Finding:
    level: Level
    code: str
    """Stable name, such as ``untitled`` or ``probably_translated``."""
    message: str
    """One sentence for the user, in the screen language."""
    start: int | None = None
    end: int | None = None
    source: str | None = None
    """Id of the source it speaks of."""
    path: str | None = None
    """File it speaks of, as the user named it."""
    line: int | None = None
