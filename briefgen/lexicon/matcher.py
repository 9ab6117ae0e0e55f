"""Phrases of a lexicon found in a token sequence: one pass, the longest phrase at each place."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from briefgen.text.fold import folded
from briefgen.text.tokens import Tokens, tokenize

Value = TypeVar("Value")


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
        by_length: dict[str, dict[int, dict[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases:
            forms = _phrase_forms(phrase)
            if forms:
                by_length.setdefault(forms[0], {}).setdefault(len(forms), {}).setdefault(forms[1:], value)
        self._by_first = {first: sorted(tables.items(), reverse=True) for first, tables in by_length.items()}

    def find(self, tokens: Tokens) -> list[tuple[int, int, Value]]:
        """(first token, token after the last, value) of every match, left to right, none overlapping."""
        found = []
        forms, by_first = tokens.forms, self._by_first
        position, count = 0, len(forms)
        while position < count:
            hit = self.at(forms, position) if forms[position] in by_first else None
            if hit is None:
                position += 1
                continue
            found.append((position, *hit))
            position = hit[0]
        return found

    def find_all(self, tokens: Tokens) -> Iterator[tuple[int, int, Value]]:
        """As `find`, with every phrase at every place, overlapping ones too; the longest first at each place."""
        forms, by_first = tokens.forms, self._by_first
        for position, form in enumerate(forms):
            for length, table in by_first.get(form, ()):
                value = table.get(forms[position + 1 : position + length])
                if value is not None and position + length <= len(forms):
                    yield position, position + length, value

    def at(self, forms: tuple[str, ...], position: int) -> tuple[int, Value] | None:
        """(token after the last, value) of the longest phrase that starts at `position`, else None."""
        for length, table in self._by_first.get(forms[position], ()):
            rest = forms[position + 1 : position + length]
            if rest in table:
                return position + length, table[rest]
        return None


def _phrase_forms(phrase: str) -> tuple[str, ...]:
    plain_words = phrase.lower()
    if plain_words.replace(" ", "").isalpha():  # most phrases: no need for the tokenizer
        return tuple(plain_words.split())
    return tokenize(folded(phrase)).forms
