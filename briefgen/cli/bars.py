"""Progress bars on a terminal: one a kind of work, with how many are done, the rate and the time left."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from briefgen.cli.talk import WORK


class _Rate(ProgressColumn):
    """Pieces a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "", style="progress.data.speed")


Report = Callable[[str, int, int], None]
SayAbove = Callable[[str, str | None], None]
"""Prints a line, in a color or none, above the bars."""


@contextmanager
def bars(translate: Callable[[str], str]) -> Iterator[tuple[Report, SayAbove]]:
    """A report function that draws, and how to say something meanwhile; the bars are gone when the work is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        tasks: dict[str, int] = {}

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(translate(WORK.get(what, what)), total=total)
            progress.update(tasks[what], completed=done, total=total)  # type: ignore[arg-type]

        def say_above(line: str, color: str | None) -> None:
            progress.console.print(Text(line, style=color or ""), soft_wrap=True)

        yield report, say_above
