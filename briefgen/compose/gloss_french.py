"""Phrases in French: adjectives that agree after the noun, "de" with the article that belongs there."""

from dataclasses import replace

from briefgen.compose.gloss_parts import (
    Unsayable,
    concept_of,
    is_mass,
    name_of,
    organization_of,
    parts,
    peoples,
    place_of,
    qualities,
    split_list,
    territory_of,
)
from briefgen.lexicon.articles import begins_with_vowel, elided, with_preposition
from briefgen.lexicon.concepts import Concept
from briefgen.lexicon.nouns import french_adjective
from briefgen.lexicon.phrase_rules import heads
from briefgen.lexicon.tables import without_article
from briefgen.lexicon.territories import Territory, is_bloc
from briefgen.model.phrase import Phrase, Relation

_BEFORE = frozenset(("new", "first", "main", "future")) | heads("before_noun_fr")
"""Qualities said before the noun: "nouvelles sanctions"."""
_PREPOSITIONS: dict[Relation, str] = {
    "for": "pour", "with": "avec", "on": "sur", "against": "contre", "by": "par", "under": "sous",
}  # fmt: skip


def french_phrase(phrase: Phrase) -> str:
    """The phrase without article, in lower case but for names; raises Unsayable."""
    return _said(phrase, "")


def _said(phrase: Phrase, preposition: str) -> str:
    """The phrase with `preposition` ("de") before each further member of its list, or with none."""
    first, members, shared = split_list(phrase)
    one = concept_of(phrase)
    if one is None:
        if not preposition:
            return _listed([without_article(name_of(part, "fr"), "fr") for part in (first, *members)])
        return _listed([name_of(phrase, "fr"), *(with_preposition("de", name_of(part, "fr")) for part in members)])
    if not members:
        return _alone(phrase, one)
    listed = _listed([_alone(first, one), *(_member(part, preposition) for part in members)])
    said = _peoples(peoples(shared), _list_gender(phrase, one), True)
    return " ".join(word for word in (listed, said, *_complements(shared, [])) if word)


def _member(part: Phrase, preposition: str) -> str:
    said = french_phrase(part)
    return _of(part, said) if preposition else said


def _listed(pieces: list[str]) -> str:
    return pieces[0] if len(pieces) == 1 else ", ".join(pieces[:-1]) + " et " + pieces[-1]


def _list_gender(phrase: Phrase, one: Concept) -> str:
    genders = {one.gender}
    for part in parts(phrase, "and"):
        other = concept_of(part)
        genders.add(other.gender if other else "m")
    return "f" if genders == {"f"} else "m"


def _alone(phrase: Phrase, one: Concept) -> str:
    plural = (phrase.plural and not one.uncountable) or phrase.head in heads("plural_fr")
    label = one.label("fr", plural)
    agreeing = plural or _is_plural_label(one, label)
    own = [people for people in peoples(phrase) if not is_bloc(people.code)]
    said = qualities(phrase)
    front = [french_adjective(q, one.gender, agreeing) for q, *_ in said if q in _BEFORE]
    after = [
        " et ".join(french_adjective(q, one.gender, agreeing) for q in ids)
        for ids in sorted(said, key=lambda ids: ids[0] in heads("last_fr"))
        if ids[0] not in _BEFORE
    ]
    names = [_named(phrase, name_of(part, "fr")) for part in parts(phrase, "name")]
    people = _peoples(own, one.gender, agreeing)
    noun, matter = _parted(phrase, one, label) if people or any(q in _WIDE for q, *_ in said) else (label, "")
    words = [*_eased(front, label), noun, " ".join(after), people, matter, *names, *_complements(phrase, own)]
    return " ".join(word for word in words if word)


_WIDE = frozenset("global annual monthly joint international national regional".split())
"""Qualities of the whole, said before the matter of a label: "demande mondiale de pétrole"."""
_PARTED = ("programme", "projet", "plan", "système", "demande", "production", "consommation", "stock", "réserve")


def _parted(phrase: Phrase, one: Concept, label: str) -> tuple[str, str]:
    """A label in two where adjectives stand between: ("programme", "de coopération spatiale")."""
    if one.id in heads("compact"):
        return label, ""
    if one.kind == "thing" and not label.startswith(_PARTED):
        return label, ""
    for link in (" de ", " d'", " du "):
        noun, found, matter = label.partition(link)
        if found and " " not in noun:
            return noun, link.strip() + ("" if link.endswith("'") else " ") + matter
    return label, ""


def _is_plural_label(one: Concept, label: str) -> bool:
    """Whether a label is a plural by itself ("dépenses militaires")."""
    return (
        one.uncountable
        and label.split()[0].endswith("s")
        and label.split()[0] not in ("gaz", "accès", "succès", "progrès")
    )


def _named(phrase: Phrase, name: str) -> str:
    """ "satellite Spektr-M", but "barrage de Kakhovka"."""
    return with_preposition("de", name) if phrase.head in heads("placed") else without_article(name, "fr")


def _eased(front: list[str], label: str) -> list[str]:
    """ "nouvel accord" before a vowel."""
    return ["nouvel" if word == "nouveau" and begins_with_vowel(label) else word for word in front]


def _peoples(territories: list[Territory], gender: str, plural: bool) -> str:
    """ "russes"; two make a pair: "sino-russes", empty where French has no first part for it."""
    if not territories:
        return ""
    last = territories[-1].demonym("fr", gender, plural)
    if last is None:
        raise Unsayable(territories[-1].code)
    if len(territories) == 1:
        return last
    if all(one.prefix for one in territories[:-1]):
        return "-".join([*(one.prefix for one in territories[:-1]), last])
    return ""


def _complements(phrase: Phrase, own: list[Territory]) -> list[str]:
    """Matter first, then owners, then the rest in reading order."""
    of = parts(phrase, "of")
    matter = [part for part in of if ":" not in part.head]
    owners = [part for part in of if ":" in part.head]
    if len(owners) > 1:
        raise Unsayable(phrase.head)
    said = [_with_of(phrase, part) for part in (*matter, *owners)]
    if len(own) > 1 and not _peoples(own, "m", False):
        said.append("entre " + _listed([people.with_article("fr") for people in own]))
    said += [people.of("fr") for people in peoples(phrase) if is_bloc(people.code)]
    others = [(relation, part) for relation, part in phrase.parts if relation not in _SAID]
    return [*said, *(_with(phrase, relation, part) for relation, part in others)]


_SAID = frozenset(("of", "modifier", "demonym", "name", "and"))


def _with_of(phrase: Phrase, part: Phrase) -> str:
    if phrase.head in heads("either") and part.head.startswith("territory:"):
        raise Unsayable(phrase.head)
    one = concept_of(part)
    adjective = _as_adjective(phrase, part)
    if adjective:
        return adjective
    if one is not None and phrase.head in heads("remedy") and one.topic == "health":
        return f"contre {_articled(part, one, _said(part, ''))}"
    if one is not None and phrase.head in heads("change_in") and not part.indefinite:
        return with_preposition("de", _articled(part, one, _said(part, "de")))
    if one is not None and phrase.head in heads("definite") and is_mass(one) and not part.indefinite:
        return with_preposition("de", _articled(part, one, _said(part, "de")))
    return _of(part, _said(part, "de"))


def _as_adjective(phrase: Phrase, part: Phrase) -> str:
    """ "guerre commerciale", "projet énergétique": bare matter that French says as an adjective; empty for other matter."""
    one = concept_of(replace(phrase, parts=()))
    quality = dict(pair.split(":") for pair in heads("adjective_for")).get(part.head)
    if one is None or quality is None or part.parts or part.definite or part.indefinite:
        return ""
    if one.kind != "thing" and phrase.head not in heads("adjectival"):
        return ""
    return french_adjective(quality, one.gender, phrase.plural and not one.uncountable)


def _of(part: Phrase, said: str) -> str:
    """ "de" with what it governs: "du satellite", "d'un satellite", "de gaz", "de la Russie"."""
    one = concept_of(part)
    if one is None:
        return with_preposition("de", said)
    if part.indefinite:
        return f"d'{_indefinite(one)} {said}"
    if part.definite:
        return with_preposition("de", _articled(part, one, said))
    return elided("de", said)


def _indefinite(one: Concept) -> str:
    return "une" if one.gender == "f" else "un"


def _articled(part: Phrase, one: Concept, said: str) -> str:
    """The definite article before what has been said: "le pétrole", "l'énergie", "les armes"."""
    if (part.plural and not one.uncountable) or _is_plural_label(one, one.label("fr")):
        return f"les {said}"
    return elided("la" if one.gender == "f" else "le", said)


def _with_article(part: Phrase) -> str:
    one = concept_of(part)
    if one is None:
        return _listed([name_of(part, "fr"), *(name_of(other, "fr") for other in parts(part, "and"))])
    said = french_phrase(part)
    if part.indefinite or not (part.definite or one.uncountable):
        return f"des {said}" if part.plural and not one.uncountable else f"{_indefinite(one)} {said}"
    return _articled(part, one, said)


def _with(phrase: Phrase, relation: Relation, part: Phrase) -> str:
    """Any complement but "de"."""
    if relation == "between":
        return f"entre {_with_article(part)}"
    if relation in ("in", "at"):
        return _inside(part)
    if relation == "from":
        return _from(part) if phrase.head in heads("flow") else _of_origin(part)
    if relation == "to":
        return _toward(phrase, part)
    return f"{_PREPOSITIONS[relation]} {_with_article(part)}"


def _inside(part: Phrase) -> str:
    if part.head == "orbit":
        return "en orbite"
    if part.head.startswith("territory:"):
        return _listed([territory_of(part).inside("fr"), *(_inside(other) for other in parts(part, "and"))])
    if part.head.startswith("place:"):
        return place_of(part).inside("fr")
    if part.head.startswith("name:"):
        return f"à {name_of(part, 'fr')}"
    return f"dans {_with_article(part)}"


def _from(part: Phrase) -> str:
    if part.head.startswith("territory:"):
        others = [territory_of(other).bare_of() for other in parts(part, "and")]
        return "en provenance " + _listed([territory_of(part).bare_of(), *others])
    if ":" in part.head:
        return "en provenance " + with_preposition("de", name_of(part, "fr"))
    return _of(part, french_phrase(part))


def _of_origin(part: Phrase) -> str:
    """ "diplomate de Corée du Sud": from where somebody is."""
    return territory_of(part).bare_of() if part.head.startswith("territory:") else _of(part, _said(part, "de"))


def _toward(phrase: Phrase, part: Phrase) -> str:
    if phrase.head in heads("travel") and part.head.startswith(("territory:", "place:")):
        return _inside(part)
    if part.head.startswith("organization:") and organization_of(part).kind == "company":
        return with_preposition("à", name_of(part, "fr"))
    if phrase.head in heads("toward"):
        return f"vers {_with_article(part)}"
    one = concept_of(part)
    if one is None:
        listed = [name_of(part, "fr"), *(name_of(other, "fr") for other in parts(part, "and"))]
        return _listed([with_preposition("à", name) for name in listed])
    return with_preposition("à", _with_article(part))
