"""What an event is about: the object of its verb, found behind dates, places and adverbs, or the subject of a passive."""

from briefgen.extract.facts.antecedents import Actor
from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.grammar import ADVERBS, ARTICLES, DETERMINERS, OF, PREPOSITIONS, PRONOUNS
from briefgen.extract.facts.nouns import Range, core, full_phrase, phrase_end, without_possessive
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.verbs import VerbGroup

_PARTICLES = frozenset(("off", "up", "out", "down", "away", "back"))
"""Of a phrasal verb: "sign |off|"."""
_ADVERBIALS = frozenset(
    ("unanimité", "majorité", "urgence", "vigueur", "hâte", "principe", "principle", "full", "part")
)
"""Nouns of "à l'unanimité", "en urgence", "in principle", which may stand between a verb and its object."""


def object_of(reading: Reading, clause: Clause, verb: VerbGroup, actor: Actor | None) -> Range | None:
    """What the event is about: the object of an active verb, the subject of a passive or objectless one."""
    forms = reading.forms
    own = actor.span if actor is not None and not actor.inherited else None
    if verb.passive:
        return own
    token = verb.last
    while token < clause.last and (
        token in reading.taken or opens_date(reading, token) or _is_adverb(forms[token]) or forms[token] in _PARTICLES
    ):
        if token in reading.taken and token not in reading.dated:
            return None  # its object is a number
        token = reading.taken.get(token, token + 1)
    token = _past_adverbial(reading, token, clause.last)
    token = _past_places(reading, clause, token)
    if (
        token >= clause.last
        or forms[token] in PREPOSITIONS
        or (forms[token] in OF and forms[token] not in _partitives(verb))
    ):
        return own
    if forms[token] in DETERMINERS and token + 1 in reading.taken and token + 1 not in reading.dated:
        after = reading.taken[token + 1]  # "ses |deux centrales à charbon|"
        end = max(full_phrase(reading, after - 1, limit_of(clause, after - 1)), after)
        return token + 1, end
    if forms[token] in DETERMINERS or forms[token][0].isalnum() or forms[token] in ("«", '"', "“"):
        end = full_phrase(reading, token, limit_of(clause, token))
        found = core(reading, token, end) if end > token else None
        if found is not None and forms[found[0]] not in PRONOUNS:
            return without_possessive(reading, _explained(reading, _with_counted(reading, found, clause.last)))
    return own


def _with_counted(reading: Reading, span: Range, limit: int) -> Range:
    """The phrase with the number of those whose it is: "les avoirs |de 14 personnes|"; "avoirs" alone says nothing."""
    end = span[1]
    if end + 1 >= limit or reading.forms[end] not in OF or end + 1 not in reading.taken or end + 1 in reading.dated:
        return span
    after = reading.taken[end + 1]
    return span[0], min(max(phrase_end(reading, after - 1, limit), after), limit)


def _past_places(reading: Reading, clause: Clause, token: int) -> int:
    """The token after what commas set between a verb and its object: "a saisi |à 60 milles de l'île,| le pétrolier"."""
    forms, begin = reading.forms, token
    for _ in range(4):
        if token + 1 < clause.last and forms[token] == "," and forms[token + 1] in PREPOSITIONS | {"avec"}:
            token += 1
        elif token < clause.last and forms[token] in PREPOSITIONS:
            after = reading.taken.get(token + 1, token + 1)
            end = phrase_end(reading, after, clause.last)
            token = max(end, after, token + 1)
            while token < clause.last and forms[token] in PREPOSITIONS and forms[token - 1] != ",":
                token = max(phrase_end(reading, token + 1, clause.last), token + 1)
        else:
            break
    closes = begin < token < clause.last - 1 and forms[token] == "," and forms[token + 1] in _OBJECT_OPENS
    return token + 1 if closes else begin


_OBJECT_OPENS = ARTICLES | frozenset(("deux", "trois", "two", "three"))


def opens_date(reading: Reading, token: int) -> bool:
    """Whether a determiner stands before a date: "le 12 mars"."""
    return reading.forms[token] in DETERMINERS and token + 1 in reading.dated


def _past_adverbial(reading: Reading, token: int, last: int) -> int:
    """The token after "à l'unanimité" where it stands at `token`."""
    forms = reading.forms
    if token < last and forms[token] in PREPOSITIONS:
        noun = token + 2 if forms[token + 1] in DETERMINERS else token + 1
        if noun < last and forms[noun] in _ADVERBIALS:
            return noun + 1
    return token


def _explained(reading: Reading, span: Range) -> Range:
    """A bare "loi", "deal" takes along the clause that says what it is: "loi |qui interdit les importations"."""
    if span[1] - span[0] > 2:
        return span
    follower = next(
        (c for c in reading.clauses if c.first == span[1] and c.kind in ("relative", "reduced", "participle")), None
    )
    if follower is None or follower.last - follower.first > 16:
        return span
    last = follower.last
    while last > follower.first and not reading.forms[last - 1][-1].isalnum():
        last -= 1
    return span[0], last


def _partitives(verb: VerbGroup) -> tuple[str, ...]:
    return ("des", "de", "d'") if verb.negated else ("des",)


def _is_adverb(form: str) -> bool:
    return form in ADVERBS or (len(form) > 6 and form.endswith(("ment", "ly")))


def limit_of(clause: Clause, token: int) -> int:
    """Where the clause's segment that holds the token ends."""
    return next((b for a, b in clause.segments if a <= token < b), clause.last)
