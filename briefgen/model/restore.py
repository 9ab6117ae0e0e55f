"""JSON objects back to model values: the inverse of `briefgen.model.record`, driven by the classes' own types."""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from briefgen.model.record import RENAMED

Model = TypeVar("Model")
Restore = Callable[[Any], Any]


def from_record(kind: type[Model], record: Mapping[str, Any]) -> Model:
    """A `kind` from what `to_record` gave; unknown keys are passed over, missing ones take their default.

    Raises TypeError or KeyError when the record is not of this kind.
    """
    restored: Model = _restorer(cast(Any, kind))(record)
    return restored


@cache
def _restorer(kind: Any) -> Restore:
    """A function from JSON to `kind`; Any, scalars and Literals are taken as they are."""
    origin, args = get_origin(kind), get_args(kind)
    if hasattr(kind, "from_record"):
        return cast(Restore, kind.from_record)
    if is_dataclass(kind):
        return _of_class(kind)
    if origin in (Union, types.UnionType):
        return _optional(args)
    if origin is tuple:
        return _of_tuple(args)
    if origin is frozenset:
        return frozenset
    if isinstance(origin, type) and issubclass(origin, Mapping) and is_dataclass(args[1]):
        inner = _restorer(cast(Any, args[1]))
        return lambda value: {key: inner(item) for key, item in value.items()}
    return _as_is


def _as_is(value: Any) -> Any:
    return value


def _of_class(kind: Any) -> Restore:
    """The class's own hints are read at the first call: a phrase holds phrases."""
    plan: list[tuple[str, str, Restore]] = []

    def restore(record: Any) -> Any:
        if not plan:
            hints = get_type_hints(kind)
            plan.extend((f.name, RENAMED.get(f.name, f.name), _restorer(hints[f.name])) for f in fields(kind))
        try:
            return kind(*[record[key] if inner is _as_is else inner(record[key]) for _name, key, inner in plan])
        except KeyError:  # a record of an earlier version
            return kind(**{name: inner(record[key]) for name, key, inner in plan if key in record})

    return restore


def _optional(args: tuple[Any, ...]) -> Restore:
    inner = [_restorer(arg) for arg in args if arg is not type(None)]
    if len(inner) != 1 or inner[0] is _as_is:
        return _as_is
    only = inner[0]
    return lambda value: None if value is None else only(value)


def _of_tuple(args: tuple[Any, ...]) -> Restore:
    if len(args) == 2 and args[1] is Ellipsis:
        each = _restorer(args[0])
        if each is _as_is:
            return tuple
        return lambda value: tuple(map(each, value))
    inner = [_restorer(arg) for arg in args]
    return lambda value: tuple(restore(item) for restore, item in zip(inner, value, strict=True))
