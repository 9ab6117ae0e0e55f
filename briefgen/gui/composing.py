"""The preview: the session composed and rendered in the background, 300 ms after the last change."""

from PySide6.QtCore import QObject, QTimer, Signal

from briefgen.errors import OutputError
from briefgen.frozen import dataclass
from briefgen.gui.reading import SourceReader
from briefgen.gui.tasks import Failure, IsCancelled, Report, TaskRunner
from briefgen.model.session import Session
from briefgen.pipeline import Built, compose
from briefgen.render import Rendered

DEBOUNCE = 300
"""Milliseconds of quiet before the preview is made again."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A briefing with its true pages."""

    built: Built
    pdf: Rendered


class Composer(QObject):
    """Keeps the preview in step with the session."""

    ready = Signal(object)
    """A Preview."""
    empty = Signal()
    """There is nothing to print yet."""
    failed = Signal(object)
    """A Failure; the last good preview stays."""

    def __init__(self, reader: SourceReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._session = Session()
        self.preview: Preview | None = None
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._timer.timeout.connect(self._start)
        self._tasks = TaskRunner(self)
        self._tasks.ended.connect(self._on_end)
        self._waiting = False
        reader.finished.connect(self._on_read)

    @property
    def busy(self) -> bool:
        return self._timer.isActive() or self._tasks.busy or self._waiting

    def update(self, session: Session) -> None:
        """Makes the preview of `session` soon; what is being made is dropped."""
        self._session = session
        self._timer.start()

    def more_read(self, session: Session) -> None:
        """Something more was read: the first pages are made as soon as there is something, the next ones when all is."""
        self._session = session
        if not self._reader.busy:
            self._timer.start()
        elif self.preview is not None or self._tasks.busy:
            self._waiting = True
        elif not self._timer.isActive():
            self._timer.start()

    def _on_read(self) -> None:
        """All is read: the pages of all of it."""
        if self._waiting:
            self._waiting = False
            self._timer.start()

    def now(self, session: Session) -> None:
        """As `update`, without waiting for quiet."""
        self._session, self._waiting = session, False
        self._timer.stop()
        self._start()

    def _start(self) -> None:
        session, gathered = self._session, self._reader.reading(self._session.sources)
        if not self._reader.extractions(session.sources) or not session.options.topics:
            self._tasks.cancel()
            self.preview = None
            self.empty.emit()
            return

        def work(_report: Report, _cancelled: IsCancelled) -> object:
            built = compose(gathered(), session.options, session.selection)
            return Preview(built, built.rendered("pdf"))

        self._tasks.start(work)

    def _on_end(self, result: object) -> None:
        if isinstance(result, Preview):
            self.preview = result
            self.ready.emit(result)
        elif isinstance(result, Failure) and isinstance(result.error, OutputError):
            self.preview = None
            self.empty.emit()
        else:
            self.failed.emit(result)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Blocks until nothing is being made."""
        return self._tasks.wait(milliseconds)
