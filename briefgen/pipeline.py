"""The steps in order, with progress and cancel: the only thing the command line and the window call."""

import hashlib
from collections.abc import Mapping

from briefgen.extract.engine import extract_evidence
from briefgen.model.extraction import Extraction
from briefgen.model.source import MetadataValue, Source
from briefgen.text.analysis import analyze
from briefgen.text.metadata import text_metadata


def extract_text(text: str, language: str | None = None, published: str | None = None) -> Extraction:
    """The evidence of a plain text; only CRLF becomes LF, so offsets count the caller's characters."""
    text = text.replace("\r\n", "\n")
    metadata = text_metadata(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    stated: Mapping[str, str] = {key: value.value for key, value in metadata.items()}
    analysis = analyze(text, language, published or stated.get("published"), stated.get("outlet"))
    source = _source(digest, analysis.language, metadata, published)
    return extract_evidence(source, analysis)


def _source(digest: str, language: str, metadata: Mapping[str, MetadataValue], published: str | None) -> Source:
    stated = {key: value.value for key, value in metadata.items()}
    return Source(
        id=digest[:8],
        path=None,
        part=None,
        sha256=digest,
        text_sha256=digest,
        reader="text/1",
        format="txt",
        language=language,
        outlet=stated.get("outlet"),
        republished_by=stated.get("republished_by"),
        author=stated.get("author"),
        published=published or stated.get("published"),
        metadata=metadata,
    )
