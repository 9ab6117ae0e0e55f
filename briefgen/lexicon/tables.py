"""Lexicons written as lines: fields between `|`, forms between `;`, `#` for comments."""

from collections.abc import Iterable
from typing import NamedTuple

from briefgen.errors import LexiconError
from briefgen.resources import resource


class Form(NamedTuple):
    """One written form of an entry and how it may be used."""

    text: str
    mark: str = ""
    """``~``: said, never searched; ``?``: found only where no capitalized word touches it."""


def rows(name: str, width: int) -> list[list[str]]:
    """The lines of `assets/lexicons/NAME`, each split into `width` fields; raises LexiconError naming the line."""
    path = resource("assets", "lexicons", name)
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line[0] == "#":
            continue
        fields = [field.strip() for field in line.split("|")]
        if len(fields) > width:
            raise LexiconError(f"{path}:{number}: {len(fields)} fields where {width} are known")
        found.append(fields + [""] * (width - len(fields)))
    return found


def forms(field: str) -> tuple[Form, ...]:
    """The forms of one field in order; a mark stands before or, for ``~``, after its form."""
    return tuple(_form(piece) for piece in field.split(" ; ") if piece) if field and field != "-" else ()


def forms_of(plain: Iterable[tuple[str, str]]) -> tuple[Form, ...]:
    """The forms whose fields these are."""
    return tuple(Form(text, mark) for text, mark in plain)


def _form(piece: str) -> Form:
    text = piece.strip()
    if text.endswith("~"):
        return Form(text[:-1].rstrip(), "~")
    return Form(text[1:], text[0]) if text[0] in "~?" else Form(text)


def without_article(form: str, language: str) -> str:
    """`form` without its leading article ("la Russie" → "Russie", "the Kremlin" → "Kremlin")."""
    if language == "en":
        return form[4:] if form.startswith(("the ", "The ")) else form
    if form.startswith("l'"):
        return form[2:]
    head, _, rest = form.partition(" ")
    return rest if head in ("le", "la", "les") and rest else form
