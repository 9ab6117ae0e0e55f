"""What both languages need to say a phrase: its pieces by relation, and the names of its ids."""

from briefgen.lexicon.concepts import Concept, load_concepts
from briefgen.lexicon.names import person
from briefgen.lexicon.organizations import Organization, organization
from briefgen.lexicon.places import Place, place
from briefgen.lexicon.territories import Territory, territory
from briefgen.model.phrase import Phrase, Relation


class Unsayable(Exception):
    """A piece of the phrase has no form in the language; caught where the phrase is said."""


def parts(phrase: Phrase, *relations: Relation) -> list[Phrase]:
    """The dependents of these relations, in reading order."""
    return [part for relation, part in phrase.parts if relation in relations]


def qualities(phrase: Phrase) -> list[str]:
    """Concept ids of the adjectives."""
    return [part.head for part in parts(phrase, "modifier")]


def peoples(phrase: Phrase) -> list[Territory]:
    """The territories said as adjectives."""
    return [territory_of(part) for part in parts(phrase, "demonym")]


def group_peoples(phrase: Phrase) -> list[Territory]:
    """Those that belong to a whole list: they come after its members."""
    seen_list = False
    found = []
    for relation, part in phrase.parts:
        seen_list = seen_list or relation == "and"
        if relation == "demonym" and seen_list:
            found.append(territory_of(part))
    return found


def concept_of(phrase: Phrase) -> Concept | None:
    """The concept of a head; None where the head is a name."""
    if ":" in phrase.head:
        return None
    found = load_concepts().get(phrase.head)
    if found is None:
        raise Unsayable(phrase.head)
    return found


def territory_of(phrase: Phrase) -> Territory:
    """The territory of a ``territory:`` head; Unsayable where there is none."""
    found = territory(phrase.head.partition(":")[2])
    if found is None:
        raise Unsayable(phrase.head)
    return found


def place_of(phrase: Phrase) -> Place:
    """The place of a ``place:`` head; Unsayable where there is none."""
    found = place(phrase.head.partition(":")[2])
    if found is None:
        raise Unsayable(phrase.head)
    return found


def organization_of(phrase: Phrase) -> Organization:
    """The organization of an ``organization:`` head; Unsayable where there is none."""
    found = organization(phrase.head.partition(":")[2])
    if found is None:
        raise Unsayable(phrase.head)
    return found


def name_of(phrase: Phrase, language: str) -> str:
    """The name of a head that is not a concept, with the article it takes as a subject."""
    kind, _, id_ = phrase.head.partition(":")
    if kind == "territory":
        return territory_of(phrase).with_article(language)
    if kind == "place":
        return place_of(phrase).with_article(language)
    if kind == "organization":
        return organization_of(phrase).with_article(language)
    if kind == "person":
        found = person(id_)
        if found is None:
            raise Unsayable(phrase.head)
        return found.name(language)
    if kind == "name":
        return id_
    raise Unsayable(phrase.head)
