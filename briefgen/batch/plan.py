"""What a manifest asks for, worked out: the files of each job, one planned briefing a language, where each output goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.batch.manifest import Job, Manifest
from briefgen.errors import ManifestError, SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.files import FoundFile, find_files
from briefgen.lexicon.topics import load_topics
from briefgen.model.briefing import BriefingOptions
from briefgen.pipeline import briefing_date

_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Planned:
    """One briefing to make. Everything in it can be sent to another process or machine."""

    job: str
    options: BriefingOptions
    files: tuple[FoundFile, ...]
    outputs: tuple[Path, ...]
    library: str | None = None
    """A library query that adds sources."""
    since_last: str | None = None
    session: str | None = None
    digests: tuple[str, ...] = ()
    """SHA-256 of each file, filled in when the run starts."""
    missing: tuple[str, ...] = ()
    """What the job names and is not there, as sentences."""


def plan(manifest: Manifest) -> tuple[Planned, ...]:
    """One planned briefing a job and language; ManifestError when two would write the same file."""
    planned = tuple(item for job in manifest.jobs for item in _of_job(manifest, job))
    writers: dict[Path, str] = {}
    for item in planned:
        for output in item.outputs:
            if output in writers:
                message = _(
                    "{name}: “{first}” and “{second}” would both write {path}; use {{name}} or {{lang}} in “out”."
                )
                params = {"first": writers[output], "second": item.job, "path": output.name}
                raise ManifestError(message, name=manifest.path.name, **params)
            writers[output] = item.job
    return planned


def _of_job(manifest: Manifest, job: Job) -> Iterator[Planned]:
    files, missing = _files(manifest.path.parent, job.sources)
    for lang in job.langs:
        options = _options(job, lang)
        places = {
            "date": options.date,
            "topics": "-".join(options.topics) or "all",
            "lang": lang or "auto",
            "template": options.template,
            "name": job.name,
        }
        yield Planned(
            job=job.name,
            options=options,
            files=files,
            outputs=tuple((manifest.path.parent / pattern.format(**places)).resolve() for pattern in job.outputs),
            library=job.texts.get("library"),
            since_last=job.texts.get("since_last"),
            session=job.texts.get("session"),
            missing=missing,
        )


def _options(job: Job, lang: str) -> BriefingOptions:
    named = {
        key: job.texts[key]
        for key in ("template", "style", "marking", "length", "since", "until", "title")
        if key in job.texts
    }
    topics = job.topics or tuple(load_topics())
    return BriefingOptions(
        topics=topics, lang=lang, date=job.texts.get("date") or briefing_date(), header=job.header, context=job.context,
        **named,  # type: ignore[arg-type]
    )  # fmt: skip


def _files(folder: Path, patterns: Sequence[str]) -> tuple[tuple[FoundFile, ...], tuple[str, ...]]:
    """The files that the patterns name, each once, and what is not there."""
    found: dict[Path | None, FoundFile] = {}
    missing = []
    for pattern in patterns:
        paths = sorted(folder.glob(pattern)) if _GLOB & set(pattern) else [folder / pattern]
        for file in find_files(paths):
            if isinstance(file, SourceError):
                missing.append(str(file))
            else:
                found.setdefault(file.path, file)
        if not paths:
            missing.append(f"{pattern}: no file")
    return tuple(found.values()), tuple(missing)
