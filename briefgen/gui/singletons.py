"""Keeps `None`, `True` and `False` alive under PySide6 6.12 on Python 3.11.

That PySide6 hands these out without counting the reference: it was built for Python 3.12, where they cannot be freed (PEP 683).
On 3.11 every call of a Qt function that returns nothing takes one reference from `None`, and after some ten thousand the
interpreter stops with “deallocating None”. As many references as a run can never take are added once, which is what 3.12 does.
"""

import ctypes
import sys

_MANY = sys.maxsize >> 2


def keep_singletons() -> None:
    """Does nothing where Python itself keeps them, or has been told already."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12) or hasattr(sys, "getobjects"):
        return
    for singleton in (None, True, False):
        if sys.getrefcount(singleton) < _MANY // 2:
            ctypes.c_ssize_t.from_address(id(singleton)).value += _MANY
