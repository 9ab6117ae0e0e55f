"""Rows that the tables show, made from the evidence; plain values, no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from briefgen.i18n.formats import formats
from briefgen.model.evidence import Evidence, Fact, Quote
from briefgen.model.extraction import Extraction, FactGroup
from briefgen.model.selection import Selection

State = Literal["printed", "included", "excluded", "offered", "other"]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One quote or fact with all that its row shows."""

    id: str
    kind: str
    """quote, reported, or the fact's type."""
    text: str
    who: str
    """The speaker, or the value."""
    date: str
    source: str
    """The outlet, else the file."""
    score: float
    topics: tuple[str, ...]
    state: State
    conflict: bool = False
    others: int = 0
    """How many other pieces of evidence say the same."""
    folded: str = ""
    """What the filter looks in."""

    @property
    def is_quote(self) -> bool:
        return self.kind in ("quote", "reported")


def evidence_rows(
    extractions: Iterable[Extraction],
    selection: Selection,
    printed: frozenset[str],
    groups: Iterable[FactGroup] = (),
    locale: str = "en",
) -> list[EvidenceRow]:
    """Every quote and every head fact, in source and text order; dates and values in the words of `locale`."""
    same, conflicts = _groups(groups)
    rows = []
    for extraction in extractions:
        label = extraction.source.outlet or extraction.source.path or extraction.source.id
        for item in extraction.evidence():
            if isinstance(item, Quote) or (item.part_of is None and _is_shown(item)):
                id = f"{extraction.source.id}:{item.id}"
                rows.append(_row(id, item, label, _state(id, item, selection, printed), same, conflicts, locale))
    return rows


def _is_shown(item: Evidence) -> bool:
    """A bare date or number is no row of its own: it shows in its record."""
    return item.offered or isinstance(item, Quote) or item.item is not None or item.type == "event"


def _state(id: str, item: Evidence, selection: Selection, printed: frozenset[str]) -> State:
    if id in selection.excluded:
        return "excluded"
    if id in selection.included:
        return "included"
    if id in printed:
        return "printed"
    return "offered" if item.offered else "other"


def _groups(groups: Iterable[FactGroup]) -> tuple[Mapping[str, int], frozenset[str]]:
    same: dict[str, int] = {}
    conflicts: set[str] = set()
    for group in groups:
        if group.relation == "conflict":
            conflicts.update(group.facts)
        else:
            same.update(dict.fromkeys(group.facts, len(group.facts) - 1))
    return same, frozenset(conflicts)


def _row(
    id: str,
    item: Evidence,
    source: str,
    state: State,
    same: Mapping[str, int],
    conflicts: frozenset[str],
    locale: str,
) -> EvidenceRow:
    text = " ".join(item.text.split())
    if isinstance(item, Quote):
        kind = "reported" if item.kind == "indirect" else "quote"
        who, date = (item.speaker.name if item.speaker else "–"), item.said.date
    else:
        kind, who, date = item.type, _value(item, locale), item.date
        if item.item is not None:
            text = f"{' '.join(item.item.text.split())} — {text}"
    shown = formats(locale).date(date, width="short") or date or ""
    folded = f"{text} {who} {source} {shown}".casefold()
    return EvidenceRow(
        id, kind, text, who, shown, source, item.score, item.topics, state, id in conflicts, same.get(id, 0), folded
    )


def _value(item: Fact, locale: str) -> str:
    """The value in the window's words; a unit that has none there stays as the source prints it."""
    if item.value is None:
        return ""
    said = formats(locale).amount(item.value, item.unit, item.bound, "short")
    return said or f"{formats(locale).number(item.value)} {item.unit}"
