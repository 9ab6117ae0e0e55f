"""What both languages need to say a role: its territory, and domains that follow one another."""

from briefgen.lexicon.roles import Role, RoleRelation
from briefgen.lexicon.territories import Territory, territory


def known_territory(code: str) -> Territory:
    """The territory of a code that a role holds; raises KeyError where there is none."""
    found = territory(code)
    if found is None:
        raise KeyError(code)
    return found


def merged_domains(parts: list[tuple[RoleRelation, Role]], complements: list[str], joiner: str) -> list[str]:
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
