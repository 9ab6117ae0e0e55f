"""Long work off the window's thread: progress, cancel, errors as values; a newer task of a name makes the older one void."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from briefgen.errors import BriefgenError, Cancelled
from briefgen.frozen import dataclass

Report = Callable[[str, int, int], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Report, IsCancelled], object]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong: a `BriefgenError` the user can act upon, or something of ours."""

    error: Exception

    @property
    def expected(self) -> bool:
        return isinstance(self.error, BriefgenError)


class _Signals(QObject):
    progressed = Signal(str, int, int, int)
    """name of the task's step, done, total, generation"""
    ended = Signal(object, int)
    """result or Failure, generation"""


class _Run(QRunnable):
    def __init__(self, work: Work, generation: int, is_void: IsCancelled) -> None:
        super().__init__()
        self._work, self._generation, self._is_void = work, generation, is_void
        self.signals = _Signals()

    def run(self) -> None:
        try:
            result: object = self._work(self._report, self._is_void)
        except Cancelled:
            return
        except BriefgenError as error:
            result = Failure(error)
        except Exception as error:
            _log.exception("a task failed")
            result = Failure(error)
        if not self._is_void():
            self.signals.ended.emit(result, self._generation)

    def _report(self, what: str, done: int, total: int) -> None:
        self.signals.progressed.emit(what, done, total, self._generation)


class TaskRunner(QObject):
    """Runs one kind of work at a time; starting it again drops what the earlier run would give."""

    progressed = Signal(str, int, int)
    started = Signal()
    ended = Signal(object)
    """The result, or a `Failure`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._generation = 0
        self._current: _Run | None = None

    @property
    def busy(self) -> bool:
        return self._current is not None

    def start(self, work: Work) -> None:
        """Runs `work(report, cancelled)` in the background; results of earlier starts are dropped."""
        self._generation += 1
        generation = self._generation
        run = _Run(work, generation, lambda: generation != self._generation)
        run.setAutoDelete(True)
        run.signals.progressed.connect(self._on_progress)
        run.signals.ended.connect(self._on_end)
        self._current = run
        self.started.emit()
        self._pool.start(run)

    def cancel(self) -> None:
        """Makes the current run void; its result never comes."""
        self._generation += 1
        self._current = None

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Blocks until nothing runs; for closing and for tests."""
        return self._pool.waitForDone(milliseconds)

    def _on_progress(self, what: str, done: int, total: int, generation: int) -> None:
        if generation == self._generation:
            self.progressed.emit(what, done, total)

    def _on_end(self, result: object, generation: int) -> None:
        if generation == self._generation:
            self._current = None
            self.ended.emit(result)
