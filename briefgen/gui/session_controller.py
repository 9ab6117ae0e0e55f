"""The session the window shows: one undo stack, sources read in the background, preview, saving and recovery."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from briefgen.errors import BriefgenError
from briefgen.gui import changes
from briefgen.gui.commands import ChangeSession
from briefgen.gui.composing import Composer, Preview
from briefgen.gui.reading import DONE, SourceReader
from briefgen.gui.words import tr
from briefgen.model.extraction import Extraction
from briefgen.model.session import Session, SessionSource
from briefgen.pipeline import paths_of
from briefgen.sessions import anchors_of, open_session
from briefgen.store.pasted import keep_pasted
from briefgen.store.recovery import Recovery
from briefgen.store.session import changed_on_disk, load_session, save_session


class SessionController(QObject):
    """All changes go through here; each is one step on `undo_stack`."""

    session_changed = Signal()
    sources_changed = Signal()
    evidence_changed = Signal()
    preview_changed = Signal(object)
    """A Preview, or None when there is nothing to print."""
    failed = Signal(str, object)
    """What was being done, and the error."""
    saved = Signal(str)

    def __init__(self, session: Session, recovery: Recovery | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.reader = SourceReader(self)
        self.composer = Composer(self.reader, self)
        self.path: Path | None = None
        self._session = session
        self._recovery = recovery
        self._digest = ""
        self._evidence: tuple[Extraction, ...] = ()
        self.reader.file_changed.connect(self._on_file)
        self.composer.ready.connect(self.preview_changed)
        self.composer.empty.connect(lambda: self.preview_changed.emit(None))
        self.composer.failed.connect(lambda failure: self.failed.emit("preview", failure.error))

    @property
    def session(self) -> Session:
        return self._session

    @property
    def extractions(self) -> tuple[Extraction, ...]:
        """What was found so far."""
        return self._evidence

    @property
    def preview(self) -> Preview | None:
        return self.composer.preview

    def change(self, text: str, after: Session, merge: int = -1) -> None:
        """Puts `after` in place of the session as one undo step named `text`; nothing happens when they are equal."""
        if after != self._session:
            self.undo_stack.push(ChangeSession(text, self._session, after, self._apply, merge))

    def edit(self, text: str, function: Callable[..., Session], *arguments: object, **named: object) -> None:
        """`change` with the session that `briefgen.gui.changes` gives."""
        self.change(text, function(self._session, *arguments, **named))

    def _apply(self, session: Session) -> None:
        before, self._session = self._session, session
        if session.sources != before.sources:
            self.reader.read(session.sources)
            self.sources_changed.emit()
            self._refresh_evidence()
        self.session_changed.emit()
        self.composer.update(session)
        self._keep()

    def _keep(self) -> None:
        if self._recovery is None:
            return
        try:
            self._recovery.keep(self.saved_form())
        except BriefgenError as error:
            self.failed.emit("recovery", error)

    def _on_file(self, _path: str) -> None:
        self.sources_changed.emit()
        if self._refresh_evidence():
            self.composer.update(self._session)

    def _refresh_evidence(self) -> bool:
        found = self.reader.extractions(self._session.sources)
        if found == self._evidence:
            return False
        self._evidence = found
        self.evidence_changed.emit()
        return True

    def add_paths(self, named: Iterable[str | Path]) -> int:
        """Adds files and folders; how many files. What is not there is told."""
        files, missing = paths_of(named)
        for error in missing:
            self.failed.emit("add", error)
        sources = [SessionSource("", str(path.resolve()), "") for path in files]
        self.edit(tr("add sources"), changes.with_sources, sources)
        return len(files)

    def paste(self, text: str) -> str:
        """Adds the text as a source; the path of its file."""
        path = str(keep_pasted(text))
        self.edit(tr("paste a source"), changes.with_sources, [SessionSource("", path, "")])
        return path

    def set_metadata(self, path: str, typed: Mapping[str, str]) -> None:
        """Keeps what the analyst typed of a source."""
        self.edit(tr("describe a source"), changes.with_metadata, path, typed)

    def saved_form(self) -> Session:
        """The session with ids, hashes and anchors as they are now."""
        sources = tuple(self._described(source) for source in self._session.sources)
        anchors = dict(self._session.anchors) | anchors_of(self._session.selection, self._evidence)
        return replace(self._session, sources=sources, anchors=anchors)

    def _described(self, source: SessionSource) -> SessionSource:
        read = self.reader.file(source.path)
        if read.state != DONE or not read.extractions:
            return source
        first = read.extractions[0].source
        return replace(source, id=first.id, sha256=first.sha256, part=first.part, reader=first.reader)

    def save(self, path: Path) -> None:
        """Writes the session; the undo stack is clean then. Raises what `save_session` raises."""
        self._digest = save_session(self.saved_form(), path)
        self.path = path
        self.undo_stack.setClean()
        if self._recovery is not None:
            self._recovery.clear()
        self.saved.emit(str(path))

    def changed_elsewhere(self) -> bool:
        """Whether the session's file was changed by someone else since it was opened or saved."""
        return self.path is not None and self.path.exists() and changed_on_disk(self.path, self._digest)

    def load(self, path: Path) -> tuple[str, ...]:
        """Opens a session file; what changed since it was saved, as sentences."""
        session, digest = load_session(path)
        sentences = self.replace_with(session)
        self.path, self._digest = path, digest
        self.saved.emit(str(path))
        return sentences

    def replace_with(self, session: Session) -> tuple[str, ...]:
        """Shows another session with an empty undo stack; what changed since it was saved, as sentences."""
        opened = open_session(session)
        self.path, self._digest = None, ""
        self.undo_stack.clear()
        self._session = opened.session
        self.reader.read(opened.session.sources)
        self.sources_changed.emit()
        self._refresh_evidence()
        self.session_changed.emit()
        self.composer.update(self._session)
        return tuple(finding.said(tr) for finding in opened.findings)

    def close(self) -> None:
        """Stops all work; nothing is left to recover."""
        self.reader.cancel()
        self.reader.wait()
        self.composer.wait()
        if self._recovery is not None:
            self._recovery.clear()
