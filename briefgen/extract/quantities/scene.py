"""What every step of quantity extraction looks at: the shared analysis, flattened for quick look-ups."""

from briefgen.extract.numerals import Number
from briefgen.frozen import dataclass
from briefgen.text.analysis import Analysis
from briefgen.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Scene:
    """One text as parallel token tuples; offsets count characters of `plain`."""

    tokens: Tokens
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    plain: str
    language: str
    """``fr``, else read as English."""
    sentence_starts: frozenset[int]
    sterling: bool
    """Whether the text has a pound sign."""

    def touches(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return 0 < index < len(self.forms) and self.starts[index] == self.ends[index - 1]

    def form(self, index: int) -> str:
        """The folded form at `index`; empty outside the text."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def surface(self, first: int, last: int) -> str:
        """The characters of tokens [first, last), case kept."""
        return self.plain[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def capitalized(self, index: int) -> bool:
        """Whether token `index` begins with a capital letter."""
        return 0 <= index < len(self.forms) and self.plain[self.starts[index]].isupper()


def set_scene(analysis: Analysis) -> Scene:
    """The scene of `analysis`."""
    tokens = analysis.tokens
    return Scene(
        tokens,
        tokens.forms,
        tokens.starts,
        tokens.ends,
        analysis.plain,
        "fr" if analysis.language == "fr" else "en",
        frozenset(start for start, _ in analysis.sentences),
        "£" in analysis.plain,
    )


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands: tokens [first, last) and its value, or `low` and `high` of a vague one ("dozens")."""

    first: int
    last: int
    value: Number | None
    low: Number | None = None
    high: Number | None = None
    fraction: bool = False
    collective: bool = False
    """"une vingtaine": about twenty."""
    figure: bool = True
    """Begins with a digit."""
    scaled: bool = False
    """Carries a multiplier: millions, bn, k."""
