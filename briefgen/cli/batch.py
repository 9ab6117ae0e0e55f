"""`briefgen batch`: every briefing of a manifest."""

from collections.abc import Sequence
from pathlib import Path

import click

from briefgen.batch.manifest import read_manifest
from briefgen.batch.plan import Planned, plan
from briefgen.batch.results import write_results
from briefgen.batch.run import BatchOptions, run_batch
from briefgen.batch.work import Outcome
from briefgen.cli.options import quiet_option
from briefgen.cli.talk import Talk
from briefgen.i18n.mark import mark as _


@click.command("batch")
@click.argument("manifest", type=click.Path(path_type=Path))
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes; all cores by default.")
@click.option("--resume", is_flag=True, help="Do only what an earlier run has not finished.")
@click.option("--dry-run", is_flag=True, help="Print what would be made, and make nothing.")
@click.option("--scheduler", metavar="ADDRESS", help="Run on the Dask cluster at this address.")
@quiet_option
def command(manifest: Path, jobs: int | None, resume: bool, dry_run: bool, scheduler: str | None, quiet: bool) -> int:
    """Make every briefing of a manifest (TOML)."""
    talk = Talk(quiet)
    planned = plan(read_manifest(manifest))
    if dry_run:
        _show_plan(manifest, planned)
        return 0
    outcomes = _run(talk, planned, BatchOptions(jobs, resume, scheduler))
    order = {(item.job, item.outputs): number for number, item in enumerate(planned)}
    outcomes.sort(key=lambda o: order.get((o.job, tuple(map(Path, o.outputs))), len(order)))
    _lines, table = write_results(manifest, outcomes)
    click.echo(table.read_text(encoding="utf-8"), nl=False)
    return _exit_code(outcomes)


def _run(talk: Talk, planned: Sequence[Planned], options: BatchOptions) -> list[Outcome]:
    outcomes = []
    with talk.progress() as report:
        for outcome in run_batch(planned, options, report):
            outcomes.append(outcome)
            if outcome.error:
                talk.say(_("{job}: failed: {error}"), job=outcome.job, error=outcome.error)
            elif not outcome.skipped:
                talk.say(_("{job}: written in {seconds} s: {outputs}"), job=outcome.job, seconds=outcome.seconds,
                         outputs=" ".join(Path(name).name for name in outcome.outputs))  # fmt: skip
    return outcomes


def _exit_code(outcomes: Sequence[Outcome]) -> int:
    failed = [outcome for outcome in outcomes if outcome.error]
    if outcomes and len(failed) == len(outcomes):
        return 4
    return 3 if failed or any(outcome.unread for outcome in outcomes) else 0


def _show_plan(manifest: Path, planned: Sequence[Planned]) -> None:
    for item in planned:
        click.echo(
            f"{item.job}  {item.options.lang or 'auto'}  {item.options.template}  {', '.join(item.options.topics)}"
        )
        for file in item.files:
            click.echo(f"    < {file.name}")
        for sentence in item.missing:
            click.echo(f"    ! {sentence}")
        for output in item.outputs:
            shown = (
                output.relative_to(manifest.resolve().parent)
                if output.is_relative_to(manifest.resolve().parent)
                else output
            )
            click.echo(f"    > {shown}")
