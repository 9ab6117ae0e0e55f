"""What the window tells in a banner: a cause and the next step."""

from collections.abc import Callable
from typing import Literal

from briefgen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A button of a banner."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """A banner; one with the same `key` takes the place of the one shown."""

    key: str
    level: Literal["info", "success", "warning", "error"]
    text: str
    steps: tuple[Step, ...] = ()
