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
    """``evidence.json``: keys in the order given, one entry a line, safe in UTF-8 and in XML."""
    text = json.dumps(document.evidence, ensure_ascii=False, indent=1, default=_plain) + "\n"
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _plain(value: object) -> object:
    return dict(value) if hasattr(value, "keys") else list(value)  # type: ignore[call-overload]
