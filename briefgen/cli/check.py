"""`briefgen check`: what is wrong with sources, templates, topics, styles, sessions and manifests, a line each."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.options import json_option, paths_argument, quiet_option, sources_or_samples
from briefgen.cli.talk import Talk
from briefgen.compose.template_check import check_template
from briefgen.errors import BriefgenError, ManifestError, SourceError
from briefgen.i18n.mark import mark as _
from briefgen.model.briefing import BriefingOptions
from briefgen.model.finding import Finding, Level
from briefgen.pipeline import compose, installed_templates, read_sources, sample_sources
from briefgen.sessions import open_session
from briefgen.store.session import SUFFIX, load_session

if TYPE_CHECKING:
    from briefgen.batch.plan import Planned

_SIGNS = {"error": "error", "warning": "warning", "info": "note"}


@click.command("check")
@paths_argument
@json_option
@quiet_option
def command(paths: tuple[str, ...], as_json: bool, quiet: bool) -> int:
    """Say what is wrong with sources, templates, topics, sessions or manifests (files and folders)."""
    talk = Talk(quiet)
    findings = [finding for path in sources_or_samples(paths) for finding in _check(Path(path))]
    if as_json:
        click.echo(json.dumps([finding.to_record() for finding in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            place = f"{finding.path}:{finding.line}: " if finding.path and finding.line else ""
            click.echo(f"{place}{_SIGNS[finding.level]}: {finding.said(talk.translate)}")
        if not findings:
            talk.say(_("Nothing is wrong."))
    return 1 if any(finding.level == "error" for finding in findings) else 0


def _check(path: Path) -> Iterator[Finding]:
    """The findings of one path, by what it is: a TOML file, a session, a template's body or folder, else sources."""
    try:
        if not path.exists() and str(path) != "-":
            raise SourceError(_("{name}: there is no such file or folder."), name=path)
        if path.suffix == ".toml":
            yield from _toml(path)
        elif path.suffix == SUFFIX:
            yield from _session(path)
        elif path.suffix == ".j2" or (path.is_dir() and any(path.glob("*.j2"))):
            yield from _template(path if path.is_dir() else path.parent)
        else:
            yield from _sources(path)
    except BriefgenError as error:
        yield _error(error, path)


def _error(error: BriefgenError, path: Path) -> Finding:
    return Finding("error", type(error).__name__, error.message, path=path.name, params=error.params)


def _toml(path: Path) -> Iterator[Finding]:
    """A manifest (it has jobs), a template's own file, a style (it has a page), else a topic."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ManifestError(_("{name}: the file cannot be read ({reason})."), name=path.name, reason=error) from error
    if re.search(r"^\s*\[+\s*(?:job|defaults)\b", text, re.MULTILINE):
        yield from _manifest(path)
    elif path.name == "template.toml":
        yield from _template(path.parent)
    elif re.search(r"^\s*\[\s*(?:page|paragraph)\b", text, re.MULTILINE):
        yield from _style(path)
    else:
        from briefgen.lexicon.topics import read_topic

        read_topic(path)


def _manifest(path: Path) -> Iterator[Finding]:
    from briefgen.batch.manifest import read_manifest
    from briefgen.batch.plan import plan

    manifest = read_manifest(path)
    lines = {job.name: job.lines.get("sources", job.lines["job"]) for job in manifest.jobs}
    planned = plan(manifest)
    for problem in dict.fromkeys(item.problem for item in planned if item.problem):
        yield Finding("error", "job", "{problem}", params={"problem": problem})
    for level, job, sentence in dict.fromkeys(_missing(planned)):
        params = {"name": path.name, "line": lines[job], "job": job, "sentence": sentence}
        yield Finding(level, "missing", "{name}:{line}: job “{job}”: {sentence}", params=params)


def _missing(planned: Sequence["Planned"]) -> Iterator[tuple[Level, str, str]]:
    """(how bad it is, job, what is not there): a job without any source cannot be made."""
    for item in planned:
        empty = not item.files and item.library is None and item.session is None
        yield from (("error" if empty else "warning", item.job, sentence) for sentence in item.missing)


def _style(path: Path) -> Iterator[Finding]:
    from briefgen.render.style import read_style

    try:
        read_style(path)
    except (ValueError, KeyError, TypeError) as error:
        message = _("{name}: this style cannot be used ({reason}).")
        yield Finding("error", "style", message, params={"name": path.name, "reason": repr(error)})


def _session(path: Path) -> Iterator[Finding]:
    """The session's file, its sources, and the passages that are no longer in them."""
    opened = open_session(load_session(path)[0])
    yield from (_error(failure, path) for failure in opened.reading.failures)
    yield from opened.findings


def _template(folder: Path) -> Iterator[Finding]:
    """The files as they stand; where nothing is wrong with them, what comes of them with the sample articles."""
    problems = [_error(error, folder) for error in check_template(folder)]
    yield from problems
    if not problems and any(info.folder.resolve() == folder.resolve() for info in installed_templates()):
        compose(read_sources([sample_sources()]), BriefingOptions(template=folder.resolve().name))


def _sources(path: Path) -> Iterator[Finding]:
    reading = read_sources([path])
    yield from (_error(failure, path) for failure in reading.failures)
    yield from reading.findings
    for extraction in reading.extractions:
        yield from extraction.findings
