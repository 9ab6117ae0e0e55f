"""`briefgen verify`: a briefing's printed quotes and facts, held against the sources again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from briefgen.cli.differences import difference_lines
from briefgen.cli.options import json_option, quiet_option
from briefgen.cli.talk import Talk
from briefgen.errors import OutputError, VerifyError
from briefgen.i18n.mark import mark as _
from briefgen.model.record import to_record
from briefgen.pipeline import read_sources, sample_sources
from briefgen.verify.compare import Verdict, compare
from briefgen.verify.differences import differences
from briefgen.verify.reviewed import read_reviewed
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
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--sources", multiple=True, type=click.Path(), help="Files and folders of the sources; repeat for several."
)
@click.option(
    "--diff",
    "edited",
    type=click.Path(path_type=Path, dir_okay=False),
    help="List what was changed in this Word file, against FILE or against what it was printed as.",
)
@json_option
@quiet_option
def command(file: Path | None, sources: tuple[str, ...], edited: Path | None, as_json: bool, quiet: bool) -> int:
    """Re-check every printed quote and fact of a briefing (pdf, docx, html) against its sources."""
    talk = Talk(quiet)
    if edited is not None:
        return show_differences(edited, file, sources, as_json, talk)
    if file is None:
        raise click.UsageError(talk.translate(_("Name the file to verify, or a Word file with --diff.")))
    visible = read_visible(bytes_of(file), file.name)
    if visible.evidence is None or not visible.evidence.get("evidence"):
        raise OutputError(_("{name}: there is no evidence in this file; it cannot be verified."), name=file.name)
    verdicts = _verdicts(visible.text, visible.evidence, sources or (str(sample_sources()),), talk, visible.notes)
    if as_json:
        click.echo(json.dumps(to_record(verdicts), ensure_ascii=False, indent=1))
    else:
        _tell(verdicts, talk)
    return 0 if all(verdict.status == "ok" for verdict in verdicts) else 1


def _verdicts(
    visible: str, evidence: Mapping[str, Any], sources: tuple[str, ...], talk: Talk, notes: tuple[str, ...] = ()
) -> list[Verdict]:
    reading = read_sources(sources)
    for failure in reading.failures:
        talk.error(failure)
    return compare(visible, evidence, reading.extractions, notes)


def bytes_of(file: Path) -> bytes:
    """The file's content. Raises VerifyError."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise VerifyError(
            _("{name}: the file cannot be read ({reason})."), name=file.name, reason=error.strerror
        ) from error


def show_differences(edited: Path, original: Path | None, sources: tuple[str, ...], as_json: bool, talk: Talk) -> int:
    """Print what a reviewer changed; 1 if a quotation was altered, or the evidence does not agree with `sources`."""
    reviewed = read_reviewed(bytes_of(edited), edited.name)
    before = read_reviewed(bytes_of(original), original.name) if original else None
    if before is None and not reviewed.evidence and not any(unit.tracked for unit in reviewed.units):
        message = _("{name}: the file does not say what it was made from; name the original too.")
        raise OutputError(message, name=edited.name)
    found = differences(reviewed, before)
    verdicts = _verdicts(reviewed.visible, reviewed.evidence, sources, talk) if sources else []
    broken = [verdict for verdict in verdicts if verdict.where in ("evidence", "source")]
    if as_json:
        click.echo(json.dumps([difference.to_record() for difference in found], ensure_ascii=False, indent=1))
    else:
        for line in difference_lines(found, talk.translate):
            click.echo(line)
    _tell_wrong(broken, talk, err=as_json)
    return 1 if broken or any(difference.quotation_altered for difference in found) else 0


def _tell_wrong(verdicts: list[Verdict], talk: Talk, err: bool = False) -> None:
    for verdict in verdicts:
        if verdict.status != "ok":
            click.echo(talk.translate(_SENTENCES[verdict.status, verdict.where]).format(**to_record(verdict)), err=err)


def _tell(verdicts: list[Verdict], talk: Talk) -> None:
    _tell_wrong(verdicts, talk)
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
