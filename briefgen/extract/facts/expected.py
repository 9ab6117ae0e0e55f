"""What was or is due, told in passing: "le pont, initialement prévu |le 4 mai|, …", "the plant, due in June, …"."""

from briefgen.extract.facts.drafts import Draft, Statement
from briefgen.extract.facts.grammar import ADVERBS, DUE
from briefgen.extract.facts.nouns import Range, core, full_phrase, noun_before
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.told import make_item
from briefgen.model.evidence import Fact

_HELPERS = frozenset(
    "est sont était étaient sera seront été être fut a ont avait is are was were be been being has have had not pas".split()
)
_TO_DATE = frozenset("pour le en à au dès vers for in on by at to the".split())
_WHEN_SAID = frozenset(
    "initialement originally désormais now auparavant previously first d'abord toujours still".split()
)


def expectations(shared: Statement) -> list[Draft]:
    """One draft a participle of plans with a date of its own; the plan may be overtaken, so none is sure."""
    reading = shared.reading
    found = []
    for token in range(reading.first + 1, reading.last - 1):
        if reading.forms[token] in DUE:
            draft = _expected(reading, token)
            found += [draft] if draft else []
    return found


def _expected(reading: Reading, token: int) -> Draft | None:
    date = _date_behind(reading, token + 1)
    item = _planned(reading, token)
    if date is None or item is None:
        return None
    last = reading.tokens_of(date)[1]
    senses = (s for t in range(*item) for s in reading.document.lexicon.get(reading.forms[t], ()))
    sense = next((s for s in senses if s.tense is None and s.is_event), None)
    start, end = reading.start(item[0]), reading.end(last - 1)
    fact = Fact(
        id="", start=start, end=end, text=reading.document.analysis.text[start:end], type="event", date=date.date,
        timex=date.timex, date_bound=date.date_bound, item=make_item(reading, item), modality="planned",
        predicate=sense.id if sense else None, sentence=reading.span, rule="event:reduced:due",
        as_of=reading.document.analysis.published,
        concepts=tuple(m.id for m in reading.mentions_in(*item) if m.kind == "concept"),
    )  # fmt: skip
    return Draft(fact, [], reading.clause_at(item[0]), item)


def _date_behind(reading: Reading, token: int) -> Fact | None:
    """The date right behind the participle and its preposition."""
    stop = token
    while stop < reading.last and stop - token < 3 and reading.forms[stop] in _TO_DATE and stop not in reading.taken:
        stop += 1
    return next(
        (d for d in reading.dates if d.type == "date" and d.date and reading.tokens_of(d)[0] in (token, stop)), None
    )


def _planned(reading: Reading, token: int) -> Range | None:
    """The noun phrase that the participle describes, behind its comma and adverb; none behind an auxiliary."""
    forms, at = reading.forms, token
    while at > reading.first and (
        forms[at - 1] in ADVERBS or forms[at - 1] in _WHEN_SAID or forms[at - 1].endswith("ment")
    ):
        at -= 1
    if forms[at - 1] in _HELPERS:
        return None
    at -= forms[at - 1] == ","
    noun = noun_before(reading, at, reading.first) if at > reading.first else None
    span = core(reading, *noun) if noun else None
    if span is None or reading.is_pronoun(span[0]):
        return None
    return span if full_phrase(reading, *span) <= token else None
