"""Qt without a screen, unless the test asks for a real one."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """One line for all of this folder where Qt's libraries are missing."""
    del config
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        skip = pytest.mark.skip(reason=f"Qt cannot be loaded: {error}")
        for item in items:
            if "gui" in item.path.parts:
                item.add_marker(skip)
