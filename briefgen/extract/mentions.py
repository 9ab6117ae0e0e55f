"""Lexicon entries in a text."""

from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis


def find_mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """All lexicon entries named in the text, sorted by start, the longest first at one place, none overlapping."""
    return ()
