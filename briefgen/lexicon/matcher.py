"""Phrases of a lexicon found in a token sequence: one pass, the longest phrase at each place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, Self, TypeVar

from briefgen.compiled import Lazy
from briefgen.text.fold import folded
from briefgen.text.tokens import Tokens, tokenize

Value = TypeVar("Value")
_ELIDED = frozenset(("l'", "d'", "s'", "n'", "c'", "j'", "m'", "t'", "qu'"))


def fits_case(form: str, text: str) -> bool:
    """Whether `text`, which matches the lexicon's `form` when folded, has the capitals that the form asks for.

    A form in capitals (WHO) is met only in capitals; one with a first capital (Moon) only with one; others in any.
    """
    if not form[0].isupper():
        return True
    if form.isupper() and len(form) > 1:
        return text.isupper()
    return text[0].isupper()


class Matcher(Generic[Value]):
    """Built once from (phrase, value) pairs; phrases are folded and tokenized as texts are; of equal ones the first counts."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        values: dict[tuple[str, ...], Value] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, value in phrases:
            forms = _phrase_forms(phrase)
            if forms:
                values.setdefault(forms, value)
                lengths.setdefault(forms[0], set()).add(len(forms))
        self._phrases: Mapping[tuple[str, ...], object] = values
        self._values: Mapping[tuple[str, ...], Value] = values
        self._lengths: Mapping[str, list[int]] = {
            first: sorted(found, reverse=True) for first, found in lengths.items()
        }

    def plain(self) -> tuple[Any, Any]:
        """What `of` makes the matcher of again: (forms → value, first form → lengths)."""
        return self._values, self._lengths

    @classmethod
    def of(cls, plain: tuple[Any, Any], decode: Callable[[Any], Value] | None = None) -> Self:
        """The matcher of what `plain` gave; values are decoded when they are first met."""
        made = cls(())
        made._phrases, made._lengths = plain
        made._values = Lazy(plain[0], decode) if decode else plain[0]
        return made

    def find(self, tokens: Tokens) -> list[tuple[int, int, Value]]:
        """(first token, token after the last, value) of every match, left to right, none overlapping."""
        found = []
        forms, lengths = tokens.forms, self._lengths
        position, count = 0, len(forms)
        while position < count:
            hit = self.at(forms, position) if forms[position] in lengths else None
            if hit is None:
                position += 1
                continue
            found.append((position, *hit))
            position = hit[0]
        return found

    def find_all(self, tokens: Tokens) -> Iterator[tuple[int, int, Value]]:
        """As `find`, with every phrase at every place, overlapping ones too; the longest first at each place."""
        forms, phrases, values, lengths = tokens.forms, self._phrases, self._values, self._lengths
        for position, form in enumerate(forms):
            if form in lengths:
                for length in lengths[form]:
                    key = forms[position : position + length]
                    if len(key) == length and key in phrases:
                        yield position, position + length, values[key]

    def at(self, forms: tuple[str, ...], position: int) -> tuple[int, Value] | None:
        """(token after the last, value) of the longest phrase that starts at `position`, else None."""
        for length in self._lengths.get(forms[position], ()):
            key = forms[position : position + length]
            if len(key) == length and key in self._phrases:
                return position + length, self._values[key]
        return None


def _phrase_forms(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase; most have only letters, hyphens and elisions and need no tokenizer."""
    words = phrase.lower()
    if words.replace(" ", "").isalpha():
        return tuple(words.split())
    words = words.replace("-", " - ").replace("'", "' ")
    if words.replace(" ", "").replace("-", "").replace("'", "").isalpha():
        forms = tuple(words.split())
        if all(form in _ELIDED for form in forms if form[-1] == "'"):
            return forms
    return tokenize(folded(phrase)).forms
