"""French noun phrases read into `Phrase`: "les achats de pétrole, de gaz et de charbon russes"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefgen.extract.phrase_words import (
    Hit,
    PhraseWords,
    gender_of,
    head_of,
    is_list,
    is_named,
    is_noun,
    is_quality,
    listed,
    name_phrase,
    with_part,
)
from briefgen.lexicon.nouns import agreement
from briefgen.lexicon.phrase_rules import FROM_BARE, GOING, heads
from briefgen.model.phrase import Phrase, Relation

_DEFINITE = frozenset(("le", "la", "l'", "les"))
_INDEFINITE = frozenset(("un", "une"))
_OTHER_DETERMINERS = frozenset(("des", "son", "sa", "ses", "leur", "leurs"))
_MANY = frozenset(("les", "des", "ses", "leurs", "aux"))
_ONE = frozenset(
    ("le", "la", "l'", "un", "une", "du", "au", "son", "sa", "leur", "ce", "cet", "cette", "chaque", "1", "aucun")
)
_POSSESSIVES = frozenset(("son", "sa", "ses", "leur", "leurs"))
_BEFORE_NOUN = frozenset(("new", "first", "main", "future")) | heads("before_noun_fr")
_OF: tuple[tuple[tuple[str, ...], bool], ...] = (
    (("de", "la"), True), (("de", "l'"), True), (("du",), True), (("des",), True), (("de",), False), (("d'",), False),
)  # fmt: skip


class Preposition(NamedTuple):
    """Words that begin a complement; `definite` where an article is part of them."""

    forms: tuple[str, ...]
    relation: Relation
    definite: bool = False


_PREPOSITIONS = (
    *(Preposition(("en", "provenance", *of), "from", definite) for of, definite in _OF),
    *(Preposition(("à", "destination", *of), "to", definite) for of, definite in _OF),
    *(Preposition(of, "of", definite) for of, definite in _OF),
    Preposition(("à", "la"), "to", True), Preposition(("à", "l'"), "to", True), Preposition(("au",), "to", True),
    Preposition(("aux",), "to", True), Preposition(("à",), "to"), Preposition(("en",), "in"), Preposition(("dans",), "in"),
    Preposition(("pour",), "for"), Preposition(("contre",), "against"), Preposition(("avec",), "with"),
    Preposition(("sur",), "on"), Preposition(("entre",), "between"), Preposition(("vers",), "to"),
    Preposition(("par",), "by"), Preposition(("sous",), "under"),
)  # fmt: skip
_BY_FIRST = {p.forms[0]: tuple(q for q in _PREPOSITIONS if q.forms[0] == p.forms[0]) for p in _PREPOSITIONS}


class Noun(NamedTuple):
    """A phrase read so far, the gender its adjectives must have (None: any), and the token after it."""

    phrase: Phrase
    gender: str | None
    end: int


def read_french(words: PhraseWords) -> Phrase | None:
    """The noun phrase of all the words; None where any of them is not known."""
    noun = _noun(words, words.first)
    if noun is None:
        return None
    noun = _listed(words, noun, None)
    noun = _group_adjectives(words, noun)
    noun = _complements(words, noun)
    return noun.phrase if noun.end == words.last else None


def _noun(
    words: PhraseWords, position: int, definite: bool = False, inner: bool = False, counted: bool = False
) -> Noun | None:
    """Determiner, adjectives, head, adjectives and complements; an `inner` noun leaves most complements to the outer."""
    form = words.form(position - 1 if definite else position)
    many = form in _MANY or counted or (position == words.first and form not in _ONE and words.before() not in _ONE)
    indefinite = False
    if not definite and form in _DEFINITE | _INDEFINITE | _OTHER_DETERMINERS:
        definite, indefinite = form in _DEFINITE, form in _INDEFINITE
        position += 1
    best = _best(words, position, (), many, inner)
    front: list[Phrase] = []
    while (quality := _quality(words, position)) and quality.entry.id in _BEFORE_NOUN:
        front.append(Phrase(quality.entry.id, *words.span(quality.first, quality.end)))
        many = many or agreement("concept", quality.entry.id, words.forms(quality.first, quality.end)).plurals == {True}
        position = quality.end
    if front:
        read = _best(words, position, front, many, inner)
        best = read if read and (best is None or _rank(read) > _rank(best)) else best
    if best is None and not front and not definite and not indefinite and form not in _OTHER_DETERMINERS:
        best = _proper(words, position)
    if best is None or (form in _POSSESSIVES and any(r == "of" and ":" in p.head for r, p in best.phrase.parts)):
        return None
    return best._replace(phrase=replace(best.phrase, definite=definite, indefinite=indefinite))


def _best(words: PhraseWords, position: int, front: Sequence[Phrase], many: bool, inner: bool) -> Noun | None:
    """The reading at `position` that goes farthest; of equal ones that with the longest head."""
    best: Noun | None = None
    for hit in words.readings(position):
        read = _headed(words, hit, front, many, inner)
        if read and (best is None or _rank(read) > _rank(best)):
            best = read
    return best


def _rank(noun: Noun) -> tuple[int, int]:
    """Farther is better, then fewer adjectives: "prix" of "gaz naturel", not a natural "prix du gaz"."""
    return noun.end, -_adjective_count(noun.phrase)


def _adjective_count(phrase: Phrase) -> int:
    return sum((relation == "modifier") + _adjective_count(part) for relation, part in phrase.parts)


def _headed(words: PhraseWords, hit: Hit, front: Sequence[Phrase], many: bool, inner: bool) -> Noun | None:
    phrase = head_of(words, hit)
    if phrase is None or (front and not is_noun(hit.entry)):
        return None
    if many and not phrase.plural and is_noun(hit.entry) and words.forms(hit.first, hit.end).split()[0][-1] in "sxz":
        phrase = replace(phrase, plural=True)
    phrase = replace(phrase, parts=tuple(("modifier", quality) for quality in front))
    noun = Noun(phrase, gender_of(words, hit), hit.end)
    if is_noun(hit.entry):
        noun = _adjectives(words, _apposed(words, noun), None)
        noun = _apposed(words, noun)
        return _complements(words, noun, inner)
    return noun


def _proper(words: PhraseWords, position: int) -> Noun | None:
    end = words.name_end(position)
    return Noun(name_phrase(words, position, end), None, end) if end > position else None


def _apposed(words: PhraseWords, noun: Noun) -> Noun:
    """A name right after the noun: "satellite Spektr-M", "avion Airbus"."""
    position = noun.end
    if not words.is_capital(position):
        return noun
    for hit in words.readings(position):
        if is_named(hit.entry) and (part := head_of(words, hit)):
            return noun._replace(phrase=with_part(noun.phrase, "name", part), end=hit.end)
        if hit.entry.kind in ("territory", "demonym", "metonym", "region"):
            return noun
    end = words.name_end(position)
    if end == position:
        return noun
    return noun._replace(phrase=with_part(noun.phrase, "name", name_phrase(words, position, end)), end=end)


def _quality(words: PhraseWords, position: int) -> Hit | None:
    return next((hit for hit in words.readings(position) if is_quality(hit.entry)), None)


def _people(words: PhraseWords, position: int) -> tuple[list[Hit], int] | None:
    """The peoples of one adjective ("russe"; "sino-russe" has two) and the token after it."""
    hit = next((hit for hit in words.readings(position) if hit.entry.kind == "demonym"), None)
    if hit is None:
        return None
    if hit.entry.mark == "-":
        second = _people(words, hit.end + 1) if words.form(hit.end) == "-" else None
        return ([hit, *second[0]], second[1]) if second else None
    return [hit], hit.end


def _adjectives(words: PhraseWords, noun: Noun, plural: bool | None) -> Noun:
    """Qualities and peoples after the noun that agree with it; `plural` overrides its own number."""
    while noun.end < words.last:
        number = noun.phrase.plural if plural is None else plural
        peoples = _people(words, noun.end)
        quality = None if peoples else _quality(words, noun.end)
        last = peoples[0][-1] if peoples else quality
        if last is None:
            break
        form = words.forms(last.first, last.end)
        if not agreement(last.entry.kind, last.entry.id, form).agrees(noun.gender, number):
            break
        if peoples:
            for hit in peoples[0]:
                part = Phrase(f"territory:{hit.entry.id}", *words.span(hit.first, hit.end))
                noun = noun._replace(phrase=with_part(noun.phrase, "demonym", part))
            noun = noun._replace(end=peoples[1])
        else:
            part = Phrase(last.entry.id, *words.span(last.first, last.end))
            noun = noun._replace(phrase=with_part(noun.phrase, "modifier", part), end=last.end)
        noun = _and_adjective(words, noun)
    return noun


def _and_adjective(words: PhraseWords, noun: Noun) -> Noun:
    """ "scientifique et technique": a further quality after "et"."""
    if words.form(noun.end) != "et":
        return noun
    quality = _quality(words, noun.end + 1)
    if quality is None or any(is_noun(hit.entry) for hit in words.readings(noun.end + 1)):
        return noun
    form = words.forms(quality.first, quality.end)
    if not agreement("concept", quality.entry.id, form).agrees(noun.gender, noun.phrase.plural):
        return noun
    part = Phrase(quality.entry.id, *words.span(quality.first, quality.end))
    *others, (relation, first) = noun.phrase.parts
    if relation != "modifier":
        return noun._replace(phrase=with_part(noun.phrase, "modifier", part), end=quality.end)
    both = (*others, (relation, with_part(first, "and", part)))
    return noun._replace(phrase=replace(noun.phrase, parts=both, end=part.end), end=quality.end)


def _complements(words: PhraseWords, noun: Noun, inner: bool = False) -> Noun:
    while noun.end < words.last:
        read = _complement(words, noun)
        if read is None or (inner and not _stays_inside(words, noun, *read)):
            break
        relation, part = read
        noun = noun._replace(phrase=with_part(noun.phrase, relation, part.phrase), end=part.end)
        if ":" not in part.phrase.head:  # "l'Europe centrale": the adjective is the name's
            noun = _adjectives(words, noun, None)
    return noun


_WITH_ARTICLE = ("du", " la", " l'", "des", " les", " d'un", " d'une", " un", " une")


def _stays_inside(words: PhraseWords, noun: Noun, relation: Relation, part: Noun) -> bool:
    """Whether a complement belongs to a noun after "de" and not to the one before: "exportations de céréales de l'Ukraine"."""
    if relation == "against" and noun.phrase.head in heads("fought"):
        return True
    if relation != "of":
        return noun.phrase.head in GOING
    bare = not words.analysis.folded[: noun.phrase.start].rstrip().endswith(_WITH_ARTICLE)
    return not (bare and ":" in part.phrase.head)


def _complement(words: PhraseWords, noun: Noun) -> tuple[Relation, Noun] | None:
    for preposition in _BY_FIRST.get(words.form(noun.end), ()):
        read = _after(words, preposition, noun.end, noun.phrase.head in heads("keep_of"))
        if read is None:
            continue
        read = _group_adjectives(words, _listed(words, read, preposition.relation))
        relation = _relation(noun.phrase, preposition, read.phrase)
        return (relation, read) if relation else None
    return None


def _after(words: PhraseWords, preposition: Preposition, position: int, counted: bool = False) -> Noun | None:
    end = position + len(preposition.forms)
    if words.analysis.tokens.forms[position:end] != preposition.forms or end >= words.last:
        return None
    counted = counted and not preposition.definite
    return _noun(words, end, preposition.definite, preposition.relation == "of", counted)


def _relation(head: Phrase, preposition: Preposition, part: Phrase) -> Relation | None:
    """The sense of a preposition between these two; None where it is not known to be one the other language shares."""
    is_place = part.head.startswith(("territory:", "place:"))
    relation = preposition.relation
    if (relation == "between" and not is_list(part)) or (relation == "of" and head.head in heads("no_of")):
        return None
    if part.head == "research" and not preposition.definite and head.head not in heads("research_of"):
        return None
    if preposition.forms[0] == "en" and relation == "in":
        return "in" if is_place or part.head == "orbit" else None
    if preposition.forms[0] in ("à", "au", "aux") and len(preposition.forms) < 3:
        if is_place:
            never_in = preposition.forms in (("à", "la"), ("à", "l'"))
            return "to" if head.head in GOING else None if never_in else "in"
        return "to" if head.head in GOING and (":" in part.head or part.head in heads("recipients")) else None
    if relation == "of" and part.head.startswith("territory:") and not preposition.definite and head.head in FROM_BARE:
        return "from"
    return relation


def _listed(words: PhraseWords, first: Noun, relation: Relation | None) -> Noun:
    """ "A, B et C", the preposition repeated or not; unchanged where no "et" ends the list."""
    parts: list[Noun] = []
    end = first.end
    while words.form(end) in (",", "et"):
        closing = words.form(end) == "et"
        read = _list_item(words, end + 1, relation)
        read = _unfolded(words, end + 1, read) if relation is None and not first.phrase.parts else read
        if read is None:
            return first
        parts.append(read)
        end = read.end
        if closing:
            phrase = listed(first.phrase, [part.phrase for part in parts])
            genders = {first.gender, *(part.gender for part in parts)}
            gender = next(iter(genders)) if len(genders) == 1 else "m"
            return Noun(phrase, gender, end)
    return first


def _unfolded(words: PhraseWords, position: int, read: Noun | None) -> Noun | None:
    """The reading with the shortest head that goes as far: "exportations" + "de gaz", which a noun before may share."""
    ends = [_headed(words, hit, (), False, False) for hit in words.readings(position)]
    return next((noun for noun in reversed(ends) if noun and read and noun.end == read.end), read)


def _list_item(words: PhraseWords, position: int, relation: Relation | None) -> Noun | None:
    if relation is not None:
        for preposition in _BY_FIRST.get(words.form(position), ()):
            if preposition.relation == relation and (read := _after(words, preposition, position)):
                return read
    return _noun(words, position)


def _group_adjectives(words: PhraseWords, noun: Noun) -> Noun:
    """Plural adjectives after a list belong to all of it: "de gaz et de charbon russes"."""
    if not any(relation == "and" for relation, _ in noun.phrase.parts):
        return noun
    return _adjectives(words, noun, plural=True)
