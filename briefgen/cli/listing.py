"""Lists of what is installed, as lines for people or as JSON."""

import json
from collections.abc import Mapping, Sequence

import click


def show_list(rows: Sequence[Mapping[str, object]], as_json: bool) -> None:
    """Rows with at least ``id`` and ``title``, one a line or as one JSON list."""
    if as_json:
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
        return
    width = max((len(str(row["id"])) for row in rows), default=0)
    for row in rows:
        click.echo(f"{row['id']!s:{width}}  {row['title']}")
