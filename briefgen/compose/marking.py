"""Nothing marked above the briefing gets into it."""

from collections.abc import Sequence

from briefgen.i18n.mark import mark as _
from briefgen.model.extraction import Extraction
from briefgen.model.finding import Finding
from briefgen.model.marking import is_above, printed_marking, read_marking
from briefgen.model.source import Source


def source_marking(source: Source) -> str:
    """The level that the source's metadata state ("marking" or "tlp"); CLEAR where they state none."""
    for name in ("marking", "tlp"):
        stated = source.metadata.get(name)
        level = read_marking(stated.value) if stated else None
        if level:
            return level
    return "CLEAR"


def within_marking(extractions: Sequence[Extraction], limit: str) -> tuple[tuple[Extraction, ...], list[Finding]]:
    """The sources that a briefing marked `limit` may use, and an error for each that it may not."""
    kept, held = [], []
    for extraction in extractions:
        source = extraction.source
        level = source_marking(source)
        if is_above(level, limit):
            message = _("{name} is marked {level}, above the briefing's {limit}; nothing of it was printed.")
            params = {
                "name": source.path or source.id,
                "level": printed_marking(level),
                "limit": printed_marking(limit),
            }
            held.append(Finding("error", "above_marking", message, source=source.id, path=source.path, params=params))
        else:
            kept.append(extraction)
    return tuple(kept), held
