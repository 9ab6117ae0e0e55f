"""For how much of what a sum stands: "27 euros |per megawatt-hour|", "44 dollars |le baril|"."""

import re

from briefgen.compose.ledger import Entry
from briefgen.compose.voice import Voice
from briefgen.i18n.tables import unit_forms
from briefgen.model.evidence import Fact

_PER = re.compile(r"\s*(?:(?P<sure>per|par|/)|(?P<article>an?|le|la|l['’]))\s*(?P<unit>[^\W\d_][\w-]*)", re.IGNORECASE)


def _unit(entry: Entry, fact: Fact) -> tuple[str, bool]:
    """(the word that the sum is counted by, whether it surely is one); ("", False) where there is none."""
    found = _PER.match(entry.extraction.text[fact.end : fact.end + 40]) if fact.type == "money" else None
    return (found["unit"], bool(found["sure"])) if found else ("", False)


def is_unsaid(entry: Entry, fact: Fact) -> bool:
    """Whether the sum is for a piece of something that has no printed form."""
    word, sure = _unit(entry, fact)
    return sure and (unit_forms(word, "en") is None or unit_forms(word, "fr") is None)


def rate(entry: Entry, fact: Fact, voice: Voice, width: str) -> str:
    """`` per megawatt-hour`` or, short, ``/MWh``; empty where the sum is no rate."""
    word, _ = _unit(entry, fact)
    forms = unit_forms(word, voice.locale) if word else None
    if forms is None:
        return ""
    return f"/{forms[-1]}" if width == "short" else " " + voice("per {unit}").format(unit=forms[0])
