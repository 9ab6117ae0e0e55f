"""`briefgen library`: the sources that were read, kept by their content and searched in full text."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from briefgen.cli.options import json_option, quiet_option
from briefgen.cli.talk import Talk
from briefgen.errors import UsageError
from briefgen.i18n.mark import mark as _
from briefgen.model.extraction import Extraction
from briefgen.model.record import to_record
from briefgen.pipeline import engine_key, read_sources
from briefgen.store.atomic import write_atomic
from briefgen.store.library import Entry, Library


@click.group("library")
def command() -> None:
    """Keep, search and list the sources that were read."""


@command.command("add")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@quiet_option
def add(paths: tuple[str, ...], quiet: bool) -> int:
    """Read files and folders into the library."""
    talk = Talk(quiet)
    with talk.progress() as report:
        reading = read_sources(paths, report)
    for failure in reading.failures:
        talk.error(failure)
    Library.open().add(reading.extractions, engine_key())
    talk.say(_("{count} sources are in the library."), count=len(reading.extractions))
    return (3 if reading.extractions else 4) if reading.failures else 0


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(min=1))
@json_option
def search(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find sources that hold every word; accents do not matter."""
    _show(Library.open().search(" ".join(words), limit), as_json)


@command.command("list")
@json_option
def list_(as_json: bool) -> None:
    """List every source, newest first."""
    _show(Library.open().entries(), as_json)


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
