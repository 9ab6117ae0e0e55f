"""What a sentence leaves out of its second half: "24 % du programme et |l'Allemagne| 21 %", "killed 214 people and infected |…| 11,600"."""

from dataclasses import replace

from briefgen.extract.facts.antecedents import Actor
from briefgen.extract.facts.drafts import Draft
from briefgen.extract.facts.grammar import ADVERBS, DETERMINERS, OF, PREPOSITIONS
from briefgen.extract.facts.nouns import Range, core
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.roles import Role
from briefgen.extract.facts.told import make_item

_JOINING = frozenset(("et", "and", ",", ";", "mais", "but"))
_LINKS = OF | frozenset(("by",))
_LONGEST = 7
"""Tokens of the noun that stands for a clause."""
_MEASURES = frozenset(("money", "percent", "quantity"))


def gap_before(reading: Reading, role: Role) -> Range | None:
    """The noun phrase that alone takes the place of a clause before the number: "et |l'Allemagne| 21 %"; None elsewhere."""
    forms, first = reading.forms, role.first
    if role.task == "amount" and forms[first - 1] in _LINKS:
        first -= 1  # "et les importations |de| 5 %"
    if first - 2 <= reading.first or not forms[first - 1][-1].isalnum():
        return None
    if forms[first - 1] in DETERMINERS | PREPOSITIONS | OF | ADVERBS | _JOINING:
        return None
    for token in range(first - 1, max(reading.first, first - _LONGEST) - 1, -1):
        if token in reading.taken or any(g.verb and g.verb.first <= token < g.verb.last for g in reading.clauses):
            return None
        if forms[token] in _JOINING:
            span = core(reading, token + 1, first)
            named = span is not None and (forms[token + 1] in DETERMINERS or reading.capital(token + 1))
            return span if named else None
        if forms[token] in PREPOSITIONS:
            return None
    return None


def fill_gap(reading: Reading, role: Role, drafts: list[Draft], draft: Draft) -> None:
    """Gives the number what the statement before it says, with its own actor or thing; where that is not sure, no item at all.

    `drafts` are the records before it in the sentence.
    """
    gap = gap_before(reading, role)
    if gap is None:
        _fill_count(reading, role, drafts[-1] if drafts else None, draft)
        return
    fitting = (d for d in reversed(drafts) if d.head is not None and d.item is not None and _same_kind(d, role))
    before = next(fitting, None)
    if before is None or before.clause != role.clause:
        draft.fact = replace(draft.fact, item=None, predicate=None)
        draft.item = None
        return
    who = Actor(reading, gap)
    told = before.fact
    acts = [p for p in told.participants if p.role == "agent"]
    named = who.named("agent") or (who.words("agent"),)
    acted = bool(acts) and told.item is not None and told.item.start == acts[0].start
    if before.item is not None and before.item[1] <= _verb_of(reading, role):
        draft.item, item = gap, make_item(reading, gap)
        others = named if acted else ()
    else:
        draft.item, item, others = before.item, told.item, named
    start = reading.start(gap[0])
    before.fact = replace(told, participants=tuple(p for p in told.participants if p.start < start))
    unit, kind = (told.unit, told.type) if role.fact.unit is None else (draft.fact.unit, draft.fact.type)
    draft.fact = replace(
        draft.fact,
        type=kind,
        unit=unit,
        item=item,
        predicate=told.predicate,
        participants=others,
        modality=told.modality,
        modality_cue=told.modality_cue,
        rule=draft.fact.rule.replace("record:", "record:object+") if ":object+" in told.rule else draft.fact.rule,
    )


def _verb_of(reading: Reading, role: Role) -> int:
    verb = reading.clauses[role.clause].verb
    return verb.first if verb is not None else reading.first


def _same_kind(before: Draft, role: Role) -> bool:
    """Whether both are sums, shares or counts of one thing; a bare "45 millions" is what the sum before it is in."""
    fact, own = before.fact, role.fact
    if own.type == "number" and own.unit is None:
        scales = [any(word in f.text.lower() for word in _SCALES) for f in (fact, own)]
        return scales[0] == scales[1] and fact.type in ("money", "number", "quantity")
    if fact.type in _MEASURES or own.type in _MEASURES:
        return fact.type == own.type and (fact.unit == own.unit or fact.type == "money")
    return fact.unit == own.unit


_SCALES = ("million", "milliard", "billion", "trillion")


def _fill_count(reading: Reading, role: Role, before: Draft | None, draft: Draft) -> None:
    """ "Killed 214 people and infected 11,600 |people|": what the number before counts, where this one counts nothing."""
    fact = draft.fact
    bare = fact.type == "number" and fact.unit is None and fact.item is None and role.task in ("plain", "level")
    if not bare or before is None or before.fact.type != "number" or before.item is None or before.fact.unit is None:
        return
    clause = reading.clauses[role.clause]
    follows = reading.forms[role.last] if role.last < reading.last else "."
    ends = follows in PREPOSITIONS or not follows[0].isalnum()
    if clause.kind == "coordinate" and clause.parent == before.clause and ends:
        draft.item = before.item
        draft.fact = replace(fact, item=before.fact.item, unit=before.fact.unit, concepts=before.fact.concepts)
        draft.covers = frozenset((role.clause,))
