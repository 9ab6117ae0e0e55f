"""Frames: words that are evidence of a topic where they stand together in one sentence (in a short text, in two), in any order,
unless words of another field speak against it.

A line of a topic's ``[frames]`` is a frame; its slots are parted by ``|``, the phrases that fill a slot by commas. A word that
ends in ``*`` stands for all that begin so; ``@country`` is filled by a country, people or capital::

    interdi*, prohib* | export*, vendre, vente de | @country
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from operator import and_, or_
from typing import Any, Self

from briefgen.compiled import compiled
from briefgen.lexicon.matcher import Matcher
from briefgen.lexicon.topic_cues import Cue, Role, cue_of, plain_cue
from briefgen.lexicon.topics import Stamps, load_topics, topic_stamps
from briefgen.text.fold import folded
from briefgen.text.tokens import Tokens

_STEM_START = 3
_MOST_KNOWN = 50_000
"""Words whose slots are remembered."""
_COUNTRY = "@country"

Slots = tuple[int, ...]
"""For the first slot of the frames, the second and so on: the frames in which a word fills it, frame n as the bit n of a number."""


class FrameMatcher:
    """The words of all topics' frames in one language; frames are numbered."""

    def __init__(self, frames: list[tuple[str, str]]) -> None:
        parted = [(topic, line, [_phrases(slot) for slot in line.split("|")]) for topic, line in frames]
        width = max((len(slots) for _, _, slots in parted), default=0)
        self._none: Slots = (0,) * width
        self._cues: list[Cue] = []
        self._of_topic: dict[str, int] = {}
        self._given: dict[bool, Slots] = {False: self._none, True: self._none}
        self._stems: dict[str, dict[str, Slots]] = {}
        self._known: dict[str, Slots | None] = {}
        phrases: dict[str, Slots] = {}
        for frame, (topic, line, slots) in enumerate(parted):
            self._cues.append(Cue(topic, Role.WEAK, 1.0, f"frame {line}", line.strip()))
            self._of_topic[topic] = self._of_topic.get(topic, 0) | 1 << frame
            for i in range(width):
                self._add(slots[i] if i < len(slots) else [], frame, i, i < len(slots), phrases)
        self._phrases = Matcher(phrases.items())

    def plain(self) -> Any:
        """What `of` makes the matcher of again."""
        cues = list(map(plain_cue, self._cues))
        return cues, self._none, self._of_topic, self._given, self._stems, self._phrases.plain()

    @classmethod
    def of(cls, tables: Any) -> Self:
        """The matcher of what `plain` gave."""
        made = cls([])
        cues, made._none, made._of_topic, made._given, made._stems, phrases = tables
        made._cues = list(map(cue_of, cues))
        made._phrases = Matcher.of(phrases)
        return made

    def _add(self, listed: list[str], frame: int, slot: int, exists: bool, phrases: dict[str, Slots]) -> None:
        """Notes what fills a slot of a frame; one that it does not have counts as filled."""
        place = tuple(1 << frame if i == slot else 0 for i in range(len(self._none)))
        for phrase in listed:
            if phrase.endswith("*"):
                stem = folded(phrase[:-1])
                others = self._stems.setdefault(stem[:_STEM_START], {})
                others[stem] = _both(others.get(stem, self._none), place)
            elif phrase != _COUNTRY:
                key = folded(phrase)
                phrases[key] = _both(phrases.get(key, self._none), place)
        for with_country in (False, True):
            if not exists or (with_country and listed == [_COUNTRY]):
                self._given[with_country] = _both(self._given[with_country], place)

    def cue(self, frame: int) -> Cue:
        """What a filled frame says."""
        return self._cues[frame]

    def find(self, tokens: Tokens) -> Iterator[tuple[int, int, Slots]]:
        """(first token, token after the last, slots it fills) of every word and phrase of a frame."""
        yield from self._phrases.find_all(tokens)
        known, missing = self._known, self._none
        for i, form in enumerate(tokens.forms):
            slots = known.get(form, missing)
            if slots is missing:
                slots = self._remembered(form)
            if slots:
                yield i, i + 1, slots

    def _remembered(self, form: str) -> Slots | None:
        stems = self._stems.get(form[:_STEM_START], {})
        found = [slots for stem, slots in stems.items() if form.startswith(stem)]
        slots = reduce(_both, found) if found else None
        if len(self._known) < _MOST_KNOWN:
            self._known[form] = slots
        return slots

    def without(self, slots: Slots, topics: Iterable[str]) -> Slots:
        """`slots` less those of the frames of `topics`."""
        out = reduce(or_, (self._of_topic.get(topic, 0) for topic in topics), 0)
        return tuple(bits & ~out for bits in slots)

    def complete(self, filled: Iterable[Slots], with_country: bool) -> Iterator[int]:
        """The frames all of whose slots the words of a passage fill, in order."""
        columns = zip(self._given[with_country], *filled, strict=True)
        left = reduce(and_, (reduce(or_, column) for column in columns))
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest


def _phrases(slot: str) -> list[str]:
    return [phrase.strip() for phrase in slot.split(",") if phrase.strip()]


def _both(one: Slots, other: Slots) -> Slots:
    return tuple(map(or_, one, other))


def topic_frames(lang: str, stamps: Stamps | None = None) -> FrameMatcher:
    """The frames of every installed topic in `lang` (fr or en); `stamps` as in `load_topics`."""
    return _matcher(lang, stamps or topic_stamps())


@lru_cache(maxsize=4)
def _matcher(lang: str, stamps: Stamps) -> FrameMatcher:
    return FrameMatcher.of(compiled(f"topic_frames_{lang}", lambda: _tables(lang), stamps))


def _tables(lang: str) -> Any:
    return FrameMatcher([(topic.id, line) for topic in load_topics().values() for line in topic.frames[lang]]).plain()
