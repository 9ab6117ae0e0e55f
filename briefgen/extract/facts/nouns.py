"""Noun phrases of a sentence: the subject of a clause, what follows a number or a verb, where a phrase ends."""

import re

from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.grammar import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    OF,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from briefgen.extract.facts.reading import Reading

Range = tuple[int, int]
_STOPS = PREPOSITIONS | RELATIVES | SUBORDINATORS | (frozenset(AUXILIARIES) - {"a"}) | frozenset(MODALS) | (
    PRONOUNS - {"en", "la", "le", "les", "one", "ones"}
)  # fmt: skip
_STOPS = _STOPS | frozenset(("se", "s'", "ne", "n'"))
_CONTINUES = frozenset("en à au aux pour contre sur entre in for on between against to with from into".split())
_LEADING = frozenset(
    "parallèlement cependant toutefois pourtant néanmoins ainsi enfin ensuite puis aussi or donc certes surtout hier "
    "aujourd'hui demain however meanwhile moreover furthermore nevertheless also overall yesterday today separately "
    "elsewhere still instead thus therefore then earlier later but and et mais".split()
)


def phrase_end(reading: Reading, first: int, limit: int, joined: bool = True) -> int:
    """The token after the noun phrase that starts at `first`; never past `limit`."""
    forms, i = reading.forms, first
    while i < limit:
        form = forms[i]
        if i in reading.taken and i > first:
            break
        if form in OF and i + 1 < limit and forms[i + 1] != ",":
            if i + 1 in reading.taken or is_infinitive(reading, i + 1):
                break
        elif form in ("et", "ou", "and", "or", "&", ","):
            if not (joined and _enumerates(reading, i, limit)):
                break
        elif i > first and (i in reading.verbs or i in reading.reduced or _ends(reading, i, first, limit)):
            break
        i += 1
    while i > first and (
        forms[i - 1] in OF or forms[i - 1] in DETERMINERS or forms[i - 1] in ("«", ",", "et", "and", "-")
    ):
        i -= 1
    return i


_INFINITIVE = re.compile(r"\w{2,}(?:iser|ifier|opper|quer|ster|ncer|ttre|ndre|uire|tenir|venir)$")


def is_infinitive(reading: Reading, token: int) -> bool:
    """Whether "de", "pour" opens an infinitive and not a noun: "personnes |de développer"."""
    known = reading.document.lexicon.get(reading.forms[token])
    if known is not None:
        return all(s.tense == "infinitive" for s in known)
    return reading.document.french and bool(_INFINITIVE.match(reading.forms[token]))


def _ends(reading: Reading, i: int, first: int, limit: int) -> bool:
    """Whether the token cannot continue a noun phrase."""
    form = reading.forms[i]
    if form in _STOPS:
        return form in PREPOSITIONS or not reading.capital(i)
    if form == ".":
        return not _inside_name(reading, i, first, limit)
    if not form[0].isalnum():
        return form not in _GLUE
    return form in CONJUNCTIONS or (form in ADVERBS and not reading.capital(i))


_GLUE = frozenset(("-", '"', "'", "'s", "«", "»", "’", "/", "&"))


def _inside_name(reading: Reading, i: int, first: int, limit: int) -> bool:
    """Whether the stop belongs to a name: "John F. Plumb", "M. Lavrov", "U.S."."""
    if i + 1 >= limit or i <= first:
        return False
    glued = reading.end(i) == reading.start(i + 1)
    return glued or (reading.capital(i - 1) and len(reading.forms[i - 1]) <= 3 and reading.capital(i + 1))


def full_phrase(reading: Reading, first: int, limit: int) -> int:
    """The token after the phrase with what prepositions add to it ("une loi |sur les retraites"), dates left out."""
    end = phrase_end(reading, first, limit)
    forms = reading.forms
    while (
        first < end < limit - 1
        and forms[end] in _CONTINUES
        and end + 1 not in reading.taken
        and end not in reading.taken
    ):
        if forms[end + 1] in PRONOUNS or (reading.capital(end + 1) and forms[end] in ("en", "in", "à", "au", "to")):
            break
        further = phrase_end(reading, end + 1, limit)
        if further <= end + 1:
            break
        end = further
    return end


def _enumerates(reading: Reading, i: int, limit: int) -> bool:
    """Whether the comma or conjunction at `i` joins a further noun of the same kind ("de pétrole, de gaz et de charbon")."""
    forms = reading.forms
    if i + 1 >= limit or i + 1 in reading.taken or i + 1 in reading.verbs:
        return False
    after = forms[i + 1]
    if _gapped(reading, i + 1, limit):
        return False
    if forms[i] != ",":
        return after in OF or after in ARTICLES or after in POSSESSIVES or (after not in _STOPS and after.isalpha())
    if after not in OF and after not in ("the",) and reading.document.french:
        return False
    for j in range(i + 1, min(limit, i + 12)):
        if forms[j] in ("et", "and", "ou", "or"):
            return True
        if forms[j] in _STOPS or j in reading.taken:
            return False
    return False


def _gapped(reading: Reading, first: int, limit: int) -> bool:
    """Whether a number follows the next noun without verb: "24 % du programme et |l'Allemagne 21 %|"."""
    for token in range(first, min(first + 6, reading.last)):
        if token in reading.taken and token not in reading.dated:
            return token > first and reading.forms[token - 1] not in OF and reading.forms[token - 1].isalnum()
        if (not reading.forms[token][0].isalnum() and reading.forms[token] != "-") or _in_verb(reading, token):
            return False
    return False


def _in_verb(reading: Reading, token: int) -> bool:
    return any(c.verb is not None and c.verb.first <= token < c.verb.last for c in reading.clauses)


def core(reading: Reading, first: int, last: int) -> Range | None:
    """The phrase [first, last) without leading article, adverb or quotation mark; None when nothing is left."""
    forms = reading.forms
    while first < last and (
        forms[first] in ARTICLES or forms[first] in ("(", "«", "»", "“", "”", '"', "du", "des", "d'", "de", "of", "ce", "cette", "ces",
        "this", "these", "that", "those", ",") or forms[first] in ADVERBS
    ):  # fmt: skip
        first += 1
    return (first, last) if first < last else None


def subject(reading: Reading, clause: Clause) -> Range | None:
    """The subject of a clause's finite verb as tokens before it, a leading adverbial left out; None when there is none."""
    verb = clause.verb
    if verb is None or not verb.finite:
        return None
    segments = [(a, min(b, verb.first)) for a, b in clause.segments if a < verb.first]
    if not segments:
        return None
    first, last = segments[0][0], segments[-1][1]
    first = skip_leading(reading, first, last)
    if first < last and (reading.forms[first] in SUBORDINATORS or reading.forms[first] in _OPENING):
        while first < last and (reading.forms[first] in SUBORDINATORS or reading.forms[first] in _OPENING):
            first += 1
        first = skip_leading(reading, first, last)
    if reading.forms[first : first + 1] == ("the",) and reading.forms[first + 1 : first + 2] in _THE_DAY:
        first += 2 if first + 2 < last else 0  # "on October 23, the day |leaders| meet"
    while last > first and (reading.forms[last - 1] in _BEFORE_VERB or reading.forms[last - 1] in ADVERBS):
        last -= 1
    return (first, last) if first < last and reading.forms[first] not in CONJUNCTIONS else None


_THE_DAY = (("day",), ("week",), ("month",), ("year",), ("moment",))
_OPENING = frozenset("alors tandis depuis après avant afin bien that as after before".split())
_BEFORE_VERB = frozenset("ne n' se s' y en l' le la les lui leur , - – »".split())


def skip_leading(reading: Reading, first: int, last: int) -> int:
    """The token where the subject begins: after "Parallèlement,", "En avril,", "Le 4 mai,", "Selon X,", conjunctions."""
    forms = reading.forms
    while first < last:
        form = forms[first]
        if form in CONJUNCTIONS or form in ("«", "“", '"', ",", "–", "-", "•", "*"):
            first += 1
            continue
        comma = next((j for j in range(first, last) if forms[j] == ","), None)
        opening = (
            form in PREPOSITIONS
            or (form == "a" and first == reading.first)
            or form in _LEADING
            or first in reading.taken
            or form in ADVERBS
        )
        opening = opening or is_fronted(reading, first, comma)
        opening = opening or (form in DETERMINERS and first + 1 in reading.taken and reading.taken[first + 1] == comma)
        if comma is not None and opening:
            first = comma + 1
            continue
        if form in _LEADING or (first in reading.taken and _is_date(reading, first) and reading.taken[first] < last):
            first = reading.taken.get(first, first + 1)
            continue
        break
    return first


def is_fronted(reading: Reading, first: int, comma: int | None) -> bool:
    """Whether a participle opens the sentence before its subject: "Destiné à …, le budget", "Based in Lyon, the firm"."""
    form = reading.forms[first]
    if comma is None or comma - first < 2 or form in DETERMINERS or (reading.capital(first) and first > reading.first):
        return False
    if form.endswith(("ment", "ly")) and first + 2 < comma:
        return is_fronted(reading, first + 1, comma)  # "Initialement attendue en mars, la mise en service"
    known = form in _PARTICIPLES or any(s.tense == "participle" for s in reading.document.lexicon.get(form, ()))
    ending = form.endswith(("é", "ée", "és", "ées", "ant") if reading.document.french else ("ed", "ing"))
    follows = reading.forms[first + 1] in (PREPOSITIONS | OF | DETERMINERS) or first + 1 in reading.taken
    return (ending or known) and follows


_PARTICIPLES = frozenset(
    f"{stem}{ending}"
    for stem in "attendu prévu conclu vendu issu connu élu détenu soutenu survenu paru rendu retenu".split()
    for ending in ("", "e", "s", "es")
)


def _is_date(reading: Reading, token: int) -> bool:
    return any(reading.tokens_of(d)[0] == token for d in reading.dates)


def noun_before(reading: Reading, token: int, floor: int) -> Range | None:
    """The noun phrase that ends just before `token` ("un programme de coopération| de cinq ans")."""
    forms, i = reading.forms, token
    while i > floor:
        form = forms[i - 1]
        if form in DETERMINERS and form not in OF:
            if i < token and i - 2 >= floor and forms[i - 2] in OF and form in ("le", "la", "l'", "les", "the"):
                i -= 2
                continue
            return (i, token) if i < token else None
        if form in _STOPS or form in CONJUNCTIONS or (not form[0].isalnum() and form not in ("-", "'")):
            break
        if is_infinitive(reading, i - 1):
            break
        if reading.document.lexicon.get(form) and forms[i - 2 : i - 1] and forms[i - 2] in AUXILIARIES:
            break
        i -= 1
    return (i, token) if i < token and not (i == floor and floor == token) else None


def without_possessive(reading: Reading, span: Range) -> Range:
    """The object without "son", "its": its owner is the actor, which the record names."""
    return (span[0] + 1, span[1]) if reading.forms[span[0]] in POSSESSIVES and span[1] - span[0] > 1 else span
