"""French role texts read into `Role`: "l'ancien ministre russe des Affaires étrangères", "chercheur à l'Ifri"."""

from collections.abc import Mapping
from dataclasses import replace

from briefgen.lexicon.role_words import RoleWords
from briefgen.lexicon.roles import Role, RoleRelation, Status, load_offices

Read = tuple[Role, int]
"""What was read and the token after it."""

_ARTICLES = frozenset(("le", "la", "l'", "les", "un", "une", "son", "sa", "leur", "notre"))
_STATUS_BEFORE: Mapping[str, Status] = {
    "ancien": "former", "ancienne": "former", "ex": "former", "actuel": "current", "actuelle": "current",
    "nouveau": "new", "nouvelle": "new", "nouvel": "new", "futur": "future", "future": "future",
    "défunt": "late", "défunte": "late",
}  # fmt: skip
_STATUS_AFTER: Mapping[str, Status] = {
    "sortant": "outgoing", "sortante": "outgoing", "élu": "elect", "élue": "elect", "actuel": "current",
    "actuelle": "current",
}  # fmt: skip
_PREPOSITIONS: tuple[tuple[tuple[str, ...], RoleRelation], ...] = (
    (("chargé", "de", "la"), "for"), (("chargée", "de", "la"), "for"), (("chargé", "de", "l'"), "for"),
    (("chargée", "de", "l'"), "for"), (("chargé", "des"), "for"), (("chargée", "des"), "for"),
    (("chargé", "du"), "for"), (("chargée", "du"), "for"), (("chargé", "de"), "for"), (("chargée", "de"), "for"),
    (("chargé", "d'"), "for"), (("chargée", "d'"), "for"),
    (("basé", "à"), "based"), (("basée", "à"), "based"), (("basé", "en"), "based"), (("basée", "en"), "based"),
    (("basé", "aux"), "based"), (("basée", "aux"), "based"), (("basé", "au"), "based"), (("basée", "au"), "based"),
    (("installé", "à"), "based"), (("installée", "à"), "based"), (("installé", "en"), "based"),
    (("auprès", "de", "la"), "to"), (("auprès", "de", "l'"), "to"), (("auprès", "des"), "to"), (("auprès", "du"), "to"),
    (("auprès", "de"), "to"), (("auprès", "d'"), "to"), (("au", "sein", "de", "la"), "at"), (("au", "sein", "de", "l'"), "at"),
    (("au", "sein", "du"), "at"), (("au", "sein", "des"), "at"), (("au", "sein", "de"), "at"), (("au", "sein", "d'"), "at"),
    (("de", "la"), "of"), (("de", "l'"), "of"), (("du",), "of"), (("des",), "of"), (("de",), "of"), (("d'",), "of"),
    (("à", "la"), "at"), (("à", "l'"), "at"), (("au",), "at"), (("aux",), "at"), (("à",), "at"), (("chez",), "at"),
    (("en",), "in"), (("pour", "la"), "for"), (("pour", "le"), "for"), (("pour", "l'"), "for"), (("pour", "les"), "for"),
    (("pour",), "for"), (("sur", "la"), "on"), (("sur", "le"), "on"), (("sur", "l'"), "on"), (("sur", "les"), "on"),
    (("dans", "le"), "in"), (("dans", "la"), "in"), (("dans", "l'"), "in"), (("dans", "les"), "in"),
)  # fmt: skip
_WITHOUT_ARTICLE = frozenset(("de", "d'", "chez", "à", "en"))
_NAMED = frozenset(
    "chief-executive founder co-founder chief-financial-officer chief-operating-officer president-of-the-board mayor "
    "deputy-mayor governor prefect owner shareholder coach player managing-editor journalist correspondent head "
    "director-general spokesperson president analyst trader bishop archbishop imam commercial-director "
    "communications-director deputy-director-general technical-director".split()
)
"""Offices whose body may be a name that no lexicon knows."""
_DIPLOMATS = frozenset(
    "ambassador consul consul-general charge-d-affaires envoy special-envoy permanent-representative representative".split()
)
_ON_SUBJECTS = frozenset(("committee", "subcommittee", "caucus", "think-tank"))
_PARLIAMENT_SEATS = frozenset("senator member-of-parliament mep elected-official".split())


def read_french(words: RoleWords) -> Role | None:
    """The role of all the words; None where any of them is not known."""
    read = _roles(words, 0)
    return read[0] if read and read[1] == len(words) else None


def read_french_body(words: RoleWords) -> Role | None:
    """The body that all the words name ("ministère russe des Affaires étrangères"); None where any of them is not known."""
    position = 1 if words.form(0) in _ARTICLES else 0
    hit = words.found(position, ("body",))
    if hit is None:
        return None
    role, end = _complements(words, *_adjectives(words, Role(hit[1]), hit[0]))
    return role if end == len(words) else None


def _roles(words: RoleWords, position: int) -> Read | None:
    first = _role(words, position)
    if first is None:
        return None
    role, position = first
    also = []
    while position < len(words):
        following = position
        if words.form(following) == ",":
            following += 1
        if words.form(following) == "et":
            following += 1
        further = _role(words, following) if following > position else None
        if further is None:
            break
        also.append(further[0])
        position = further[1]
    return replace(role, also=tuple(also)), position


def _role(words: RoleWords, position: int) -> Read | None:
    """One office with its adjectives and complements."""
    if words.form(position) in _ARTICLES:
        position += 1
    hit = words.found(position, ("office",))
    statuses: list[Status] = []
    while hit is None and (status := _STATUS_BEFORE.get(words.form(position))):
        statuses.append(status)
        position += 2 if words.form(position + 1) == "-" else 1
        hit = words.found(position, ("office",))
    if hit is None:
        return None
    role, position = _adjectives(words, Role(hit[1], tuple(statuses)), hit[0])
    return _complements(words, role, position)


def _adjectives(words: RoleWords, role: Role, position: int) -> Read:
    """Qualities, nationality and statuses that follow the noun."""
    while position < len(words):
        form = words.form(position)
        if form == "par" and words.form(position + 1) == "intérim":
            role, position = replace(role, statuses=(*role.statuses, "acting")), position + 2
            continue
        if form in _STATUS_AFTER:
            role, position = replace(role, statuses=(*role.statuses, _STATUS_AFTER[form])), position + 1
            continue
        hit = words.found(position, ("quality", "people"))
        if hit is None or (hit[1].startswith("people") and role.people):
            break
        position, value = hit
        if value.startswith("people"):
            role = replace(role, people=value[7:])
        else:
            role = replace(role, qualities=(*role.qualities, value[8:]))
    return role, position


def _complements(words: RoleWords, role: Role, position: int) -> Read:
    parts = list(role.parts)
    while position < len(words):
        read = _complement(words, role, position)
        if read is None:
            break
        parts.append((read[0], read[1]))
        position = read[2]
        position = _more_domains(words, role, parts, position)
        if not role.people and (people := words.found(position, ("people",))):
            role, position = replace(role, people=people[1][7:]), people[0]
    return replace(role, parts=tuple(parts)), position


def _more_domains(words: RoleWords, role: Role, parts: list[tuple[RoleRelation, Role]], position: int) -> int:
    """ "de l'Économie, des Finances et du Commerce": the domains after the first."""
    while parts and parts[-1][1].kind == "domain":
        following = position
        while words.form(following) in (",", "et"):
            following += 1
        read = _complement(words, role, following) if following > position else None
        if read is None or read[1].kind != "domain":
            break
        parts.append((parts[-1][0], read[1]))
        position = read[2]
    return position


def _complement(words: RoleWords, role: Role, position: int) -> tuple[RoleRelation, Role, int] | None:
    for forms, relation in _PREPOSITIONS:
        end = position + len(forms)
        if words.tokens.forms[position:end] == forms:
            if relation == "on" and role.kind == "body" and role.id not in _ON_SUBJECTS:
                return None
            read = _named(words, role, end, forms[-1])
            if read is not None:
                return _relation(role, relation, read[0]), *read
    return None


def _named(words: RoleWords, role: Role, position: int, preposition: str) -> Read | None:
    """What stands after a preposition: a domain, a body, a place, an organization, another office or a name."""
    hit = words.found(position, ("domain", "organization", "body", "place", "territory"))
    office = words.found(position, ("office",))
    if office and (hit is None or office[0] > hit[0]):
        return _role(words, position)
    if hit is None:
        status = _STATUS_BEFORE.get(words.form(position))
        return _role(words, position) if status else _name(words, role, position, preposition)
    end, value = hit
    if value.startswith("body:"):
        return _complements(words, *_adjectives(words, Role(value), end))
    if value.startswith("organization:"):
        body = words.found(position, ("body",))
        if body and body[0] == end and (people := words.found(end, ("people",))):
            return _complements(words, Role(body[1], people=people[1][7:]), people[0])
    return Role(value), end


def _name(words: RoleWords, role: Role, position: int, preposition: str) -> Read | None:
    """Capitalized words that no lexicon knows, where the office is one that such a name may follow."""
    if role.id not in _NAMED or preposition not in _WITHOUT_ARTICLE:
        return None
    end = position
    while words.is_capital(end) or (end > position and words.form(end) in ("-", "&", "'")):
        end += 1
    return (Role("name:" + words.words(position, end)), end) if end > position else None


def _relation(role: Role, relation: RoleRelation, complement: Role) -> RoleRelation:
    """The sense of a preposition after this office before this complement."""
    kind = complement.kind
    if kind == "domain" and relation in ("of", "at", "in", "on"):
        return "domain"
    if role.id in _DIPLOMATS and relation in ("at", "in") and kind in ("territory", "organization"):
        return "to"
    if relation == "at" and kind in ("place", "territory"):
        return "in"
    if relation in ("in", "for") and role.id in _PARLIAMENT_SEATS and kind == "place":
        return "of"
    if relation == "for" and kind != "domain" and role.kind == "office":
        return "for" if load_offices()[role.id].before_domain_fr in ("pour", "sur") else "of"
    return relation
