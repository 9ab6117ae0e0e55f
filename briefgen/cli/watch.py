"""`briefgen watch`: a folder whose new articles make the manifest's briefings again."""

import signal
import threading
from pathlib import Path

import click

from briefgen.batch.manifest import read_manifest
from briefgen.batch.plan import Planned, plan
from briefgen.batch.results import write_results
from briefgen.batch.run import BatchOptions, run_batch
from briefgen.batch.watch import changed_files, touched
from briefgen.batch.work import Outcome
from briefgen.cli.batch import say_outcome
from briefgen.cli.options import quiet_option
from briefgen.cli.talk import Talk
from briefgen.errors import BriefgenError
from briefgen.i18n.mark import mark as _


@click.command("watch")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--manifest", required=True, type=click.Path(path_type=Path), help="The jobs to make again.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes; all cores by default.")
@quiet_option
def command(folder: Path, manifest: Path, jobs: int | None, quiet: bool) -> int:
    """Watch a folder; make the jobs again that new, changed or removed articles touch. Ctrl+C stops it."""
    talk = Talk(quiet)
    watched = _Watched(talk, manifest, BatchOptions(jobs))
    stop = threading.Event()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_ignored: stop.set())
    for paths in changed_files(folder, stop.is_set, started=lambda: _say_watching(talk, folder)):
        try:
            watched.make_again(paths, stop)
        except BriefgenError as error:
            talk.error(error)
    talk.say(_("Stopped."))
    return 0


def _say_watching(talk: Talk, folder: Path) -> None:
    talk.say(_("Watching {folder}. Ctrl+C stops."), folder=folder)


class _Watched:
    """The manifest as it was when last looked at, and the last outcome of each of its briefings."""

    def __init__(self, talk: Talk, manifest: Path, options: BatchOptions) -> None:
        self._talk, self._manifest, self._options = talk, manifest, options
        self._planned = plan(read_manifest(manifest))
        self._outcomes: dict[tuple[str, str], Outcome] = {}

    def make_again(self, paths: frozenset[Path], stop: threading.Event) -> None:
        """The briefings that use one of the files now, or used it before; BriefgenError when the manifest is broken."""
        before, self._planned = self._planned, plan(read_manifest(self._manifest))
        used = {_name(item) for item in touched((*before, *self._planned), paths)}
        due = [item for item in self._planned if _name(item) in used]
        if not due:
            self._talk.say(_("{count} files changed; no job uses them."), count=len(paths))
        for outcome in run_batch(due, self._options, lambda *_ignored: None) if due else ():
            self._outcomes[outcome.job, outcome.lang] = outcome
            say_outcome(self._talk, outcome)
            if stop.is_set():
                break
        if due:
            write_results(self._manifest, list(self._outcomes.values()))


def _name(item: Planned) -> tuple[str, str]:
    return item.job, item.options.lang
