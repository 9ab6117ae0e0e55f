"""Rows that the tables show, made from the evidence; plain values, no Qt."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import Literal

from briefgen.frozen import dataclass
from briefgen.i18n.formats import formats
from briefgen.model.evidence import Evidence, Fact, Quote
from briefgen.model.extraction import Extraction, FactGroup
from briefgen.model.selection import Selection

State = Literal["printed", "included", "excluded", "offered", "other", "lost"]
NOWHERE = 1 << 30
"""The place of what is not printed: after all that is."""
NOTHING: Mapping[str, "EvidenceRow"] = {}


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


@dataclass(frozen=True, slots=True)
class Company:
    """Which rows belong together, from the groups of facts; made once for a reading."""

    mates: Mapping[str, tuple[str, ...]]
    conflicts: frozenset[str]
    under: Mapping[str, tuple[str, ...]]
    """Row → the rows that are folded under it."""
    folded: Mapping[str, str]
    """Row → the row it is folded under."""


def company(groups: Iterable[FactGroup], shown: Container[str]) -> Company:
    """The company of the rows `shown`."""
    mates: dict[str, tuple[str, ...]] = {}
    under: dict[str, tuple[str, ...]] = {}
    folded: dict[str, str] = {}
    conflicts: set[str] = set()
    for group in groups:
        for id in group.facts:
            mates[id] = (*mates.get(id, ()), *(other for other in group.facts if other != id))
        if group.relation == "conflict":
            conflicts.update(group.facts)
            continue
        first, *rest = [id for id in group.facts if id in shown and id not in folded and id not in under] or ("",)
        if rest:
            under[first] = tuple(rest)
            folded.update(dict.fromkeys(rest, first))
    return Company(mates, frozenset(conflicts), under, folded)


def evidence_rows(
    found: Iterable[EvidenceRow],
    selection: Selection,
    printed: Mapping[str, int],
    groups: Iterable[FactGroup] | Company = (),
    known: Mapping[str, EvidenceRow] = NOTHING,
) -> list[EvidenceRow]:
    """The rows with what was chosen and printed, the same fact of other sources right after the first.

    `printed` maps the ids that are printed to their place; `known` are the rows made last time, of which those that
    are the same now are given again.
    """
    base = {row.id: row for row in found}
    with_whom = groups if isinstance(groups, Company) else company(groups, base)
    touched = {*selection.included, *selection.excluded, *selection.topics, *selection.wording, *printed}
    touched |= with_whom.mates.keys()
    ordered = []
    for id in base:
        if id not in with_whom.folded:
            ordered += [id, *with_whom.under.get(id, ())]
    rows = (_chosen(base[id], selection, printed, with_whom, known) if id in touched else base[id] for id in ordered)
    return list(rows)


def _chosen(
    row: EvidenceRow,
    selection: Selection,
    printed: Mapping[str, int],
    with_whom: Company,
    known: Mapping[str, EvidenceRow],
) -> EvidenceRow:
    id = row.id
    under = with_whom.under.get(id, ())
    now = (
        _state(row, selection, printed),
        id in with_whom.conflicts,
        with_whom.mates.get(id, ()),
        printed.get(id, NOWHERE),
        selection.topics.get(id, ""),
        selection.wording.get(id, ""),
        id if under else with_whom.folded.get(id, ""),
        len(under),
        row.folded,
        row.kind,
    )
    last = known.get(id)
    if last is not None and now == _choices(last):
        return last
    state, conflict, mates, place, topic, wording, group, others, *_same = now
    return replace(
        row, state=state, conflict=conflict, mates=mates, place=place, topic=topic, wording=wording, group=group, others=others
    )  # fmt: skip


def _choices(row: EvidenceRow) -> tuple[object, ...]:
    """All in which a row can differ from the last one of its id."""
    return (
        row.state, row.conflict, row.mates, row.place, row.topic, row.wording, row.group, row.others, row.folded, row.kind
    )  # fmt: skip


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
        if item.item is not None and " ".join(item.item.text.split()).casefold() not in text.casefold():
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
