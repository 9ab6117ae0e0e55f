"""Which articles tell one story: those that name the same rare things. An article of no topic of its own shares its story's."""

import re
from collections.abc import Mapping, Sequence

from briefgen.model.extraction import Extraction

THROUGHOUT = 0.5
"""Score of a topic from which an article is about it as a whole."""
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )(?:[dlDL]['’])?([A-ZÀ-Þ][\wà-ÿ-]{3,})")
"""A capital inside a sentence: "… la fusée Électra", not the word that begins one."""
_SHARED = 3


def story_topics(extractions: Sequence[Extraction]) -> Mapping[str, str]:
    """Source id → the one topic of the article as a whole, its own or that of the story it shares."""
    found = {e.source.id: e.topics[0].id for e in extractions if len(e.topics) == 1 and e.topics[0].score >= THROUGHOUT}
    names = {e.source.id: _names(e) for e in extractions}
    lent: dict[str, str] = {}
    for extraction in extractions:
        own = names[extraction.source.id]
        if extraction.topics:
            continue
        near = [(len(own & names[source]), topic) for source, topic in found.items()]
        best = max(near, default=(0, ""))
        if best[0] >= _SHARED:
            lent[extraction.source.id] = best[1]
    return found | lent


def _names(extraction: Extraction) -> frozenset[str]:
    """The article's names but those of countries, which many stories share."""
    known = {
        extraction.text[m.start : m.end] for m in extraction.mentions if m.kind in ("territory", "demonym", "metonym")
    }
    return frozenset(name for name in _NAME.findall(extraction.text) if name not in known)
