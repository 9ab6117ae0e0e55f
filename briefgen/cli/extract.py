"""`briefgen extract`: what was found, as JSON Lines or, with --explain, for people."""

import json

import click

from briefgen.cli.options import paths_argument, quiet_option, sources_or_samples
from briefgen.cli.talk import Talk
from briefgen.model.record import to_record
from briefgen.pipeline import read_sources


@click.command("extract")
@paths_argument
@click.option("--explain", is_flag=True, help="Say for people what was found, by which rule and why.")
@click.option("--json", "_as_json", is_flag=True, help="JSON Lines (the default).")
@quiet_option
def command(paths: tuple[str, ...], explain: bool, _as_json: bool, quiet: bool) -> int:
    """Print what was found in articles, one JSON object a source."""
    talk = Talk(quiet)
    with talk.progress() as report:
        reading = read_sources(sources_or_samples(paths), report)
    for failure in reading.failures:
        talk.error(failure)
    if explain:
        from briefgen.cli.explain import explained

        for extraction in reading.extractions:
            click.echo("\n".join(explained(extraction, talk.translate)))
    else:
        for extraction in reading.extractions:
            click.echo(json.dumps(extraction.to_dict(), ensure_ascii=False))
        if len(reading.extractions) > 1:
            click.echo(json.dumps({"groups": to_record(reading.groups)}, ensure_ascii=False))
    if reading.failures:
        return 3 if reading.extractions else 4
    return 0
