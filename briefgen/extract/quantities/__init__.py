"""Numbers, quantities, money and percentages."""

from briefgen.extract.quantities.finder import Finder
from briefgen.model.evidence import Fact
from briefgen.text.analysis import Analysis


def find_quantities(analysis: Analysis, dates: list[Fact]) -> list[Fact]:
    """Facts of type number, quantity, money, percent, ordinal and range, in text order; none inside a date.

    A counted noun ("28 000 nouveaux cas") gives a number whose unit is the noun as printed; a quantity has a CLDR unit,
    money an ISO 4217 code. Ids are left empty and nothing is offered: the records decide.
    """
    return Finder(analysis, dates).find()
