"""What the patterns hand on: content with its cue and subject, before names are resolved."""

from briefgen.extract.quotes.cues import Cue
from briefgen.extract.speakers.subjects import Subject
from briefgen.frozen import dataclass
from briefgen.model.evidence import Pair, QuoteKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote without a resolved speaker; `continues` takes the speaker of the quote before."""

    kind: QuoteKind
    fragments: tuple[Pair, ...]
    cue: Cue | None
    subject: Subject | None
    rule: str
    why: str
    score: float
    region: Pair = (0, 0)
    """Tokens of the attribution, where date, occasion, carrier and addressee are read."""
    continues: bool = False
    carried: bool = False
    """The subject stands in another clause ("…, adding that"): its mention is the words found there."""

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Character after the content."""
        return self.fragments[-1][1]
