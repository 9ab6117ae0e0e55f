"""The noun that a number counts, as printed: "28 000 nouveaux cas", "two new rockets"."""

from functools import cache

from briefgen.extract.numerals import number_words
from briefgen.extract.quantities.lexicons import context_words
from briefgen.extract.quantities.scene import Amount, Scene

_LINKS = {"fr": ("de", "d'"), "en": ("of",)}
_OF_MANY = frozenset("million millions milliard milliards billion billions".split())
_NO_PLURAL = ("ss", "us", "is")


@cache
def _words(role: str, language: str) -> frozenset[str]:
    return context_words(role, language)


def counted_noun(scene: Scene, amount: Amount, place: int) -> tuple[int, int] | None:
    """Tokens [first, last) of the head noun that `amount` counts, looked for from token `place`; None where unsure."""
    small = amount.value is not None and abs(amount.value) <= 1 and (amount.fraction or isinstance(amount.value, int))
    if small and (amount.fraction or amount.value != 0):
        return None
    if amount.fraction and (amount.value or 0) < 2:
        return None
    if scene.form(place) in _LINKS[scene.language]:
        if not (amount.scaled or amount.collective or amount.fraction or place > amount.last):
            return None
        place += 1
    elif scene.language == "fr" and place == amount.last and scene.form(place - 1) in _OF_MANY:
        return None  # "109 millions |réalisés| en 2024": what millions count follows "de"
    return _french(scene, place) if scene.language == "fr" else _english(scene, place)


def _french(scene: Scene, place: int) -> tuple[int, int] | None:
    """Adjectives that may come first, then a word with a plural's ending."""
    for index in range(place, min(place + 3, len(scene.forms))):
        form = scene.forms[index]
        if scene.form(index + 1) == "-" and scene.touches(index + 1) and _is_french_plural(scene, index + 2):
            return index, index + 3
        if form in _words("adjective", "fr") or form in number_words("fr").nth:
            continue
        return (index, index + 1) if _is_french_plural(scene, index) else None
    return None


def _is_french_plural(scene: Scene, index: int) -> bool:
    form = scene.form(index)
    if form in _words("plural", "fr"):
        return True
    return form.isalpha() and len(form) > 3 and form[-1] in "sxz" and form not in _words("stop", "fr")


def _english(scene: Scene, place: int) -> tuple[int, int] | None:
    """The first word with a plural's ending among the next few; a function word or mark ends the search."""
    stop, plural = _words("stop", "en"), _words("plural", "en")
    for index in range(place, min(place + 5, len(scene.forms))):
        form = scene.forms[index]
        if form == "'s" or (form == "-" and scene.touches(index) and scene.touches(index + 1)):
            continue
        if form in plural and scene.form(index + 1) != "'s":
            return index, index + 1
        if form.isdecimal() and index > place and scene.capitalized(index + 1):
            continue
        if form == "us" and scene.surface(index, index + 1) == "US":
            continue
        if not form.isalpha() or form in stop or len(form) < 2:
            return None
        if scene.surface(index, index + 1)[:-1].isupper() and form[-1] == "s" and len(form) > 2:
            return index, index + 1
        if scene.form(index + 1) == "'s":
            continue
        if form[-1] == "s" and len(form) > 3 and not form.endswith(_NO_PLURAL):
            return index, index + 1
    return None
