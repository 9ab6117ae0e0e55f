"""What a reader gives back: the parts of a file, each a text with the metadata found."""

from collections.abc import Mapping
from dataclasses import field

from briefgen.frozen import dataclass
from briefgen.model.finding import Finding
from briefgen.model.source import MetadataValue


@dataclass(frozen=True, slots=True)
class Part:
    """One published item of a file. `part` is None when the file holds only one."""

    text: str
    reader: str
    """Reader and version, such as ``html/1``."""
    format: str
    metadata: Mapping[str, MetadataValue] = field(default_factory=dict)
    """From the page or the file itself; what the text states is added later."""
    part: str | None = None
    findings: tuple[Finding, ...] = ()
