"""Phrases said in our voice: "Imports of Russian liquefied natural gas", "Importations de gaz naturel liquéfié russe"."""

from briefgen.compose.gloss_english import english_phrase
from briefgen.compose.gloss_french import french_phrase
from briefgen.compose.gloss_parts import Unsayable
from briefgen.lexicon.names import Gender
from briefgen.lexicon.role_saying import say_role as _say_role
from briefgen.lexicon.roles import Role
from briefgen.model.phrase import Phrase


def say_phrase(phrase: Phrase, lang: str) -> str | None:
    """The phrase in `lang` (fr or en) without article, its first letter a capital; None where a piece has no form."""
    try:
        said = english_phrase(phrase) if lang[:2] == "en" else french_phrase(phrase)
    except Unsayable:
        return None
    return said[0].upper() + said[1:]


def say_role(role: Role, lang: str, gender: Gender | None = None) -> str | None:
    """The role in `lang`, French agreeing with `gender` (masculine where unknown); None where a piece has no form."""
    return _say_role(role, lang[:2], gender)
