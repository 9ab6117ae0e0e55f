"""Roles in French, agreeing: "ancienne ministre russe des Affaires étrangères"."""

from briefgen.lexicon.articles import elided, with_preposition
from briefgen.lexicon.names import Gender
from briefgen.lexicon.organizations import organization
from briefgen.lexicon.places import place
from briefgen.lexicon.role_pieces import known_territory, merged_domains
from briefgen.lexicon.roles import (
    STATUSES,
    Role,
    RoleRelation,
    load_bodies,
    load_domains,
    load_offices,
    load_qualities,
)
from briefgen.lexicon.tables import without_article
from briefgen.lexicon.territories import Territory, is_bloc

_TITLES = frozenset("ambassador consul consul-general king queen emperor prince crown-prince emir sultan".split())
"""Offices that stand before a country without its article: "ambassadeur de Chine", "roi d'Espagne"."""
_LAST = ("à la retraite", "de longue date", "de haut rang", "en exil")
"""Qualities said after a people: "général belge à la retraite"."""
_AFTER_NOUN = frozenset(("acting", "outgoing", "elect"))
_CHEZ = frozenset(("company", "bank"))


def french_role(role: Role, gender: Gender) -> str | None:
    feminine = gender == "f"
    if role.kind == "body":
        article = load_bodies()[role.id].fr
        noun, capitals = without_article(article, "fr"), True
        feminine = _is_feminine(article)
    else:
        office = load_offices()[role.id]
        noun, capitals = (office.feminine if feminine else office.masculine), office.capitals
    before = [STATUSES[s][0][feminine] for s in role.statuses if s not in _AFTER_NOUN]
    after = [STATUSES[s][0][feminine] for s in role.statuses if s in _AFTER_NOUN]
    qualities = [load_qualities()[q] for q in role.qualities]
    said = [quality.feminine if feminine else quality.masculine for quality in qualities]
    middle = [word for word in said if not word.startswith(_LAST)]
    owner = ""
    if role.people:
        one = known_territory(role.people)
        people = one.demonym("fr", "f" if feminine else "m", _is_plural(role))
        if people is None or is_bloc(role.people):
            owner = one.of("fr")
        else:
            middle.append(people)
    middle += [word for word in said if word.startswith(_LAST)]
    complements = [_french_part(role, relation, part, capitals, feminine) for relation, part in role.parts]
    merged = merged_domains(list(role.parts), [c for c in complements if c], "et")
    tail = [*merged, owner] if owner else merged
    first, rest = _parted(noun)
    words = [*before, first, *middle, *after, *rest, *tail]
    return " ".join(words) if all(complements) else None


def _parted(noun: str) -> tuple[str, list[str]]:
    """A noun in two where adjectives stand between: "candidat républicain à la présidentielle"."""
    for link in (" à ", " au "):
        first, found, rest = noun.partition(link)
        if found:
            return first, [link.strip(), rest]
    return noun, []


def _is_plural(role: Role) -> bool:
    return role.kind == "body" and load_bodies()[role.id].fr.startswith("les ")


_FEMININE_BODIES = frozenset(
    "school presidential-administration administration national-assembly army air-force embassy space-agency nuclear-agency agency "
    "university academy-of-sciences company industry space-industry opposition church orthodox-church association".split()
)


def _is_feminine(article: str) -> bool:
    if article.startswith("l'"):
        return any(load_bodies()[body].fr == article for body in _FEMININE_BODIES)
    return article.startswith(("la ", "les forces", "les autorités", "les douanes"))


def _french_part(role: Role, relation: RoleRelation, part: Role, capitals: bool, feminine: bool) -> str | None:
    if part.kind == "domain":
        return _french_domain(role, relation, part, capitals, feminine)
    if part.kind == "territory":
        return _french_territory(role, relation, known_territory(part.id), feminine)
    if part.kind == "place":
        return _french_place(relation, part.id, feminine)
    name = _french_name(part)
    if name is None:
        return None
    if relation == "at" and part.kind == "organization" and _kind_of(part.id) in _CHEZ:
        return f"chez {name}"
    words = {"at": "à", "of": "de", "from": "de", "in": "à", "to": "auprès de"}.get(relation, "")
    if relation == "to":
        return "auprès " + with_preposition("de", name)
    if words:
        return with_preposition(words, name)
    return f"{ {'for': 'pour', 'on': 'sur'}.get(relation, 'à') } {name}"


def _kind_of(id_: str) -> str:
    one = organization(id_)
    return one.kind if one else ""


def _french_domain(role: Role, relation: RoleRelation, part: Role, capitals: bool, feminine: bool) -> str:
    domain = load_domains()[part.id]
    words = domain.fr
    charged = "chargée" if feminine else "chargé"
    if relation in ("for", "on"):
        if role.kind == "office" and load_offices()[role.id].before_domain_fr in ("pour", "sur"):
            return f"{load_offices()[role.id].before_domain_fr} {_lowered(words, domain.fixed)}"
        return f"{charged} {with_preposition('de', _lowered(words, domain.fixed))}"
    if not capitals:
        words = _lowered(words, domain.fixed)
    before = (
        load_bodies()[role.id].before_domain_fr if role.kind == "body" else load_offices()[role.id].before_domain_fr
    )
    if before == "en":
        return f"en {without_article(words, 'fr')}"
    if before == "de-":
        return elided("de", without_article(words, "fr"))
    if before == "chargé de":
        return f"{charged} {with_preposition('de', words)}"
    return with_preposition(before, words)


def _lowered(words: str, fixed: bool) -> str:
    return words if fixed else words.lower()


def _french_territory(role: Role, relation: RoleRelation, one: Territory, feminine: bool) -> str:
    if relation in ("of", "from"):
        return one.bare_of() if role.id in _TITLES else one.of("fr")
    if relation == "to":
        return one.inside("fr") if len(one.code) == 2 and one.code not in ("UN", "EU") else "auprès " + one.of("fr")
    if relation == "based":
        return f"{'basée' if feminine else 'basé'} {one.inside('fr')}"
    if relation == "at":
        return one.toward("fr")
    if relation in ("for", "on"):
        return f"{ {'for': 'pour', 'on': 'sur'}[relation] } {one.with_article('fr')}"
    return one.inside("fr")


def _french_place(relation: RoleRelation, id_: str, feminine: bool) -> str | None:
    found = place(id_)
    if found is None:
        return None
    if relation in ("of", "from"):
        bare = found.preposition == "en"
        return elided("de", found.name("fr")) if bare else with_preposition("de", found.with_article("fr"))
    if relation == "based":
        return f"{'basée' if feminine else 'basé'} {found.inside('fr')}"
    if relation == "for":
        return f"pour {found.with_article('fr')}"
    return found.inside("fr")


def _french_name(part: Role) -> str | None:
    if part.kind == "name":
        return part.id
    if part.kind == "organization":
        one = organization(part.id)
        return one.with_article("fr") if one else None
    said = french_role(part, "m")
    if said is None:
        return None
    if part.kind == "body":
        article = load_bodies()[part.id].fr
        bare = without_article(article, "fr")
        if not said.startswith(bare):
            return None
        return article[: len(article) - len(bare)] + said
    return elided("le", said) if said[0].lower() in "aeiouéèêîôh" else f"le {said}"
