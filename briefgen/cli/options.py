"""Options that several subcommands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from briefgen.pipeline import sample_sources

Command = TypeVar("Command", bound=Callable[..., Any])

json_option = click.option("--json", "as_json", is_flag=True, help="Give the result as JSON.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")
paths_argument = click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))


def sources_or_samples(paths: tuple[str, ...]) -> list[str | Path]:
    """What the user named, else the shipped sample articles."""
    return list(paths) or [sample_sources()]
