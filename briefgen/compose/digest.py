"""The press digest: topic by topic, each article under its editorial mentions."""

from collections.abc import Iterator, Sequence

from briefgen.compose.choice import Plan, Statement, TopicPlan
from briefgen.compose.ledger import Entry
from briefgen.compose.maker import Maker
from briefgen.compose.naming import topic_title
from briefgen.compose.plan import is_spoken
from briefgen.compose.references import reference_line
from briefgen.compose.views import ArticleView, LineView, SectionView, TableView
from briefgen.model.extraction import Extraction

_NO_TABLE = TableView("", (), "", ())


def digest_sections(
    extractions: Sequence[Extraction], plan: Plan, maker: Maker
) -> tuple[tuple[SectionView, ...], SectionView | None]:
    """The topics and, where there is any, what lies outside them."""
    ordered = sorted(extractions, key=lambda e: maker.numbers.get(e.source.id, 0))
    sections = tuple(_topic(number, topic, ordered, maker) for number, topic in enumerate(plan.topics, 1))
    spoken = tuple(entry for entry in plan.context if is_spoken(entry))
    partly = tuple(entry for entry in plan.context if not is_spoken(entry))
    outside = TopicPlan("context", quotes=spoken, reported=partly)
    if not outside:
        return sections, None
    title = maker.voice("Context (outside the chosen topics)")
    articles = tuple(_articles("context", outside, ordered, maker))
    return sections, SectionView("context", len(sections) + 1, title, _NO_TABLE, (), (), articles, "")


def _topic(number: int, plan: TopicPlan, ordered: Sequence[Extraction], maker: Maker) -> SectionView:
    articles = tuple(_articles(plan.topic, plan, ordered, maker))
    empty = "" if plan else maker.voice("Nothing was found on this topic in the sources.")
    title = topic_title(plan.topic, maker.voice.lang)
    return SectionView(plan.topic, number, title, _NO_TABLE, (), (), articles, empty)


def _articles(section: str, plan: TopicPlan, ordered: Sequence[Extraction], maker: Maker) -> Iterator[ArticleView]:
    """Facts as whole lines first, then quotations, then reported speech."""
    for extraction in ordered:
        source = extraction.source.id

        def here(entry: Entry, source: str = source) -> bool:
            return entry.source == source

        everything: tuple[Statement, ...] = (*plan.rows, *plan.extracts)
        said = [statement for statement in everything if here(statement.entry)]
        lines = [LineView(maker.said(section, statement), statement.entry.id) for statement in said]
        quotes = tuple(maker.quote(section, entry) for entry in plan.quotes if here(entry))
        reported = tuple(maker.reported(section, entry) for entry in plan.reported if here(entry))
        if lines or quotes or reported:
            mentions = reference_line(extraction, maker.voice, with_language=False)
            yield ArticleView(maker.numbers[source], mentions, tuple(lines), quotes, reported)
