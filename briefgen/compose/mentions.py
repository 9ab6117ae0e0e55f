"""What words in another language mention, in ours: labels and figures in text order, without verbs and without a claim."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from briefgen.compose.ledger import Entry
from briefgen.compose.naming import concept_label, is_telling, mention_label, mentions_between
from briefgen.compose.runs import Line, own
from briefgen.compose.voice import Voice
from briefgen.i18n.tables import is_counted
from briefgen.model.evidence import Fact, Pair

_PLACES = ("territory", "demonym", "metonym", "region")
_FEW = 10
_DAY = len("2026-03-01")
_MOST, _SURE = 8, 0.85
_FIGURES = ("money", "percent", "quantity", "number", "range", "change", "duration")


class _Mentioned(NamedTuple):
    start: int
    label: str
    place: bool


def mentions_line(entry: Entry, spans: Iterable[Pair], voice: Voice) -> Line:
    """``Mentions: Russia, China · directed-energy weapons · €340 million``; neighbors that are places stand together."""
    groups: list[tuple[bool, list[str]]] = []
    seen: set[str] = set()
    for span in spans:
        found = sorted((*_named(entry, span, voice), *_figures(entry, span, voice)), key=itemgetter(0))
        for one in found:
            told = any(_is_part(one.label.lower(), other) for other in seen)
            if told or len(seen) >= _MOST:
                continue
            seen.add(one.label.lower())
            if groups and one.place and groups[-1][0]:
                groups[-1][1].append(one.label)
            else:
                groups.append((one.place, [one.label]))
    labels = " · ".join(", ".join(names) for _, names in groups)
    return own(voice("Mentions: {labels}").format(labels=labels), italic=True) if labels else Line()


def _is_part(label: str, other: str) -> bool:
    """Whether another label says it already: "$5 million" of "$3 million → $5 million", "cases" of "1,720 cases"."""
    return (
        label == other
        or ("→" in other and label in other)
        or (other[:1].isdigit() and " ".join(other.split()).endswith(f" {label}"))
    )


def days_line(entry: Entry, span: Pair, voice: Voice) -> Line:
    """The calendar days that the words leave to the reader ("mardi", "avant le 30 juin"); empty where there is none."""
    days: dict[str, None] = {}
    for fact in entry.extraction.facts:
        if fact.type == "date" and span[0] <= fact.start and fact.end <= span[1]:
            label = _figure(entry, fact, voice) if (fact.date or "")[-10:-6] not in fact.text else None
            whole = fact.date is not None and len(fact.date.split("/")[-1 if "/.." not in fact.date else 0]) == _DAY
            if label and whole:
                days[label] = None
    labels = " · ".join(days)
    return own(voice("Mentions: {labels}").format(labels=labels), italic=True) if labels else Line()


def _named(entry: Entry, span: Pair, voice: Voice) -> Iterator[_Mentioned]:
    for mention in mentions_between(entry.extraction, *span):
        if mention.kind == "concept" and not is_telling(mention.id, voice.lang):
            continue
        label = mention_label(mention, entry.words(mention.start, mention.end), voice)
        if label:
            yield _Mentioned(mention.start, label, mention.kind in _PLACES)


def _figures(entry: Entry, span: Pair, voice: Voice) -> Iterator[_Mentioned]:
    """Sums, shares, measures and days that the words hold and that have a form in the document language."""
    for fact in entry.extraction.facts:
        if span[0] <= fact.start and fact.end <= span[1]:
            label = _figure(entry, fact, voice)
            if label:
                yield _Mentioned(fact.start, label, False)


def _figure(entry: Entry, fact: Fact, voice: Voice) -> str | None:
    if fact.type == "date":
        whole = fact.date is not None and fact.score >= _SURE and len(fact.date) > len("2026")
        return voice.formats.date(fact.date, fact.date_bound, fact.timex, "long") if whole else None
    if fact.type not in _FIGURES:
        return None
    if fact.unit is None or (
        fact.value is not None and is_counted(fact.unit) and not voice.formats.amount(1, fact.unit)
    ):
        return _count(entry, fact, voice)
    if fact.low is not None and fact.high is not None and fact.value is None:
        return voice.formats.span(fact.low, fact.high, fact.unit, "long")
    if is_counted(fact.unit) and abs(fact.value or 0) < _FEW:
        return None
    said = None if fact.value is None else voice.formats.amount(fact.value, fact.unit, fact.bound, "long")
    former = fact.change.from_value if fact.change else None
    before = voice.formats.amount(former, fact.unit, None, "long") if former is not None else None
    return f"{before} → {said}" if said and before else said


def _count(entry: Entry, fact: Fact, voice: Voice) -> str | None:
    """ "12,450 sick people": a number with the concept that it counts; alone where that has no form here, and it is large."""
    if fact.value is None or fact.type == "duration":
        return None
    near = mentions_between(entry.extraction, fact.start, fact.end + _REACH)
    noun = next((m for m in near if m.kind == "concept" and m.start <= fact.end + 1 and m.end >= fact.end), None)
    label = concept_label(noun.id, voice.lang, plural=True) if noun and fact.value >= 2 else None
    if label:
        return voice.formats.counted(fact.value, label, fact.bound) if fact.value >= _FEW else None
    return voice.formats.amount(fact.value, None, fact.bound) if fact.value >= _LARGE else None


_REACH, _LARGE = 40, 100
