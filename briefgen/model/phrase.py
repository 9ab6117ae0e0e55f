"""A noun phrase without a language: what was read in one language can be said in the other."""

from dataclasses import field
from typing import Literal

from briefgen.frozen import dataclass

Relation = Literal[
    "of",
    "modifier",
    "demonym",
    "and",
    "in",
    "from",
    "to",
    "for",
    "with",
    "on",
    "between",
    "name",
    "against",
    "by",
    "under",
    "at",
]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A head with its dependents, every piece a lexicon id.

    `head` is a concept id (``import``), ``territory:RU``, ``place:crimea``, ``person:…``, ``organization:…``, a body named in French
    (``body:le Congrès``), or a proper name kept as it stands (``name:Spektr-M``). `parts` are (relation, phrase) in reading order; `plural` and `definite` as found.
    """

    head: str
    start: int
    end: int
    plural: bool = False
    definite: bool = False
    indefinite: bool = False
    """With "un", "une", "a" or "an"."""
    parts: tuple[tuple[Relation, "Phrase"], ...] = field(default=())
