"""Every change of the session is one of these on the undo stack: the session before, the session after."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from briefgen.model.session import Session

Apply = Callable[[Session], None]


class ChangeSession(QUndoCommand):
    """Puts `after` in the place of `before`; changes with the same merge key become one step."""

    def __init__(self, text: str, before: Session, after: Session, apply: Apply, merge: int = -1) -> None:
        super().__init__(text)
        self._before, self._after, self._apply, self._merge = before, after, apply, merge

    def id(self) -> int:
        return self._merge

    def redo(self) -> None:
        self._apply(self._after)

    def undo(self) -> None:
        self._apply(self._before)

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, ChangeSession) or other.text() != self.text():
            return False
        self._after = other._after
        return True
