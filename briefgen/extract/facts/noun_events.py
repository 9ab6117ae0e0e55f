"""Events that a noun names, with a date of their own: "lors d'une audition le 11 mai", "la mission Apollo-Soyouz de 1975"."""

import re

from briefgen.extract.facts.context import When, joined_days
from briefgen.extract.facts.drafts import Draft, Statement
from briefgen.extract.facts.grammar import DETERMINERS, OF
from briefgen.extract.facts.nouns import Range, core, noun_before, phrase_end
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.senses import Sense
from briefgen.extract.facts.told import make_item
from briefgen.model.evidence import Fact

_OCCASION = frozenset("lors during at durant pendant".split())


def noun_events(shared: Statement) -> list[Draft]:
    """One draft an event that the sentence names and dates."""
    return [*_occasions(shared), *_named_events(shared)]


def _occasions(shared: Statement) -> list[Draft]:
    """ "lors d'une audition au Congrès le 11 mai": an event named by its noun, with its date right after."""
    reading, found = shared.reading, []
    forms = reading.forms
    for token in range(reading.first, reading.last - 2):
        if forms[token] not in _OCCASION:
            continue
        begin = token + 2 if forms[token + 1] in OF else token + 1
        begin += 1 if begin < reading.last and forms[begin] in DETERMINERS else 0
        senses = (
            [s for s in reading.document.lexicon.get(forms[begin], ()) if s.tense is None and s.is_event]
            if begin < reading.last
            else []
        )
        date = next((d for d in reading.dates if 0 < reading.tokens_of(d)[0] - begin <= 8 and d.date), None)
        if not senses or date is None:
            continue
        first, last = reading.tokens_of(date)
        if "," in forms[begin:first] or any(v in forms[begin:first] for v in ("et", "and", "que", "qui")):
            continue
        item_last = first - 1 if forms[first - 1] in DETERMINERS or forms[first - 1] in ("on", "in", "en") else first
        while item_last > begin + 1 and (forms[item_last - 1] in OF or forms[item_last - 1] in DETERMINERS):
            item_last -= 1
        index = reading.clause_at(begin)
        fact = _noun_event(reading, (begin, last), (begin, item_last), senses[0], date)
        found.append(Draft(fact, [date], index, (begin, item_last)))
    return found


def _named_events(shared: Statement) -> list[Draft]:
    """ "la mission Apollo-Soyouz de 1975", "the 2015 Paris Agreement": a named event with its year."""
    reading, found = shared.reading, []
    for date in reading.dates:
        if date.type != "date" or not date.date or not re.fullmatch(r"\d{4}(?:-\d\d)?", date.date):
            continue
        first, last = reading.tokens_of(date)
        of_year = reading.forms[first] in OF or (first > reading.first and reading.forms[first - 1] in OF)
        span = _name_before(reading, first) if of_year else _name_after(reading, last)
        if span is None:
            continue
        senses = [
            s
            for t in range(*span)
            for s in reading.document.lexicon.get(reading.forms[t], ())
            if s.tense is None and s.is_event
        ]
        if not senses and not any(f in _HAPPENINGS for f in reading.forms[span[0] : span[1]]):
            continue
        whole = (span[0], max(span[1], last)) if of_year else (first, span[1])
        fact = _noun_event(reading, whole, span, senses[0] if senses else None, date)
        found.append(Draft(fact, [date], reading.clause_at(span[0]), span))
    return found


_HAPPENINGS = frozenset(
    "mission sommet conférence accord traité élection élections présidentielle législatives guerre crise catastrophe séisme "
    "pandémie épidémie coupe jeux traité protocole convention révolution attentat attentats coup marche "
    "summit conference agreement treaty election elections war crisis disaster earthquake pandemic outbreak games "
    "convention protocol revolution attack attacks accord coup referendum référendum".split()
)


def _name_before(reading: Reading, first: int) -> Range | None:
    token = first - 1 if reading.forms[first - 1] in OF else first
    noun = noun_before(reading, token, reading.first)
    span = core(reading, *noun) if noun else None
    return span if span and _holds_name(reading, span) and span[1] - span[0] <= 8 else None


def _name_after(reading: Reading, last: int) -> Range | None:
    """English: the year stands before the name."""
    if reading.document.french or last >= reading.last or last - 2 < reading.first:
        return None
    if reading.forms[last - 2] not in ("the", "a", "an") or not reading.forms[last - 1].isdigit():
        return None
    end = phrase_end(reading, last, reading.last)
    return (last, end) if end - last in range(2, 7) and _holds_name(reading, (last, end)) else None


def _holds_name(reading: Reading, span: Range) -> bool:
    return any(reading.capital(t) for t in range(*span))


def _noun_event(reading: Reading, span: Range, item: Range, sense: Sense | None, date: Fact) -> Fact:
    start, end = reading.start(span[0]), reading.end(span[1] - 1)
    moment = joined_days(reading, When(date.date, date.timex, date.date_bound, date))
    return Fact(
        id="", start=start, end=end, text=reading.document.analysis.text[start:end], type="event", date=moment.date,
        timex=moment.timex, date_bound=moment.bound, item=make_item(reading, item), predicate=sense.id if sense else None,
        sentence=reading.span, rule=f"event:occasion:{sense.id if sense else 'name'}",
        concepts=tuple(m.id for m in reading.mentions_in(*item) if m.kind == "concept"),
    )  # fmt: skip
