"""Events: a clause with a predicate and a date (or a weighty one without), told so that its line stands alone."""

from dataclasses import replace

from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.context import when
from briefgen.extract.facts.grammar import ADVERBS, CONJUNCTIONS, DETERMINERS, OF, PREPOSITIONS, SUBORDINATORS
from briefgen.extract.facts.nouns import Range, core, noun_before, phrase_end, subject
from briefgen.extract.facts.participants import agent_words
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.records import Draft, Statement, fill, make_item
from briefgen.extract.facts.senses import DIRECTIONS, Sense
from briefgen.extract.facts.verbs import VerbGroup
from briefgen.model.evidence import Change, Fact

_STATED = frozenset(("main", "coordinate", "complement", "adverbial", "relative", "tail"))
_MIN_WORDS = 4
_OCCASION = frozenset("lors during at durant pendant".split())


def event_records(shared: Statement, numbered: list[Draft]) -> list[Draft]:
    """One draft an event of the sentence; a clause that a number already tells is left to its record."""
    reading = shared.reading
    told = {d.clause for d in numbered if d.fact.item is not None}
    found = []
    for index, clause in enumerate(reading.clauses):
        if index in told or clause.verb is None or clause.last <= clause.first:
            continue
        draft = _reduced(shared, index, clause) if clause.kind == "reduced" else _clausal(shared, index, clause)
        if draft is not None:
            found.append(draft)
    found.extend(_occasions(shared))
    return found


def _clausal(shared: Statement, index: int, clause: Clause) -> Draft | None:
    reading = shared.reading
    verb = clause.inner or clause.verb
    assert verb is not None
    assert clause.verb is not None
    if (
        clause.kind not in _STATED
        or not clause.verb.finite
        or (clause.kind == "adverbial" and verb.tense == "conditional")
    ):
        return None
    sense = main_sense(verb) or (main_sense(clause.verb) if clause.inner else None)
    dated = when(reading, index, verb.head, shared.compared) is not None
    if not dated and (sense is None or not sense.is_event or sense.weight < 3):
        return None
    if (
        sense is not None
        and sense.id == "report"
        and not verb.passive
        and any(c.parent == index and c.kind == "complement" for c in reading.clauses)
    ):
        return None
    span = clause_span(reading, clause)
    if span is None or span[1] - span[0] < _MIN_WORDS:
        return None
    item = _object(reading, clause, verb)
    return _event(shared, index, span, verb, sense, item)


def main_sense(verb: VerbGroup) -> Sense | None:
    """The sense that names what happens: an event before a change, a change before a report."""
    ordered = sorted(verb.senses, key=lambda s: (not s.is_event, s.id not in DIRECTIONS, s.id == "report"))
    return ordered[0] if ordered else None


def clause_span(reading: Reading, clause: Clause) -> Range | None:
    """Tokens of the clause without leading conjunction or subordinator and without trailing marks."""
    forms, first, last = reading.forms, clause.first, clause.last
    while first < last and (
        forms[first] in CONJUNCTIONS or forms[first] in SUBORDINATORS or forms[first] in ("after", "before", "as", "depuis", "après", "avant")
        or not forms[first][0].isalnum() or forms[first] in ("that",)
    ):  # fmt: skip
        first += 1
    while last > first and not forms[last - 1][-1].isalnum():
        last -= 1
    return (first, last) if first < last else None


def _object(reading: Reading, clause: Clause, verb: VerbGroup) -> Range | None:
    """What the event is about: the object of an active verb, the subject of a passive or objectless one."""
    forms = reading.forms
    own = subject(reading, clause)
    own = core(reading, *own) if own else None
    if verb.passive:
        return own
    token = verb.last
    while token < clause.last and (
        forms[token] in ADVERBS
        or token in reading.taken
        or (forms[token].endswith(("ment", "ly")) and len(forms[token]) > 6)
    ):
        token = reading.taken.get(token, token + 1)
    if token < clause.last and forms[token] in PREPOSITIONS | OF and forms[token] not in ("de", "du", "des", "d'"):
        return own
    if token < clause.last and (forms[token] in DETERMINERS or forms[token][0].isalnum()):
        end = phrase_end(reading, token, _limit(clause, token))
        found = core(reading, token, end) if end > token else None
        if found is not None:
            return found
    return own


def _limit(clause: Clause, token: int) -> int:
    return next((b for a, b in clause.segments if a <= token < b), clause.last)


def _event(
    shared: Statement, index: int, span: Range, verb: VerbGroup, sense: Sense | None, item: Range | None
) -> Draft:
    reading = shared.reading
    start, end = reading.start(span[0]), reading.end(span[1] - 1)
    predicate = sense.id if sense is not None and sense.is_event else None
    direction = sense.id if sense is not None and sense.id in DIRECTIONS else None
    fact = Fact(
        id="",
        start=start,
        end=end,
        text=reading.document.analysis.text[start:end],
        type="change" if direction and predicate is None else "event",
        change=Change(None, None, direction) if direction and predicate is None else None,  # type: ignore[arg-type]
        item=make_item(reading, item),
        predicate=predicate,
        rule=f"event:{reading.clauses[index].kind}:{sense.id if sense else 'verb'}",
    )
    draft = Draft(fact, [], index, item)
    fill(shared, draft, verb.head)
    _with_agent(reading, reading.clauses[index], verb, draft)
    return draft


def _with_agent(reading: Reading, clause: Clause, verb: VerbGroup, draft: Draft) -> None:
    """An event names its subject even where no lexicon knows it."""
    if any(p.role in ("agent", "patient") and p.start < reading.start(verb.first) for p in draft.fact.participants):
        return
    words = agent_words(reading, clause, verb.passive)
    if words is not None:
        draft.fact = replace(draft.fact, participants=(words, *draft.fact.participants))


def _reduced(shared: Statement, index: int, clause: Clause) -> Draft | None:
    """ "un rapport publié par la DIA en avril": a participle with its own date after its noun."""
    reading, verb = shared.reading, clause.verb
    assert verb is not None
    sense = next((s for s in verb.senses if s.is_event), None)
    own_date = any(clause.holds(reading.tokens_of(d)[0]) and d.date for d in reading.dates)
    if sense is None or not own_date:
        return None
    noun = noun_before(reading, clause.first, reading.first)
    item = core(reading, *noun) if noun else None
    last = clause.last
    while last > clause.first and not reading.forms[last - 1][-1].isalnum():
        last -= 1
    if item is None:
        return None
    return _event(shared, index, (item[0], last), verb, sense, item)


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
        index = reading.clause_at(begin)
        fact = _noun_event(reading, (begin, last), (begin, item_last), senses[0], date)
        found.append(Draft(fact, [date], index, (begin, item_last)))
    return found


def _noun_event(reading: Reading, span: Range, item: Range, sense: Sense, date: Fact) -> Fact:
    start, end = reading.start(span[0]), reading.end(span[1] - 1)
    return Fact(
        id="", start=start, end=end, text=reading.document.analysis.text[start:end], type="event", date=date.date,
        timex=date.timex, date_bound=date.date_bound, item=make_item(reading, item), predicate=sense.id,
        sentence=reading.span, rule=f"event:occasion:{sense.id}",
        concepts=tuple(m.id for m in reading.mentions_in(*item) if m.kind == "concept"),
    )  # fmt: skip
