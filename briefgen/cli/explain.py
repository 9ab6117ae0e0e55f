"""An extraction told to people: each quote and fact with its rule, score and reason."""

from collections.abc import Callable, Iterable, Iterator

from briefgen.compose.explaining import Told, told
from briefgen.i18n.mark import mark as _
from briefgen.model.evidence import Attribution, Fact, Quote
from briefgen.model.extraction import Extraction
from briefgen.pipeline import briefing_date

Translate = Callable[[str], str]


def explained(extraction: Extraction, translate: Translate) -> Iterator[str]:
    """Lines for a terminal."""
    source = extraction.source
    yield f"{source.path or source.id} · {source.language} · {source.outlet or '?'} · {source.published or '?'}"
    for name, value in source.metadata.items():
        yield f"    {name} = {value.value} ({value.origin})"
    for hit in extraction.topics:
        words = ", ".join(dict.fromkeys(extraction.text[a:b] for a, b in hit.spans))
        yield translate(_("  topic {id} {score:.2f}: {words}")).format(id=hit.id, score=hit.score, words=words)
    for quote in extraction.quotes:
        yield from _quote(quote, translate)
    lines = told(extraction, briefing_date())
    for fact in extraction.facts:
        if fact.part_of is None:
            yield from _fact(fact, translate)
            yield from _told(lines.get(fact.id, ()), translate)
    for finding in extraction.findings:
        yield f"  ! {finding.said(translate)}"
    yield ""


def _mark(offered: bool) -> str:
    return "●" if offered else "○"


def _quote(quote: Quote, translate: Translate) -> Iterator[str]:
    speaker = quote.speaker.name if quote.speaker else translate(_("unattributed"))
    yield f"  {_mark(quote.offered)} {quote.id} {quote.kind} [{quote.start}:{quote.end}] {speaker}: {_short(quote.text)}"
    if quote.speaker and quote.speaker.role:
        yield f"      {quote.speaker.role.text}"
    yield f"      {quote.rule} · {quote.score:.2f} · {quote.why}"
    if quote.candidates:
        yield translate(_("      candidates: {names}")).format(names=", ".join(quote.candidates))


def _fact(fact: Fact, translate: Translate) -> Iterator[str]:
    value = " ".join(
        str(part) for part in (fact.bound, fact.value, fact.unit, fact.date or fact.timex) if part is not None
    )
    yield f"  {_mark(fact.offered)} {fact.id} {fact.type} [{fact.start}:{fact.end}] {value}: {_short(fact.text)}"
    if fact.item:
        yield translate(_("      item: {item}")).format(item=fact.item.text)
    if fact.attribution:
        chain = "; ".join(_chain(a) for a in fact.attribution)
        yield translate(_("      according to: {chain}")).format(chain=chain)
    yield f"      {fact.rule} · {fact.score:.2f} · {fact.why}"


def _told(lines: Iterable[Told], translate: Translate) -> Iterator[str]:
    """The line of a note in each language, or why there is none."""
    for one in lines:
        if one.line:
            yield translate(_("      {lang}, composed: {line}")).format(lang=one.lang, line=one.line)
        else:
            yield translate(_("      {lang}, in the source's words: {reason}")).format(
                lang=one.lang, reason=translate(one.reason)
            )


def _chain(attribution: Attribution) -> str:
    inner = f" < {_chain(attribution.cites)}" if attribution.cites else ""
    return f"{attribution.name} ({attribution.kind}){inner}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 100 else flat[:99] + "…"
