"""How sure and how useful an amount is, 0 to 1: units and figures score high, small words and vague ones low."""

from briefgen.extract.quantities.lexicons import Sign
from briefgen.extract.quantities.scene import Amount
from briefgen.model.evidence import Bound

BY_KIND = {"money": 0.95, "percent": 0.95, "unit": 0.9, "noun": 0.8, "number": 0.5}
TIMES = frozenset("second minute hour day week month year decade century".split())
"""Units of duration: what the dates left."""
VAGUE = 0.3


def measured_score(sign: Sign, amount: Amount) -> float:
    """The score of an amount with a unit, a currency or percent."""
    if amount.low is not None:
        return VAGUE
    if sign.id in TIMES or sign.id.endswith("-person"):
        return 0.5
    return BY_KIND[sign.kind] - (0 if amount.figure or amount.scaled else 0.1)


def plain_score(amount: Amount, counted: bool, bound: Bound | None) -> float:
    """The score of an amount without a unit, or with the noun it counts."""
    score = BY_KIND["noun" if counted else "number"]
    if amount.low is not None or amount.value in (0, 1):
        score = 0.2
    elif amount.fraction and abs(amount.value or 0) < 1:
        score = 0.5
    elif not amount.figure and not amount.scaled:
        score -= 0.3 if (amount.value or 0) < 10 else 0.15
    return score + (0.1 if bound else 0)
