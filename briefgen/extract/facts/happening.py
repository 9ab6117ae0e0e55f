"""What is done with the thing of a record, and who does it."""

from dataclasses import replace

from briefgen.extract.facts.antecedents import actor_of, state_meant
from briefgen.extract.facts.drafts import Draft, Statement, marked
from briefgen.extract.facts.grammar import ADVERBS, DETERMINERS, OF, PREPOSITIONS
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.roles import object_of_verb
from briefgen.extract.facts.senses import Sense, predicates
from briefgen.extract.facts.verbs import VerbGroup

_PAYING = frozenset("pledge funding investment payment spending purchase sale fine award fundraising".split())
"""What a verb of several senses means when its object is money."""


def is_aside(reading: Reading, draft: Draft) -> bool:
    """Whether the number stands in a phrase beside the statement: "les exportations vers six pays sont interdites"."""
    if draft.head is None or draft.fact.type in ("money", "percent", "duration"):
        return False
    first, _ = reading.tokens_of(draft.head)
    before = reading.forms[first - 1] if first > reading.first else ""
    before = reading.forms[first - 2] if before in DETERMINERS and first - 1 > reading.first else before
    if before == "'s" and any(f in OF for f in reading.forms[max(reading.first, first - 5) : first]):
        return True
    if before in ("et", "and") and any(f in OF for f in reading.forms[max(reading.first, first - 6) : first - 1]):
        earlier = range(max(reading.first, first - 6), first - 1)
        if any(t in reading.taken and reading.forms[t - 1] in OF for t in earlier):
            return True  # "the assets of 14 people and |three banks|"
    return before in OF or (before in PREPOSITIONS and before not in ("selon", "à", "en", "environ"))


def happens(shared: Statement, draft: Draft) -> bool:
    """Adds what the clause says is done with the number's thing, and who does it: "SpaceX launched 60 satellites"."""
    reading, clause = shared.reading, shared.reading.clauses[draft.clause]
    verb = clause.inner or clause.verb
    found = [s for s in verb.senses if s.is_event] if verb is not None else []
    if draft.fact.type == "money":
        found.sort(key=lambda s: s.id not in _PAYING)
    sense = next(iter(found), None) or _toll(reading, verb, draft)
    if verb is None or sense is None or is_aside(reading, draft) or _beside_object(reading, verb, draft):
        return False
    rule = (
        marked(draft.fact.rule, "object")
        if clause.kind != "purpose" and _is_object(reading, verb, draft)
        else draft.fact.rule
    )
    draft.fact = replace(draft.fact, predicate=sense.id, rule=rule)
    if sense.id in ("rejection", "denial") and draft.fact.modality == "denied":  # that it was refused did happen
        draft.fact = replace(draft.fact, modality="occurred", modality_cue=None)
    add_actor(reading, draft, "patient" if verb.passive else "agent")
    return True


def _beside_object(reading: Reading, verb: VerbGroup, draft: Draft) -> bool:
    """Whether a count stands behind the object: "produira 1 TWh, |de quoi alimenter 3 000 foyers|", "l'accès à |18 navires|"."""
    if draft.head is None or draft.fact.type not in ("number", "quantity", "range"):
        return False
    first, _ = reading.tokens_of(draft.head)
    if first <= verb.last:
        return False
    before = reading.forms[first - 1]
    if before in ("à", "to", "aux"):
        return object_of_verb(reading, verb.last, first) is not None
    parted = any(reading.forms[t] == "," for t in range(verb.last, first - 1) if t not in reading.taken)
    return parted and before not in ("et", "and", ",") and before not in DETERMINERS and before not in _BEFORE_NUMBER


_COUNTED_VICTIMS = {
    "mort": "death", "morts": "death", "décès": "death", "victimes": "death", "blessés": "injury", "deaths": "death",
    "fatalities": "death", "lives": "death", "malades": "infection", "contaminations": "infection", "injuries": "injury",
}  # fmt: skip
_CAUSING = frozenset("fait faisant font fit firent causé causant provoqué entraîné claimed claims caused left".split())


def _toll(reading: Reading, verb: VerbGroup | None, draft: Draft) -> Sense | None:
    """ "L'épidémie a fait |229 morts|": what befell those whom a verb of no other meaning counts."""
    if verb is None or reading.forms[verb.head] not in _CAUSING or draft.item is None:
        return None
    name = _COUNTED_VICTIMS.get(reading.forms[draft.item[0]])
    return Sense(name, predicates()[name].weight, None) if name else None


def _is_object(reading: Reading, verb: VerbGroup, draft: Draft) -> bool:
    """Whether the number is the verb's own object: "approved |45 reactors|", not "approved a loan to repair |45 centers|"."""
    if verb.passive or draft.head is None:
        return False
    first, _ = reading.tokens_of(draft.head)
    asked = any(s.id == "request" for s in verb.senses)
    dated = {t for a in reading.dated for t in range(a - 1, reading.taken[a]) if verb.last <= t}
    return all(
        reading.forms[t] in _BEFORE_NUMBER
        or reading.forms[t] in ADVERBS
        or t in dated
        or (asked and reading.forms[t] == "for")
        for t in range(verb.last, first)
    )


_BEFORE_NUMBER = frozenset(
    "about around nearly almost roughly some over more less fewer than just only at least most up to environ près quelque "
    "quelques presque plus moins de d' au aux jusqu' à seulement its their ses leurs the les another".split()
)


def add_actor(reading: Reading, draft: Draft, role: str, words: bool = True) -> None:
    """Adds the clause's actor where no named party stands for it; what comes from another sentence is said so."""
    actor = actor_of(reading, draft.clause)
    if actor is None:
        return
    counted = draft.head is not None and any(t in reading.taken for t in range(*actor.span))
    named = actor.named(role) or ((actor.words(role),) if words and not counted else ())
    meant = state_meant(reading, actor.span) if actor.reading is reading else None
    if meant is not None:
        named = (replace(meant, role=role),)
    others = tuple(p for p in draft.fact.participants if not actor.holds(p))
    inherited = tuple(f"participants[{i}]" for i in range(len(named))) if actor.inherited or meant else ()
    draft.fact = replace(draft.fact, participants=(*named, *others), inherited=(*draft.fact.inherited, *inherited))
