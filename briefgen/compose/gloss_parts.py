"""What both languages need to say a phrase: its pieces by relation, and the names of its ids."""

from dataclasses import replace

from briefgen.lexicon.concepts import Concept, load_concepts
from briefgen.lexicon.names import person, thing_name
from briefgen.lexicon.offices import body_in_english
from briefgen.lexicon.organizations import Organization, organization
from briefgen.lexicon.phrase_rules import heads
from briefgen.lexicon.places import Place, place
from briefgen.lexicon.territories import Territory, territory
from briefgen.model.phrase import Phrase, Relation


class Unsayable(Exception):
    """A piece of the phrase has no form in the language; caught where the phrase is said."""


def split_list(phrase: Phrase) -> tuple[Phrase, list[Phrase], Phrase]:
    """(the first member with its own parts, the further members, what belongs to all: parts after the last member)."""
    places = [index for index, (relation, _) in enumerate(phrase.parts) if relation == "and"]
    if not places:
        return phrase, [], replace(phrase, parts=())
    first = replace(phrase, parts=phrase.parts[: places[0]])
    members = [part for relation, part in phrase.parts if relation == "and"]
    return first, members, replace(phrase, parts=phrase.parts[places[-1] + 1 :])


def parts(phrase: Phrase, *relations: Relation) -> list[Phrase]:
    """The dependents of these relations, in reading order."""
    return [part for relation, part in phrase.parts if relation in relations]


def qualities(phrase: Phrase) -> list[tuple[str, ...]]:
    """Concept ids of the adjectives; those that "and" joins stand together ("legislative and regulatory texts")."""
    return [(part.head, *(other.head for other in parts(part, "and"))) for part in parts(phrase, "modifier")]


def peoples(phrase: Phrase) -> list[Territory]:
    """The territories said as adjectives."""
    return [territory_of(part) for part in parts(phrase, "demonym")]


def is_mass(one: Concept) -> bool:
    """Whether the noun has no plural and no indefinite article in English."""
    return one.uncountable or one.id in heads("mass")


def concept_of(phrase: Phrase) -> Concept | None:
    """The concept of a head; None where the head is a name."""
    if ":" in phrase.head:
        if any(relation != "and" for relation, _ in phrase.parts):
            raise Unsayable(phrase.head)
        return None
    found = load_concepts().get(phrase.head)
    if found is None:
        raise Unsayable(phrase.head)
    if phrase.head in heads("change_only") and any(
        relation == "of" and ":" in part.head for relation, part in phrase.parts
    ):
        raise Unsayable(phrase.head)  # "la chute de Kaboul" is no decrease
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
    if kind == "body":
        said = id_ if language == "fr" else body_in_english(id_)
        if said is None:
            raise Unsayable(phrase.head)
        return said
    if kind == "name":
        return thing_name(id_, language)
    raise Unsayable(phrase.head)
