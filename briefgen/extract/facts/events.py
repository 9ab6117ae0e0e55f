"""Events: a clause with a predicate and a date (or a weighty one without), told so that its line stands alone."""

from dataclasses import replace

from briefgen.extract.facts.antecedents import Actor, actor_of
from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.context import when
from briefgen.extract.facts.drafts import Draft, Statement
from briefgen.extract.facts.expected import expectations
from briefgen.extract.facts.grammar import CONJUNCTIONS, SUBORDINATORS
from briefgen.extract.facts.happening import add_actor
from briefgen.extract.facts.noun_events import noun_events
from briefgen.extract.facts.nouns import (
    Range,
    core,
    full_phrase,
    is_fronted,
    noun_before,
    phrase_end,
    subject,
)
from briefgen.extract.facts.objects import limit_of, object_of, opens_date
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.records import fill, with_pair
from briefgen.extract.facts.roles import lasting
from briefgen.extract.facts.senses import DIRECTIONS, Sense, measures
from briefgen.extract.facts.told import make_item, told_item
from briefgen.extract.facts.verbs import VerbGroup
from briefgen.model.evidence import Change, Fact

_STATED = frozenset(("main", "coordinate", "complement", "adverbial", "relative", "tail"))
_MIN_WORDS = 4


def event_records(shared: Statement, numbered: list[Draft]) -> list[Draft]:
    """One draft an event of the sentence; a clause that a number already tells is left to its record."""
    reading = shared.reading
    told = frozenset(c for d in numbered for c in d.covers)
    found = []
    for index, clause in enumerate(reading.clauses):
        if index in told or clause.verb is None or clause.last <= clause.first:
            continue
        draft = _reduced(shared, index, clause) if clause.kind == "reduced" else _clausal(shared, index, clause)
        if draft is not None:
            found.append(draft)
    return [*found, *noun_events(shared), *expectations(shared)]


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
    if _supposed(reading, clause):
        return None
    sense = main_sense(verb) or (main_sense(clause.verb) if clause.inner else None)
    dated = when(reading, index, verb.head, shared.compared) is not None
    if not dated and lasting(reading, index) is None and not _weighs(reading, clause, sense):
        return None
    if _only_reports(reading, index, verb):
        return None
    if clause.kind == "relative" and _is_ofobject_of(reading, clause):
        return None
    span = clause_span(reading, clause)
    if span is None or span[1] - span[0] < _MIN_WORDS:
        return None
    actor = actor_of(reading, index)
    if actor is not None and not actor.own:
        span = (max(span[0], clause.verb.first), span[1])
    elif actor is not None and is_fronted(reading, span[0], actor.span[0]):
        span = (actor.span[0], span[1])
    item = _befallen(object_of(reading, clause, verb, actor), verb, sense, actor)
    draft = _event(shared, index, span, verb, sense, item)
    _denied_thing(reading, draft)
    _with_length(reading, index, draft)
    _with_interval(reading, index, draft)
    marks = (":undated" if not dated and not _leads(reading) else "") + (":state" if verb.copula else "")
    draft.fact = replace(draft.fact, rule=draft.fact.rule + marks)
    return draft


def _befallen(item: Range | None, verb: VerbGroup, sense: Sense | None, actor: Actor | None) -> Range | None:
    """The item, where it fits the event: who leaves and not what is left; nothing where the event befalls another than who acts."""
    if sense is None or verb.passive or actor is None:
        return item
    if sense.id == "departure":
        return actor.span
    return None if sense.id in _NEEDS_OBJECT and item == actor.span else item


_NEEDS_OBJECT = frozenset(
    "seizure arrest freeze fine sanction attack killing injury imposition ban approval rejection purchase sale recall award "
    "appointment dismissal condemnation accusation destruction infection vaccination evacuation treatment denial trial "
    "cancellation postponement suspension lifting".split()
)
"""Events that befall something else than who acts."""


_NONE = frozenset("no aucun aucune nul nulle".split())


def _denied_thing(reading: Reading, draft: Draft) -> None:
    """ "Has bought |no| Russian gas": what a negation before the thing denies."""
    if draft.item is not None and reading.forms[draft.item[0]] in _NONE and draft.item[1] - draft.item[0] > 1:
        draft.item = (draft.item[0] + 1, draft.item[1])
        draft.fact = replace(draft.fact, item=make_item(reading, draft.item), polarity="negated")


def _with_length(reading: Reading, index: int, draft: Draft) -> None:
    """How long: "prolongé de cinq années"; the years of the duration date the event where they are known."""
    length = lasting(reading, index)
    if length is None:
        return
    date = {"date": length.date, "timex": length.timex, "date_bound": None} if "/" in (length.date or "") else {}
    draft.fact = replace(draft.fact, value=length.value, unit=length.unit, **date)  # type: ignore[arg-type]
    draft.parts.append(length)


def _with_interval(reading: Reading, index: int, draft: Draft) -> None:
    """How long before or after another event: "détruite jeudi, |74 secondes après| son décollage"."""
    for fact in reading.dates:
        first, last = reading.tokens_of(fact)
        follows = reading.forms[last] if last < reading.last else ""
        if fact.type == "duration" and follows in _AROUND and reading.clauses[index].holds(first):
            draft.parts.append(fact)


_AROUND = frozenset("après avant after before".split())


def _is_ofobject_of(reading: Reading, clause: Clause) -> bool:
    """Whether a relative clause tells of its object ("l'île qu'il a visitée"): its noun is no actor."""
    own = subject(reading, clause)
    if reading.forms[clause.first] in ("où", "where") and own is not None and not reading.is_pronoun(own[0]):
        return False
    if reading.forms[clause.first] in ("que", "qu'", "dont", "où", "whom", "whose", "where"):
        return True
    return reading.forms[clause.first] == "that" and own is not None and own[0] > clause.first


def _weighs(reading: Reading, clause: Clause, sense: Sense | None) -> bool:
    """Whether an event is told without its date: a weighty one, or one between two named parties."""
    if sense is None or not sense.is_event or sense.weight < 2:
        return False
    if sense.weight >= 3:
        return True
    named = {m.id for a, b in clause.segments for m in reading.mentions_in(a, b) if m.kind in _NAMED}
    return len(named) >= (1 if _leads(reading) and clause.kind == "main" else 2)


def _leads(reading: Reading) -> bool:
    """Whether the sentence stands among the first that tell the news."""
    sentences = reading.document.analysis.sentences
    return reading.span in sentences[:_LEAD]


_LEAD = 5


_NAMED = frozenset(("territory", "metonym", "person", "organization"))
_SUPPOSING = frozenset("if unless until whether si s' tant jusqu'à lest".split())


def _supposed(reading: Reading, clause: Clause) -> bool:
    """Whether the clause only supposes: "if", "unless", "tant que", "si"."""
    before = reading.forms[clause.first - 1] if clause.first > reading.first else ""
    if clause.kind in ("coordinate", "relative", "tail"):
        return False
    return reading.forms[clause.first] in _SUPPOSING or before in _SUPPOSING


def _only_reports(reading: Reading, index: int, verb: VerbGroup) -> bool:
    """Whether the clause only says that somebody says something."""
    if not any(s.id == "report" for s in verb.senses):
        return False
    reported = any(c.parent == index and c.kind == "complement" for c in reading.clauses)
    return (
        reported
        or reading.clauses[index].kind == "tail"
        or not any(s.id in ("announcement", "publication", "denial") for s in verb.senses)
    )


def main_sense(verb: VerbGroup) -> Sense | None:
    """The sense that names what happens: an event before a change, a change before a report."""
    ordered = sorted(verb.senses, key=lambda s: (not s.is_event, s.id not in DIRECTIONS, s.id == "report"))
    return ordered[0] if ordered else None


def clause_span(reading: Reading, clause: Clause) -> Range | None:
    """Tokens of the clause without leading conjunction or subordinator and without trailing marks."""
    forms, first, last = reading.forms, clause.first, clause.last
    while first < last and (
        forms[first] in CONJUNCTIONS or forms[first] in SUBORDINATORS or (clause.kind == "adverbial" and forms[first] in ("after", "before", "as", "depuis", "après", "avant"))
        or not forms[first][0].isalnum() or forms[first] in ("that",)
    ):  # fmt: skip
        first += 1
    while last > first and (not forms[last - 1][-1].isalnum() or forms[last - 1] in CONJUNCTIONS):
        last -= 1
    if last < clause.last and forms[last] in ('"', "»", "”") and forms[first:last].count(_OPENINGS[forms[last]]) % 2:
        last += 1
    return (first, last) if first < last else None


_OPENINGS = {'"': '"', "»": "«", "”": "“"}


def _event(
    shared: Statement, index: int, span: Range, verb: VerbGroup, sense: Sense | None, item: Range | None
) -> Draft:
    reading = shared.reading
    start, end = reading.start(span[0]), reading.end(span[1] - 1)
    predicate = sense.id if sense is not None and sense.is_event else None
    direction = sense.id if sense is not None and sense.id in DIRECTIONS else None
    told, carried = told_item(reading, item)
    fact = Fact(
        id="",
        start=start,
        end=end,
        text=reading.document.analysis.text[start:end],
        type="change" if direction and predicate is None else "event",
        change=Change(None, None, direction) if direction and predicate is None else None,  # type: ignore[arg-type]
        item=told,
        inherited=carried,
        predicate=predicate,
        rule=f"event:{reading.clauses[index].kind}:{sense.id if sense else 'verb'}",
    )
    if direction and predicate is None and not _measurable(reading, item):
        fact = replace(fact, rule=fact.rule + ":unmeasured")
    draft = Draft(fact, [], index, item)
    fill(shared, draft, verb.head)
    if predicate == "denial" and draft.fact.modality == "denied":  # that somebody denies it did happen
        draft.fact = replace(draft.fact, modality="occurred", modality_cue=None)
    add_actor(reading, draft, "patient" if verb.passive else "agent")
    if verb.passive:
        _with_doer(reading, reading.clauses[index], verb, draft)
    with_pair(reading, index, draft)
    _with_topic(reading, index, draft)
    _with_subject_matter(reading, reading.clauses[index], draft)
    return draft


def _measurable(reading: Reading, item: Range | None) -> bool:
    """Whether the thing is one that rises and falls: prices, production, cases."""
    return item is not None and any(
        f in measures(reading.document.analysis.language) for f in reading.forms[item[0] : item[1]]
    )


_AGREEING = frozenset("signature agreement conclusion approval ratification".split())
_ABOUT = frozenset("sur on about concernant regarding".split())


def _with_topic(reading: Reading, index: int, draft: Draft) -> None:
    """What an agreement is on, where a participle says so: "…, convenant de travailler sur |une station|"."""
    if draft.fact.predicate not in _AGREEING:
        return
    for clause in reading.clauses:
        if clause.parent != index or clause.kind != "participle":
            continue
        token = next((t for t in range(clause.first, clause.last - 1) if reading.forms[t] in _ABOUT), None)
        span = core(reading, token + 1, phrase_end(reading, token + 1, clause.last)) if token is not None else None
        if span is not None and not reading.is_pronoun(span[0]):
            _add_topic(reading, span, draft)


def _add_topic(reading: Reading, span: Range, draft: Draft) -> None:
    item = make_item(reading, span)
    topic = replace(Actor(reading, span).words("topic"), phrase=item.phrase if item else None)
    draft.fact = replace(draft.fact, participants=(*draft.fact.participants, topic))


def _with_subject_matter(reading: Reading, clause: Clause, draft: Draft) -> None:
    """What follows the object and its date: "organiser un exercice l'an prochain sur |la gestion d'une épidémie|"."""
    if draft.item is None or any(p.role == "topic" for p in draft.fact.participants):
        return
    token = draft.item[1]
    while token < clause.last and (token in reading.taken or opens_date(reading, token)):
        token = reading.taken.get(token, token + 1)
    if token == draft.item[1] or token + 1 >= clause.last or reading.forms[token] not in _ABOUT:
        return
    end = full_phrase(reading, token + 1, limit_of(clause, token))
    span = core(reading, token + 1, end)
    if span is not None and not reading.is_pronoun(span[0]):
        _add_topic(reading, span, draft)


def _with_doer(reading: Reading, clause: Clause, verb: VerbGroup, draft: Draft) -> None:
    """The one a passive names with "par": "publié par |le ministère russe|"."""
    token = next(
        (t for t in range(verb.last, min(clause.last, verb.last + 4)) if reading.forms[t] in ("par", "by")), None
    )
    if token is None or token + 1 >= clause.last:
        return
    span = core(reading, token + 1, phrase_end(reading, token + 1, clause.last))
    if span is None or reading.is_pronoun(span[0]) or any(t in reading.taken for t in range(token, span[1])):
        return
    actor = Actor(reading, span)
    doers = actor.named("agent") or (actor.words("agent"),)
    others = tuple(p for p in draft.fact.participants if not actor.holds(p))
    draft.fact = replace(draft.fact, participants=(*others, *doers))


def _reduced(shared: Statement, index: int, clause: Clause) -> Draft | None:
    """ "un rapport publié par la DIA en avril": a participle with its own date after its noun."""
    reading, verb = shared.reading, clause.verb
    assert verb is not None
    sense = next((s for s in verb.senses if s.is_event), None)
    own_date = any(clause.holds(reading.tokens_of(d)[0]) and d.date for d in reading.dates)
    if sense is None or not own_date or reading.forms[clause.first - 1] in ("ayant", "having", "étant", "being"):
        return None
    item = _titled(reading, clause.first)
    if item is None:
        comma = reading.forms[clause.first - 1] == ","
        noun = noun_before(reading, clause.first - comma, reading.first)
        item = core(reading, *noun) if noun else None
    last = clause.last
    while last > clause.first and not reading.forms[last - 1][-1].isalnum():
        last -= 1
    if item is None:
        return None
    return _event(shared, index, (item[0], last), verb, sense, item)


_QUOTED = {"»": "«", "”": "“", '"': '"'}
_TITLED = frozenset(
    "intitulé intitulée intitulés titled entitled called named dubbed baptisé baptisée appelé appelée ,".split()
)


def _titled(reading: Reading, token: int) -> Range | None:
    """The noun with its title in quotation marks before `token`: "un rapport intitulé « … » |publié"."""
    forms = reading.forms
    if token <= reading.first or forms[token - 1] not in _QUOTED:
        return None
    opening = _QUOTED[forms[token - 1]]
    at = next((t for t in range(token - 2, reading.first, -1) if forms[t] == opening), None)
    if at is None:
        return None
    while at > reading.first and forms[at - 1] in _TITLED:
        at -= 1
    noun = noun_before(reading, at, reading.first)
    span = core(reading, *noun) if noun else None
    return (span[0], token) if span else None
