"""`briefgen templates`: the installed document templates."""

from typing import Any

import click

from briefgen.cli.listing import show_list
from briefgen.cli.options import json_option
from briefgen.cli.talk import screen_locale
from briefgen.i18n.locales import language


@click.command("templates")
@click.option("--show", metavar="ID", help="Print the body of one template.")
@json_option
def command(show: str | None, as_json: bool) -> None:
    """List the templates that are installed, yours included."""
    from briefgen.compose.templates import BODY, TemplateInfo, template_info, template_infos

    if show:
        click.echo((template_info(show).folder / BODY).read_text(encoding="utf-8"), nl=False)
        return
    shown = language(screen_locale())

    def row(info: TemplateInfo) -> dict[str, Any]:
        title = info.title.get(shown) or info.title.get("en") or info.id
        return {"id": info.id, "title": title, "titles": dict(info.title), "description": dict(info.description)}

    show_list([row(info) for info in template_infos()], as_json)
