"""Who "il", "elle", "he" or "they" is at a cue."""

from bisect import bisect_left
from collections.abc import Iterator

from briefgen.extract.quotes.reading import Reading
from briefgen.extract.speakers.persons import Cast, Person
from briefgen.model.evidence import Speaker

_GENDER = {"il": "m", "elle": "f", "he": "m", "she": "f", "him": "m", "her": "f", "lui": "m", "celui": "m"}
_PLURAL = frozenset("ils elles they we nous eux them these those ceux celles".split())
_FAR = 1200
"""Characters before the pronoun in which its person is looked for."""
_OPENING = 7
"""Tokens from the start of a sentence within which a name is most likely its subject."""
_AUXILIARY = frozenset("a est avait était aurait serait va doit peut has had is was will would".split())

History = list[tuple[int, Speaker]]
Naming = tuple[int, int, Person]
"""First character, token, person."""


def namings(reading: Reading, cast: Cast) -> list[Naming]:
    """Every place outside quotation marks where a person of the cast is named, in full or by one word."""
    found: list[Naming] = []
    known: dict[str, list[Person]] = {}
    for index, form in enumerate(reading.forms):
        if form in cast.by_word and reading.inside[index] < 0 and reading.is_capital(index):
            persons = known[form] if form in known else known.setdefault(form, cast.matching([form]))
            if len(persons) == 1:
                found.append((reading.starts[index], index, persons[0]))
    return found


def resolve_pronoun(
    reading: Reading, cast: Cast, named: list[Naming], history: History, at: int
) -> tuple[Person | Speaker, float] | None:
    """(who is meant, how sure as a factor), or None.

    The nearest before the pronoun wins among those who spoke and those whose name opens a sentence; then anybody named.
    """
    form = reading.form(at)
    position = reading.starts[at]
    if form in _PLURAL:
        return _last_group(history, position)
    if form == "it":
        return None
    gender = _GENDER.get(form)
    near = [n for n in _near(named, position) if _fits(n[2], gender)]
    opening = next((n for n in near if _leads(reading, n[1])), None)
    spoken = _last_speaker(history, cast, gender, position)
    others = len({n[2].name for n in near})
    if spoken is not None and (opening is None or spoken[0] >= opening[0]):
        return spoken[1], 0.97 if others <= 1 else 0.9
    if opening is not None:
        return opening[2], 0.95 if others <= 1 else 0.88
    return (near[0][2], 0.85 if others == 1 else 0.75) if near else None


def _leads(reading: Reading, index: int) -> bool:
    """Whether the name is most likely its sentence's subject: near its start, at a verb of speech, or before the verb."""
    near = index - reading.sentence(index)[0] < _OPENING
    return near or _speaks(reading, index) or _acts(reading, index)


def _acts(reading: Reading, index: int) -> bool:
    """Whether a verb follows the name: "À Lille, le préfet, Jean Martin, |a| exclu", "In Ohio Governor Jane Doe |has|"."""
    at = index
    while reading.is_capital(at) or reading.form(at) == "-":
        at += 1
    aside = reading.form(at) == "," and reading.inside[at] < 0
    apposed = aside and reading.form(_first(reading, index) - 1) == ","
    at += aside
    sure = reading.form(at) in _AUXILIARY or reading.has("past", at)
    return (apposed or not aside) and sure and not reading.has("preposition", _first(reading, index) - 1)


def _first(reading: Reading, index: int) -> int:
    while index and (reading.is_capital(index - 1) or reading.form(index - 1) == "-"):
        index -= 1
    return index


def _speaks(reading: Reading, index: int) -> bool:
    """Whether a verb of speech stands right before the name: ", said Jane Doe"."""
    while index and reading.is_capital(index):
        index -= 1
    verb = reading.lexicon.verbs.get(reading.form(index))
    return verb is not None and bool(verb.tenses & {"finite", "past_participle"})


def _near(named: list[Naming], position: int) -> Iterator[Naming]:
    """Namings before the position, the nearest first."""
    stop = bisect_left(named, position, key=lambda naming: naming[0])
    for naming in reversed(named[max(0, stop - 40) : stop]):
        if position - naming[0] > _FAR:
            return
        yield naming


def _fits(person: Person, gender: str | None) -> bool:
    return gender is None or person.gender in (None, gender)


def _last_speaker(history: History, cast: Cast, gender: str | None, position: int) -> tuple[int, Speaker] | None:
    for start, speaker in reversed(history):
        if position - start > _FAR:
            return None
        if speaker.kind != "person" or start >= position:
            continue
        person = cast.named(speaker.name)
        if person is None or _fits(person, gender):
            return max(start, speaker.start or 0), speaker
    return None


def _last_group(history: History, position: int) -> tuple[Speaker, float] | None:
    for start, speaker in reversed(history):
        if position - start > _FAR:
            return None
        if speaker.kind == "group" and start < position:
            return speaker, 0.9
    return None
