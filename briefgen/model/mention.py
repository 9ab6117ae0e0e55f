"""A lexicon entry found in a text."""

from typing import Literal

from briefgen.frozen import dataclass

MentionKind = Literal[
    "concept", "territory", "demonym", "metonym", "region", "person", "organization", "office", "outlet", "blocked"
]


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters [start, end) name the lexicon entry `id`.

    kind ``concept``: `id` is the concept's; ``territory``/``demonym``/``metonym``: `id` is the ISO 3166 alpha-2 code
    (or a code of our own for blocs, such as ``WEST``); ``person``/``organization``/``office``: the entry's id.
    """

    start: int
    end: int
    kind: MentionKind
    id: str
    topic: str | None = None
    """For a concept: the topic whose lexicon holds it."""
