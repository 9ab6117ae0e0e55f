"""Whom a description means: "la ministre" after "la ministre de la Santé, Celeste Marques", "the former minister"."""

from bisect import bisect_left
from collections.abc import Callable

from briefgen.extract.quotes.reading import Range, Reading
from briefgen.extract.speakers.persons import Cast, Person
from briefgen.model.evidence import Role

_DEFINITE = frozenset("le la l' the ce cet cette this".split())
_SMALL = frozenset("le la l' les de du des d' the of for and et à au aux en in m mme mr ms".split())
_FORMER = ("ancien", "ancienne", "ex", "former")
_AGED = (
    "trentenaire",
    "quadragénaire",
    "quinquagénaire",
    "sexagénaire",
    "septuagénaire",
    "octogénaire",
    "intéressé",
    "intéressée",
)
_LONGEST = 9
_FAR = 3000
"""Tokens beyond which nobody remembers who the minister was."""
_BEFORE, _BEHIND = 60, 4
"""Characters before and behind a name in which a noun is of its own role."""
_FEMININE = frozenset("la cette ancienne intéressée".split())
_MASCULINE = frozenset("le ce ancien intéressé".split())
RoleOf = Callable[[Person], Role | None]


def described(reading: Reading, cast: Cast, role_of: RoleOf, first: int, stop: int) -> Person | None:
    """The one person whom the definite description of tokens [first, stop) can mean; None where there is a doubt."""
    if stop - first > _LONGEST or reading.form(first) not in _DEFINITE:
        return None
    words = [reading.form(i) for i in range(first, stop) if reading.form(i).isalpha() and reading.form(i) not in _SMALL]
    if not words:
        return None
    position = reading.starts[first]
    if words[0] in _FORMER or words[0] in _AGED:
        return _alone_in_paragraph(reading, cast, first)
    if len(words) == 1 and _is_scholar(words[0]):
        alone = _alone_in_paragraph(reading, cast, first)
        return alone if alone is not None and _has_doctorate(reading, alone) else None
    if not any(reading.lexicon.nouns.get(word) == "person" for word in words):
        return None
    persons = {p.name: p for p in cast.persons.values()}
    fitting = [p for p in persons.values() if position - _FAR * 12 < p.start < position and _fits(reading, p, first)]
    found = [p for p in fitting if (role := role_of(p)) is not None and _within(words, role.text)]
    if len(found) != 1 or _another_holder(reading, found[0], role_of, words, (first, stop)):
        return None
    return found[0]


def _within(words: list[str], role: str) -> bool:
    held = role.lower().replace("’", "'").replace("'", " ").split()
    return all(word in held for word in words)


def _fits(reading: Reading, person: Person, first: int) -> bool:
    """Whether the gender of article and noun allows the person."""
    forms = reading.forms[first : first + 2]
    if person.gender == "m":
        return not any(form in _FEMININE for form in forms)
    return person.gender != "f" or not any(form in _MASCULINE for form in forms[:1]) or forms[1:] == ("ministre",)


def _another_holder(reading: Reading, person: Person, role_of: RoleOf, words: list[str], span: Range) -> bool:
    """Whether the description's noun stands elsewhere before with somebody else: "the minister" after two ministers."""
    noun = next(word for word in words if reading.lexicon.nouns.get(word) == "person")
    role = role_of(person)
    low = reading.analysis.tokens.first_at(min(role.start if role else person.start, person.start))
    if span[0] - low > _FAR:
        return True
    for token in range(low, span[0]):
        if reading.form(token) != noun or reading.inside[token] >= 0:
            continue
        start = reading.starts[token]
        own = role is not None and role.start <= start < role.end
        near = bisect_left(person.places, start - len(person.name) - _BEHIND)
        beside = any(_names(reading, start, p, len(person.name)) for p in person.places[near : near + 4])
        bare = reading.form(token - 1) in _DEFINITE and not reading.has("preposition", token + 1)
        if not (own or beside or bare):
            return True
    return False


_CALLINGS = (
    "logue",
    "logist",
    "médecin",
    "physician",
    "chirurgien",
    "chirurgienne",
    "surgeon",
    "pédiatre",
    "pediatrician",
)
_DOCTORS = frozenset("dr dre pr pre prof professeur professeure docteur professor doctor".split())


def _is_scholar(word: str) -> bool:
    return word.endswith(_CALLINGS)


def _has_doctorate(reading: Reading, person: Person) -> bool:
    """Whether "Dr", "le Pr", "Professor" stands before the name."""
    firsts = (reading.analysis.tokens.first_at(place) for place in person.places)
    return any(_DOCTORS & set(reading.forms[max(0, at - 2) : at]) for at in firsts)


def _names(reading: Reading, noun: int, place: int, length: int) -> bool:
    """Whether the noun at character `noun` is said of the name at `place`: right behind it, or before it in one sentence."""
    if noun > place:
        return noun - place - length <= _BEHIND
    between = reading.analysis.text[noun:place]
    return len(between) <= _BEFORE and not any(mark in between for mark in ".!?;»”")


def _alone_in_paragraph(reading: Reading, cast: Cast, first: int) -> Person | None:
    """The only person whom the paragraph names before the description, and no other after it in the sentence."""
    paragraph = reading.paragraph(first)
    named: dict[str, Person] = {}
    token = first - 1
    while token >= 0 and first - token < _FAR and reading.paragraph(token) == paragraph:
        if reading.is_capital(token) and reading.inside[token] < 0 and reading.form(token) in cast.by_word:
            persons = cast.matching([reading.form(token)])
            if len(persons) != 1:
                return None
            named[persons[0].name] = persons[0]
        token -= 1
    found = list(named.values())
    return found[0] if len(found) == 1 and _fits(reading, found[0], first) else None
