"""What the command line says beside its result: on stderr, in the screen language, silent with --quiet."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from briefgen.errors import BriefgenError
from briefgen.i18n.catalogs import screen
from briefgen.model.finding import Finding

_COLORS = {"error": "red", "warning": "yellow", "info": None}


def screen_locale() -> str:
    """The language of the terminal's words: LC_ALL, LC_MESSAGES or LANG."""
    return next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "en")


class Talk:
    """Speaks to the user on stderr."""

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet

    @property
    def translate(self) -> Callable[[str], str]:
        """Message key → sentence in the screen language."""
        return screen(screen_locale()).gettext

    def say(self, message: str, **params: object) -> None:
        """One sentence, unless the user asked for silence."""
        if not self._quiet:
            self._line(self.translate(message).format(**params))

    def error(self, error: BriefgenError) -> None:
        """The error's sentence; said even with --quiet."""
        self._line(error.said(self.translate), "red")

    def findings(self, findings: Iterable[Finding]) -> None:
        """A line a finding, most serious first, repeats once."""
        order = {"error": 0, "warning": 1, "info": 2}
        lines = {
            finding.said(self.translate): finding.level for finding in sorted(findings, key=lambda f: order[f.level])
        }
        for line, level in lines.items():
            if not self._quiet or level == "error":
                self._line(f"  {line}", _COLORS[level])

    def _line(self, line: str, color: str | None = None) -> None:
        plain = "NO_COLOR" in os.environ or not sys.stderr.isatty()
        click.echo(line if plain or color is None else click.style(line, fg=color), err=True)

    @contextmanager
    def progress(self) -> Iterator[Callable[[str, int, int], None]]:
        """A report function that draws a bar on a terminal, and is silent elsewhere."""
        if self._quiet or not sys.stderr.isatty():
            yield lambda _what, _done, _total: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=None)
            yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
