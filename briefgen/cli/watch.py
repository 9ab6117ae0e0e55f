"""`briefgen watch`: a folder whose new articles make the manifest's briefings again."""

import signal
import threading
from pathlib import Path

import click

from briefgen.batch.manifest import read_manifest
from briefgen.batch.plan import plan
from briefgen.batch.results import write_results
from briefgen.batch.run import BatchOptions, run_batch
from briefgen.batch.watch import changed_files, touched
from briefgen.cli.options import quiet_option
from briefgen.cli.talk import Talk
from briefgen.i18n.mark import mark as _


@click.command("watch")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--manifest", required=True, type=click.Path(path_type=Path), help="The jobs to make again.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes; all cores by default.")
@quiet_option
def command(folder: Path, manifest: Path, jobs: int | None, quiet: bool) -> int:
    """Watch a folder; make the jobs again that new or changed articles touch. Ctrl+C stops it."""
    talk = Talk(quiet)
    read_manifest(manifest)
    stop = threading.Event()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_ignored: stop.set())
    talk.say(_("Watching {folder}. Ctrl+C stops."), folder=folder)
    for paths in changed_files(folder, stop.is_set):
        due = touched(plan(read_manifest(manifest)), paths)
        if not due:
            talk.say(_("{count} files changed; no job uses them."), count=len(paths))
            continue
        outcomes = list(run_batch(due, BatchOptions(jobs), lambda *_ignored: None))
        write_results(manifest, outcomes)
        for outcome in outcomes:
            if outcome.error:
                talk.say(_("{job}: failed: {error}"), job=outcome.job, error=outcome.error)
            else:
                talk.say(_("{job}: made again"), job=outcome.job)
    talk.say(_("Stopped."))
    return 0
