"""Records: values, changes, dates, actors and sources of one statement joined; events."""

from briefgen.extract.facts.assembly import assemble
from briefgen.extract.facts.reading import Document
from briefgen.model.evidence import Fact, Quote
from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis


def build_facts(
    analysis: Analysis, mentions: tuple[Mention, ...], dates: list[Fact], quantities: list[Fact], quotes: list[Quote]
) -> list[Fact]:
    """All facts in text order with ids f1…; heads of records filled, their parts naming them in `part_of`."""
    return assemble(Document(analysis, mentions, dates, quantities, quotes))
