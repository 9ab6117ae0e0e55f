"""The analyst's words around a quotation, one line of a session: ``Devant la presse, il avertit : {quote} M. X, à Moscou``.

What stands before ``{quote}`` introduces the quotation; what stands after it says who spoke, in place of the composed
attribution. Either may be missing. The quotation itself is not in the line: it can be moved, never typed.
"""

from briefgen.frozen import dataclass

PLACE = "{quote}"
"""Stands for the source's own characters."""


@dataclass(frozen=True, slots=True)
class QuoteWording:
    before: str = ""
    """Printed before the quotation."""
    after: str = ""
    """Printed in place of the composed attribution; empty leaves that one."""

    @property
    def line(self) -> str:
        """As a session keeps it; empty where nothing was typed."""
        return f"{self.before} {PLACE} {self.after}".strip() if self.after else self.before


def read_quote_wording(line: str) -> QuoteWording:
    """The two parts of a session's line, white space folded; a line without ``{quote}`` introduces the quotation."""
    before, _place, after = line.partition(PLACE)
    return QuoteWording(" ".join(before.split()), " ".join(after.replace(PLACE, " ").split()).lstrip("—– "))
