"""Where the work runs: processes of this machine, or the workers of a Dask cluster; the same calls in both."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from briefgen.batch.work import start_worker
from briefgen.errors import UsageError
from briefgen.i18n.mark import mark as _

Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 4
"""Tasks waiting per worker: enough to keep it busy, few enough to keep memory flat."""


@contextmanager
def processes(jobs: int | None) -> Iterator[tuple[Executor, int]]:
    """(a pool of `jobs` processes, how many); all cores where None."""
    count = jobs or os.cpu_count() or 1
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=start_worker)
    try:
        yield pool, count
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """(the cluster's workers as a pool, how many); UsageError when it is out of reach or its library is missing."""
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(_("--scheduler needs Dask. Install it with: pip install 'briefgen[cluster]'.")) from error
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(
            _("{address}: no Dask scheduler answers there. Check --scheduler."), address=address
        ) from error
    try:
        yield client.get_executor(pure=False, retries=3), max(1, sum(client.nthreads().values()))
    finally:
        client.close()


def run_all(
    pool: Executor, workers: int, call: Callable[..., Result], tasks: Iterator[tuple[Item, tuple[Any, ...]]]
) -> Iterator[tuple[Item, Result]]:
    """(item, result) of every task as it is done; only a few tasks wait at any time."""
    waiting: dict[Future[Result], Item] = {}
    while True:
        room = workers * _AHEAD - len(waiting)
        for item, arguments in islice(tasks, max(room, 0)):
            waiting[pool.submit(call, *arguments)] = item
        if not waiting:
            return
        done = next(as_completed(waiting))
        yield waiting.pop(done), done.result()
