"""What a line speaks of: the thing measured with whose it is, or an event with who takes part.

Precision comes first: what the phrase reader did not understand whole, and is no name, makes no subject; the sentence
then prints in the source's own words.
"""

import re
from dataclasses import replace

from briefgen.compose.ledger import Entry
from briefgen.compose.naming import (
    is_neutral,
    is_proper,
    is_telling,
    mentions_between,
    predicate_label,
    say,
    source_name,
    with_article_before,
)  # fmt: skip
from briefgen.compose.participants import acts_itself, is_carried, is_date, is_doubtful, participant_name
from briefgen.compose.predicates import predicate_lists
from briefgen.compose.runs import Line, own, source_words
from briefgen.compose.sense import event_doubt, figure_doubt, is_cut, is_of_things, only_begins, undated
from briefgen.compose.standing import capitalized, points_outside, stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.lexicon.concepts import load_concepts
from briefgen.lexicon.places import place as region_of
from briefgen.lexicon.territories import territory
from briefgen.model.evidence import Fact, Item, Participant
from briefgen.text.fold import folded
from briefgen.text.language import detect_language
from briefgen.text.tokens import tokenize

_ACTORS = ("agent", "actor", "importer", "exporter", "buyer", "seller", "owner")
_ACTING = ("agent", "actor", "partner", "counterpart")
_OTHERS = ("partner", "counterpart", "addressee")
_MAX_ITEM_WORDS = 14


def subject_of(entry: Entry, fact: Fact, voice: Voice) -> Line | None:
    """The subject of a fact's line; None where a line of ours could mislead."""
    if fact.type == "event":
        return None if undated(entry, fact) else _event_subject(entry, fact, voice)
    return _measured(entry, fact, voice)


def _measured(entry: Entry, fact: Fact, voice: Voice) -> Line | None:
    """A bare value never prints: it has an actor, a date or a place of its own clause."""
    item = _item_words(entry, fact, voice)
    if item is None or fact.item is None or fact.item.phrase is None or figure_doubt(entry, fact):
        return None
    actor = _actor(entry, fact, voice)
    place = "" if actor else _place(entry, fact, voice)
    if not (actor or place or (fact.date and "date" not in fact.inherited)):
        return None
    if actor is None and fact.type == "percent":
        return None
    bare = not fact.item.phrase.parts and len(item.split()) == 1
    if bare and (not actor or fact.item.phrase.head in predicate_lists()["bare"]):
        return None
    whole = f"{actor} – {item}" if actor else item
    return own(capitalized(f"{whole}, {place}" if place else whole))


def _place(entry: Entry, fact: Fact, voice: Voice) -> str:
    """Where it holds, where the item does not already say so; empty where it has no name here."""
    place, item = fact.place, fact.item
    if place is None or "place" in fact.inherited or (item and item.start <= place.start < item.end):
        return ""
    region = next((m for m in mentions_between(entry.extraction, place.start, place.end) if m.kind == "region"), None)
    known = region_of(region.id) if region is not None else None
    if known is not None:
        return known.name(voice.lang)
    if place.territory:
        return voice.formats.territory(place.territory) or ""
    name = source_name(entry.extraction, place.start, place.end, place.text, voice)
    return str(name) if name is not None and is_proper(str(name)) else ""


def _item_words(entry: Entry, fact: Fact, voice: Voice) -> str | None:
    """What is measured: from its concepts, else in the source's words where they are neutral and stand alone."""
    item = fact.item
    if item is None:
        return None
    text, foreign = item.text.strip(), voice.foreign(entry.language)
    if not _is_whole(entry, fact, item):
        return None
    carried = "item" in fact.inherited and fact.sentence[0] <= item.start < fact.sentence[1]
    if foreign is None and not carried and _is_sayable(entry, item, text):
        return without_article(text)
    phrase = item.phrase
    if phrase and fact.unit and fact.value and fact.value >= 2 and names_unit(fact.unit, text):
        phrase = replace(phrase, plural=True)
    said = say(phrase, voice.lang)
    if said:
        return without_article(said)
    described = any(m.kind == "concept" for m in mentions_between(entry.extraction, item.start, item.end))
    name = source_name(entry.extraction, item.start, item.end, text, voice) if foreign and not described else None
    return str(name) if name is not None else None


def _is_whole(entry: Entry, fact: Fact, item: Item) -> bool:
    """Whether the item was understood whole, or is a name, and begins and ends with a word."""
    text = entry.extraction.text
    edges = (text[item.start - 1 : item.start], text[item.end : item.end + 1])
    named = is_proper(without_article(item.text)) and not is_date(entry, item) and not _only_opens(entry, fact, item)
    known = item.phrase is not None or named
    return (
        known
        and not is_cut(entry, item, fact.type != "event" or fact.predicate in predicate_lists()["scoped"])
        and not any(c.isalnum() for c in edges)
    )


def _only_opens(entry: Entry, fact: Fact, item: Item) -> bool:
    """Whether the one word has its capital from opening the sentence: "|Two| of the satellites failed"."""
    alone = item.start == fact.sentence[0] and len(item.text.split()) == 1
    return alone and not any(True for _ in mentions_between(entry.extraction, item.start, item.end))


def _is_sayable(entry: Entry, item: Item, text: str) -> bool:
    """Whether the source's own noun phrase may stand in a line of ours: neutral, short, and naming all it speaks of."""
    whole = with_article_before(entry.extraction.text, item.start, text)
    alone = stands_alone(whole, entry.language) and not points_outside(text)
    return alone and is_neutral(text, entry.language) and len(text.split()) <= _MAX_ITEM_WORDS


def _actor(entry: Entry, fact: Fact, voice: Voice) -> str | None:
    """Whose figure it is, where the item does not already say so: empty for nobody, None where it has no name here."""
    item, names = fact.item, []
    for index, who in enumerate(fact.participants):
        inside = item is not None and item.start <= who.start < item.end
        if who.role in _ACTORS and not inside and not is_doubtful(fact, index) and not _only_notes(fact, who):
            name = participant_name(entry, who, voice)
            if not is_carried(fact, index) or name is None:
                return name
            names.append(name)
    return ", ".join(sorted(names))


def _only_notes(fact: Fact, who: Participant) -> bool:
    """Whether somebody only reports a figure that is not his: "|the WHO| recorded 12,450 cases"; a country's is its own."""
    return fact.predicate in predicate_lists()["noting"] and who.id is not None


def _event_subject(entry: Entry, fact: Fact, voice: Voice) -> Line | None:
    """``Roscosmos – signature : protocole d'accord``; None unless it says enough without what cannot be said."""
    if fact.predicate is None:
        return _named_event(entry, fact, voice)
    label = predicate_label(fact.predicate, voice.lang)
    if label is None or event_doubt(entry, fact):
        return None
    if fact.predicate in predicate_lists()["with_others"] and not _has_agent(fact):
        return None
    acting = acts_itself(fact)
    actors = _event_actors(entry, fact, voice, acting)
    bare, title = _without_title(entry, fact, voice)
    what = "" if acting or fact.item is None else _item_words(entry, bare, voice)
    if not what and is_of_things(fact):
        actors = _acting_things(entry, fact, voice)
    other = _counterpart(entry, fact, voice) if acting or not what else ""
    if what is None or not _says_enough(fact, actors, what or other) or (what and _befalls_a_name(entry, fact, voice)):
        return None
    if fact.predicate == "postponement" and what and fact.modality in ("planned", "expected", "possible"):
        label, what, actors = what, "", []
        label = voice("{thing} – new date").format(thing=label)
    elif what.lower().startswith(label.lower()):
        label, what = what, ""
    if fact.polarity == "negated":
        label = voice("no {what}").format(what=voice.formats.of(label) if voice.lang == "fr" else label)
    if other and any(str(actor) in other for actor in actors):
        return None  # "a group of … met with the ministry's envoy" is not the ministry meeting itself
    label = f"{label} {other}" if other else label
    event = voice("{subject}: {value}").format(subject=label, value=what) if what else label
    topic = _topic(fact, entry, voice)
    event = f"{event} ({topic})" if topic else event
    return own(capitalized(f"{', '.join(actors)} – {event}" if actors else event)) + title


def _has_agent(fact: Fact) -> bool:
    """Whether somebody does it, beside those with whom it is done, and not an item that has parties of its own."""
    own = any(who.role in ("agent", "actor") for who in fact.participants)
    return own or (fact.item is not None and ":main:" not in fact.rule) or ":pair+" in fact.rule


_TITLED = re.compile(
    r"(?P<noun>.+?),?(?: (?:intitulée?s?|titrée?s?|baptisée?s?|appelée?s?|titled|entitled|called|named|dubbed))?"
    r"\s?[«“\"]\s*(?P<title>[^«»“”\"]+?)\s*[»”\"]"
)
"""``rapport intitulé « … »``"""


def _without_title(entry: Entry, fact: Fact, voice: Voice) -> tuple[Fact, Line]:
    """The fact with the bare noun for its item, and the title that the source gives it, in quotation marks and its language."""
    item = fact.item
    found = _TITLED.fullmatch(item.text) if item is not None else None
    if item is None or found is None or is_proper(found["noun"]):
        return fact, Line()
    bare = replace(item, text=found["noun"], end=item.start + len(found["noun"]))
    lang = detect_language(tokenize(folded(found["title"])).forms)
    lang = entry.language if lang == "und" else lang
    before, after = ("« ", " »") if voice.lang == "fr" else ("“", "”")
    words = source_words(found["title"], None, voice.foreign(lang))
    return replace(fact, item=bare), own(f" {before}") + words + own(after)


def _counterpart(entry: Entry, fact: Fact, voice: Voice) -> str:
    """``avec la Chine``: with whom somebody talks or meets; empty where that has no name here."""
    if fact.predicate not in predicate_lists()["with_others"]:
        return ""
    for index, who in enumerate(fact.participants):
        if who.role in _OTHERS and not is_carried(fact, index) and not only_begins(entry, who.end):
            place = territory(who.territory) if who.territory and not who.id else None
            name = place.with_article(voice.lang) if place else participant_name(entry, who, voice)
            return voice("with {name}").format(name=name) if name else ""
    return ""


def _topic(fact: Fact, entry: Entry, voice: Voice) -> str:
    """What an agreement or a meeting is on; empty where the document language has no form of it."""
    who = next((who for who in fact.participants if who.role == "topic"), None)
    if who is None:
        return ""
    own_words = voice.foreign(entry.language) is None and stands_alone(who.text, entry.language)
    if own_words and is_neutral(who.text, entry.language) and len(who.text.split()) <= _MAX_ITEM_WORDS:
        return without_article(who.text)
    return say(who.phrase, voice.lang) or ""


def _named_event(entry: Entry, fact: Fact, voice: Voice) -> Line | None:
    """An event that is its own name ("mission spatiale Apollo-Soyouz"), understood whole and affirmed."""
    phrase = fact.item.phrase if fact.item else None
    head = load_concepts().get(phrase.head) if phrase else None
    if head is None or head.kind != "event" or fact.polarity == "negated" or ":main:verb" in fact.rule:
        return None
    what = _item_words(entry, fact, voice)
    return own(capitalized(what)) if what and len(what.split()) > 1 else None


def _event_actors(entry: Entry, fact: Fact, voice: Voice, acting: bool) -> list[str]:
    """Who acts, beside the item, as far as they have names: a person rather than the house or country before it."""
    item, text = fact.item, entry.extraction.text
    kept: list[Participant] = []
    for index, who in enumerate(fact.participants):
        in_item = item is not None and item.start <= who.start < item.end
        if who.role not in _ACTING or is_doubtful(fact, index) or (in_item and not acting):
            continue
        if kept and kept[-1].end <= who.start and len(text[kept[-1].end : who.start].strip(" ,")) == 0:
            kept.pop()
        kept.append(who)
    named = [who for who in kept if who.id or not who.text.islower()]
    names = [participant_name(entry, who, voice) or _as_item(entry, fact, who, voice) for who in named or kept]
    return list(dict.fromkeys(name for name in names if name))


def _acting_things(entry: Entry, fact: Fact, voice: Voice) -> list[str]:
    """Those that act, as things: "Ariane 6 rocket", never a person or a house."""
    agents = [who for who in fact.participants if who.role in _ACTING]
    found = [_as_item(entry, fact, who, voice) for who in agents]
    return [name for name in found if name]


def _as_item(entry: Entry, fact: Fact, who: Participant, voice: Voice) -> str | None:
    """The one who acts as the thing that the phrase says: "Y5 Long March-5 rocket"."""
    item = fact.item
    if item is None or item.phrase is None or (who.start, who.end) != (item.start, item.end):
        return None
    named = any(relation == "name" for relation, _ in item.phrase.parts)
    words = _item_words(entry, fact, voice) if named or is_telling(item.phrase.head, voice.lang) else None
    return words if words and (named or len(words.split()) > 1) else None


def undated_subject(entry: Entry, voice: Voice) -> Line | None:
    """What an event without a date says in our voice; None for any other fact, and where a piece has no form here."""
    fact = entry.element
    if not isinstance(fact, Fact) or fact.type != "event" or fact.date or fact.modality != "occurred":
        return None
    return _event_subject(entry, fact, voice)


_NAMES = ("territory", "person", "organization", "place")


def _befalls_a_name(entry: Entry, fact: Fact, voice: Voice) -> bool:
    """Whether the item is only a person, a house or a country, which most events do not befall ("publication: NASA")."""
    item = fact.item
    place = item is not None and any(
        m.kind == "region" for m in mentions_between(entry.extraction, item.start, item.end)
    )
    befalls = predicate_lists()["of_places" if place else "of_names"]
    if item is None or fact.predicate in befalls:
        return False
    named = item.phrase is not None and item.phrase.head.partition(":")[0] in _NAMES
    return named or is_proper(item.text)


def _says_enough(fact: Fact, actors: list[str], what: str) -> bool:
    """An actor alone needs a predicate that is complete; an item alone must be more than a common noun."""
    if not actors and fact.predicate in predicate_lists()["of_somebody"]:
        return False
    if (
        not what
        and fact.predicate in predicate_lists()["with_others"]
        and len(actors) < 2
        and fact.predicate != "visit"
    ):
        return False
    together = fact.predicate in predicate_lists()["with_others"] | {"signature", "agreement"}
    if not what or what.startswith(("avec ", "with ")):
        return bool(actors) and (
            bool(what) or fact.predicate in predicate_lists()["complete"] or (len(actors) > 1 and together)
        )
    return bool(actors) or len(what.split()) > 1 or not what.islower()


def names_unit(unit: str, item: str) -> bool:
    """Whether the item already says what is counted ("nouveaux cas": cas)."""
    return unit.lower() in item.lower().split()
