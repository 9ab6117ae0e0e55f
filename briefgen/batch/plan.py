"""What a manifest asks for, worked out: the files of each job, one planned briefing a language, where each output goes."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import field, replace
from pathlib import Path

from briefgen.batch.manifest import Job, Manifest
from briefgen.compose.templates import template_info
from briefgen.errors import BriefgenError, ManifestError, SourceError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.ingest.files import FoundFile, find_files
from briefgen.lexicon.topics import load_topics, topic
from briefgen.model.briefing import BriefingOptions
from briefgen.model.session import Session
from briefgen.pipeline import briefing_date
from briefgen.render.style import load_style
from briefgen.store.series import series_key
from briefgen.store.session import load_session

_GLOB = frozenset("*?[")
_PLACE = re.compile(r"\{\w+\}")
_USUAL = BriefingOptions(lang="")
_OPTIONS = ("template", "style", "marking", "length", "since", "until", "title")


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
    session: Session | None = None
    """Whose choices are taken over."""
    digests: tuple[str, ...] = ()
    """SHA-256 of each file, filled in when the run starts."""
    missing: tuple[str, ...] = ()
    """What the job names and is not there, as sentences."""
    problem: str | None = None
    """Why it cannot be made, as ``manifest:line: sentence``."""

    @property
    def series(self) -> str | None:
        """Under which name the library remembers what this briefing has printed."""
        return series_key(self.since_last, self.job, self.options.lang) if self.since_last else None


def plan(manifest: Manifest) -> tuple[Planned, ...]:
    """One planned briefing a job and language; ManifestError when two would write the same file."""
    folder = _Folder(manifest)
    planned = tuple(item for job in manifest.jobs for item in _of_job(manifest, job, folder))
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


def _of_job(manifest: Manifest, job: Job, folder: "_Folder") -> Iterator[Planned]:
    session, problem = _session(manifest, job)
    files, missing = folder.files(job.sources)
    if session is not None and "session" in job.texts:
        found = [folder.named(Path(source.path)) for source in session.sources if source.path]
        files = tuple(dict.fromkeys([*files, *(file for listed, _gone in found for file in listed)]))
        missing = (*missing, *(sentence for _listed, gone in found for sentence in gone))
    for lang in job.langs:
        options = _options(manifest.path.parent, job, lang, session)
        places = {
            "date": options.date,
            "topics": "-".join(options.topics) or "all",
            "lang": options.lang or "auto",
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
            session=session,
            missing=missing,
            problem=problem or _name_problem(manifest, job, options),
        )


def _session(manifest: Manifest, job: Job) -> tuple[Session | None, str | None]:
    """(the session or selection the job names, None), or (None, why it cannot be read)."""
    key = "session" if "session" in job.texts else "selection"
    if key not in job.texts:
        return None, None
    try:
        return load_session(manifest.path.parent / job.texts[key])[0], None
    except BriefgenError as error:
        return None, _told(manifest, job, key, error)


def _name_problem(manifest: Manifest, job: Job, options: BriefingOptions) -> str | None:
    """What the job names and is not installed here."""
    names: tuple[tuple[str, str, Callable[[str], object]], ...] = (
        *(("topics", name, topic) for name in options.topics),
        ("template", options.template, template_info),
        ("style", options.style, load_style),
    )
    for key, name, find in names:
        try:
            find(name)
        except BriefgenError as error:
            return _told(manifest, job, key, error)
    return None


def _told(manifest: Manifest, job: Job, key: str, error: BriefgenError) -> str:
    return f"{manifest.path.name}:{job.lines.get(key, job.lines['job'])}: {error}"


def _options(folder: Path, job: Job, lang: str, session: Session | None) -> BriefingOptions:
    """The session's options, or the usual ones, with what the job says in their place."""
    saved = session.options if session is not None and "session" in job.texts else _USUAL
    named: dict[str, object] = {key: job.texts[key] for key in _OPTIONS if key in job.texts}
    if _is_word_file(job.texts.get("style", "")):
        named["style"] = str(folder / job.texts["style"])
    if lang:
        named["lang"] = lang
    if job.context is not None:
        named["context"] = job.context
    return replace(
        saved,
        topics=job.topics or saved.topics or tuple(load_topics()),
        date=job.texts.get("date") or briefing_date(),
        header={**saved.header, **job.header},
        **named,  # type: ignore[arg-type]
    )


def _is_word_file(style: str) -> bool:
    return style.lower().endswith((".docx", ".dotx"))


@dataclass(slots=True)
class _Folder:
    """Looks for files, each pattern once however many jobs name it; never takes the manifest's own outputs for sources."""

    manifest: Manifest
    _found: dict[Path | str, tuple[tuple[FoundFile, ...], tuple[str, ...]]] = field(default_factory=dict)
    _is_ours: Callable[[str], object] | None = None

    def files(self, patterns: tuple[str, ...]) -> tuple[tuple[FoundFile, ...], tuple[str, ...]]:
        """The files that the patterns name, each once, and what is not there."""
        found: dict[Path | None, FoundFile] = {}
        missing: list[str] = []
        for pattern in patterns:
            files, gone = self.named(pattern)
            missing += gone
            for file in files:
                found.setdefault(file.path, file)
        return tuple(found.values()), tuple(missing)

    def named(self, pattern: Path | str) -> tuple[tuple[FoundFile, ...], tuple[str, ...]]:
        """As `files`, of one pattern or path."""
        if pattern not in self._found:
            self._found[pattern] = self._look(str(pattern))
        return self._found[pattern]

    def _look(self, pattern: str) -> tuple[tuple[FoundFile, ...], tuple[str, ...]]:
        folder = self.manifest.path.parent
        is_glob = bool(_GLOB & set(pattern)) and not (folder / pattern).exists()
        paths = sorted(_globbed(folder, pattern)) if is_glob else [folder / pattern]
        listed = list(find_files(paths))
        as_written = f"{folder}{os.sep}"
        missing = tuple(str(error).replace(as_written, "") for error in listed if isinstance(error, SourceError))
        files = [file for file in listed if isinstance(file, FoundFile)]
        if is_glob or paths[0].is_dir():
            files = [file for file in files if file.path is None or not self.is_output(file.path)]
        if not files and not missing:
            missing = (f"{pattern}: no article was found there",)
        return tuple(files), missing

    def is_output(self, path: Path) -> bool:
        """Whether an earlier run of this manifest may have written the file."""
        if self._is_ours is None:
            self._is_ours = re.compile("|".join(_output_shapes(self.manifest))).fullmatch
        return bool(self._is_ours(str(path.resolve())))


def _globbed(folder: Path, pattern: str) -> Iterator[Path]:
    """Matches of a pattern, which may be absolute."""
    root = Path(pattern).anchor
    return Path(root).glob(pattern[len(root) :]) if root else folder.glob(pattern)


def _output_shapes(manifest: Manifest) -> Iterator[str]:
    folder = manifest.path.parent.resolve()
    for pattern in {pattern for job in manifest.jobs for pattern in job.outputs}:
        yield ".+".join(re.escape(piece) for piece in _PLACE.split(str(folder / pattern)))
    yield re.escape(str(folder / f"{manifest.path.stem}.results.txt"))
