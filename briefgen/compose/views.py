"""What templates see: lines ready to print, in the order of print. Every name here is part of the template language."""

from briefgen.compose.runs import Line
from briefgen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class HeaderRow:
    label: str
    line: Line
    name: str = ""
    """Of the field: from, to, date, subject, reference, period."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with its evidence ids, separated by spaces, for ``data-evidence``."""

    line: Line
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    cells: tuple[Line, ...]
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    title: str
    columns: tuple[str, ...]
    widths: str
    rows: tuple[RowView, ...]

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation as a block: what the analyst says before it, its line, who said it, and what it mentions."""

    line: Line
    attribution: Line
    mentions: Line
    lang: str | None
    evidence: str
    introduction: Line


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One source of a section with what is printed of it."""

    number: int
    mentions: Line
    """The editorial mentions: outlet, title, author, date."""
    lines: tuple[LineView, ...]
    quotes: tuple[QuoteView, ...]
    reported: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    id: str
    number: int
    title: str
    table: TableView
    quotes: tuple[QuoteView, ...]
    lines: tuple[LineView, ...]
    """Reported speech, extracts and cross references."""
    articles: tuple[ArticleView, ...]
    """The same by source, for digests."""
    empty: str
    """Said where nothing was found; else empty."""
    news: tuple[LineView, ...] = ()
    """Extracts that stand where a table of facts would, before what was said."""


@dataclass(frozen=True, slots=True)
class ReferenceView:
    id: str
    line: Line


@dataclass(frozen=True, slots=True)
class NoteView:
    """The whole document for a template: ``note``."""

    kicker: str
    title: str
    header: tuple[HeaderRow, ...]
    notice: str
    key_points: tuple[LineView, ...]
    sections: tuple[SectionView, ...]
    context: SectionView | None
    chronology: TableView
    points: tuple[LineView, ...]
    sources: tuple[ReferenceView, ...]
