"""Model values as the contract's JSON objects: names as in the contract, offsets half-open."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

RENAMED = {"from_value": "from", "origin": "from"}
"""Field names that Python reserves, or that the contract spells otherwise."""
_PLAIN = (str, int, float, bool, type(None))


@cache
def _fields(kind: Any) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, RENAMED.get(f.name, f.name)) for f in fields(kind))


def to_record(value: Any) -> Any:
    """`value` as dicts, lists and scalars, ready for JSON."""
    if isinstance(value, _PLAIN):
        return value
    if hasattr(value, "to_record"):
        return value.to_record()
    if is_dataclass(value):
        return {name: to_record(getattr(value, field)) for field, name in _fields(value.__class__)}
    if isinstance(value, Mapping):
        return {key: to_record(item) for key, item in value.items()}
    return [to_record(item) for item in value]
