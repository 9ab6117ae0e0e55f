"""Numbers, quantities, money and percentages."""

from briefgen.model.evidence import Fact
from briefgen.text.analysis import Analysis


def find_quantities(analysis: Analysis, dates: list[Fact]) -> list[Fact]:
    """Facts of type number, quantity, money, percent, ordinal and range, in text order; none inside a date."""
    return []
