"""The steps in order, with progress and cancel: the only thing the command line and the window call."""

import datetime
import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from briefgen import ENGINE_VERSION, __version__
from briefgen.errors import Cancelled, NotASource, OutputError, SourceError, UsageError
from briefgen.frozen import dataclass
from briefgen.i18n.catalogs import LANGUAGES
from briefgen.i18n.locales import language
from briefgen.i18n.mark import mark as _
from briefgen.ingest.files import FoundFile, find_files
from briefgen.ingest.reading import Part
from briefgen.lexicon.topics import Topic, load_topics, topic
from briefgen.model.briefing import Briefing, BriefingOptions
from briefgen.model.extraction import Extraction, FactGroup
from briefgen.model.finding import Finding
from briefgen.model.record import to_record
from briefgen.model.selection import Selection
from briefgen.paths import home
from briefgen.resources import resource

if TYPE_CHECKING:
    from briefgen.compose.templates import TemplateInfo
    from briefgen.model.tree import Document
    from briefgen.render import Format, Rendered

Report = Callable[[str, int, int], None]
"""Called with (what is being done, how many are done, how many there are)."""


EVERYTHING = Selection()
"""Nobody has chosen: the ranking does."""


def silent(_what: str, _done: int, _total: int) -> None:
    """A report function that tells nobody."""
    return


def never() -> bool:
    """A cancel function of a caller who never cancels."""
    return False


@dataclass(frozen=True, slots=True)
class Reading:
    """All sources of one call with their evidence; `failures` are the files that could not be read."""

    extractions: tuple[Extraction, ...]
    groups: tuple[FactGroup, ...] = ()
    failures: tuple[SourceError, ...] = ()
    findings: tuple[Finding, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)
    """Source id → id of the source it is a copy of (itself when it is nobody's)."""


def extract_text(text: str, language: str | None = None, published: str | None = None) -> Extraction:
    """The evidence of a plain text; only CRLF becomes LF, so offsets count the caller's characters."""
    from briefgen.extract.engine import extract_evidence
    from briefgen.ingest.sources import make_source

    text = text.replace("\r\n", "\n")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source, analysis = make_source(Part(text, "txt/1", "txt"), None, digest, language, published)
    return extract_evidence(source, analysis)


def extract_file(file: FoundFile) -> list[Extraction]:
    """One extraction a source of the file; SourceError when it cannot be read."""
    from briefgen.extract.engine import extract_evidence
    from briefgen.ingest.sources import read_file

    found = []
    for source, analysis, findings in read_file(file):
        extraction = extract_evidence(source, analysis)
        found.append(replace(extraction, findings=(*findings, *extraction.findings)))
    return found


def extract_path(path: Path) -> list[Extraction]:
    """`extract_file` of one file on disk."""
    return extract_file(FoundFile(path.name, path))


def paths_of(named: Iterable[str | Path]) -> tuple[list[Path], list[SourceError]]:
    """(the readable files that files and folders name, what is not there)."""
    found = list(find_files(named))
    files = [file.path for file in found if isinstance(file, FoundFile) and file.path is not None]
    return files, [error for error in found if isinstance(error, SourceError)]


def read_sources(
    paths: Iterable[str | Path], report: Report = silent, cancelled: Callable[[], bool] = never
) -> Reading:
    """Every source under `paths` with its evidence. Files with the same bytes count once.

    Raises Cancelled when `cancelled()` turns true between two files.
    """
    files = list(find_files(paths))
    extractions: dict[str, Extraction] = {}
    failures: list[SourceError] = []
    findings: list[Finding] = []
    for done, file in enumerate(files):
        if cancelled():
            raise Cancelled
        report("reading", done, len(files))
        try:
            read = [] if isinstance(file, SourceError) else extract_file(file)
        except NotASource as error:
            findings.append(Finding("info", "not_a_source", error.message, params=error.params))
            continue
        except SourceError as error:
            failures.append(error)
            continue
        if isinstance(file, SourceError):
            failures.append(file)
        for extraction in read:
            first = extractions.setdefault(extraction.source.id, extraction)
            if first is not extraction:
                findings.append(_same_file(first, extraction))
    report("reading", len(files), len(files))
    return gather(extractions.values(), failures, findings)


def gather(
    extractions: Iterable[Extraction], failures: Iterable[SourceError] = (), findings: Iterable[Finding] = ()
) -> Reading:
    """What was read, with the facts that several sources share and the sources that copy one another."""
    from briefgen.extract.duplicates import group_facts, origins

    found = tuple(extractions)
    return Reading(found, tuple(group_facts(found)), tuple(failures), tuple(findings), dict(origins(found)))


def _same_file(first: Extraction, again: Extraction) -> Finding:
    message = _("{path}: the same file as {first}; it counts once.")
    params = {"path": again.source.path, "first": first.source.path}
    return Finding("info", "same_file", message, path=again.source.path, params=params)


@cache
def engine_key() -> str:
    """Names everything but the text that an extraction depends on: the engine's version and the topics installed."""
    files = [*resource("assets").rglob("*.t*"), *(home() / "topics").glob("*.toml")]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    return f"{__version__}/{ENGINE_VERSION}/{digest.hexdigest()[:12]}"


def reading_key(file: FoundFile) -> str:
    """Names all that a reading of the file depends on but its own bytes."""
    from briefgen.ingest.sidecar import references_digest

    beside = references_digest(file.path.parent) if file.path is not None else ""
    return f"{engine_key()}/{beside}" if beside else engine_key()


def path_key(path: Path) -> str:
    """`reading_key` of a file on disk."""
    return reading_key(FoundFile(path.name, path))


def most_frequent_language(extractions: Sequence[Extraction]) -> str:
    """``fr`` or ``en``, that of most sources; French when they are even."""
    counts = Counter(e.source.language for e in extractions)
    return "en" if counts["en"] > counts["fr"] else "fr"


def is_in_calendar(day: str) -> bool:
    """Whether an ISO day, month or year is one that there is: 2026-02-30 is none."""
    try:
        datetime.date.fromisoformat(day + "-01-01"[len(day) - 4 :])  # the first day of a month or year
    except ValueError:
        return False
    return True


def is_within(published: str | None, since: str | None, until: str | None) -> bool:
    """Whether a day (or month, or year) of publication lies in the period; an unknown one does."""
    if published is None:
        return True
    return not (since and published < since[: len(published)]) and not (until and published > until[: len(published)])


def within_period(extractions: Iterable[Extraction], since: str | None, until: str | None) -> tuple[Extraction, ...]:
    """The sources published in the period; those without a date are kept."""
    return tuple(e for e in extractions if is_within(e.source.published, since, until))


@dataclass(frozen=True, slots=True)
class Built:
    """A composed briefing with the tree it prints and what it was made from."""

    briefing: Briefing
    document: "Document"
    reading: Reading

    def render(self, format: str) -> bytes:
        """The bytes of a ``pdf``, ``docx``, ``html`` or ``json``; the same for the same inputs."""
        return self.rendered(format).data

    def noting(self, findings: Iterable[Finding]) -> "Built":
        """The same with further findings, each once; the document stays as it is."""
        new = tuple(finding for finding in findings if finding not in self.briefing.findings)
        return replace(self, briefing=replace(self.briefing, findings=(*self.briefing.findings, *new))) if new else self

    def rendered(self, format: str) -> "Rendered":
        """As `render`, with the number of pages and where each piece of evidence is printed."""
        from briefgen.render import Rendered, render

        if format == "json":
            return Rendered((json.dumps(to_record(self.briefing), ensure_ascii=False, indent=1) + "\n").encode())
        return render(self.document, cast("Format", format))


def build_briefing(
    sources: Iterable[str | Path],
    topics: Sequence[str] = (),
    lang: str | None = None,
    template: str = "note",
    marking: str = "CLEAR",
    **options: Any,
) -> Built:
    """A briefing from files and folders; further keywords are the fields of `BriefingOptions`.

    Raises UnknownName for a topic, template or style that is not installed, OutputError when nothing was found.
    """
    reading = read_sources(sources)
    return compose(reading, BriefingOptions(tuple(topics), lang or "", template, marking=marking, **options))


def compose(reading: Reading, options: BriefingOptions, selection: Selection = EVERYTHING) -> Built:
    """The briefing of what was read; see `build_briefing` for the errors."""
    from briefgen.compose.briefing import compose_briefing
    from briefgen.extract.rank import ranking

    for name in options.topics:
        topic(name)
    if options.lang and language(options.lang) not in LANGUAGES:
        raise UsageError(
            _("There is no briefing in “{lang}”. Choose fr or en, or one with a region such as en-GB."),
            lang=options.lang,
        )
    chosen = within_period(reading.extractions, options.since, options.until)
    if not any(e.quotes or e.facts for e in chosen):
        raise OutputError(_("No fact and no quotation was found in these sources. Check that they hold articles."))
    options = replace(
        options,
        lang=options.lang or most_frequent_language(chosen),
        date=options.date or briefing_date(),
        topics=options.topics or tuple(load_topics()),
    )
    ranks = ranking(chosen, options.topics, reading.groups, reading.origins)
    briefing, document = compose_briefing(
        chosen, reading.groups, options, selection, ranks, reading.origins, reading.findings
    )
    return Built(briefing, document, reading)


def briefing_date() -> str:
    """ISO day: SOURCE_DATE_EPOCH's, else today's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    return datetime.date.today().isoformat()


def installed_topics() -> list[Topic]:
    """Every installed topic, the user's own last."""
    return list(load_topics().values())


def installed_templates() -> "list[TemplateInfo]":
    """Every installed template."""
    from briefgen.compose.templates import template_infos

    return template_infos()


def installed_styles(lang: str) -> list[tuple[str, str]]:
    """(id, title in `lang`, else in English) of every installed house style."""
    from briefgen.render import style

    titles = {name: style.load_style(name).title for name in style.installed_styles()}
    return [(name, title.get(lang) or title.get("en") or name) for name, title in titles.items()]


def sample_sources() -> Path:
    """The folder of the shipped sample articles."""
    return resource("sources")
