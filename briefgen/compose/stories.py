"""Which articles tell one story: those that name the same rare things. An article of no topic of its own shares its story's."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefgen.model.extraction import Extraction

THROUGHOUT = 0.5
"""Score of a topic from which an article is about it as a whole."""
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )(?:[dlDL]['’])?([A-ZÀ-Þ][\wà-ÿ-]{3,})")
"""A capital inside a sentence: "… la fusée Électra", not the word that begins one."""
_SHARED = 2


def story_topics(extractions: Sequence[Extraction]) -> Mapping[str, str]:
    """Source id → the topic of what an article tells beside its own topical passages.

    That is the one topic of the article as a whole, else that of the story it shares, else the one of its own passages.
    """
    found = {e.source.id: e.topics[0].id for e in extractions if len(e.topics) == 1 and e.topics[0].score >= THROUGHOUT}
    names = {e.source.id: _names(e) for e in extractions}
    rest = {e.source.id: e for e in extractions if not e.topics}
    while lent := {name: topic for name in rest if (topic := _of_story(names, found, name))}:
        found |= lent
        rest = {name: one for name, one in rest.items() if name not in lent}
    enough = 1 if len(set(found.values())) == 1 and 2 * len(found) >= len(extractions) else _SEVERAL
    return found | {name: topic for name, one in rest.items() if (topic := _of_passages(one, enough))}


def _of_story(names: Mapping[str, frozenset[str]], found: Mapping[str, str], source: str) -> str:
    """The topic of the article with which `source` shares most names; empty where it shares too few."""
    near = ((len(names[source] & names[other]), topic) for other, topic in found.items())
    shared, topic = max(near, default=(0, ""))
    return topic if shared >= _SHARED else ""


def _of_passages(extraction: Extraction, enough: int) -> str:
    """The only topic of an article's passages, where `enough` of them have it; empty otherwise."""
    counts = Counter(element.topics[0] for element in extraction.evidence() if element.topics)
    return next(iter(counts)) if len(counts) == 1 and counts.total() >= enough else ""


_SEVERAL = 2
"""Passages; where all other articles have one topic, one is enough."""


def _names(extraction: Extraction) -> frozenset[str]:
    """The article's names but those of countries, which many stories share."""
    known = {
        extraction.text[m.start : m.end] for m in extraction.mentions if m.kind in ("territory", "demonym", "metonym")
    }
    return frozenset(name for name in _NAME.findall(extraction.text) if name not in known)
