"""Numbers in digits and in words, French and English, read from tokens at a given place.

`read_numeral` reads cardinals ("2,3 millions", "quatre-vingt-dix-sept", "three hundred and two", "1,200", "40 000"),
`read_ordinal` reads ordinals ("22e", "vingt et unième", "twenty-first", "3rd"). Neither looks at what stands before.
"""

import tomllib
import unicodedata
from functools import cache
from typing import Any

from briefgen.frozen import dataclass
from briefgen.resources import resource
from briefgen.text.tokens import Tokens

Number = int | float
Read = tuple[Number, int]
"""A value and the index of the token after it."""

_SHORT_SCALES = {"k": 1000, "kk": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "md": 10**9, "mds": 10**9,
                 "mrd": 10**9, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "tln": 10**12}  # fmt: skip
_LONGEST = 24
"""Digits of the longest figure read; a longer one is a code or a table."""
_WIDEST = 10**18
"""Multipliers beyond this are not joined."""
_ORDINAL_ENDS = {
    "fr": frozenset("e er re ere ère eme ème èmes emes nd nde ers res ième ieme iemes ièmes".split()),
    "en": frozenset("st nd rd th".split()),
}


@dataclass(frozen=True, slots=True)
class NumberWords:
    """One language's number words: form → value, by part of the grammar."""

    unit: dict[str, int]
    ten: dict[str, int]
    hundred: frozenset[str]
    scale: dict[str, int]
    group: dict[str, int]
    nth: dict[str, int]
    part: dict[str, int]
    article: frozenset[str]
    minus: frozenset[str]
    bare: frozenset[str]
    """Words that make a number without a multiplier before them: cent, mille."""
    joiner: str
    point: str
    starts: frozenset[str]
    """Every word that a cardinal can begin with."""


@cache
def number_words(language: str) -> NumberWords:
    """The number words of ``fr``, else those of English."""
    table = _table()["fr" if language == "fr" else "en"]
    unit, ten, scale, group, nth, part = (_values(table[k]) for k in ("unit", "ten", "scale", "group", "nth", "part"))
    hundred = frozenset(table["hundred"].split())
    article = frozenset(table["article"].split())
    nth |= _values({"100": table["hundredth"]})
    bare = frozenset(table["bare_scale"].split()) | (frozenset({"cent"}) if language == "fr" else frozenset())
    starts = frozenset(unit) | frozenset(ten) | article | bare
    minus = frozenset(table["minus"].split())
    return NumberWords(
        unit, ten, hundred, scale, group, nth, part, article, minus, bare, table["joiner"], table["point"], starts
    )


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resource("assets", "lexicons", "numerals.toml").read_text(encoding="utf-8"))


def _values(rows: dict[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for value, forms in rows.items():
        for form in forms.split():
            found[form] = int(value)
            found.setdefault(_bare(form), int(value))
    return found


def _bare(form: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))


# ---------------------------------------------------------------- digits
def tidy(value: float) -> Number:
    """`value` without binary dust: an int where it is whole, else 12 significant digits."""
    rounded = round(value) if abs(value) < 1e300 else 0
    if rounded and abs(value - rounded) <= 1e-10 * abs(value):
        return rounded
    return float(f"{value:.12g}") if value else 0


def read_digits(form: str, language: str) -> Number | None:
    """The value of one digit token such as ``1,200`` or ``12.5``; None for ``1.2.3`` and the like."""
    commas, points = form.count(","), form.count(".")
    if not commas and not points:
        return int(form) if len(form) <= _LONGEST else None
    if commas and points:
        return _two_separators(form)
    mark = "," if commas else "."
    parts = form.split(mark)
    grouped = len(parts[0]) <= 3 and parts[0] != "0" and all(len(p) == 3 for p in parts[1:])
    if len(parts) > 2 and mark == "," and len(parts[-1]) == 3 and all(len(p) == 2 for p in parts[1:-1]):
        return int("".join(parts))
    if len(parts) > 2:
        return int("".join(parts)) if grouped and len(form) <= _LONGEST else None
    if grouped and mark == ("." if language == "fr" else ","):
        return int("".join(parts))
    return tidy(float(".".join(parts)))


def _two_separators(form: str) -> Number | None:
    """``1.234,5`` and ``1,234.5``: the mark that stands last and once is the decimal one."""
    decimal = "," if form.rfind(",") > form.rfind(".") else "."
    thousands = "." if decimal == "," else ","
    whole, _, rest = form.rpartition(decimal)
    groups = whole.split(thousands)
    if decimal in whole or len(groups[0]) > 3 or any(len(g) not in (2, 3) for g in groups[1:]):
        return None
    return tidy(float("".join(groups) + "." + rest))


def read_figure(tokens: Tokens, index: int, language: str) -> Read | None:
    """Digits with groups parted by spaces or apostrophes ("1 414 021", "40'000,5"); no multiplier words."""
    forms, starts, ends = tokens.forms, tokens.starts, tokens.ends
    first = forms[index]
    count, after = len(forms), index + 1
    if len(first) > 3 or not first.isdecimal() or after >= count or first[0] == "0":
        value = read_digits(first, language) if first[0].isdecimal() else None
        return None if value is None else (value, after)
    digits = first
    while after < count:
        place = after
        if forms[place] == "'" and starts[place] == ends[place - 1]:
            place += 1
        if place >= count or starts[place] != ends[after - 1] + 1:
            break
        group = forms[place]
        if not group[:3].isdecimal() or len(group) < 3 or (len(group) > 3 and not _tail(group)):
            break
        digits += group
        after = place + 1
        if len(digits) > _LONGEST:
            return None
        if len(group) > 3:
            break
    value = read_digits(digits.replace(",", "."), "en") if after > index + 1 else read_digits(first, language)
    return None if value is None else (value, after)


def _tail(group: str) -> bool:
    """Whether a last group carries decimals: ``567,89``."""
    return group[3] in ",." and group.count(",") + group.count(".") == 1


def _short_scale(tokens: Tokens, index: int) -> int:
    """The factor of a multiplier abbreviation at `index`, such as "bn" or a "k" that touches its digits; else 1."""
    if index >= len(tokens.forms):
        return 1
    form = tokens.forms[index]
    factor = _SHORT_SCALES.get(form, 1)
    if form == "b" and index + 1 == len(tokens.forms) and tokens.starts[index] == tokens.ends[index - 1]:
        factor = 10**9
    if factor > 1 and len(form) < 2 and tokens.starts[index] != tokens.ends[index - 1]:
        return factor if index + 1 == len(tokens.forms) or tokens.forms[index + 1] in ".,;)€$" else 1
    return factor


# ---------------------------------------------------------------- cardinals
def read_numeral(tokens: Tokens, index: int, language: str, joining: bool = True) -> Read | None:
    """(value, index after) of the cardinal that starts at token `index`, or None.

    Digits, words and both ("2,3 millions", "4 mille 3 cents et 21", "two hundred point five", "une vingtaine"). "un",
    "une" and "one" are 1; "a" and "an" count only before a multiplier ("a million"). With `joining` false no "and" is
    passed, as in "between one hundred and two hundred".
    """
    words = number_words(language)
    if not tokens.forms[index][0].isdecimal() and tokens.forms[index] not in words.starts:
        return None
    first = _scaled(tokens, index, language, joining)
    if first is None:
        return None
    value, place, factor = first
    while factor >= 1000:
        start = _skip_joiner(tokens, place, words, joining)
        if start >= len(tokens.forms):
            break
        digits = tokens.forms[start][0].isdecimal() and not _may_continue(tokens, index, factor)
        if digits and start > place:
            break
        more = _scaled(tokens, start, language, joining)
        if digits and more and more[2] < 1000:
            break
        if (
            more is None
            or more[0] >= factor
            or not more[0]
            or (tokens.forms[start] in words.article and start == place)
        ):
            break
        value, place, factor = value + more[0], more[1], more[2]
    return _decimals(tokens, value, place, words)


def _may_continue(tokens: Tokens, index: int, factor: int) -> bool:
    """Whether digits may follow a multiplier: "4 mille 300", not "eight million 250"."""
    return factor == 1000 and tokens.forms[index][0].isdecimal()


def _scaled(tokens: Tokens, index: int, language: str, joining: bool) -> tuple[Number, int, int] | None:
    """(value, index after, factor) of a group with the multipliers that follow it: "deux cent mille", "2.3 billion"."""
    words, forms = number_words(language), tokens.forms
    found = _hundreds(tokens, index, language, joining)
    if found is None:
        return None
    value, place = found
    short = _short_scale(tokens, place) if forms[place - 1][0].isdecimal() else 1
    if short > 1:
        return tidy(value * short), place + 1, short
    factor = 1000 if forms[place - 1] in words.scale and place - 1 == index else 1
    while (after := _skip_hyphen(forms, place)) < len(forms) and forms[after] in words.scale and factor < _WIDEST:
        factor *= words.scale[forms[after]]
        value, place = tidy(value * words.scale[forms[after]]), after + 1
    return _collective(forms, value, place, words, factor)


def _collective(
    forms: tuple[str, ...], value: Number, place: int, words: NumberWords, factor: int
) -> tuple[Number, int, int]:
    """The group with a collective after it: "deux douzaines", "une dizaine de milliers"."""
    count = len(forms)
    if factor > 1 or place >= count or forms[place] not in words.group:
        return value, place, factor
    value, place = value * words.group[forms[place]], place + 1
    if place + 1 < count and forms[place] in ("de", "of"):
        wide = words.scale.get(forms[place + 1]) or words.group.get(forms[place + 1])
        if wide and wide >= 1000:
            return value * wide, place + 2, 1
    return value, place, 1


def _hundreds(tokens: Tokens, index: int, language: str, joining: bool) -> Read | None:
    """A number below a thousand in words, or any figure, with its hundreds: "3 hundred and 21", "deux cent six"."""
    words, forms = number_words(language), tokens.forms
    form = forms[index]
    value: Number
    if form in words.bare:
        value, place, hundred = (100 if form in words.hundred else 1000), index + 1, form in words.hundred
    else:
        small = _article(forms, index, words) or _small(tokens, index, language)
        if small is None:
            return None
        value, place = small
        after = _skip_hyphen(forms, place)
        hundred = after < len(forms) and forms[after] in words.hundred and 0 < value < 100
        if hundred and forms[after] == "cents" and form[0].isdecimal():
            hundred = _joins(tokens, after + 1, words)
        if hundred:
            value, place = tidy(value * 100), after + 1
    if not hundred:
        return value, place
    start = _skip_joiner(tokens, place, words, joining)
    rest = _small(tokens, start, language) if start < len(forms) and forms[start] not in ("a", "an") else None
    if rest and 0 < rest[0] < 100 and not (rest[1] < len(forms) and forms[rest[1]] in words.hundred):
        return value + rest[0], rest[1]
    return value, place


def _joins(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether figures go on after "cents", so that it is no coin: "3 cents et 21"."""
    start = _skip_joiner(tokens, index, words, True)
    return start < len(tokens.forms) and start > index and tokens.forms[start].isdecimal()


def _article(forms: tuple[str, ...], index: int, words: NumberWords) -> Read | None:
    """1 for the "a" of "a hundred", "a million", "a dozen"."""
    if forms[index] not in words.article or forms[index] in words.unit or index + 1 >= len(forms):
        return None
    following = forms[index + 1]
    return (
        (1, index + 1) if following in words.hundred or following in words.scale or following in words.group else None
    )


def _small(tokens: Tokens, index: int, language: str) -> Read | None:
    """A figure, or a number word below a hundred: "quatre-vingt-dix-sept", "twenty-one", "soixante et onze"."""
    forms, words = tokens.forms, number_words(language)
    form = forms[index]
    if form[0].isdecimal():
        return read_figure(tokens, index, language)
    base = words.ten.get(form)
    place = index + 1
    if form == "quatre" and (after := _skip_hyphen(forms, place)) < len(forms) and forms[after] in ("vingt", "vingts"):
        base, place = 80, after + 1
    if base is None:
        return _unit(forms, index, words)
    start = _skip_hyphen(forms, place)
    if start < len(forms) and language == "fr" and forms[start] == "et":
        start = _skip_hyphen(forms, start + 1)
        rest = _unit(forms, start, words) if start < len(forms) else None
        return (base + rest[0], rest[1]) if rest and rest[0] in (1, 11) else (base, place)
    rest = _unit(forms, start, words) if start < len(forms) else None
    room = 20 if base in (60, 80) and language == "fr" else 10
    return (base + rest[0], rest[1]) if rest and 0 < rest[0] < room else (base, place)


def _unit(forms: tuple[str, ...], index: int, words: NumberWords) -> Read | None:
    """0 to 19; French "dix-sept" to "dix-neuf" are two words."""
    value = words.unit.get(forms[index])
    if value is None:
        return None
    if value == 10 and (after := _skip_hyphen(forms, index + 1)) < len(forms) and forms[index] == "dix":
        more = words.unit.get(forms[after], 0)
        if 7 <= more <= 9:
            return 10 + more, after + 1
    return value, index + 1


def _skip_hyphen(forms: tuple[str, ...], index: int) -> int:
    return index + 1 if index < len(forms) and forms[index] == "-" else index


def _skip_joiner(tokens: Tokens, index: int, words: NumberWords, joining: bool) -> int:
    """The index after a hyphen or, where `joining`, after "and" or "et"."""
    forms = tokens.forms
    place = _skip_hyphen(forms, index)
    if joining and place < len(forms) and forms[place] == words.joiner:
        return _skip_hyphen(forms, place + 1)
    return place


def _decimals(tokens: Tokens, value: Number, place: int, words: NumberWords) -> Read:
    """`value` with spoken decimals after it: "virgule zéro trois", "point seventy-one"."""
    forms = tokens.forms
    if place + 1 >= len(forms) or forms[place] != words.point:
        return value, place
    digits, after = "", place + 1
    language = "fr" if words.joiner == "et" else "en"
    while (
        after < len(forms)
        and len(digits) < 12
        and (piece := _small(tokens, after, language))
        and isinstance(piece[0], int)
    ):
        digits += str(piece[0])
        after = piece[1]
    return (tidy(float(f"{value}.{digits}")), after) if digits and isinstance(value, int) else (value, place)


# ---------------------------------------------------------------- ordinals
def read_ordinal(tokens: Tokens, index: int, language: str) -> Read | None:
    """(rank, index after) of the ordinal that starts at token `index`: "22e", "1er", "vingt et unième", "3rd"; or None.

    The rank is an int. Words that only may be ordinals ("second", "seconde", "quart") are read as such.
    """
    forms, words = tokens.forms, number_words(language)
    form = forms[index]
    if form[0].isdecimal():
        figure = read_figure(tokens, index, language)
        if figure is None or figure[1] >= len(forms) or tokens.starts[figure[1]] != tokens.ends[figure[1] - 1]:
            return None
        ends = _ORDINAL_ENDS["fr" if language == "fr" else "en"]
        return (figure[0], figure[1] + 1) if forms[figure[1]] in ends and isinstance(figure[0], int) else None
    if form in words.nth:
        return words.nth[form], index + 1
    return _compound_ordinal(tokens, index, language) if form in words.starts else None


def _compound_ordinal(tokens: Tokens, index: int, language: str) -> Read | None:
    """Cardinal words that end in an ordinal one: "deux cent cinquième", "one hundred and twenty-first"."""
    words, forms = number_words(language), tokens.forms
    if forms[index] in words.article and forms[index] not in ("one",):
        return None
    cardinal = read_numeral(tokens, index, language)
    if cardinal is None or not isinstance(cardinal[0], int):
        return None
    start = _skip_joiner(tokens, cardinal[1], words, True)
    last = words.nth.get(forms[start]) if start < len(forms) else None
    if last is None:
        return None
    if last >= 100:
        return (cardinal[0] * last, start + 1) if cardinal[0] < last else None
    if (
        language == "fr"
        and forms[start].rstrip("s")[-3:] not in ("ème", "eme")
        and last < 3
        and forms[start][:7] != "seconde"
    ):
        return None
    fits = (cardinal[0] % 10 == 0 and last < 10 and cardinal[0] % 100 != 10) or (cardinal[0] % 100 == 0 and last < 100)
    vigesimal = language == "fr" and cardinal[0] % 100 in (60, 80) and last < 20
    four_twenties = last == 20 and cardinal[0] == 4
    if four_twenties:
        return 80, start + 1
    return (cardinal[0] + last, start + 1) if fits or vigesimal else None
