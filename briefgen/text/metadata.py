"""Editorial metadata that stands in the text itself: date labels, bylines, source lines, republishers."""

import re
from collections.abc import Mapping

from briefgen.model.source import MetadataValue

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january janv jan", "février fevrier february févr feb", "mars march mar", "avril april avr apr",
            "mai may", "juin june jun", "juillet july juil jul", "août aout august aug", "septembre september sept sep",
            "octobre october oct", "novembre november nov", "décembre decembre december déc dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_DATE = rf"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})"
_MONTH_DATE = rf"(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}})"
_ISO = r"(?P<iso>\d{4}(?:-\d{2}){0,2})"
_LABEL = re.compile(
    rf"^\s*(?:date|publié le|published(?: on)?|mis à jour le)\s*:?\s*(?:{_ISO}|{_DAY_DATE}|{_MONTH_DATE})\b", re.I
)
_NAME = r"[^\W\d_a-zà-ÿ][\w.'’-]*(?:\s+(?:(?:de|du|van|von|der|la|le|al|bin|ben)\s+)?[^\W\d_a-zà-ÿ][\w.'’-]*){1,3}"
_BYLINE = re.compile(
    rf"^(?:[Pp]ar|PAR|[Bb]y|BY)\s+(?P<author>{_NAME})\s*(?:,\s*(?:(?:le|on)\s+)?(?P<date>\d[^–—|\n]{{6,24}}|[A-Z][a-z]+ \d{{1,2}}, \d{{4}}))?"
    r"\s*(?:[–—|-]\s*(?P<outlet>[^\n]{2,60}))?$",
    re.MULTILINE,
)
_SOURCE = re.compile(r"^source\s*:\s*(?P<outlet>[^\n]{2,60}?)\s*$", re.IGNORECASE | re.MULTILINE)
_ORIGINAL = re.compile(
    r"(?:initialement|d['’]abord) (?:publié|paru) (?:dans|sur|par) (?:le |la |l['’])?(?P<fr>[A-Z][^,.(\n]{2,60}?)\s*(?:\(|,|\.|\n)"
    r"|originally (?:published|appeared) (?:in|on|by) (?:the )?(?P<en>[A-Z][^,.(\n]{2,60}?)\s*(?:\(|,|\.|\n)"
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?P<year>(?:19|20)\d{2})\.?\s+(?P<owner>[^.\n]{3,60})", re.I
)
_DATE = re.compile(rf"{_DAY_DATE}|{_MONTH_DATE}", re.I)


def read_date(words: str) -> str | None:
    """EDTF for "25 MAI 2022", "May 25, 2022" or an ISO date; None when it is none of them."""
    found = _DATE.search(words)
    if not found:
        iso = re.search(r"\b\d{4}(?:-\d{2}){0,2}\b", words)
        return iso.group() if iso else None
    return _edtf(found)


def text_metadata(text: str) -> Mapping[str, MetadataValue]:
    """Fields (author, published, outlet, republished_by) that the text states, each with its place."""
    found: dict[str, MetadataValue] = {}
    label = _LABEL.match(text)
    if label:
        begin = next(label.start(g) for g in ("iso", "day", "month2") if label[g])
        found["published"] = MetadataValue(_edtf(label), "text", begin, label.end())
    byline = _BYLINE.search(text[:3000])
    if byline:
        _read_byline(byline, found)
    source = _SOURCE.search(text)
    original = _ORIGINAL.search(text)
    for match, group in ((original, "fr"), (original, "en"), (source, "outlet")):
        if match and match[group] and "outlet" not in found:
            found["outlet"] = MetadataValue(match[group].strip(), "text", *match.span(group))
    _read_republisher(text, found)
    return found


def _edtf(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("iso"):
        return str(groups["iso"])
    suffix = "" if groups.get("day") else "2"
    month = _MONTHS[str(groups["month" + suffix]).lower()]
    return f"{groups['year' + suffix]}-{month:02d}-{int(groups['day' + suffix]):02d}"


def _read_byline(byline: re.Match[str], found: dict[str, MetadataValue]) -> None:
    found["author"] = MetadataValue(byline["author"], "text", *byline.span("author"))
    date = read_date(byline["date"]) if byline["date"] else None
    if date:
        start = byline.start("date")
        found.setdefault("published", MetadataValue(date, "text", start, start + len(byline["date"].rstrip())))
    if byline["outlet"]:
        found["outlet"] = MetadataValue(byline["outlet"].strip(), "text", *byline.span("outlet"))


def _read_republisher(text: str, found: dict[str, MetadataValue]) -> None:
    """A short first line that names another house than the outlet is the site that took the article over."""
    outlet = found.get("outlet")
    stripped = text.lstrip()
    first = stripped.partition("\n")[0].strip()
    if not outlet or not 3 <= len(first) <= 40 or first[-1] in ".!?:»" or any(c.isdigit() for c in first):
        return
    if len(first.split()) > 4 or outlet.value.lower() in first.lower() or first == found.get("author", outlet).value:
        return
    begin = len(text) - len(stripped)
    found["republished_by"] = MetadataValue(first, "text", begin, begin + len(first))
