"""Work that makes little garbage, done without looking for any."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles meanwhile; afterwards it is as it was before.

    To look through all that a long task has made so far, again and again, finds next to none, takes a tenth of the time, and
    makes the pages of a long document slower than those of a short one.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
