"""What speaks for and against each topic in a language, as one matcher over all installed topics."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from briefgen.lexicon.concepts import Concept
from briefgen.lexicon.inflection import en_plural, fr_plural
from briefgen.lexicon.matcher import Matcher
from briefgen.lexicon.topics import Topic, load_topics

_WEAK = 0.5
_CONTEXT = 0.3
_AGAINST = 0.35


class Role(IntEnum):
    """What a phrase does for a topic; at one place the highest wins."""

    CONTEXT = 0
    AGAINST = 1
    WEAK = 2
    STRONG = 3
    BLOCKED = 4


@dataclass(frozen=True, slots=True)
class Cue:
    topic: str
    role: Role
    weight: float
    key: str
    """Concept id or phrase: counted once a passage."""
    form: str
    """As the lexicon writes it, for its capitals."""
    concept: Concept | None = None
    """Set where the concept has `needs` or `blocks`."""


def topic_cues(lang: str) -> Matcher[tuple[Cue, ...]]:
    """The cues of every installed topic in `lang` (fr or en), by phrase."""
    return _matcher(lang, tuple(load_topics().values()))


@lru_cache(maxsize=4)
def _matcher(lang: str, topics: tuple[Topic, ...]) -> Matcher[tuple[Cue, ...]]:
    by_phrase: dict[str, dict[tuple[str, str], Cue]] = {}
    for topic in topics:
        for phrase, cue in _cues(topic, lang):
            place = by_phrase.setdefault(phrase.lower(), {})
            slot = (topic.id, cue.form if cue.form[0].isupper() else "")
            if slot not in place or place[slot].role < cue.role:
                place[slot] = cue
    return Matcher((phrase, tuple(place.values())) for phrase, place in by_phrase.items())


def _cues(topic: Topic, lang: str) -> Iterator[tuple[str, Cue]]:
    for concept in topic.concepts:
        conditional = concept if concept.needs or concept.blocks else None
        for form, source in concept.forms(lang):
            weak = source in concept.ambiguous
            weight = concept.weight * (_WEAK if weak else 1.0)
            role = Role.WEAK if weak else Role.STRONG
            yield form, Cue(topic.id, role, weight, concept.id, form, conditional)
    for phrases, role, weight in (
        (topic.strong[lang], Role.STRONG, 1.0),
        (topic.weak[lang], Role.WEAK, _WEAK),
        (topic.context[lang], Role.CONTEXT, _CONTEXT),
        (topic.against[lang], Role.AGAINST, _AGAINST),
        (topic.blocked[lang], Role.BLOCKED, 0.0),
    ):
        for phrase in phrases:
            cue = Cue(topic.id, role, weight, phrase.lower(), phrase)
            yield phrase, cue
            if role is Role.STRONG and phrase.islower():
                yield _plural(phrase, lang), cue


def _plural(phrase: str, lang: str) -> str:
    return fr_plural(phrase) if lang == "fr" else en_plural(phrase)
