"""A fact as a line of ours: subject, value, change, date and who says so, each from its normalized value."""

from typing import Literal

from briefgen.compose.acted import acted
from briefgen.compose.ledger import Entry
from briefgen.compose.moments import dates_of
from briefgen.compose.rates import rate
from briefgen.compose.runs import Line, joined, own
from briefgen.compose.sayings import (
    attribution_name,
    has_source,
    own_attribution,
    sentence_attribution,
    table_attribution,
)
from briefgen.compose.sense import is_denied
from briefgen.compose.subjects import names_unit, subject_of
from briefgen.compose.voice import Voice
from briefgen.frozen import dataclass
from briefgen.i18n.edtf import last_day
from briefgen.i18n.tables import is_counted
from briefgen.lexicon.territories import code_of
from briefgen.model.evidence import Fact, Rank

_PRINTED = ("quantity", "money", "percent", "number", "range", "change", "duration", "event", "ordinal")


@dataclass(frozen=True, slots=True)
class FactLine:
    """The pieces of a line; empty where the fact has none."""

    entry: Entry
    subject: Line
    status: str
    value: str
    short_value: str
    change: str
    short_change: str
    bare_change: str
    """Without a note that its base is not stated."""
    when: str
    """In a sentence: ``en avril 2022``."""
    date: str
    """By itself: ``avr. 2022``."""
    said: Line
    """In a sentence: ``selon …``."""
    according_to: Line

    @property
    def is_event(self) -> bool:
        return isinstance(self.entry.element, Fact) and self.entry.element.type == "event"


def fact_line(entry: Entry, voice: Voice) -> FactLine | None:
    """The composed line; None where a piece has no form in the document language or the fact says too little."""
    fact = entry.element
    if not isinstance(fact, Fact) or fact.type not in _PRINTED or not has_source(entry, fact):
        return None
    if fact.type != "event" and is_denied(entry, fact):
        return None
    subject, counted = _subject(entry, fact, voice)
    value, short = _value(entry, fact, voice, counted)
    if subject is None or value is None or short is None:
        return None
    if fact.type != "event" and not value and fact.change is None:
        return None
    change, short_change, bare = _change(fact, voice)
    if change is None or short_change is None:
        return None
    when, date = dates_of(entry, fact, voice)
    said, according_to = sentence_attribution(entry, fact, voice), table_attribution(entry, fact, voice)
    if said is None or according_to is None:
        return None
    if _tells_of_itself(subject, entry, fact, voice):
        said = Line()
    return FactLine(
        entry, subject, _status(fact, voice), value, short, change, short_change, bare, when, date,
        said, according_to,
    )  # fmt: skip


def _subject(entry: Entry, fact: Fact, voice: Voice) -> tuple[Line | None, str]:
    """The subject, and the noun that follows the number where the subject does not say what is counted."""
    told = acted(entry, fact, voice) if fact.type != "event" else None
    return (own(told.subject), told.counted) if told else (subject_of(entry, fact, voice), "")


def _tells_of_itself(subject: Line, entry: Entry, fact: Fact, voice: Voice) -> bool:
    """Whether who says so already stands in the subject."""
    said = own_attribution(fact)
    return said is not None and said.cites is None and str(attribution_name(entry, said, voice)) in str(subject)


def _value(entry: Entry, fact: Fact, voice: Voice, counted: str = "") -> tuple[str | None, str | None]:
    """(long, short); empty where the fact has no value, None where it has no form in this language."""
    if fact.type == "event" or (fact.value is None and fact.low is None):
        return "", ""
    if counted and fact.value is not None:
        said = voice.formats.counted(fact.value, counted, fact.bound) + _rank(fact.rank, entry, voice)
        return said, said
    unit = fact.unit
    if unit and fact.item and names_unit(unit, fact.item.text):
        unit = None
    amounts = [_amount(fact, unit, voice, width) for width in ("long", "short")]
    both = [
        amount and amount + rate(entry, fact, voice, width)
        for amount, width in zip(amounts, ("long", "short"), strict=True)
    ]
    rank = _rank(fact.rank, entry, voice)
    return (both[0] and both[0] + rank, both[1] and both[1] + rank)


def _amount(fact: Fact, unit: str | None, voice: Voice, width: str) -> str | None:
    wide = "short" if width == "short" else "long"
    if fact.low is not None and fact.high is not None and fact.value is None:
        return voice.formats.span(fact.low, fact.high, unit, wide)  # type: ignore[arg-type]
    if fact.value is None:
        return None
    if fact.type == "ordinal":
        return voice.formats.ordinal(int(fact.value))
    return voice.formats.amount(fact.value, unit, fact.bound, wide)  # type: ignore[arg-type]


def _rank(rank: Rank | None, entry: Entry, voice: Voice) -> str:
    if rank is None:
        return ""
    if rank.value == 1:
        word = voice("record") if rank.direction == "highest" else voice("lowest")
        return f" ({word})"
    nth = voice.formats.ordinal(rank.value)
    codes = [name if len(name) == 2 and name.isupper() else code_of(name) for name in rank.after]
    names = [voice.formats.territory(code) if code else None for code in codes]
    if rank.after and all(names):
        return " (" + voice("{nth} after {names}").format(nth=nth, names=", ".join(n for n in names if n)) + ")"
    return f" ({nth})"


def _change(fact: Fact, voice: Voice) -> tuple[str | None, str | None, str]:
    """(long, short, without a base that is not stated)."""
    change = fact.change
    if change is None:
        return "", "", ""
    said = []
    widths: tuple[Literal["long", "short"], ...] = ("long", "short")
    for width in widths:
        former = change.from_value
        unit = None if fact.unit is None or is_counted(fact.unit) else fact.unit
        before = voice.formats.amount(former, unit, None, width) if former is not None else None
        said.append(voice.formats.change(change.value, change.unit, change.direction, change.base, width, before))
    bare = said[0] or ""
    if change.base is None and change.value is not None and change.from_value is None:
        bare = bare.removesuffix(voice("(comparison period not stated)")).rstrip()
    return said[0], said[1], bare


def _status(fact: Fact, voice: Voice) -> str:
    """``prévu, état déc. 2020`` for what has not happened; empty for what has."""
    labels = {
        "ongoing": voice("ongoing"),
        "planned": voice("planned"),
        "expected": voice("expected"),
        "possible": voice("possible"),
        "denied": voice("denied"),
    }
    label = labels.get(fact.modality, "")
    if fact.modality not in ("planned", "expected", "possible"):
        return label
    as_of = voice.formats.date(fact.as_of, width="short")
    if as_of:
        label = voice("{status}, as of {date}").format(status=label, date=as_of)
    end = last_day(fact.date)
    if end is not None and voice.date and end.isoformat() < voice.date:
        label += "; " + voice("deadline passed")
    return label


def fact_sentence(line: FactLine, voice: Voice, brief: bool = False) -> Line:
    """The whole line: ``Sujet : valeur en avril 2022, en hausse de …, selon …`` without its full stop.

    `brief` says the change without what it is compared with where the source does not state it.
    """
    head, change = table_subject(line), own(line.bare_change if brief else line.change)
    colon = own(voice("{subject}: {value}").format(subject="", value=""))
    when = own(line.when)
    if line.value:
        value = own(line.value, bold=True)
        return joined([head + colon + (value + own(" ") + when if when else value), change, line.said])
    if change:
        return joined([head + colon + change, when, line.said])
    return joined([head, when, line.said])


def table_subject(line: FactLine) -> Line:
    """The first cell: the subject with its status."""
    if not line.status:
        return line.subject
    return joined([line.subject, own(f"({line.status})", italic=True)], " ")
