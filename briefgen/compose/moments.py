"""When a fact holds, in words: bounds as the modality has them, ends of periods as the source names them."""

import re

from briefgen.compose.ledger import Entry
from briefgen.compose.voice import Voice
from briefgen.i18n.dates import Edge
from briefgen.model.evidence import Fact
from briefgen.text.fold import folded

_END = re.compile(r"\b(?:fin|end)\b")
_START = re.compile(r"\b(?:début|start|beginning)\b")
_EDGES = {"before": _END, "by": _END, "from": _START, "after": _START}
_BEFORE_DATE = 24


def dates_of(entry: Entry, fact: Fact, voice: Voice) -> tuple[str, str]:
    """(in a sentence, short by itself); empty where the date is unknown or carried over from another sentence."""
    if fact.date is None and fact.as_of and fact.modality in ("occurred", "ongoing"):
        return "", voice("as of {date}").format(date=voice.formats.date(fact.as_of, width="short"))
    if "date" in fact.inherited or fact.date is None:
        return "", ""
    bound, edge = date_bound(fact), _edge(entry, fact)
    when = voice.formats.date_phrase(fact.date, bound, fact.timex, edge)
    return when or "", voice.formats.date(fact.date, bound, fact.timex, "short", edge) or ""


def date_bound(fact: Fact) -> str | None:
    """The bound, "since" for what began and goes on."""
    past = fact.modality in ("occurred", "ongoing")
    return "since" if fact.date_bound == "from" and past else fact.date_bound


def _edge(entry: Entry, fact: Fact) -> Edge:
    """Whether the source says the end or the start of the period: "avant la fin du mois de mai", "since the start of the year"."""
    pattern = _EDGES.get(fact.date_bound or "")
    if pattern is None:
        return ""
    spans = [(part.start, part.end) for part in entry.parts if part.date == fact.date] or [(fact.start, fact.end)]
    found = any(pattern.search(folded(entry.words(max(0, start - _BEFORE_DATE), end))) for start, end in spans)
    return ("start" if pattern is _START else "end") if found else ""
