"""The sources of the session and what was found in them, read in the background, file by file."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefgen.errors import LibraryError, SourceError
from briefgen.frozen import dataclass
from briefgen.gui.memory import give_back
from briefgen.gui.shelf import PREFIX, Shelf, stored_source
from briefgen.gui.tasks import IsCancelled, Report, TaskRunner, Work
from briefgen.gui.words import language
from briefgen.i18n.formats import formats
from briefgen.model.extraction import Extraction
from briefgen.model.session import SessionSource
from briefgen.pipeline import Reading, extract_path, gather
from briefgen.sessions import with_typed_metadata

_PAUSE = 250
_QUIET = 1_500
_MOMENT = 0.1
_GONE = (-1, -1)
QUEUED, RUNNING, DONE, FAILED = "queued", "reading", "done", "failed"


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file of the session: its state, its sources when done, the error when failed."""

    path: str
    state: str = QUEUED
    extractions: tuple[Extraction, ...] = ()
    error: SourceError | None = None
    stamp: tuple[int, int] = (0, 0)
    """The file's time and size when it was read."""


class SourceReader(QObject):
    """Reads what the session names and remembers it; a file that was taken out stays in memory for undo."""

    files_changed = Signal()
    """The state of some file is another now; told at most every 250 ms, so that the window stays quick."""
    progressed = Signal(str, int, int)
    finished = Signal()
    library_failed = Signal(object)
    """A LibraryError: it was read and kept without the library."""
    _read = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: dict[str, FileReading] = {}
        self._last: Reading | None = None
        self._tasks = TaskRunner(self)
        self._tasks.progressed.connect(self.progressed)
        self._tasks.ended.connect(self._on_end)
        self._typed: dict[str, tuple[Extraction, Mapping[str, str], Extraction]] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._untold = False
        self._read.connect(self._on_read)
        self.keeps = True
        """Whether what was read is kept in the library, and taken from it."""
        self._new: set[str] = set()
        self._later = QTimer(self, singleShot=True, interval=_QUIET)
        self._later.timeout.connect(self._keep)
        self._keeper = TaskRunner(self)
        self._keeper.ended.connect(lambda problem: self.library_failed.emit(problem) if problem else None)

    @property
    def busy(self) -> bool:
        return self._tasks.busy

    def file(self, path: str) -> FileReading:
        """What is known of the file at `path`."""
        return self._files.get(path, FileReading(path))

    def read(self, sources: Iterable[SessionSource]) -> None:
        """Starts reading the files that are not read yet."""
        waiting = list(dict.fromkeys(s.file for s in sources if self.file(s.file).state in (QUEUED, RUNNING)))
        for path in waiting:
            self._files[path] = FileReading(path)
        if waiting:
            self._tasks.start(self._work(waiting))

    def reread(self, path: str) -> None:
        """Forgets what was read of the file, so that the next `read` takes it again."""
        self._files.pop(path, None)

    def forget(self) -> None:
        """Forgets all that was read, so that the next `read` takes it again."""
        self._files.clear()

    @property
    def keeping(self) -> bool:
        """Whether something read is on its way into the library."""
        return self._later.isActive() or self._keeper.busy

    def cancel(self) -> None:
        """Stops after the current file; what was read is kept."""
        self._tasks.cancel()

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Blocks until nothing is being read or kept."""
        self._later.stop()
        return self._tasks.wait(milliseconds) and self._keeper.wait(milliseconds)

    def _work(self, paths: list[str]) -> Work:
        def work(report: Report, cancelled: IsCancelled) -> object:
            _read_formats()
            shelf = Shelf()
            known = shelf.known(path for path in paths if not path.startswith(PREFIX)) if self.keeps else {}
            told = 0.0
            for done, path in enumerate(paths):
                if cancelled():
                    break
                told = _told(report, Path(path).name, done, len(paths), told)
                self._read.emit(FileReading(path, RUNNING))
                taken = shelf.taken(path, known[path]) if path in known else ()
                self._read.emit(FileReading(path, DONE, taken, stamp=_stamp(path)) if taken else _read_one(path))
            report("", len(paths), len(paths))
            shelf.close()
            give_back()
            return shelf.problem, [path for path in paths if path not in known]

        return work

    def _on_read(self, reading: FileReading) -> None:
        self._files[reading.path] = reading
        self._untold = True
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        if self._untold:
            self._untold = False
            self._pause.start()
            self.files_changed.emit()

    def _on_end(self, result: object) -> None:
        self._tell()
        self.finished.emit()
        if isinstance(result, tuple):
            problem, new = result
            self._new.update(new)
            if problem is not None:
                self.library_failed.emit(problem)

    def keep_soon(self) -> None:
        """What was read newly goes into the library a moment from now: the window has nothing more urgent to do."""
        if self._new:
            self._later.start()

    def _keep(self) -> None:
        if self._tasks.busy or not self.keeps:
            return
        read = {path: self._files[path].extractions for path in self._new if self.file(path).state == DONE}
        self._new.clear()
        read = {path: extractions for path, extractions in read.items() if not path.startswith(PREFIX)}
        if read:
            self._keeper.start(lambda _report, _cancelled: _kept(read))

    def stale(self, sources: Iterable[SessionSource]) -> list[str]:
        """Paths of the files that were changed, or are there again, since they were read."""
        read = {source.file: self.file(source.file) for source in sources if source.path}.values()
        return [r.path for r in read if r.state in (DONE, FAILED) and _stamp(r.path) not in (r.stamp, _GONE)]

    def found(self, source: SessionSource) -> tuple[Extraction, ...]:
        """What was read of the source: one extraction, or all that its file holds where it stands for all of that."""
        held = self.file(source.file).extractions
        if not source.id or len(held) < 2:
            return held
        return tuple(e for e in held if e.source.part == source.part) or tuple(
            e for e in held if e.source.id == source.id
        )

    def apart(self, sources: Iterable[SessionSource]) -> tuple[SessionSource, ...]:
        """The sources, one for each that a file was found to hold."""
        found: dict[str, SessionSource] = {}
        for source in sources:
            held = self.found(source)
            named = [described(source, e) for e in held] if len(held) > 1 else [source]
            for one in named:
                found.setdefault(one.key, one)
        return tuple(found.values())

    def extractions(self, sources: Iterable[SessionSource]) -> tuple[Extraction, ...]:
        """What was found so far, each content once, with the metadata that the analyst typed."""
        found: dict[str, Extraction] = {}
        for source in sources:
            for extraction in self.found(source):
                found.setdefault(extraction.source.id, self._described(extraction, source.metadata))
        return tuple(found.values())

    def _described(self, extraction: Extraction, typed: Mapping[str, str]) -> Extraction:
        """The extraction with what was typed; the same object as long as both are the same."""
        if not typed:
            return extraction
        known = self._typed.get(extraction.source.id)
        if known is None or known[0] is not extraction or known[1] != typed:
            known = extraction, typed, with_typed_metadata(extraction, typed)
            self._typed[extraction.source.id] = known
        return known[2]

    def reading(self, sources: Iterable[SessionSource]) -> Callable[[], Reading]:
        """A function that groups what was found; to be called off the window's thread, quick when nothing has changed."""
        extractions = self.extractions(sources)

        def gathered() -> Reading:
            last = self._last
            if last is None or not same_extractions(last.extractions, extractions):
                self._last = last = gather(extractions)
            return last

        return gathered


def same_extractions(one: Sequence[Extraction], other: Sequence[Extraction]) -> bool:
    """Whether both hold the same objects; quick, however much they hold."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def described(source: SessionSource, extraction: Extraction) -> SessionSource:
    """The session's source as it was read: with its id, hash, part and reader."""
    read = extraction.source
    return replace(source, id=read.id, sha256=read.sha256, part=read.part, reader=read.reader)


def _told(report: Report, name: str, done: int, total: int, last: float) -> float:
    """Reports where it was not told a moment ago: each time the window draws its bar. When it was told last."""
    now = time.monotonic()
    if now - last < _MOMENT:
        return last
    report(name, done, total)
    return now


def _kept(read: Mapping[str, tuple[Extraction, ...]]) -> LibraryError | None:
    shelf = Shelf()
    shelf.keep(read)
    shelf.close()
    return shelf.problem


def _read_formats() -> None:
    """Babel reads how dates and amounts are written once: here, so that the window need not wait for it."""
    known = formats(language.code)
    known.date("2026-01-01", width="short")
    known.amount(1, "EUR", None, "short")


def _stamp(path: str) -> tuple[int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return _GONE
    return found.st_mtime_ns, found.st_size


def _read_one(path: str) -> FileReading:
    stamp = _stamp(path)
    try:
        if path.startswith(PREFIX):
            return FileReading(path, DONE, stored_source(path))
        return FileReading(path, DONE, tuple(extract_path(Path(path))), stamp=stamp)
    except SourceError as error:
        return FileReading(path, FAILED, error=error, stamp=stamp)
