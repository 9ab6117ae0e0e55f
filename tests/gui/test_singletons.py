"""Qt calls cannot use up the references of `None`, which would end the process."""

import sys

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import QObject

import briefgen.gui  # noqa: F401 - importing it is what is tested


def test_many_calls_that_return_nothing_leave_none_alive() -> None:
    """With some builds of PySide6 each takes a reference."""
    item = QObject()

    for _time in range(100_000):
        item.setObjectName("")

    assert sys.getrefcount(None) > 1_000_000
