"""`briefgen gui`: the desktop app."""

import click

from briefgen.errors import UsageError
from briefgen.i18n.mark import mark as _


@click.command("gui")
@click.argument("session", required=False, type=click.Path(dir_okay=False))
def command(session: str | None) -> int:
    """Open the desktop app."""
    try:
        from importlib import import_module

        app = import_module("briefgen.gui.app")
    except ImportError as error:
        message = _("The desktop app needs Qt ({reason}). Install it with: pip install 'briefgen[gui]'.")
        raise UsageError(message, reason=error) from error
    return int(app.run([session] if session else []))
