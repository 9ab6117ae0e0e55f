"""`briefgen batch`: every briefing of a manifest."""

import json
import signal
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from briefgen.batch.manifest import read_manifest
from briefgen.batch.plan import Planned, plan
from briefgen.batch.results import relative, result_table, write_results
from briefgen.batch.run import BatchOptions, run_batch
from briefgen.batch.work import Outcome
from briefgen.cli.options import json_option, quiet_option
from briefgen.cli.talk import Talk
from briefgen.errors import WorkersError
from briefgen.i18n.mark import mark as _
from briefgen.model.record import to_record


@click.command("batch")
@click.argument("manifest", type=click.Path(path_type=Path))
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes; all cores by default.")
@click.option("--resume", is_flag=True, help="Do only what an earlier run has not finished.")
@click.option("--dry-run", is_flag=True, help="Print what would be made, and make nothing.")
@click.option("--since-last", metavar="NAME", help="Only sources that the last run under this name did not have.")
@click.option("--scheduler", metavar="ADDRESS", help="Run on the Dask cluster at this address.")
@json_option
@quiet_option
def command(
    manifest: Path,
    jobs: int | None,
    resume: bool,
    dry_run: bool,
    since_last: str | None,
    scheduler: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Make every briefing of a manifest (TOML)."""
    talk = Talk(quiet)
    planned = plan(read_manifest(manifest))
    if since_last:
        planned = tuple(replace(item, since_last=item.since_last or since_last) for item in planned)
    for problem in dict.fromkeys(item.problem for item in planned if item.problem):
        talk.say("{problem}", problem=problem)
    if dry_run:
        _show_plan(manifest, planned, as_json)
        return 3 if any(item.problem for item in planned) else 0
    outcomes = _run(talk, manifest, planned, BatchOptions(jobs, resume, scheduler))
    if as_json:
        click.echo(json.dumps(to_record(outcomes), ensure_ascii=False, indent=1))
    else:
        click.echo(result_table(manifest, outcomes), nl=False)
    return _exit_code(outcomes)


def _run(talk: Talk, manifest: Path, planned: Sequence[Planned], options: BatchOptions) -> list[Outcome]:
    """The outcomes in the manifest's order; the results are written even of a run that is stopped."""
    outcomes: list[Outcome] = []
    try:
        with _stopped_politely(), talk.progress() as report:
            for outcome in run_batch(planned, options, report):
                outcomes.append(outcome)
                say_outcome(talk, outcome)
    except WorkersError as error:
        error.exit_code = 3 if any(outcome.error is None for outcome in outcomes) else 4
        raise
    finally:
        order = {(item.job, tuple(map(str, item.outputs))): number for number, item in enumerate(planned)}
        outcomes.sort(key=lambda o: order.get((o.job, o.outputs), len(order)))
        write_results(manifest, outcomes)
    return outcomes


class _stopped_politely:  # noqa: N801  (it reads as a phrase after `with`)
    """Lets a polite end (SIGTERM, as by a scheduler or a shutdown) be what Ctrl+C is."""

    def __enter__(self) -> None:
        self._before = None
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGTERM, signal.default_int_handler)

    def __exit__(self, *_error: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGTERM, self._before)


def say_outcome(talk: Talk, outcome: Outcome) -> None:
    """A line on what became of a briefing; none where nothing was to be done."""
    if outcome.error:
        talk.say(_("{job}: failed: {error}"), job=outcome.job, error=outcome.error)
    elif outcome.note:
        talk.say("{job}: {note}", job=outcome.job, note=outcome.note)
    elif not outcome.skipped:
        names = " ".join(Path(name).name for name in outcome.outputs)
        talk.say(_("{job}: written in {seconds} s: {outputs}"), job=outcome.job, seconds=outcome.seconds, outputs=names)


def _exit_code(outcomes: Sequence[Outcome]) -> int:
    failed = [outcome for outcome in outcomes if outcome.error]
    if outcomes and len(failed) == len(outcomes):
        return 4
    if failed or any(outcome.unread for outcome in outcomes):
        return 3
    return 1 if any(outcome.serious for outcome in outcomes) else 0


def _show_plan(manifest: Path, planned: Sequence[Planned], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([_plan_record(manifest, item) for item in planned], ensure_ascii=False, indent=1))
        return
    for item in planned:
        click.echo(
            f"{item.job}  {item.options.lang or 'auto'}  {item.options.template}  {', '.join(item.options.topics)}"
        )
        for file in item.files:
            click.echo(f"    < {file.name}")
        if item.library is not None:
            click.echo(f"    < library: {item.library}")
        for sentence in (*item.missing, *filter(None, (item.problem,))):
            click.echo(f"    ! {sentence}")
        for output in item.outputs:
            click.echo(f"    > {relative(manifest, str(output))}")


def _plan_record(manifest: Path, item: Planned) -> dict[str, object]:
    return {
        "job": item.job,
        "options": to_record(item.options),
        "sources": [file.name for file in item.files],
        "library": item.library,
        "missing": [*item.missing],
        "problem": item.problem,
        "outputs": [relative(manifest, str(output)) for output in item.outputs],
    }
