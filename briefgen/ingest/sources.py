"""Parts of files → `Source` and `Analysis`: metadata from every place it may stand, the surest first."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from briefgen.errors import NotASource, SourceError
from briefgen.i18n.mark import mark as _
from briefgen.ingest.files import FoundFile
from briefgen.ingest.reading import Part
from briefgen.ingest.registry import read_parts
from briefgen.ingest.sidecar import sidecar_metadata
from briefgen.model.finding import Finding, Level
from briefgen.model.source import MetadataValue, Source
from briefgen.text.analysis import Analysis, analyze
from briefgen.text.metadata import metadata_lines, read_date, text_metadata
from briefgen.text.translation import foreign_insertions

_CERTAINTY = ("user", "sidecar", "front_matter", "page", "text", "file")
_LANGUAGES = ("fr", "en")
_ID_DIGITS = 12
"""Hexadecimal digits of a source's id. Among 100,000 sources two with the same eight are likely (69 %), with twelve they
are not (1 in 50,000)."""


def read_file(file: FoundFile) -> list[tuple[Source, Analysis, tuple[Finding, ...]]]:
    """The sources of one file, each with its analysis and what is wrong with it; SourceError when unreadable.

    A file of a folder that only looks like a source (an ``.xml`` that is no feed) raises NotASource.
    """
    data = file.data()
    digest = hashlib.sha256(data).hexdigest()
    try:
        parts = read_parts(data, file.name)
    except NotASource as error:
        if file.named:
            raise SourceError(error.message, **error.params) from error
        raise
    if file.path is not None and len(parts) == 1:
        sidecar = sidecar_metadata(file.path, parts[0].text)
        parts = [replace(parts[0], metadata={**parts[0].metadata, **sidecar})]
    return [_source(part, file.name, digest) for part in parts]


def make_source(
    part: Part, path: str | None, file_digest: str, language: str | None = None, published: str | None = None
) -> tuple[Source, Analysis]:
    """One part as a source; `language` and `published` go before what the part states."""
    metadata = merge_metadata(text_metadata(part.text), part.metadata)
    stated = {name: value.value for name, value in metadata.items()}
    spoken = language or _language(stated.get("language"))
    lines = metadata_lines(part.text, metadata)
    analysis = analyze(part.text, spoken, published or stated.get("published"), stated.get("outlet"), lines)
    text_digest = hashlib.sha256(part.text.encode("utf-8", "surrogatepass")).hexdigest()
    names = ("title", "outlet", "republished_by", "author", "genre", "url")
    source = Source(
        id=_source_id(file_digest, part.part),
        path=path,
        part=part.part,
        sha256=file_digest,
        text_sha256=text_digest,
        reader=part.reader,
        format=part.format,
        language=analysis.language,
        published=analysis.published,
        probably_translated=bool(foreign_insertions(part.text, analysis.language)),
        metadata=metadata,
        **{name: stated.get(name) for name in names},
    )
    return source, analysis


def _source_id(digest: str, part: str | None) -> str:
    """The first digits of the content's hash: the same file has the same id wherever it lies."""
    if part is None:
        return digest[:_ID_DIGITS]
    return hashlib.sha256(f"{digest}/{part}".encode()).hexdigest()[:_ID_DIGITS]


def _source(part: Part, name: str, digest: str) -> tuple[Source, Analysis, tuple[Finding, ...]]:
    source, analysis = make_source(part, name, digest)
    return source, analysis, (*part.findings, *metadata_findings(source, analysis))


def _language(stated: str | None) -> str | None:
    code = (stated or "").strip().lower()[:2]
    return code if code in _LANGUAGES else None


def merge_metadata(
    stated: Mapping[str, MetadataValue], page: Mapping[str, MetadataValue]
) -> Mapping[str, MetadataValue]:
    """What the text states and what the page or file says, the surer origin first; dates as EDTF.

    A "Source: X" line names the outlet even where the page is another site's: that site is the republisher.
    """
    merged = dict(page)
    if "published" in merged:
        date = read_date(merged["published"].value)
        merged = {**merged, "published": replace(merged["published"], value=date)} if date else merged
    original, site = stated.get("outlet"), page.get("outlet")
    for name, value in stated.items():
        if name not in merged or _CERTAINTY.index(value.origin) < _CERTAINTY.index(merged[name].origin):
            merged[name] = value
    if original and site and site.origin == "page" and original.value.casefold() != site.value.casefold():
        merged["outlet"] = original
        merged.setdefault("republished_by", site)
    return merged


_MISSING = (
    ("title", "untitled", _("{name}: the title is missing.")),
    ("outlet", "no_outlet", _("{name}: the outlet is missing.")),
    ("author", "no_author", _("{name}: the author is missing.")),
    ("published", "no_date", _("{name}: the publication date is missing; relative dates stay as written.")),
)


def metadata_findings(source: Source, analysis: Analysis) -> tuple[Finding, ...]:
    """What an analyst should complete or know of this source."""
    found = [_finding(source, "info", code, text) for field, code, text in _MISSING if getattr(source, field) is None]
    if source.published and len(source.published) < 10:
        message = _("{name}: the publication date is known only as {date}; relative days stay as written.")
        found.append(_finding(source, "info", "coarse_date", message))
    if source.language == "und":
        message = _("{name}: the text is neither French nor English; nothing is extracted from it.")
        found.append(_finding(source, "warning", "language", message))
    for start, end in foreign_insertions(analysis.text, source.language)[:1]:
        doubt = _finding(source, "warning", "probably_translated", _("{name}: this text is probably a translation."))
        found.append(replace(doubt, start=start, end=end))
    return tuple(found)


def _finding(source: Source, level: Level, code: str, message: str) -> Finding:
    params = {"name": source.path or source.id, "date": source.published}
    return Finding(level, code, message, source=source.id, path=source.path, params=params)
