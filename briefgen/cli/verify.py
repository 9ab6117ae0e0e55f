"""`briefgen verify`: a briefing's printed quotes and facts, held against the sources again."""

import json
from pathlib import Path

import click

from briefgen.cli.options import json_option, quiet_option
from briefgen.cli.talk import Talk
from briefgen.errors import OutputError, VerifyError
from briefgen.i18n.mark import mark as _
from briefgen.model.record import to_record
from briefgen.pipeline import read_sources, sample_sources
from briefgen.verify.compare import Verdict, compare
from briefgen.verify.visible import read_visible

_SENTENCES = {
    ("altered", "page"): _("{id}: the page was altered: “{printed}” stands where the evidence has “{source}”."),
    ("altered", "evidence"): _(
        "{id}: the evidence in the file was altered: it has “{printed}”, the source “{source}”."
    ),
    ("missing", "page"): _("{id}: it is no longer in the file: “{source}”."),
    ("missing", "evidence"): _("{id}: the file holds no evidence for “{printed}”."),
    ("missing", "source"): _("{id}: its source {path} was not given with --sources."),
    ("source_changed", "source"): _("{id}: the source {path} has changed: “{printed}” is now “{source}”."),
}


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--sources", multiple=True, type=click.Path(), help="Files and folders of the sources; repeat for several."
)
@json_option
@quiet_option
def command(file: Path, sources: tuple[str, ...], as_json: bool, quiet: bool) -> int:
    """Re-check every printed quote and fact of a briefing (pdf, docx, html) against its sources."""
    talk = Talk(quiet)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise VerifyError(
            _("{name}: the file cannot be read ({reason})."), name=file.name, reason=error.strerror
        ) from error
    visible = read_visible(data, file.name)
    if visible.evidence is None or not visible.evidence.get("evidence"):
        raise OutputError(_("{name}: there is no evidence in this file; it cannot be verified."), name=file.name)
    reading = read_sources(sources or [sample_sources()])
    for failure in reading.failures:
        talk.error(failure)
    verdicts = compare(visible.text, visible.evidence, reading.extractions)
    if as_json:
        click.echo(json.dumps(to_record(verdicts), ensure_ascii=False, indent=1))
    else:
        _tell(verdicts, talk)
    return 0 if all(verdict.status == "ok" for verdict in verdicts) else 1


def _tell(verdicts: list[Verdict], talk: Talk) -> None:
    for verdict in verdicts:
        if verdict.status != "ok":
            click.echo(talk.translate(_SENTENCES[verdict.status, verdict.where]).format(**to_record(verdict)))
    good = sum(verdict.status == "ok" for verdict in verdicts)
    moved = sum(verdict.moved for verdict in verdicts)
    click.echo(
        talk.translate(_("{good} of {count} printed items were found word for word.")).format(
            good=good, count=len(verdicts)
        )
    )
    if moved:
        talk.say(
            _("{moved} of them stand elsewhere in a source that has changed since; their words are the same."),
            moved=moved,
        )
