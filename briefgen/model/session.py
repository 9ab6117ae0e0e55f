"""An analyst's work on one briefing, as it is saved: options, choices, and which sources they rest on."""

from collections.abc import Mapping
from dataclasses import field

from briefgen.frozen import dataclass
from briefgen.model.briefing import BriefingOptions
from briefgen.model.selection import Selection

SESSION_VERSION = 1


@dataclass(frozen=True, slots=True)
class SessionSource:
    """One source: where its file lies, and the hash that it had.

    Without an id it stands for all that its file holds: nobody has read that yet.
    """

    id: str
    path: str
    """Relative to the session's file where it lies below or beside it; empty: the library holds it under its id."""
    sha256: str
    part: str | None = None
    """Which of several sources of the file."""
    reader: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """What the analyst typed in place of the proposals: title, outlet, author, published …"""

    @property
    def file(self) -> str:
        """Names the file, or the place in the library, that holds it: ``/articles/a.eml``, ``library:3f2a``."""
        return self.path or f"library:{self.id}"

    @property
    def key(self) -> str:
        """Names the source among those of a session."""
        return self.file if self.part is None else f"{self.file}#{self.part}"


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
