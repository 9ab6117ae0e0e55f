"""Topics of an article and of its passages, with the words that put each there.

A passage's score is the sum of what speaks for the topic: names and strong phrases alone (1.0 is enough); strong single words, frames of
words that stand together, and weak phrases with their company (context words), all less the words of another field.
A passage that is short of it is helped by a neighboring sentence that has the topic. An article is about a topic when enough of its
sentences are, the first ones counting more.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

from briefgen.extract.aboutness import aboutness, rival_shares
from briefgen.frozen import dataclass
from briefgen.lexicon.matcher import fits_case
from briefgen.lexicon.topic_cues import CONTEXT_WEIGHT, Cue, Role, topic_cues
from briefgen.lexicon.topic_frames import FrameMatcher, Slots, topic_frames
from briefgen.lexicon.topics import Stamps, Topic, load_topics, topic_stamps
from briefgen.model.evidence import TopicHit
from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis

ENOUGH = 0.9
"""Score from which a passage has a topic."""
_TERRITORIES = frozenset(("territory", "demonym", "metonym"))
_MOST_CONTEXT = 0.6
_MOST_AGAINST = 1.05
_NEIGHBOR = 0.4
_LEAST_FOR_NEIGHBOR = 0.5
_WEAK_VARIETY = 0.4
_ONE = (("a",), ("an",))
_SHORT = (4, 90)
"""Up to so many sentences, or tokens, a text is judged as one passage."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters [start, end) are a cue for a topic."""

    start: int
    end: int
    cue: Cue


class TopicFinder:
    """The topics of one analyzed text; the lexicons are matched once, passages are looked up."""

    def __init__(self, analysis: Analysis, mentions: tuple[Mention, ...] = ()) -> None:
        self._analysis = analysis
        stamps = topic_stamps()
        self._topics = load_topics(stamps)
        self._hits = _with_territories(_find_hits(analysis, mentions, stamps), mentions, self._topics)
        self._starts = [hit.start for hit in self._hits]
        self._sentence_scores: list[dict[str, float]] | None = None

    def passage_hits(self, start: int, end: int) -> dict[str, tuple[Hit, ...]]:
        """Topic → the cues for it that stand in [start, end), for every topic the passage has, best first."""
        hits = self._between(start, end)
        return {topic: tuple(h for h in hits if _is_evidence(h, topic)) for topic in self.passage(start, end)}

    def passage(self, start: int, end: int) -> tuple[str, ...]:
        """Topic ids of the passage [start, end), best first."""
        hits = self._between(start, end)
        if not hits:
            return ()
        scores = _scores(hits)
        for topic, score in scores.items():
            if _LEAST_FOR_NEIGHBOR <= score < ENOUGH and self._neighbor_has(topic, start, end):
                scores[topic] = score + _NEIGHBOR
        return _ranked(scores)

    def beside(self, start: int, end: int) -> tuple[str, ...]:
        """Topic ids of the sentence right before [start, end) in its paragraph, where no cue of any topic stands in between."""
        sentences = self._analysis.sentences
        index = bisect_right(sentences, (start, len(self._analysis.text))) - 1
        if index < 1 or self._has_cue(*sentences[index]) or self._has_cue(start, end):
            return ()
        before = sentences[index - 1]
        if "\n" in self._analysis.text[before[1] : sentences[index][0]]:
            return ()
        return self.passage(*before)

    def _has_cue(self, start: int, end: int) -> bool:
        return any(hit.cue.role >= Role.WEAK for hit in self._between(start, end))

    def article(self) -> tuple[TopicHit, ...]:
        """What the text as a whole is about, best first; scores lie between 0 and 1."""
        found = []
        for topic, score in self._article_scores().items():
            spans = tuple((h.start, h.end) for h in self._hits if _is_evidence(h, topic))
            found.append(TopicHit(topic, round(score, 3), spans))
        return tuple(sorted(found, key=lambda hit: (-hit.score, hit.id)))

    def _article_scores(self) -> dict[str, float]:
        if _is_short(self._analysis):
            pooled = _scores(self._hits)
            return {topic: min(1.0, score / 2) for topic, score in pooled.items() if score >= ENOUGH}
        topics = self._topics
        found = {topic: self._aboutness(topics[topic], {}) for topic in _scores(self._hits)}
        likely = {topic: score for topic, score in found.items() if score >= 0.5}
        rivals = rival_shares(self._analysis) if likely else {}
        checked = {topic: self._aboutness(topics[topic], rivals) for topic in likely}
        return {topic: score for topic, score in checked.items() if score >= 0.5}

    def _aboutness(self, topic: Topic, rivals: dict[str, float]) -> float:
        scores = [sentence.get(topic.id, 0.0) for sentence in self._by_sentence()]
        return aboutness(topic, scores, self._variety(topic.id), len(self._analysis.tokens), rivals)

    def _variety(self, topic: str) -> float:
        """How many different cues the text has, a weak one counting less."""
        keys = {(h.cue.key, _is_enough(h.cue)) for h in self._hits if _is_evidence(h, topic)}
        return sum(1.0 if enough else _WEAK_VARIETY for _, enough in keys)

    def _by_sentence(self) -> list[dict[str, float]]:
        if self._sentence_scores is None:
            self._sentence_scores = [_scores(self._between(*pair)) for pair in self._analysis.sentences]
        return self._sentence_scores

    def _neighbor_has(self, topic: str, start: int, end: int) -> bool:
        sentences = self._analysis.sentences
        first = bisect_right(sentences, (start, len(self._analysis.text))) - 1
        last = bisect_left(sentences, (end, 0)) - 1
        near = [i for i in (first - 1, last + 1) if 0 <= i < len(sentences)]
        if first < last or sentences[first] != (start, end):
            near += range(max(first, 0), last + 1)
        return any(self._by_sentence()[i].get(topic, 0.0) >= ENOUGH for i in near)

    def _between(self, start: int, end: int) -> list[Hit]:
        return self._hits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def article_topics(analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[TopicHit, ...]:
    """What the article as a whole is about, best first."""
    return TopicFinder(analysis, mentions).article()


def passage_topics(analysis: Analysis, mentions: tuple[Mention, ...], start: int, end: int) -> tuple[str, ...]:
    """Topic ids of the passage [start, end), best first; for many passages of one text make one `TopicFinder`."""
    return TopicFinder(analysis, mentions).passage(start, end)


def _find_hits(analysis: Analysis, mentions: tuple[Mention, ...], stamps: Stamps) -> list[Hit]:
    tokens, text = analysis.tokens, analysis.plain
    lang = "fr" if analysis.language == "fr" else "en"
    matcher = topic_cues(lang, stamps)
    found: list[Hit] = []
    reach: dict[str, int] = {}
    blocked: dict[int, set[str]] = {}
    for first, after, cues in matcher.find(tokens):
        start, end = tokens.starts[first], tokens.ends[after - 1]
        for cue in cues:
            if end <= reach.get(cue.topic, 0) or not _fits(cue, text[start:end], analysis, start):
                continue
            if cue.role is Role.WEAK and after == first + 1 and _is_surname(cue, analysis, first):
                continue
            if cue.role >= Role.WEAK and _is_image(tokens.forms, first, after):
                continue
            if cue.role >= Role.WEAK:
                reach[cue.topic] = end
            if cue.role is Role.BLOCKED:
                for index in range(first, after):
                    blocked.setdefault(index, set()).add(cue.topic)
            else:
                found.append(Hit(start, end, cue))
    found += _framed(analysis, mentions, blocked, topic_frames(lang, stamps))
    found.sort(key=lambda hit: hit.start)
    return [hit for hit in found if not analysis.is_boilerplate(hit.start, hit.end)]


def _framed(
    analysis: Analysis, mentions: tuple[Mention, ...], blocked: Mapping[int, set[str]], frames: FrameMatcher
) -> Iterator[Hit]:
    """The frames all of whose slots are filled in a sentence, in a short text in two, at the first word that fills one."""
    tokens = analysis.tokens
    windows = _windows(analysis)
    met: dict[int, list[tuple[int, int, Slots]]] = {}
    for first, after, slots in frames.find(tokens):
        start = tokens.starts[first]
        left = frames.without(slots, blocked[first]) if first in blocked else slots
        for window in windows(start):
            met.setdefault(window, []).append((start, tokens.ends[after - 1], left))
    countries = {w for m in mentions if m.kind in _TERRITORIES for w in windows(m.start)} if met else set()
    for window, places in met.items():
        for frame in frames.complete([slots for _, _, slots in places], window in countries):
            if chosen := _apart(_choices(places, frame)):
                yield Hit(*min(chosen), frames.cue(frame))


def _choices(places: Iterable[tuple[int, int, Slots]], frame: int) -> list[set[tuple[int, int]]]:
    """For each slot of a frame that words fill, where they stand."""
    choices: dict[int, set[tuple[int, int]]] = {}
    for start, end, slots in places:
        for slot, bits in enumerate(slots):
            if bits >> frame & 1:
                choices.setdefault(slot, set()).add((start, end))
    return list(choices.values())


def _windows(analysis: Analysis) -> Callable[[int], tuple[int, ...]]:
    """Position → the numbers of the windows it lies in.

    A window is a sentence; in a short text, which is judged as one passage, a sentence and the next.
    """
    starts = [start for start, _ in analysis.sentences]
    if not _is_short(analysis):
        return lambda position: (bisect_right(starts, position),)
    last = len(starts)

    def both(position: int) -> tuple[int, ...]:
        index = bisect_right(starts, position)
        return (index - 1, index) if 1 < index <= last else (index,)

    return both


def _is_short(analysis: Analysis) -> bool:
    return len(analysis.sentences) <= _SHORT[0] or len(analysis.tokens) <= _SHORT[1]


def _apart(choices: list[set[tuple[int, int]]], taken: tuple[tuple[int, int], ...] = ()) -> tuple[tuple[int, int], ...]:
    """A place of each choice, no two overlapping; () when there is none. One word does not fill two slots."""
    if not choices:
        return taken
    for place in choices[0]:
        free = all(place[1] <= start or end <= place[0] for start, end in taken)
        if free and (found := _apart(choices[1:], (*taken, place))):
            return found
    return ()


def _with_territories(hits: list[Hit], mentions: tuple[Mention, ...], topics: Mapping[str, Topic]) -> list[Hit]:
    """`hits` with the countries, peoples and capitals named, as context of the topics that ask for them."""
    asking = [topic.id for topic in topics.values() if topic.territories]
    named = [mention for mention in mentions if mention.kind in _TERRITORIES]
    taken = {(hit.cue.topic, ends) for hit in hits for ends in (hit.start, -hit.end)} if asking and named else set()
    found = [
        Hit(m.start, m.end, Cue(topic, Role.CONTEXT, CONTEXT_WEIGHT, m.id.lower(), m.id))
        for m in named
        for topic in asking
        if (topic, m.start) not in taken and (topic, -m.end) not in taken  # Great Britain is listed as Britain
    ]
    return sorted((*hits, *found), key=lambda hit: hit.start) if found else hits


def _is_surname(cue: Cue, analysis: Analysis, index: int) -> bool:
    """Whether a common word is the last of a name: "Anton Lander had", "James Watt died" (not "Energy Ministry Says")."""
    tokens, text = analysis.tokens, analysis.plain
    if not text[tokens.starts[index]].isupper() or cue.form[-1].isupper() or not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens.starts[index - 1], tokens.starts[index + 1]
    is_first = analysis.sentence_of(before)[0] == before
    return text[before].isupper() and text[after].islower() and not (is_first and tokens.ends[index - 1] - before < 4)


def _is_image(forms: tuple[str, ...], first: int, after: int) -> bool:
    """Whether a word only says what something is like, as English has it: "an asteroid of a novel", "a rocket of a shot"."""
    return (
        forms[after : after + 1] == ("of",)
        and forms[after + 1 : after + 2] in _ONE
        and forms[first - 1 : first] in _ONE
    )


def _fits(cue: Cue, text: str, analysis: Analysis, position: int) -> bool:
    if not fits_case(cue.form, text) or (cue.form[-1] == "s" and text[-1] == "S" and cue.form[:-1].isupper()):
        return False  # GPs are not the GPS
    if cue.concept is None:
        return True
    start, end = analysis.sentence_of(position)
    words = set(analysis.folded[start:end].split())
    if cue.concept.needs and words.isdisjoint(cue.concept.needs):
        return False
    return words.isdisjoint(cue.concept.blocks)


def _scores(hits: Iterable[Hit]) -> dict[str, float]:
    """Topic → score of a passage that holds `hits`; each cue counts once."""
    sums: dict[str, list[float]] = {}
    seen: set[tuple[str, str]] = set()
    for hit in hits:
        cue = hit.cue
        if (cue.topic, cue.key) not in seen:
            seen.add((cue.topic, cue.key))
            sums.setdefault(cue.topic, [0.0, 0.0, 0.0, 0.0])[cue.role] += cue.weight
    return {topic: _total(*four) for topic, four in sums.items() if four[Role.WEAK] or four[Role.STRONG]}


def _total(context: float, against: float, weak: float, strong: float) -> float:
    company = weak + min(context, _MOST_CONTEXT) - min(against, _MOST_AGAINST)
    return round(strong + max(0.0, company), 3)  # 0.6 + 0.3 is 0.9


def _ranked(scores: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted((t for t in scores if scores[t] >= ENOUGH), key=lambda topic: (-scores[topic], topic)))


def _is_enough(cue: Cue) -> bool:
    """Whether a cue alone puts a passage in its topic where nothing speaks against it."""
    return cue.role is Role.STRONG or cue.weight >= 1.0


def _is_evidence(hit: Hit, topic: str) -> bool:
    return hit.cue.topic == topic and hit.cue.role >= Role.WEAK
