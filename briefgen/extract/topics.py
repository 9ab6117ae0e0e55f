"""Topics of an article and of a passage."""

from briefgen.model.evidence import TopicHit
from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis


def article_topics(analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[TopicHit, ...]:
    """What the article as a whole is about, best first."""
    return ()


def passage_topics(analysis: Analysis, mentions: tuple[Mention, ...], start: int, end: int) -> tuple[str, ...]:
    """Topic ids of the passage [start, end), best first."""
    return ()
