"""The number at a place, with its sign, decimals, powers and fractions; vague ones ("dozens of") as a range."""

from dataclasses import replace
from functools import cache

from briefgen.extract.numerals import Number, Read, number_words, read_numeral, tidy
from briefgen.extract.quantities.fractions import VULGAR, read_fraction, read_share
from briefgen.extract.quantities.scene import Amount, Scene

_MINUS = frozenset("-−–")
_NOT_MINUS = frozenset("au du le les en de ou plus".split())
_VAGUE = {
    "fr": {"dizaines": 10, "centaines": 100, "milliers": 1000, "millions": 10**6, "milliards": 10**9},
    "en": {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9},
}
_FRACTION_STARTS = {"fr": frozenset(("moitié", "demi", "quart", "tiers")), "en": frozenset(("half",))}


@cache
def starters(language: str) -> frozenset[str]:
    """Every form at which an amount may begin, digits apart."""
    return number_words(language).starts | _FRACTION_STARTS[language] | frozenset(_VAGUE[language]) | VULGAR


def read_amount(scene: Scene, index: int) -> Amount | None:
    """The amount whose first digit or word is token `index`; a sign or decimal mark before it is taken along."""
    form = scene.forms[index]
    figure = form[0].isdecimal()
    if form in _VAGUE[scene.language]:
        return _vague(scene, index)
    fraction = read_fraction(scene, index)
    if fraction and (figure or not _worded_cardinal(scene, index, fraction)):
        return _signed(scene, Amount(index, fraction[1], fraction[0], fraction=True, figure=figure))
    found = _leading_decimal(scene, index) or read_numeral(scene.tokens, index, scene.language)
    if found is None:
        return None
    words = number_words(scene.language)
    share = read_share(scene, *found)
    if share:
        return Amount(index, share[1], share[0], fraction=True, figure=figure)
    value, last = _power(scene, index, *found) if figure else found
    tail = scene.forms[last - 1]
    amount = Amount(
        index,
        last,
        value,
        collective=tail in words.group or scene.form(last - 3) in words.group,
        figure=figure,
        scaled=last - index > 1 and (tail in words.scale or (figure and tail.isalpha())),
    )
    if figure and index and scene.forms[index - 1] in ".," and scene.touches(index) and not scene.touches(index - 1):
        amount = replace(amount, first=index - 1)
    return _signed(scene, amount)


def _worded_cardinal(scene: Scene, index: int, fraction: Read) -> bool:
    """Whether a plain cardinal reaches further than the fraction read at the same place."""
    plain = read_numeral(scene.tokens, index, scene.language)
    return plain is not None and plain[1] > fraction[1]


def _leading_decimal(scene: Scene, index: int) -> Read | None:
    """ ".25" and ",08": digits whose decimal mark has nothing before it."""
    form = scene.forms[index]
    if not form.isdecimal() or not scene.touches(index) or scene.forms[index - 1] not in (".", ","):
        return None
    if index > 1 and scene.touches(index - 1) and scene.forms[index - 2][-1].isalnum():
        return None
    return tidy(float("0." + form)), index + 1


def _signed(scene: Scene, amount: Amount) -> Amount:
    """`amount` with a minus sign or word before it."""
    before = amount.first - 1
    if before < 0 or amount.value is None:
        return amount
    form = scene.forms[before]
    if form in _MINUS and scene.touches(amount.first) and amount.figure:
        if before and scene.touches(before) and scene.forms[before - 1] not in "(<>=[$€£¥":
            if scene.forms[before - 1] in ("minus", "moins"):
                return replace(amount, first=before - 1, value=-amount.value)
            return amount
        return replace(amount, first=before, value=-amount.value)
    if form in number_words(scene.language).minus and not (form == "moins" and scene.form(before - 1) in _NOT_MINUS):
        return replace(amount, first=before, value=-amount.value)
    return amount


def _power(scene: Scene, index: int, value: Number, last: int) -> Read:
    """ "1e10", "12.32e+14", "1.1^23", "3×10^8" after the figure; what is not a power is left."""
    mark, place = scene.form(last), last + 1
    if mark in ("×", "x") and scene.form(place) == "10" and scene.form(place + 1) in ("^", "-", "−"):
        last, mark, base = place + 1, "x", 10.0
        place = last + 1 if scene.form(last) == "^" else last
    elif mark not in ("e", "^") or not scene.touches(last):
        return value, last
    else:
        base = 10.0 if mark == "e" else float(value)
    minus = scene.form(place) in _MINUS
    if minus or scene.form(place) == "+":
        place += 1
    exponent = scene.form(place)
    if not exponent.isdecimal() or len(exponent) > 2 or (mark != "x" and not scene.touches(place)) or base == 0:
        return value, last
    try:
        power = base ** (-int(exponent) if minus else int(exponent))
        return tidy(power if mark == "^" else float(value) * power), place + 1
    except OverflowError:
        return value, last


def _vague(scene: Scene, index: int) -> Amount | None:
    """ "dozens of", "des dizaines de milliers de": between the word's number and ten times as much."""
    table = _VAGUE[scene.language]
    low, last = table[scene.forms[index]], index + 1
    link = "de" if scene.language == "fr" else "of"
    if scene.form(last) == link and low < table.get(scene.form(last + 1), 0):
        low, last = low * table[scene.form(last + 1)], last + 2
    if scene.form(last) not in (link, "d'") or low < 10:
        return None
    first = index - 1 if scene.form(index - 1) in ("des", "plusieurs", "several", "quelques") else index
    return Amount(first, last, None, low, low * 10, figure=False, collective=True)
