"""A manifest: defaults and `[[job]]`s in TOML, checked whole before anything runs, errors with their line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from briefgen.errors import ManifestError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.pipeline import is_in_calendar

FORMATS = ("pdf", "docx", "html", "json")
PLACEHOLDERS = ("date", "topics", "lang", "template", "name")
_PLACE = re.compile(r"\{([^{}]*)\}")
_TEXTS = (
    "template",
    "style",
    "marking",
    "length",
    "since",
    "until",
    "date",
    "title",
    "name",
    "library",
    "since_last",
    "session",
    "selection",
)
_LISTS = ("sources", "topics", "lang", "out")
_KEYS = frozenset((*_TEXTS, *_LISTS, "set", "context"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_PERIOD = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")
_LINE = re.compile(r"\(at line (?P<line>\d+), column \d+\)")
_CHOICES = {
    "marking": ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"),
    "length": ("short", "normal", "long"),
}


@dataclass(frozen=True, slots=True)
class Job:
    """One `[[job]]` with the defaults filled in."""

    name: str
    lines: Mapping[str, int]
    """Key → its line in the manifest; ``job`` → that of the job."""
    sources: tuple[str, ...]
    topics: tuple[str, ...]
    langs: tuple[str, ...]
    outputs: tuple[str, ...]
    """Patterns with placeholders, relative to the manifest."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """template, style, marking, length, since, until, date, title, library, since_last, session, selection: those
    that are set."""
    header: Mapping[str, str] = field(default_factory=dict)
    context: bool | None = None
    """None where the manifest does not say."""


@dataclass(frozen=True, slots=True)
class Manifest:
    path: Path
    jobs: tuple[Job, ...]


def read_manifest(path: Path) -> Manifest:
    """The manifest at `path`; ManifestError with file, line and what to do."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ManifestError(
            _("{name}: the manifest cannot be read ({reason})."), name=path.name, reason=error
        ) from error
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _LINE.search(str(error))
        name = f"{path.name}:{place['line']}" if place else path.name
        raise ManifestError(_("{name}: {reason}."), name=name, reason=_LINE.sub("", str(error)).strip()) from error
    lines = _Lines(path.name, text)
    unknown = sorted(tables.keys() - {"defaults", "job"})
    if unknown:
        raise lines.problem(_("unknown table “{key}”; a manifest has [defaults] and [[job]]"), unknown[0], 0)
    jobs = tables.get("job")
    if not isinstance(jobs, list) or not jobs:
        raise lines.problem(_("there is no [[job]]; add at least one"), "job", 0)
    defaults = tables.get("defaults", {})
    if not isinstance(defaults, dict) or not all(isinstance(job, dict) for job in jobs):
        raise lines.problem(_("write [defaults] and [[job]] as tables"), "defaults", 0)
    _check(defaults, lines, 0)
    return Manifest(path, tuple(_job(defaults, job, number, lines) for number, job in enumerate(jobs, 1)))


class _Lines:
    """Finds the line of a key in the n-th `[[job]]` (0: anywhere), for messages."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._lines = text.splitlines()

    def of(self, key: str, job: int) -> int:
        """1-based line of `key = …` in that job, else of the job's own line, else 1."""
        seen, start = 0, 1
        for number, line in enumerate(self._lines, 1):
            if line.strip().startswith("[[job]]"):
                seen += 1
                start = number if seen == job else start
            if seen == job and re.match(rf"\s*(?:\[+)?{re.escape(key)}\b", line):
                return number
        return start

    def problem(self, message: str, key: str, job: int, **params: object) -> ManifestError:
        """The error to raise, `NAME:LINE: message.`"""
        return ManifestError(
            "{name}:{line}: " + message + ".", name=self._name, line=self.of(key, job), key=key, **params
        )


def _check(table: Mapping[str, Any], lines: _Lines, job: int) -> None:
    """Every key is known and of its kind."""
    for key, value in table.items():
        if key not in _KEYS:
            raise lines.problem(_("unknown key “{key}”; known are {known}"), key, job, known=", ".join(sorted(_KEYS)))
        if key in _TEXTS and not isinstance(value, str) and not hasattr(value, "isoformat"):
            raise lines.problem(_("“{key}” must be a text in quotation marks"), key, job)
        if key in _LISTS and not (isinstance(value, str) or _is_texts(value)):
            raise lines.problem(_("“{key}” must be a text or a list of texts"), key, job)
        if key in ("date", "since", "until"):
            _check_day(key, str(value), lines, job)
        if key == "lang" and not {text.split("-")[0] for text in _texts(value)} <= {"fr", "en"}:
            raise lines.problem(_("there is no briefing in “{value}”; choose fr or en"), key, job, value=value)
        if key == "set" and not (isinstance(value, dict) and all(isinstance(v, str) for v in value.values())):
            raise lines.problem(_('“set” must hold texts, such as from = "Secretariat"'), key, job)
        if key == "context" and not isinstance(value, bool):
            raise lines.problem(_("“context” must be true or false"), key, job)
        if key in _CHOICES and str(value) not in _CHOICES[key]:
            raise lines.problem(
                _("“{value}” is no {key}; choose one of {known}"), key, job, value=value, known=", ".join(_CHOICES[key])
            )


def _check_day(key: str, value: str, lines: _Lines, job: int) -> None:
    shape = _DAY if key == "date" else _PERIOD
    if not shape.match(value) or not is_in_calendar(value):
        raise lines.problem(_("“{value}” is no day such as 2026-05-25"), key, job, value=value)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _job(defaults: Mapping[str, Any], own: Mapping[str, Any], number: int, lines: _Lines) -> Job:
    _check(own, lines, number)
    if {"session", "library"} & own.keys() and "sources" not in own:
        defaults = {key: value for key, value in defaults.items() if key != "sources"}
    merged = {**defaults, **own}
    job = Job(
        name=str(merged.get("name", f"job{number}")),
        lines={key: lines.of(key, number if key in own else 0) for key in merged} | {"job": lines.of("job", number)},
        sources=_texts(merged.get("sources", ())),
        topics=_texts(merged.get("topics", ())),
        langs=tuple(dict.fromkeys(_texts(merged.get("lang", ())))) or ("",),
        outputs=_texts(merged.get("out", ())),
        texts={key: str(merged[key]) for key in _TEXTS if key in merged and key != "name"},
        header={**defaults.get("set", {}), **own.get("set", {})},
        context=bool(merged["context"]) if "context" in merged else None,
    )
    if not job.sources and not {"library", "session"} & job.texts.keys():
        raise lines.problem(
            _('job “{title}” names no sources; add sources = ["folder/"]'), "job", number, title=job.name
        )
    if not job.outputs:
        raise lines.problem(
            _('job “{title}” names no output; add out = "out/{{date}}.pdf"'), "job", number, title=job.name
        )
    for pattern in job.outputs:
        _check_output(pattern, job, number, lines)
    return job


def _check_output(pattern: str, job: Job, number: int, lines: _Lines) -> None:
    unknown = [place for place in _PLACE.findall(pattern) if place not in PLACEHOLDERS]
    if unknown:
        message = _("unknown placeholder “{place}” in “out”; known are {known}")
        raise lines.problem(message, "out", number, place=unknown[0], known=", ".join(PLACEHOLDERS))
    if set("{}") & set(_PLACE.sub("", pattern)):
        raise lines.problem(_("a brace without its fellow in “{pattern}”"), "out", number, pattern=pattern)
    if Path(pattern).suffix.lower().lstrip(".") not in FORMATS:
        raise lines.problem(_("“{pattern}” must end in .pdf, .docx, .html or .json"), "out", number, pattern=pattern)
    if len(job.langs) > 1 and "{lang}" not in pattern:
        raise lines.problem(_("several languages need {{lang}} in “{pattern}”"), "out", number, pattern=pattern)


def _texts(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
