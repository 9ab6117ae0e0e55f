"""Files shipped beside the package (templates, assets, sources): bundled in a wheel, else the checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def root() -> Path:
    """The folder that holds `templates`, `assets` and `sources`."""
    bundled = _PACKAGE / "_bundled"
    return bundled if bundled.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, such as ``resource("assets", "topics")``."""
    return root().joinpath(*parts)
