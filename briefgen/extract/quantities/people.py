"""Numbers read with the noun phrase around them: ages, shares of people, percent named before its number."""

from briefgen.extract.numerals import read_numeral, tidy
from briefgen.extract.quantities.scene import Amount, Scene

_PERCENT_WORDS = frozenset("percent percents per pourcentage pourcent pour".split())
_AGE_LINKS = frozenset("de d' les des aux".split())
_AGED = frozenset(
    "âgé âgée âgés âgées âge homme femme garçon fille fillette enfant adolescent adolescente jeune bébé homme hommes femmes "
    "enfants personnes retraité retraitée étudiant étudiante mère père suspect victime patient patiente".split()
)
_CLOSERS = frozenset((".", ",", ";", "?", "!", ":", ")", ""))
_ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000, 10000, 100000))


def stated_age(scene: Scene, amount: Amount) -> tuple[int, bool] | None:
    """(first token, assumed) of an age in years: "aged 45", "age 87", and with less certainty "Ann Lee, 44, said"."""
    first, last, value = amount.first, amount.last, amount.value
    if scene.language == "fr" or not isinstance(value, int) or not 0 < value < 130:
        return None
    if scene.form(first - 1) in ("age", "aged"):
        return first - 1, False
    if scene.form(first - 1) == "of" and scene.form(first - 2) == "age":
        return first, False
    apposed = scene.form(first - 1) == "," == scene.form(last) and amount.figure and value >= 10 and last - first == 1
    named = scene.capitalized(first - 2) and scene.form(first - 2).isalpha()
    return (first, True) if apposed and named and scene.form(last + 1).isalpha() else None


def is_age(scene: Scene, first: int) -> bool:
    """Whether the years that start at token `first` (bound included) are someone's: "âgé de 45 ans", "un homme de 45 ans"."""
    if scene.form(first) in _AGE_LINKS and scene.form(first - 1) in _AGED:
        return True
    if scene.form(first - 1) not in _AGE_LINKS:
        return False
    return scene.form(first - 2) in _AGED or scene.form(first - 1) in ("les", "des", "aux")


def percent_of(scene: Scene, amount: Amount) -> int | None:
    """The first token of "percent of 10", "pourcentage de vingt", where nothing follows the number."""
    first = amount.first
    if scene.form(first - 1) not in ("of", "de") or scene.form(amount.last) not in _CLOSERS or first < 2:
        return None
    two_words = scene.forms[max(0, first - 3) : first - 1] in (("per", "cent"), ("pour", "cent"))
    start = first - 3 if two_words else first - 2
    if scene.form(start) not in _PERCENT_WORDS or scene.form(start - 1)[-1:].isdecimal():
        return None
    return start


def counted_share(scene: Scene, amount: Amount, noun_end: int) -> tuple[float | int, int] | None:
    """(share, token after it) of "neuf Français sur dix", "one child in four"; `noun_end` follows the noun."""
    word = scene.form(noun_end)
    start = noun_end + 2 if word == "out" and scene.form(noun_end + 1) == "of" else noun_end + 1
    if word not in (("sur",) if scene.language == "fr" else ("in", "out")) or start >= len(scene.forms):
        return None
    whole = read_numeral(scene.tokens, start, scene.language)
    value = amount.value
    if whole is None or not isinstance(value, int) or whole[0] not in _ROUND or not 0 < value < whole[0]:
        return None
    following = scene.form(whole[1])
    if following[:1].isdecimal() or following in ("%", "of"):
        return None
    if following not in _CLOSERS and following[-1:] == "s" and not _is_verb(scene, amount, noun_end, whole[1]):
        return None
    return tidy(value / whole[0]), whole[1]


def _is_verb(scene: Scene, amount: Amount, noun_end: int, place: int) -> bool:
    """ "one child in four lives in poverty": a singular noun, then what goes on as after a verb; not "in four states"."""
    single = amount.value == 1 and not amount.figure and scene.form(noun_end - 1)[-1:] != "s"
    return scene.language == "en" and single and scene.form(place + 1) in _AFTER_VERB


_AFTER_VERB = frozenset(
    "in on at below under above with without a an the no to for from as near alone less more only his her its their this".split()
)
