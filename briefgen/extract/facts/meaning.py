"""What a verb of several meanings means in its clause: "quitter le port" is a departure, "quitter l'accord" a withdrawal."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.grammar import ADVERBS, DETERMINERS, OF, PREPOSITIONS, RELATIVES
from briefgen.extract.facts.senses import DIRECTIONS, Sense, predicates
from briefgen.extract.facts.verbs import VerbGroup
from briefgen.frozen import dataclass
from briefgen.lexicon.inflection import en_plural, fr_plural
from briefgen.resources import resource

_NO_EVENT, _NOTHING, _AS_IT_IS = "-", "--", "="
_OBJECT = 7
"""Tokens behind a verb among which its object's nouns stand."""
_ABOUT = frozenset(
    "about around nearly almost roughly some over more than less at least environ près plus de d' quelque".split()
)


@dataclass(frozen=True, slots=True)
class _Choice:
    """One line of the table: where its condition holds, the verb means `sense`."""

    where: str
    """``object``, ``^`` (subject), ``+`` (anywhere behind), ``€``, ``passive``, ``se`` or ``*``."""
    words: frozenset[str]
    sense: str


@cache
def _choices(language: str) -> Mapping[str, tuple[_Choice, ...]]:
    """Lemma → its choices in the table's order."""
    plural = fr_plural if language == "fr" else en_plural
    found: dict[str, list[_Choice]] = {}
    for line in resource("assets", "lexicons", "predicates_objects.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith(language + " ;"):
            continue
        _, lemmas, condition, sense = (cell.strip() for cell in line.split(" ; "))
        first, _, rest = condition.partition(" ")
        bare = condition in ("€", "passive", "se", "*")
        where = condition if bare else first if first in ("^", "+") else "object"
        nouns = () if bare else (rest if where != "object" else condition).split()
        choice = _Choice(where, frozenset((*nouns, *map(plural, nouns))), sense)
        for lemma in lemmas.split():
            found.setdefault(lemma, []).append(choice)
    return {lemma: tuple(choices) for lemma, choices in found.items()}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the choice looks at: the sentence's tokens, its numbers, and which of them are sums of money."""

    forms: tuple[str, ...]
    first: int
    taken: Mapping[int, int]
    sums: frozenset[int]
    """First tokens of sums of money."""


def choose_meanings(clauses: list[Clause], scene: Scene, french: bool) -> None:
    """Leaves each clause's verbs with the senses that their objects allow."""
    choices = _choices("fr" if french else "en")
    for clause in clauses:
        for name in ("verb", "inner"):
            verb: VerbGroup | None = getattr(clause, name)
            if verb is not None and any(_base(s) in choices for s in verb.senses):
                setattr(clause, name, replace(verb, senses=_meant(clause, verb, scene, choices)))


def _drops(choice: _Choice, sense: Sense) -> bool:
    """Whether the choice rules out this sense of its lemma."""
    whole = choice.where == "passive"
    return sense.is_event or whole or (choice.sense != _NO_EVENT and sense.id in DIRECTIONS)


def _base(sense: Sense) -> str:
    """The lemma without the principal parts that the lexicon writes behind it: "strike:struck:struck"."""
    return sense.lemma.partition(":")[0]


def _meant(
    clause: Clause, verb: VerbGroup, scene: Scene, choices: Mapping[str, tuple[_Choice, ...]]
) -> tuple[Sense, ...]:
    senses = verb.senses
    for lemma in dict.fromkeys(map(_base, senses)):
        choice = next((c for c in choices.get(lemma, ()) if _holds(c, clause, verb, scene)), None)
        if choice is None or choice.sense == _AS_IT_IS:
            continue
        own = next(s for s in senses if _base(s) == lemma)
        senses = tuple(s for s in senses if _base(s) != lemma or not _drops(choice, s))
        if choice.sense not in (_NOTHING, _NO_EVENT):
            senses = (replace(own, id=choice.sense, weight=predicates()[choice.sense].weight), *senses)
    return senses


def _holds(choice: _Choice, clause: Clause, verb: VerbGroup, scene: Scene) -> bool:
    forms = scene.forms
    if choice.where == "*":
        return True
    if choice.where == "passive":
        return verb.passive
    if choice.where == "se":
        return bool({"se", "s'"} & set(forms[max(scene.first, verb.first - 2) : verb.head]))
    if choice.where == "€":
        return not verb.passive and _sum_follows(verb, scene)
    if choice.where == "+":
        return any(form in choice.words for form in forms[verb.last : clause.last])
    if choice.where == "^" or verb.passive:
        subject = _before(clause, verb, scene)
        behind = _behind(clause, verb, scene) if choice.where == "object" and not subject else ()
        return any(form in choice.words for form in (*subject, *behind))
    return any(form in choice.words for form in _behind(clause, verb, scene))


def _before(clause: Clause, verb: VerbGroup, scene: Scene) -> tuple[str, ...]:
    """The tokens of the clause before its verb; of a participle alone, the phrase that it describes."""
    first = max(clause.first, verb.first - 12) if clause.first < verb.first else max(scene.first, verb.first - 5)
    return scene.forms[first : verb.first]


def _behind(clause: Clause, verb: VerbGroup, scene: Scene) -> tuple[str, ...]:
    """The tokens in which the object stands: to the next preposition, mark or clause."""
    forms, token = scene.forms, verb.last
    while token < clause.last and (token in scene.taken or forms[token] in ADVERBS or forms[token] in DETERMINERS):
        token += 1
    end = token
    while end < min(clause.last, token + _OBJECT):
        form = forms[end]
        if (
            (form in PREPOSITIONS and form not in OF)
            or form in RELATIVES
            or not (form[0].isalnum() or form in "«“\"-'")
        ):
            break
        end += 1
    return forms[verb.last : end]


def _sum_follows(verb: VerbGroup, scene: Scene) -> bool:
    token = verb.last
    while token not in scene.taken and scene.forms[token : token + 1] and scene.forms[token] in _ABOUT:
        token += 1
    return token in scene.sums
