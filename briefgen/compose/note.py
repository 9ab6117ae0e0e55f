"""The whole document as views and items, from a plan."""

from collections.abc import Iterable, Mapping, Sequence

from briefgen.compose.choice import Plan, TopicPlan
from briefgen.compose.chronology import Moment
from briefgen.compose.digest import digest_sections
from briefgen.compose.extracts import Extract
from briefgen.compose.header import header_rows
from briefgen.compose.ledger import Entry
from briefgen.compose.maker import Maker
from briefgen.compose.naming import topic_title
from briefgen.compose.plan import is_spoken
from briefgen.compose.references import reference_line
from briefgen.compose.runs import Line, own, references
from briefgen.compose.views import (
    LineView,
    NoteView,
    ReferenceView,
    RowView,
    SectionView,
    TableView,
)  # fmt: skip
from briefgen.compose.voice import Voice
from briefgen.frozen import dataclass
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
    by_article: bool = False


def make_note(draft: Draft, maker: Maker) -> NoteView:
    """The views in print order; the maker collects the items."""
    voice, plan = maker.voice, draft.plan
    if draft.by_article:
        points: tuple[LineView, ...] = ()
        sections, context = digest_sections(draft.extractions, plan, maker)
    else:
        points = tuple(maker.key_point(n, point) for n, point in enumerate(plan.key_points, 1))
        sections = tuple(_section(number, topic, maker) for number, topic in enumerate(plan.topics, 1))
        context = _context(len(sections) + 1, plan.context, maker)
    return NoteView(
        kicker=draft.kicker,
        title=draft.title,
        header=header_rows(draft.header, voice),
        notice=notice(draft.extractions, maker.numbers, voice),
        key_points=points,
        sections=sections,
        context=context,
        chronology=_chronology(draft.moments, maker),
        points=tuple(LineView(own(finding.said(voice.words.gettext))) for finding in draft.findings),
        sources=tuple(references_of(draft.extractions, maker)),
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


def _section(number: int, plan: TopicPlan, maker: Maker) -> SectionView:
    """A chosen topic; one with nothing says so."""
    voice, name = maker.voice, plan.topic
    title = topic_title(name, voice.lang)
    table = maker.fact_table(name, plan.rows) if plan.rows else _NO_TABLE
    fresh = [extract for extract in plan.extracts if extract.entry.id not in maker.points]
    first, last = ([], fresh) if plan.rows else (fresh, [])
    news = _extracts(name, first, maker)
    quotes = tuple(maker.quote(name, entry) for entry in plan.quotes)
    lines = [maker.reported(name, entry) for entry in plan.reported]
    lines += _extracts(name, last, maker)
    lines += maker.see_also([extract.entry for extract in plan.extracts])
    empty = "" if plan else voice("Nothing was found on this topic in the sources.")
    return SectionView(name, number, title, table, quotes, tuple(lines), (), empty, tuple(news))


def _extracts(name: str, extracts: Sequence[Extract], maker: Maker) -> list[LineView]:
    return [LineView(maker.said(name, extract), extract.entry.id) for extract in extracts]


def _context(number: int, entries: Sequence[Entry], maker: Maker) -> SectionView | None:
    """The strongest of what lies outside the chosen topics."""
    if not entries:
        return None
    quotes = tuple(maker.quote("context", entry) for entry in entries if is_spoken(entry))
    lines = tuple(maker.reported("context", entry) for entry in entries if not is_spoken(entry))
    title = maker.voice("Context (outside the chosen topics)")
    return SectionView("context", number, title, _NO_TABLE, quotes, lines, (), "")


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


def references_of(extractions: Sequence[Extraction], maker: Maker) -> Iterable[ReferenceView]:
    """The numbered list at the end, with the analyst's grades."""
    numbers, grades = maker.numbers, maker.ledger.selection.grades
    for extraction in sorted(extractions, key=lambda e: numbers.get(e.source.id, 0)):
        name = extraction.source.id
        if name in numbers:
            line = reference_line(extraction, maker.voice, grade=grades.get(name))
            yield ReferenceView(f"ref-{numbers[name]}", line)
