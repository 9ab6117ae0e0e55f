"""What composing must know of predicates: assets/formats/events.toml, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache

from briefgen.resources import resource


@cache
def predicate_lists() -> Mapping[str, frozenset[str]]:
    """Name of a list → its predicates, as the table explains them."""
    table = tomllib.loads(resource("assets", "formats", "events.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}
