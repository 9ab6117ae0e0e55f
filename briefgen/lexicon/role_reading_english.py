"""English role texts read into `Role`: "the former Russian foreign minister", "Hong Kong-based military expert"."""

from collections.abc import Mapping
from dataclasses import replace

from briefgen.lexicon.role_words import RoleWords
from briefgen.lexicon.roles import Role, RoleRelation, Status, load_offices, vocabulary

Read = tuple[Role, int]
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_STATUS: Mapping[str, Status] = {
    "former": "former", "ex": "former", "then": "former", "current": "current", "acting": "acting", "interim": "acting",
    "new": "new", "future": "future", "incoming": "future", "outgoing": "outgoing", "late": "late",
}  # fmt: skip
_PREPOSITIONS: tuple[tuple[tuple[str, ...], RoleRelation], ...] = (
    (("in", "charge", "of"), "for"), (("responsible", "for"), "for"), (("based", "in"), "based"), (("based", "at"), "based"),
    (("of",), "of"), (("for",), "for"), (("to",), "to"), (("at",), "at"), (("in",), "in"), (("on",), "on"),
    (("from",), "from"), (("with",), "at"),
)  # fmt: skip
_KINDS = ("office", "people", "domain", "quality", "organization", "body", "place", "territory")
_RANKS = frozenset(("deputy", "vice", "assistant", "associate", "first deputy", "chief"))
_NAMED = frozenset(
    "chief-executive founder co-founder chief-financial-officer chief-operating-officer president-of-the-board mayor "
    "deputy-mayor governor owner shareholder coach player managing-editor journalist correspondent chair vice-chair".split()
)
_OF_PERSONS = frozenset(
    "spokesperson campaign-spokesperson campaign-manager press-secretary adviser communications-director police-chief lawyer".split()
)
"""Offices that a person's or a town's name may stand before ("Clinton spokesman", "Tulsa police chief")."""
_CAPITAL_DOMAIN = frozenset(("ministry", "department", "committee", "subcommittee", "commission", "caucus"))
_DIPLOMATS = frozenset(
    "ambassador consul consul-general charge-d-affaires permanent-representative representative".split()
)


def read_english(words: RoleWords) -> Role | None:
    """The role of all the words; None where any of them is not known."""
    read = _role(words, 0)
    if read is None:
        return None
    role, position = read
    also = []
    while position < len(words):
        following = position
        while words.form(following) in (",", "and"):
            following += 1
        further = _role(words, following) if following > position else None
        if further is None:
            return None
        also.append(further[0])
        position = further[1]
    return replace(role, also=tuple(also))


def _role(words: RoleWords, position: int) -> Read | None:
    read = _group(words, position)
    return read if read and read[0].kind == "office" else None


def _group(words: RoleWords, position: int) -> Read | None:
    """Modifiers, a head (the last of the run), and the complements after it."""
    if words.form(position) in _ARTICLES:
        position += 1
    statuses: list[Status] = []
    rank = ""
    run: list[str] = []
    while position < len(words):
        form = words.form(position)
        hit = words.found(position, _KINDS)
        if hit:
            position, value = _with_of(words, *hit)
            run.append(value)
            if words.form(position) == "'s":
                position += 1
            elif words.form(position) == "-" and words.form(position + 1) == "based":
                run[-1], position = "based:" + hit[1].replace("people:", "territory:"), position + 2
        elif form in _STATUS:
            statuses.append(_STATUS[form])
            position += 2 if words.form(position + 1) == "-" else 1
        elif form in _RANKS and not rank:
            rank, position = form, position + 1
        elif words.is_capital(position) and words.found(position + 1, ("office", "body")) and not run:
            run.append("name:" + words.words(position, position + 1))
            position += 1
        else:
            break
    role = _assembled(run, tuple(statuses), rank)
    return _complements(words, role, position) if role else None


def _with_of(words: RoleWords, position: int, value: str) -> tuple[int, str]:
    """ "Ministry of Defense" before an office ("Ministry of Defense spokesman") is one modifier."""
    if value.startswith("body:") and words.form(position) == "of":
        domain = words.found(position + 1, ("domain",))
        if domain and words.found(domain[0], ("office",)):
            return domain[0], f"{value}>{domain[1]}"
    return position, value


def _assembled(run: list[str], statuses: tuple[Status, ...], rank: str) -> Role | None:
    if not run:
        return None
    head = run[-1]
    if rank:
        ranked = _ranked(rank, head)
        if ranked is None:
            return None
        head = ranked
    role = Role(head, statuses)
    if "+" in head:
        office, _, domain = head.partition("+")
        role = Role(office, statuses, parts=(("domain", Role("domain:" + domain)),))
    pending: list[str] = []
    for value in run[:-1]:
        if value.startswith("quality:"):
            pending.append(value[8:])
            continue
        if value.startswith("body:") and pending:
            role = replace(role, parts=(*role.parts, ("of", Role(value, qualities=tuple(pending)))))
            pending = []
            continue
        added = _modified(role, value)
        if added is None:
            return None
        role = added
    if role.kind == "body" and role.id in _CAPITAL_DOMAIN and pending:
        return None  # "Democratic National Committee" is a name
    return replace(role, qualities=(*role.qualities, *pending))


def _ranked(rank: str, head: str) -> str | None:
    """ "deputy" + minister → deputy minister, where the lexicon has that office."""
    if not head.startswith("office:"):
        return None
    form = f"{rank} {load_offices()[head[7:]].en.lower()}" if head[7:] in load_offices() else ""
    return next((v for v in vocabulary("en").get(form, ()) if v.startswith("office:")), None)


def _modified(role: Role, value: str) -> Role | None:
    kind, _, id_ = value.partition(":")
    if kind == "people" or (kind == "territory" and role.people is None):
        return replace(role, people=id_)
    if kind == "name":
        return replace(role, parts=(*role.parts, ("of", Role(value)))) if role.id in _NAMED | _OF_PERSONS else None
    if kind == "domain":
        return _with_domain(role, value)
    if kind == "based":
        return replace(role, parts=(*role.parts, ("based", Role(id_))))
    body, _, domain = value.partition(">")
    if domain:
        return replace(role, parts=(*role.parts, ("of", Role(body, parts=(("domain", Role(domain)),)))))
    if kind in ("organization", "body", "place", "territory"):
        return replace(role, parts=(*role.parts, ("of", Role(value))))
    return None


def _with_domain(role: Role, value: str) -> Role:
    """A domain before the noun: part of the name of a ministry, else the adjective where there is one."""
    ministerial = role.kind == "office" and load_offices()[role.id].capitals
    if not ministerial and not (role.kind == "body" and role.id in _CAPITAL_DOMAIN):
        quality = {"domain:space": "space", "domain:oil": "oil"}.get(value)
        if quality:
            return replace(role, qualities=(*role.qualities, quality))
    return replace(role, parts=(("domain", Role(value)), *role.parts))


def _complements(words: RoleWords, role: Role, position: int) -> Read:
    parts = list(role.parts)
    while position < len(words):
        read = _complement(words, replace(role, parts=tuple(parts)), position)
        if read is None:
            break
        parts.append((read[0], read[1]))
        position = _more_domains(words, parts, read[2])
    return replace(role, parts=tuple(parts)), position


def _more_domains(words: RoleWords, parts: list[tuple[RoleRelation, Role]], position: int) -> int:
    while parts[-1][1].kind == "domain":
        following = position
        while words.form(following) in (",", "and", "the"):
            following += 1
        hit = words.found(following, ("domain",)) if following > position else None
        if hit is None or words.found(following, ("office",)):
            break
        parts.append((parts[-1][0], Role(hit[1])))
        position = hit[0]
    return position


def _complement(words: RoleWords, role: Role, position: int) -> tuple[RoleRelation, Role, int] | None:
    for forms, relation in _PREPOSITIONS:
        end = position + len(forms)
        if words.tokens.forms[position:end] == forms:
            read = _named(words, role, end)
            return (_relation(role, relation, read[0]), *read) if read else None
    return None


def _named(words: RoleWords, role: Role, position: int) -> Read | None:
    start = position + 1 if words.form(position) == "the" else position
    hit = words.found(start, ("domain", "organization", "place", "territory"))
    group = _group(words, position)
    if group and group[0].kind in ("office", "body") and (hit is None or group[1] > hit[0]):
        return group
    if hit:
        return Role(hit[1]), hit[0]
    if group and group[0].kind in ("office", "body"):
        return group
    return _name(words, role, position)


def _name(words: RoleWords, role: Role, position: int) -> Read | None:
    if role.id not in _NAMED:
        return None
    end = position
    while words.is_capital(end) or (end > position and words.form(end) in ("-", "&", "'")):
        end += 1
    return (Role("name:" + words.words(position, end)), end) if end > position else None


def _relation(role: Role, relation: RoleRelation, complement: Role) -> RoleRelation:
    kind = complement.kind
    office = load_offices().get(role.id) if role.kind == "office" else None
    if kind == "domain":
        return (
            "for"
            if relation == "for" and role.parts
            else "domain"
            if relation in ("of", "for", "on", "in")
            else relation
        )
    if relation == "to" and role.id not in _DIPLOMATS:
        return "of"
    if office and relation in ("for", "from") and relation == office.before_body_en:
        return "for" if office.before_domain_fr in ("pour", "sur") else "of"
    if relation == "at" and kind == "place":
        return "in"
    return relation
