"""The role of a person in both languages: "ministre russe des Affaires étrangères" → "Russian Minister of Foreign Affairs"."""

import re
from dataclasses import replace
from functools import lru_cache

from briefgen.lexicon.names import Gender, gender_of
from briefgen.lexicon.role_reading import read_french, read_french_body
from briefgen.lexicon.role_reading_english import read_english
from briefgen.lexicon.role_saying import say_role
from briefgen.lexicon.role_words import role_words
from briefgen.lexicon.roles import Role, load_bodies

_READERS = {"fr": read_french, "en": read_english}
_LONGEST = 300
"""Characters; no role is longer, so nothing longer is tried."""


@lru_cache(maxsize=4096)
def read_role(text: str, language: str) -> Role | None:
    """The role that `text` states in `language` (fr or en), without a language; None where any word is unknown."""
    reader = _READERS.get(language[:2])
    if reader is None or not text or len(text) > _LONGEST:
        return None
    return reader(role_words(text, language[:2]))


def role_labels(text: str, language: str, name: str | None = None) -> dict[str, str]:
    """Language → the role in it: the source's own words, and the other language where every word is known.

    French agrees with the gender that the lexicons know for `name`; where they know none it stands in the masculine.
    """
    own = role_words(text, language[:2])
    start = 1 if own.form(0) in ("le", "la", "l'", "les", "the", "a", "an", "un", "une") else 0
    labels = {language[:2]: own.words(start, len(own))} if len(own) > start else {}
    said = _said(text, language, gender_of(name) if name else None)
    if said:
        labels["en" if language[:2] == "fr" else "fr"] = said
    return labels


_BARE = re.compile(r"\b(?:commission|comité|conseil)$", re.IGNORECASE)
"""Bodies that only their complement tells apart: "la Commission" is the European one or a committee."""


def _said(text: str, language: str, gender: Gender | None) -> str | None:
    if language[:2] == "fr" and _BARE.search(text.strip()):
        return None
    role = read_role(text, language)
    return say_role(role, "en" if language[:2] == "fr" else "fr", gender) if role else None


@lru_cache(maxsize=1024)
def body_in_english(text: str) -> str | None:
    """A body that French words name, in English with its article: "the Russian Ministry of Foreign Affairs", "Congress"."""
    role = read_french_body(role_words(text, "fr")) if 0 < len(text) <= _LONGEST else None
    said = say_role(role, "en") if role is not None else None
    if role is None or said is None:
        return None
    bare = not role.people and not role.parts and not load_bodies()[role.id].the
    return said if bare else f"the {said}"


def short_role(text: str, language: str, name: str | None = None) -> dict[str, str]:
    """Language → the office alone ("ministre", "Minister") for a later mention; empty where the role is not known."""
    role = read_role(text, language)
    if role is None:
        return {}
    office = replace(role, qualities=(), people=None, parts=(), also=())
    gender = gender_of(name) if name else None
    said = {lang: say_role(office, lang, gender) for lang in ("fr", "en")}
    return {lang: words for lang, words in said.items() if words}
