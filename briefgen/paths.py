"""The user's own folder (templates, styles, topics, library, recovery)."""

import os
from functools import cache
from pathlib import Path


@cache
def _default_home() -> Path:
    from platformdirs import user_data_path

    return user_data_path("briefgen", appauthor=False)


def home() -> Path:
    """The user's folder: BRIEFGEN_HOME, else the platform's data folder. It may not exist yet."""
    override = os.environ.get("BRIEFGEN_HOME")
    return Path(override).expanduser() if override else _default_home()
