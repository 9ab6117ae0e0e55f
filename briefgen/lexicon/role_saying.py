"""Roles said in French and in English."""

from briefgen.lexicon.names import Gender
from briefgen.lexicon.role_saying_english import english_role
from briefgen.lexicon.role_saying_french import french_role
from briefgen.lexicon.roles import Role


def say_role(role: Role, language: str, gender: Gender | None = None) -> str | None:
    """The role in `language` (fr or en), French agreeing with `gender` (masculine where unknown); None where it cannot."""
    roles = (role, *role.also)
    pieces = [english_role(one) if language == "en" else french_role(one, gender or "m") for one in roles]
    words = [piece for piece in pieces if piece]
    if len(words) < len(pieces):
        return None
    joiner = " and " if language == "en" else " et "
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + joiner + words[-1]
