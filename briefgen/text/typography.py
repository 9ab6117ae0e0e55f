"""Spaces, apostrophes and quotation marks as a locale prints them: over words of ours only, never inside a quotation."""

import re
from collections.abc import Callable
from functools import cache

NARROW = "\u202f"
NO_BREAK = "\u00a0"
_SPACE = r"[ \u00a0\u202f]*"


def _french(text: str, high: str) -> str:
    """`high` stands before ; ! ? (a narrow no-break space in France, nothing in Canada)."""
    text = text.replace("'", "’")
    text = re.sub(rf"«{_SPACE}", f"«{NO_BREAK}", text)
    text = re.sub(rf"{_SPACE}»", f"{NO_BREAK}»", text)
    text = re.sub(r"(?<=[^\s(\[])[ \u00a0\u202f]+(?=[;!?])", high, text)
    text = re.sub(r"^[ \u00a0\u202f]+(?=[;!?])", high, text)
    if high:
        text = re.sub(r"(?:(?<=[\w»”)\]%’.])|^)(?=[;!?](?:\s|$))", high, text)
    return re.sub(r"[ \u00a0\u202f]+:(?=\s|$)", f"{NO_BREAK}:", text)


def _english(text: str) -> str:
    text = re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s|$)", "’", text)
    text = re.sub(rf"«{_SPACE}", f"«{NO_BREAK}", text)
    return re.sub(rf"{_SPACE}»", f"{NO_BREAK}»", text)


@cache
def typography(locale: str) -> Callable[[str], str]:
    """The function that sets a run of our own words; of ``fr-CA`` without a space before ; ! ?"""
    if locale.lower().startswith("fr"):
        high = "" if locale.replace("_", "-").lower() == "fr-ca" else NARROW
        return lambda text: _french(text, high)
    return _english


def printable(text: str) -> str:
    """`text` without control characters and lone surrogates, which no output format can hold; line ends become spaces."""
    if text.isprintable():
        return text
    text = re.sub(r"\s*[\n\r\x0b\x0c\x85\u2028\u2029]\s*|\t", " ", text)
    return "".join(
        c for c in text if not ("\ud800" <= c <= "\udfff" or c < " " or "\x7f" <= c <= "\x9f" or c in "\ufffe\uffff")
    )
