"""What a reviewer changed in a briefing's Word file, paragraph by paragraph, with the quotations watched."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Literal

from briefgen.frozen import dataclass
from briefgen.verify.reviewed import Reviewed, Tracked, Unit, folded
from briefgen.verify.wording import find, squeeze

Kind = Literal["changed", "deleted", "added", "moved"]
_ALIKE = 50.0
"""From this likeness (0 to 100) on, one paragraph counts as the other with its wording changed."""
_LEFT_OUT = " […] "
# "16 fusées" → "16", " ", "fusées"
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words in place of others; either may be empty."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One paragraph or table row that is not as it was printed."""

    kind: Kind
    id: str | None
    """The printed item it belongs to; None for other words of the document."""
    before: str
    after: str
    quotation_altered: bool = False
    words: tuple[WordChange, ...] = ()
    tracked: tuple[Tracked, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made the tracked changes in it."""
        return tuple(dict.fromkeys(change.author for change in self.tracked if change.author))

    def to_record(self) -> dict[str, Any]:
        """For JSON, the authors with it."""
        words = [{"before": change.before, "after": change.after} for change in self.words]
        tracked = [
            {"kind": change.kind, "text": change.text, "author": change.author, "date": change.date}
            for change in self.tracked
        ]
        return {
            "kind": self.kind,
            "id": self.id,
            "quotation_altered": self.quotation_altered,
            "before": self.before,
            "after": self.after,
            "words": words,
            "tracked": tracked,
            "authors": list(self.authors),
        }


def differences(edited: Reviewed, original: Reviewed | None = None) -> list[Difference]:
    """The differences in the order of the edited file. Without an original, `edited` is held against the wording that
    it carries itself; a file that carries none is held against what Word tracks, and against its items."""
    printed = [unit.text for unit in original.units] if original else list(edited.printed)
    evidence = (original.evidence if original else None) or edited.evidence
    units = edited.units if printed else _against_items(edited, evidence)
    known = _Items(evidence)
    found = list(_moved(list(_aligned(printed or [unit.before for unit in units if unit.before], units))))
    return [known.judged(difference, units) for difference in found]


def _against_items(edited: Reviewed, evidence: Mapping[str, Any]) -> tuple[Unit, ...]:
    """The units, those that are alike to an item but differ from it with the item's words as what was there before."""
    units = []
    texts = [folded(str(item["text"])) for item in _printed_items(evidence)]
    for unit in edited.units:
        near = _nearest(unit.before, texts) if unit.before and not any(text in unit.before for text in texts) else None
        units.append(replace(unit, before=near) if near else unit)
    return tuple(units)


def _nearest(text: str, items: Sequence[str]) -> str | None:
    from rapidfuzz import fuzz, process

    best = process.extractOne(text, items, scorer=fuzz.ratio, score_cutoff=80.0)
    return str(best[0]) if best else None


def _aligned(printed: Sequence[str], units: Sequence[Unit]) -> Iterator[Difference]:
    """Units whose untracked wording is that of the print stand together; what lies between is paired by likeness."""
    matcher = SequenceMatcher(None, printed, [unit.before for unit in units], autojunk=False)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            pairs: list[tuple[str, Unit | None]] = list(zip(printed[a1:a2], units[b1:b2], strict=True))
        else:
            pairs = _paired(printed[a1:a2], units[b1:b2])
        for before, unit in pairs:
            after = unit.text if unit else ""
            if before != after:
                yield _difference(before, after, unit.tracked if unit else ())


def _difference(before: str, after: str, tracked: tuple[Tracked, ...]) -> Difference:
    kind: Kind = "changed" if before and after else "deleted" if before else "added"
    words = tuple(word_changes(before, after)) if kind == "changed" else ()
    return Difference(kind, None, before, after, words=words, tracked=tracked)


def _paired(printed: Sequence[str], units: Sequence[Unit]) -> list[tuple[str, Unit | None]]:
    """In order: each printed paragraph with the next unit that is like it, the others alone."""
    from rapidfuzz import fuzz

    pairs: list[tuple[str, Unit | None]] = []
    start = 0
    for before in printed:
        scores = [fuzz.ratio(before, unit.text or unit.before) for unit in units[start:]]
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        if best is None or scores[best] < _ALIKE:
            pairs.append((before, None))
            continue
        pairs += [("", unit) for unit in units[start : start + best]]
        pairs.append((before, units[start + best]))
        start += best + 1
    return pairs + [("", unit) for unit in units[start:]]


def _moved(found: list[Difference]) -> Iterator[Difference]:
    """A paragraph that is gone here and stands there unchanged is one difference."""
    added = {d.after for d in found if d.kind == "added"}
    deleted = {d.before: d for d in found if d.kind == "deleted"}
    for difference in found:
        if difference.kind == "deleted" and difference.before in added:
            continue
        if difference.kind == "added" and difference.after in deleted:
            was = deleted[difference.after]
            yield replace(difference, kind="moved", before=was.before, tracked=was.tracked + difference.tracked)
        else:
            yield difference


def word_changes(before: str, after: str) -> Iterator[WordChange]:
    """The words that differ, each stretch with what stands in its place; a single word between two of them joins them."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    stretches: list[list[int]] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if stretches and a1 - stretches[-1][1] <= 2 and not any(map(str.isalnum, "".join(old[stretches[-1][1] : a1]))):
            stretches[-1][1::2] = a2, b2
        else:
            stretches.append([a1, a2, b1, b2])
    for a1, a2, b1, b2 in stretches:
        yield WordChange("".join(old[a1:a2]).strip(), "".join(new[b1:b2]).strip())


class _Items:
    """The printed items of the evidence, found again by their words."""

    def __init__(self, evidence: Mapping[str, Any]) -> None:
        self._items = [
            (str(item["id"]), [squeeze(piece) for piece in str(item["text"]).split(_LEFT_OUT)], item.get("kind"))
            for item in _printed_items(evidence)
        ]

    def judged(self, difference: Difference, units: Sequence[Unit]) -> Difference:
        """With the item it belongs to, and whether a quotation in it no longer stands word for word."""
        before = squeeze(difference.before)
        own = [item for item in self._items if item[1] and all(piece.squeezed in before.squeezed for piece in item[1])]
        if not difference.before or not own:
            return difference
        spoken = [piece for _id, pieces, kind in own if kind in ("quote", "extract") for piece in pieces]
        around = squeeze(_around(difference.after, units))
        altered = bool(difference.after) and any(find(piece.original, around) is None for piece in spoken)
        name = max(own, key=lambda item: sum(len(piece.squeezed) for piece in item[1]))[0]
        return replace(difference, id=name, quotation_altered=altered)


def _printed_items(evidence: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [item for section in evidence.get("sections", ()) for item in section.get("items", ())]


def _around(text: str, units: Sequence[Unit]) -> str:
    """The paragraph with its neighbors: a quotation may have been divided over two."""
    at = next((index for index, unit in enumerate(units) if unit.text == text), None)
    return text if at is None else " ".join(unit.text for unit in units[max(0, at - 1) : at + 2])
