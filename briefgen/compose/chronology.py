"""The dated events in order, each line standing alone."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from briefgen.compose.choice import Plan
from briefgen.compose.circumstances import circumstance, toward
from briefgen.compose.extracts import Extract, extract_of
from briefgen.compose.factline import fact_line, table_subject
from briefgen.compose.ledger import Entry, Ledger
from briefgen.compose.moments import dates_of
from briefgen.compose.runs import Line, own
from briefgen.compose.speakers import printed_name
from briefgen.compose.voice import Voice
from briefgen.frozen import dataclass
from briefgen.i18n.edtf import first_day
from briefgen.model.evidence import Fact, Pair, Quote, Said

_LONGEST_EXTRACT = 30


@dataclass(frozen=True, slots=True)
class Moment:
    """A row: date, event, the entry it comes from."""

    when: date
    date: str
    event: Line
    entry: Entry
    planned: bool
    verbatim: bool = False


def chronology(ledger: Ledger, voice: Voice, plan: Plan, spoken: Sequence[Entry], limit: int) -> list[Moment]:
    """Dated events, and the dated occasions of the quotations `spoken`, at most `limit`, by date.

    Events come from sources that tell of a chosen topic; a sentence that stands word for word elsewhere is not repeated.
    """
    events = [e for e in ledger.facts() if e.source in plan.near or e.id in ledger.selection.included]
    said = list(_occasions(spoken, voice))
    found = [*(m for m in _events(events, voice, plan.sentences()) if not _is_told(m, said)), *said]
    ranked = sorted(found, key=lambda m: (m.entry.id not in ledger.selection.included, m.verbatim, -m.entry.rank))
    kept: dict[tuple[str, str], Moment] = {}
    for moment in ranked:
        if len(kept) < limit:
            kept.setdefault((moment.date, str(moment.event)), moment)
    return sorted(kept.values(), key=lambda m: (m.when, m.entry.id))


def _is_told(moment: Moment, said: Sequence[Moment]) -> bool:
    """Whether the event is the very circumstance that a quotation's line states of it ("a transcript published on …")."""
    fact = moment.entry.element
    same = (o.entry.element for o in said if (o.when, o.entry.source) == (moment.when, moment.entry.source))
    spans = (span for quote in same if isinstance(quote, Quote) for span in quote.said.spans)
    return any(fact.start <= start and end <= fact.end for start, end in spans)


def _events(facts: Iterable[Entry], voice: Voice, printed: Collection[tuple[str, Pair]]) -> Iterator[Moment]:
    told = set(printed)
    for entry in facts:
        fact = entry.element
        assert isinstance(fact, Fact)
        day = first_day(fact.date)
        label = dates_of(entry, fact, voice)[1]
        if fact.type != "event" or day is None or not label:
            continue
        planned = fact.modality in ("planned", "expected", "possible")
        line = fact_line(entry, voice)
        if line is not None:
            yield Moment(day, label, table_subject(line), entry, planned)
            continue
        extract = extract_of(entry, voice)
        if extract and _is_dated(entry, extract) and (entry.source, extract.sentence) not in told:
            told.add((entry.source, extract.sentence))
            yield Moment(day, label, extract.words, entry, planned, True)


def _is_dated(entry: Entry, extract: Extract) -> bool:
    """Whether the date is that of what the sentence tells: short, its only date, and the event not an aside at its end."""
    start, end = extract.sentence
    dates = {f.date for f in entry.extraction.facts if start <= f.start < end and f.date}
    figures = any(start <= f.start < end and f.value is not None and not f.part_of for f in entry.extraction.facts)
    return (
        not figures
        and extract.length <= _LONGEST_EXTRACT
        and len(dates) == 1
        and entry.element.start < (start + end) / 2
    )


def _occasions(spoken: Sequence[Entry], voice: Voice) -> Iterator[Moment]:
    """``J. F. Plumb : audition au Congrès``; ``D. Durbin à Qin Gang``."""
    for entry in spoken:
        quote = entry.element
        if not isinstance(quote, Quote) or quote.speaker is None:
            continue
        day, label = first_day(quote.said.date), voice.formats.date(quote.said.date, width="short")
        if day is None or label is None or not (quote.said.occasion or quote.said.carrier or quote.said.addressee):
            continue
        who = printed_name(entry, quote.speaker, voice, False)
        yield Moment(day, label, _occasion(entry, who, quote.said, voice), entry, False)


def _occasion(entry: Entry, who: Line, said: Said, voice: Voice) -> Line:
    """The occasion, else the carrier, else the addressee, as far as the document's language has a form of it."""
    colon = own(voice("{subject}: {value}").format(subject="", value=""))
    for words in (said.occasion, said.carrier):
        known = circumstance(entry, said, words, voice) if words else None
        if known is not None:
            return who + colon + known
    known = circumstance(entry, said, said.addressee, voice) if said.addressee else None
    if known is not None and not (said.occasion or said.carrier):
        return who + own(" ") + toward(entry, said, voice) + known
    return who + colon + own(voice("statement"))
