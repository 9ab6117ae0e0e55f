"""Who "il", "elle", "he" or "they" is at a cue."""

from bisect import bisect_left

from briefgen.extract.quotes.reading import Reading
from briefgen.extract.speakers.persons import Cast, Person
from briefgen.model.evidence import Speaker

_GENDER = {"il": "m", "elle": "f", "he": "m", "she": "f", "him": "m", "her": "f", "lui": "m", "celui": "m"}
_PLURAL = frozenset("ils elles they we nous eux them these those ceux celles".split())
_FAR = 1200
"""Characters before the pronoun in which its person is looked for."""


def resolve_pronoun(
    reading: Reading, cast: Cast, history: list[tuple[int, Speaker]], at: int
) -> tuple[Person | Speaker, float] | None:
    """(who is meant, how sure as a factor), or None: the last speaker of that gender, else the last person named."""
    form = reading.forms[at]
    position = reading.starts[at]
    if form in _PLURAL:
        return _last_group(history, position)
    gender = _GENDER.get(form)
    persons = sorted(
        ((place, person) for person in cast.persons.values() for place in _near(person, position)),
        key=lambda pair: -pair[0],
    )
    fitting = [person for _, person in persons if gender is None or person.gender in (None, gender)]
    speaker = _last_speaker(history, cast, gender, position)
    if speaker is not None:
        others = {p.name for p in fitting if p.name != speaker.name}
        return speaker, 0.97 if not others else 0.92
    if fitting:
        return fitting[0], 0.9 if len({p.name for p in fitting}) == 1 else 0.8
    return None


def _near(person: Person, position: int) -> list[int]:
    stop = bisect_left(person.places, position)
    return [place for place in person.places[max(0, stop - 1) : stop] if position - place < _FAR]


def _last_speaker(history: list[tuple[int, Speaker]], cast: Cast, gender: str | None, position: int) -> Speaker | None:
    for start, speaker in reversed(history):
        if position - start > _FAR:
            return None
        if speaker.kind != "person":
            continue
        person = cast.named(speaker.name)
        if person is None or gender is None or person.gender in (None, gender):
            return speaker
    return None


def _last_group(history: list[tuple[int, Speaker]], position: int) -> tuple[Speaker, float] | None:
    for start, speaker in reversed(history):
        if position - start > _FAR:
            return None
        if speaker.kind == "group":
            return speaker, 0.9
    return None
