"""Phrases in English: modifiers before the noun, "of" for what an event is about."""

from dataclasses import replace

from briefgen.compose.gloss_parts import (
    Unsayable,
    concept_of,
    is_mass,
    name_of,
    parts,
    peoples,
    qualities,
    split_list,
    territory_of,
)
from briefgen.lexicon.concepts import Concept
from briefgen.lexicon.phrase_rules import heads
from briefgen.lexicon.tables import without_article
from briefgen.lexicon.territories import Territory, is_bloc
from briefgen.model.phrase import Phrase, Relation

_FIRST = frozenset(
    "new first main additional recent future potential permanent temporary annual monthly daily reported confirmed".split()
) | heads("of_the_whole")
"""Qualities said before a people: "new Russian sanctions", "permanent Chinese space station"."""
_PREPOSITIONS: dict[Relation, str] = {
    "in": "in", "from": "from", "to": "to", "for": "for", "with": "with", "on": "on", "against": "against", "by": "by",
    "under": "under", "at": "at", "between": "between",
}  # fmt: skip
_LABEL_ADJECTIVES = frozenset(
    "new confirmed reported suspected joint total global average annual daily monthly national public additional gross net".split()
)
"""First words of labels that matter and peoples come after: "global gas demand"."""


_KEPT_ARTICLE = frozenset(("territory:WEST", "territory:MIDEAST"))


def english_phrase(phrase: Phrase) -> str:
    """The phrase without article, in lower case but for names; raises Unsayable."""
    first, members, shared = split_list(phrase)
    one = concept_of(phrase)
    if one is None:
        name = name_of(phrase, "en")
        bare = name if phrase.head in _KEPT_ARTICLE else without_article(name, "en")
        return _listed([bare, *(_with_article(part) for part in members)])
    if not members:
        return _joined([*_before(phrase, one), *_after(phrase, one)])
    listed = _listed([english_phrase(first), *(english_phrase(part) for part in members)])
    front = [*_owners(shared), _peoples(peoples(shared)), _matter(shared, one)]
    return _joined([*front, listed, *_after(shared, one)])


def _joined(pieces: list[str]) -> str:
    return " ".join(piece for piece in pieces if piece)


def _listed(pieces: list[str]) -> str:
    return pieces[0] if len(pieces) == 1 else ", ".join(pieces[:-1]) + " and " + pieces[-1]


def _before(phrase: Phrase, one: Concept) -> list[str]:
    """Owner, qualities, peoples, names and matter, then the noun."""
    said, own = qualities(phrase), peoples(phrase)
    front, noun = "", one.label("en", phrase.plural)
    first, _, rest = noun.partition(" ")
    matter = _matter(phrase, one)
    names = [without_article(name_of(part, "en"), "en") for part in parts(phrase, "name")]
    after = phrase.head in heads("institution")
    if first in _LABEL_ADJECTIVES and rest and (matter or own):
        front, noun = first, rest
    return [
        *_owners(phrase),
        *(_quality(q) for q in said if q[0] in _FIRST),
        front,
        _peoples(own),
        *(_quality(q) for q in reversed(said) if q[0] not in _FIRST),
        *([] if after else names),
        matter,
        noun,
        *(names if after else []),
    ]


def _matter(phrase: Phrase, one: Concept) -> str:
    said = [part for part in reversed(parts(phrase, "of")) if _goes_before(phrase, one, part)]
    return " ".join(english_phrase(replace(part, plural=False)) for part in said)


def _owners(phrase: Phrase) -> list[str]:
    said = [_owner(part) for part in parts(phrase, "of") if _owns(phrase, part)]
    return said or [_owner(part) for part in _agents(phrase)]


def _agents(phrase: Phrase) -> list[Phrase]:
    """Who does it, where what undergoes it follows: "Russia's invasion of Ukraine"."""
    undergone = phrase.head in heads("patient") and parts(phrase, "of")
    return [part for part in parts(phrase, "by") if undergone and part.head.startswith("territory:")]


def _quality(ids: tuple[str, ...]) -> str:
    """ "legislative and regulatory": the adjectives that "and" joins."""
    known = [one for one in (concept_of(Phrase(id_, 0, 0)) for id_ in ids) if one]
    if len(known) < len(ids):
        raise Unsayable(ids[0])
    return _listed([one.adjective("en") for one in known])


def _peoples(territories: list[Territory]) -> str:
    """ "Russian"; two make a pair: "China–Russia"."""
    if len(territories) > 1:
        return "–".join(
            one.attributive() or "" if one.code in ("US", "GB", "EU", "UN") else one.name("en") for one in territories
        )
    if not territories:
        return ""
    word = territories[0].attributive()
    if word is None:
        raise Unsayable(territories[0].code)
    return word


_OWNERS = ("territory:", "organization:", "person:")


def _owns(phrase: Phrase, part: Phrase) -> bool:
    """Whether "of" a territory or an organization is said as "China's"."""
    if not part.head.startswith(_OWNERS) or parts(part, "and") or "'" in name_of(part, "en"):
        return False
    if phrase.head in heads("keep_of") and not part.head.startswith("territory:"):
        return False
    if phrase.head in heads("either") and part.head.startswith("territory:"):
        raise Unsayable(phrase.head)
    return phrase.head not in heads("patient")


def _owner(part: Phrase) -> str:
    name = without_article(name_of(part, "en"), "en")
    if part.head.startswith("territory:"):
        one = territory_of(part)
        if name.endswith("s") or one.code in ("US", "GB") or is_bloc(one.code):
            word = one.attributive()
            if word is None:
                raise Unsayable(one.code)
            return word
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _goes_before(phrase: Phrase, one: Concept, part: Phrase) -> bool:
    """Whether matter is said before the noun: "oil price", "missile test"; events keep "of": "imports of gas"."""
    matter = concept_of(part)
    if matter is None:
        return _names_place(phrase, one, part)
    if part.indefinite or phrase.head in heads("keep_of") or parts(part, "and"):
        return False
    if part.parts:
        return not part.definite and _is_compound(part) and one.kind != "event" and not _hangs(part)
    if part.definite and not is_mass(matter):
        return False
    if one.kind == "event" and phrase.head not in heads("compound_event"):
        return not part.plural and not is_mass(matter)
    return not (part.plural and part.definite)


def _names_place(phrase: Phrase, one: Concept, part: Phrase) -> bool:
    """Whether a place stands before the noun: "Paris agreement", "Kakhovka dam", "Gaza hospitals"."""
    if part.head.startswith("name:"):
        return phrase.head in heads("placed")
    return part.head.startswith("place:") and phrase.head not in heads("patient") | heads("either")


def _hangs(part: Phrase) -> bool:
    """Whether something of its own comes after the noun: "evacuation of the city" stands before no "plan"."""
    one = concept_of(part)
    return one is not None and bool(_after(part, one))


def _is_compound(part: Phrase) -> bool:
    """Whether a modified noun is short enough to stand before another: "space cooperation program"."""
    return (
        all(relation in ("modifier", "of") for relation, _ in part.parts)
        and len(part.parts) == 1
        and not part.indefinite
    )


def _after(phrase: Phrase, one: Concept) -> list[str]:
    said = []
    agents = _agents(phrase)
    for relation, part in phrase.parts:
        if relation == "of" and not _owns(phrase, part) and not _goes_before(phrase, one, part):
            said.append(f"{'in' if _changes(phrase, part) else 'of'} {_with_article(part)}")
        elif relation in _PREPOSITIONS and part not in agents:
            said.append(f"{_preposition(phrase, relation, part)} {_with_article(part)}")
    return said


def _changes(phrase: Phrase, part: Phrase) -> bool:
    return phrase.head in heads("change_in") and ":" not in part.head


def _preposition(phrase: Phrase, relation: Relation, part: Phrase) -> str:
    if relation == "to" and phrase.head in heads("joining"):
        return "in"
    if relation == "in" and phrase.head in heads("travel") and part.head.startswith(("territory:", "place:")):
        return "to"
    return _PREPOSITIONS[relation]


def _with_article(part: Phrase) -> str:
    one = concept_of(part)
    if one is None:
        first = name_of(part, "en")
        return _listed([first, *(_with_article(other) for other in parts(part, "and"))])
    said = english_phrase(part)
    if is_mass(one) or part.plural or _owned(part) or parts(part, "and"):
        return said
    if part.definite:
        return f"the {said}"
    if part.head == "orbit" and not part.parts:
        return said
    if not part.indefinite:
        raise Unsayable(part.head)
    return f"{'an' if _vowel_sound(said) else 'a'} {said}"


def with_article(phrase: Phrase, said: str, definite: bool) -> str:
    """`said` of `phrase` with the article that a sentence needs; none before what is not counted, a plural or an owner."""
    one = concept_of(phrase)
    if one is None or is_mass(one) or phrase.plural or _owned(phrase) or parts(phrase, "and"):
        return said
    return f"the {said}" if definite else f"{'an' if _vowel_sound(said) else 'a'} {said}"


def _owned(part: Phrase) -> bool:
    return any(owner.head.startswith("territory:") and _owns(part, owner) for owner in parts(part, "of"))


def _vowel_sound(words: str) -> bool:
    low = words.lower()
    if low.startswith(("hour", "heir", "honest")):
        return True
    first = words.split()[0].strip(".,")
    if first.isupper() and len(first) > 1:
        return first[0] in "AEFHILMNORSX" and first not in (
            "NASA",
            "NATO",
            "UN",
            "US",
            "UK",
            "UNESCO",
            "UNICEF",
            "EU",
            "LNG",
        )
    return low[0] in "aeiou" and not low.startswith(("uni", "eu", "uk", "ura", "us ", "use"))
