"""Points to note: what a reader must know of the sources and of what could not be said."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefgen.compose.choice import Plan
from briefgen.compose.ledger import Entry, Ledger
from briefgen.compose.naming import topic_title
from briefgen.compose.quoteline import fragments, quote_marks
from briefgen.compose.runs import in_runs
from briefgen.compose.voice import Voice
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.model.evidence import Fact, Quote
from briefgen.model.extraction import Extraction
from briefgen.model.finding import Finding
from briefgen.model.source import Source

_MOST_IN_CONFLICT = 4
"""More than that is no conflict but a likeness too loose."""


_QUOTED_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Situation:
    """What the points are read from."""

    extractions: Sequence[Extraction]
    numbers: Mapping[str, int]
    plan: Plan
    ledger: Ledger
    printed: Sequence[Entry]
    voice: Voice


def findings_of(here: Situation) -> list[Finding]:
    """Every point as a finding: sources first, then topics, then what is not printed."""
    steps = (
        _missing,
        _translated,
        _single,
        _empty,
        _unstated,
        _assumed,
        _conflicts,
        _untranslated,
        _much_quoted,
        _left_out,
    )
    return [finding for step in steps for finding in step(here)]


def _marks(numbers: Sequence[int]) -> str:
    """``[1], [3]–[6]``."""
    return ", ".join("–".join(f"[{number}]" for number in run.split("–")) for run in in_runs(numbers))


def _numbers(here: Situation, test: Callable[[Source], bool]) -> list[int]:
    return [here.numbers[e.source.id] for e in here.extractions if e.source.id in here.numbers and test(e.source)]


def _missing(here: Situation) -> Iterator[Finding]:
    checks: tuple[tuple[str, str, Callable[[Source], bool]], ...] = (
        ("no_outlet", _("{sources}: outlet not stated."), lambda s: not s.outlet),
        ("untitled", _("{sources}: no title."), lambda s: not s.title),
        ("no_author", _("{sources}: no author."), lambda s: not s.author),
        ("no_date", _("{sources}: no date."), lambda s: not s.published),
        (
            "coarse_date",
            _("{sources}: date known to the month or year only; days of the week are not resolved."),
            lambda s: bool(s.published) and len(s.published or "") < 10,
        ),
    )
    for code, message, test in checks:
        numbers = _numbers(here, test)
        if numbers:
            yield Finding("info", code, message, params={"sources": _marks(numbers)})


def _translated(here: Situation) -> Iterator[Finding]:
    numbers = _numbers(here, lambda source: source.probably_translated)
    if numbers:
        message = _("{sources}: this text is probably a translation; quotations may not be the words that were spoken.")
        yield Finding("warning", "probably_translated", message, params={"sources": _marks(numbers)})


def _single(here: Situation) -> Iterator[Finding]:
    """Topics that rest on one outlet."""
    titles = []
    for plan in here.plan.topics:
        entries = plan.entries()
        outlets = {source for entry in entries for source in here.ledger.sources(entry)}
        if len(outlets) == 1 and len(here.extractions) > 1:
            titles.append(topic_title(plan.topic, here.voice.lang))
    if titles:
        yield Finding(
            "warning", "one_source", _("One source only: {topics}."), params={"topics": ", ".join(titles).lower()}
        )


def _empty(here: Situation) -> Iterator[Finding]:
    for plan in here.plan.topics:
        if not plan:
            title = topic_title(plan.topic, here.voice.lang)
            yield Finding(
                "warning", "topic_empty", _("{topic}: nothing found in the sources."), params={"topic": title}
            )


def _unstated(here: Situation) -> Iterator[Finding]:
    """Changes whose base the source does not state."""
    shown: dict[str, None] = {}
    for entry in here.printed:
        fact = entry.element
        change = fact.change if isinstance(fact, Fact) else None
        if change is not None and change.value is not None and change.base is None and change.direction != "stable":
            text = here.voice.formats.change(change.value, change.unit, change.direction, None, "short") or ""
            shown[text.rpartition(" (")[0]] = None
    if shown:
        message = _("{changes}: comparison period not stated.")
        yield Finding("info", "no_base", message, params={"changes": ", ".join(shown)})


def _assumed(here: Situation) -> Iterator[Finding]:
    entries = [e for e in here.printed if isinstance(e.element, Fact) and e.element.unit_assumed]
    units = sorted({e.element.unit for e in entries if isinstance(e.element, Fact) and e.element.unit})
    if units:
        numbers = {here.numbers[e.source] for e in entries if e.source in here.numbers}
        message = _("{sources}: currency or unit taken from the context ({units}).")
        params = {"sources": _marks(list(numbers)), "units": ", ".join(units)}
        yield Finding("info", "unit_assumed", message, params=params)


def _conflicts(here: Situation) -> Iterator[Finding]:
    printed = {entry.id for entry in here.printed}
    for group in here.ledger.conflicts:
        if len(group) > _MOST_IN_CONFLICT:
            continue
        entries = [here.ledger.entries[name] for name in group if name in here.ledger.entries]
        if len(entries) < 2 or printed.isdisjoint(e.id for e in entries):
            continue
        told = [_told(here, entry) for entry in entries if entry.source in here.numbers]
        if len(told) > 1:
            yield Finding("warning", "conflict", _("Figures disagree: {values}."), params={"values": "; ".join(told)})


def _told(here: Situation, entry: Entry) -> str:
    before, after = quote_marks(entry.language, here.voice)
    return f"{before}{entry.element.text}{after} {_marks([here.numbers[entry.source]])}"


def _untranslated(here: Situation) -> Iterator[Finding]:
    quotes = [e for e in here.printed if isinstance(e.element, Quote)]
    foreign = [e for e in quotes if here.voice.foreign(e.language)]
    if foreign:
        message = _("Quotations not translated: {count} of {total}.")
        yield Finding("info", "not_translated", message, params={"count": len(foreign), "total": len(quotes)})


def _much_quoted(here: Situation) -> Iterator[Finding]:
    """Articles of which more than a fifth is printed word for word."""
    printed: dict[str, set[tuple[int, int]]] = {}
    for entry in here.printed:
        if isinstance(entry.element, Quote):
            printed.setdefault(entry.source, set()).update(fragments(entry.element))
    for topic in here.plan.topics:
        for extract in topic.extracts:
            printed.setdefault(extract.entry.source, set()).add(extract.sentence)
    shares = {name: sum(b - a for a, b in spans) for name, spans in printed.items()}
    numbers = _numbers_over(here, shares)
    if numbers:
        message = _("{sources}: more than a fifth of the article is printed word for word.")
        yield Finding("warning", "much_quoted", message, params={"sources": _marks(numbers)})


def _numbers_over(here: Situation, shares: Mapping[str, int]) -> list[int]:
    found = []
    for extraction in here.extractions:
        name, length = extraction.source.id, len(extraction.text)
        if name in here.numbers and length and shares.get(name, 0) > _QUOTED_SHARE * length:
            found.append(here.numbers[name])
    return found


def _left_out(here: Situation) -> Iterator[Finding]:
    if here.plan.left_out:
        message = _("Further facts and quotations on these topics, found and not printed: {count}.")
        yield Finding("info", "left_out", message, params={"count": here.plan.left_out})
