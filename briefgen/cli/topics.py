"""`briefgen topics`: the installed topics."""

from typing import Any

import click

from briefgen.cli.listing import show_list
from briefgen.cli.options import json_option
from briefgen.cli.talk import screen_locale
from briefgen.i18n.locales import language
from briefgen.lexicon.topics import Topic, load_topics, topic


@click.command("topics")
@click.option("--show", metavar="ID", help="Print the file of one topic.")
@json_option
def command(show: str | None, as_json: bool) -> None:
    """List the topics that are installed, yours included."""
    if show:
        click.echo(topic(show).path.read_text(encoding="utf-8"), nl=False)
        return
    show_list([_row(t) for t in load_topics().values()], as_json)


def _row(found: Topic) -> dict[str, Any]:
    shown = language(screen_locale())
    title = found.title(shown if shown in found.titles else "en")
    return {
        "id": found.id,
        "title": title,
        "titles": dict(found.titles),
        "iptc": list(found.iptc),
        "concepts": len(found.concepts),
    }
