"""English noun phrases read into `Phrase`: "Russian liquefied natural gas imports", "China's purchases of oil, gas and coal"."""

from dataclasses import replace
from typing import NamedTuple

from briefgen.extract.phrase_words import (
    Hit,
    PhraseWords,
    has_one_form,
    head_of,
    is_list,
    is_named,
    is_noun,
    is_quality,
    listed,
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
) | heads("of_the_whole")
"""Qualities of the head of a run, never of a noun before it."""
_PAIR_MARKS = frozenset(("-", "–", "—"))


Part = tuple[Relation, Phrase]


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
    if not indefinite and has_one_form(phrase.head, "en"):
        phrase = replace(phrase, plural=True)
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
    if (
        words.form(end) in _PAIR_MARKS
        and words.touches(end)
        and hit
        and hit.entry.kind in ("demonym", "territory", "metonym")
    ):
        return Piece(hit, name, False, end + 1)
    return Piece(hit, name, False, end)


def _assembled(words: PhraseWords, pieces: list[Piece]) -> Phrase | None:
    """Head and modifiers of a run; None where one of them has no place in it."""
    if not pieces or pieces[-1].genitive:
        return None
    *front, last = pieces
    if last.hit and all(piece.hit and piece.hit.entry.id == last.hit.entry.id for piece in front):
        front = []
    if (
        front
        and front[-1].hit
        and last.hit
        and is_named(last.hit.entry)
        and front[-1].hit.entry.id in heads("institution")
    ):
        name = head_of(words, last.hit)
        phrase = _assembled(words, front)
        return with_part(phrase, "name", name) if phrase and name else None
    head = last.name or (head_of(words, last.hit) if last.hit else None)
    if head is None or (front and ":" in head.head):
        return None
    return _modified(words, head, front)


class _Run:
    """The modifiers before a head, sorted by what they do."""

    def __init__(self, words: PhraseWords, head: Phrase) -> None:
        self.words, self.head = words, head
        self.owners: list[Part] = []
        self.peoples: list[Part] = []
        self.qualities: list[Phrase] = []
        self.names: list[Part] = []
        self.matter: Phrase | None = None

    def add(self, piece: Piece, pieces: list[Piece]) -> bool:
        """Whether the piece has a place before the head; it is filed there."""
        if piece.name is not None:
            if not piece.genitive and (pieces[-1] is not piece or not _carries_name(self.head)):
                return False
            self.names.append(("of" if piece.genitive else "name", piece.name))
            return True
        if piece.hit is None:
            return False
        entry, part = piece.hit.entry, head_of(self.words, piece.hit)
        span = self.words.span(piece.hit.first, piece.hit.end)
        if piece.genitive:
            self.owners += [("of", replace(part, definite=True))] if part and ":" in part.head else []
            return bool(part and ":" in part.head)
        if _is_people(self.words, pieces, piece):
            self.peoples.append(("demonym", Phrase(f"territory:{entry.id}", *span)))
        elif is_named(entry) and part:
            self.names.append((_named_relation(entry.id, self.head), part))
        elif is_quality(entry):
            self.qualities.append(Phrase(entry.id, *span))
        elif is_noun(entry) and part and _compounds(entry.id):
            self._add_matter(part)
        else:
            return False
        return True

    def _add_matter(self, part: Phrase) -> None:
        """A noun before the head takes the qualities right before it, and the nouns before it."""
        own: list[Part] = [("modifier", q) for q in reversed(self.qualities) if q.head not in _GENERAL]
        self.qualities = [q for q in self.qualities if q.head in _GENERAL]
        if self.matter:
            own.append(("of", self.matter))
        collective = part.head in heads("collective")
        one = load_concepts()[part.head]
        many = self.head.plural and one.kind != "event" and not one.uncountable and not collective
        self.matter = replace(
            part, parts=tuple(own), plural=(many or part.plural) and not self.matter, definite=collective
        )

    def phrase(self) -> Phrase | None:
        """The head with its parts; None where a people may belong to either of two nouns."""
        codes = {part.head.partition(":")[2] for _, part in self.peoples}
        twofold = self.matter is not None or self.head.head.endswith("-import")
        if twofold and self.peoples and self.head.head in heads("ambiguous_front") and not codes <= _ATTRIBUTIVE:
            return None
        joined: list[Part] = [("to", part) for _, part in self.peoples]
        peoples = joined if self.head.head in heads("joining") else self.peoples
        matter: list[Part] = [("of", self.matter)] if self.matter else []
        if self.peoples and self.head.head in heads("without_people"):
            return None
        parts: list[Part] = [("modifier", q) for q in reversed(self.qualities)]
        parts += [*peoples, *self.names, *matter, *self.owners]
        start = min([self.head.start, *(part.start for _, part in parts)])
        return replace(self.head, start=start, parts=tuple(parts), definite=bool(self.owners))


def _modified(words: PhraseWords, head: Phrase, pieces: list[Piece]) -> Phrase | None:
    """The head with what stands before it; None where a piece has no place there."""
    run = _Run(words, head)
    return run.phrase() if all(run.add(piece, pieces) for piece in pieces) else None


def _is_people(words: PhraseWords, pieces: list[Piece], piece: Piece) -> bool:
    """Whether a piece says whose the head is as an adjective does: "Russian", "US", "China–Russia"."""
    if piece.hit is None:
        return False
    entry = piece.hit.entry
    if entry.kind == "demonym" or (entry.kind == "territory" and entry.id in _ATTRIBUTIVE):
        return True
    return entry.kind in ("territory", "metonym") and _is_pair(words, pieces, piece)


_ATTRIBUTIVE = frozenset("US GB EU UN NATO G7 G20 OPEC OPECPLUS BRICS ASEAN".split())
"""Territories whose name stands before a noun as an adjective does: "US sanctions", "EU budget"."""


def _is_pair(words: PhraseWords, pieces: list[Piece], piece: Piece) -> bool:
    """Whether the territory is one of two joined by a hyphen or dash: "China–Russia"."""
    index = pieces.index(piece)
    marks = [words.form(piece.end - 1)]
    if index:
        marks.append(words.form(pieces[index - 1].end - 1))
    return any(mark in _PAIR_MARKS for mark in marks)


def _compounds(concept: str) -> bool:
    """Whether the noun may stand before another and be said with "de": matter of a topic, or of the list in the rules."""
    one = load_concepts()[concept]
    return one.topic is not None or concept in heads("compounding") | heads("collective")


def _carries_name(head: Phrase) -> bool:
    """Whether a proper name may stand right before the noun: a thing of a topic ("Spektr-M satellite"), a place's ("… dam")."""
    one = load_concepts().get(head.head)
    named = heads("placed") | heads("travel") | heads("named")
    return one is not None and ((one.kind == "thing" and one.topic is not None) or head.head in named)


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
        relation = _meant(noun.phrase, relation, read.phrase)
        if relation is None:
            break
        if relation == "of" and any(r == "of" and ":" in p.head for r, p in noun.phrase.parts):
            noun = noun._replace(phrase=_agent_by(noun.phrase))
        noun = Noun(with_part(noun.phrase, relation, read.phrase), read.end)
    return noun


def _meant(head: Phrase, relation: Relation, part: Phrase) -> Relation | None:
    """The sense of a preposition between these two; None where the other language may not share it."""
    if relation == "between" and not is_list(part):
        return None
    if relation == "to" and ":" not in part.head and part.head not in heads("recipients"):
        return None
    if relation == "in" and head.head in heads("change_in") and ":" not in part.head:
        return "of"
    return relation


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
    shared = [part for part in first.parts if part[0] == "demonym"]
    if not shared or any(other.parts for other in others):
        return listed(first, others)
    bare = replace(first, parts=tuple(part for part in first.parts if part[0] != "demonym"))
    phrase = listed(bare, others)
    return replace(phrase, parts=(*phrase.parts, *shared))
