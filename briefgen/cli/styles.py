"""`briefgen styles`: the installed house styles."""

import click

from briefgen.cli.listing import show_list
from briefgen.cli.options import json_option
from briefgen.cli.talk import screen_locale
from briefgen.i18n.locales import language


@click.command("styles")
@click.option("--show", metavar="ID", help="Print the file of one style.")
@json_option
def command(show: str | None, as_json: bool) -> None:
    """List the house styles that are installed, yours included."""
    from briefgen.pipeline import installed_styles
    from briefgen.render.style import style_path

    if show:
        click.echo(style_path(show).read_text(encoding="utf-8"), nl=False)
        return
    shown = language(screen_locale())
    show_list([{"id": name, "title": title} for name, title in installed_styles(shown)], as_json)
