"""What an amount is an amount of, by its unit: percent, currency or measure, after the number or before it."""

import re

from briefgen.extract.numerals import Number, number_words, read_numeral, tidy
from briefgen.extract.quantities.lexicons import Sign, currency_codes, money_before, signs
from briefgen.extract.quantities.scene import Amount, Scene
from briefgen.extract.quantities.scores import TIMES
from briefgen.frozen import dataclass

_GLUED = {"k": 1000, "m": 10**6, "b": 10**9, "g": 10**9, "t": 10**12}
_LINKS = {"fr": frozenset(("de", "d'")), "en": frozenset(("of",))}
_PER = {"fr": frozenset(("par", "/")), "en": frozenset(("per", "/", "a", "an"))}
_IDIOMATIC = {
    "fr": TIMES | frozenset("foot inch pound ounce degree knot carat atmosphere bar".split()),
    "en": TIMES | frozenset("foot degree cup yard bit atmosphere bar ton".split()),
}
_BOOKISH = ("auteur", "écri", "publi", "édit", "lect", "lire", "librair", "roman", "biblioth", "page", "lu")
"""Beginnings of words beside which French "livres" are books."""
_ATHLETICS = frozenset("hurdles finals races sprints runners heats relays waves walls swimmers medals titles".split())
_SIZE = frozenset("long wide thick tall high deep diameter across screen display".split())
_MINOR = frozenset("cent cents centime centimes pence penny kopeck kopecks".split())
_CLOSERS = frozenset((".", ",", ";", "!", "?", ")", ""))
_OPENED = {"[": "]", "<": ">", "{": "}"}
_TOUCHING = frozenset(("c", "f", "p", "pc", "k", "h", "s", "b", "a", "n"))
"""Letters that are units only when they touch the digits."""
_LOOSE = frozenset("USD EUR GBP CAD CHF JPY CNY RMB INR".split())
"""Codes that stand in lower case too; others might be words (all, try, mad)."""
_APART = frozenset("c u us hk cad $ rs".split())
"""First pieces of symbols that some agencies set with a space: "c $ 300", "HK $5"."""
_NEVER_BEFORE = frozenset(("c", "p", "kn"))
"""Signs that only stand behind their amount."""
_THERMAL = frozenset(
    "warming temperature temperatures température températures degrees heat heatwave hot cold mercury celsius fahrenheit".split()
)
_CLOCK = re.compile(r"(?:1[0-2]|\d)[.][0-5]\d")
"""12.30pm"""
_VIDEO = frozenset((480, 576, 720, 1080, 1440, 2160))


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit read: its sign, the tokens [first, last) of amount and unit together, and the amount's value in it."""

    sign: Sign
    first: int
    last: int
    value: Number


def measure(scene: Scene, amount: Amount, free: int) -> Measure | None:
    """The unit of `amount`, or None; no token before `free` is taken."""
    if amount.value is None:
        value: Number = 0
    else:
        value = amount.value
    scaled = amount.scaled or scene.form(amount.last) in ("m", "b")
    left = _before(scene, amount.first, free, scaled)
    if left:
        return _after_money(scene, amount, *left, value)
    right = unit_at(scene, amount)
    if right is None:
        return None
    sign, last, factor = right
    if sign.kind == "money":
        value, last = _with_cents(scene, value, last)
    elif sign.id == "foot":
        value, last = _with_inches(scene, value, last)
    return Measure(sign, amount.first, last, tidy(value * factor) if factor != 1 else value)


# ---------------------------------------------------------------- before
def _before(scene: Scene, first: int, free: int, scaled: bool) -> tuple[Sign, int] | None:
    """A currency symbol or code before token `first`; "R" and "N" only before millions ("R10m"), and no COP26."""
    table = money_before()
    for length in (3, 2, 1):
        start = first - length
        if start < free or start < 0:
            continue
        sign = table.get(scene.forms[start:first])
        if sign and sign.exact in ("R", "N") and not (scaled and scene.touches(first)):
            continue
        if sign and sign.exact in _NEVER_BEFORE:
            continue
        if sign and sign.exact == "COP" and not scaled and len(scene.forms[first]) < 3:
            continue
        if sign and _near(scene, start, first) and _cased(scene.surface(start, first), sign):
            return sign, start
    return None


def _near(scene: Scene, start: int, first: int) -> bool:
    """Whether the symbol stands next to the number and belongs to no word before it."""
    if scene.starts[first] - scene.ends[first - 1] > 1:
        return False
    if first - start > 1 and scene.forms[start] not in _APART and not scene.touches(start + 1):
        return False
    return not (scene.touches(start) and scene.forms[start][0].isalpha() and scene.forms[start - 1][-1].isalnum())


def _cased(surface: str, sign: Sign) -> bool:
    """Whether a symbol stands with its own case; codes of three letters and mixed symbols may stand in lower case."""
    found = surface.replace(" ", "")
    if found == sign.exact:
        return True
    loose = sign.exact in _LOOSE or not sign.exact.isalpha()
    return loose and found.lower() == sign.exact.lower() and not sign.exact.endswith("s")


def _after_money(scene: Scene, amount: Amount, sign: Sign, first: int, value: Number) -> Measure:
    """Multipliers and repeated signs behind an amount that has its currency before it: "$4.2b", "$ 10 dollars"."""
    last = amount.last
    form = scene.form(last)
    if form in _GLUED and scene.touches(last) and not amount.scaled and not _runs_on(scene, last + 1):
        value, last = tidy(value * _GLUED[form]), last + 1
    words = number_words(scene.language)
    if scene.form(last) == words.joiner and scene.form(last + 1) in ("fifty", "cinquante") and "$" in sign.exact:
        value, last = tidy(value + 0.5), last + 2
    again = _match(scene, last, amount)
    if (
        again
        and again[0].kind == "money"
        and _same_family(sign, again[0])
        and scene.starts[last] > scene.ends[last - 1]
    ):
        sign, last = (again[0] if sign.assumed and not again[0].assumed else sign), again[1]
    return Measure(sign, first, last, value)


def _same_family(left: Sign, right: Sign) -> bool:
    return left.id == right.id or (left.assumed and right.id.endswith("D"))


def _runs_on(scene: Scene, index: int) -> bool:
    """Whether letters or digits follow without a space."""
    return scene.touches(index) and scene.forms[index][0].isalnum()


# ---------------------------------------------------------------- after
def unit_at(scene: Scene, amount: Amount) -> tuple[Sign, int, Number] | None:
    """(sign, token after it, factor) of the unit behind `amount`, or None."""
    place = amount.last
    count = len(scene.forms)
    if place >= count:
        return None
    form = scene.forms[place]
    if form == "-" and scene.touches(place) and scene.touches(place + 1):
        place += 1
    elif form in _OPENED and place + 2 < count and scene.form(place + 2) == _OPENED[form]:
        found = _match(scene, place + 1, amount)
        return (found[0], found[1] + 1, 1) if found and found[1] == place + 2 else None
    elif form in _LINKS[scene.language] and (amount.scaled or amount.collective or amount.fraction):
        place += 1
    glued = _glued_money(scene, place, amount)
    if glued:
        return glued
    found = _match(scene, place, amount)
    if found is None:
        return None
    sign, last = found
    if sign.kind == "money":
        return _scaled_money(scene, sign, last)
    if sign.id == "pound" and not sign.exact:
        pounds = _pounds(scene, amount, sign, last)
        if pounds is None or pounds[0].kind == "money":
            return pounds
    sign, last = _per(scene, sign, last)
    return sign, last, sign.factor


def _pounds(scene: Scene, amount: Amount, sign: Sign, last: int) -> tuple[Sign, int, Number] | None:
    """Pounds of money where millions or the text's own £ say so; None for French "livres" that are books."""
    if abs(amount.value or amount.low or 0) >= 10**6 or scene.sterling:
        return Sign("money", "GBP", True), last, 1
    if scene.language == "fr" and any(form.startswith(_BOOKISH) for form in _clause(scene, amount.first, last)):
        return None
    return sign, last, 1


def _match(scene: Scene, place: int, amount: Amount) -> tuple[Sign, int] | None:
    """The longest unit phrase or symbol at `place`; a symbol in its own case goes before one in another case."""
    forms = scene.forms
    if place >= len(forms):
        return None
    loose: tuple[Sign, int] | None = None
    for rest, sign in signs(scene.language).get(forms[place], ()):
        last = place + 1 + len(rest)
        if (
            forms[place + 1 : last] != rest
            or (loose and last < loose[1])
            or not _fits(scene, place, last, sign, amount)
        ):
            continue
        if not sign.exact or scene.surface(place, last).replace(" ", "") == sign.exact:
            return sign, last
        loose = loose or (sign, last)
    return loose


def _fits(scene: Scene, place: int, last: int, sign: Sign, amount: Amount) -> bool:
    """Whether the words at [place, last) stand for the unit here: case of symbols, ambiguous letters, next word."""
    form = scene.forms[place]
    if (
        last == place + 1
        and form in _TOUCHING
        and not (amount.figure and (scene.touches(place) or scene.form(last) == "/" or _is_degree(scene, place)))
    ):
        return False
    if form == "s" and isinstance(amount.value, int) and scene.language == "en":
        return False
    if not sign.exact:
        return not (sign.id == "KRW" and (amount.value or 0) < 100)
    if _runs_on(scene, last) and scene.forms[last - 1][-1].isalnum():
        return False
    if last - place > 1 and sign.exact[-1].isdigit() and not scene.touches(last - 1):
        return False
    if scene.form(last) == "-" and scene.touches(last) and scene.form(last + 1)[:1].isdecimal() and sign.kind == "unit":
        return scene.form(last + 2) == scene.forms[place]
    surface = scene.surface(place, last).replace(" ", "")
    if surface == "p" and (amount.value in _VIDEO or scene.language == "fr"):
        return False
    if scene.language == "fr" and (surface == "c" or (surface in ("A", "B") and amount.value == 2)):
        return False
    if surface != sign.exact and not _may_differ(surface, sign, amount):
        return False
    if sign.kind == "money":
        return scene.touches(place) or not (_runs_on(scene, last) and scene.forms[last][0].isdecimal())
    if len(surface) < 2 and not amount.figure:
        return False
    if form in ("in", '"'):
        if not amount.figure:
            return False
        return scene.form(last) in _SIZE or (form == "in" and scene.form(last) in _CLOSERS) or _glued(scene, place)
    if form == "pm":
        return isinstance(amount.value, float) and not _CLOCK.fullmatch(scene.forms[place - 1])
    return not (form == "f" and not -100 <= (amount.value or 0) <= 150)


def _may_differ(surface: str, sign: Sign, amount: Amount) -> bool:
    """Whether a symbol may stand in another case than its own: "12 KM", "5 mwh"; not "one we", "10 go"."""
    alike = surface.lower() == sign.exact.lower()
    if sign.kind == "money" and sign.exact.isalpha() and sign.exact not in _LOOSE:
        return False
    return alike and len(surface) > 1 and surface.lower() not in _WORDS_TOO and (amount.figure or len(surface) > 2)


_WORDS_TOO = frozenset("go we wc wt to mo po us".split())


def _is_degree(scene: Scene, place: int) -> bool:
    """ "warming of 1.5 C": a capital C or F after a space, where the clause speaks of temperatures."""
    if scene.surface(place, place + 1) not in ("C", "F"):
        return False
    return any(form in _THERMAL for form in _clause(scene, place - 1, place + 1))


def _glued(scene: Scene, place: int) -> bool:
    return scene.touches(place) and scene.forms[place].isalpha()


def _glued_money(scene: Scene, place: int, amount: Amount) -> tuple[Sign, int, Number] | None:
    """ "6 M€", "12 k$", "48.5 MGBP"."""
    form = scene.forms[place] if place < len(scene.forms) else ""
    if form[:1] not in ("m", "k", "g") or amount.scaled:
        return None
    factor = _GLUED[form[0]]
    if len(form) == 4 and form[1:] in currency_codes() and (scene.surface(place, place + 1)[1:].isupper()):
        return Sign("money", form[1:].upper()), place + 1, factor
    if len(form) == 1 and scene.touches(place + 1):
        found = _match(scene, place + 1, amount)
        if found and found[0].kind == "money":
            return found[0], found[1], factor
    return None


def _scaled_money(scene: Scene, sign: Sign, last: int) -> tuple[Sign, int, Number]:
    """ "75 USD million"; a code that repeats a symbol ("$ usd", "$ CA") is taken along."""
    words = number_words(scene.language)
    factor = words.scale.get(scene.form(last), 1)
    if factor >= 10**6:
        return sign, last + 1, factor
    more = money_before().get((scene.form(last),))
    if more and sign.exact and sign.assumed and len(scene.form(last)) >= 3 and scene.form(last + 1)[:1] != "$":
        return more, last + 1, 1
    return sign, last, 1


def _per(scene: Scene, sign: Sign, last: int) -> tuple[Sign, int]:
    """ "barrels a day", "grammes par litre", "miles à l'heure": the compound unit."""
    word = scene.form(last)
    start = last + 1
    if word == "-" and scene.touches(last):
        word, start = scene.form(last + 1), last + 3
    if word in ("à", "a") and scene.form(last + 1) == "l'":
        start = last + 2
    elif word not in _PER[scene.language]:
        return sign, last
    if sign.kind != "unit" or "-per-" in sign.id:
        return sign, last
    for rest, below in signs(scene.language).get(scene.form(start), ()):
        end = start + 1 + len(rest)
        if below.kind == "unit" and scene.forms[start + 1 : end] == rest and not _runs_on(scene, end):
            return Sign("unit", f"{sign.id}-per-{below.id}", factor=sign.factor), end
    return sign, last


def is_idiom(sign: Sign, amount: Amount, language: str) -> bool:
    """Whether a spelled-out one or two of the unit may be a figure of speech: "un pied dehors", "une once d'espoir"."""
    if amount.value not in (1, 2) or amount.scaled:
        return False
    if amount.value == 2:
        return sign.id == "foot" and language == "fr"
    return sign.id in _IDIOMATIC[language] or (
        sign.kind == "money" and sign.assumed and sign.id not in ("USD", "USX", "GBX")
    )


def glued_factor(scene: Scene, amount: Amount) -> int:
    """The multiplier of "12.3m tonnes", "8 B people": one letter before a plural word or a unit; else 1."""
    form, after = scene.form(amount.last), scene.form(amount.last + 1)
    if form not in ("m", "b") or not amount.figure or amount.scaled or scene.touches(amount.last + 1):
        return 1
    if form == "m" and not scene.touches(amount.last):
        shouted = scene.surface(amount.last, amount.last + 1) == "M"
        return _GLUED["m"] if shouted and after in ("de", "d'") else 1
    if after in _ATHLETICS:
        return 1
    unit = any(sign.kind == "unit" and not sign.exact for _, sign in signs(scene.language).get(after, ()))
    plural = (after.endswith("s") and len(after) > 4) or after in ("people", "cas", "men", "women", "children")
    return _GLUED[form] if unit or plural else 1


def _clause(scene: Scene, first: int, last: int) -> list[str]:
    """The words near tokens [first, last), not over the end of a sentence."""
    before = " ".join(("", *scene.forms[max(0, first - 15) : first])).rpartition(" . ")[2]
    after = " ".join(("", *scene.forms[last : last + 15], "")).partition(" . ")[0]
    return [*before.split(), *after.split()]


# ---------------------------------------------------------------- two units
def _with_cents(scene: Scene, value: Number, last: int) -> tuple[Number, int]:
    """ "15 dollars and 15 cents", "3 euros 50": the hundredths after the currency."""
    words = number_words(scene.language)
    joined = scene.form(last) == words.joiner
    start = last + 1 if joined else last
    if start >= len(scene.forms) or scene.form(start) in words.article or scene.form(last - 1) in _MINOR:
        return value, last
    cents = read_numeral(scene.tokens, start, scene.language)
    if not cents or not isinstance(cents[0], int) or not 0 < cents[0] < 100 or value >= 10**5:
        return value, last
    if scene.form(cents[1]) in _MINOR:
        return tidy(value + cents[0] / 100), cents[1] + 1
    plain = scene.form(cents[1]) in _CLOSERS and (cents[0] >= 10 or scene.form(last - 1) == "dollar")
    return (tidy(value + cents[0] / 100), cents[1]) if plain else (value, last)


def _with_inches(scene: Scene, value: Number, last: int) -> tuple[Number, int]:
    """ "5 feet and 2 inches", "12 ft 2 in": feet."""
    hyphen = scene.form(last) == "-" and scene.touches(last) and scene.touches(last + 1)
    start = last + 1 if hyphen or scene.form(last) in ("and", "et", ",") else last
    if start >= len(scene.forms):
        return value, last
    if hyphen and scene.forms[start].isdecimal() and int(scene.forms[start]) < 12:
        return tidy(value + int(scene.forms[start]) / 12), start + 1
    inches = read_numeral(scene.tokens, start, scene.language)
    if inches and inches[0] < 12 and scene.form(inches[1]) in ("in", "inch", "inches", "pouces", "pouce"):
        return tidy(value + inches[0] / 12), inches[1] + 1
    return value, last
