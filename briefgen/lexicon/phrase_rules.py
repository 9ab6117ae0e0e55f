"""How certain nouns take their complements: which preposition, and who is meant by "de" and "of"."""

from functools import cache

from briefgen.lexicon.tables import rows


@cache
def heads(rule: str) -> frozenset[str]:
    """Concept ids under `rule` in `territories_phrase_rules.txt` and `phrase_rules_press.txt`; empty where they have none."""
    return _rules().get(rule, frozenset())


@cache
def _rules() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for file in _FILES:
        for name, ids in rows(file, 2):
            found[name] = found.get(name, frozenset()) | frozenset(ids.split())
    return found


_FILES = ("territories_phrase_rules.txt", "phrase_rules_press.txt")


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
