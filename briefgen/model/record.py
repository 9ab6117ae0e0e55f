"""Model values as the contract's JSON objects: names as in the contract, offsets half-open."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

RENAMED = {"from_value": "from", "origin": "from"}
"""Field names that Python reserves, or that the contract spells otherwise."""
_PLAIN = (str, int, float, bool, type(None))
_SCALARS = frozenset(_PLAIN)


def to_record(value: Any) -> Any:
    """`value` as dicts, lists and scalars, ready for JSON."""
    kind = value.__class__
    return value if kind in _SCALARS else _recorder(kind)(value)


@cache
def _recorder(kind: Any) -> Callable[[Any], Any]:
    """How values of the class become JSON; looked up once a class, for an article's evidence holds thousands of values."""
    if issubclass(kind, _PLAIN):
        return _as_is
    if hasattr(kind, "to_record"):
        return lambda value: value.to_record()
    if is_dataclass(kind):
        return _of_class(kind)
    return _of_mapping if issubclass(kind, Mapping) else _of_items


def _as_is(value: Any) -> Any:
    return value


def _of_class(kind: Any) -> Callable[[Any], Any]:
    fieldnames = [field.name for field in fields(kind)]
    names = [RENAMED.get(name, name) for name in fieldnames]
    if len(names) < 2:
        return lambda value: {
            name: to_record(getattr(value, field)) for field, name in zip(fieldnames, names, strict=True)
        }
    values_of = attrgetter(*fieldnames)
    return lambda value: dict(zip(names, _of_items(values_of(value)), strict=True))


def _of_mapping(value: Mapping[Any, Any]) -> dict[Any, Any]:
    return {key: to_record(item) for key, item in value.items()}


def _of_items(value: Any) -> list[Any]:
    return [item if item.__class__ in _SCALARS else _recorder(item.__class__)(item) for item in value]
