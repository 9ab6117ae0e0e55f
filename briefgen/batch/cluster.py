"""The workers of a Dask cluster as a pool."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from briefgen.batch.pools import Pool
from briefgen.errors import UsageError, WorkersError
from briefgen.i18n.mark import mark as _
from briefgen.pipeline import engine_key

_PATIENCE = 30.0
"""Seconds that a cluster may be without workers: it may be starting new ones."""


@contextmanager
def cluster(address: str) -> Iterator[Pool]:
    """The cluster's workers as a pool; UsageError when it is out of reach, its library is missing, or it is not this briefgen."""
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
        _check_workers(client, address)
        count = max(1, sum(client.nthreads().values()))
        executor = partial(client.get_executor, pure=False, retries=3)
        yield Pool(executor, count, check=partial(_check_cluster, client, address, [time.monotonic()]))
    finally:
        client.close()


def _check_cluster(client: Any, address: str, seen: list[float]) -> None:
    """WorkersError when the scheduler is gone, or has had no workers for a while; `seen` holds when there were some last."""
    if client.status in ("closing", "closed"):
        raise WorkersError(
            _("{address}: the Dask scheduler is gone. Start it, then run again with --resume."), address=address
        )
    if client.status != "running" or client.nthreads():
        seen[0] = time.monotonic()
    elif time.monotonic() - seen[0] > _PATIENCE:
        raise WorkersError(
            _("{address}: this Dask cluster has no workers left. Start some, then run again with --resume."),
            address=address,
        )


def _check_workers(client: Any, address: str) -> None:
    """Workers with other rules or topics would find other evidence than this machine."""
    keys = client.run(engine_key, on_error="return")
    if not keys:
        raise UsageError(_("{address}: this Dask cluster has no workers. Start some."), address=address)
    others = sorted(worker for worker, key in keys.items() if key != engine_key())
    if others:
        message = _("{address}: worker {worker} has another briefgen, other topics or none. Install the same there.")
        raise UsageError(message, address=address, worker=others[0])
