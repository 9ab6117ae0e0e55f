"""How sure a record is and how well it stands alone: the score, its words, and what the product offers unasked."""

from briefgen.extract.facts.senses import predicates
from briefgen.model.evidence import Fact

THRESHOLD = 0.6
_SURE = 0.7
_WEAK_MODALITY = frozenset(("possible", "denied"))
_VAGUE_ITEMS = frozenset(
    "chiffre chiffres nombre total montant somme taux part niveau cela ce il âge année an mois jour reste partie fois temps "
    "number figure amount total sum rate share level age it this year month day rest part time thing way people personnes "
    "gens monde point points".split()
)
_SMALL = 10


def scored(fact: Fact, *, in_quote: bool = False, pronoun: bool = False, named: bool = False) -> tuple[float, str]:
    """(score between 0 and 1, the reasons as words)."""
    score, why = 0.3, []
    for amount, holds, reason in _reasons(fact, in_quote, pronoun, named):
        if holds:
            score += amount
            why.append(reason)
    return round(max(0.0, min(1.0, score)), 2), ", ".join(why)


def _reasons(fact: Fact, in_quote: bool, pronoun: bool, named: bool) -> list[tuple[float, bool, str]]:
    item = fact.item
    return [
        (0.15, item is not None, "item"),
        (0.08, item is not None and item.phrase is not None, "phrase"),
        (0.10, fact.date is not None and not any("date" in i for i in fact.inherited), "date"),
        (0.10, any(p.territory or p.id for p in fact.participants), "actor"),
        (0.06, named, "named subject"),
        (0.10, ":occasion" in fact.rule and item is not None and not item.text[1:].islower(), "named event"),
        (0.06, fact.place is not None, "place"),
        (0.08, fact.change is not None, "change"),
        (0.06, fact.rank is not None, "rank"),
        (0.06, bool(fact.attribution), "source stated"),
        (0.05, fact.type == "money", "money"),
        (0.05, is_large(fact), "large"),
        (-0.14, fact.type == "event" and fact.predicate is None, "no predicate"),
        (-0.15, fact.rule.endswith(":state") and fact.predicate is None, "state"),
        (-0.10, ":undated" in fact.rule, "undated"),
        (-0.20, is_loose(fact), "loose count"),
        (0.08, fact.type == "event" and fact.predicate is not None, "predicate"),
        (0.05 + 0.02 * _weight(fact), fact.type != "event" and _weight(fact) >= 2, "predicate"),
        (0.05, bool(fact.topics or fact.concepts), "concepts"),
        (-0.12, in_quote, "inside a quotation"),
        (-0.30, pronoun, "pronoun"),
        (-0.10, bool(fact.inherited), "inherited"),
        (-0.08, fact.modality in _WEAK_MODALITY, fact.modality),
        (-0.20, fact.modality == "possible" and fact.date is None and fact.value is None, "undated guess"),
        (0.08, fact.type == "duration" and "/" in (fact.date or ""), "anchored"),
        (-0.25, is_small(fact), "small"),
        (-0.25, fact.rule.endswith(":unmeasured"), "not a measure"),
        (-0.25, fact.rule.startswith("event:reduced") and not _has_agent(fact), "aside"),
        (-0.20, _is_vague(fact), "vague item"),
    ]


def is_small(fact: Fact) -> bool:
    """Whether the figure is small change: a counted handful without change, rank or money."""
    if fact.type in ("event", "percent", "money", "change", "duration") or fact.change or fact.rank:
        return False
    value = fact.value if fact.value is not None else fact.high
    return value is not None and abs(value) < _SMALL and fact.unit not in ("percent",)


_PEOPLE = frozenset("personnes personne gens people person monde".split())


def _is_vague(fact: Fact) -> bool:
    """Whether the item alone says nothing; "22 personnes" are told by what happened to them."""
    words = fact.item.text.lower() if fact.item is not None else ""
    return words in _VAGUE_ITEMS and not (words in _PEOPLE and fact.predicate is not None)


def _weight(fact: Fact) -> int:
    known = predicates().get(fact.predicate or "")
    return known.weight if known is not None else 0


def _has_agent(fact: Fact) -> bool:
    return any(p.role == "agent" for p in fact.participants)


def is_large(fact: Fact) -> bool:
    """Whether the sum or count is large: a million of money, a thousand of anything counted."""
    value = fact.value if fact.value is not None else fact.high
    if value is None or fact.type in ("event", "percent", "duration"):
        return False
    return abs(value) >= (1_000_000 if fact.type == "money" else 1000)


def is_loose(fact: Fact) -> bool:
    """Whether a count stands beside the statement: no level, no change, nothing done with it."""
    counted = fact.type in ("number", "quantity", "range") and fact.rule.endswith((":plain", ":share"))
    return counted and fact.predicate is None and fact.change is None and fact.rank is None


def offered(fact: Fact) -> bool:
    """Whether the product prints the record unasked: it says what, and who, when or where, and the score holds."""
    if fact.part_of is not None or fact.item is None or fact.score < THRESHOLD:
        return False
    located = bool(fact.participants or fact.attribution) or fact.date is not None or fact.place is not None
    change = fact.change
    moved = change is not None and (
        change.from_value is not None or change.base is not None or (change.to is not None and change.value is not None)
    )
    located = located or (moved and (fact.score >= _SURE or fact.as_of is not None))
    return located and not _is_vague(fact)
