"""Rows that the tables show, made from the evidence; plain values, no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from briefgen.i18n.formats import formats
from briefgen.model.evidence import Evidence, Fact, Quote
from briefgen.model.extraction import Extraction, FactGroup
from briefgen.model.selection import Selection

State = Literal["printed", "included", "excluded", "offered", "other", "lost"]
NOWHERE = 1 << 30
"""The place of what is not printed: after all that is."""


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
    group: str = ""
    """Id of the row under which the same fact of other sources is folded; its own id on that row."""
    mates: tuple[str, ...] = ()
    """The other places of the fact: those that say the same, and those that contradict it."""
    place: int = NOWHERE
    """Its place in print order."""
    topic: str = ""
    """The topic that the analyst filed it under."""
    wording: str = ""
    """What the analyst typed for it, as the session keeps it."""

    @property
    def is_quote(self) -> bool:
        return self.kind in ("quote", "reported")

    @property
    def is_printed(self) -> bool:
        return self.state in ("printed", "included")

    @property
    def leads(self) -> bool:
        """Whether other rows are folded under this one."""
        return self.group == self.id

    @property
    def is_folded(self) -> bool:
        """Whether it stands under another row."""
        return bool(self.group) and not self.leads


def source_evidence(extraction: Extraction, locale: str) -> list[EvidenceRow]:
    """A row for every quote and head fact of a source, as if nobody had chosen; values in the words of `locale`."""
    label = extraction.source.outlet or extraction.source.path or extraction.source.id
    return [
        _row(f"{extraction.source.id}:{item.id}", item, label, "offered" if item.offered else "other", locale)
        for item in extraction.evidence()
        if isinstance(item, Quote) or (item.part_of is None and _is_shown(item))
    ]


def evidence_rows(
    found: Iterable[EvidenceRow], selection: Selection, printed: Mapping[str, int], groups: Iterable[FactGroup] = ()
) -> list[EvidenceRow]:
    """The rows with what was chosen and printed, the same fact of other sources right after the first.

    `printed` maps the ids that are printed to their place.
    """
    groups = list(groups)
    conflicts = frozenset(id for group in groups if group.relation == "conflict" for id in group.facts)
    mates = _mates(groups)
    touched = {*selection.included, *selection.excluded, *selection.topics, *selection.wording, *printed, *mates}
    rows = {}
    for row in found:
        id = row.id
        if id in touched:
            row = replace(
                row,
                state=_state(row, selection, printed),
                conflict=id in conflicts,
                mates=mates.get(id, ()),
                place=printed.get(id, NOWHERE),
                topic=selection.topics.get(id, ""),
                wording=selection.wording.get(id, ""),
            )
        rows[id] = row
    return _grouped(rows, groups)


def _mates(groups: Iterable[FactGroup]) -> dict[str, tuple[str, ...]]:
    mates: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for id in group.facts:
            mates[id] = (*mates.get(id, ()), *(other for other in group.facts if other != id))
    return mates


def _grouped(rows: Mapping[str, EvidenceRow], groups: Iterable[FactGroup]) -> list[EvidenceRow]:
    """The rows with those of one group next to one another, under the first."""
    under: dict[str, list[EvidenceRow]] = {}
    folded: set[str] = set()
    for group in groups:
        shown = [rows[id] for id in group.facts if id in rows and id not in folded and id not in under]
        if group.relation != "conflict" and len(shown) > 1:
            under[shown[0].id] = shown[1:]
            folded.update(row.id for row in shown[1:])
    ordered = []
    for id, row in rows.items():
        if id in under:
            ordered.append(replace(row, group=id, others=len(under[id])))
            ordered += [replace(other, group=id) for other in under[id]]
        elif id not in folded:
            ordered.append(row)
    return ordered


def _is_shown(item: Evidence) -> bool:
    """A bare date or number is no row of its own: it shows in its record."""
    return item.offered or isinstance(item, Quote) or item.item is not None or item.type == "event"


def _state(row: EvidenceRow, selection: Selection, printed: Mapping[str, int]) -> State:
    if row.id in selection.excluded:
        return "excluded"
    if row.id in selection.included:
        return "included"
    return "printed" if row.id in printed else row.state


def _row(id: str, item: Evidence, source: str, state: State, locale: str) -> EvidenceRow:
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
    return EvidenceRow(id, kind, text, who, shown, source, item.score, item.topics, state, folded=folded)


def _value(item: Fact, locale: str) -> str:
    """The value in the window's words; a unit that has none there stays as the source prints it."""
    if item.value is None:
        return ""
    said = formats(locale).amount(item.value, item.unit, item.bound, "short")
    return said or f"{formats(locale).number(item.value)} {item.unit}"
