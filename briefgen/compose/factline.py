"""A fact as a line of ours: subject, value, change, date and who says so, each from its normalized value."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from briefgen.compose.ledger import Entry
from briefgen.compose.moments import dates_of
from briefgen.compose.naming import is_neutral, names_between, predicate_label, say, source_name, with_article_before
from briefgen.compose.runs import Line, joined, own
from briefgen.compose.sayings import (
    attribution_name,
    own_attribution,
    sentence_attribution,
    speaker_around,
    table_attribution,
)
from briefgen.compose.standing import capitalized, points_outside, stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.i18n.edtf import last_day
from briefgen.i18n.tables import is_counted, unit_forms
from briefgen.model.evidence import Fact, Item, Participant, Rank
from briefgen.resources import resource

_PRINTED = ("quantity", "money", "percent", "number", "range", "change", "duration", "event", "ordinal")
_ACTORS = ("agent", "actor", "importer", "exporter", "buyer", "seller", "owner", "patient", "theme")
_ACTING = ("agent", "actor", "partner", "counterpart")
_MAX_ITEM_WORDS = 14


@dataclass(frozen=True, slots=True)
class FactLine:
    """The pieces of a line; empty where the fact has none."""

    entry: Entry
    subject: Line
    status: str
    value: str
    short_value: str
    change: str
    short_change: str
    bare_change: str
    """Without a note that its base is not stated."""
    when: str
    """In a sentence: ``en avril 2022``."""
    date: str
    """By itself: ``avr. 2022``."""
    said: Line
    """In a sentence: ``selon …``."""
    according_to: Line

    @property
    def is_event(self) -> bool:
        return isinstance(self.entry.element, Fact) and self.entry.element.type == "event"


def fact_line(entry: Entry, voice: Voice) -> FactLine | None:
    """The composed line; None where a piece has no form in the document language or the fact says too little."""
    fact = entry.element
    if not isinstance(fact, Fact) or fact.type not in _PRINTED:
        return None
    around = speaker_around(entry)
    if around is not None and around.speaker is None and own_attribution(fact) is None:
        return None
    subject = _event_subject(entry, fact, voice) if fact.type == "event" else _measured(entry, fact, voice)
    value, short = _value(entry, fact, voice)
    if subject is None or value is None or short is None or not (_anchored(fact)):
        return None
    if fact.type != "event" and not value and fact.change is None:
        return None
    change, short_change, bare = _change(fact, voice)
    if change is None or short_change is None:
        return None
    when, date = dates_of(entry, fact, voice)
    said = sentence_attribution(entry, fact, voice)
    if _tells_of_itself(subject, entry, fact, voice):
        said = Line()
    return FactLine(
        entry, subject, _status(fact, voice), value, short, change, short_change, bare, when, date,
        said, table_attribution(entry, fact, voice),
    )  # fmt: skip


def _tells_of_itself(subject: Line, entry: Entry, fact: Fact, voice: Voice) -> bool:
    """Whether who says so already stands in the subject."""
    said = own_attribution(fact)
    return said is not None and said.cites is None and str(attribution_name(entry, said, voice)) in str(subject)


def _anchored(fact: Fact) -> bool:
    """A bare value never prints: it has an actor, a date or a place."""
    return bool(
        fact.participants or fact.date or fact.place or (fact.item and fact.item.phrase and fact.item.phrase.parts)
    )


def _measured(entry: Entry, fact: Fact, voice: Voice) -> Line | None:
    item = _item_words(entry, fact, voice)
    if item is None or (fact.item and fact.unit and _is_counted_noun(fact.item.text, fact.unit)):
        return None
    actor = _actor(entry, fact, voice)
    if actor is None and fact.type == "percent":
        return None
    if not actor and len(item.split()) == 1 and item.islower():
        return None
    return own(capitalized(f"{actor} – {item}" if actor else item))


def _is_counted_noun(item: str, unit: str) -> bool:
    """Whether the item only says what is counted ("27 entreprises"), and so not what of them."""
    words = without_article(item).lower().split()
    forms = {unit.lower(), *(form for lang in ("fr", "en") for form in unit_forms(unit, lang) or ())}
    return bool(words) and (words[0] in forms and (len(words) == 1 or not is_counted(unit)))


def _item_words(entry: Entry, fact: Fact, voice: Voice) -> str | None:
    """What is measured: from its concepts, else in the source's words where they are neutral and stand alone."""
    item = fact.item
    if item is None:
        return None
    text, foreign = item.text.strip(), voice.foreign(entry.language)
    if foreign is None and _is_sayable(entry, item, text):
        return without_article(text)
    phrase = item.phrase
    if phrase and fact.unit and fact.value and fact.value >= 2 and _names_unit(fact.unit, text):
        phrase = replace(phrase, plural=True)
    said = say(phrase, voice.lang)
    if said:
        return without_article(said)
    name = source_name(entry.extraction, item.start, item.end, text, voice) if foreign else None
    return str(name) if name is not None else None


def _is_sayable(entry: Entry, item: Item, text: str) -> bool:
    """Whether the source's own noun phrase may stand in a line of ours: neutral, short, and naming all it speaks of."""
    whole = with_article_before(entry.extraction.text, item.start, text)
    alone = stands_alone(whole, entry.language) and not points_outside(text)
    return alone and is_neutral(text, entry.language) and len(text.split()) <= _MAX_ITEM_WORDS


def _actor(entry: Entry, fact: Fact, voice: Voice) -> str | None:
    """Whose figure it is, where the item does not already say so: empty for nobody, None where it has no name here."""
    item = fact.item
    for index, who in enumerate(fact.participants):
        inside = item is not None and item.start <= who.start < item.end
        if who.role in _ACTORS and not inside and f"participants[{index}]" not in fact.inherited:
            return _participant(entry, who, voice)
    return ""


def _participant(entry: Entry, who: Participant, voice: Voice) -> str | None:
    """The names in the words, else the territory, else the words where they name someone and stand alone."""
    named = names_between(entry.extraction, who.start, who.end, voice)
    if named:
        return voice.formats.listed(named)
    if who.territory:
        return voice.formats.territory(who.territory)
    proper = who.id or any(c.isupper() for c in without_article(who.text))
    if not proper or not stands_alone(who.text, entry.language):
        return None
    name = source_name(entry.extraction, who.start, who.end, who.text, voice)
    return str(name) if name is not None and is_neutral(str(name), voice.lang) else None


@cache
def _complete() -> frozenset[str]:
    """Predicates that need no object to say something."""
    table = tomllib.loads(resource("assets", "formats", "events.toml").read_text(encoding="utf-8"))
    return frozenset(table["complete"].split())


def _event_subject(entry: Entry, fact: Fact, voice: Voice) -> Line | None:
    """``Roscosmos – signature : protocole d'accord``; None unless it says enough without what cannot be said."""
    label = predicate_label(fact.predicate, voice.lang) if fact.predicate else None
    if label is None:
        return None
    acting = _item_acts(fact)
    actors = _event_actors(entry, fact, voice, acting)
    what = "" if acting or fact.item is None else _item_words(entry, fact, voice)
    if what is None or not _says_enough(fact, actors, what):
        return None
    if what.lower().startswith(label.lower()):
        label, what = what, ""
    if fact.polarity == "negated":
        label = voice("no {what}").format(what=voice.formats.of(label) if voice.lang == "fr" else label)
    event = voice("{subject}: {value}").format(subject=label, value=what) if what else label
    return own(capitalized(f"{', '.join(actors)} – {event}" if actors else event))


def _item_acts(fact: Fact) -> bool:
    """Whether the item is the one who acts: every agent stands in it."""
    item = fact.item
    agents = [who for who in fact.participants if who.role == "agent"]
    return item is not None and bool(agents) and all(a.start < item.end and item.start < a.end for a in agents)


def _event_actors(entry: Entry, fact: Fact, voice: Voice, acting: bool) -> list[str]:
    """Who acts, beside the item, as far as they have names: a person rather than the house or country before it."""
    item, text = fact.item, entry.extraction.text
    kept: list[Participant] = []
    for index, who in enumerate(fact.participants):
        in_item = item is not None and item.start <= who.start < item.end
        if who.role not in _ACTING or f"participants[{index}]" in fact.inherited or (in_item and not acting):
            continue
        if kept and kept[-1].end <= who.start and len(text[kept[-1].end : who.start].strip(" ,")) == 0:
            kept.pop()
        kept.append(who)
    named = [who for who in kept if who.id or not who.text.islower()]
    names = [_participant(entry, who, voice) for who in named or kept]
    return list(dict.fromkeys(name for name in names if name))


def _says_enough(fact: Fact, actors: list[str], what: str) -> bool:
    """An actor alone needs a predicate that is complete; an item alone must be more than a common noun."""
    if not what:
        return bool(actors) and (fact.predicate in _complete() or len(actors) > 1)
    return bool(actors) or len(what.split()) > 1 or not what.islower()


def _value(entry: Entry, fact: Fact, voice: Voice) -> tuple[str | None, str | None]:
    """(long, short); empty where the fact has no value, None where it has no form in this language."""
    if fact.type == "event" or (fact.value is None and fact.low is None):
        return "", ""
    unit = fact.unit
    if unit and fact.item and _names_unit(unit, fact.item.text):
        unit = None
    both = [_amount(fact, unit, voice, width) for width in ("long", "short")]
    rank = _rank(fact.rank, entry, voice)
    return (both[0] and both[0] + rank, both[1] and both[1] + rank)


def _amount(fact: Fact, unit: str | None, voice: Voice, width: str) -> str | None:
    wide = "short" if width == "short" else "long"
    if fact.low is not None and fact.high is not None and fact.value is None:
        return voice.formats.span(fact.low, fact.high, unit, wide)  # type: ignore[arg-type]
    if fact.value is None:
        return None
    if fact.type == "ordinal":
        return voice.formats.ordinal(int(fact.value))
    return voice.formats.amount(fact.value, unit, fact.bound, wide)  # type: ignore[arg-type]


def _names_unit(unit: str, item: str) -> bool:
    """Whether the item already says what is counted ("nouveaux cas": cas)."""
    return unit.lower() in item.lower().split()


def _rank(rank: Rank | None, entry: Entry, voice: Voice) -> str:
    if rank is None:
        return ""
    if rank.value == 1:
        word = voice("record") if rank.direction == "highest" else voice("lowest")
        return f" ({word})"
    nth = voice.formats.ordinal(rank.value)
    names = [voice.formats.territory(code) if len(code) == 2 and code.isupper() else None for code in rank.after]
    if rank.after and all(names):
        return " (" + voice("{nth} after {names}").format(nth=nth, names=", ".join(n for n in names if n)) + ")"
    return f" ({nth})"


def _change(fact: Fact, voice: Voice) -> tuple[str | None, str | None, str]:
    """(long, short, without a base that is not stated)."""
    change = fact.change
    if change is None:
        return "", "", ""
    said = []
    widths: tuple[Literal["long", "short"], ...] = ("long", "short")
    for width in widths:
        former = change.from_value
        unit = None if fact.unit is None or is_counted(fact.unit) else fact.unit
        before = voice.formats.amount(former, unit, None, width) if former is not None else None
        said.append(voice.formats.change(change.value, change.unit, change.direction, change.base, width, before))
    bare = said[0] or ""
    if change.base is None and change.value is not None and change.from_value is None:
        bare = bare.removesuffix(voice("(comparison period not stated)")).rstrip()
    return said[0], said[1], bare


def _status(fact: Fact, voice: Voice) -> str:
    """``prévu, état déc. 2020`` for what has not happened; empty for what has."""
    labels = {
        "ongoing": voice("ongoing"),
        "planned": voice("planned"),
        "expected": voice("expected"),
        "possible": voice("possible"),
        "denied": voice("denied"),
    }
    label = labels.get(fact.modality, "")
    if fact.modality not in ("planned", "expected", "possible"):
        return label
    as_of = voice.formats.date(fact.as_of, width="short")
    if as_of:
        label = voice("{status}, as of {date}").format(status=label, date=as_of)
    end = last_day(fact.date)
    if end is not None and voice.date and end.isoformat() < voice.date:
        label += "; " + voice("deadline passed")
    return label


def fact_sentence(line: FactLine, voice: Voice, brief: bool = False) -> Line:
    """The whole line: ``Sujet : valeur en avril 2022, en hausse de …, selon …`` without its full stop.

    `brief` says the change without what it is compared with where the source does not state it.
    """
    head, change = table_subject(line), own(line.bare_change if brief else line.change)
    colon = own(voice("{subject}: {value}").format(subject="", value=""))
    when = own(line.when)
    if line.value:
        value = own(line.value, bold=True)
        return joined([head + colon + (value + own(" ") + when if when else value), change, line.said])
    if change:
        return joined([head + colon + change, when, line.said])
    return joined([head, when, line.said])


def table_subject(line: FactLine) -> Line:
    """The first cell: the subject with its status."""
    if not line.status:
        return line.subject
    return joined([line.subject, own(f"({line.status})", italic=True)], " ")
