"""The words of a role text with look-up of the longest lexicon form at a place."""

from briefgen.frozen import dataclass
from briefgen.lexicon.roles import vocabulary
from briefgen.text.fold import folded
from briefgen.text.tokens import Tokens, tokenize

_LONGEST = 12
PROPER = frozenset(
    f"body:{body}"
    for body in "association institute center federation university agency council company group union bank think-tank "
    "academy-of-sciences hospital school chamber-of-commerce".split()
)
"""Bodies that, written with a capital, begin or end the name of one: it is never translated word by word."""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A role text ready to be read; positions are token indices."""

    text: str
    low: str
    tokens: Tokens
    language: str

    def __len__(self) -> int:
        return len(self.tokens)

    def form(self, position: int) -> str:
        """The folded token at `position`; empty past the end."""
        return self.tokens.forms[position] if position < len(self.tokens) else ""

    def is_capital(self, position: int) -> bool:
        """Whether the token at `position` begins with a capital in the text."""
        return position < len(self.tokens) and self.text[self.tokens.starts[position]].isupper()

    def found(self, position: int, kinds: tuple[str, ...]) -> tuple[int, str] | None:
        """(token after the last, ``kind:id``) of the longest form at `position`, the first of `kinds` it may be."""
        known = vocabulary(self.language)
        starts, ends = self.tokens.starts, self.tokens.ends
        for last in range(min(position + _LONGEST, len(starts)) - 1, position - 1, -1):
            values = known.get(self.low[starts[position] : ends[last]])
            for kind in kinds if values else ():
                for value in values or ():
                    if value.startswith(kind + ":") and not (value in PROPER and self.is_capital(position)):
                        return last + 1, value
        return None

    def words(self, first: int, last: int) -> str:
        """The text from token `first` up to but not including token `last`."""
        return self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]


def role_words(text: str, language: str) -> RoleWords:
    """`text` with white space made single and added acronyms in parentheses left out."""
    pieces = []
    for word in text.replace("’", "'").replace("\u00a0", " ").split():
        if not (word.startswith("(") and word.rstrip(",").endswith(")")):
            pieces.append(word)
    clean = " ".join(pieces).strip(" ,;:.–—-")
    low = folded(clean)
    return RoleWords(clean, low, tokenize(low), language)
