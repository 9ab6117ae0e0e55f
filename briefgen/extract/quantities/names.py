"""Numbers that are no amounts: parts of names (RD-180, A320), labels (article 5), scores, years, list marks, links."""

import re

from briefgen.extract.quantities.lexicons import context_words
from briefgen.extract.quantities.scene import Amount, Scene
from briefgen.model.evidence import Pair

_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,128}\.\w+", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)(?:0[1-9](?:[ .]\d\d){4}|\+\d{1,3}(?:[ .-]\d{1,4}){2,5}|9/11)(?![\d/])")
""" "01 42 00 00 00", "+33 1 42 00 00 00"; and the attacks of 9/11."""
_ONE_BEFORE = frozenset(
    "which that this no the any every each another some last next previous current first good right new big other same "
    "only little young old loved many such".split()
)
_ONE_AFTER = frozenset(
    "can must should may might would will could is was has had another does says of' s who that which day else more to "
    "in on at by with for and or but . , ; ! ? : ) '".split()
)
_HYPHENED = frozenset("minus moins mid pre post sub".split())
_OPENINGS = frozenset('«“"(:—–-•')
"""Marks after which a sentence may begin with a capital."""
_DASHES = frozenset("-–‑/+")


def link_spans(text: str) -> list[Pair]:
    """Spans of web and mail addresses and of telephone numbers."""
    phones = [match.span() for match in _PHONE.finditer(text)]
    if "://" not in text and "www." not in text and "@" not in text:
        return phones
    return sorted([*phones, *(match.span() for match in _LINK.finditer(text))])


def is_name(scene: Scene, amount: Amount, measured: bool, bounded: bool = False) -> bool:
    """Whether the digits of `amount` belong to a name, a label or a code.

    `measured`: a unit or noun follows it; `bounded`: a word such as "plus de" stands before it.
    """
    first, last = amount.first, amount.last
    if not amount.figure:
        if bounded and not measured and amount.value == 1 and scene.language == "fr":
            return not amount.fraction and scene.form(first - 1) != "moins"
        if not measured and scene.touches(amount.first) and scene.form(amount.first - 1) == "-":
            return True
        return not (measured or bounded) and (
            _is_pronoun(scene, amount) or _is_compound(scene, amount) or _is_slogan(scene, amount)
        )
    if _inside_code(scene, first, last, measured):
        return True
    before = scene.form(first - 1)
    if before in context_words("designator", scene.language) and _close(scene, first):
        return not amount.scaled and (not measured or before not in ("no", "form", "area", "phase"))
    if before == "of" and scene.form(first - 2) == "group" and scene.capitalized(first - 2):
        return True
    if before in ("#", "n°", "№") or (before in ("°", "º") and scene.form(first - 2) == "n"):
        return True
    if before == "." and scene.form(first - 2) in ("no", "art", "fig", "sec", "p", "pp", "vol", "ch"):
        return True
    if not amount.scaled and _is_address(scene, last):
        return True
    if measured or bounded:
        return False
    return _after_capital(scene, first, amount) or _is_list_mark(scene, first, last) or _is_year(scene, amount)


_STREETS = frozenset("rue avenue boulevard place quai chemin impasse allée route".split())
_ROADS = frozenset("street avenue road lane drive boulevard".split())


def _is_address(scene: Scene, last: int) -> bool:
    """ "12 rue de la Paix", "12 bis avenue", "12 Oak Street"."""
    if scene.language == "fr":
        place = last + (scene.form(last) in ("bis", "ter", ","))
        return scene.form(place) in _STREETS
    return scene.capitalized(last) and any(
        scene.form(p) in _ROADS and scene.capitalized(p) for p in (last + 1, last + 2)
    )


def _close(scene: Scene, first: int) -> bool:
    return first > 0 and scene.starts[first] - scene.ends[first - 1] <= 1


def _inside_code(scene: Scene, first: int, last: int, measured: bool) -> bool:
    """Letters or hyphens glued to the digits: A320, RD-180, Covid-19, 5G, 24703L202."""
    return _glued_before(scene, first, measured) or (not measured and _glued_after(scene, last))


def _glued_before(scene: Scene, first: int, measured: bool) -> bool:
    if not scene.touches(first):
        return False
    before = scene.forms[first - 1]
    if before[-1].isalpha() or before in "_#@":
        return True
    if not scene.touches(first - 1):
        return False
    outer = scene.forms[first - 2]
    if before in ".:":
        return outer[-1].isalnum()
    if before not in _DASHES:
        return False
    if outer[-1].isalpha():
        return outer not in _HYPHENED and not _unit_before_dash(scene, first)
    return not measured and outer[-1].isdecimal()


def _glued_after(scene: Scene, last: int) -> bool:
    if not scene.touches(last):
        return False
    after = scene.forms[last]
    if after[0].isalpha() or after == "_":
        return True
    if not scene.touches(last + 1):
        return False
    beyond = scene.forms[last + 1]
    if after in "-–:/" and beyond[0].isdecimal():
        return True
    return after == "-" and beyond[0].isalpha() and (len(beyond) < 3 or scene.capitalized(last + 1))


def _unit_before_dash(scene: Scene, first: int) -> bool:
    """Whether the letters before the hyphen are themselves a unit of a range ("5m-10m", "5k-20k")."""
    return first > 2 and scene.touches(first - 2) and scene.forms[first - 3][-1].isdecimal()


def _after_capital(scene: Scene, first: int, amount: Amount) -> bool:
    """ "Falcon 9", "Voyager 2", "Boeing 777": a bare number after a name in the middle of a sentence."""
    if first == 0 or not _close(scene, first) or amount.scaled:
        return False
    before = scene.forms[first - 1]
    if scene.forms[first] == "-" and before.isalpha() and scene.capitalized(first - 1):
        return True
    if amount.last - first > 1 or not before.isalpha():
        return False
    if scene.starts[first - 1] in scene.sentence_starts and not _opens_as_name(scene, first):
        return False
    if scene.surface(first - 1, first).islower():
        return False
    return scene.forms[first].isdecimal() and len(scene.forms[first]) < 5


def _opens_as_name(scene: Scene, first: int) -> bool:
    """ "Apollo 11 landed", "France 24": a sentence's first word that never stands before a bare number."""
    word = scene.forms[first - 1]
    return len(word) > 3 and word not in context_words("opening", scene.language) and scene.form(first + 1).isalpha()


def _is_list_mark(scene: Scene, first: int, last: int) -> bool:
    """ "1." or "2)" that opens a paragraph or sentence, "[12]"."""
    after = scene.form(last)
    if scene.form(first - 1) == "[" and after == "]":
        return True
    if scene.form(first - 1) == "(" and after == ")" and scene.capitalized(first - 2):
        return len(scene.forms[first]) < 4
    if last - first > 1 or last + 1 >= len(scene.forms):
        return False
    if after == ")":
        return "(" not in scene.forms[max(0, first - 12) : first] and len(scene.forms[first]) < 3
    opens = scene.starts[first] in scene.sentence_starts or scene.form(first - 1) in (")", ".", ";")
    return opens and after == "." and scene.touches(last)


def _is_year(scene: Scene, amount: Amount) -> bool:
    """Four bare digits that read as a year: no amount unless a unit or a bound says so."""
    form = scene.forms[amount.first]
    return amount.last - amount.first == 1 and len(form) == 4 and form.isdecimal() and 1500 <= int(form) <= 2199


def _is_compound(scene: Scene, amount: Amount) -> bool:
    """ "a six-speed gearbox", "the Big Four": words that describe or name, in the middle of a sentence."""
    last = amount.last
    if scene.form(last) == "-" and scene.touches(last) and scene.touches(last + 1) and scene.forms[last + 1].isalpha():
        return True
    first = amount.first
    if scene.language == "fr" and scene.capitalized(first) and scene.starts[first] not in scene.sentence_starts:
        return scene.form(first - 1) not in _OPENINGS
    return scene.language == "en" and _is_titled(scene, first)


def _is_titled(scene: Scene, first: int) -> bool:
    """A number word with a capital inside a sentence: "Vodafone and Three", "the Six Nations"."""
    inside = scene.capitalized(first) and scene.starts[first] not in scene.sentence_starts
    return inside and scene.form(first - 1) not in _OPENINGS and not scene.surface(first, first + 1).isupper()


def is_titled(scene: Scene, amount: Amount, noun: Pair | None) -> bool:
    """Whether number word and noun both have a capital inside a sentence: "the Six Nations"."""
    return noun is not None and not amount.figure and _is_titled(scene, amount.first) and scene.capitalized(noun[0])


def _is_slogan(scene: Scene, amount: Amount) -> bool:
    """ "net zero", "ground zero", "la politique zéro Covid": the word zero in a name."""
    led = scene.form(amount.first - 1) in ("net", "ground", "patient")
    return amount.value == 0 and (led or scene.capitalized(amount.last))


def _is_pronoun(scene: Scene, amount: Amount) -> bool:
    """ "which one", "no one", "one must": no number; French "un", "une" alone is the article."""
    if amount.value != 1 or amount.fraction:
        return False
    if scene.language == "fr":
        return True
    if scene.form(amount.last) == "of":
        return False
    return scene.form(amount.first - 1) in _ONE_BEFORE or scene.form(amount.last) in _ONE_AFTER
