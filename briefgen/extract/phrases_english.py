"""English noun phrases read into `Phrase`: "Russian liquefied natural gas imports", "China's purchases of oil, gas and coal"."""

from dataclasses import replace
from typing import NamedTuple

from briefgen.extract.phrase_words import (
    Hit,
    PhraseWords,
    head_of,
    is_named,
    is_noun,
    is_quality,
    name_phrase,
    with_part,
)
from briefgen.lexicon.concepts import load_concepts
from briefgen.lexicon.organizations import organization
from briefgen.lexicon.phrase_rules import heads
from briefgen.model.phrase import Phrase, Relation

_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_RELATIONS: dict[str, Relation] = {
    "of": "of", "in": "in", "from": "from", "to": "to", "for": "for", "with": "with", "on": "on", "between": "between",
    "against": "against", "by": "by", "under": "under", "at": "in", "into": "to", "over": "on",
}  # fmt: skip
_GENERAL = frozenset(
    "new first main future recent additional joint annual monthly daily permanent temporary active potential reported "
    "confirmed domestic foreign global international".split()
)
"""Qualities of the head of a run, never of a noun before it."""
_PAIR_MARKS = frozenset(("-", "–", "—"))


class Noun(NamedTuple):
    """A phrase read so far and the token after it."""

    phrase: Phrase
    end: int


class Piece(NamedTuple):
    """One reading in a run of modifiers, with whether "'s" follows."""

    hit: Hit | None
    name: Phrase | None
    genitive: bool
    end: int


def read_english(words: PhraseWords) -> Phrase | None:
    """The noun phrase of all the words; None where any of them is not known."""
    noun = _noun(words, words.first)
    if noun is None:
        return None
    noun = _complements(words, _listed(words, noun))
    return noun.phrase if noun.end == words.last else None


def _noun(words: PhraseWords, position: int) -> Noun | None:
    """Determiner, the run of words up to the head, and complements."""
    form = words.form(position)
    definite, indefinite = form == "the", form in ("a", "an")
    if form in _DETERMINERS:
        position += 1
    pieces: list[Piece] = []
    while position < words.last:
        piece = _piece(words, position)
        if piece is None:
            break
        pieces.append(piece)
        position = piece.end
    phrase = _assembled(words, pieces)
    if phrase is None:
        return None
    phrase = replace(phrase, definite=definite or phrase.definite, indefinite=indefinite)
    noun = Noun(phrase, position)
    return noun if ":" in phrase.head else _complements(words, noun)


def _piece(words: PhraseWords, position: int) -> Piece | None:
    hits = list(words.readings(position))
    if hits:
        last = words.last
        noun_last = [
            h for h in hits if h.end == hits[0].end and (h.end == last or _ends_run(words, h.end)) and is_noun(h.entry)
        ]
        hit = noun_last[0] if noun_last else hits[0]
        return _closed(words, hit, None, hit.end)
    end = words.name_end(position)
    return _closed(words, None, name_phrase(words, position, end), end) if end > position else None


def _ends_run(words: PhraseWords, position: int) -> bool:
    return words.form(position) in _RELATIONS or words.form(position) in ("and", ",")


def _closed(words: PhraseWords, hit: Hit | None, name: Phrase | None, end: int) -> Piece:
    genitive = words.form(end) == "'s" or (words.form(end) == "'" and words.forms(end - 1, end).endswith("s"))
    if genitive:
        return Piece(hit, name, True, end + 1)
    if words.form(end) in _PAIR_MARKS and hit and hit.entry.kind in ("demonym", "territory", "metonym"):
        return Piece(hit, name, False, end + 1)
    return Piece(hit, name, False, end)


def _assembled(words: PhraseWords, pieces: list[Piece]) -> Phrase | None:
    """Head and modifiers of a run; None where one of them has no place in it."""
    if not pieces or pieces[-1].genitive:
        return None
    *front, last = pieces
    head = last.name or (head_of(words, last.hit) if last.hit else None)
    if head is None or (front and ":" in head.head):
        return None
    return _modified(words, head, front)


def _modified(words: PhraseWords, head: Phrase, pieces: list[Piece]) -> Phrase | None:
    """Parts from the words before the head: a noun there takes the qualities right before it."""
    owners: list[tuple[Relation, Phrase]] = []
    peoples: list[Phrase] = []
    qualities: list[Phrase] = []
    matter: Phrase | None = None
    names: list[tuple[Relation, Phrase]] = []
    for piece in pieces:
        if piece.name is not None:
            names.append(("of" if piece.genitive else "name", piece.name))
            continue
        if piece.hit is None:
            return None
        entry, part = piece.hit.entry, head_of(words, piece.hit)
        span = words.span(piece.hit.first, piece.hit.end)
        if piece.genitive:
            if part is None or not (":" in part.head):
                return None
            owners.append(("of", replace(part, definite=True)))
        elif entry.kind == "demonym" or (entry.kind in ("territory", "metonym") and _is_pair(words, pieces, piece)):
            peoples.append(Phrase(f"territory:{entry.id}", *span))
        elif entry.kind == "territory" and entry.id in _ATTRIBUTIVE:
            peoples.append(Phrase(f"territory:{entry.id}", *span))
        elif is_named(entry) and part:
            names.append((_named_relation(entry.id, head), part))
        elif is_quality(entry):
            qualities.append(Phrase(entry.id, *span))
        elif is_noun(entry) and part:
            own = tuple(("modifier", q) for q in qualities if q.head not in _GENERAL)
            qualities = [q for q in qualities if q.head in _GENERAL]
            inner = replace(part, parts=own if matter is None else (*own, ("of", matter)))
            matter = inner
        else:
            return None
    if matter and peoples and head.head in heads("ambiguous_front"):
        return None
    parts: list[tuple[Relation, Phrase]] = [("modifier", q) for q in qualities]
    parts += [("demonym", people) for people in peoples]
    parts += [*names, *([("of", matter)] if matter else []), *owners]
    start = min([head.start, *(part.start for _, part in parts)])
    return replace(head, start=start, parts=tuple(parts), definite=bool(owners))


_ATTRIBUTIVE = frozenset("US GB EU UN NATO G7 G20 OPEC OPECPLUS BRICS ASEAN".split())
"""Territories whose name stands before a noun as an adjective does: "US sanctions", "EU budget"."""


def _is_pair(words: PhraseWords, pieces: list[Piece], piece: Piece) -> bool:
    """Whether the territory is one of two joined by a hyphen or dash: "China–Russia"."""
    index = pieces.index(piece)
    marks = [words.form(piece.end - 1)]
    if index:
        marks.append(words.form(pieces[index - 1].end - 1))
    return any(mark in _PAIR_MARKS for mark in marks)


def _named_relation(organization_id: str, head: Phrase) -> Relation:
    """ "Pfizer vaccine" names the thing; "NASA budget" says whose it is."""
    one = organization(organization_id)
    makes = one is not None and one.kind == "company"
    return "name" if makes and load_concepts()[head.head].kind == "thing" else "of"


def _complements(words: PhraseWords, noun: Noun) -> Noun:
    while noun.end < words.last:
        relation = _RELATIONS.get(words.form(noun.end))
        read = _noun(words, noun.end + 1) if relation else None
        if relation is None or read is None:
            break
        read = _listed(words, read)
        if relation == "of" and any(r == "of" and ":" in p.head for r, p in noun.phrase.parts):
            noun = noun._replace(phrase=_agent_by(noun.phrase))
        noun = Noun(with_part(noun.phrase, relation, read.phrase), read.end)
    return noun


def _agent_by(phrase: Phrase) -> Phrase:
    """ "Russia's invasion of …": whose it is becomes by whom where what undergoes it follows."""
    if phrase.head not in heads("patient"):
        return phrase
    parts = tuple(
        ("by" if relation == "of" and ":" in part.head else relation, part) for relation, part in phrase.parts
    )
    return replace(phrase, parts=parts)


def _listed(words: PhraseWords, first: Noun) -> Noun:
    """ "A, B and C"; a people before A belongs to all where the others are bare. Unchanged where no "and" ends it."""
    parts: list[Phrase] = []
    end = first.end
    while words.form(end) in (",", "and"):
        closing = words.form(end) == "and"
        read = _noun(words, end + 2 if not closing and words.form(end + 1) == "and" else end + 1)
        closing = closing or words.form(end + 1) == "and"
        if read is None:
            return first
        parts.append(read.phrase)
        end = read.end
        if closing:
            return Noun(_joined(first.phrase, parts), end)
    return first


def _joined(first: Phrase, others: list[Phrase]) -> Phrase:
    phrase = first
    shared = [part for part in first.parts if part[0] == "demonym"]
    if shared and all(not other.parts for other in others):
        phrase = replace(first, parts=tuple(part for part in first.parts if part[0] != "demonym"))
    else:
        shared = []
    for other in others:
        phrase = with_part(phrase, "and", other)
    return replace(phrase, parts=(*phrase.parts, *shared))
