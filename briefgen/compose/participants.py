"""Who takes part in a fact, by the name that the document language has for them."""

import re

from briefgen.compose.ledger import Entry
from briefgen.compose.naming import entry_name, is_neutral, mentions_between, say, source_name
from briefgen.compose.predicates import predicate_lists
from briefgen.compose.sense import only_begins
from briefgen.compose.standing import points_outside, stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.lexicon.phrase_rules import DOUBTFUL, heads
from briefgen.lexicon.places import place
from briefgen.model.evidence import Fact, Item, Participant
from briefgen.model.mention import Mention


def is_carried(fact: Fact, index: int) -> bool:
    return f"participants[{index}]" in fact.inherited


def is_doubtful(fact: Fact, index: int) -> bool:
    """Whether the party is carried over from another sentence and not one of a sure pair, or a sure owner."""
    return is_carried(fact, index) and not any(mark in fact.rule for mark in (":pair+", ":owner+"))


def participant_name(entry: Entry, who: Participant, voice: Voice) -> str | None:
    """Who they are: the name, the state, else the whole phrase; a name that only hangs on the words is not theirs.

    "NASA engineers" are not NASA and "a Japanese court" is not Japan: they are said as phrases, or not at all.
    """
    if who.role == "agent" and entry.words(who.start - 3, who.start) == "by " and only_begins(entry, who.end):
        return None
    names = _names(entry, who, voice)
    if names:
        return voice.formats.listed(names)
    if who.territory is None and not _mentioned(entry, who, _NAMED):
        return _proper(entry, who, voice)
    own_name = _region(entry, who, voice) or _name_at_end(entry, who)
    if own_name:
        return own_name if is_neutral(own_name, voice.lang) else None
    if who.territory and _is_state(entry, who):
        return voice.formats.territory(who.territory)
    return _described(entry, who, voice)


_NAMED = ("person", "organization")
_PLACED = ("territory", "demonym", "metonym", "region")
_JOINING = frozenset("et and le la les l the".split())
_GOVERNING = re.compile(
    r"(?:\b(?:de|du|des|à|au|aux|of|at|for|from|in|by|with|to|on|over|under|against|near|par|pour|chez|en|dans|sur|contre|vers|avec)"
    r"(?:\s+(?:la|le|les|l['’]|the|a|an|une?))?|\bd['’](?:un\s|une\s)?|['’]s?)\s*$",
    re.IGNORECASE,
)


def _mentioned(entry: Entry, who: Participant, kinds: tuple[str, ...]) -> list[Mention]:
    return [m for m in mentions_between(entry.extraction, who.start, who.end) if m.kind in kinds]


def _rest(who: Participant, mentions: list[Mention]) -> list[str]:
    """The words of the party outside `mentions`, in lower case."""
    left, at = "", who.start
    for mention in mentions:
        left += who.text[at - who.start : mention.start - who.start] + " "
        at = max(at, mention.end)
    return re.findall(r"[^\W\d_]+", (left + who.text[at - who.start :]).lower())


def _names(entry: Entry, who: Participant, voice: Voice) -> list[str]:
    """The persons and houses that the words name: all of a bare list, else the one at the end that hangs on nothing."""
    found = _mentioned(entry, who, _NAMED)
    if found and not set(_rest(who, found)) - _JOINING:
        kept = found
    else:
        kept = [m for m in found[-1:] if m.end == who.end and not _GOVERNING.search(who.text[: m.start - who.start])]
    names = [entry_name(m.kind, m.id, voice.lang) for m in kept]
    return list(dict.fromkeys(name for name in names if name))


def _is_state(entry: Entry, who: Participant) -> bool:
    """Whether the words are a country, or its government: "le gouvernement allemand", "Pékin"; "l'Argentin" is a person."""
    if who.role == "agent" and _is_native(entry, who):
        return False
    return _means(who, _mentioned(entry, who, _PLACED))


def _means(who: Participant, mentions: list[Mention]) -> bool:
    """Whether beside `mentions` the words say no more than "the government of"."""
    return not set(_rest(who, mentions)) - _JOINING - predicate_lists()["state"]


def _is_native(entry: Entry, who: Participant) -> bool:
    """Whether the word for a people alone is meant for one of them: "l'Argentin"."""
    placed = _mentioned(entry, who, _PLACED)
    return bool(placed) and all(m.kind == "demonym" for m in placed) and not set(_rest(who, placed)) - _JOINING


def _region(entry: Entry, who: Participant, voice: Voice) -> str:
    """A city or a region by its own name, which is not its country: "the State of Virginia"."""
    regions = _mentioned(entry, who, ("region",))
    known = place(regions[-1].id) if regions and _means(who, regions) else None
    return known.name(voice.lang) if known is not None else ""


def _described(entry: Entry, who: Participant, voice: Voice) -> str | None:
    """A party without a name: the phrase from its concepts, in its own language as it stands."""
    text = without_article(who.text)
    if _is_native(entry, who):
        return None
    if voice.foreign(entry.language) is None:
        alone = stands_alone(who.text, entry.language) and not points_outside(text) and is_neutral(text, voice.lang)
        return text if alone and len(text.split()) <= _LONGEST else None
    return say(who.phrase, voice.lang)


_LONGEST = 6
"""Words of a party that stand as they are."""


def _proper(entry: Entry, who: Participant, voice: Voice) -> str | None:
    """A name that no lexicon holds, as it stands."""
    capital = any(c.isupper() for c in without_article(who.text)) and not _is_common(entry, who)
    proper = who.id or (capital and not is_date(entry, who))
    whole = len(who.text) > 2
    if not proper or not whole or not stands_alone(who.text, entry.language):
        return None
    if voice.foreign(entry.language) and _is_worded(entry, who):
        return None
    title, offices = _TITLES.match(who.text), _mentioned(entry, who, ("office",))
    start = max([who.start + (title.end() if title else 0), *(m.end + 1 for m in offices if m.end < who.end)])
    name = source_name(entry.extraction, start, who.end, entry.words(start, who.end), voice)
    return str(name) if name is not None and is_neutral(str(name), voice.lang) else None


def _is_worded(entry: Entry, who: Participant) -> bool:
    """Whether words of the language stand beside a name, or in its place: "Astronauts Jane Doe and …", "l'État"."""
    title = _TITLES.match(who.text)
    behind = who.start + (title.end() if title else 0)
    concepts = [m for m in _mentioned(entry, who, ("concept",)) if m.end > behind and not _is_doubtful(entry, m)]
    described = concepts or _MANY.match(who.text) or _LISTED.search(who.text)
    described = described or re.search(r"-[a-z]{3,}\b", who.text)
    return bool(described) or without_article(who.text).lower() in heads("not_names")


def _is_doubtful(entry: Entry, mention: Mention) -> bool:
    """Whether a word of several senses is in capitals a part of the name: "Standard Chartered"."""
    words = entry.words(mention.start, mention.end)
    return words[:1].isupper() and words.lower() in DOUBTFUL.get(entry.language, ())


_LISTED = re.compile(r"\b(?:and|et)\b")
_MANY = re.compile(r"[A-Z][a-z]+s (?:of|from|at|in) ")
""" "Members of the …": a capital that only opens the sentence."""
_TITLES = re.compile(
    r"(?:.*\b)?(?:(?:Mr|Mrs|Ms|Messrs|Reps?|Sens?|Gov|Gen|Dr|Lt|Col|Capt|Sgt|Rev|Prof|Mme|Mlle|MM?|Pr)\.?|"
    r"(?:President|Minister|Secretary|Senator|Governor|Mayor|Chancellor|Judge|Justice|King|Queen|Prince|Princess|Pope|General|Ambassador|"
    r"Représentante?|Présidente?|Ministre|Sénateur|Sénatrice|Gouverneure?|Maire|Général))\s+(?=[A-ZÀ-Þ])"
)
""" "Florida Rep. Ann Lee": titles have no place before a name in another language."""


_NAME_AT_END = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w'’-]+ ?)+$")


def _name_at_end(entry: Entry, who: Participant) -> str:
    """The name that no lexicon knows, behind a word for a country: "le lanceur européen Électra" is not Europe."""
    found = _NAME_AT_END.search(who.text)
    if found is None or found.start() == 0:
        return ""
    first = who.start + found.start()
    known = any(m.start < who.end and first < m.end for m in mentions_between(entry.extraction, first, who.end))
    return "" if known else found.group()


def _is_common(entry: Entry, who: Participant) -> bool:
    """Whether the words are a common noun whose capital only opens the sentence ("Construction is to start")."""
    if any(c.isupper() for c in without_article(who.text)[1:]):
        return False
    inside = mentions_between(entry.extraction, who.start, who.end)
    return any(m.kind == "concept" and m.end == who.end for m in inside)


def is_date(entry: Entry, words: Item | Participant) -> bool:
    """Whether calendar words stand in what should be a name ("April")."""
    dated = (f for f in entry.extraction.facts if f.type in ("date", "time"))
    return any(f.start < words.end and words.start < f.end for f in dated)


def acts_itself(fact: Fact) -> bool:
    """Whether the item is the one who acts: every agent stands in it."""
    item = fact.item
    agents = [who for who in fact.participants if who.role == "agent"]
    return item is not None and bool(agents) and all(a.start < item.end and item.start < a.end for a in agents)


def agent_names(entry: Entry, fact: Fact, voice: Voice) -> list[str]:
    """Who does it, each once; empty where one of them has no name here or is only carried over from another sentence."""
    found: list[str] = []
    for index, who in enumerate(fact.participants):
        if who.role == "agent" and not is_carried(fact, index):
            name = participant_name(entry, who, voice)
            if name is None:
                return []
            found.append(name)
    return list(dict.fromkeys(found))
