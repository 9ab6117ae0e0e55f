"""Frames: words that are evidence of a topic where they stand together in one sentence (in a short text, in two), in any order,
unless words of another field speak against it.

A line of a topic's ``[frames]`` is a frame; its slots are parted by ``|``, the phrases that fill a slot by commas. A word that
ends in ``*`` stands for all that begin so; ``@country`` is filled by a country, people or capital::

    interdi*, prohib* | export*, vendre, vente de | @country
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Self

from briefgen.compiled import compiled
from briefgen.lexicon.matcher import Matcher
from briefgen.lexicon.topic_cues import Cue, Role, cue_of, plain_cue
from briefgen.lexicon.topics import Stamps, load_topics, topic_stamps
from briefgen.text.fold import folded
from briefgen.text.tokens import Tokens

COUNTRY = -1
"""The slot that a country fills."""
_STEM_START = 3
_MOST_KNOWN = 50_000
"""Words whose slots are remembered."""

Slots = tuple[tuple[int, int], ...]
"""(frame, slot) pairs that a word or phrase fills."""


class FrameMatcher:
    """The words of all topics' frames in one language; frames and their slots are numbered."""

    def __init__(self, frames: list[tuple[str, str]]) -> None:
        self._cues: list[Cue] = []
        self._needed: list[frozenset[int]] = []
        phrases: dict[str, Slots] = {}
        self._stems: dict[str, dict[str, Slots]] = {}
        self._known: dict[str, Slots] = {}
        for topic, line in frames:
            slots = [[phrase.strip() for phrase in slot.split(",") if phrase.strip()] for slot in line.split("|")]
            frame = len(self._cues)
            self._cues.append(Cue(topic, Role.WEAK, 1.0, f"frame {line}", line.strip()))
            self._needed.append(frozenset(COUNTRY if slot == ["@country"] else i for i, slot in enumerate(slots)))
            for i, slot in enumerate(slots):
                for phrase in slot:
                    self._add(phrase, (frame, i), phrases)
        self._phrases = Matcher(phrases.items())

    def plain(self) -> Any:
        """What `of` makes the matcher of again."""
        return list(map(plain_cue, self._cues)), self._needed, self._stems, self._phrases.plain()

    @classmethod
    def of(cls, tables: Any) -> Self:
        """The matcher of what `plain` gave."""
        made = cls([])
        cues, made._needed, made._stems, phrases = tables
        made._cues = list(map(cue_of, cues))
        made._phrases = Matcher.of(phrases)
        return made

    def _add(self, phrase: str, place: tuple[int, int], phrases: dict[str, Slots]) -> None:
        if phrase.endswith("*"):
            stem = folded(phrase[:-1])
            others = self._stems.setdefault(stem[:_STEM_START], {})
            others[stem] = (*others.get(stem, ()), place)
        elif phrase != "@country":
            key = folded(phrase)
            phrases[key] = (*phrases.get(key, ()), place)

    def cue(self, frame: int) -> Cue:
        """What a filled frame says."""
        return self._cues[frame]

    def needed(self, frame: int) -> frozenset[int]:
        """The slots that must all be filled."""
        return self._needed[frame]

    def find(self, tokens: Tokens) -> Iterator[tuple[int, int, Slots]]:
        """(first token, token after the last, slots it fills) of every word and phrase of a frame."""
        yield from self._phrases.find_all(tokens)
        known = self._known
        for i, form in enumerate(tokens.forms):
            slots = known.get(form)
            if slots is None:
                slots = self._remembered(form)
            if slots:
                yield i, i + 1, slots

    def _remembered(self, form: str) -> Slots:
        stems = self._stems.get(form[:_STEM_START], {})
        slots = tuple(place for stem, places in stems.items() if form.startswith(stem) for place in places)
        if len(self._known) < _MOST_KNOWN:
            self._known[form] = slots
        return slots


def topic_frames(lang: str) -> FrameMatcher:
    """The frames of every installed topic in `lang` (fr or en)."""
    return _matcher(lang, topic_stamps())


@lru_cache(maxsize=4)
def _matcher(lang: str, stamps: Stamps) -> FrameMatcher:
    return FrameMatcher.of(compiled(f"topic_frames_{lang}", lambda: _tables(lang), stamps))


def _tables(lang: str) -> Any:
    return FrameMatcher([(topic.id, line) for topic in load_topics().values() for line in topic.frames[lang]]).plain()
