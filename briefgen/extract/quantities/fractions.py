"""Fractions and shares: "trois quarts", "two thirds of a million", "10 1/2", "½", "one in five", "la moitié"."""

import unicodedata

from briefgen.extract.numerals import Number, NumberWords, Read, number_words, read_numeral, read_ordinal, tidy
from briefgen.extract.quantities.scene import Scene

_SMALL = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 128, 1000))
_SHARE_WORDS = {"fr": ("sur",), "en": ("in", "out", "over")}
_OF = frozenset("of de du des d'".split())
_DEFINITE = {"quart": 4, "tiers": 3}
"""French parts that stand with the article alone: "le quart des stocks"."""
_HALF_BEFORE = frozenset("first second latter other this last next that bottom top".split())
_HALF_AFTER = frozenset("of the its their his her our my your all these those people".split())
_CLOSERS = frozenset((".", ",", ";", "!", "?", ":", ")", ""))


VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
"""Fractions of one character."""


def vulgar(form: str) -> float | None:
    """The value of a one-character fraction such as ½."""
    return unicodedata.numeric(form) if form in VULGAR else None


def read_fraction(scene: Scene, index: int) -> Read | None:
    """(value, index after) of a fraction or mixed number that starts at token `index`, else None."""
    form = scene.form(index)
    if form[0].isdecimal():
        found = _slashed(scene, index)
        if found:
            return found
    if (character := vulgar(form)) is not None:
        return _widened(scene, character, index + 1)
    return _mixed(scene, index) or _simple(scene, index) or _half(scene, index) or _definite(scene, index)


def read_share(scene: Scene, value: Number, place: int) -> Read | None:
    """ "un sur trois", "1 in 5", "two out of five hundred": the share, where `value` is read and `place` follows it."""
    word = scene.form(place)
    if word not in _SHARE_WORDS[scene.language] or not isinstance(value, int) or value < 1:
        return None
    start = place + 2 if word == "out" and scene.form(place + 1) == "of" else place + 1
    if start >= len(scene.forms) or word == "out" == scene.form(start - 1):
        return None
    if word == "over" and value != 1:
        return None
    whole = read_numeral(scene.tokens, start, scene.language)
    if not whole or not isinstance(whole[0], int) or not value < whole[0] <= 1000 or scene.form(start) in ("un", "a"):
        return None
    if value > 1 and whole[0] > 100 and whole[0] % 100:
        return None
    return tidy(value / whole[0]), whole[1]


def _slashed(scene: Scene, index: int) -> Read | None:
    """ "3/4", "10 1/2"; not "24/7" nor a date."""
    place, whole = index, 0
    if scene.form(index + 1).isdecimal() and scene.form(index + 2) in ("/", "⁄"):
        whole, place = int(scene.form(index)) if scene.form(index).isdecimal() else 0, index + 1
    top, mark, bottom = scene.form(place), scene.form(place + 1), scene.form(place + 2)
    if mark not in ("/", "⁄") or not top.isdecimal() or not bottom.isdecimal() or scene.form(place + 3) in ("/", "⁄"):
        return _mixed_vulgar(scene, index)
    if (place > 0 and scene.form(place - 1) == "/") or len(bottom) > 4 or not int(bottom):
        return None
    over, under = int(top), int(bottom)
    if over == under or under not in _SMALL or (whole and over >= under):
        return None
    return tidy(whole + over / under), place + 3


def _mixed_vulgar(scene: Scene, index: int) -> Read | None:
    """ "1½"."""
    part = vulgar(scene.form(index + 1)) if index + 1 < len(scene.forms) else None
    if part is None or not scene.form(index).isdecimal():
        return None
    return tidy(int(scene.form(index)) + part), index + 2


def _mixed(scene: Scene, index: int) -> Read | None:
    """ "twenty and three fifths", "un et demi", "3 million and a half"."""
    words = number_words(scene.language)
    for joining in (False, True):
        whole = read_numeral(scene.tokens, index, scene.language, joining)
        if whole is None or scene.form(whole[1]) != words.joiner or whole[1] + 1 >= len(scene.forms):
            continue
        start = whole[1] + 1
        part = _simple(scene, start) or _bare_half(scene, start)
        if part is None or not part[0] > 0:
            continue
        factor = words.scale.get(scene.form(whole[1] - 1), 1)
        wide = words.scale.get(scene.form(part[1] - 1), 1)
        if wide > 1 and whole[0] < 1000 and part[0] < wide:
            return tidy(whole[0] * wide + part[0]), part[1]
        if factor >= 1_000_000 and part[0] < 1000:
            return tidy(whole[0] + part[0] * factor), part[1]
        if part[0] < max(1, whole[0]):
            return tidy(whole[0] + part[0]), part[1]
    return None


def _bare_half(scene: Scene, index: int) -> Read | None:
    form = scene.form(index)
    if form in ("demi", "demie") or (form == "half"):
        return _widened(scene, 0.5, index + 1)
    return None


def _simple(scene: Scene, index: int) -> Read | None:
    """Numerator and denominator in words: "deux tiers", "a fifth of", "one-third"."""
    words = number_words(scene.language)
    top = read_numeral(scene.tokens, index, scene.language)
    if top is None and scene.form(index) in words.article:
        top = (1, index + 1)
    if top is None or not isinstance(top[0], int) or top[1] >= len(scene.forms):
        return None
    start = top[1] + 1 if scene.form(top[1]) == "-" else top[1]
    bottom = _denominator(scene, start, words, top[0] == 1)
    if bottom is None or not top[0] or top[0] >= 10**7:
        return None
    ten = words.ten.get(scene.form(top[1] - 1), 0)
    if ten and bottom[0] < 10 and top[0] > ten and form_is_nth(scene, start):
        return tidy((top[0] - ten) / (ten + bottom[0])), bottom[1]
    return _widened(scene, top[0] / bottom[0], bottom[1])


def form_is_nth(scene: Scene, index: int) -> bool:
    """Whether an ordinal word stands at `index`, so that "one hundred thirty-fifths" is 100/35."""
    return scene.form(index) in number_words(scene.language).nth


def _denominator(scene: Scene, index: int, words: NumberWords, single: bool) -> Read | None:
    form = scene.form(index)
    if form in words.part:
        return (words.part[form], index + 1) if single or form[:4] != "demi" else None
    if index >= len(scene.forms):
        return None
    found = read_ordinal(scene.tokens, index, scene.language)
    if found is None or found[0] < 3 or form[0].isdecimal():
        return None
    last, following = scene.form(found[1] - 1), scene.form(found[1])
    if last.endswith("s") and (
        scene.language == "en" or following in _OF or not following.isalpha() or following in words.scale
    ):
        return found
    return found if single and (following in _OF or following in _CLOSERS) else None


def _half(scene: Scene, index: int) -> Read | None:
    """ "half a million", "half of", "la moitié", "demi-douzaine"."""
    form, before, after = scene.form(index), scene.form(index - 1), scene.form(index + 1)
    if form == "moitié":
        return (0.5, index + 1) if before in ("la", "moins", "de") else None
    if form not in ("half", "demi") or before in _HALF_BEFORE:
        return None
    widened = _widened(scene, 0.5, index + 1)
    if widened[1] > index + 1:
        return widened
    if form == "demi":
        return widened if before == "un" and after in _CLOSERS else None
    return widened if after in _HALF_AFTER or (before == "by" and after in _CLOSERS) else None


def _definite(scene: Scene, index: int) -> Read | None:
    """ "le quart des stocks", "du tiers de la dette"; not "le quart de finale"."""
    part = _DEFINITE.get(scene.form(index))
    if part is None or scene.language != "fr" or scene.form(index - 1) not in ("le", "du", "au"):
        return None
    link, after = scene.form(index + 1), scene.form(index + 2)
    whole = link in ("des", "du") or (
        link == "de" and after in ("la", "l'", "ses", "son", "sa", "leur", "leurs", "ces", "cette")
    )
    return (tidy(1 / part), index + 1) if whole else None


def _widened(scene: Scene, value: float, place: int) -> Read:
    """A fraction of a multiplier: "half a million", "deux tiers de million", "demi-douzaine", "quarter billion"."""
    words = number_words(scene.language)
    start = place + 1 if scene.form(place) in ("-", "of", "de", "d'") else place
    if scene.form(start) in ("a", "an", "un"):
        start += 1
    factor = words.scale.get(scene.form(start)) or (words.group.get(scene.form(start)) if value == 0.5 else None)
    return (tidy(value * factor), start + 1) if factor else (tidy(value), place)
