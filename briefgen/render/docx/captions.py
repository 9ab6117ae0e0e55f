"""Numbered captions in Word, ``Figure 1. Exports``: the number is a SEQ field, and what speaks of it is a REF field."""

import re
from dataclasses import dataclass, field

from briefgen.model.tree import Document, Figure, Text
from briefgen.render.docx.xml import bookmark_name, field_run, text_run
from briefgen.render.outline import plain_text, walk

# "Figure 1. Exports" → Figure, space, 1, ". Exports"
_NUMBERED = re.compile(r"([^\W\d_]+)([ \u00a0\u202f])(\d+)(.*)", re.DOTALL)


@dataclass(slots=True)
class Captions:
    """The label with its number of each figure that has both and an id; ``figure-timeline`` → ``Figure 1``."""

    labels: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "Captions":
        found: dict[str, str] = {}
        for block in walk(document.blocks):
            if isinstance(block, Figure) and block.id:
                match = _NUMBERED.match(plain_text(block.caption))
                if match is not None:
                    found[block.id] = "".join(match.groups()[:3])
        return cls(found)

    def reference(self, target: str, words: str, properties: str) -> str:
        """Words that are a label (``Figure 1``, ``figure 1``) and lead to its figure, the number as a field: programs do not
        agree on fields that change its capital. Empty for other words."""
        label = self.labels.get(target.removeprefix("#"), "")
        if not label or _folded(words) != _folded(label):
            return ""
        number = label.split()[-1]
        name = words.rstrip().removesuffix(number)
        return text_run(name, properties) + field_run(f"REF {bookmark_name('fig', target[1:])} \\h", number, properties)


def caption_parts(text: Text, properties: str) -> tuple[str, str, str]:
    """The label, its number as a field, which Word counts again when figures are added, and what follows; all empty if there
    is no number."""
    match = _NUMBERED.match(text.text)
    if match is None:
        return "", "", ""
    name, gap, number, rest = match.groups()
    counted = field_run(f"SEQ {name} \\* ARABIC", number, properties)
    return text_run(name + gap, properties), counted, text_run(rest, properties)


def _folded(words: str) -> str:
    return " ".join(words.split()).lower()
