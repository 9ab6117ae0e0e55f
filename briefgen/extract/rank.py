"""Which evidence matters most: every piece with a score and the words that say why, repeats left out."""

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from briefgen.extract.facts.senses import predicates
from briefgen.frozen import dataclass
from briefgen.model.evidence import Evidence, Fact, Quote, Speaker
from briefgen.model.extraction import Extraction, FactGroup

_MONEY_FLOOR, _COUNT_FLOOR = 5, 2
"""Powers of ten from which a sum, a count begins to weigh."""
_PER_SENTENCE = 2
_AHEAD = ("planned", "expected", "possible")
"""What lies ahead is as recent as the plan."""
_BACKGROUND, _INTENTION = -0.08, -0.15
"""What is history, and what somebody only means to do or say."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A piece of evidence in its place: `id` is ``SOURCE:f1``; `reasons` are words such as ``change`` or ``topic``."""

    id: str
    source: str
    evidence: Evidence
    score: float
    reasons: tuple[str, ...]
    supports: int = 1
    """Independent origins that state it."""
    same: tuple[str, ...] = ()
    """Ids of the repeats it stands for."""


def rank_evidence(
    extractions: Extraction | Sequence[Extraction],
    topics: Iterable[str] = (),
    groups: Sequence[FactGroup] = (),
    origins: Mapping[str, str] | None = None,
    offered_only: bool = True,
) -> list[Ranked]:
    """Evidence by falling score; of the same fact in several places only the best stands, with the ids of the others."""
    sources = [extractions] if isinstance(extractions, Extraction) else list(extractions)
    wanted = frozenset(topics)
    newest = max((e.source.published or "" for e in sources), default="")
    group_of = {name: group for group in groups for name in group.facts}
    origin = origins or {e.source.id: e.source.id for e in sources}
    found = [
        _ranked(extraction, piece, wanted, newest, group_of, origin)
        for extraction in sources
        for piece in _heads(extraction)
        if piece.offered or not offered_only
    ]
    found.sort(key=lambda r: (-r.score, r.id))
    return _without_repeats(found, group_of)


def ranking(
    extractions: Sequence[Extraction],
    topics: Iterable[str] = (),
    groups: Sequence[FactGroup] = (),
    origins: Mapping[str, str] | None = None,
) -> dict[str, tuple[float, tuple[str, ...]]]:
    """Evidence id → (score, reasons) of all that stands in the order, best first."""
    return {r.id: (r.score, r.reasons) for r in rank_evidence(extractions, topics, groups, origins)}


def _heads(extraction: Extraction) -> Iterator[Evidence]:
    yield from (fact for fact in extraction.facts if fact.part_of is None)
    yield from extraction.quotes


def _ranked(
    extraction: Extraction,
    piece: Evidence,
    wanted: frozenset[str],
    newest: str,
    group_of: Mapping[str, FactGroup],
    origin: Mapping[str, str],
) -> Ranked:
    name = f"{extraction.source.id}:{piece.id}"
    supports = _supports(group_of.get(name), origin)
    weighed = [*_common(extraction, piece, wanted, supports)]
    weighed += _of_fact(piece, newest) if isinstance(piece, Fact) else _of_quote(piece)
    score = 0.5 * piece.score + sum(weight for _, weight in weighed)
    reasons = tuple(reason for reason, weight in sorted(weighed, key=lambda w: -w[1]) if weight > 0.01)
    return Ranked(name, extraction.source.id, piece, round(score, 3), reasons, supports)


def _supports(group: FactGroup | None, origin: Mapping[str, str]) -> int:
    if group is None or group.relation == "conflict":
        return 1
    return len({origin.get(member.rpartition(":")[0], member) for member in group.facts})


def _common(extraction: Extraction, piece: Evidence, wanted: frozenset[str], supports: int) -> list[tuple[str, float]]:
    place = piece.start / max(1, len(extraction.text))
    return [
        ("topic", 0.35 if wanted & set(piece.topics) else 0.0),
        ("corroborated", 0.12 * min(2, supports - 1)),
        ("lead", 0.12 if place < 0.15 else 0.06 if place < 0.35 else 0.0),
        ("inherited", -0.1 if _is_doubtful(piece) else 0.0),
    ]


def _is_doubtful(piece: Evidence) -> bool:
    """Whether something carried over is less than sure: not a fuller name of the same thing, nor a clear pair or owner."""
    sure = any(mark in piece.rule for mark in (":pair+", ":owner+"))
    carried = (name for name in piece.inherited if name != "item")
    return any(not (sure and name.startswith("participants")) for name in carried)


def _of_fact(fact: Fact, newest: str) -> list[tuple[str, float]]:
    change = fact.change
    predicate = predicates().get(fact.predicate or "")
    return [
        ("magnitude", magnitude(fact)),
        ("change", 0.0 if change is None else 0.1 + 0.1 * min(1.0, abs(change.value or 0) / 50)),
        ("record", 0.12 if fact.rank is not None and fact.rank.value == 1 else 0.06 if fact.rank else 0.0),
        ("recent", recency(fact.as_of if fact.modality in _AHEAD and fact.as_of else fact.date, newest)),
        ("event", 0.06 * predicate.weight if predicate is not None else 0.0),
        (
            "intention",
            _INTENTION if fact.modality in _AHEAD and predicate is not None and predicate.weight < 2 else 0.0,
        ),
        ("source", 0.05 if _is_sourced(fact) else 0.0),
        ("parties", 0.04 * min(3, len({p.territory or p.id for p in fact.participants} - {None}))),
        ("caption", -0.15 if "caption" in fact.rule else 0.0),
        ("uncertain", -0.08 if fact.modality in ("possible", "denied") else 0.0),
    ]


def _of_quote(quote: Quote) -> list[tuple[str, float]]:
    words = len(quote.text.split())
    speaker = quote.speaker
    return [
        ("speaker", _weight_of(speaker)),
        ("direct", 0.1 if quote.kind == "direct" else 0.05 if quote.kind == "mixed" else 0.0),
        ("occasion", 0.08 if quote.said.date or quote.said.occasion or quote.said.carrier else 0.0),
        ("length", 0.08 if 12 <= words <= 60 else 0.0 if words >= 6 else -0.1),
    ]


def _is_sourced(fact: Fact) -> bool:
    """Whether somebody other than who acts says so."""
    acting = {p.text for p in fact.participants if p.role == "agent"}
    return any(source.name not in acting for source in fact.attribution)


def _weight_of(speaker: Speaker | None) -> float:
    """More for somebody with an office, less for passers-by: a first name alone, "un ingénieur"."""
    if speaker is None:
        return -0.2
    if speaker.role is not None:
        return 0.12
    words = speaker.name.split()
    passing = speaker.id is None or (speaker.kind == "person" and len(words) < 2)
    named = any(word[:1].isupper() for word in words[1:]) or (len(words) == 1 and words[0].isupper())
    return -0.15 if passing and not named else 0.05


def magnitude(fact: Fact) -> float:
    """0 to 0.2: how large a sum or a count is, by its power of ten; a percentage weighs by its size."""
    value = fact.value if fact.value is not None else fact.high
    if value is None or value == 0 or fact.type == "event":
        return 0.0
    if fact.unit == "percent":
        return 0.1 * min(1.0, abs(value) / 100)
    floor = _MONEY_FLOOR if fact.type == "money" else _COUNT_FLOOR
    return max(0.0, min(0.2, 0.04 * (math.log10(abs(value) + 1) - floor)))


def recency(date: str | None, newest: str) -> float:
    """Up to 0.15: how near the fact's date is to the newest publication, in whole years; below 0 for what is history."""
    if not date or not newest:
        return 0.0
    years = [int(part[:4]) for part in date.split("/") if part[:4].isdigit()]
    if not years or not newest[:4].isdigit():
        return 0.0
    distance = abs(int(newest[:4]) - max(years))
    return 0.15 if distance == 0 else 0.08 if distance == 1 else 0.03 if distance <= 5 else _BACKGROUND


def _without_repeats(found: list[Ranked], group_of: Mapping[str, FactGroup]) -> list[Ranked]:
    """The best of each group and of each repetition inside a source; no more than two records a sentence."""
    kept: list[Ranked] = []
    by_key: dict[Hashable, int] = {}
    sentences: dict[tuple[str, object], int] = {}
    for piece in found:
        group = group_of.get(piece.id)
        keys: list[Hashable] = [_saying(piece)]
        if group is not None and group.relation in ("same", "copy"):
            keys.append(group.facts)
        earlier = next((by_key[k] for k in keys if k in by_key), None)
        if earlier is not None:
            kept[earlier] = _standing_for(kept[earlier], piece)
            continue
        sentence = (piece.source, piece.evidence.sentence)
        if isinstance(piece.evidence, Fact) and sentences.get(sentence, 0) >= _PER_SENTENCE:
            continue
        sentences[sentence] = sentences.get(sentence, 0) + 1
        by_key.update((k, len(kept)) for k in keys)
        kept.append(piece)
    return kept


def _saying(piece: Ranked) -> tuple[object, ...]:
    """What makes two pieces of one source the same: a quote's words; a fact's value, unit, item and date."""
    evidence = piece.evidence
    if isinstance(evidence, Quote):
        return piece.source, " ".join(evidence.text.lower().split())
    item = evidence.item.text.lower() if evidence.item else evidence.text.lower()
    return piece.source, evidence.type, evidence.value, evidence.unit, item, evidence.predicate, evidence.date


def _standing_for(best: Ranked, repeat: Ranked) -> Ranked:
    return Ranked(
        best.id, best.source, best.evidence, best.score, best.reasons, best.supports, (*best.same, repeat.id)
    )  # fmt: skip
