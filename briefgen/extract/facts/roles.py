"""What each number of a sentence does: a level, the amount of a change, its start or end, a comparison, a share."""

from typing import Literal

from briefgen.extract.facts.grammar import ADVERBS, DETERMINERS, OF, PREPOSITIONS
from briefgen.extract.facts.nouns import Range
from briefgen.extract.facts.reading import Reading, in_name
from briefgen.extract.facts.senses import DIRECTIONS, Sense
from briefgen.frozen import dataclass
from briefgen.model.evidence import Fact

Task = Literal["level", "amount", "to", "from", "compared", "share", "plain"]
_ABOUT = frozenset(
    "environ près quelque presque d' de à about around nearly almost roughly some just over more less than of only up "
    "plus moins another an a additional further as much many seulement encore".split()
)
_COMPARING = frozenset("contre versus against vs".split())
_UP = frozenset("up plus +".split())
_DOWN = frozenset("down moins - −".split())
_MORE = {"plus": "up", "more": "up", "higher": "up", "moins": "down", "less": "down", "fewer": "down", "lower": "down"}


@dataclass(frozen=True, slots=True)
class Role:
    """The task of the number at tokens [first, last); for an amount, which way and by which words."""

    fact: Fact
    first: int
    last: int
    clause: int
    task: Task
    direction: str | None = None
    trigger: int | None = None
    """Token of the verb or noun of change or level."""
    noun: bool = False
    """Whether the trigger is a noun."""


def roles(reading: Reading) -> list[Role]:
    """One role a number, in text order."""
    found = []
    for fact in reading.quantities:
        first, last = reading.tokens_of(fact)
        if fact.type == "ordinal" or in_name(reading, fact, first) or _known_group(reading, fact, first):
            continue
        if _is_age(reading, fact, first, last):
            continue
        found.append(_role(reading, fact, first, last))
    found.extend(role for fact in reading.dates if fact.type == "duration" and (role := _anchored(reading, fact)))
    return sorted(found, key=lambda role: role.first)


def _is_age(reading: Reading, fact: Fact, first: int, last: int) -> bool:
    """Whether the number only says how old somebody is: "Liu Wei, |39 ans|, sera jugé", "aged |27|", "said Ann Lee, |27|."."""
    if fact.unit not in (None, "year") or fact.value is None or not 0 < fact.value < 120:
        return False
    forms, before = reading.forms, reading.forms[first - 1] if first > reading.first else ""
    if before == "aged" or (forms[first - 2 : first - 1] and forms[first - 2].startswith("âgé")):
        return True
    closes = last >= reading.last or forms[last] in (",", ".", ")", "»", "”")
    return before == "," and closes and first - 2 >= reading.first and reading.capital(first - 2)


_LASTING = frozenset("extension postponement sentence condemnation suspension ban arrest funding creation".split())


def lasting(reading: Reading, index: int) -> Fact | None:
    """The duration that an event of the clause is of: "prolongé |de cinq années|", "suspended |for two weeks|"."""
    verb = reading.clauses[index].inner or reading.clauses[index].verb
    if verb is None or not any(s.id in _LASTING for s in verb.senses):
        return None
    for fact in reading.dates:
        first, _ = reading.tokens_of(fact)
        if fact.type == "duration" and fact.value is not None and verb.last <= first - 1 <= verb.last + 3:
            return fact if reading.forms[first - 1] in _LINKS else None
    return None


_LINKS = frozenset("de d' à pour for by to of".split())


def _anchored(reading: Reading, fact: Fact) -> Role | None:
    """A duration with its years that a noun has: "un programme de cinq ans qui a débuté en 2018"."""
    first, last = reading.tokens_of(fact)
    before = reading.forms[first - 1] if first > reading.first else ""
    index = reading.clause_at(first)
    if fact.value is None or before not in OF or "/" not in (fact.date or "") or lasting(reading, index) is fact:
        return None
    return Role(fact, first, last, index, "plain")


_DEFINITE = frozenset("les ces ses leurs nos vos the these those its their his her our de".split())


def _known_group(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether the number only points at a group already named: "les deux pays", "the three men", "l'un des deux"."""
    if fact.unit in ("times", "fois", "time") or (fact.unit or "").endswith("-person"):
        return True
    if fact.type not in ("number", "quantity") or fact.value is None or fact.value > 12:
        return False
    if fact.unit in ("percent", "tonne", "kilometer"):
        return False
    written = not reading.forms[first][0].isdigit()
    before = reading.forms[first - 1] if first > reading.first else ""
    return written and (before in _DEFINITE or reading.forms[first] in _DEFINITE or fact.value <= 1)


def _role(reading: Reading, fact: Fact, first: int, last: int) -> Role:
    index = reading.clause_at(first)

    def make(task: Task, direction: str | None = None, trigger: int | None = None, noun: bool = False) -> Role:
        return Role(fact, first, last, index, task, direction, trigger, noun)

    before = reading.forms[first - 1] if first > reading.first else ""
    compared = is_compared(reading, fact, first)
    if compared:
        return make("compared")
    if fact.type == "range" and _moves(reading, fact, index, first, last):
        verb_of = reading.clauses[index].inner or reading.clauses[index].verb
        return make("to", None, verb_of.head if verb_of else None)
    signed = _signed(reading, fact, first, before)
    if signed:
        return make("amount", signed, first - 1 if first > reading.first else first, True)
    if before == "from" and reading.forms[first - 2] in ("up", "down"):
        return make("from", reading.forms[first - 2], first - 2, True)
    noun = _change_noun(reading, first, last)
    verb = _change_verb(reading, index, first)
    if noun is not None:
        return make("amount", noun[1], noun[0], True)
    if verb is not None:
        task, way, head = _with_verb(reading, first, verb)
        return make("level" if task == "to" and fact.type == "range" else task, way, head)
    clause = reading.clauses[index]
    level = clause.inner if clause.inner and _has(clause.inner.senses, "level", "stable") else clause.verb
    if (
        level is not None
        and first >= level.last
        and _has(level.senses, "level", "stable")
        and _reaches(reading, level.last, first)
    ):
        return make("level", None, level.head)
    if fact.unit == "percent" and last < reading.last and (reading.forms[last] in OF):
        return make("share")
    return make("plain")


def _moves(reading: Reading, fact: Fact, index: int, first: int, last: int) -> bool:
    """Whether a range is a move: "passe |de 12 à 15 milliards|", "rose |from 3 to 5 percent|"."""
    verb = reading.clauses[index].inner or reading.clauses[index].verb
    if last + 1 in reading.taken and reading.forms[last] in ("à", "to"):
        return False  # "revised |from 5 to 7 percent| to 3 to 5 percent"
    ways = {s.id for s in verb.senses} & {"up", "down"} if verb is not None else set()
    if fact.low is not None and fact.high is not None and ways == {"down" if fact.high > fact.low else "up"}:
        return False  # "a plongé |de 90 à 95 %|": how much, not from what to what
    opens = {reading.forms[first], reading.forms[first - 1] if first > reading.first else ""} & {"de", "d'", "from"}
    return (
        verb is not None
        and verb.last <= first
        and bool(opens)
        and any(s.id in ("up", "down", "shift") for s in verb.senses)
    )


def _has(found: tuple[Sense, ...], *names: str) -> bool:
    return any(s.id in names for s in found)


def is_compared(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether the number at token `first` is what another one is compared with: "12 %, contre |9 %|"."""
    forms = reading.forms
    floor = max(reading.first, first - 5)
    window = forms[floor:first]
    if not window:
        return False
    near = window[-3:]
    near = near[len(near) - near[::-1].index(",") :] if "," in near else near
    if any(w in _COMPARING for w in near) and _follows_number(reading, fact, first):
        return True
    joined = " ".join(window)
    return joined.endswith(("compared with", "compared to", "par rapport à", "par rapport aux", "comparé à", "instead of",
                            "twice the", "double the", "half the", "times the", "le double des", "le double de",
                            "compared with about", "compared with just", "au lieu de", "compared with only"))  # fmt: skip


def _follows_number(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether a number of the same kind stands before in the sentence: "against" alone may be what sanctions are."""
    start = reading.start(first)
    return any(
        other.end <= start and (other.unit == fact.unit or fact.unit is None or other.unit is None)
        for other in reading.quantities
    )


def _signed(reading: Reading, fact: Fact, first: int, before: str) -> str | None:
    text = fact.text.lstrip()
    if text[:1] == "+" or before == "+":
        return "up"
    if text[:1] in "-−" and fact.unit == "percent":
        return "down"
    if before == "up" or (before == "around" and reading.forms[first - 2] == "up"):
        return "up"
    if before == "down":
        return "down"
    return None


def _change_noun(reading: Reading, first: int, last: int) -> tuple[int, str] | None:
    """(token, direction) of the noun of change that the number measures: "hausse (des prix) de 3 %", "a 3% rise"."""
    forms = reading.forms
    if last < reading.last:
        for token in range(last, min(last + 3, reading.last)):
            direction = noun_direction(reading, token)
            if direction and not (token == last and reading.document.french):
                return token, direction
            if forms[token] in _MORE and token <= last + 1 and (token == last or forms[token - 1] in ("de", "points")):
                follows = forms[token + 1] if token + 1 < reading.last else ""
                if follows in ("que", "qu'", "than", ",", ".", "en", "in") or token + 1 >= reading.last:
                    return token, _MORE[forms[token]]
            if forms[token] in PREPOSITIONS or not forms[token][0].isalpha():
                break
            if forms[token] in OF and not reading.document.french:
                break
    token = first - 1
    while token >= reading.first and forms[token] in _ABOUT and forms[token] not in OF:
        token -= 1
    if token < reading.first or not (forms[token] in OF or forms[token] in ("by", "to") or forms[token] in _ABOUT):
        return None
    for back in range(token, max(reading.first - 1, token - 14), -1):
        direction = noun_direction(reading, back)
        if direction:
            return (back, direction) if forms[token] != "to" else None
        if (
            forms[back] in (",", ";", "et", "and", "qui", "que", "à", "to")
            or _is_verb(reading, back)
            or back in reading.taken
        ):
            return None
    return None


def noun_direction(reading: Reading, token: int) -> str | None:
    """Which way the noun of change at `token` points; None when it is no such noun."""
    found = reading.document.lexicon.get(reading.forms[token], ())
    nouns = [s for s in found if s.tense is None and s.id in DIRECTIONS]
    if not nouns or _is_verb(reading, token):
        return None
    return nouns[0].id


def _is_verb(reading: Reading, token: int) -> bool:
    return any(
        v is not None and v.first <= token < v.last and (v.finite or v.tense != "participle")
        for c in reading.clauses
        for v in (c.verb, c.inner)
    )


def _change_verb(reading: Reading, index: int, first: int) -> tuple[int, int, str] | None:
    """(head, token after the group, direction) of the change verb that governs the number's clause and stands before it."""
    clause = reading.clauses[index]
    for verb in (clause.inner, clause.verb):
        if verb is None or verb.last > first:
            continue
        direction = next((s.id for s in verb.senses if s.id in ("up", "down", "shift")), None)
        if direction is not None:
            return verb.head, verb.last, direction
    return None


def _with_verb(reading: Reading, first: int, verb: tuple[int, int, str]) -> tuple[Task, str | None, int | None]:
    head, last, way = verb
    direction = None if way == "shift" else way
    token = first - 1
    forms = reading.forms
    while token >= last and forms[token] in _ABOUT and forms[token] not in ("de", "d'", "à", "of"):
        token -= 1
    if token >= last and forms[token] in ("environ", "près", "plus", "moins"):
        token -= 1
    link = forms[token] if token >= last else ""
    if link in ("à", "to", "at"):
        return "to", direction, head
    if link == "from" or (link in OF and _then_to(reading, first)):
        return "from", direction, head
    if way == "shift":
        return ("to", None, head) if link in ("à", "to") else ("plain", None, None)
    if link in ("by", "de", "d'", "of") or token < last or forms[token] in ADVERBS or forms[token].endswith("ly"):
        return "amount", direction, head
    return "plain", None, None


def _then_to(reading: Reading, first: int) -> bool:
    """Whether "to" with a number of the same kind follows: "de 12 à 15 milliards", not "de 4 % lundi à 71 dollars"."""
    last = reading.taken.get(first, first + 1)
    share = _is_share(reading, first)
    for token in range(last, min(last + 6, reading.last - 1)):
        if reading.forms[token] in ("à", "to") and token + 1 in reading.taken and token + 1 not in reading.dated:
            return not share or _is_share(reading, token + 1)
        if reading.forms[token] in (",", ";", "et", "and"):
            return False
    return False


def _is_share(reading: Reading, token: int) -> bool:
    """Whether the number at `token` is a percentage."""
    return any(f.unit == "percent" and reading.tokens_of(f)[0] == token for f in reading.quantities)


def _reaches(reading: Reading, last: int, first: int) -> bool:
    """Whether nothing between a level verb and the number takes the number for itself."""
    between = reading.forms[last:first]
    return len(between) <= 8 and not any(w in (",", ";", "qui", "que", "dont") for w in between)


def object_of_verb(reading: Reading, last: int, first: int) -> Range | None:
    """The object between a transitive verb of change and the number ("a réduit |ses émissions| de 5 %")."""
    from briefgen.extract.facts.nouns import phrase_end

    forms = reading.forms
    i = last
    while i < first and (forms[i] in ADVERBS or i in reading.dated):
        i = reading.taken.get(i, i + 1)
    if (
        i >= first
        or forms[i] in PREPOSITIONS
        or forms[i] in ("de", "d'", "avoir", "être")
        or not forms[i][0].isalpha()
        or i in reading.taken
    ):
        return None
    if forms[i] not in DETERMINERS and reading.document.french:
        return None
    end = phrase_end(reading, i, first)
    return (i, end) if end > i else None
