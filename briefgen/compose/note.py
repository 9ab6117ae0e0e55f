"""The whole document as views and items, from a plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.compose.chronology import Moment
from briefgen.compose.header import header_rows
from briefgen.compose.ledger import Entry
from briefgen.compose.maker import Maker
from briefgen.compose.naming import topic_title
from briefgen.compose.plan import Plan, TopicPlan
from briefgen.compose.references import reference_line
from briefgen.compose.runs import Line, own, references
from briefgen.compose.views import (
    ArticleView,
    LineView,
    NoteView,
    QuoteView,
    ReferenceView,
    RowView,
    SectionView,
    TableView,
)  # fmt: skip
from briefgen.compose.voice import Voice
from briefgen.model.extraction import Extraction
from briefgen.model.finding import Finding

_NO_TABLE = TableView("", (), "", ())


@dataclass(frozen=True, slots=True)
class Draft:
    """What a note is made of."""

    extractions: Sequence[Extraction]
    plan: Plan
    moments: Sequence[Moment]
    findings: Sequence[Finding]
    header: Mapping[str, str]
    kicker: str
    title: str


def make_note(draft: Draft, maker: Maker) -> NoteView:
    """The views in print order; the maker collects the items."""
    voice = maker.voice
    points = tuple(
        maker.key_point(number, topic, statement) for number, (topic, statement) in enumerate(draft.plan.key_points, 1)
    )
    sections = tuple(
        _section(number, plan, draft.extractions, maker) for number, plan in enumerate(draft.plan.topics, 1)
    )
    return NoteView(
        kicker=draft.kicker,
        title=draft.title,
        header=header_rows(draft.header, voice),
        notice=notice(draft.extractions, maker.numbers, voice),
        key_points=points,
        sections=sections,
        context=_context(len(sections) + 1, draft.plan.context, maker),
        chronology=_chronology(draft.moments, maker),
        points=tuple(LineView(own(finding.said(voice.words.gettext))) for finding in draft.findings),
        sources=tuple(references_of(draft.extractions, maker.numbers, voice)),
    )


def notice(extractions: Sequence[Extraction], numbers: Mapping[str, int], voice: Voice) -> str:
    """One line on quotations in another language or probably translated; empty where there is nothing to say."""
    used = [e.source for e in extractions if e.source.id in numbers]
    foreign = sorted({voice.formats.language_name(s.language) for s in used if voice.foreign(s.language)})
    if foreign:
        languages = voice.formats.listed(foreign)
        return voice(
            "Quotations are given as the sources print them, in {languages}; these may themselves be translations. "
            "Nothing has been machine-translated.",
            languages=languages,
        )
    if any(source.probably_translated for source in used):
        return voice("Quotations are given as the sources print them; some may themselves be translations.")
    return ""


def _section(number: int, plan: TopicPlan, extractions: Sequence[Extraction], maker: Maker) -> SectionView:
    """A chosen topic; one with nothing says so."""
    voice, name = maker.voice, plan.topic
    title = topic_title(name, voice.lang)
    table = maker.fact_table(name, plan.rows) if plan.rows else _NO_TABLE
    quotes = [(entry, maker.quote(name, entry)) for entry in plan.quotes]
    lines = [(entry, maker.reported(name, entry)) for entry in plan.reported]
    fresh = [extract for extract in plan.extracts if extract.entry.id not in maker.points]
    lines += [(extract.entry, LineView(maker.said(name, extract), extract.entry.id)) for extract in fresh]
    articles = tuple(_articles(extractions, plan, table, quotes, lines, maker))
    shown = [view for _, view in lines] + maker.see_also([extract.entry for extract in plan.extracts])
    empty = "" if plan else voice("Nothing was found on this topic in the sources.")
    return SectionView(name, number, title, table, tuple(view for _, view in quotes), tuple(shown), articles, empty)


def _articles(
    extractions: Sequence[Extraction],
    plan: TopicPlan,
    table: TableView,
    quotes: Sequence[tuple[Entry, QuoteView]],
    lines: Sequence[tuple[Entry, LineView]],
    maker: Maker,
) -> Iterable[ArticleView]:
    """The section by source: editorial mentions, its facts as lines, its quotations."""
    for extraction in sorted(extractions, key=lambda e: maker.numbers.get(e.source.id, 0)):
        source = extraction.source.id
        facts = [
            LineView(_row_line(row.cells), row.evidence)
            for line, row in zip(plan.rows, table.rows, strict=True)
            if line.entry.source == source
        ]
        own_quotes = tuple(view for entry, view in quotes if entry.source == source)
        own_lines = (*facts, *(view for entry, view in lines if entry.source == source))
        if own_quotes or own_lines:
            mentions = reference_line(extraction, maker.voice, with_language=False)
            yield ArticleView(maker.numbers[source], mentions, own_lines, own_quotes)


def _row_line(cells: Sequence[Line]) -> Line:
    """A table row as one line, its empty cells dropped."""
    total = Line()
    for cell in cells:
        if str(cell) != "–":
            total = total + own(" · ") + cell if total else cell
    return total


def _context(number: int, entries: Sequence[Entry], maker: Maker) -> SectionView | None:
    """The strongest of what lies outside the chosen topics."""
    if not entries:
        return None
    quotes = tuple(maker.quote("context", entry) for entry in entries)
    title = maker.voice("Context (outside the chosen topics)")
    return SectionView("context", number, title, _NO_TABLE, quotes, (), (), "")


def _chronology(moments: Sequence[Moment], maker: Maker) -> TableView:
    voice = maker.voice
    rows = []
    for moment in moments:
        look = {"italic": moment.planned}
        marks = maker.marks(moment.entry)
        cells = (own(moment.date, evidence=moment.entry.id, **look), moment.event, Line(references(marks).runs[1:]))
        rows.append(RowView(cells, moment.entry.id))
        text = "\t".join(map(maker.printed, cells))
        foreign = voice.foreign(moment.entry.language) if moment.verbatim else None
        maker.add(
            "chronology", "extract" if moment.verbatim else "composed", moment.entry, text,
            language=foreign, fallback=foreign is not None,
        )  # fmt: skip
    columns = (voice("Date"), voice("Event"), voice("Ref."))
    return TableView(voice("Chronology"), columns, "2 8 0.9", tuple(rows))


def references_of(
    extractions: Sequence[Extraction], numbers: Mapping[str, int], voice: Voice
) -> Iterable[ReferenceView]:
    """The numbered list at the end."""
    for extraction in sorted(extractions, key=lambda e: numbers.get(e.source.id, 0)):
        number = numbers.get(extraction.source.id)
        if number is not None:
            yield ReferenceView(f"ref-{number}", reference_line(extraction, voice))
