"""The sources of the session and what was found in them, read in the background, file by file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefgen.errors import SourceError
from briefgen.gui.tasks import IsCancelled, Report, TaskRunner, Work
from briefgen.model.extraction import Extraction
from briefgen.model.session import SessionSource
from briefgen.pipeline import Reading, extract_path, gather
from briefgen.sessions import with_typed_metadata

QUEUED, RUNNING, DONE, FAILED = "queued", "reading", "done", "failed"


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file of the session: its state, its sources when done, the error when failed."""

    path: str
    state: str = QUEUED
    extractions: tuple[Extraction, ...] = ()
    error: SourceError | None = None


class SourceReader(QObject):
    """Reads what the session names and remembers it; a file that was taken out stays in memory for undo."""

    file_changed = Signal(str)
    """The path of a file whose state is another now."""
    progressed = Signal(str, int, int)
    finished = Signal()
    _read = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: dict[str, FileReading] = {}
        self._last: Reading | None = None
        self._tasks = TaskRunner(self)
        self._tasks.progressed.connect(self.progressed)
        self._tasks.ended.connect(lambda _result: self.finished.emit())
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
        self.file_changed.emit(reading.path)

    def extractions(self, sources: Iterable[SessionSource]) -> tuple[Extraction, ...]:
        """What was found so far, each content once, with the metadata that the analyst typed."""
        found: dict[str, Extraction] = {}
        for source in sources:
            for extraction in self.file(source.path).extractions:
                typed = with_typed_metadata(extraction, source.metadata) if source.metadata else extraction
                found.setdefault(extraction.source.id, typed)
        return tuple(found.values())

    def reading(self, sources: Iterable[SessionSource]) -> Callable[[], Reading]:
        """A function that groups what was found; to be called off the window's thread, quick when nothing has changed."""
        extractions = self.extractions(sources)

        def gathered() -> Reading:
            last = self._last
            if last is None or not _same(last.extractions, extractions):
                self._last = last = gather(extractions)
            return last

        return gathered

    def states(self) -> Mapping[str, FileReading]:
        """Path → what is known of the file."""
        return self._files


def _same(one: Sequence[Extraction], other: Sequence[Extraction]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _read_one(path: str) -> FileReading:
    try:
        return FileReading(path, DONE, tuple(extract_path(Path(path))))
    except SourceError as error:
        return FileReading(path, FAILED, error=error)
