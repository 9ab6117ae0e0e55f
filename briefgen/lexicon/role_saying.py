"""Roles said in French and in English."""

from collections.abc import Callable

from briefgen.lexicon.articles import elided, with_preposition
from briefgen.lexicon.names import Gender
from briefgen.lexicon.organizations import organization
from briefgen.lexicon.places import place
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
from briefgen.lexicon.territories import Territory, is_bloc, territory

_TITLES = frozenset("ambassador consul consul-general king queen emperor prince crown-prince emir sultan".split())
"""Offices that stand before a country without its article: "ambassadeur de Chine", "roi d'Espagne"."""
_LAST = ("à la retraite", "de longue date", "de haut rang", "en exil")
"""Qualities said after a people: "général belge à la retraite"."""
_AFTER_NOUN = frozenset(("acting", "outgoing", "elect"))
_CHEZ = frozenset(("company", "bank"))


def say_role(role: Role, language: str, gender: Gender | None = None) -> str | None:
    """The role in `language` (fr or en), French agreeing with `gender` (masculine where unknown); None where it cannot."""
    say: Callable[[Role], str | None] = _english if language == "en" else _french_of(gender or "m")
    pieces = [say(one) for one in (role, *role.also)]
    words = [piece for piece in pieces if piece]
    if len(words) < len(pieces):
        return None
    joiner = " and " if language == "en" else " et "
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + joiner + words[-1]


def _territory(code: str) -> Territory:
    found = territory(code)
    if found is None:
        raise KeyError(code)
    return found


# English


_CHAIRED = frozenset(("committee", "subcommittee", "caucus", "board", "supervisory-board"))
_CHAIRS = {"president": "chair", "vice-president": "vice chair"}


def _english(role: Role) -> str | None:
    people = _territory(role.people).attributive() if role.people else ""
    if people is None:
        return None
    noun, capitals = _english_noun(role)
    front: list[str | None] = []
    complements: list[str | None] = []
    kept: list[tuple[RoleRelation, Role]] = []
    for relation, part in role.parts:
        if _goes_before(role, relation, part):
            front.append(_attributive(part))
        else:
            kept.append((relation, part))
            complements.append(_english_part(role, relation, part, capitals))
    said = [*front, *complements]
    if not all(said):
        return None
    before = [STATUSES[status][1] for status in role.statuses if status != "elect"]
    qualities = [load_qualities()[quality].en for quality in role.qualities]
    merged = _merged_domains(kept, [c for c in complements if c], "and")
    return " ".join([*before, *([people] if people else []), *(f for f in front if f), *qualities, noun, *merged])


def _english_noun(role: Role) -> tuple[str, bool]:
    """The printed noun, and whether its domain has capitals."""
    if role.kind == "body":
        noun = load_bodies()[role.id].en
        return noun, noun[0].isupper()
    office = load_offices()[role.id]
    noun = office.en
    if role.id in _CHAIRS and any(part.id in _CHAIRED for _, part in role.parts):
        noun = _CHAIRS[role.id]
    elif role.id in _CHAIRS and any(_is_private(part) for _, part in role.parts):
        noun = noun.lower()
    return (f"{noun}-elect" if "elect" in role.statuses else noun), office.capitals


_STATE_BODIES = frozenset(
    "senate parliament house national-assembly congress supreme-court upper-house lower-house".split()
)


def _is_private(part: Role) -> bool:
    if part.kind == "body":
        return part.id not in _STATE_BODIES
    one = organization(part.id) if part.kind == "organization" else None
    return part.kind == "name" or (one is not None and one.attribution_kind == "organization")


def _goes_before(role: Role, relation: RoleRelation, part: Role) -> bool:
    """ "White House spokesperson", "UN special envoy", "Senate Ukraine Caucus": what English puts before the noun."""
    if relation == "of":
        if part.kind == "place":
            return _seat(part.id)
        if part.kind == "territory":
            return len(part.id) > 2 or part.id in ("UN", "EU")
        return role.id in _CHAIRED and part.kind in ("body", "organization") and not part.parts
    return role.id == "caucus" and relation == "on" and part.kind == "territory"


def _attributive(part: Role) -> str | None:
    if part.kind == "territory":
        one = _territory(part.id)
        return one.name("en") if len(part.id) == 2 and part.id not in ("UN", "EU") else one.attributive()
    name = _english_name(part)
    return without_article(name, "en") if name else None


def _merged_domains(parts: list[tuple[RoleRelation, Role]], complements: list[str], joiner: str) -> list[str]:
    """ "of Economy of Finance" → "of Economy and Finance": what further domains share is said once."""
    merged: list[str] = []
    group: list[str] = []
    last: tuple[RoleRelation, str] | None = None
    for (relation, part), complement in zip(parts, complements, strict=True):
        kind = (relation, part.kind)
        if part.kind == "domain" and kind == last:
            group.append(_shared(complement, joiner))
            merged[-1] = ", ".join(group[:-1]) + f" {joiner} " + group[-1]
            continue
        group, last = [complement], kind
        merged.append(complement)
    return merged


def _shared(complement: str, joiner: str) -> str:
    """A further domain without its English preposition; French repeats it."""
    return complement.partition(" ")[2] if joiner == "and" else complement


def _english_part(role: Role, relation: RoleRelation, part: Role, capitals: bool) -> str | None:
    if part.kind == "domain":
        return _english_domain(role, relation, part, capitals)
    name = _english_name(part)
    if name is None:
        return None
    if relation == "based":
        return f"based in {name}"
    if relation == "of":
        return f"{_english_of(role, part)} {name}"
    return f"{relation} {name}"


def _english_of(role: Role, part: Role) -> str:
    """The preposition between an office and what it belongs to."""
    if role.kind == "body" or part.kind == "territory":
        at = role.kind == "office" and load_offices()[role.id].before_body_en
        return {"at": "from", "from": "from"}.get(str(at), "of" if at != "for" else "for")
    before = load_offices()[role.id].before_body_en
    if before == "to" and part.kind not in ("office", "place"):
        return "at" if part.kind == "organization" else "to"
    if before == "at" and part.kind == "place":
        return "at" if place(part.id) and _seat(part.id) else "from"
    if before == "from" and part.kind in ("organization", "body"):
        return "at"
    return before


def _seat(id_: str) -> bool:
    found = place(id_)
    return found is not None and found.kind == "seat"


def _english_domain(role: Role, relation: RoleRelation, part: Role, capitals: bool) -> str:
    domain = load_domains()[part.id]
    words = domain.en if capitals or domain.fixed else domain.en.lower()
    if relation != "domain":
        return f"{relation} {words}"
    if role.kind == "body":
        before = load_bodies()[role.id].before_domain_en
    else:
        before = load_offices()[role.id].before_domain_en
    return f"{ {'at': 'of', 'from': 'for', 'to': 'for'}.get(before, before) } {words}"


def _english_name(part: Role) -> str | None:
    if part.kind == "name":
        return part.id
    if part.kind == "territory":
        return _territory(part.id).with_article("en")
    if part.kind == "place":
        found = place(part.id)
        return found.with_article("en") if found else None
    if part.kind == "organization":
        one = organization(part.id)
        return one.with_article("en") if one else None
    said = _english(part)
    bare = part.kind == "body" and not load_bodies()[part.id].the
    return said if said is None or bare else f"the {said}"


# French


def _french_of(gender: Gender) -> Callable[[Role], str | None]:
    def say(role: Role) -> str | None:
        return _french(role, gender)

    return say


def _french(role: Role, gender: Gender) -> str | None:
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
        one = _territory(role.people)
        people = one.demonym("fr", "f" if feminine else "m", _is_plural(role))
        if people is None or is_bloc(role.people):
            owner = one.of("fr")
        else:
            middle.append(people)
    middle += [word for word in said if word.startswith(_LAST)]
    complements = [_french_part(role, relation, part, capitals, feminine) for relation, part in role.parts]
    merged = _merged_domains(list(role.parts), [c for c in complements if c], "et")
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
        return _french_territory(role, relation, _territory(part.id), feminine)
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
    said = _french(part, "m")
    if said is None:
        return None
    if part.kind == "body":
        article = load_bodies()[part.id].fr
        bare = without_article(article, "fr")
        if not said.startswith(bare):
            return None
        return article[: len(article) - len(bare)] + said
    return elided("le", said) if said[0].lower() in "aeiouéèêîôh" else f"le {said}"
