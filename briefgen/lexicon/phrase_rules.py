"""How certain nouns take their complements: which preposition, and who is meant by "de" and "of"."""

from functools import cache

from briefgen.lexicon.tables import rows


@cache
def heads(rule: str) -> frozenset[str]:
    """Concept ids under `rule` in `territories_phrase_rules.txt`; empty where it has none."""
    return _rules().get(rule, frozenset())


@cache
def _rules() -> dict[str, frozenset[str]]:
    return {name: frozenset(ids.split()) for name, ids in rows("territories_phrase_rules.txt", 2)}


GOING = heads("going")
"""Nouns whose "à" is a direction: "aide à l'Ukraine"."""
FROM_BARE = heads("from_bare")
"""Nouns after which "de Russie" without article is where things come from."""
SECOND_CHOICE = heads("second_choice")
"""Concepts taken only where a word has no other reading."""
DOUBTFUL = {"fr": heads("doubtful_fr"), "en": heads("doubtful_en")}
"""Words (folded) of several senses: a phrase with one is not composed."""
NOT_NAMES = heads("not_names")
"""Words (folded) that a capital makes no name of."""
