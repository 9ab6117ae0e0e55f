"""From the sentences of a document to its numbered facts: drafts made, sources of quotes added, scored, heads and parts linked."""

from bisect import bisect_right
from dataclasses import replace

from briefgen.extract.facts.antecedents import Actor, actor_of, leans
from briefgen.extract.facts.drafts import Draft
from briefgen.extract.facts.events import event_records
from briefgen.extract.facts.nouns import subject
from briefgen.extract.facts.reading import Document, Reading, read_sentence, within
from briefgen.extract.facts.records import number_records, statement
from briefgen.extract.facts.scoring import offered, scored
from briefgen.extract.facts.sources import of_quote
from briefgen.extract.facts.told import with_phrases
from briefgen.model.evidence import Fact, Quote


def assemble(document: Document) -> list[Fact]:
    """The facts of a document in text order, numbered f1…; every date and quantity keeps its own."""
    analysis = document.analysis
    drafts: list[Draft] = []
    if analysis.language in ("fr", "en"):
        for span in analysis.sentences:
            if _worth_reading(document, span):
                drafts.extend(_sentence(document, span))
    return _linked(document, drafts)


def _worth_reading(document: Document, span: tuple[int, int]) -> bool:
    """Only sentences with a number, a date or a weighty predicate are parsed."""
    analysis = document.analysis
    if analysis.is_boilerplate(*span) and not _begins_after(document, span):
        return False
    if span[1] - span[0] > _LONGEST or span in analysis.headings or analysis.folded.startswith(_POINTERS, span[0]):
        return False
    if within(document.quantities, *span) or within(document.dates, *span):
        return True
    tokens, lexicon = analysis.tokens, document.lexicon
    forms = tokens.forms[tokens.first_at(span[0]) : tokens.first_at(span[1])]
    return any(s.weight >= 2 and s.tense is not None for form in forms for s in lexicon.get(form, ()))


_LONGEST = 2500
"""Characters beyond which a "sentence" is a table or a list, and has no clauses to read."""
_POINTERS = (
    "lire aussi", "à lire", "a lire", "lire :", "voir aussi", "à voir", "regarder :", "écouter :", "en savoir plus", "read more",
    "read also", "also read", "more on this", "related:", "watch:", "listen:", "see also",
)  # fmt: skip
"""Openings of lines that point to other articles."""


def _begins_after(document: Document, span: tuple[int, int]) -> bool:
    """Whether only a label such as a date stands before the sentence's own words."""
    return any(b.start <= span[0] < b.end < span[1] and b.why == "metadata" for b in document.analysis.boilerplate)


def _sentence(document: Document, span: tuple[int, int]) -> list[Draft]:
    reading = read_sentence(document, span)
    shared = statement(reading)
    numbered = number_records(shared)
    drafts = [*numbered, *event_records(shared, numbered)]
    for draft in drafts:
        _finish(document, reading, draft)
    return drafts


def _finish(document: Document, reading: Reading, draft: Draft) -> None:
    """Adds the speaker of a quotation around the record, then the score and whether it is offered."""
    quote = _quote_around(document, draft.fact)
    if quote is not None and not draft.fact.attribution:
        source = of_quote(quote)
        if source is not None:
            draft.fact = replace(draft.fact, attribution=(source,))
    if any(a <= draft.fact.start < b for a, b in document.analysis.captions):
        draft.fact = replace(draft.fact, rule=draft.fact.rule + ":caption")
    direct = quote is not None and quote.verbatim and quote.kind == "direct"
    clause = reading.clauses[draft.clause]
    actor = actor_of(reading, draft.clause)
    unresolved = actor is None and subject(reading, clause) is not None
    leaning = unresolved or (actor is not None and actor.reading is reading and leans(reading, actor.span))
    leaning = leaning and not draft.fact.inherited and (draft.fact.type == "event" or _is_actor(draft, actor))
    named = actor is not None and _is_named(actor)
    score, why = scored(draft.fact, in_quote=direct, pronoun=leaning, named=named)
    fact = replace(draft.fact, score=score, why=why)
    if fact.predicate is None and fact.type == "event" and fact.date is None:
        fact = replace(fact, score=min(score, 0.4))
    draft.fact = replace(with_phrases(reading, fact), offered=True) if offered(fact) else replace(fact, offered=False)


def _is_named(actor: Actor) -> bool:
    """Whether a proper name stands in the acting phrase."""
    reading, (first, last) = actor.reading, actor.span
    if any(reading.capital(t) for t in range(first + 1, last)):
        return True
    if not reading.capital(first):
        return False
    return first > reading.first or (last - first == 1 and not reading.forms[first].endswith(("s", "ing")))


def _is_actor(draft: Draft, actor: Actor | None) -> bool:
    """Whether the thing measured is the clause's subject itself."""
    return actor is not None and draft.item is not None and draft.item[0] <= actor.span[0] < draft.item[1]


def _quote_around(document: Document, fact: Fact) -> Quote | None:
    """The innermost quotation that holds the record's head."""
    quotes = document.quotes
    last = bisect_right(quotes, fact.start, key=lambda q: q.start)
    held = [q for q in quotes[max(0, last - 4) : last] if q.start <= fact.start and fact.end <= q.end]
    return max(held, key=lambda q: q.start) if held else None


def _linked(document: Document, drafts: list[Draft]) -> list[Fact]:
    heads = {id(d.head): d for d in drafts if d.head is not None}
    owners: dict[int, Draft] = {}
    for draft in drafts:
        for part in draft.parts:
            if id(part) not in heads:
                owners.setdefault(id(part), draft)
    rows: list[tuple[Fact, Draft | None, Draft | None]] = []
    for fact in (*document.dates, *document.quantities):
        own = heads.get(id(fact))
        rows.append((own.fact if own else fact, own, owners.get(id(fact))))
    rows.extend((d.fact, d, None) for d in drafts if d.head is None)
    rows.sort(key=lambda row: (row[0].start, row[0].end))
    names = {id(row[1]): f"f{number}" for number, row in enumerate(rows, 1) if row[1] is not None}
    return [
        replace(
            fact,
            id=f"f{number}",
            part_of=names.get(id(owner)) if owner is not None and draft is None else None,
            sentence=fact.sentence if fact.sentence[1] else document.analysis.sentence_of(fact.start),
        )
        for number, (fact, draft, owner) in enumerate(rows, 1)
    ]
