"""`briefgen check`: what is wrong with sources, templates, topics and manifests, a line each."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click

from briefgen.cli.options import json_option, paths_argument, quiet_option, sources_or_samples
from briefgen.cli.talk import Talk
from briefgen.errors import BriefgenError
from briefgen.i18n.mark import mark as _
from briefgen.model.finding import Finding
from briefgen.pipeline import read_sources

_SIGNS = {"error": "error", "warning": "warning", "info": "note"}


@click.command("check")
@paths_argument
@json_option
@quiet_option
def command(paths: tuple[str, ...], as_json: bool, quiet: bool) -> int:
    """Say what is wrong with sources, templates, topics or manifests (files and folders)."""
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
    """The findings of one path, by what it is: a TOML file, a template's body or folder, else sources."""
    try:
        if path.suffix == ".toml":
            yield from _toml(path)
        elif path.suffix == ".j2" or (path.is_dir() and any(path.glob("*.j2"))):
            yield from _template(path if path.is_dir() else path.parent)
        else:
            yield from _sources(path)
    except BriefgenError as error:
        yield _error(error, path)


def _error(error: BriefgenError, path: Path) -> Finding:
    return Finding("error", type(error).__name__, error.message, path=path.name, params=error.params)


def _toml(path: Path) -> Iterator[Finding]:
    """A manifest (it has jobs), else a topic."""
    text = path.read_text(encoding="utf-8")
    try:
        is_manifest = "job" in tomllib.loads(text) or "[[job]]" in text
    except tomllib.TOMLDecodeError:
        is_manifest = "[[job]]" in text
    if is_manifest:
        from briefgen.batch.manifest import read_manifest
        from briefgen.batch.plan import plan

        for planned in plan(read_manifest(path)):
            for sentence in planned.missing:
                yield Finding("warning", "missing", sentence, path=path.name)
    else:
        from briefgen.lexicon.topics import read_topic

        read_topic(path)


def _template(folder: Path) -> Iterator[Finding]:
    from briefgen.compose.templating import check_template

    yield from check_template(folder)


def _sources(path: Path) -> Iterator[Finding]:
    reading = read_sources([path])
    yield from (_error(failure, path) for failure in reading.failures)
    yield from reading.findings
    for extraction in reading.extractions:
        yield from extraction.findings
