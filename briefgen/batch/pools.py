"""Where the work runs: processes of this machine, or what `batch.cluster` gives; the same calls in both."""

import logging
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from briefgen.batch.work import is_ready, start_worker
from briefgen.errors import DEBUG, WorkersError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _

Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 4
"""Tasks waiting per worker: enough to keep it busy, few enough to keep memory flat."""
_STARTS = 2
"""How often workers are started anew after one has died, before it is said that none will live."""
_MOST = 61
"""Processes that Windows can wait for."""
_LOOK = 2.0
"""Seconds without a result after which we look whether somebody is at work."""
_REFUSED = (OSError, NotImplementedError, ImportError)
"""What it looks like when a machine gives us no process, or no semaphore to talk with it."""
_LOG = logging.getLogger(__name__)


def _refused(error: Exception) -> WorkersError:
    message = _("No worker process can be started ({reason}). Close other programs, or try fewer with --jobs 1.")
    return WorkersError(message, reason=error)


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a result: the task's worker died, and died again when the task was given to another."""

    reason: str


def _nothing() -> None:
    return


class Pool:
    """Workers that take calls. One that dies is replaced."""

    def __init__(
        self,
        start: Callable[[], Executor],
        count: int,
        stop: Callable[[], None] = _nothing,
        check: Callable[[], None] = _nothing,
    ) -> None:
        """`stop` asks the workers to leave what they have in hand; `check`, called now and then while we wait for them,
        raises WorkersError when there is nobody to wait for."""
        self.count, self.check = count, check
        self._start, self._stop = start, stop
        self._executor: Executor | None = None

    def submit(self, call: Callable[..., Result], arguments: tuple[Any, ...]) -> Future[Result]:
        """The call, given to a worker; workers are started with the first one. The future tells when they are dead.

        Raises WorkersError when this machine starts no process.
        """
        try:
            self._executor = self._executor or self._start()
            with _deaf_to_ctrl_c():
                return self._executor.submit(call, *arguments)
        except BrokenProcessPool as error:
            future: Future[Result] = Future()
            future.set_exception(error)
            return future
        except (OSError, NotImplementedError) as error:
            self.restart()
            message = _(
                "No worker process can be started ({reason}). Close other programs, or try fewer with --jobs 1."
            )
            raise WorkersError(message, reason=error) from error

    def restart(self) -> None:
        """New workers, after one has died."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = None

    def start_again(self) -> None:
        """New workers, at least one of which has started; WorkersError when they die each time."""
        for _attempt in range(_STARTS):
            self.restart()
            try:
                self.submit(is_ready, ()).result()
                return
            except BrokenProcessPool:
                continue
        raise WorkersError(_("The worker processes die as soon as they start. Free some memory, or try --jobs 1."))

    def close(self) -> None:
        """Lets the file or briefing that is being worked on be ended, drops the rest."""
        if self._executor is None:
            return
        self._stop()
        try:
            self._executor.shutdown(wait=True, cancel_futures=True)
        except KeyboardInterrupt:  # who presses Ctrl+C again will not wait; left alone, the workers would be waited for
            for process in multiprocessing.active_children():
                process.kill()
            raise


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes started meanwhile never hear Ctrl+C, which a terminal sends to all: we hear it, and end them in order."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cores() -> int:
    """Cores that this process may run on: a container or `taskset` may give it fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def processes(jobs: int | None) -> Iterator[Pool]:
    """A pool of `jobs` processes; as many as there are cores for us where None."""
    count = min(jobs or _cores(), _MOST)
    context = multiprocessing.get_context("spawn")
    try:
        stop = context.Event()
    except _REFUSED as error:
        raise _refused(error) from error
    start = partial(ProcessPoolExecutor, count, context, start_worker, (stop,))
    pool = Pool(start, count, stop.set)
    try:
        yield pool
    finally:
        pool.close()


def run_all(
    pool: Pool, call: Callable[..., Result], tasks: Iterator[tuple[Item, tuple[Any, ...]]]
) -> Iterator[tuple[Item, Result | Lost]]:
    """(item, result) of every task as it is done; only a few tasks wait at any time.

    When a worker dies, nobody knows whose task killed it: all that were waiting are done again one by one.
    """
    waiting: dict[Future[Result], tuple[Item, tuple[Any, ...]]] = {}
    while True:
        for item, arguments in islice(tasks, max(pool.count * _AHEAD - len(waiting), 0)):
            waiting[pool.submit(call, arguments)] = item, arguments
        if not waiting:
            return
        for done in wait(waiting, _LOOK, FIRST_COMPLETED).done or _looked(pool):
            if done not in waiting:
                continue
            item, arguments = waiting.pop(done)
            try:
                yield item, done.result()
            except BrokenProcessPool:
                suspects = [(item, arguments), *waiting.values()]
                waiting.clear()
                yield from _one_by_one(pool, call, suspects)
            except Exception as error:  # a task runner's border: what a cluster loses must not stop the rest
                if DEBUG in os.environ:
                    _LOG.exception("a task was lost")
                yield item, Lost(repr(error))


def _looked(pool: Pool) -> tuple[()]:
    """Nothing is done yet: is anybody at work?"""
    pool.check()
    return ()


def _one_by_one(
    pool: Pool, call: Callable[..., Result], suspects: list[tuple[Item, tuple[Any, ...]]]
) -> Iterator[tuple[Item, Result | Lost]]:
    pool.start_again()
    for item, arguments in suspects:
        try:
            yield item, pool.submit(call, arguments).result()
        except BrokenProcessPool as error:
            pool.start_again()
            yield item, Lost(str(error))
