"""Sessions as files: new, open, save; never over what someone else wrote, and asking once before work is left."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from briefgen.errors import BriefgenError
from briefgen.gui.file_dialogs import ask_file, ask_new_file
from briefgen.gui.notices import Notice, Step
from briefgen.gui.words import tr
from briefgen.model.session import Session

if TYPE_CHECKING:
    from briefgen.gui.main_window import MainWindow

_SESSIONS = "briefgen (*.briefgen)"
_SUFFIX = "briefgen"


class SessionFiles(QObject):
    """Handlers of the actions that read and write session files."""

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._control = window.controller

    def last_folder(self) -> Path:
        """Where sources were taken from last."""
        return Path(self._window.settings.get("source_folder") or Path.home())

    def remember_folder(self, folder: Path) -> None:
        """For the next time."""
        self._window.settings.set("source_folder", str(folder))

    def new(self) -> None:
        """An empty session with the same options."""
        if self.may_close():
            self._control.replace_with(Session(options=self._control.session.options))

    def open(self) -> None:
        """Asks for a session file and opens it."""
        if self.may_close():
            path = ask_file(self._window, tr("Open session"), self.last_folder(), _SESSIONS)
            if path is not None:
                self.open_file(path)

    def open_recent(self, path: Path) -> None:
        """Opens a file of the list of those lately used."""
        if self.may_close():
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Opens a session file; what changed since it was saved is told when its sources are read."""
        self._window.banners.clear("session")
        try:
            self._control.load(path)
        except BriefgenError as error:
            self._window.window_actions.tell_failure("open", error)

    def on_anchored(self, sentences: list[str]) -> None:
        """What changed in the sources, and what could not be found again."""
        more = len(sentences) - 4
        shown = [*sentences[:4], *([tr("… and {count} more.", count=more)] if more > 0 else [])]
        self._window.show_evidence()
        self._window.tell(Notice("open", "warning", "\n".join(shown)))

    def save(self) -> bool:
        """Saves where it was; asks where when it never was, and what to do when the file was changed by someone else."""
        path = self._control.path
        if path is None:
            return self.save_as()
        if self._control.changed_elsewhere():
            return self._save_over_change(path)
        return self._save(path)

    def _save_over_change(self, path: Path) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Changed on disk"))
        box.setText(tr("“{name}” was changed by another program since it was opened.", name=path.name))
        box.setInformativeText(tr("Save under another name to keep both."))
        other = box.addButton(tr("Save as…"), QMessageBox.ButtonRole.AcceptRole)
        over = box.addButton(tr("Replace it"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(other)
        box.exec()
        if box.clickedButton() is other:
            return self.save_as()
        return box.clickedButton() is over and self._save(path)

    def save_as(self) -> bool:
        """Asks where; True when it was saved."""
        proposed = self._control.path or self.last_folder() / f"briefing.{_SUFFIX}"
        path = ask_new_file(self._window, tr("Save session"), proposed, _SESSIONS)
        return path is not None and self._save(path)

    def _save(self, path: Path) -> bool:
        try:
            self._control.save(path)
        except BriefgenError as error:
            self._window.window_actions.tell_failure("save", error)
            return False
        self._window.banners.clear("session")
        return True

    def on_saved(self, path: str) -> None:
        """The file is one of those lately used now."""
        self._window.settings.add_recent(Path(path))
        self._window.show_title()

    def check_disk(self) -> None:
        """Tells when the session's file was changed by someone else."""
        path = self._control.path
        if path is not None and self._control.changed_elsewhere():
            steps = (Step(tr("Open that one"), lambda: self.open_recent(path)),)
            words = tr("“{name}” was changed by another program since it was opened.", name=path.name)
            self._window.tell(Notice("session", "warning", words, steps))

    def may_close(self) -> bool:
        """Asks once when something is not saved; True: go on."""
        if self._control.undo_stack.isClean() or not self._control.session.sources:
            return True
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            tr("Not saved"),
            tr("Save the session before going on?"),
            button.Save | button.Discard | button.Cancel,
        )
        return self.save() if answer == button.Save else answer == button.Discard
