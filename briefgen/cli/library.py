"""`briefgen library`: the sources that were read, kept by their content and searched in full text."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from briefgen.batch.intake import file_digests, take_in
from briefgen.batch.run import BatchOptions, workers
from briefgen.cli.options import json_option, quiet_option
from briefgen.cli.talk import Talk
from briefgen.errors import SourceError, UsageError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.files import FoundFile, find_files
from briefgen.model.extraction import Extraction
from briefgen.model.record import to_record
from briefgen.store.atomic import write_atomic
from briefgen.store.library import Entry, Library

_since_last_option = click.option(
    "--since-last", metavar="NAME", help="Only sources that no briefing under this name has printed."
)


@click.group("library")
def command() -> None:
    """Keep, search and list the sources that were read."""


@command.command("add")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes; all cores by default.")
@click.option("--scheduler", metavar="ADDRESS", help="Read on the Dask cluster at this address.")
@quiet_option
def add(paths: tuple[str, ...], jobs: int | None, scheduler: str | None, quiet: bool) -> int:
    """Read files and folders into the library; those it knows are not read again."""
    talk = Talk(quiet)
    found = list(find_files(paths))
    digests, gone = file_digests(file for file in found if isinstance(file, FoundFile))
    library = Library.open()
    with workers(BatchOptions(jobs, scheduler=scheduler)) as pool, talk.progress() as report:
        intake = take_in(library, pool, {digest: file for file, digest in digests.items()}, report)
    problems = [str(error) for error in found if isinstance(error, SourceError)]
    problems += [*gone.values(), *intake.failures.values()]
    for sentence in problems:
        talk.problem(sentence)
    for sentence in intake.skipped.values():
        talk.say("{sentence}", sentence=sentence)
    count, new = sum(map(len, intake.ids.values())), sum(len(intake.ids.get(digest, ())) for digest in intake.taken)
    talk.say(_("{count} sources are in the library, {new} of them new."), count=count, new=new)
    return (3 if count else 4) if problems else 0


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(min=1))
@_since_last_option
@json_option
def search(words: tuple[str, ...], limit: int, since_last: str | None, as_json: bool) -> None:
    """Find sources that hold every word; accents do not matter."""
    library = Library.open()
    used = library.printed_under(since_last) if since_last else frozenset()
    found = library.search(" ".join(words), limit + len(used))
    _show([entry for entry in found if entry.id not in used][:limit], as_json)


@command.command("list")
@_since_last_option
@json_option
def list_(since_last: str | None, as_json: bool) -> None:
    """List every source, newest first."""
    library = Library.open()
    used = library.printed_under(since_last) if since_last else frozenset()
    _show([entry for entry in library.entries() if entry.id not in used], as_json)


@command.command("show")
@click.argument("id")
def show(id: str) -> None:
    """Print one source with its evidence, as JSON."""
    click.echo(json.dumps(_found(Library.open(), [id])[0].to_dict(), ensure_ascii=False, indent=1))


@command.command("remove")
@click.argument("ids", nargs=-1, required=True)
def remove(ids: tuple[str, ...]) -> None:
    """Forget sources; their files stay where they are."""
    count = Library.open().remove(ids)
    Talk().say(_("{count} sources were removed from the library."), count=count)


@command.command("export")
@click.argument("ids", nargs=-1)
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False),
              help="csv, xlsx, jsonld, csl.json, bib or ris, by its suffix.")  # fmt: skip
def export(ids: tuple[str, ...], out: Path) -> None:
    """Write the evidence (csv, xlsx, jsonld) or the references (csl.json, bib, ris) of sources; all without IDS."""
    from briefgen.store.exports import EXPORTS, export_name

    kind = export_name(out)
    if kind is None:
        message = _("{name}: the format is not known. Let the name end in {known}.")
        raise UsageError(message, name=out.name, known=", ".join(f".{name}" for name in EXPORTS))
    library = Library.open()
    wanted = list(ids) or [entry.id for entry in library.entries()]
    write_atomic(out, EXPORTS[kind](_found(library, wanted)))


def _found(library: Library, ids: list[str]) -> list[Extraction]:
    found = library.extractions(ids)
    missing = set(ids) - {extraction.source.id for extraction in found}
    if missing:
        raise UsageError(_("The library has no source “{id}”. See briefgen library list."), id=min(missing))
    return found


def _show(entries: Iterable[Entry], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(to_record(list(entries)), ensure_ascii=False, indent=1))
        return
    for entry in entries:
        published, outlet = entry.published or "–", entry.outlet or "–"
        click.echo(
            f"{entry.id}  {published:10}  {entry.language:3}  {outlet[:28]:28}  {entry.title or entry.path or ''}"
        )
