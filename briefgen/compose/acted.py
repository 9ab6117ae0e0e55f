"""Figures whose measure is what was done: "Germany – imports of liquefied natural gas", "SpaceX – launch: 60 satellites".

The item alone would say too little ("18 satellites", "a sum"); who acts and the noun of the verb make the subject.
"""

from dataclasses import replace

from briefgen.compose.ledger import Entry
from briefgen.compose.naming import concept_label, is_neutral, predicate_label, say
from briefgen.compose.participants import acts_itself, agent_names
from briefgen.compose.predicates import predicate_lists
from briefgen.compose.sense import is_cut, is_on_top, is_periodic
from briefgen.compose.standing import capitalized, points_outside, stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.frozen import dataclass
from briefgen.i18n.tables import is_counted
from briefgen.model.evidence import Fact, Item
from briefgen.model.phrase import Phrase

_FLOWS = ("import", "export")
_LONGEST = 10
"""Words of an item that may follow the measure."""


@dataclass(frozen=True, slots=True)
class Acted:
    """The words of the subject, and the noun that follows the number (empty where the value has its own unit)."""

    subject: str
    counted: str = ""


def acted(entry: Entry, fact: Fact, voice: Voice) -> Acted | None:
    """What a figure is of where a verb says it; None where a piece has no form, or the actor no name of its clause."""
    lists = predicate_lists()
    if fact.predicate is None or fact.item is None or "item" in fact.inherited:
        return None
    if fact.predicate in lists["of_subject"]:
        return _of_subject(entry, fact, fact.item, voice)
    if is_cut(entry, fact.item) or is_on_top(entry, fact) or is_periodic(entry, fact):
        return None
    actors = agent_names(entry, fact, voice) if ":object+" in fact.rule else []
    if not actors or fact.predicate in lists["grave"]:
        return None
    actor = voice.formats.listed(actors)
    if fact.type == "number" or (fact.type == "quantity" and fact.unit is not None and is_counted(fact.unit)):
        return _counted(entry, fact, fact.item, actor, voice)
    return _measured(entry, fact, fact.item, actor, voice)


def _counted(entry: Entry, fact: Fact, item: Item, actor: str, voice: Voice) -> Acted | None:
    """ "SpaceX – launch", with what was launched after its number."""
    noun = "" if acts_itself(fact) else _noun(entry, item, voice, plural=True)
    name = fact.predicate or ""
    label = concept_label(name, voice.lang, plural=True) if name in _FLOWS else predicate_label(name, voice.lang)
    if fact.predicate not in predicate_lists()["counted"] or not noun or not label or not (fact.value or 0) >= 2:
        return None
    return Acted(capitalized(f"{actor} – {label}"), noun)


def _measured(entry: Entry, fact: Fact, item: Item, actor: str, voice: Voice) -> Acted | None:
    """ "Germany – imports of liquefied natural gas", "TerraGaz – investment"."""
    lists, name = predicate_lists(), fact.predicate or ""
    paid = fact.type == "money" and name in lists["paying"]
    if fact.type not in ("money", "quantity") or not (paid or name in lists["measuring"]):
        return None
    plural = name in lists["measuring_plural"]
    label = concept_label(name, voice.lang, plural)
    if label is None:
        return None
    if acts_itself(fact):
        return Acted(capitalized(f"{actor} – {label}")) if not plural else None
    if paid:
        return None
    whole = _of(entry, item, Phrase(name, 0, 0, plural=plural), label, voice)
    return Acted(capitalized(f"{actor} – {whole}")) if whole else None


def _of_subject(entry: Entry, fact: Fact, item: Item, voice: Voice) -> Acted | None:
    """ "Cost of the Aurore-2 program": the thing must have a name, for no reader knows which program is meant."""
    phrase = item.phrase
    named = phrase is not None and any(relation in ("name", "demonym") for relation, _ in phrase.parts)
    if phrase is None or not named or fact.type not in ("money", "quantity"):
        return None
    known = replace(item, phrase=replace(phrase, definite=True, indefinite=False))
    label = concept_label(fact.predicate or "", voice.lang)
    whole = _of(entry, known, Phrase(fact.predicate or "", 0, 0), label, voice) if label else None
    return Acted(capitalized(whole)) if whole else None


def _of(entry: Entry, item: Item, measure: Phrase, label: str, voice: Voice) -> str | None:
    """The measure with its object: from the concepts, else around the source's own words in its own language."""
    if item.phrase is not None:
        said = say(replace(measure, parts=(("of", item.phrase),)), voice.lang)
        if said:
            return said
    noun = _noun(entry, item, voice, plural=False)
    if not noun or not item.text.strip().islower():
        return None
    return f"{label} {voice.formats.of(noun)}"


def _noun(entry: Entry, item: Item, voice: Voice, plural: bool) -> str | None:
    """The item without article: in its own language as it stands, else from its concepts."""
    text = without_article(item.text.strip())
    if voice.foreign(entry.language) is None:
        alone = stands_alone(text, entry.language) and not points_outside(text) and is_neutral(text, entry.language)
        return text if alone and len(text.split()) <= _LONGEST else None
    phrase = replace(item.phrase, plural=True) if item.phrase and plural else item.phrase
    return say(phrase, voice.lang)
