"""Roles in English: "Russian Minister of Foreign Affairs", "White House spokesperson"."""

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

_CHAIRED = frozenset(("committee", "subcommittee", "caucus", "board", "supervisory-board"))
_CHAIRS = {"president": "chair", "vice-president": "vice chair"}


def english_role(role: Role) -> str | None:
    people = known_territory(role.people).attributive() if role.people else ""
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
    merged = merged_domains(kept, [c for c in complements if c], "and")
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
        one = known_territory(part.id)
        return one.name("en") if len(part.id) == 2 and part.id not in ("UN", "EU") else one.attributive()
    name = _english_name(part)
    return without_article(name, "en") if name else None


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
        return known_territory(part.id).with_article("en")
    if part.kind == "place":
        found = place(part.id)
        return found.with_article("en") if found else None
    if part.kind == "organization":
        one = organization(part.id)
        return one.with_article("en") if one else None
    said = english_role(part)
    bare = part.kind == "body" and not load_bodies()[part.id].the
    return said if said is None or bare else f"the {said}"
