"""What the pages print of a piece of evidence, as the analyst may reword it: without label and reference marks."""

import re
from collections.abc import Iterator

from briefgen.gui.session_controller import SessionController
from briefgen.model.briefing import BriefingItem
from briefgen.model.evidence import Evidence, Quote
from briefgen.model.extraction import Extraction

_KEY_POINTS, _CHRONOLOGY = "key_points", "chronology"
# "… en avril 2022 [3] [4]."
_MARKS = re.compile(r"(?:\s*\[\d+\])+\.?\Z|\.\Z")


def original(extraction: Extraction, evidence: Evidence) -> str:
    """The source's own words: of a quotation its pieces, of a fact the sentence it stands in."""
    if isinstance(evidence, Quote):
        pieces = evidence.fragments or ((evidence.start, evidence.end),)
        return " […] ".join(" ".join(extraction.text[start:end].split()) for start, end in pieces)
    start, end = evidence.sentence if evidence.sentence[1] else (evidence.start, evidence.end)
    return " ".join(extraction.text[start:end].split())


def printed_line(controller: SessionController, id: str) -> str:
    """The line of ours that prints the fact: its sentence in the key points, else its subject in the table.

    Empty where nothing of ours prints it: the source's own sentence is no proposal.
    """
    found = {section: item for section, item in _items(controller, id) if item.kind in ("composed", "typed")}
    if _KEY_POINTS in found and len(found[_KEY_POINTS].text.split("; ")) == 1:
        return _MARKS.sub("", found[_KEY_POINTS].text.partition(". ")[2])
    others = [item for section, item in found.items() if section not in (_KEY_POINTS, _CHRONOLOGY)]
    return _MARKS.sub("", others[0].text.partition("\t")[0]) if others else ""


def attribution(controller: SessionController, id: str) -> str:
    """Who says so, as printed with the quotation; empty where it is not printed."""
    said = (item.attribution for _section, item in _items(controller, id) if item.kind in ("quote", "reported"))
    return _MARKS.sub("", next(said, "")).removeprefix("— ")


def _items(controller: SessionController, id: str) -> Iterator[tuple[str, BriefingItem]]:
    sections = controller.preview.built.briefing.sections if controller.preview else ()
    return ((section.id, item) for section in sections for item in section.items if id in item.evidence)
