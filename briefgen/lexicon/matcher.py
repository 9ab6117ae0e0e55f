"""Phrases of a lexicon found in a token sequence: one pass, the longest phrase at each place."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from briefgen.text.fold import folded
from briefgen.text.tokens import Tokens, tokenize

Value = TypeVar("Value")
_Entry = tuple[tuple[str, ...], Value]


def fits_case(form: str, text: str) -> bool:
    """Whether `text`, which matches the lexicon's `form` when folded, has the capitals that the form asks for.

    A form in capitals (WHO) is met only in capitals; one with a first capital (Moon) only with one; others in any.
    """
    if not form[0].isupper():
        return True
    if form.isupper() and len(form) > 1:
        return text.isupper()
    return text[0].isupper()


def _phrase_forms(phrase: str) -> tuple[str, ...]:
    plain_words = phrase.lower()
    if plain_words.replace(" ", "").isalpha():  # most phrases: no need for the tokenizer
        return tuple(plain_words.split())
    return tokenize(folded(phrase)).forms


class Matcher(Generic[Value]):
    """Built once from (phrase, value) pairs; phrases are folded and tokenized as texts are."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[_Entry[Value]]] = {}
        for phrase, value in phrases:
            forms = _phrase_forms(phrase)
            if forms:
                self._by_first.setdefault(forms[0], []).append((forms[1:], value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

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

    def at(self, forms: tuple[str, ...], position: int) -> tuple[int, Value] | None:
        """(token after the last, value) of the longest phrase that starts at `position`, else None."""
        for rest, value in self._by_first.get(forms[position], ()):
            end = position + 1 + len(rest)
            if forms[position + 1 : end] == rest:
                return end, value
        return None
