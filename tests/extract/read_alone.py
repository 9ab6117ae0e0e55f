"""A text as an extraction with its facts alone: what comparing and ranking need, without the other steps."""

import hashlib

from briefgen.extract.dates import find_dates
from briefgen.extract.facts import build_facts
from briefgen.extract.mentions import find_mentions
from briefgen.extract.quantities import find_quantities
from briefgen.model.extraction import Extraction
from briefgen.model.source import Source
from briefgen.text.analysis import analyze


def read_alone(name: str, text: str, published: str = "2024-05-25", language: str = "fr") -> Extraction:
    """The extraction of a source called `name`, with facts and mentions."""
    analysis = analyze(text, language, published)
    mentions, dates = find_mentions(analysis), find_dates(analysis)
    facts = build_facts(analysis, mentions, dates, find_quantities(analysis, dates), [])
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Extraction(
        source=Source(name, f"{name}.txt", None, digest, digest, "text/1", "txt", language, published=published),
        text=text,
        sentences=analysis.sentences,
        boilerplate=(),
        topics=(),
        quotes=(),
        facts=tuple(facts),
        mentions=mentions,
    )
