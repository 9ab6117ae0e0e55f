"""The sources of the session and what was found in them, read in the background, file by file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefgen.errors import SourceError
from briefgen.gui.tasks import IsCancelled, Report, TaskRunner, Work
from briefgen.gui.words import language
from briefgen.i18n.formats import formats
from briefgen.model.extraction import Extraction
from briefgen.model.session import SessionSource
from briefgen.pipeline import Reading, extract_path, gather
from briefgen.sessions import with_typed_metadata

_PAUSE = 250
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

    @property
    def busy(self) -> bool:
        return self._tasks.busy

    def file(self, path: str) -> FileReading:
        """What is known of the file at `path`."""
        return self._files.get(path, FileReading(path))

    def read(self, sources: Iterable[SessionSource]) -> None:
        """Starts reading the files that are not read yet."""
        waiting = [s.path for s in sources if self.file(s.path).state in (QUEUED, RUNNING)]
        for path in waiting:
            self._files[path] = FileReading(path)
        if waiting:
            self._tasks.start(self._work(waiting))

    def reread(self, path: str) -> None:
        """Forgets what was read of the file, so that the next `read` takes it again."""
        self._files.pop(path, None)

    def cancel(self) -> None:
        """Stops after the current file; what was read is kept."""
        self._tasks.cancel()

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Blocks until nothing is being read."""
        return self._tasks.wait(milliseconds)

    def _work(self, paths: list[str]) -> Work:
        def work(report: Report, cancelled: IsCancelled) -> object:
            _read_formats()
            for done, path in enumerate(paths):
                if cancelled():
                    return None
                report(Path(path).name, done, len(paths))
                self._read.emit(FileReading(path, RUNNING))
                self._read.emit(_read_one(path))
            report("", len(paths), len(paths))
            return None

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

    def _on_end(self, _result: object) -> None:
        self._tell()
        self.finished.emit()

    def stale(self, sources: Iterable[SessionSource]) -> list[str]:
        """Paths of the files that were changed, or are there again, since they were read."""
        read = (self.file(source.path) for source in sources)
        return [r.path for r in read if r.state in (DONE, FAILED) and _stamp(r.path) not in (r.stamp, _GONE)]

    def extractions(self, sources: Iterable[SessionSource]) -> tuple[Extraction, ...]:
        """What was found so far, each content once, with the metadata that the analyst typed."""
        found: dict[str, Extraction] = {}
        for source in sources:
            for extraction in self.file(source.path).extractions:
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
        return FileReading(path, DONE, tuple(extract_path(Path(path))), stamp=stamp)
    except SourceError as error:
        return FileReading(path, FAILED, error=error, stamp=stamp)
