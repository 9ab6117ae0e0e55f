"""What the command line says beside its result: on stderr, in the screen language, silent with --quiet."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from briefgen.errors import BriefgenError
from briefgen.i18n.catalogs import screen
from briefgen.i18n.mark import mark as _
from briefgen.model.finding import Finding

WORK = {"reading": _("Reading"), "sources": _("Sources"), "briefings": _("Briefings")}
"""What `report` functions are called with → how it is said."""
_COLORS = {"error": "red", "warning": "yellow", "info": None}


def screen_locale() -> str:
    """The language of the terminal's words: LC_ALL, LC_MESSAGES or LANG."""
    return next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "en")


_LINE_EVERY = 5.0
"""Seconds between two lines of progress where there is no terminal."""


class Lines:
    """Progress as plain lines, with rate and time left; nothing for work that is done at once."""

    def __init__(self, line: Callable[[str], None], translate: Callable[[str], str]) -> None:
        self._line, self._translate = line, translate
        self._started: dict[str, float] = {}
        self._last = self._reported = time.monotonic()

    def __call__(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        begun = self._started.setdefault(what, self._reported)
        self._reported = now
        if now - self._last < _LINE_EVERY or not total:
            return
        self._last = now
        rate = done / max(now - begun, 0.001)
        sentence = self._translate(_("{what}: {done} of {total}, {rate} a second, {left} s left"))
        left = round((total - done) / rate) if rate else "?"
        name = self._translate(WORK.get(what, what))
        self._line(sentence.format(what=name, done=done, total=total, rate=f"{rate:.1f}", left=left))


class Talk:
    """Speaks to the user on stderr."""

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet
        self._say_above: Callable[[str, str | None], None] | None = None

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
        if self._say_above is not None:
            self._say_above(line, color)
            return
        plain = "NO_COLOR" in os.environ or not sys.stderr.isatty()
        click.echo(line if plain or color is None else click.style(line, fg=color), err=True)

    def problem(self, sentence: str) -> None:
        """A sentence on something that failed; said even with --quiet."""
        self._line(sentence, "red")

    @contextmanager
    def progress(self) -> Iterator[Callable[[str, int, int], None]]:
        """A report function: bars on a terminal; elsewhere a line now and then, once the work takes a while."""
        if self._quiet:
            yield lambda _what, _done, _total: None
        elif not sys.stderr.isatty():
            yield Lines(self._line, self.translate)
        else:
            from briefgen.cli.bars import bars

            with bars(self.translate) as (report, self._say_above):
                try:
                    yield report
                finally:
                    self._say_above = None
