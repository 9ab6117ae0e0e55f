"""The session the window shows: one undo stack, sources read in the background, preview, saving and recovery."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from briefgen.errors import BriefgenError
from briefgen.gui import changes
from briefgen.gui.commands import ChangeSession
from briefgen.gui.composing import Composer, Preview
from briefgen.gui.reading import SourceReader, described, same_extractions
from briefgen.gui.words import tr
from briefgen.model.extraction import Extraction
from briefgen.model.session import Anchor, Session, SessionSource
from briefgen.pipeline import installed_topics, paths_of
from briefgen.sessions import anchors_of, reanchor_session
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
    anchored = Signal(list)
    """Sentences: what has changed in the sources since the session was saved, and what is lost."""

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
        self._lost: dict[str, Anchor] = {}
        self._to_anchor = False
        self.reader.files_changed.connect(self._on_files)
        self.reader.finished.connect(self._anchor)
        self.composer.ready.connect(self.preview_changed)
        self.composer.ready.connect(lambda _preview: self.reader.keep_soon())
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
    def busy(self) -> bool:
        """Whether something is being read, anchored or composed."""
        return self.reader.busy or self._to_anchor or self.composer.busy

    @property
    def lost(self) -> dict[str, Anchor]:
        """Chosen passages that no source holds any more, until the analyst forgets them."""
        return {id: anchor for id, anchor in self._lost.items() if id in self._session.anchors}

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
        before, self._session = self._session, self._apart(session)
        session = self._session
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

    def _apart(self, session: Session) -> Session:
        """The session with each source of a file in its own place, as far as the files are read."""
        sources = self.reader.apart(session.sources)
        return session if sources == session.sources else replace(session, sources=sources)

    def _on_files(self) -> None:
        self._session = self._apart(self._session)
        self.sources_changed.emit()
        if self._refresh_evidence():
            self.composer.more_read(self._session)

    def _refresh_evidence(self) -> bool:
        found = self.reader.extractions(self._session.sources)
        if same_extractions(found, self._evidence):
            return False
        self._evidence = found
        self.evidence_changed.emit()
        return True

    def add_paths(self, named: Iterable[str | Path]) -> int:
        """Adds files and folders; how many files. What is not there is told."""
        files, missing = paths_of(named)
        for error in missing:
            self.failed.emit("add", error)
        self._add(tr("add sources"), [SessionSource("", str(path.resolve()), "") for path in files])
        return len(files)

    def _add(self, text: str, sources: list[SessionSource]) -> None:
        """With all topics chosen when none is, so that the first pages show at once."""
        after = changes.with_sources(self._session, sources)
        if sources and not after.options.topics:
            after = changes.with_options(after, topics=tuple(topic.id for topic in installed_topics()))
        self.change(text, after)

    def paste(self, text: str) -> str:
        """Adds the text as a source; its key."""
        source = SessionSource("", str(keep_pasted(text)), "")
        self._add(tr("paste a source"), [source])
        return source.key

    def add_stored(self, ids: Iterable[str]) -> None:
        """Adds sources that the library holds."""
        self._add(tr("add sources"), [SessionSource(id, "", "") for id in ids])

    def source(self, key: str) -> SessionSource | None:
        """The session's source of that key; None where there is none."""
        return next((source for source in self._session.sources if source.key == key), None)

    def found(self, key: str) -> tuple[Extraction, ...]:
        """What was read of it."""
        source = self.source(key)
        return self.reader.found(source) if source else ()

    def saved_form(self) -> Session:
        """The session with ids, hashes and anchors as they are now."""
        sources = tuple(self._described(source) for source in self._session.sources)
        unread = {source.id for source in self._session.sources if not self.reader.found(source)}
        waiting = {id: a for id, a in self._session.anchors.items() if id.partition(":")[0] in unread}
        anchors = waiting | anchors_of(self._session.selection, self._evidence) | self.lost
        return replace(self._session, sources=sources, anchors=anchors)

    def _described(self, source: SessionSource) -> SessionSource:
        found = self.reader.found(source)
        return described(source, found[0]) if found else source

    def save(self, path: Path) -> None:
        """Writes the session; the undo stack is clean then. Raises what `save_session` raises."""
        self._session = self.saved_form()
        self._digest = save_session(self._session, path)
        self.path = path
        self.undo_stack.setClean()
        if self._recovery is not None:
            self._recovery.clear()
        self.saved.emit(str(path))
        self.sources_changed.emit()

    def changed_elsewhere(self) -> bool:
        """Whether the session's file was changed by someone else since it was opened or saved."""
        return self.path is not None and self.path.exists() and changed_on_disk(self.path, self._digest)

    def load(self, path: Path) -> None:
        """Opens a session file; `anchored` tells what changed since it was saved. Raises what `load_session` raises."""
        session, digest = load_session(path)
        sources = (replace(s, path=str(Path(s.path).resolve()) if s.path else "") for s in session.sources)
        self.replace_with(replace(session, sources=tuple(sources)))
        self.path, self._digest = path, digest
        self.saved.emit(str(path))

    def replace_with(self, session: Session, is_saved: bool = True) -> None:
        """Shows another session with an empty undo stack; its choices are found again once its sources are read."""
        self.path, self._digest = None, ""
        self._lost = {}
        self._start_on(session)
        if is_saved:
            self.undo_stack.setClean()
        else:
            self.undo_stack.resetClean()
            self._keep()

    def _start_on(self, session: Session) -> None:
        self.undo_stack.clear()
        self._session, self._to_anchor = session, True
        self.reader.read(session.sources)
        self.sources_changed.emit()
        self._refresh_evidence()
        self.session_changed.emit()
        self.composer.update(self._session)
        if not self.reader.busy:
            self._anchor()

    def stale(self) -> list[str]:
        """Paths of sources that were changed on disk since they were read."""
        return self.reader.stale(self._session.sources)

    def reread(self) -> int:
        """Reads the sources that were changed on disk again; how many. What cannot be found in them again is told."""
        paths = self.stale()
        if paths:
            session = self.saved_form()
            for path in paths:
                self.reader.reread(path)
            self._start_on(session)
            self.undo_stack.resetClean()
        return len(paths)

    def _anchor(self) -> None:
        """Finds what the session chose in its sources as they are now."""
        if not self._to_anchor:
            return
        self._to_anchor = False
        anchored = reanchor_session(self._session, self._current())
        self._lost = anchored.lost
        if anchored.session.selection != self._session.selection:
            self.undo_stack.clear()
            self.undo_stack.resetClean()
        self._session = anchored.session
        self.session_changed.emit()
        self.composer.update(self._session)
        if anchored.findings:
            self.anchored.emit([finding.said(tr) for finding in anchored.findings])

    def _current(self) -> dict[str, Extraction]:
        """Id of a source, as the session knows it or as it is now, → what was read."""
        current: dict[str, Extraction] = {}
        for source in self._session.sources:
            found = self.reader.found(source)
            current.update((extraction.source.id, extraction) for extraction in found)
            if source.id and found:
                current.setdefault(source.id, found[0])
        return current

    def close(self) -> None:
        """Stops all work; nothing is left to recover."""
        self.reader.cancel()
        self.reader.wait()
        self.composer.wait()
        if self._recovery is not None:
            self._recovery.clear()
