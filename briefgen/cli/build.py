"""`briefgen build`: articles in, a briefing out."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from briefgen.cli.newness import mark_printed, only_new
from briefgen.cli.options import json_option, paths_argument, quiet_option, sources_or_samples
from briefgen.cli.talk import Talk
from briefgen.errors import UsageError
from briefgen.i18n.mark import mark as _
from briefgen.model.briefing import BriefingOptions
from briefgen.model.selection import Selection
from briefgen.pipeline import EVERYTHING, Built, Reading, Report, compose, is_in_calendar, read_sources
from briefgen.sessions import open_session
from briefgen.store.atomic import write_atomic
from briefgen.store.session import SUFFIX, load_session

FORMATS = ("pdf", "docx", "html", "json")
MARKINGS = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?$")


def _check_day(_ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not (_DAY.match(value) and is_in_calendar(value)):
        raise click.BadParameter(f"“{value}” is not a date such as 2026-05-25.", param=param)
    return value


def _full_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if _check_day(ctx, param, value) is not None and len(value or "") != 10:
        raise click.BadParameter(f"“{value}” is not a day such as 2026-05-25.", param=param)
    return value


def _pairs(_ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for value, (key, equals, _text) in zip(values, pairs, strict=True):
        if not equals or not key.strip():
            raise click.BadParameter(f"“{value}” is not KEY=TEXT, such as from=Secretariat.", param=param)
    return {key.strip(): text.strip() for key, _equals, text in pairs}


@click.command("build")
@paths_argument
@click.option("--topic", "topics", multiple=True, metavar="ID", help="A topic to report on; repeat for several.")
@click.option("--out", "outputs", multiple=True, required=True, type=click.Path(path_type=Path, dir_okay=False),
              help="The file to write; its suffix (pdf, docx, html, json) is the format. Repeat for several.")  # fmt: skip
@click.option("--lang", help="Language of the briefing: fr or en, or with a region such as en-GB.")
@click.option("--template", default="note", show_default=True, help="note, digest or one of your own.")
@click.option("--style", default="classic", show_default=True, help="House style.")
@click.option("--marking", default="CLEAR", show_default=True, type=click.Choice(MARKINGS, case_sensitive=False),
              help="TLP marking of every page.")  # fmt: skip
@click.option("--length", default="normal", show_default=True, type=click.Choice(["short", "normal", "long"]))
@click.option("--since", callback=_check_day, metavar="DATE", help="Only sources published from this day on.")
@click.option("--until", callback=_check_day, metavar="DATE", help="Only sources published up to this day.")
@click.option("--since-last", metavar="NAME", help="Only sources that the last briefing under this name did not have.")
@click.option("--date", callback=_full_day, metavar="DATE", help="Date of the briefing.")
@click.option("--title", help="Title or subject in place of the proposed one.")
@click.option(
    "--set",
    "header",
    multiple=True,
    callback=_pairs,
    metavar="KEY=TEXT",
    help="A header field, such as from=… to=… reference=…",
)
@click.option("--no-context", is_flag=True, help="Leave out what fits no chosen topic.")
@json_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    outputs: tuple[Path, ...],
    since_last: str | None,
    quiet: bool,
    as_json: bool,
    **chosen: Any,
) -> int:
    """Make a briefing from articles (files, folders or -) or from a session; without PATHS from the sample articles."""
    talk = Talk(quiet)
    for output in outputs:
        _format_of(output)
    with talk.progress() as report:
        reading, selection, saved = _read(paths, report)
    for failure in reading.failures:
        talk.error(failure)
    given = {name for name in chosen if ctx.get_parameter_source(name) is not ParameterSource.DEFAULT}
    options = _options(saved, given, chosen)
    if since_last:
        reading = only_new(reading, options, since_last)
    built = _written(compose(reading, options, selection), outputs)
    if since_last:
        mark_printed(reading, options, since_last)
    _tell(talk, built, outputs, as_json)
    if any(finding.level == "error" for finding in built.briefing.findings):
        return 1
    return 3 if reading.failures else 0


def _read(paths: tuple[str, ...], report: Report) -> tuple[Reading, Selection, BriefingOptions]:
    """What the paths hold; a session brings its choices and options along."""
    if len(paths) == 1 and paths[0].endswith(SUFFIX):
        opened = open_session(load_session(Path(paths[0]))[0], report)
        return opened.reading, opened.session.selection, opened.session.options
    return read_sources(sources_or_samples(paths), report), EVERYTHING, BriefingOptions()


def _options(saved: BriefingOptions, given: set[str], chosen: dict[str, Any]) -> BriefingOptions:
    """The session's options (or the defaults), with what was given on the command line in their place."""
    named = {**chosen, "context": not chosen["no_context"], "marking": chosen["marking"].upper()}
    if "no_context" in given:
        given = given | {"context"}
    header = {**saved.header, **chosen["header"]}
    return replace(
        saved, **{name: named[name] for name in given if name not in ("no_context", "header")}, header=header
    )


def _written(built: Built, outputs: tuple[Path, ...]) -> Built:
    """The briefing with what the writers found (characters that no font draws); JSON comes last, for it says that too."""
    for output in sorted(outputs, key=lambda path: _format_of(path) == "json"):
        rendered = built.rendered(_format_of(output))
        write_atomic(output, rendered.data)
        built = built.noting(rendered.missing)
    return built


def _format_of(output: Path) -> str:
    suffix = output.suffix.lower().lstrip(".")
    if suffix not in FORMATS:
        message = _("{name}: the format is not known. Let the name end in .pdf, .docx, .html or .json.")
        raise UsageError(message, name=output.name)
    return suffix


def _tell(talk: Talk, built: Built, outputs: tuple[Path, ...], as_json: bool) -> None:
    talk.findings(built.briefing.findings)
    if as_json:
        click.echo(built.render("json"), nl=False)
    for output in outputs:
        talk.say(_("Written: {path}"), path=output)
