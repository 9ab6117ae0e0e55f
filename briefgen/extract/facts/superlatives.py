"""Places in an order and records: "le quatrième total derrière le Brésil", "the third-largest", "un record"."""

from briefgen.extract.facts.reading import Reading
from briefgen.model.evidence import Rank

_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "premier première first", "deuxième second seconde", "troisième third", "quatrième fourth", "cinquième fifth",
            "sixième sixth", "septième seventh", "huitième eighth", "neuvième ninth", "dixième tenth",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_RECORDS = frozenset("record records inédit inédite all-time".split())
_HIGHEST = frozenset("élevé élevée élevés haut forte fort grand grande important importante gros grosse highest largest biggest "
                     "most greatest strongest longest".split())  # fmt: skip
_LOWEST = frozenset("bas basse faible faibles petit petite lowest smallest weakest fewest least worst".split())
_BEHIND = frozenset("derrière behind after après".split())
_TERRITORIES = frozenset(("territory", "metonym", "organization", "person", "region"))


def rank_in(reading: Reading, first: int, last: int) -> Rank | None:
    """The rank that tokens [first, last) state; None when they state none."""
    forms = reading.forms
    for token in range(first, last):
        form = forms[token]
        if form in _RECORDS:
            return Rank(
                1, _direction(forms[max(first, token - 4) : token + 4]), (), reading.start(token), reading.end(token)
            )
        if form in ("plus", "highest", "lowest", "largest", "biggest", "smallest", "worst") and _superlative(
            reading, token, first, last
        ):
            value, start = _value(reading, token, first)
            end = token + 1 if form != "plus" else min(token + 2, last)
            after, stop = _after(reading, end, last)
            return Rank(value, _direction(forms[start : end + 1]), after, reading.start(start), reading.end(stop - 1))
    return None


def _superlative(reading: Reading, token: int, first: int, last: int) -> bool:
    forms = reading.forms
    if forms[token] != "plus":
        return token > first and (
            forms[token - 1] in ("the", "its", "their", "-", "second", "third") or forms[token - 1] in _ORDINALS
        )
    following = forms[token + 1] if token + 1 < last else ""
    before = forms[token - 1] if token > first else ""
    return (following in _HIGHEST or following in _LOWEST) and before in ("le", "la", "les", "son", "sa")


def _value(reading: Reading, token: int, first: int) -> tuple[int, int]:
    """(place in the order, token where the phrase starts): an ordinal shortly before, else the first place."""
    for back in range(token - 1, max(first - 1, token - 6), -1):
        if reading.forms[back] in _ORDINALS:
            return _ORDINALS[reading.forms[back]], back
        if not reading.forms[back][0].isalpha() and reading.forms[back] != "-":
            break
    return 1, token


def _direction(words: tuple[str, ...]) -> str:
    return "lowest" if any(w in _LOWEST for w in words) else "highest"


def _after(reading: Reading, end: int, last: int) -> tuple[tuple[str, ...], int]:
    """(names that come before it in the order, token after them): "derrière le Brésil, l'Inde et les États-Unis"."""
    at = next((t for t in range(end, min(end + 5, last)) if reading.forms[t] in _BEHIND), None)
    if at is None:
        return (), end
    named = [m for m in reading.mentions_in(at + 1, last) if m.kind in _TERRITORIES]
    if not named:
        return (), end
    text = reading.document.analysis.text
    return tuple(text[m.start : m.end] for m in named), reading.document.analysis.tokens.first_at(named[-1].end)
