"""The quick dataclass is the library's in all that its users can see."""

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import pytest

from briefgen.frozen import frozen

Value = TypeVar("Value")


class Plain:
    """Two fields, one with a default."""

    place: str
    count: int = 0

    @property
    def twice(self) -> int:
        """A property stays."""
        return 2 * self.count


class Single:
    words: tuple[str, ...]


class Made(Generic[Value]):
    """A default that is made anew, and a look at the whole."""

    value: Value
    labels: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.value == "bad":
            raise ValueError("bad")


class Own:
    """Compares in its own way."""

    value: int

    def __eq__(self, other: object) -> bool:
        return True


KINDS: tuple[tuple[Any, tuple[Any, ...]], ...] = (
    (Plain, ("Lyon", 3)),
    (Single, (("a", "b"),)),
    (Made, (4.5, {"fr": "oui"})),
    (Own, (1,)),
)
QUICK = {kind: frozen(type(kind.__name__, kind.__bases__, dict(kind.__dict__))) for kind, _values in KINDS}
LIBRARY = {kind: dataclasses.dataclass(frozen=True, slots=True)(kind) for kind, _values in KINDS}
PickledPlain = QUICK[Plain]
PickledPlain.__qualname__ = "PickledPlain"


@pytest.mark.parametrize(("kind", "values"), KINDS, ids=lambda one: getattr(one, "__name__", ""))
def test_it_looks_like_the_library_s(kind: Any, values: tuple[Any, ...]) -> None:
    quick, library = QUICK[kind], LIBRARY[kind]
    one, other = quick(*values), library(*values)

    assert [(f.name, f.type, f.default) for f in dataclasses.fields(quick)] == [
        (f.name, f.type, f.default) for f in dataclasses.fields(library)
    ]
    assert dataclasses.asdict(one) == dataclasses.asdict(other)
    assert repr(one).rpartition("(")[2] == repr(other).rpartition("(")[2]
    assert quick.__match_args__ == library.__match_args__
    assert quick.__slots__ == library.__slots__
    assert not hasattr(one, "__dict__")
    assert dataclasses.is_dataclass(one)


@pytest.mark.parametrize(("kind", "values"), KINDS[:2], ids=lambda one: getattr(one, "__name__", ""))
def test_equal_values_are_equal_and_hash_alike(kind: Any, values: tuple[Any, ...]) -> None:
    quick = QUICK[kind]

    assert quick(*values) == quick(*values)
    assert hash(quick(*values)) == hash(quick(*values)) == hash(LIBRARY[kind](*values))
    assert quick(*values) != LIBRARY[kind](*values)
    assert copy.copy(quick(*values)) == copy.deepcopy(quick(*values)) == quick(*values)


def test_nothing_can_be_changed() -> None:
    one = QUICK[Plain]("Lyon")

    for change in (
        lambda: setattr(one, "place", "Paris"),
        lambda: setattr(one, "new", 1),
        lambda: delattr(one, "place"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert dataclasses.replace(one, count=2) == QUICK[Plain]("Lyon", 2)
    assert dataclasses.replace(one, count=2).twice == 4


def test_defaults_and_the_look_at_the_whole() -> None:
    made = QUICK[Made]

    assert made(1).labels == {}
    assert made(1).labels is not made(1).labels
    with pytest.raises(ValueError, match="bad"):
        made("bad")
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'value'"):
        made()


def test_it_goes_to_another_process_and_back() -> None:
    one = PickledPlain("Lyon", 3)

    assert pickle.loads(pickle.dumps(one)) == one


def test_own_comparison_is_kept() -> None:
    assert QUICK[Own](1) == QUICK[Own](2)


def test_a_class_may_extend_another() -> None:
    class Wider(PickledPlain):  # type: ignore[misc, valid-type]
        width: float = 1.0

    wider = frozen(Wider)

    assert dataclasses.astuple(wider("Lyon", 1, 2.0)) == ("Lyon", 1, 2.0)
    assert wider.__slots__ == ("width",)


def test_a_class_without_fields_is_the_library_s() -> None:
    @frozen
    class Mark:
        """Says all by being there."""

    assert Mark() == Mark()
    assert dataclasses.fields(Mark) == ()


def test_other_options_of_a_field_are_refused() -> None:
    class Odd:
        value: int = dataclasses.field(default=1, compare=False)

    with pytest.raises(TypeError, match="default"):
        frozen(Odd)
