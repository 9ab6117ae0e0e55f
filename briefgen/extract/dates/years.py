"""Whether four digits stand as a year: in a date's place, not in a name, a price, a score or a count."""

import re

from briefgen.extract.dates.calendar import company
from briefgen.extract.dates.reading import Context

_LOOSE = frozenset("de d' du des et à ou and to or le la les l' the".split())
_COUNTERS = frozenset("les la the des ces ses plus que quelque environ some about".split())
"""Words that make a figure before a noun a count."""
_LEAST = frozenset("least most moins quelques fewer".split())
_PREFIXES = frozenset("mi mid post pre pré après".split())
_OLD = frozenset("de d' du of".split())
"""Words that lead to years before 1900; after others the figure may as well be a number."""
_MONEY = re.compile(r"[$€£¥%‰°]")


def stands_as_year(context: Context, first: int, last: int) -> float:
    """How surely tokens [first, last), a bare year, are one: 0 (no) to 1."""
    if last - first > 1:
        return 0.95
    before, after = _neighbors(context, first, last)
    if _glued_to_name(context, last - 1) or _counts(context, before, after, last):
        return 0.0
    if before in company("year-labels", context.language):
        return 0.0
    if before in company("year-leads", context.language):
        return 0.95
    return _led(context, first, before, after) or _loose(context, first, last, before, after)


def _neighbors(context: Context, first: int, last: int) -> tuple[str, str]:
    forms = context.analysis.tokens.forms
    return forms[first - 1] if first else "", forms[last] if last < len(forms) else ""


def _counts(context: Context, before: str, after: str, last: int) -> bool:
    """Whether the figure is an amount: a unit or a currency beside, or a group of thousands after."""
    if after in company("counted", context.language) or _MONEY.match(after) or (before and _MONEY.match(before)):
        return True
    end = context.analysis.tokens.ends[last - 1]
    return after.isdecimal() and len(after) == 3 and context.analysis.plain[end : end + 1] == " "


def _led(context: Context, first: int, before: str, after: str) -> float:
    """The score that marks before the year give it: a copyright sign, "mid-", a bracket; 0 without them."""
    forms = context.analysis.tokens.forms
    if (
        before in ("©", ")")
        or (first > 1 and forms[first - 2] == "©")
        or "copyright" in forms[max(0, first - 3) : first]
    ):
        return 0.8
    if before == "-" and first > 1 and forms[first - 2] in _PREFIXES:
        return 0.9
    if before in ("and", "et", "à", "to") and first > 2 and _is_led_year(forms, first - 2):
        return 0.9
    if before == "à" and first > 1 and forms[first - 2].startswith("remont"):
        return 0.9
    return 0.85 if before == "(" and after in (")", ",", ";", "-", "–") else 0.0


def _is_led_year(forms: tuple[str, ...], place: int) -> bool:
    """Whether a year stands at `place` that "between" or "from" leads to: "entre 1889 et 1892"."""
    led = forms[place - 1] in ("entre", "between", "from", "de")
    return led and len(forms[place]) == 4 and forms[place].isdecimal() and "1000" <= forms[place] <= "2199"


def _loose(context: Context, first: int, last: int, before: str, after: str) -> float:
    """The score of a year that nothing marks as one."""
    form = context.analysis.tokens.forms[last - 1]
    if after.isalpha() and before in _COUNTERS:
        return 0.7 if before == "the" and _is_recent(form) and not form.endswith("00") else 0.0
    if before in _LEAST and after.isalpha():
        return 0.0
    if before not in _LOOSE and _named(context, first):
        return 0.35
    if form.endswith("00") and before not in _LOOSE and _followed_by_noun(context, last):
        return 0.0
    if not "1900" <= form <= "2100":
        return 0.6 if before in _OLD and not after.isalpha() else 0.0
    if before in _LOOSE:
        return 0.5 if _followed_by_noun(context, last) else 0.8
    if before in ("-", "–", "/", ":"):
        return 0.5
    return 0.6 if "1950" <= form <= "2060" else 0.45


def _is_recent(form: str) -> bool:
    """English sets a comma into counts above a thousand: "the 2021 elections" are those of a year."""
    return "1900" <= form <= "2060"


def _named(context: Context, first: int) -> bool:
    """A capitalized word right before, inside a sentence: "Windows 2000", "Agenda 2030" may be names."""
    tokens, text = context.analysis.tokens, context.analysis.plain
    if not first or tokens.ends[first - 1] + 1 != tokens.starts[first]:
        return False
    return text[tokens.starts[first - 1]].isupper() and "month" not in context.words.kinds.get(
        context.codes[first - 1], ()
    )


def _glued_to_name(context: Context, place: int) -> bool:
    """``RD-2000``, ``A2020``, ``2020D``, ``1.2020``, ``32/2015``; but ``post-2015`` may be a year."""
    text = context.analysis.plain
    start, end = context.analysis.tokens.starts[place], context.analysis.tokens.ends[place]
    before, after = text[start - 1 : start], text[end : end + 1]
    if after.isalnum() or before.isalnum() or (before and before in "$€£¥#.+:"):
        return True
    if before == "-" and start > 1 and text[start - 2].isalnum():
        return not text[max(0, start - 12) : start - 1].rpartition(" ")[2].islower()
    if before == "/" and text[start - 2 : start - 1].isdecimal():
        return True
    return bool(after) and after in "./,-" and text[end + 1 : end + 2].isdecimal()


def _followed_by_noun(context: Context, last: int) -> bool:
    """A lower-case word right after: "de 2000 soldats" more often counts than dates."""
    tokens, text = context.analysis.tokens, context.analysis.plain
    if last >= len(tokens.forms):
        return False
    word = tokens.forms[last]
    gap = text[tokens.ends[last - 1] : tokens.starts[last]]
    return (
        gap == " " and word.isalpha() and len(word) > 3 and word.endswith("s") and text[tokens.starts[last]].islower()
    )
