"""Whether four digits stand as a year: in a date's place, not in a name, a price, a score or a count."""

import re

from briefgen.extract.dates.reading import Context

_LEADS = {
    "fr": frozenset("en depuis dès d'ici l'an an année avant après vers jusqu'en jusqu'à fin début mi courant été hiver automne "
                    "printemps entre exercice saison millésime circa pour ici horizon".split()),
    "en": frozenset("in since until till by before after circa during from year early late mid between through of around "
                    "fiscal calendar year's summer winter autumn fall spring for than".split()),
}  # fmt: skip
_LOOSE = frozenset("de d' du des et à ou and to or le la les l' the".split())
_PREFIXES = frozenset("mi mid post pre pré après".split())
_MONEY = re.compile(r"[$€£¥%‰°]")
_COUNTED = frozenset("euros euro dollars dollar millions million milliards milliard billion km mètres metres tonnes tons kg "
                     "habitants inhabitants personnes people morts soldats troops pages points yuans roubles francs h m mm cm "
                     "barils barrels victimes cas cases fois times voix votes places emplois jobs degrés".split())  # fmt: skip


def stands_as_year(context: Context, first: int, last: int) -> float:
    """How surely tokens [first, last), a bare year, are one: 0 (no) to 1."""
    analysis, forms = context.analysis, context.analysis.tokens.forms
    start, end = analysis.tokens.starts[last - 1], analysis.tokens.ends[last - 1]
    text = analysis.plain
    before_mark, after_mark = text[start - 1 : start], text[end : end + 1]
    if last - first > 1:
        return 0.95
    if _glued_to_name(text, start, end, before_mark, after_mark):
        return 0.0
    after = forms[last] if last < len(forms) else ""
    before = forms[first - 1] if first else ""
    if after in _COUNTED or _MONEY.match(after) or (before and _MONEY.match(before)):
        return 0.0
    if after.isdecimal() and text[end : end + 1] == " " and len(after) == 3:
        return 0.0
    lead = "fr" if context.language == "fr" else "en"
    if before in _LEADS[lead]:
        return 0.95
    if (
        before in ("©", ")")
        or (first > 1 and forms[first - 2] == "©")
        or "copyright" in forms[max(0, first - 3) : first]
    ):
        return 0.8
    if before == "-" and first > 1 and forms[first - 2] in _PREFIXES:
        return 0.9
    if before == "(" and after in (")", ",", ";", "-", "–"):
        return 0.85
    if after.isalpha() and before in (
        "les",
        "la",
        "the",
        "des",
        "ces",
        "ses",
        "plus",
        "que",
        "quelque",
        "environ",
        "some",
        "about",
    ):
        return 0.0
    if _named(context, first):
        return 0.35
    if forms[last - 1].endswith("00") and before not in _LOOSE and _followed_by_noun(context, last):
        return 0.0
    if not 1900 <= int(forms[last - 1]) <= 2100:
        return 0.6 if before in _LOOSE and not after.isalpha() else 0.0
    if before in _LOOSE:
        return 0.8 if not _followed_by_noun(context, last) else 0.5
    if before in ("-", "–", "/", ":"):
        return 0.5
    return 0.6 if 1950 <= int(forms[last - 1]) <= 2060 else 0.45


def _named(context: Context, first: int) -> bool:
    """A capitalized word right before, inside a sentence: "Windows 2000", "Agenda 2030" may be names."""
    tokens, text = context.analysis.tokens, context.analysis.plain
    if not first or tokens.ends[first - 1] + 1 != tokens.starts[first]:
        return False
    return text[tokens.starts[first - 1]].isupper() and "month" not in context.words.kinds.get(
        context.codes[first - 1], ()
    )


def _glued_to_name(text: str, start: int, end: int, before: str, after: str) -> bool:
    """``RD-2000``, ``A2020``, ``2020D``, ``1.2020``; but ``post-2015`` and ``2020-21`` are years."""
    if after.isalnum() or before.isalnum() or (before in "$€£¥#.+:" and before):
        return True
    if before == "-" and start > 1 and text[start - 2].isalnum():
        word = text[max(0, start - 12) : start - 1].rpartition(" ")[2]
        return not word.islower()
    if before == "/" and text[start - 2 : start - 1].isdecimal():
        return True
    if after in "/-" and after and text[end + 1 : end + 2].isdecimal():
        return True
    return (after == "." and text[end + 1 : end + 2].isdecimal()) or (
        after == "," and text[end + 1 : end + 2].isdecimal()
    )


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
