"""One text in, all its evidence out: the steps of extraction in order."""

from bisect import bisect_left
from dataclasses import replace

from briefgen.extract.circumstances import with_phrases
from briefgen.extract.dates import find_dates
from briefgen.extract.facts import build_facts
from briefgen.extract.mentions import find_mentions
from briefgen.extract.quantities import find_quantities
from briefgen.extract.quotes import find_quotes
from briefgen.extract.topics import TopicFinder
from briefgen.model.evidence import Fact, Quote
from briefgen.model.extraction import Extraction
from briefgen.model.mention import Mention
from briefgen.model.source import Source
from briefgen.text.analysis import Analysis


def extract_evidence(source: Source, analysis: Analysis) -> Extraction:
    """Everything found in one source, in text order; nothing where the text is neither French nor English."""
    if analysis.language not in ("fr", "en"):
        return Extraction(source, analysis.text, analysis.sentences, analysis.boilerplate, (), (), ())
    mentions = find_mentions(analysis)
    dates = find_dates(analysis)
    quantities = find_quantities(analysis, dates)
    found, findings = find_quotes(analysis, mentions)
    quotes = [with_phrases(analysis, mentions, quote) for quote in found]
    facts = build_facts(analysis, mentions, dates, quantities, quotes)
    finder = TopicFinder(analysis, mentions)
    return Extraction(
        source=source,
        text=analysis.text,
        sentences=analysis.sentences,
        boilerplate=analysis.boilerplate,
        topics=finder.article(),
        quotes=tuple(_filed_quote(finder, mentions, quote) for quote in quotes),
        facts=tuple(_filed_fact(finder, fact) for fact in facts),
        findings=tuple(findings),
        mentions=mentions,
    )


def _filed_quote(finder: TopicFinder, mentions: tuple[Mention, ...], quote: Quote) -> Quote:
    concepts, topics = (
        _concepts(mentions, quote.start, quote.end),
        quote.topics or finder.passage(quote.start, quote.end),
    )
    beside = () if topics else finder.beside(*quote.sentence)
    if not beside:
        return replace(quote, topics=topics, concepts=concepts)
    return replace(quote, topics=beside, concepts=concepts, inherited=(*quote.inherited, "topics"))


def _filed_fact(finder: TopicFinder, fact: Fact) -> Fact:
    start, end = fact.sentence if fact.sentence[1] else (fact.start, fact.end)
    topics = fact.topics or finder.passage(start, end)
    if not topics and fact.item is not None and "item" in fact.inherited:
        topics = finder.passage(fact.item.start, fact.item.end)
    if topics or not fact.offered:
        return replace(fact, topics=topics)
    beside = finder.beside(start, end) if fact.inherited else ()
    return replace(fact, topics=beside, inherited=(*fact.inherited, "topics")) if beside else fact


def _concepts(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[str, ...]:
    first = bisect_left(mentions, start, key=lambda m: m.start)
    found: dict[str, None] = {}
    for mention in mentions[first:]:
        if mention.start >= end:
            break
        if mention.kind == "concept" and mention.end <= end:
            found[mention.id] = None
    return tuple(found)
