"""`dataclass` as the standard library's, made in a quarter of the time: a cold start defines some two hundred of them.

Before Python 3.13 the library compiles six functions, one by one, for each ``@dataclass(frozen=True, slots=True)``. Here only
``__init__`` is compiled; comparing, hashing, printing and copying are done by functions that all classes share. What `fields`,
`replace`, `is_dataclass`, pattern matching, pickling and type checkers see is as ever; any other dataclass is left to the library.
"""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError
from inspect import get_annotations
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

Fields = tuple[Field[Any], ...]


def frozen(cls: type) -> type:
    """`cls` as ``@dataclass(frozen=True, slots=True)`` makes it; TypeError for fields with options other than a default."""
    if not get_annotations(cls) or any(map(dataclasses.is_dataclass, cls.__mro__[1:])):
        return dataclasses.dataclass(frozen=True, slots=True)(cls)
    cls.__doc__ = cls.__doc__ or cls.__name__  # the library would print the signature, which takes long
    cls = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    cls.__dataclass_params__.frozen = True  # type: ignore[attr-defined]
    fields = dataclasses.fields(cls)
    if not all(field.init and field.compare and field.repr and not field.kw_only for field in fields):
        raise TypeError(f"{cls.__qualname__}: a field's only option is its default here")
    names = tuple(field.name for field in fields)
    init, setters = _init(cls, fields)
    kind: Any = type(cls)
    made: type = kind(cls.__name__, cls.__bases__, _members(cls, names) | {"__init__": init})
    made.__qualname__ = cls.__qualname__
    setters.update((f"_set_{name}", getattr(made, name).__set__) for name in names)
    return made


def _members(cls: type, names: tuple[str, ...]) -> dict[str, Any]:
    """What the class declares, over what all such classes share, with slots in place of a dictionary."""
    gone = {*names, "__dict__", "__weakref__"}
    declared = {name: value for name, value in cls.__dict__.items() if name not in gone}
    if declared.get("__hash__", "") is None:  # a class that compares in its own way
        del declared["__hash__"]
    return _shared(names) | declared | {"__slots__": names}


def _init(cls: type, fields: Fields) -> tuple[Callable[..., None], dict[str, Any]]:
    """(``__init__``, the only function that is compiled for a class; its globals, which lack the slots' setters)."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    for field in fields:
        known[f"_default_{field.name}"] = field.default
        known[f"_make_{field.name}"] = field.default_factory
    lines = [*_assignments(fields), *([" self.__post_init__()"] if hasattr(cls, "__post_init__") else [])]
    exec(f"def __init__(self, {', '.join(map(_parameter, fields))}):\n" + "\n".join(lines), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    made.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return made, known


def _parameter(field: Field[Any]) -> str:
    if field.default_factory is not MISSING:
        return f"{field.name}=_MISSING"
    return field.name if field.default is MISSING else f"{field.name}=_default_{field.name}"


def _assignments(fields: Fields) -> Iterator[str]:
    for field in fields:
        name = field.name
        if field.default_factory is not MISSING:
            yield f" if {name} is _MISSING: {name} = _make_{name}()"
        yield f" _set_{name}(self, {name})"


def _shared(names: tuple[str, ...]) -> dict[str, Any]:
    """The methods that need the fields' names and no more."""
    get = attrgetter(*names)
    values = get if len(names) > 1 else lambda one: (get(one),)

    def equal(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    @recursive_repr()
    def printed(self: Any) -> str:
        pairs = zip(names, values(self), strict=True)
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def state(self: Any) -> list[Any]:
        return list(values(self))

    def restore(self: Any, known: list[Any]) -> None:
        for name, value in zip(names, known, strict=True):
            object.__setattr__(self, name, value)

    return {
        "__eq__": equal, "__hash__": hashed, "__repr__": printed, "__getstate__": state, "__setstate__": restore,
        "__setattr__": _refuse_value, "__delattr__": _refuse_end,
    }  # fmt: skip


def _refuse_value(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_end(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


if TYPE_CHECKING or sys.version_info >= (3, 13):
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, **options: Any) -> Any:
        """The library's `dataclass`; one that is frozen and slotted, with no other option, is made by `frozen`."""
        return frozen if options == {"frozen": True, "slots": True} else dataclasses.dataclass(cls, **options)
