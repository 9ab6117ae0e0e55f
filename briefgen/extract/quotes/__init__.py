"""Who said what, word for word."""

from briefgen.model.evidence import Quote
from briefgen.model.finding import Finding
from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis


def find_quotes(analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[list[Quote], list[Finding]]:
    """Quotes in text order, with the findings that doubt raised."""
    from briefgen.extract.quotes.engine import extract_quotes  # here, as speakers read this package's modules

    return extract_quotes(analysis, mentions)
