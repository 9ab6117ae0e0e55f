"""What a writer gives back."""

from briefgen.frozen import dataclass
from briefgen.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a piece of evidence is printed: one rectangle a line of text, in points (1/72 inch)."""

    page: int
    """From 0."""
    left: float
    top: float
    """Downward from the upper edge of the page, as screens count."""
    right: float
    bottom: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of a file, with what the window and the checks want to know of it."""

    data: bytes
    pages: int | None = None
    """None where the reader decides (DOCX, HTML)."""
    placements: tuple[Placement, ...] = ()
    missing: tuple[Finding, ...] = ()
    """Characters that no embedded font draws, each once."""
