"""What the analyst decided: ids kept, dropped, reordered and reworded. Evidence ids are ``SOURCE:q1``."""

from collections.abc import Mapping
from dataclasses import field

from briefgen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Empty means: the ranking chooses."""

    included: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    """Ids in the analyst's order; the others follow by rank."""
    wording: Mapping[str, str] = field(default_factory=dict)
    """Id → the analyst's own line in place of the composed one; of a quotation, the words around it (see `QuoteWording`)."""
    topics: Mapping[str, str] = field(default_factory=dict)
    """Id → topic it was retagged to."""
    grades: Mapping[str, str] = field(default_factory=dict)
    """Source id → Admiralty grade such as ``B2``."""
