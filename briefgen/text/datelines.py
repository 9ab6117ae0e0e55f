"""Where an article's head states its day of publication: the lines above the first paragraph, and the agency's dateline.

Only a date with its year counts. A line of the head is short and no sentence ("La Gazette du Lac — jeudi 16 avril 2026",
"Brussels, 23 March 2026", "News item, 16 October 2026"); a dateline opens a paragraph with a place in capitals.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.model.evidence import Pair
from briefgen.text.language import detect_language

_HEAD = 900
"""Characters from the beginning within which the head ends."""
_LINES = 10
_LONGEST = 110
_NUMERIC = re.compile(r"(?<![\d./-])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d{2})(?![\d./-])")
_HEADING_END = re.compile(r"(?:[.!?»”\"][)\s]*|:\s*)$")
_STATED = re.compile(r"(?:mis à jour|mise à jour|updated|modifié|last modified)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’ ./-]{2,30})(?:(?:,\s*|\s\()(?P<region>[A-ZÀ-Þ][\w'’ .-]{2,30}?)\)?)?\s*,?\s*(?P<date>[^(\n–—]{0,40}?)\s*"
    r"(?:\((?P<agency>[^()\n]{2,40})\))?\s*[-–—]+\s",
    re.MULTILINE,
)
"""``FUNCHAL, Portugal, Oct 13, 2026 (Northwire) - Two people …``: the place, the day, the agency."""


_SMALL = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w'’ .-]{2,30}),\s*(?:le )?(?P<date>[^(\n–—]{3,30}?)\s*\((?P<agency>[^()\n]{2,40})\)\.?\s*[-–—]+\s",
    re.MULTILINE,
)
"""``Bruxelles, 27 mars 2025 (Agence Escaut). – L'opérateur …``: in small letters only with both day and agency."""


class Dateline(NamedTuple):
    """Spans of what a dateline states, None for what it leaves out."""

    date: Pair | None
    agency: Pair | None


def head_lines(text: str, body: int) -> Iterator[Pair]:
    """Spans of the short lines at the top that are no sentences, from `body` on, until the text proper begins."""
    start = body
    for _ in range(_LINES):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].strip()
        if start - body > _HEAD or len(line) > 2 * _LONGEST:
            return
        if line and len(line) <= _LONGEST and not _HEADING_END.search(line):
            yield start, end
        if end >= len(text):
            return
        start = end + 1


def is_update(text: str, start: int, at: int) -> bool:
    """Whether the words of the line before the date speak of an update, not of the publication."""
    return bool(_STATED.search(text, start, at))


def numeric_day(text: str, span: Pair) -> tuple[str, Pair] | None:
    """(ISO day, its span) of ``24.01.2026`` or ``23/09/2026``, day first; None where the month might stand first."""
    found = _NUMERIC.search(text, *span)
    if found is None or not 1 <= int(found["m"]) <= 12 or not 1 <= int(found["d"]) <= 31:
        return None
    if "/" in found.group() and int(found["d"]) <= 12 and detect_language(tuple(text.lower().split())) != "fr":
        return None
    return f"{found['y']}-{int(found['m']):02d}-{int(found['d']):02d}", found.span()


def is_house(name: str) -> bool:
    """Whether a line may be the name of a newspaper or an office: a few words, each with a capital but the small ones."""
    words = name.split()
    large = [word for word in words if len(word) > 3 or word.isupper()]
    return 1 < len(words) <= 8 and all(not word[:1].islower() for word in large) and not any(c.isdigit() for c in name)


def find_dateline(text: str, body: int) -> Dateline | None:
    """The first dateline of the head; it names an agency or a day, else it is only a heading in capitals."""
    for found in (*_OPENING.finditer(text, body, body + 2 * _HEAD), *_SMALL.finditer(text, body, body + 2 * _HEAD)):
        date = (found.end("place"), found.end()) if any(c.isdigit() for c in found.group()) else None
        agency = found.span("agency") if found["agency"] and not found["agency"].isdigit() else None
        if date or agency:
            return Dateline(date, agency)
    return None


_LINE = re.compile(r"[^\W\d_a-zà-ÿ]{3,}[^.;!?—–]{0,70}?\s[—–-]+\s")
"""``BRUXELLES, 9 mars (Agence) - ``."""


def after_dateline(plain: str, start: int, end: int) -> int:
    """Where the sentence [start, end) of a text begins to say something: behind the agency's dateline that opens it."""
    found = _LINE.match(plain, start, end) if plain[start : start + 3].isupper() else None
    return found.end() if found else start
