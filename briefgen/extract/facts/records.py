"""Records of numbers: the head fact with item, change, date, place, parties, source, modality; its parts name it."""

import re
from dataclasses import replace

from briefgen.extract.facts.antecedents import (
    actor_of,
    owner_of,
    pair_of,
    previous,
    state_before,
)
from briefgen.extract.facts.changes import change_of
from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.context import When, comparison_spans, in_time, keeps_polarity, modality, place, when
from briefgen.extract.facts.drafts import Draft, Statement, marked
from briefgen.extract.facts.gaps import fill_gap
from briefgen.extract.facts.grouping import Figures, figures
from briefgen.extract.facts.happening import add_actor, happens, is_aside
from briefgen.extract.facts.items import item_of
from briefgen.extract.facts.nouns import Range, core, phrase_end
from briefgen.extract.facts.participants import parties, party_of
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.roles import Role, object_of_verb, roles
from briefgen.extract.facts.sources import attributions
from briefgen.extract.facts.superlatives import rank_in
from briefgen.extract.facts.told import told_item
from briefgen.model.evidence import Fact, FactType, Item

_PLANS = frozenset(("planned", "expected", "possible"))


def statement(reading: Reading) -> Statement:
    """The sentence with its phrases of comparison and its sources."""
    return Statement(reading, comparison_spans(reading), attributions(reading))


def number_records(shared: Statement) -> list[Draft]:
    """One draft a record of numbers, in text order."""
    reading = shared.reading
    drafts: list[Draft] = []
    for group in figures(reading, roles(reading)):
        draft = _draft(shared, group)
        fill_gap(reading, group.head, drafts, draft)
        drafts.append(draft)
    return drafts


def _draft(shared: Statement, group: Figures) -> Draft:
    reading, role = shared.reading, group.head
    span = item_of(reading, group) or _acting(reading, role)
    number = _moved(_in_same_money(reading, _with_unit(group)), role)
    ends = group.level if group.level and (group.level.task == "to" or group.start) else None
    item, carried = told_item(reading, span)
    change = change_of(reading, group.amount, group.start, ends, shared.compared, group.direction)
    first, last = min(r.first for r in group.members()), max(r.last for r in group.members())
    clause = reading.clauses[role.clause]
    fact = replace(
        number,
        change=change,
        item=item,
        inherited=carried,
        rank=rank_in(reading, max(first, clause.first), _rank_limit(reading, role, last)),
        rule=_rule(group),
    )
    told = _telling(reading, role, span)
    covers = frozenset(r.clause for r in group.members()) if span is not None else frozenset()
    draft = Draft(
        fact,
        [r.fact for r in group.members() if r is not role],
        told,
        span,
        role.fact,
        covers | {told} if span is not None else covers,
    )
    if role.task == "plain" and is_aside(reading, draft):
        draft.covers = frozenset()
    fill(shared, draft, role.first)
    _at_the_end(draft)
    _with_owner(reading, draft, span[0] if span else role.first, role)
    _with_buyer(reading, draft, last)
    happening = role.task in ("plain", "share", "level") and happens(shared, draft)
    _with_parties(reading, draft, happening)
    return draft


def _with_parties(reading: Reading, draft: Draft, happening: bool) -> None:
    """Who acts where nothing happens to the item, the state whose count it is, or the pair that the clause speaks of."""
    if not happening and not _subject_is_item(reading, draft):
        add_actor(reading, draft, "agent", words=False)
    _with_state(reading, draft)
    if not any(p.territory or p.id for p in draft.fact.participants):
        above = reading.clauses[draft.clause].parent
        with_pair(reading, draft.clause if above is None else above, draft)


_PERIOD = re.compile(r"(?P<start>\d{4}(?:-\d\d)?)/(?P<end>\d{4}(?:-\d\d)?)")


def _at_the_end(draft: Draft) -> None:
    """ "A reculé de 27 % entre 2021 et 2025, à 3,4 TWh": the level is the end's, the change is from the start."""
    fact = draft.fact
    change, period = fact.change, _PERIOD.fullmatch(fact.date or "")
    if period is None or change is None or change.base is not None or change.direction == "stable":
        return
    if fact.value is not None and change.value != fact.value:
        ended = replace(change, base=period["start"])
        draft.fact = replace(fact, date=period["end"], timex=period["end"], change=ended)


def with_pair(reading: Reading, index: int, draft: Draft) -> None:
    """ "Les deux pays": the two territories the text is about, marked as carried over."""
    pair = pair_of(reading, index)
    if pair:
        others = tuple(p for p in draft.fact.participants if p.territory or p.id)
        inherited = tuple(f"participants[{i}]" for i in range(len(pair)))
        draft.fact = replace(
            draft.fact,
            participants=(*pair, *others),
            inherited=(*draft.fact.inherited, *inherited),
            rule=marked(draft.fact.rule, "pair"),
        )


def _with_owner(reading: Reading, draft: Draft, first: int, role: Role) -> None:
    """ "Ses 2,3 millions de cas": the owner joins the record, named as carried over where it stands before the sentence."""
    places = (t for t in (first - 1, first, role.first - 1, role.first) if t >= reading.first)
    owner = next((o for t in places if (o := owner_of(reading, t, role.clause))), None)
    named = owner.named("agent") if owner is not None else ()
    actor = actor_of(reading, role.clause)
    if owner is None or not named or (actor is not None and actor.own and actor.span[1] <= first):
        return
    inherited = tuple(f"participants[{i}]" for i in range(len(named))) if owner.inherited else ()
    alone = inherited and _counted_before(owner.reading, draft.fact.item)
    draft.fact = replace(
        draft.fact,
        participants=(*named, *draft.fact.participants),
        inherited=(*draft.fact.inherited, *inherited),
        rule=marked(draft.fact.rule, "owner") if alone else draft.fact.rule,
    )


def _counted_before(before: Reading, item: Item | None) -> bool:
    """Whether the sentence before tells of the same things, of one owner: "La Russie a signalé 28 000 cas. Ses … cas"."""
    owners = {m.id for m in before.mentions if m.kind in ("territory", "metonym", "organization", "person")}
    noun = item.text.partition(" ")[0].lower() if item is not None else ""
    return len(owners) == 1 and noun in before.forms[before.first : before.last]


def _with_state(reading: Reading, draft: Draft) -> None:
    """A change or a toll without any party is the one state's of which the sentences before speak, marked as carried over."""
    fact = draft.fact
    lone = draft.fact.type == "change" or fact.change is not None or fact.predicate in _TOLLS
    if not lone or fact.place is not None or any(p.territory or p.id for p in fact.participants):
        return
    party = state_before(reading)
    if party is not None:
        name = f"participants[{len(fact.participants)}]"
        draft.fact = replace(fact, participants=(*fact.participants, party), inherited=(*fact.inherited, name))


_TOLLS = frozenset("death killing injury infection notification hospitalization vaccination evacuation".split())
_STANDING_FOR_STATE = frozenset("régime pays gouvernement royaume nation regime country government kingdom".split())


def _with_buyer(reading: Reading, draft: Draft, last: int) -> None:
    """ "Les achats … par le régime": the state meant is the one other territory of the sentence before, marked as inherited."""
    if draft.item is None or any(p.role == "importer" for p in draft.fact.participants):
        return
    forms, end = reading.forms, draft.item[1]
    if forms[end : end + 1] not in (("par",), ("by",)) or not any(
        f in _STANDING_FOR_STATE for f in forms[end + 1 : end + 4]
    ):
        return
    before = previous(reading)
    known = {p.territory for p in draft.fact.participants}
    found = [m for m in before.mentions if m.kind in ("territory", "metonym")] if before else []
    others = {m.id: m for m in found if m.id not in known}
    if before is None or len(others) != 1:
        return
    party = party_of(before, next(iter(others.values())), "importer")
    name = f"participants[{len(draft.fact.participants)}]"
    draft.fact = replace(
        draft.fact, participants=(*draft.fact.participants, party), inherited=(*draft.fact.inherited, name)
    )


def _subject_is_item(reading: Reading, draft: Draft) -> bool:
    actor = actor_of(reading, draft.clause)
    return actor is None or draft.item is None or not (actor.span[1] <= draft.item[0] or draft.item[1] <= actor.span[0])


def _telling(reading: Reading, role: Role, span: Range | None) -> int:
    """The clause that tells of the number: the relative one right behind its noun, else its own."""
    if span is None or role.task not in ("plain", "share"):
        return role.clause
    for index, clause in enumerate(reading.clauses):
        if clause.kind == "relative" and clause.first in (span[1], role.last) and clause.verb and clause.verb.senses:
            return index
    return role.clause


def _acting(reading: Reading, role: Role) -> Range | None:
    """Who acts, where a sum or a measure says no thing of its own: "|Le parc nucléaire| a produit 372 térawattheures"."""
    clause = reading.clauses[role.clause]
    verb = clause.inner or clause.verb
    measured = role.fact.type in ("money", "quantity") and role.task in ("plain", "level")
    if (
        not measured
        or verb is None
        or verb.passive
        or not any(s.is_event for s in verb.senses)
        or verb.last > role.first
    ):
        return None
    if _stands_aside(reading, verb.last, role.first):
        return None
    counted = next((t for t in range(verb.last, role.first) if t in reading.taken and t not in reading.dated), None)
    if counted is not None:  # "vendre |3 centrales| pour 900 millions"
        return core(reading, counted, phrase_end(reading, reading.taken[counted] - 1, role.first))
    given = object_of_verb(reading, verb.last, role.first)
    if given is not None:  # "fined |the firm| 3 million", "granted |the clinics| 40 million"
        return core(reading, *given)
    actor = actor_of(reading, role.clause)
    return actor.span if actor is not None and actor.reading is reading and not actor.inherited else None


def _stands_aside(reading: Reading, last: int, first: int) -> bool:
    """Whether a comma or a place stands between verb and number: "a saisi, |à 60 milles de l'île|, le pétrolier"."""
    places = frozenset("à at dans in sur on près near".split())
    return any(
        reading.forms[t] == "," or (reading.forms[t] in places and t + 1 not in reading.dated)
        for t in range(last, first)
        if t not in reading.taken
    )


def _moved(fact: Fact, role: Role) -> Fact:
    """A range that is a move counts as what it arrived at."""
    if role.task != "to" or fact.type != "range" or fact.high is None:
        return fact
    kind: FactType = "percent" if fact.unit == "percent" else "quantity"
    if fact.unit is not None and len(fact.unit) == 3 and fact.unit.isupper():
        kind = "money"
    return replace(fact, type=kind, value=fact.high, low=None, high=None)


def _with_unit(group: Figures) -> Fact:
    """The head's fact; "from 55 billion cubic meters to 20 billion" gives the second number the unit of the first."""
    fact = group.head.fact
    if group.start is None or group.start.fact.unit is None or fact.unit is not None:
        return fact
    other = group.start.fact
    return replace(fact, unit=other.unit, unit_assumed=other.unit_assumed, type=other.type)


_MANY = ("million", "millions", "milliard", "milliards", "billion")


def _in_same_money(reading: Reading, fact: Fact) -> Fact:
    """ "Tablait sur 121 millions d'euros, n'attend plus que |115 millions|": the money named just before, marked as assumed."""
    if fact.unit is not None or fact.type != "number" or not fact.text.endswith(_MANY):
        return fact
    before = [f for f in reading.quantities if f.end <= fact.start]
    if not before or before[-1].type != "money" or before[-1].value is None or not fact.value:
        return fact
    near = 0.1 < float(fact.value) / float(before[-1].value or 1) < 10
    return replace(fact, unit=before[-1].unit, unit_assumed=True, type="money") if near else fact


def _rank_limit(reading: Reading, role: Role, last: int) -> int:
    limit = max(last, reading.clauses[role.clause].last)
    return next((t for t in range(last, limit) if t in reading.taken and t > last + 3), limit)


def _rule(group: Figures) -> str:
    named = [name for name, r in (("level", group.level), ("amount", group.amount), ("start", group.start)) if r]
    return "record:" + "+".join(named) + f":{group.head.task}"


def fill(shared: Statement, draft: Draft, near: int) -> None:
    """Adds what the clause states: date, modality, polarity, place, parties, source, concepts."""
    reading, index = shared.reading, draft.clause
    clause = reading.clauses[index]
    moment = when(reading, index, near, shared.compared) or _until(shared, index, near)
    sure, cue = modality(reading, index)
    moment, sure = in_time(moment, sure, reading.document.analysis.published)
    first, last = clause.first, clause.last
    found = parties(reading, clause, draft.item, draft.fact.predicate)
    source = shared.sources.get(index)
    fact = draft.fact
    draft.fact = replace(
        fact,
        date=fact.date or (moment.date if moment else None),
        timex=fact.timex or (moment.timex if moment else None),
        date_bound=fact.date_bound or (moment.bound if moment and not fact.date else None),
        modality=sure,
        modality_cue=cue,
        polarity="negated" if keeps_polarity(moment, clause) else "affirmed",
        as_of=reading.document.analysis.published if sure in _PLANS else None,
        place=place(reading, first, last),
        participants=tuple(found),
        attribution=(source,) if source else (),
        concepts=_concepts(reading, draft, first, last),
        sentence=reading.span,
    )
    if _holds_now(draft.fact, clause):
        draft.fact = replace(draft.fact, as_of=reading.document.analysis.published)
    if moment is not None and moment.fact is not draft.head:
        draft.parts.append(moment.fact)
    _as_of_report(shared, draft, index)


def _holds_now(fact: Fact, clause: Clause) -> bool:
    """Whether a figure without a date is said to hold now: it stands as of the publication."""
    verb = clause.verb
    return fact.type != "event" and fact.date is None and verb is not None and verb.tense == "present"


def _until(shared: Statement, index: int, near: int) -> When | None:
    """The date of the end that a purpose clause states: "prolongé … pour se terminer en 2027"."""
    reading = shared.reading
    for other, clause in enumerate(reading.clauses):
        ends = clause.verb is not None and any(s.id in ("end", "level", "start", "launch") for s in clause.verb.senses)
        if clause.kind == "purpose" and clause.parent == index and ends:
            return when(reading, other, near, shared.compared)
    return None


def _as_of_report(shared: Statement, draft: Draft, index: int) -> None:
    """A plan that a dated report tells of stands as of that report ("En décembre, X a rapporté que …")."""
    reading = shared.reading
    clause = reading.clauses[index]
    if draft.fact.as_of is None or clause.kind != "complement" or clause.parent is None:
        return
    above = reading.clauses[clause.parent]
    told = when(reading, clause.parent, above.verb.head, shared.compared) if above.verb else None
    if told is not None and told.date and "/" not in told.date:
        draft.fact = replace(draft.fact, as_of=told.date)


def _concepts(reading: Reading, draft: Draft, first: int, last: int) -> tuple[str, ...]:
    spans = [draft.item] if draft.item else [(first, last)]
    spans += [reading.tokens_of(draft.head)] if draft.head is not None else []
    return tuple(dict.fromkeys(m.id for a, b in spans for m in reading.mentions_in(a, b) if m.kind == "concept"))
