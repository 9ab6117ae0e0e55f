"""Places where no quantity may stand: dates, boilerplate, links."""

from bisect import bisect_right

from briefgen.extract.quantities.names import link_spans
from briefgen.model.evidence import Fact, Pair
from briefgen.text.analysis import Analysis


class Blocked:
    """Spans merged and sorted, asked by position."""

    def __init__(self, spans: list[Pair]) -> None:
        self._spans = _merged(spans)
        self._starts = [start for start, _ in self._spans]

    def touches(self, start: int, end: int) -> bool:
        """Whether [start, end) shares a character with a blocked span."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._spans[place][1] > start


def blocked_places(analysis: Analysis, dates: list[Fact]) -> Blocked:
    """The blocked places of a text whose dates are known."""
    spans = [(fact.start, fact.end) for fact in dates if not _is_share(analysis, fact)]
    spans += [(piece.start, piece.end) for piece in analysis.boilerplate]
    return Blocked(spans + link_spans(analysis.text))


def _is_share(analysis: Analysis, date: Fact) -> bool:
    """ "three quarters" read as nine months, where what follows shows a share of something."""
    if date.type != "duration" or date.text.lower() not in ("three quarters", "three-quarters"):
        return False
    return analysis.folded.startswith((" of", " million", " billion"), date.end)


def _merged(spans: list[Pair]) -> list[Pair]:
    found: list[Pair] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
