"""Words on screen, switched while running: the window's language is not the document's."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from briefgen.i18n.catalogs import screen


class _Language(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = "en"

    def set(self, code: str) -> None:
        if code != self.code:
            self.code = code
            self.changed.emit()


language = _Language()
"""The window's language; `changed` tells every widget to say its words again."""
_pseudo: list[Callable[[str], str]] = []


def tr(message: str, **params: object) -> str:
    """The sentence in the window's language, places filled."""
    sentence = screen(language.code).gettext(message)
    for change in _pseudo:
        sentence = change(sentence)
    return sentence.format(**params) if params else sentence


def use_pseudo(change: Callable[[str], str] | None) -> None:
    """For tests: every sentence through `change`, so that one that was not marked shows."""
    _pseudo[:] = [change] if change else []
