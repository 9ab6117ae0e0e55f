"""A published item, its editorial metadata and its text."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from briefgen.frozen import dataclass

Origin = Literal["front_matter", "page", "text", "file", "user", "sidecar"]


@dataclass(frozen=True, slots=True)
class MetadataValue:
    """A proposal for one metadata field, with where it came from; offsets only when it stands in the text."""

    value: str
    origin: Origin
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A published item. Unknown metadata is None, never guessed."""

    id: str
    """Short, stable and derived from the content: the same file always has the same id."""
    path: str | None
    """As the user may see it: relative, never absolute."""
    part: str | None
    sha256: str
    """Of the file's bytes."""
    text_sha256: str
    reader: str
    """Reader and its version, such as ``html/1``."""
    format: str
    language: str
    """BCP 47, such as ``fr``; ``und`` when neither French nor English."""
    genre: str | None = None
    title: str | None = None
    outlet: str | None = None
    republished_by: str | None = None
    author: str | None = None
    published: str | None = None
    """EDTF, as coarse as it is known."""
    probably_translated: bool = False
    url: str | None = None
    metadata: Mapping[str, MetadataValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text that every offset counts in."""

    text: str
    origins: tuple[tuple[int, int], ...] = ()
    """Map back: sorted (offset here, offset in the decoded original); empty when they are the same."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text that is never evidence, with the reason (``copyright``, ``repeat``, ``sharing`` …)."""

    start: int
    end: int
    why: str
