"""What speaks for and against each topic in a language, as one matcher over all installed topics."""

from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple

from briefgen.compiled import compiled, plain
from briefgen.lexicon.concepts import Concept, concept_of
from briefgen.lexicon.inflection import en_plural, fr_plural
from briefgen.lexicon.matcher import Matcher
from briefgen.lexicon.topics import Stamps, Topic, load_topics, topic_stamps
from briefgen.text.tokens import Tokens

_STEM_START = 5
_LIKELY = 0.9
_WEAK = 0.5
CONTEXT_WEIGHT = 0.3
_AGAINST = 0.35


class Role(IntEnum):
    """What a phrase does for a topic; at one place the highest wins."""

    CONTEXT = 0
    AGAINST = 1
    WEAK = 2
    STRONG = 3
    BLOCKED = 4


class Cue(NamedTuple):
    """One thing that speaks for or against a topic; a tuple, since thousands are made at the start."""

    topic: str
    role: Role
    weight: float
    key: str
    """Concept id or phrase: counted once a passage."""
    form: str
    """As the lexicon writes it, for its capitals."""
    concept: Concept | None = None
    """Set where the concept has `needs` or `blocks`."""


class CueMatcher:
    """The cues of several topics, found by phrase or by the beginning of a word."""

    def __init__(self, phrases: Matcher[tuple[Cue, ...]], stems: list[tuple[str, Cue]]) -> None:
        self._phrases = phrases
        self._stems: dict[str, list[tuple[str, Cue]]] = {}
        for stem, cue in stems:
            self._stems.setdefault(stem[:_STEM_START], []).append((stem, cue))

    def find(self, tokens: Tokens) -> list[tuple[int, int, tuple[Cue, ...]]]:
        """(first token, token after the last, cues), by first token; the longest first at each place."""
        stems, forms = self._stems, tokens.forms
        stemmed = [
            (i, i + 1, cues)
            for i, form in enumerate(forms)
            if form[:_STEM_START] in stems and (cues := self._stem(form))
        ]
        return sorted([*self._phrases.find_all(tokens), *stemmed], key=lambda hit: (hit[0], -hit[1]))

    def _stem(self, form: str) -> tuple[Cue, ...]:
        return tuple(cue for stem, cue in self._stems[form[:_STEM_START]] if form.startswith(stem))


def topic_cues(lang: str, stamps: Stamps | None = None) -> CueMatcher:
    """The cues of every installed topic in `lang` (fr or en); `stamps` as in `load_topics`."""
    return _matcher(lang, stamps or topic_stamps())


@lru_cache(maxsize=4)
def _matcher(lang: str, stamps: Stamps) -> CueMatcher:
    phrases, stems = compiled(f"topic_cues_{lang}", lambda: _tables(lang, tuple(load_topics(stamps).values())), stamps)
    return CueMatcher(Matcher.of(phrases, _decoded), [(stem, cue_of(cue)) for stem, cue in stems])


def _tables(lang: str, topics: tuple[Topic, ...]) -> tuple[Any, Any]:
    """(the matcher's tables, (stem, cue) pairs), as plain data."""
    by_phrase: dict[str, tuple[Cue, ...]] = {}
    for topic in topics:
        for phrase, cue in _cues(topic, lang):
            key = phrase.lower()
            others = by_phrase.get(key)
            by_phrase[key] = _joined(others, cue) if others else (cue,)
    cues, lengths = Matcher(by_phrase.items()).plain()
    known: dict[Any, Any] = {}

    def shared(value: Any) -> Any:
        """The first of equal values: what a table holds once is read once."""
        return known.setdefault(value, value)

    phrases = {shared(tuple(map(shared, forms))): _plain(found, shared) for forms, found in cues.items()}
    lengths = {shared(first): shared(tuple(found)) for first, found in lengths.items()}
    stems = [(stem, plain_cue(Cue(t.id, Role.STRONG, 1.0, stem, stem))) for t in topics for stem in t.stems[lang]]
    return (phrases, lengths), stems


def plain_cue(cue: Cue) -> Any:
    """The cue as plain data, for `cue_of`: lines of one text, which is read in a fraction of a tuple's time, and the concept's fields."""
    topic, role, weight, key, form, concept = cue
    lines = f"{topic}\n{int(role)}\n{weight!r}\n{'' if key == form.lower() else key}\n{form}"
    return lines if concept is None else (lines, plain(concept))


def _plain(cues: tuple[Cue, ...], shared: Callable[[Any], Any]) -> Any:
    """What `_decoded` makes the cues of a phrase of again: mostly the text of one."""
    made = [plain_cue(cue) for cue in cues]
    texts = [shared(one) if isinstance(one, str) else one for one in made]
    return texts[0] if len(texts) == 1 and isinstance(texts[0], str) else tuple(texts)


def cue_of(kept: Any) -> Cue:
    """The cue that `plain_cue` made `kept` of."""
    lines, concept = (kept, None) if isinstance(kept, str) else kept
    topic, role, weight, key, form = lines.split("\n", 4)
    return Cue(topic, Role(int(role)), float(weight), key or form.lower(), form, concept and concept_of(concept))


def _decoded(cues: Any) -> tuple[Cue, ...]:
    return (cue_of(cues),) if isinstance(cues, str) else tuple(map(cue_of, cues))


def _joined(others: tuple[Cue, ...], cue: Cue) -> tuple[Cue, ...]:
    """The cues of one phrase, highest role first, of each topic only the highest; capitals make a cue of its own."""
    same = [o for o in others if o.topic == cue.topic and _capitals(o.form) == _capitals(cue.form)]
    if any((o.role, o.weight) >= (cue.role, cue.weight) for o in same):
        return others
    return tuple(sorted((cue, *(o for o in others if o not in same)), key=lambda o: -o.role))


def _capitals(form: str) -> tuple[bool, bool]:
    """What a form asks of a text: a first capital (Moon, Nasa), all capitals (NASA)."""
    return form[0].isupper(), form.isupper()


def _cues(topic: Topic, lang: str) -> Iterator[tuple[str, Cue]]:
    for concept in topic.concepts:
        conditional = concept if concept.needs or concept.blocks else None
        made: dict[str, Cue] = {}
        for form, source in concept.forms(lang):
            if source not in made:
                role, share = (Role.WEAK, _WEAK) if source in concept.ambiguous else (Role.STRONG, 1.0)
                made[source] = Cue(
                    topic.id, _role(role, source), concept.weight * share, concept.id, source, conditional
                )
            yield form, made[source]
    for phrases, role, weight in (
        (topic.strong[lang], Role.STRONG, 1.0),
        (topic.likely[lang], Role.WEAK, _LIKELY),
        (topic.weak[lang], Role.WEAK, _WEAK),
        (topic.context[lang], Role.CONTEXT, CONTEXT_WEIGHT),
        (topic.against[lang], Role.AGAINST, _AGAINST),
        (topic.blocked[lang], Role.BLOCKED, 0.0),
    ):
        for phrase in phrases:
            cue = Cue(topic.id, _role(role, phrase), weight, phrase.lower(), phrase)
            yield phrase, cue
            if role in (Role.WEAK, Role.STRONG) and _takes_plural(phrase):
                yield _plural(phrase, lang), cue


def _role(role: Role, phrase: str) -> Role:
    """Strong common words (galaxy, not Hubble or dark matter) do as likely ones do: they yield to words of another field."""
    return Role.WEAK if role is Role.STRONG and " " not in phrase and phrase.islower() else role


def _takes_plural(phrase: str) -> bool:
    """Whether a listed phrase stands for its plural too: a word or two in lower case."""
    return phrase[-1] not in "sx" and phrase.count(" ") <= 1 and phrase.islower()


def _plural(phrase: str, lang: str) -> str:
    return fr_plural(phrase) if lang == "fr" else en_plural(phrase)
