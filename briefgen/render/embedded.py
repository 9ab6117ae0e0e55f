"""The evidence as it is embedded in every format, and the day that all time stamps carry."""

import json
import re

from briefgen.model.tree import Document

NOWHEN = "2000-01-01"
# Legal in JSON, but not in XML: noncharacters and lone surrogates, which become \\uXXXX.
_ILLEGAL = re.compile("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def day(document: Document) -> str:
    """The ISO date of the document, for metadata."""
    return document.date[:10] if re.match(r"\d{4}-\d\d-\d\d", document.date) else NOWHEN


def evidence_json(document: Document) -> str:
    """``evidence.json``: keys in the order given, one entry a line, safe in UTF-8 and in XML.

    The lines are broken by us: the standard library's own indenting is ten times slower, a quarter of a briefing's time.
    """
    record = document.evidence
    pieces = (f"{_dumped(str(key))}: {_entries(value)}" for key, value in record.items())
    text = "{\n" + ",\n".join(pieces) + "\n}\n" if record else "{}\n"
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _entries(value: object) -> str:
    if isinstance(value, list | tuple) and value:
        return "[\n " + ",\n ".join(map(_dumped, value)) + "\n]"
    return _dumped(value)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    return dict(value) if hasattr(value, "keys") else list(value)  # type: ignore[call-overload]
