"""Names, territories and concepts of the evidence as the document language says them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from briefgen.compose.gloss_english import english_phrase
from briefgen.compose.gloss_french import french_phrase
from briefgen.compose.gloss_parts import Unsayable
from briefgen.compose.runs import Line, own, source_words
from briefgen.compose.standing import without_article
from briefgen.compose.voice import Voice
from briefgen.lexicon.concepts import load_concepts
from briefgen.lexicon.names import find_person, person
from briefgen.lexicon.organizations import find as find_organization
from briefgen.lexicon.organizations import organization
from briefgen.lexicon.territories import code_of, territory
from briefgen.lexicon.topics import load_topics
from briefgen.model.extraction import Extraction
from briefgen.model.mention import Mention
from briefgen.model.phrase import Phrase
from briefgen.resources import resource
from briefgen.text.fold import folded

_PLACES = ("territory", "demonym", "metonym", "region")
_NAMES = ("person", "organization", "outlet", "office")
_PROPER = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.&'’-]*|\d[\w.-]*|de|du|des|of|the|and|et|for|&)(?:\s+|$)")
_QUOTED = re.compile(r"[«»“”\"]")


def mentions_between(extraction: Extraction, start: int, end: int) -> Iterator[Mention]:
    """Lexicon entries inside [start, end), in text order."""
    first = bisect_left(extraction.mentions, start, key=lambda m: m.start)
    for mention in extraction.mentions[first:]:
        if mention.start >= end:
            return
        if mention.end <= end:
            yield mention


def mention_label(mention: Mention, words: str, voice: Voice) -> str | None:
    """How the document language says a lexicon entry; None where the lexicons do not know."""
    if mention.kind == "concept":
        return concept_label(mention.id, voice.lang, plural=_looks_plural(words))
    if mention.kind in _PLACES:
        return voice.formats.territory(mention.id)
    if mention.kind in _NAMES:
        return entry_name(mention.kind, mention.id, voice.lang)
    return None


def _looks_plural(words: str) -> bool:
    head = words.split()[0] if words else ""
    return head.endswith(("s", "x")) or words.endswith(("s", "x"))


def names_between(extraction: Extraction, start: int, end: int, voice: Voice) -> list[str]:
    """Persons and organizations named inside [start, end), each once, in the document language's form."""
    found: dict[str, None] = {}
    for mention in mentions_between(extraction, start, end):
        name = entry_name(mention.kind, mention.id, voice.lang) if mention.kind in ("person", "organization") else None
        if name:
            found[name] = None
    return list(found)


def concept_label(concept: str, lang: str, plural: bool = False) -> str | None:
    """The printed form of a concept id; None where no lexicon holds it."""
    found = load_concepts().get(concept)
    return found.label(lang, plural) if found else None


def topic_title(topic: str, lang: str) -> str:
    """The printed name of a topic; its id where it is not installed."""
    found = load_topics().get(topic)
    return found.title(lang) if found else topic


@cache
def _predicate_labels() -> dict[str, tuple[str, str]]:
    """Predicate id → (French noun, English noun): the first noun of each language in assets/lexicons/predicates*.txt."""
    found: dict[str, tuple[str, str]] = {}
    path = resource("assets", "lexicons", "predicates.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    for line in lines:
        fields = [field.strip() for field in line.split(";")]
        if line.startswith("#") or len(fields) != 4:
            continue
        nouns = [field.partition("/")[2].split() for field in fields[2:]]
        if all(nouns):
            found[fields[0]] = (nouns[0][0], nouns[1][0])
    return found


def is_telling(concept: str, lang: str) -> bool:
    """Whether a concept says what a passage is about: of a topic, or of several words; never a mere quality."""
    found = load_concepts().get(concept)
    return found is not None and found.kind != "quality" and (bool(found.topic) or " " in found.label(lang))


def predicate_label(predicate: str, lang: str) -> str | None:
    """The noun that names what happened: ``signature`` / ``signing``."""
    labels = _predicate_labels().get(predicate)
    if labels:
        return labels[0] if lang == "fr" else labels[1]
    return concept_label(predicate, lang)


def entry_name(kind: str, entry: str, lang: str) -> str | None:
    """The name of a person, an organization or an outlet in `lang`; None where the lexicons do not know."""
    found = person(entry) if kind == "person" else organization(entry)
    return found.name(lang) if found else None


def say(phrase: Phrase | None, lang: str) -> str | None:
    """A noun phrase of concepts in `lang`, as it stands inside a line; None where a piece has no form."""
    if phrase is None:
        return None
    try:
        return english_phrase(phrase) if lang == "en" else french_phrase(phrase)
    except Unsayable:
        return None


@cache
def _loaded(lang: str) -> frozenset[str]:
    """Words that take sides; never in a line of ours. Lines ``fr | word / forms / …`` of assets/lexicons/loaded_words*."""
    found: set[str] = set()
    for path in sorted(resource("assets", "lexicons").glob("loaded_words*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            tongue, bar, forms = line.partition("|")
            if bar and tongue.strip() == lang:
                found.update(folded(form.strip()) for form in forms.split("/"))
    return frozenset(word for word in found if word)


def is_neutral(text: str, lang: str) -> bool:
    """Whether `text` in `lang` may stand in our voice: no loaded word, no quotation mark."""
    words = re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", folded(text))
    loaded = _loaded(lang)
    pairs = (" ".join(words[i : i + size]) for size in (1, 2, 3) for i in range(len(words) - size + 1))
    return not _QUOTED.search(text) and not any(pair in loaded for pair in pairs)


def is_proper(text: str) -> bool:
    """Whether `text` is a name alone, the same in every language."""
    rest, proper = text.strip(), False
    while rest:
        found = _PROPER.match(rest)
        if not found:
            return False
        proper = proper or rest[0].isupper() or rest[0].isdigit()
        rest = rest[found.end() :]
    return proper


def known_name(text: str, voice: Voice, article: bool = False) -> str | None:
    """The document language's form of a name that the lexicons hold; with `article`, as a subject takes it."""
    one = find_organization(text)
    if one is not None:
        return one.with_article(voice.lang) if article else one.name(voice.lang)
    who = find_person(text)
    if who is not None:
        return who.name(voice.lang)
    code = code_of(text)
    place = territory(code) if code else None
    if code is None or place is None:
        return None
    return place.with_article(voice.lang) if article else voice.formats.territory(code)


def source_name(
    extraction: Extraction, start: int, end: int, text: str, voice: Voice, article: bool = False
) -> Line | None:
    """The name at [start, end) in our voice; None where the document language has no form of it."""
    known = known_name(text, voice, article)
    if known:
        return own(known)
    if voice.foreign(extraction.source.language) is None:
        return own(with_article_before(extraction.text, start, text) if article else without_article(text))
    named = [m for m in mentions_between(extraction, start, end) if m.kind in (*_PLACES, *_NAMES)]
    whole = next((m for m in named if m.end - m.start >= len(without_article(text).strip())), None)
    label = mention_label(whole, text, voice) if whole else None
    if label:
        return own(label)
    return own(text) if is_proper(text) else None


_ARTICLE_BEFORE = re.compile(r"(?:\b(?:les?|la|une?|des|the|an?) |\bl['’])$", re.IGNORECASE)


def with_article_before(text: str, start: int, name: str) -> str:
    """`name` with the article that stands before it in the source, if any."""
    before = _ARTICLE_BEFORE.search(text[max(0, start - 5) : start])
    return before.group().lower() + name if before and name != "" else name


def tagged(extraction: Extraction, text: str, evidence: str, voice: Voice) -> Line:
    """Words of the source as they stand, tagged with their language where it is another."""
    return source_words(text, evidence, voice.foreign(extraction.source.language))
