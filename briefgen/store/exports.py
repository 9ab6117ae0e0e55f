"""Evidence and references in the formats of other tools."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefgen.model.evidence import Evidence, Fact, Quote
from briefgen.model.extraction import Extraction
from briefgen.model.source import Source

_COLUMNS = (
    "source", "outlet", "title", "published", "id", "kind", "start", "end", "text", "speaker", "role", "value", "unit",
    "low", "high", "bound", "date", "topics", "modality", "rule", "score", "offered",
)  # fmt: skip


def _rows(extractions: Sequence[Extraction]) -> Iterator[dict[str, object]]:
    for extraction in extractions:
        source = extraction.source
        shared = {"source": source.id, "outlet": source.outlet, "title": source.title, "published": source.published}
        for evidence in extraction.evidence():
            yield shared | (_quote(evidence) if isinstance(evidence, Quote) else _fact(evidence))


def _common(evidence: Evidence) -> dict[str, object]:
    names = ("id", "start", "end", "text", "rule", "score", "offered")
    return {name: getattr(evidence, name) for name in names} | {"topics": " ".join(evidence.topics)}


def _quote(quote: Quote) -> dict[str, object]:
    speaker = quote.speaker
    role = speaker.role.text if speaker and speaker.role else None
    return _common(quote) | {
        "kind": quote.kind,
        "speaker": speaker.name if speaker else None,
        "role": role,
        "date": quote.said.date,
    }


def _fact(fact: Fact) -> dict[str, object]:
    names = ("value", "unit", "low", "high", "bound", "date", "modality")
    return _common(fact) | {"kind": fact.type} | {name: getattr(fact, name) for name in names}


def to_csv(extractions: Sequence[Extraction]) -> bytes:
    """A row a quote or fact; UTF-8 with a mark, so that spreadsheets read it right. No cell can be a formula.

    `offered` says whether it would be printed unasked.
    """
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _harmless(value) for key, value in row.items()} for row in _rows(extractions))
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(value: object) -> object:
    """A text that a spreadsheet would take for a formula, with an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def to_xlsx(extractions: Sequence[Extraction]) -> bytes:
    """The same rows as a workbook, written as texts and numbers, never as formulas."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet("evidence")
    sheet.append(list(_COLUMNS))
    for row in _rows(extractions):
        values = [row.get(name) for name in _COLUMNS]
        sheet.append([_harmless(ILLEGAL_CHARACTERS_RE.sub("", v)) if isinstance(v, str) else v for v in values])
    buffer = io.BytesIO()
    book.save(buffer)
    return _timeless(buffer.getvalue())


_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def _timeless(package: bytes) -> bytes:
    """The package without the moment of its making, so that the same evidence gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(info))
            new.writestr(zipfile.ZipInfo(info.filename), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


_CONTEXT = 32
"""Characters before and after a passage in its TextQuoteSelector."""


def to_jsonld(extractions: Sequence[Extraction]) -> bytes:
    """W3C Web Annotations: each passage by position and by its words with what stands around it."""
    items = [_annotation(e, evidence) for e in extractions for evidence in e.evidence()]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def _annotation(extraction: Extraction, evidence: Evidence) -> dict[str, Any]:
    text, source = extraction.text, extraction.source
    row = _quote(evidence) if isinstance(evidence, Quote) else _fact(evidence)
    return {
        "id": f"urn:briefgen:{source.id}:{evidence.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {"type": "Dataset", **{key: value for key, value in row.items() if value is not None}},
        "target": {
            "source": {"id": f"urn:sha256:{source.sha256}", "language": source.language},
            "selector": [
                {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": evidence.text,
                    "prefix": text[max(0, evidence.start - _CONTEXT) : evidence.start],
                    "suffix": text[evidence.end : evidence.end + _CONTEXT],
                },
            ],
        },
    }


def to_csl(extractions: Sequence[Extraction]) -> bytes:
    """CSL-JSON, an item a source."""
    return (json.dumps([_csl(e.source) for e in extractions], ensure_ascii=False, indent=1) + "\n").encode()


def _csl(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {"id": source.id, "type": "article-newspaper", "language": source.language}
    item |= {
        key: value
        for key, value in (("title", source.title), ("container-title", source.outlet), ("URL", source.url))
        if value
    }
    if source.author:
        item["author"] = [{"literal": source.author}]
    if source.published:
        item["issued"] = {"date-parts": [[int(part) for part in source.published[:10].split("-") if part.isdigit()]]}
    return item


def _fields(source: Source) -> list[tuple[str, str]]:
    """(BibTeX field, value) of what is known."""
    known = (("title", source.title), ("author", source.author), ("journal", source.outlet), ("url", source.url))
    dated = (("year", (source.published or "")[:4]), ("date", source.published))
    return [(name, value) for name, value in (*known, *dated, ("langid", source.language)) if value]


def to_bibtex(extractions: Sequence[Extraction]) -> bytes:
    """BibTeX, an @article a source."""
    return "\n".join(_bibtex(e.source) for e in extractions).encode()


_TEX = {
    **{char: f"\\{char}" for char in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_LITERAL = ("title", "author", "journal")
"""Fields in double braces: their capitals stay, and a name is not taken apart."""


def _bibtex(source: Source) -> str:
    lines = [f"  {name} = {{{_tex(name, value)}}}," for name, value in _fields(source)]
    return "\n".join([f"@article{{briefgen-{source.id},", *lines, "}", ""])


def _tex(name: str, value: str) -> str:
    if name == "url":
        return value.replace("{", "%7B").replace("}", "%7D")
    escaped = "".join(_TEX.get(char, char) for char in _one_line(value))
    return f"{{{escaped}}}" if name in _LITERAL else escaped


def _one_line(value: str) -> str:
    return " ".join(value.split())


_RIS = {"title": "TI", "author": "AU", "journal": "JO", "url": "UR", "year": "PY", "langid": "LA"}


def to_ris(extractions: Sequence[Extraction]) -> bytes:
    """RIS, a NEWS record a source."""
    return "".join(_ris(e.source) for e in extractions).encode()


def _ris(source: Source) -> str:
    lines = ["TY  - NEWS", f"ID  - {source.id}"]
    lines += [f"{_RIS[name]}  - {_one_line(value)}" for name, value in _fields(source) if name in _RIS]
    if source.published:
        lines.append(f"DA  - {source.published[:10].replace('-', '/')}")
    return "\r\n".join([*lines, "ER  - ", ""]) + "\r\n"


EXPORTS: dict[str, Callable[[Sequence[Extraction]], bytes]] = {
    "csv": to_csv,
    "xlsx": to_xlsx,
    "jsonld": to_jsonld,
    "csl.json": to_csl,
    "bib": to_bibtex,
    "ris": to_ris,
}


def export_name(path: Path) -> str | None:
    """The key of EXPORTS that the file's name ends in, else None."""
    return next((name for name in EXPORTS if path.name.lower().endswith(f".{name}")), None)
