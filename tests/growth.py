"""Whether work grows with its input and not with its square: a ratio of the best of several runs, never a time."""

import time
from collections.abc import Callable

_RUNS = 3
_FLOOR = 0.02
"""Seconds below which a run is noise."""


def best_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the quickest of a few runs."""
    times = []
    for _run in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def grows_with_length(make: Callable[[int], Callable[[], object]], size: int, times: int = 8) -> bool:
    """Whether the work on `times` times the size takes at most twice what the length alone explains."""
    small, large = best_seconds(make(size)), best_seconds(make(size * times))
    return large < 2 * times * max(small, _FLOOR)
