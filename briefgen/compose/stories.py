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
    lent: dict[str, str] = {}
    for extraction in extractions:
        own = names[extraction.source.id]
        if extraction.topics:
            continue
        near = [(len(own & names[source]), topic) for source, topic in found.items()]
        best = max(near, default=(0, ""))
        topic = best[1] if best[0] >= _SHARED else _of_passages(extraction)
        if topic:
            lent[extraction.source.id] = topic
    return found | lent


def _of_passages(extraction: Extraction) -> str:
    """The only topic of an article's passages, where several have it; empty otherwise."""
    counts = Counter(element.topics[0] for element in extraction.evidence() if element.topics)
    return next(iter(counts)) if len(counts) == 1 and counts.total() >= _SEVERAL else ""


_SEVERAL = 2


def _names(extraction: Extraction) -> frozenset[str]:
    """The article's names but those of countries, which many stories share."""
    known = {
        extraction.text[m.start : m.end] for m in extraction.mentions if m.kind in ("territory", "demonym", "metonym")
    }
    return frozenset(name for name in _NAME.findall(extraction.text) if name not in known)
