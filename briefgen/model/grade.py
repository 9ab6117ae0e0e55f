"""Admiralty grades of a source: reliability A to F, credibility 1 to 6 (NATO AJP-2.1)."""

import re

_GRADE = re.compile(r"(?P<reliability>[A-F])(?P<credibility>[1-6])?\Z")


def read_grade(words: str | None) -> str | None:
    """``B2`` of " b2 ", ``B`` of "B"; None where `words` are no grade."""
    found = _GRADE.match((words or "").strip().upper())
    return found.group() if found else None
