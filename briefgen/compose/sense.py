"""Whether a predicate goes with what it is said of: "to hold a summit" is an event, "to hold somebody in contempt" is not."""

import re

from briefgen.compose.ledger import Entry
from briefgen.compose.predicates import predicate_lists
from briefgen.i18n.edtf import first_day, last_day
from briefgen.lexicon.concepts import load_concepts
from briefgen.model.evidence import Fact, Item

_HOUSES = ("organization", "territory")
_AHEAD = ("planned", "expected", "possible")


def goes_together(fact: Fact) -> bool:
    """Whether the object, or the thing that acts, is of the kind that the predicate is said of."""
    wanted = predicate_lists().get(f"takes_{fact.predicate}")
    if wanted is None:
        return True
    head = fact.item.phrase.head if fact.item is not None and fact.item.phrase is not None else ""
    if head.partition(":")[0] in _HOUSES:
        return "name" in wanted
    concept = load_concepts().get(head)
    if concept is None:
        return False
    listed = any(head == word or head.endswith(f"-{word}") for word in wanted)
    return listed or ("event" in wanted and concept.kind == "event")


def lies_ahead(fact: Fact, published: str | None) -> bool:
    """Whether what is only planned or possible has a day still to come when it is told, and what has happened has none."""
    if fact.date is None:
        return True
    if fact.modality not in _AHEAD:
        start = first_day(fact.date)
        return not published or start is None or start.isoformat()[: len(published)] <= published
    told, end = fact.as_of or published, last_day(fact.date)
    return not told or end is None or end.isoformat() >= told


def is_of_things(fact: Fact) -> bool:
    """Whether the predicate, said without an object, is of things and events and never of a person or a house."""
    return fact.predicate in predicate_lists()["of_things"]


_RESTRICTED = re.compile(
    r"\s+(?:(?:qui|que|dont|où|who|whom|that|whose|which|where)\b|qu['’]"
    r"|[^\W\d_]{3,}(?:ée?s?|(?<=[^oea])ie?s?|ue?s?|ants?|antes?|ifs?|ives?|aux|ales?|elles?|els|iques|euses?|oires|aires)\b)"
)
"""A relative clause or a participle right behind a noun: "le nombre de patients |décédés|" is not the number of patients."""
_COMPOUND = re.compile(
    r"\s+(?:cuts?|hikes?|plans?|packages?|program(?:me)?s?|schemes?|freezes?|targets?|reviews?|bills?|deals?|talks|"
    r"rises?|increases?|drops?|crisis|shortages?|workers?|employees|officials?|prices?|costs?|market|industry|sector|policy|rules?)\b"
)
"""What makes the item only the first half of a name: "spending |cuts|"."""
_RESTRICTED_EN = re.compile(rf"\s+(?:who|whom|that|whose|which)\b|{_COMPOUND.pattern}")
_FINITE = re.compile(
    r"\s+(?:(?:intitul|titr|baptis|appel|nomm|surnomm|dénomm)ée?s?|\w+(?:ait|ront|ient|èrent|irent)|ont|a|est|sont|vont|aux|eux|plus|depuis|jusque?|parmi|ici|lui|aussi)\b"
)

_VALUED = re.compile(
    r"\b(?:d['’]une?|worth|of a) (?:valeur|montant|durée|capacité|longueur|puissance|poids|hauteur|coût|budget|superficie|value|amount)$"
)


def is_cut(entry: Entry, item: Item, narrowed: bool = True) -> bool:
    """Whether words stand right behind the item that were not read with it: the rest of a name or, with `narrowed`, any
    that narrow it, which a figure cannot do without and an event can.
    """
    if _VALUED.search(item.text):
        return True
    behind = entry.extraction.text[item.end : item.end + 40]
    if entry.language != "fr":
        return bool((_RESTRICTED_EN if narrowed else _COMPOUND).match(behind))
    return narrowed and bool(_RESTRICTED.match(behind)) and not _FINITE.match(behind)


_ON_TOP = re.compile(
    r"\b(?:de (?:plus|moins)|more|fewer|less|supplémentaires?|additional|another|further|autres?|other)\b(?! (?:than|que de|de \d))",
    re.I,
)


def is_on_top(entry: Entry, fact: Fact) -> bool:
    """Whether the number counts what came on top: "50 warheads |more| than a year before" are not 50 warheads."""
    ends = [fact.end, fact.item.end if fact.item is not None and fact.item.end - fact.end < _NEAR else 0]
    words = entry.extraction.text[max(0, fact.start - 9) : max(ends) + len(" de plus")]
    return fact.change is None and bool(_ON_TOP.search(words)) and not (fact.bound or "").endswith("_than")


_NEAR = 60


def lasts(fact: Fact) -> bool:
    """Whether a duration is the very thing's: "programme |de cinq ans|", "|a five-year| program"."""
    item = fact.item
    return item is not None and (0 <= fact.start - item.end <= _LINK or 0 <= item.start - fact.end <= 1)


_LINK = len(" de ")


_REFLEXIVE = re.compile(r"\bs['’](?:est|était|étaient|y)\b|\bse (?:sont|sera|seront|serait)\b")


def is_of_oneself(entry: Entry, fact: Fact) -> bool:
    """Whether somebody did it to himself, which most verbs mean otherwise: "il s'est imposé", "elle s'est lancée"."""
    if entry.language != "fr" or fact.predicate in predicate_lists()["reflexive"]:
        return False
    return bool(_REFLEXIVE.search(entry.extraction.text[fact.start : fact.end]))


_RELATIVE = re.compile(r"\b(?:which|who|whose|where|qui|dont|lequel|laquelle)\b")


def is_across(entry: Entry, fact: Fact) -> bool:
    """Whether a relative clause stands between the figure and one of its parts: what it tells is of another thing."""
    for part in entry.parts:
        if part.type in ("percent", "money", "quantity", "number"):
            first, last = sorted(((fact.start, fact.end), (part.start, part.end)))
            if _RELATIVE.search(entry.extraction.text[first[1] : last[0]]):
                return True
    return False


_FEW = 5


def is_small(fact: Fact) -> bool:
    """Whether a mere count is so small that the words around it tell more: "two European golds"."""
    count = fact.type == "number" and fact.change is None and fact.rank is None
    return count and fact.value is not None and abs(fact.value) < _FEW


_GOES_ON = re.compile(
    r"\s+(?!(?:and|or|in|on|at|for|to|by|with|from|over|about|after|before|as|when|while|where|during|this|last|next)\b)[a-z]{3,}"
)


def only_begins(entry: Entry, end: int) -> bool:
    """Whether an English name before `end` only opens a longer one: "spoke to Twitter |employees|"."""
    return entry.language == "en" and bool(_GOES_ON.match(entry.extraction.text[end : end + 30]))
