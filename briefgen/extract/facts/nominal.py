"""Whether a form that can be a verb stands as a noun or adjective: "les |exports|", "the |will|", "a |record|"."""

from collections.abc import Set

from briefgen.extract.facts.grammar import ADVERBS, DETERMINERS, ENGLISH_AUXILIARIES, OF, PREPOSITIONS, PRONOUNS

PRENOMINAL = frozenset(
    "forte fort nette net légère léger nouvelle nouveau grande grand petite petit première premier dernière dernier vaste "
    "lourde lourd simple récente récent prochaine prochain possible double brusque telle tel seule seul même sharp big "
    "steep slight new recent first last further major strong small large rapid double annual public next main".split()
)
"""Adjectives that stand before a noun."""


def after_determiner(forms: tuple[str, ...], i: int, start: int) -> bool:
    """Whether a determiner stands before the form, or before the adjective before it."""
    if i == start:
        return False
    before = forms[i - 1]
    return before in DETERMINERS or (before in PRENOMINAL and i - 1 > start and forms[i - 2] in DETERMINERS)


def form_is_noun(forms: tuple[str, ...], i: int, start: int) -> bool:
    """Whether an English auxiliary word is a noun here: "the will", "his might", "May 3"."""
    if forms[i] in ("will", "might", "can"):
        return i > start and forms[i - 1] in ("the", "a", "his", "her", "their", "its", "political", "free")
    return forms[i] == "may" and (
        i == start or forms[i - 1] in PREPOSITIONS or forms[i - 1] in OF or forms[i - 1].isdigit()
    )


def nominal(forms: tuple[str, ...], i: int, start: int, end: int, noun: bool) -> bool:
    """Whether a French form that can be a finite verb stands as a noun or adjective."""
    before = forms[i - 1] if i > start else ""
    if before in DETERMINERS and before not in ("l'", "le", "la", "les"):
        return True
    if before in ("le", "la", "les", "l'", "à", "au", "aux", "par", "sans", "sur", "pour", *OF) or before in PRENOMINAL:
        return True
    if not noun:
        return before in PREPOSITIONS
    if i == start or before in PREPOSITIONS or not before[-1].isalnum() or before in ADVERBS or before.isdigit():
        return True
    after = forms[i + 1] if i + 1 < end else ""
    return not (after in DETERMINERS or after in ("de", "d'", "à", "que", "qu'", "dans", "en") or after.isdigit())


def nominal_english(forms: tuple[str, ...], i: int, start: int, end: int, noun: bool, tenses: Set[str | None]) -> bool:
    """Whether an English form that can be a finite verb stands as a noun."""
    before = forms[i - 1] if i > start else ""
    if before in ("to", "'s") or before in DETERMINERS or before in OF or before in PRENOMINAL:
        return True
    if before in PREPOSITIONS or (i == start and "past" not in tenses):
        return True
    after = forms[i + 1] if i + 1 < end else ""
    if after in ENGLISH_AUXILIARIES or after in OF:
        return noun or "past" not in tenses
    if "past" in tenses and not noun:
        return (
            not before
            or (after in ("by", "in", "on", "at") and before == ",")
            or (before.endswith("ly") and i - 1 == start)
        )
    if not noun and "present" in tenses and "infinitive" not in tenses:
        return False
    stands = before.endswith("s") or before in PRONOUNS or "past" in tenses
    stands = stands or (not before[:1].isdigit() and "infinitive" not in tenses)
    if noun and after == "that" and "infinitive" not in tenses:
        return True
    follows = after in DETERMINERS or after in ("to", "by", "from", "that", "its", "in", "at") or after[:1].isdigit()
    return not (stands and (follows or after in ADVERBS))
