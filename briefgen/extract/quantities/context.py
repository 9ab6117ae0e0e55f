"""Currencies that only the surroundings tell: which dollar, which pound, which franc."""

from dataclasses import replace
from functools import cache

from briefgen.extract.quantities.lexicons import signs
from briefgen.model.evidence import Fact
from briefgen.text.analysis import Analysis

_GENERIC = {"USD": "dollar", "CHF": "franc", "MXN": "peso", "INR": "r", "IRR": "rial", "IQD": "dinar", "DZD": "dinar"}


@cache
def _explicit(language: str, word: str) -> tuple[tuple[str, str], ...]:
    """(phrase, code) of every currency whose name says which `word` it is: ("canadian dollar", "CAD")."""
    found = {}
    for first, entries in signs(language).items():
        for rest, sign in entries:
            forms = (first, *rest)
            if sign.kind == "money" and not sign.assumed and len(forms) > 1 and any(f.startswith(word) for f in forms):
                found[" ".join(forms).replace(" - ", "-").replace("' ", "'")] = sign.id
    return tuple(found.items())


def settle_currencies(analysis: Analysis, facts: list[Fact]) -> list[Fact]:
    """`facts` with assumed currencies replaced by the one that their sentence, else the whole text, names."""
    settled: dict[tuple[str, int, int], str] = {}
    return [_settled(analysis, fact, settled) if fact.unit_assumed else fact for fact in facts]


def _settled(analysis: Analysis, fact: Fact, known: dict[tuple[str, int, int], str]) -> Fact:
    word = _GENERIC.get(fact.unit or "")
    if word is None:
        return fact
    for start, end in (fact.sentence, (0, len(analysis.text))):
        key = (word, start, end)
        if key not in known:
            known[key] = _named(analysis.folded[start:end], analysis.language, word)
        if known[key]:
            return replace(fact, unit=known[key], why=f"{fact.why}; {known[key]} is named near it")
    return fact


def _named(text: str, language: str, word: str) -> str:
    """The one code that `text` names for `word`; empty for none or several."""
    if word not in text:
        return ""
    codes = {code for phrase, code in _explicit("fr" if language == "fr" else "en", word) if phrase in text}
    return codes.pop() if len(codes) == 1 else ""
