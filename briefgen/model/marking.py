"""Handling marks: the Traffic Light Protocol, version 2.0 (FIRST, August 2022)."""

LEVELS = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
"""From the least to the most restricted."""


def read_marking(words: str | None) -> str | None:
    """The level that `words` name ("TLP:Amber+Strict", "red"); None where they name none. WHITE is version 1's CLEAR."""
    name = (words or "").strip().upper().removeprefix("TLP").lstrip(": ").replace(" ", "")
    if name == "WHITE":
        return "CLEAR"
    return name if name in LEVELS else None


def is_above(marking: str, limit: str) -> bool:
    """Whether `marking` is more restricted than `limit`."""
    return LEVELS.index(marking) > LEVELS.index(limit)


def printed_marking(level: str) -> str:
    """``TLP:AMBER+STRICT``."""
    return f"TLP:{level}"
