"""An analyst's work on one briefing, as it is saved: options, choices, and which sources they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.model.briefing import BriefingOptions
from briefgen.model.selection import Selection

SESSION_VERSION = 1


@dataclass(frozen=True, slots=True)
class SessionSource:
    """One source: where its file lies, and the hash that it had."""

    id: str
    path: str
    """Relative to the session's file where it lies below or beside it."""
    sha256: str
    part: str | None = None
    reader: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """What the analyst typed in place of the proposals: title, outlet, author, published …"""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a chosen piece of evidence stands: TextPositionSelector and TextQuoteSelector in one."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    options: BriefingOptions = field(default_factory=BriefingOptions)
    selection: Selection = field(default_factory=Selection)
    sources: tuple[SessionSource, ...] = ()
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    """Evidence id → its place, for every id that the selection names."""
