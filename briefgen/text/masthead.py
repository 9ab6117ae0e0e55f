"""Who printed an article, under what title and by whom, as the short lines above its first paragraph say it.

Layouts met: outlet over title over byline ("The London Courant / Energy | Analysis / … / Rebecca Thornley, Energy Editor");
title over byline; body over "Press release" over title. A kicker ("Nucléaire") is no outlet: a name counts as one where
its words are those of press houses and public bodies, or where a bar sets a section or an issue apart.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from briefgen.model.evidence import Pair
from briefgen.resources import resource

_LINES = 12
_PARAGRAPH = 25
"""Words from which a line is a paragraph."""
_SENTENCE = 12
"""Words from which a line with a full stop is one."""
_FURNITURE = re.compile(
    r"\b(?:temps de lecture|min\.? de lecture|min read|partage[rz]|share (?:on|this)|save for later|comments?\b|comment(?:er|aires)|offrir|"
    r"ajouter à|réservé|abonné|subscriber|listen to|écouter|imprimer|réactions|whatsapp|photo|credit|crédit|lire plus tard|"
    r"advertisement|publicité|sign up|newsletter|follow us|suivez)",
    re.IGNORECASE,
)
_GENRE = re.compile(
    r"\W*(?:communiqué(?: de presse)?|press releases?|for immediate release|news release|media release|statement|déclaration|"
    r"pour diffusion immédiate|information note|note d['’]information|mise en garde|food alert|safety alert|public notice|avis|"
    r"point de presse|dossier de presse|factsheet|fiche d['’]information|news item|actualité)\b.{0,30}",
    re.IGNORECASE,
)
_MONTH = r"(?:janv|févr?|fevr?|mars|avr|mai|juin|juil|août|aout|sept?|oct|nov|déc|dec|jan|feb|mar|apr|may|june?|july?|aug)[a-zéû]*\.?"
_DATE = re.compile(
    rf"(?:\b\d{{1,2}}(?:er|st|nd|rd|th)?\s+{_MONTH}\s+\d{{4}}|\b{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d\d-\d\d)",
    re.IGNORECASE,
)
_NAME = (
    r"[A-ZÀ-Þ][\w.'’-]+(?:[ \u00a0](?:(?:de|du|van|von|der|la|le|al|bin|ben|d['’])[ \u00a0]?)?[A-ZÀ-Þ][\w.'’-]*){1,3}"
)
_NAMES = rf"{_NAME}(?:(?:,[ \u00a0]{_NAME})*[ \u00a0](?:et|and|&)[ \u00a0]{_NAME})?"
_BY = re.compile(rf"(?:^|[\s·•|—–-])(?:[Pp]ar|PAR|[Bb]y|BY|by:)[ \u00a0](?P<author>{_NAMES})")
_ENVOY = re.compile(rf"^De notre (?:envoyée?|correspondante?)[^,]*,[ \u00a0](?P<author>{_NAMES})")
_UNSIGNED = re.compile(
    rf"^(?P<author>{_NAMES})(?:,[ \u00a0][^·•|\d]{{3,60}})?(?:[ \u00a0](?:in|à|au|en)[ \u00a0][A-ZÀ-Þ][\w' -]+)?\s*(?:[·•|—–-].*)?$"
)
_DATED_FIRST = re.compile(
    rf"^[^A-Za-zÀ-ÿ]*(?:{_DATE.pattern})\s*[·•|—–-]\s*(?P<author>{_NAMES})\s*(?:,.*)?$", re.IGNORECASE
)
_BARS = re.compile(
    r"\s+[|·•]\s+|\s+[—–-]\s+|,\s+(?=(?:le|la|les|the|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day|avec|with)\b)"
)
_BEGINS = re.compile(r"(?:The|Le|La|Les|L['’])\s?")


class Masthead(NamedTuple):
    """Spans in the text; None for what the head does not say."""

    outlet: Pair | None = None
    title: Pair | None = None
    author: Pair | None = None


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """``body``: words that the names of public bodies begin with; ``press``: words of the names of houses; ``section``: lines that only head a page. Lines ``kind | words``."""
    path = resource("assets", "lexicons", "mastheads.txt")
    rows = (line.partition("|") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#"))
    found: dict[str, set[str]] = {}
    for kind, _, words in rows:
        found.setdefault(kind.strip(), set()).update(words.split())
    found["press"] |= found["body"]
    return {kind: frozenset(words) for kind, words in found.items()}


def read_masthead(text: str, body: int) -> Masthead:
    """What the lines from `body` to the first paragraph say; nothing where no paragraph follows them."""
    lines, ended = _head(text, body)
    if not ended or not lines:
        return Masthead()
    author = next((span for line in lines if (span := _signed(text, line))), None)
    author = author or next((span for n, line in enumerate(lines) if (span := _unsigned(text, lines, n))), None)
    rest = [line for line in lines if not _is_other(text, line, author)]
    if not rest:
        return Masthead(author=author)
    first = _described(text, lines, rest[0])
    outlet = first or _outlet(text, rest[0], alone=len(rest) == 1 and not _is_genre_next(text, lines, rest[0]))
    titles = [line for line in (rest[1:] if outlet else rest) if _may_head(text[slice(*line)])]
    while (
        outlet
        and titles
        and _outlet(text, titles[0], alone=False) == titles[0]
        and _is_capitalized(text[slice(*titles[0])])
        and not text[outlet[1] : titles[0][0]].count("\n") > 1 + text[outlet[1] : titles[0][0]].count("\n\n")
    ):
        outlet, titles = titles[0], titles[1:]
    if not outlet and len(titles) > 1 and len(text[slice(*titles[0])].split()) <= _KICKER:
        titles = titles[1:]
    worded = [line for line in titles if _is_worded(text[slice(*line)])]
    titles = worded or titles
    title = titles[0] if titles and (outlet or len(text[slice(*titles[0])].split()) > _KICKER) else None
    return Masthead(outlet, title, author)


def _may_head(words: str) -> bool:
    """Whether a line may be the title: no section, no date, no kind of paper, no "IN THIS ISSUE", nothing that leads on."""
    shouted = words.isupper() and len(words.split()) <= _KICKER
    return not (_is_section(words) or _DATE.search(words) or _KIND.match(words) or shouted or words.endswith(":"))


def _is_worded(words: str) -> bool:
    """Whether a line reads like a headline: words in small letters or of a whole sentence, and no list of figures."""
    small = sum(word[:1].islower() and len(word) > 3 for word in words.split())
    return (
        small > 0 and "|" not in words and not words[0].isdigit() and sum(c.isdigit() for c in words) <= len(words) / 6
    )


_KICKER = 3
"""Words up to which a line over the title is only a kicker."""


_KIND = re.compile(
    r"(?:\w+['’]s )?(?:le |la |the |your |a )?(?:quotidien|hebdomadaire|mensuel|magazine|journal|lettre|daily|weekly|monthly|newsletter|newspaper|bulletin)\b",
    re.IGNORECASE,
)


def _described(text: str, lines: list[Pair], line: Pair) -> Pair | None:
    """The line where the next one says what kind of paper it names: "Quotidien d'informations générales"."""
    after = lines[lines.index(line) + 1 :]
    found = bool(after) and _KIND.match(text, *after[0])
    bar = _BARS.search(text, *line)
    return (line[0], bar.start() if bar else line[1]) if found else None


def _is_capitalized(name: str) -> bool:
    """Whether the line begins with the word for a public body, or every long word has a capital, as in the name of a house."""
    first = re.findall(r"[^\W\d_]+", name.lower())[:1]
    return bool(set(first) & _words()["body"]) or all(word[:1].isupper() for word in name.split() if len(word) > 3)


def _head(text: str, body: int) -> tuple[list[Pair], bool]:
    """The short lines, and whether a paragraph follows them."""
    lines: list[Pair] = []
    start = body
    while start < len(text) and len(lines) < _LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].strip()
        if _is_paragraph(line):
            return lines, True
        if line:
            first = start + len(text[start:end]) - len(text[start:end].lstrip())
            lines.append((first, first + len(line)))
        start = end + 1
    return lines, False


def _is_paragraph(line: str) -> bool:
    words = len(line.split())
    return words >= _PARAGRAPH or (words >= _SENTENCE and line[-1] in ".!?" and not line.isupper())


def _is_other(text: str, line: Pair, author: Pair | None) -> bool:
    """Whether the line is neither house nor title: byline, date, furniture, genre."""
    words = text[slice(*line)]
    if author is not None and line[0] <= author[0] < line[1]:
        return True
    if _FURNITURE.search(words) or _GENRE.fullmatch(words) or re.match(r"(?:[Pp]ar|[Bb]y) ", words):
        return True
    dated = _DATE.search(words)
    return dated is not None and not _names_house(words[: dated.start()])


def _names_house(before: str) -> bool:
    """Whether more than a place or "published on" stands before a date: "Éolien & Marchés – n° 688 – 13 February"."""
    pieces = re.findall(r"[^\W\d_]+", before.lower())
    return any(piece in _words()["press"] for piece in pieces) or bool(re.search(r"\s[|–—-]\s", before))


def _is_genre_next(text: str, lines: list[Pair], line: Pair) -> bool:
    after = lines[lines.index(line) + 1 :]
    return bool(after) and bool(_GENRE.fullmatch(text[slice(*after[0])]))


def _is_section(words: str) -> bool:
    """ "Energy | Analysis", "ÉNERGIE"."""
    pieces = re.findall(r"[^\W\d_]+", words.lower())
    return len(pieces) <= 3 and bool(pieces) and all(piece in _words()["section"] for piece in pieces)


def _outlet(text: str, line: Pair, alone: bool) -> Pair | None:
    """The house that the first line names, before its bar; a line that stands alone is the title."""
    words = text[slice(*line)]
    bar = _BARS.search(words)
    name = words[: bar.start()] if bar else words
    pieces = re.findall(r"[^\W\d_]+", name.lower())
    if (
        alone
        or not pieces
        or len(pieces) > (14 if pieces[0] in _words()["body"] else 8)
        or name[-1] in ".!?:…»”"
        or re.search(r"\s:|[?!;«“\"]", name)
    ):
        return None
    if not (name[0].isupper() or name[0].isdigit()) or _is_section(name):
        return None
    known = any(piece in _words()["press"] for piece in re.findall(r"[^\W\d_]+", words.lower()))
    parted = bar is not None and len(pieces) <= 4 and bool(_is_section(words[bar.end() :]) or re.search(r"\d", words))
    joined = len(pieces) == 1 and any(c.isupper() for c in name[1:]) and not name.isupper()
    articled = bool(_BEGINS.match(name)) and len(pieces) <= 5 and known
    house = articled or (known and _is_capitalized(name))
    return (line[0], line[0] + len(name.rstrip())) if house or parted or joined else None


def _signed(text: str, line: Pair) -> Pair | None:
    """The names after "by"."""
    for pattern in (_BY, _ENVOY):
        found = pattern.search(text[slice(*line)])
        if found and len(found["author"].split()) <= 9:
            return line[0] + found.start("author"), line[0] + found.end("author")
    return None


def _unsigned(text: str, lines: list[Pair], number: int) -> Pair | None:
    """The name of a line that has a date, or stands over one: "Helen Osterman in Nampula · 12 April 2024"."""
    words = text[slice(*lines[number])]
    below = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
    dated = _DATE.search(words)
    if number == 0 or _GENRE.fullmatch(words) or not (dated or (_DATE.search(below) and len(words.split()) <= 10)):
        return None
    found = _DATED_FIRST.match(words) or _UNSIGNED.match(words)
    if not found or _DATE.search(found["author"]) or found["author"].startswith(("Par ", "By ")):
        return None
    pieces = re.findall(r"[^\W\d_]+", found["author"].lower())
    if any(piece in _words()["press"] | _words()["section"] for piece in pieces):
        return None
    return lines[number][0] + found.start("author"), lines[number][0] + found.end("author")
