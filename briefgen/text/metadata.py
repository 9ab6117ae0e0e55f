"""Editorial metadata that stands in the text itself: date labels, bylines, source lines, republishers."""

import re
from collections.abc import Mapping
from dataclasses import replace

from briefgen.model.evidence import Pair
from briefgen.model.source import MetadataValue
from briefgen.text.datelines import find_dateline, head_lines, is_house, is_update, numeric_day
from briefgen.text.front_matter import front_matter
from briefgen.text.masthead import read_masthead

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
_MONTH = "(?i:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_DAY_DATE = rf"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})"
_MONTH_DATE = rf"(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}})"
_ISO = r"(?P<iso>\d{4}(?:-\d{2}){0,2})"
_LABEL_WORDS = r"(?:date|publié(?:e)? le|publication|parution|paru le|mis à jour le|published(?: on)?|posted(?: on)?|updated(?: on)?)"
_LABEL = re.compile(
    rf"^\W{{0,3}}{_LABEL_WORDS}\s*:?\s*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day),?\s+)?"
    rf"(?:{_ISO}|{_DAY_DATE}|{_MONTH_DATE})\b",
    re.IGNORECASE | re.MULTILINE,
)
_WEEKDAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s+)?"
)
_OUTLET_DATE = re.compile(
    r"^\W{0,2}(?:(?P<outlet>[A-ZÀ-Þ][\w'’.& -]{2,40}?)\s*[–—|·-]|(?P<named>(?:The|Le|La|Les|L['’])\s?[A-ZÀ-Þ][\w'’.& -]{2,40}?)\s*[,–—|·-])"
    rf"\s*(?:le )?(?i:{_WEEKDAY})(?:{_DAY_DATE}|{_MONTH_DATE})\W{{0,2}}$",
    re.MULTILINE,
)
_ONLY_DATE = re.compile(rf"\s*(?i:{_WEEKDAY})(?:{_DAY_DATE}|{_MONTH_DATE})\s*")
_NAME = (
    r"[^\W\d_a-zà-ÿ][\w.'’-]*(?:[ \t]+(?:(?:de|du|van|von|der|la|le|al|bin|ben)[ \t]+)?[^\W\d_a-zà-ÿ][\w.'’-]*){1,3}"
)
_BYLINE = re.compile(
    rf"^(?:[Pp]ar|PAR|[Bb]y|BY)\s+(?P<author>{_NAME})[ \t]*(?:,\s*(?:(?:le|on)\s+)?(?P<date>\d[^–—|\n]{{6,24}}|[A-Z][a-z]+ \d{{1,2}}, \d{{4}}))?"
    r"[ \t]*(?:[–—|-][ \t]*(?P<outlet>[^\n]{2,60}?)(?:[ \t]+[–—|-][ \t]*\d{1,2}[./]\d{1,2}[./]\d{4})?)?[ \t]*$",
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
_FIRST_LINE = re.compile(r"[ \t]*(\S[^\n]*?)[ \t]*(?:\n|$)")
_HEADING = re.compile(r"#\s+(.+?)(?:\s+#+)?$")
_DATE = re.compile(rf"{_DAY_DATE}|{_MONTH_DATE}", re.I)


def read_date(words: str) -> str | None:
    """EDTF for "25 MAI 2022", "May 25, 2022" or an ISO date; None when it is none of them."""
    found = _DATE.search(words)
    if not found:
        iso = re.search(r"\b\d{4}(?:-\d{2}){0,2}(?!\d)", words)
        return iso.group() if iso else None
    return _edtf(found)


def text_metadata(text: str) -> Mapping[str, MetadataValue]:
    """Fields (title, author, published, outlet, republished_by …) that the text states, each with its place.

    Front matter goes before a byline, a byline before a "Source: …" line.
    """
    fields, body = front_matter(text)
    found = dict(fields)
    if "published" in found:
        found["published"] = _dated(found["published"])
    stated = _stated(text, body)
    return found | {name: value for name, value in stated.items() if name not in found}


def _dated(value: MetadataValue) -> MetadataValue:
    date = read_date(value.value)
    return value if date is None else replace(value, value=date)


def _stated(text: str, body: int) -> dict[str, MetadataValue]:
    """What the text below its front matter states."""
    found: dict[str, MetadataValue] = {}
    top = body + 1500
    label = _LABEL.search(text, body, top)
    if label:
        found["published"] = _place(label)
    byline = _BYLINE.search(text, body, body + 3000)
    if byline:
        _read_byline(byline, found)
    source = _SOURCE.search(text)
    original = _ORIGINAL.search(text)
    for match, group in ((original, "fr"), (original, "en"), (source, "outlet")):
        if match and match[group] and "outlet" not in found:
            found["outlet"] = MetadataValue(match[group].strip(), "text", *match.span(group))
    line = _OUTLET_DATE.search(text, body, top)
    if line:
        group = "outlet" if line["outlet"] else "named"
        found.setdefault("outlet", MetadataValue(line[group].strip(), "text", *line.span(group)))
        found.setdefault("published", _place(line))
    _read_dateline(text, body, found)
    _read_head(text, body, found)
    head = read_masthead(text, body)
    for name, span in (("outlet", head.outlet), ("author", head.author)):
        if span is not None:
            found.setdefault(name, MetadataValue(text[slice(*span)], "text", *span))
    _read_title(text, body, head.title, found)
    _read_republisher(text, body, found)
    return found


def _read_dateline(text: str, body: int, found: dict[str, MetadataValue]) -> None:
    """The agency and the day with which the first paragraph opens."""
    line = find_dateline(text, body)
    if line is None:
        return
    if line.agency:
        start, end = line.agency
        found.setdefault("outlet", MetadataValue(text[start:end].strip(), "text", start, end))
    day = _DATE.search(text, *line.date) if line.date else None
    if day:
        found.setdefault("published", _place(day))


def _read_head(text: str, body: int, found: dict[str, MetadataValue]) -> None:
    """The day in a line of the head, and the outlet that stands alone above a day that stands alone."""
    above = body, body
    for start, end in head_lines(text, body):
        day = _DATE.search(text, start, end)
        numeric = None if day else numeric_day(text, (start, end))
        at = day.start() if day else numeric[1][0] if numeric else None
        if at is not None and not is_update(text, start, at):
            if numeric:
                found.setdefault("published", MetadataValue(numeric[0], "text", *numeric[1]))
            elif day:
                found.setdefault("published", _place(day))
        name = text[above[0] : above[1]].strip()
        if day and _ONLY_DATE.fullmatch(text, start, end) and above[1] == start - 1 and is_house(name):
            found.setdefault("outlet", MetadataValue(name, "text", *_trimmed(text, *above)))
        above = start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _place(match: re.Match[str]) -> MetadataValue:
    """The date of a match, with the span of its calendar words."""
    groups = match.groupdict()
    first, last = next(p for p in (("iso", "iso"), ("day", "year"), ("month2", "year2")) if groups.get(p[0]))
    return MetadataValue(_edtf(match), "text", match.start(first), match.end(last))


def _edtf(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("iso"):
        return str(groups["iso"])
    suffix = "" if groups.get("day") else "2"
    month = _MONTHS[str(groups["month" + suffix]).lower()]
    return f"{groups['year' + suffix]}-{month:02d}-{int(groups['day' + suffix]):02d}"


def metadata_lines(text: str, metadata: Mapping[str, MetadataValue]) -> list[tuple[int, int]]:
    """Spans of the short lines that only state metadata: never news (the title's line is a heading, not one of them)."""
    found = set()
    for name, value in metadata.items():
        if name == "title" or value.start is None or value.origin != "text":
            continue
        start = text.rfind("\n", 0, value.start) + 1
        end = text.find("\n", value.start)
        end = len(text) if end < 0 else end
        if end - start < 90 and text[start:end].rstrip()[-1:] not in ".!?»”":
            found.add((start, end))
    return sorted(found)


def _read_byline(byline: re.Match[str], found: dict[str, MetadataValue]) -> None:
    found["author"] = MetadataValue(byline["author"], "text", *byline.span("author"))
    date = read_date(byline["date"]) if byline["date"] else None
    if date:
        start = byline.start("date")
        found.setdefault("published", MetadataValue(date, "text", start, start + len(byline["date"].rstrip())))
    if byline["outlet"] and not _DATE.search(byline["outlet"]):
        found["outlet"] = MetadataValue(byline["outlet"].strip(), "text", *byline.span("outlet"))


def _first_line(text: str, body: int) -> tuple[int, int]:
    """Span of the first line that has words, without its white space."""
    match = _FIRST_LINE.search(text, body)
    return match.span(1) if match else (body, body)


def _read_title(text: str, body: int, title: Pair | None, found: dict[str, MetadataValue]) -> None:
    """A Markdown heading, or what the masthead has for a title."""
    start, end = _first_line(text, body)
    heading = _HEADING.match(text, start, end)
    if heading:
        found["title"] = MetadataValue(heading[1], "text", *heading.span(1))
        return
    if title is not None:
        found["title"] = MetadataValue(text[slice(*title)], "text", *title)


def _read_republisher(text: str, body: int, found: dict[str, MetadataValue]) -> None:
    """A short first line that names another house than the outlet is the site that took the article over."""
    outlet = found.get("outlet")
    start, end = _first_line(text, body)
    first = text[start:end]
    if not outlet or not 3 <= len(first) <= 40 or first[-1] in ".!?:»" or any(c.isdigit() for c in first):
        return
    if len(first.split()) > 4 or outlet.value.lower() in first.lower() or first == found.get("author", outlet).value:
        return
    found["republished_by"] = MetadataValue(first, "text", start, end)
