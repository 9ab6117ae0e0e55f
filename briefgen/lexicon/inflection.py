"""Plurals and feminines of French and English terms, of one word or several.

The rules are those of the school grammars (Grevisse, *Le bon usage*, § 513–520 and 538–552; Quirk et al., *A Comprehensive
Grammar of the English Language*, § 5.73–5.103); what a rule gets wrong is stated in the lexicon beside the term.
"""

import re
from collections.abc import Callable

_FRENCH_PREPOSITIONS = frozenset(
    "de du des d' à au aux en sur sous pour par contre avec sans dans entre vers chez depuis hors et ou".split()
)
_ENGLISH_PREPOSITIONS = frozenset("of in on for to with by against from at between under into and or per a".split())
_REGULAR_AL = frozenset(
    "bal carnaval chacal festival récital régal aval cal fatal final banal naval natal glacial".split()
)
_AIL_TO_AUX = frozenset("bail corail émail soupirail travail vitrail".split())
_X_AFTER_OU = frozenset("bijou caillou chou genou hibou joujou pou".split())
_S_AFTER_U = frozenset("pneu bleu landau sarrau émeu".split())
_FRENCH_FIXED = {"œil": "yeux", "ciel": "cieux", "monsieur": "messieurs", "madame": "mesdames"}
_FEMININE_FIXED = {
    "blanc": "blanche", "franc": "franche", "sec": "sèche", "frais": "fraîche", "long": "longue", "public": "publique",
    "turc": "turque", "grec": "grecque", "beau": "belle", "nouveau": "nouvelle", "vieux": "vieille", "fou": "folle",
    "doux": "douce", "faux": "fausse", "roux": "rousse", "gros": "grosse", "gras": "grasse", "bas": "basse",
    "gentil": "gentille", "pareil": "pareille", "nul": "nulle", "bref": "brève", "favori": "favorite",
    "supérieur": "supérieure", "inférieur": "inférieure", "antérieur": "antérieure", "ultérieur": "ultérieure",
    "extérieur": "extérieure", "intérieur": "intérieure", "postérieur": "postérieure", "majeur": "majeure",
    "mineur": "mineure", "meilleur": "meilleure", "inquiet": "inquiète", "complet": "complète", "secret": "secrète",
    "concret": "concrète", "discret": "discrète", "incomplet": "incomplète", "aigu": "aiguë", "net": "nette", "antichar": "antichar",
}  # fmt: skip
_ENGLISH_FIXED = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "datum": "data", "bacterium": "bacteria", "memorandum": "memoranda", "spectrum": "spectra",
    "half": "halves", "shelf": "shelves", "life": "lives", "knife": "knives", "leaf": "leaves", "loaf": "loaves",
    "thief": "thieves", "wolf": "wolves", "aircraft": "aircraft", "spacecraft": "spacecraft", "series": "series",
    "species": "species", "means": "means", "headquarters": "headquarters", "fish": "fish", "sheep": "sheep",
    "potato": "potatoes", "tomato": "tomatoes", "hero": "heroes", "veto": "vetoes", "embargo": "embargoes",
    "cargo": "cargoes", "nucleus": "nuclei", "stimulus": "stimuli", "personnel": "personnel", "staff": "staff",
    "ovum": "ova", "larva": "larvae", "midwife": "midwives", "wife": "wives", "stomach": "stomachs", "epoch": "epochs",
}  # fmt: skip


def fr_plural(term: str) -> str:
    """The plural of a French term: the words up to its first preposition agree ("stations de recherche")."""
    return _first_words(term, _french_word, _FRENCH_PREPOSITIONS)


def fr_feminine(adjective: str) -> str:
    """The feminine singular of a French adjective, of one word or several ("liquéfié" → "liquéfiée")."""
    return _first_words(adjective, _feminine_word, _FRENCH_PREPOSITIONS)


def en_plural(term: str) -> str:
    """The plural of an English term: its last word, or the one before a preposition ("heads of state")."""
    words = term.split(" ")
    head = next((i for i, word in enumerate(words) if i and word in _ENGLISH_PREPOSITIONS), len(words)) - 1
    words[head] = _hyphenated(words[head]) if "-" in words[head] else _english_word(words[head])
    return " ".join(words)


def _hyphenated(word: str) -> str:
    front, last = word.rsplit("-", 1)
    return f"{front}-{_english_word(last)}" if last.isalpha() else word


def _first_words(term: str, inflect: Callable[[str], str], stops: frozenset[str]) -> str:
    words = term.split(" ")
    for i, word in enumerate(words):
        if word in stops or (i and word.startswith(("d'", "l'", "d’", "l’"))):
            break
        words[i] = inflect(word)
    return " ".join(words)


def _french_word(word: str) -> str:
    if word in _FRENCH_FIXED:
        return _FRENCH_FIXED[word]
    if word[-1:] in "sxz" or word[-1:].isdigit() or (len(word) > 1 and word.isupper()):
        return word
    if word.endswith("al") and word not in _REGULAR_AL:
        return word[:-2] + "aux"
    if word in _AIL_TO_AUX:
        return word[:-3] + "aux"
    if (word.endswith(("au", "eu")) and word not in _S_AFTER_U) or word in _X_AFTER_OU:
        return word + "x"
    return word + "s"


_FEMININE_ENDINGS = (
    ("teur", "trice"), ("eur", "euse"), ("eux", "euse"), ("oux", "ouse"), ("if", "ive"), ("ief", "iève"), ("er", "ère"),
    ("el", "elle"), ("eil", "eille"), ("ien", "ienne"), ("éen", "éenne"), ("yen", "yenne"), ("on", "onne"), ("et", "ette"),
    ("ic", "ique"), ("as", "asse"), ("eau", "elle"),
)  # fmt: skip


def _feminine_word(word: str) -> str:
    if word in _FEMININE_FIXED:
        return _FEMININE_FIXED[word]
    if word.endswith("e"):
        return word
    for ending, feminine in _FEMININE_ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + feminine
    return word + "e"


_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")  # virus, gas, box, launch
_CONSONANT_Y = re.compile(r"[^aeiou]y$")  # facility


def _english_word(word: str) -> str:
    if word in _ENGLISH_FIXED:
        return _ENGLISH_FIXED[word]
    for compound, plural in (("woman", "women"), ("man", "men"), ("craft", "craft")):
        if word.endswith(compound) and word not in ("human", "talisman", "german"):
            return word[: -len(compound)] + plural
    if word.endswith("sis"):
        return word[:-2] + "es"
    if _SIBILANT.search(word):
        return word + "es"
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + "s"
