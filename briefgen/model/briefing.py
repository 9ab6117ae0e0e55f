"""The composed briefing: sections of items, each with its evidence and references, and the header."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from briefgen.frozen import dataclass
from briefgen.model.finding import Finding

ItemKind = Literal["composed", "extract", "quote", "reported", "typed"]


@dataclass(frozen=True, slots=True)
class BriefingItem:
    """One printed line or block with what it rests on."""

    id: str
    kind: ItemKind
    text: str
    """As printed, without typography's line breaks."""
    language: str
    evidence: tuple[str, ...]
    references: tuple[int, ...]
    reason: str
    """Why it was chosen."""
    fallback: bool = False
    """True where the line could not be composed in the document language and the tagged original stands."""
    attribution: str = ""
    """Of a quotation or an extract: who said it, when and where, as printed beside `text`."""
    mentions: str = ""
    """Under a quotation in another language: what it mentions, as printed."""
    introduction: str = ""
    """Before a quotation: what the analyst typed, as printed."""


@dataclass(frozen=True, slots=True)
class BriefingSection:
    id: str
    title: str
    items: tuple[BriefingItem, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The pointer printed in the output: number n leads to this source."""

    number: int
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Briefing:
    header: Mapping[str, str]
    language: str
    marking: str
    template: str
    sources: tuple[Mapping[str, object], ...]
    sections: tuple[BriefingSection, ...]
    evidence: tuple[Mapping[str, object], ...]
    references: tuple[Reference, ...]
    left_out: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class BriefingOptions:
    """All that a caller may choose of one briefing; frozen, passed down."""

    topics: tuple[str, ...] = ()
    lang: str = "fr"
    """Document locale: ``fr``, ``en``, or with a region (``fr-FR``, ``en-GB``)."""
    template: str = "note"
    style: str = "classic"
    marking: str = "CLEAR"
    length: Literal["short", "normal", "long"] = "normal"
    date: str = ""
    """ISO day of the briefing."""
    since: str | None = None
    until: str | None = None
    title: str | None = None
    header: Mapping[str, str] = field(default_factory=dict)
    """from, to, reference … as given by ``--set`` or the profile."""
    context: bool = True
    """Whether the strongest evidence outside the chosen topics is printed."""
