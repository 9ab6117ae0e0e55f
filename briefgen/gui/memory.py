"""How the C library hands out memory under Linux: one arena for all threads, and what is free given back.

By default each thread that reads or composes gets an arena of its own, of which little is ever returned: some 15 MB of 250.
"""

import ctypes
import sys

_ARENA_MAX = -8
"""M_ARENA_MAX of glibc's malloc.h."""


def share_one_arena() -> None:
    """For the whole process; does nothing where the C library is another."""
    _call("mallopt", _ARENA_MAX, 1)


def give_back() -> None:
    """Returns what is free to the system; takes a few milliseconds."""
    _call("malloc_trim", 0)


def _call(name: str, *arguments: int) -> None:
    if sys.platform != "linux":
        return
    function = getattr(ctypes.CDLL(None), name, None)
    if function is not None:
        function(*arguments)
