"""What surrounds an article and is never evidence: copyright lines, repeats, sharing footers; captions and headings."""

import re

from briefgen.frozen import dataclass
from briefgen.model.source import Boilerplate
from briefgen.text.front_matter import front_matter

Pair = tuple[int, int]

_LINES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (why, re.compile(pattern, re.IGNORECASE))
    for why, pattern in (
        ("copyright", r"^\W*(?:copyright\b|©|\(c\)\s*\d{4}|tous droits réservés|all rights reserved).*"),
        ("copyright", r".*(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*\d{4}.*(?:droits réservés|rights reserved).*"),
        ("republication", r"^cet article (?:a été|est) (?:initialement |d['’]abord )?(?:publié|paru|reproduit)\b.*"),
        (
            "republication",
            r"^this (?:article|story) (?:was |is |has been )?(?:originally |first )?(?:published|appeared)\b.*",
        ),
        ("sharing", r"^(?:partagez?|partager) (?:cet? article|sur (?:facebook|twitter|x|linkedin)).*"),
        ("sharing", r"^(?:share|follow|like) (?:this|us|it) (?:article|story|on|with)\b.*"),
        (
            "sharing",
            r"^\W{0,4}(?:abonnez-vous|inscrivez-vous|s['’]abonner|suivez-nous|lire aussi|à lire aussi|voir aussi)\b.*",
        ),
        (
            "sharing",
            r"^\W{0,4}(?:subscribe|sign up|read more|read also|see also|click here|advertisement|download our app)\b.*",
        ),
        (
            "subscription",
            r"^(?=.{0,140}$)(?=.*(?:abonn|subscri|digital edition|édition numérique|premium|licen[cs]e|newsletter|préférences|preferences|au numéro|"
            r"gift (?:a|this)|offrez|forwarded|redistribution))(?=.*(?:[€$£]|\b(?:eur|chf|rs|usd|f cfa|francs?)\b|terms apply|manage|unsubscribe|"
            r"not for redistribution|forwarded by)).*",
        ),
        (
            "about",
            r"^(?:à propos (?:de|du|des|d['’])\s?|about (?:the )?)(?-i:[A-ZÀ-Þ])[^.!?\n]{1,60}?(?:\s[–—:-]\s|\s*$).*",
        ),
        ("contact", r"^(?:whatsapp|t[ée]l(?:éphone)?|phone|fax|contact presse|press contact)\b\W{0,3}.*\d{2}.*"),
        (
            "sharing",
            r"^\W{0,4}(?:sur le même sujet|à ne pas manquer|lire encore|votre avis nous intéresse|vous avez une information|have a tip|"
            r"more on this|related (?:stories|articles)|get the (?:app|digital)|abonnés\s*:).*",
        ),
        ("newsletter", r"^(?:recevez|retrouvez) (?:chaque|tous les|notre|nos|toute l['’]actualité|toutes nos)\b.*"),
        (
            "contact",
            r"^(?:contacts?|press office|media contact|numéro vert|hotline|abonnements?|for subscription)\b.{0,110}$",
        ),
        ("credit", r"^\(?(?:reporting|writing|editing) by .{3,120}\)?$"),
        ("disclaimer", r"^(?:the views expressed|les opinions exprimées|publié avec l['’]autorisation)\b.{0,200}$"),
        ("source_line", r"^source\s*:\s*\S.{0,80}$"),
        ("byline", r"^(?:par|by)\s+[A-ZÀ-Þ][^.!?]{2,60}(?:,?\s+(?:le|on)\s+)?\d{1,2}\s+\w+\s+\d{4}.{0,60}$"),
        ("byline", r"^(?:par|by)\s+[^\W\d_][^.!?:;,]{3,40}$"),
        (
            "metadata",
            r"^\W{0,3}(?:date|publié(?:e)? le|published(?: on)?|posted(?: on)?|updated(?: on)?|mis à jour le)\s*:?\s.{0,40}\d{4}.{0,30}$",
        ),
        ("sample", r"^\W*(?:article fictif|fictional article)\b.{0,80}$"),
        ("credit", r"^(?:photo|crédit photo|image|photograph|picture)s?\s*[:/©].{0,80}$"),
    )
)
_CAPTION = re.compile(r"\bphoto\s*:\s*[^=\n]{1,60}?(?P<alt>\balt\s*=)?", re.IGNORECASE)
_ALT = re.compile(r"(?:photo|image|crédit)\s*:?\s*[^.\n=]{0,40}\balt\s*=\s*", re.IGNORECASE)
_CREDIT_END = re.compile(r"(?:photo|crédit photo|image)\s*:\s*[\w /.-]{2,40}$", re.IGNORECASE)
_LABEL_DATE = re.compile(r"\s*date\s+\d{4}(?:-\d{2}){0,2}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Boilerplate, captions and headings, each sorted."""

    boilerplate: tuple[Boilerplate, ...]
    captions: tuple[Pair, ...]
    headings: tuple[Pair, ...]


def layout(text: str, paragraphs: list[Pair]) -> Layout:
    """What the paragraphs of `text` are besides running prose."""
    boilerplate: list[Boilerplate] = []
    captions: list[Pair] = []
    headings: list[Pair] = []
    _fields, body = front_matter(text)
    label = _LABEL_DATE.match(text, body)
    head = label.end() if label else body
    if head:
        boilerplate.append(Boilerplate(0, head, "metadata"))
    seen: set[str] = set()
    for start, end in paragraphs:
        if end <= head:
            continue
        piece = text[start:end]
        why = _why(piece)
        if why is None and len(piece) > 60 and piece in seen:
            why = "repeat"
        seen.add(piece)
        if why:
            boilerplate.append(Boilerplate(start, end, why))
        elif caption := _caption(piece):
            captions.append((start, start + caption[0]))
            if caption[1] > caption[0]:
                boilerplate.append(Boilerplate(start + caption[0], start + caption[1], "repeat"))
        elif _is_heading(piece, first=not seen - {piece}):
            headings.append((start, end))
    return Layout(tuple(sorted(boilerplate, key=lambda b: b.start)), tuple(captions), tuple(headings))


def _why(piece: str) -> str | None:
    return next((why for why, pattern in _LINES if pattern.match(piece)), None)


def _caption(piece: str) -> tuple[int, int] | None:
    """(end of the caption, end of its repeat) where the paragraph is a picture's caption, else None."""
    alt = _ALT.search(piece)
    if alt:
        credit = re.compile(r"\s*(?:photo|image|crédit)\b", re.IGNORECASE)
        cut = next((m.start() for m in credit.finditer(piece, 0, alt.end()) if m.end() >= alt.start()), alt.start())
        return cut, len(piece)
    credit_end = _CREDIT_END.search(piece)
    if credit_end and len(piece) < 400:
        return credit_end.start(), len(piece)
    return None


def _is_heading(piece: str, first: bool) -> bool:
    """A line without a sentence's end: a title at the top may be longer than a heading between paragraphs."""
    if piece.startswith("#"):
        return True
    longest, words = (200, 25) if first else (90, 12)
    return (
        len(piece) < longest
        and piece[-1] not in '.!…:;,»”"'
        and (first or piece[-1] != "?")
        and len(piece.split()) <= words
        and not piece[0].islower()
    )
