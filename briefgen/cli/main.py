"""The `briefgen` command: subcommands on demand, errors as one line, exit codes as in the contract."""

import os
from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from briefgen import __version__
from briefgen.cli.commands import COMMANDS
from briefgen.cli.talk import Talk
from briefgen.errors import DEBUG, BriefgenError, Cancelled
from briefgen.i18n.mark import mark as _

_MODULES = {name: module for name, _help, module in COMMANDS}


class Subcommands(click.Group):
    """Knows the subcommands' names and help without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _MODULES.get(cmd_name)
        if module is None:
            return None
        return cast(click.Command, import_module(f"briefgen.cli.{module}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        translate = Talk().translate
        with formatter.section(translate(_("Commands"))):
            formatter.write_dl([(name, translate(text)) for name, text, _module in COMMANDS])


@click.group(cls=Subcommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefgen")
def briefgen() -> None:
    """Press articles in, a briefing an analyst can sign out."""


def run(arguments: Sequence[str]) -> int:
    """The exit code of one call; no error of the user's shows a traceback unless --debug is given."""
    debug = "--debug" in arguments
    if debug:
        os.environ[DEBUG] = "1"
    try:
        result = briefgen.main(
            args=[a for a in arguments if a != "--debug"], prog_name="briefgen", standalone_mode=False
        )
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, Cancelled):
        Talk().say(_("Stopped; nothing was left half written."))
        return 130
    except BrokenPipeError:
        return 0
    except BriefgenError as error:
        if debug:
            raise
        Talk().error(error)
        return error.exit_code
    except Exception as error:
        if debug:
            raise
        Talk().say(
            _("Something went wrong inside briefgen ({error}). Run again with --debug and report it."),
            error=repr(error),
        )
        return 4
    return int(result or 0)
