"""Words, numbers and marks of a text as parallel tuples: the one tokenization that lexicons and rules share."""

import re
from bisect import bisect_left, bisect_right

from briefgen.frozen import dataclass

_TOKEN = re.compile(
    r"""
      (?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr)'(?=\w)   # l'|avion, qu'|elle: an elided word
    | '(?:s|re|ve|ll|d|m)\b                                                    # China|'s, we|'ve
    | n't\b
    | \d+(?:[.,]\d+)*                                                          # 12.5, 1,200: digits as they stand
    | [^\W\d_]+(?:'[^\W\d_]+(?=\b)(?<!'s)(?<!'re)(?<!'ve)(?<!'ll))?             # aujourd'hui, o'brien, word
    | \w
    | [^\w\s]                                                                  # one mark each
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`forms[i]` is folded text [starts[i], ends[i]); all three have one length."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def first_at(self, position: int) -> int:
        """Index of the first token that starts at or after `position` (may be len)."""
        return bisect_left(self.starts, position)

    def covering(self, position: int) -> int:
        """Index of the token that holds `position`, or of the last one before it; -1 before all."""
        return bisect_right(self.starts, position) - 1


def tokenize(folded_text: str) -> Tokens:
    """The tokens of a folded text (see `briefgen.text.fold.folded`), in order."""
    found = [(m.group(), *m.span()) for m in _TOKEN.finditer(folded_text)]
    if not found:
        return Tokens((), (), ())
    forms, starts, ends = zip(*found, strict=True)
    return Tokens(forms, starts, ends)
