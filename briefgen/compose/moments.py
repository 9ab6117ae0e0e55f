"""When a fact holds, in words: bounds as the modality has them, ends of periods as the source names them."""

import re

from briefgen.compose.ledger import Entry
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Fact
from briefgen.text.fold import folded

_END = re.compile(r"\b(?:fin|end)\b")
_BEFORE_DATE = 24


def dates_of(entry: Entry, fact: Fact, voice: Voice) -> tuple[str, str]:
    """(in a sentence, short by itself); empty where the date is unknown or carried over from another sentence."""
    if fact.date is None and fact.as_of and fact.modality in ("occurred", "ongoing"):
        return "", voice("as of {date}").format(date=voice.formats.date(fact.as_of, width="short"))
    if "date" in fact.inherited or fact.date is None:
        return "", ""
    bound, end = date_bound(fact), _is_end(entry, fact)
    when = voice.formats.date_phrase(fact.date, bound, fact.timex, end)
    return when or "", voice.formats.date(fact.date, bound, fact.timex, "short", end) or ""


def date_bound(fact: Fact) -> str | None:
    """The bound, "since" for what began and goes on."""
    past = fact.modality in ("occurred", "ongoing")
    return "since" if fact.date_bound == "from" and past else fact.date_bound


def _is_end(entry: Entry, fact: Fact) -> bool:
    """Whether the source says the end of the period: "avant la fin du mois de mai"."""
    if fact.date_bound not in ("before", "by"):
        return False
    spans = [(part.start, part.end) for part in entry.parts if part.date == fact.date] or [(fact.start, fact.end)]
    return any(_END.search(folded(entry.words(max(0, start - _BEFORE_DATE), end))) for start, end in spans)
