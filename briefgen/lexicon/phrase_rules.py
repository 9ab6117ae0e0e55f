"""How certain nouns take their complements: which preposition, and who is meant by "de" and "of"."""

from functools import cache

from briefgen.lexicon.tables import rows


@cache
def heads(rule: str) -> frozenset[str]:
    """Concept ids under `rule` in `phrase_rules.txt`; empty where it has none."""
    found: dict[str, frozenset[str]] = {}
    for name, ids in rows("territories_phrase_rules.txt", 2):
        found[name] = found.get(name, frozenset()) | frozenset(ids.split())
    return found.get(rule, frozenset())


GOING = heads("going")
"""Nouns whose "à" is a direction: "aide à l'Ukraine"."""
FROM_BARE = heads("from_bare")
"""Nouns after which "de Russie" without article is where things come from."""
