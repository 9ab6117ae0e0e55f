"""A problem in the user's material: a value, never an exception."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, Literal

from briefgen.frozen import dataclass

Level = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Finding:
    level: Level
    code: str
    """Stable name, such as ``untitled`` or ``probably_translated``."""
    message: str
    """One English sentence with `{named}` places: the catalogs' key. Shown through `said`."""
    start: int | None = None
    end: int | None = None
    source: str | None = None
    """Id of the source it speaks of."""
    path: str | None = None
    """File it speaks of, as the user named it."""
    line: int | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    """What fills the places of `message`."""

    def said(self, translate: Callable[[str], str] = str) -> str:
        """The sentence through `translate`, places filled."""
        sentence = translate(self.message)
        return sentence.format(**self.params) if self.params else sentence

    def to_record(self) -> dict[str, Any]:
        """The contract's JSON object: `message` in English; `template` and `params` let it be said in another language."""
        record = {name: getattr(self, name) for name in _RECORDED}
        params = {key: value if isinstance(value, int | float) else str(value) for key, value in self.params.items()}
        return {"message": self.said(), "template": self.message, "params": params} | record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Finding":
        """The finding that `to_record` gave."""
        message = record.get("template", record["message"])
        known: dict[str, Any] = {name: record.get(name) for name in _RECORDED}
        return cls(message=message, params=record.get("params", {}), **known)


_RECORDED = ("level", "code", "start", "end", "source", "path", "line")
