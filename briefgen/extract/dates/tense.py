"""Whether the clause around a date looks back or ahead."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

from briefgen.extract.dates.calendar import company
from briefgen.frozen import dataclass
from briefgen.resources import resource

Tense = Literal["past", "future"]
_REACH = 24
"""How many tokens to each side are looked at."""
_AUXILIARIES = frozenset("a ont ai avons avez aura auront".split())
_BEING = frozenset("est sont".split())
_TO_COME = frozenset("être sera seront serait seraient".split())
_CLOSING = frozenset((",", "»", '"', "”"))
"""After them stands who says so ("avant le 30 juin, a indiqué …"), whose tense is not the date's."""
_MODALS = frozenset("will shall would could should may might can must 'll".split())
"""Before a form that the past and the infinitive share, or before "be", they look ahead: "will hit", "will be held"."""
_SAYING = frozenset("said told added announced warned estimated explained".split())
_LINKS = frozenset("en le au à ce dès depuis".split())
_PARTICIPLES = ("é", "ée", "és", "ées")
_PARTICIPLE_ENDS = (
    *_PARTICIPLES,
    "i",
    "is",
    "ie",
    "ies",
    "u",
    "us",
    "ue",
    "ues",
    "it",
    "ite",
    "ert",
    "erts",
    "erte",
    "aint",
    "eint",
    "einte",
    "oint",
    "ait",
    "uit",
)


@dataclass(frozen=True, slots=True)
class _Cues:
    words: dict[str, Tense]
    endings: dict[str, Tense]
    agenda: frozenset[str]
    exceptions: frozenset[str]
    lengths: tuple[int, ...]

    def of(self, form: str) -> Tense | None:
        found = self.words.get(form)
        if found or len(form) < 4 or form in self.exceptions:
            return found
        for length in self.lengths:
            if tense := self.endings.get(form[-length:]):
                return tense
        return None


@cache
def _cues(language: str) -> _Cues:
    words: dict[str, Tense] = {}
    endings: dict[str, Tense] = {}
    exceptions: set[str] = set()
    agenda: set[str] = set()
    for line in resource("assets", "lexicons", "calendar_tense.txt").read_text(encoding="utf-8").splitlines():
        head, _, forms = line.partition(" | ")
        if not forms or head.split()[1] != language:
            continue
        if head.startswith("agenda"):
            agenda.update(forms.split(", "))
            continue
        tense: Tense = "past" if head.startswith("past") else "future"
        for form in forms.split(", "):
            if form[0] == "!":
                exceptions.add(form[1:])
            elif form[0] == "-":
                endings[form[1:]] = tense
            else:
                words[form] = tense
    return _Cues(
        words, endings, frozenset(agenda), frozenset(exceptions), tuple(sorted({len(e) for e in endings}, reverse=True))
    )


def tense_around(
    forms: tuple[str, ...],
    first: int,
    last: int,
    bounds: tuple[int, int],
    language: str,
    capital: Callable[[int], bool] = lambda _: False,
    weekday: bool = False,
) -> Tense | None:
    """The tense of the verb cue nearest to tokens [first, last), within the tokens of `bounds`; None without any.

    With a bare `weekday`, present verbs of an agenda look ahead too ("ministers meet Tuesday"). Tokens of which `capital` holds are names and no verbs ("Électra", "Peugeot").
    """
    cues = _cues("fr" if language == "fr" else "en")
    if is_put_off(forms, first, bounds[0]):
        return "future"
    done = _after_participle if language == "fr" else _after_past
    if done(forms, first, bounds[0], cues):
        return "past"
    if language == "fr" and _concluded(forms, first, last, bounds[0], cues):
        return "past"
    if weekday and language != "fr" and _on_agenda(forms, first, bounds[0]):
        return "future"
    low, high = max(bounds[0], first - _REACH), min(bounds[1], last + _REACH)
    for index in _outward(forms, first, last, low, high):
        if index >= last and cues.of(forms[index]) == "past" and _says_who(forms, last, index):
            continue
        tense = _verb_tense(forms, index, bounds[0], language, cues, weekday)
        if tense and not (index > bounds[0] and capital(index)):
            return tense
    return None


def _verb_tense(
    forms: tuple[str, ...], index: int, low: int, language: str, cues: _Cues, weekday: bool
) -> Tense | None:
    """What the word at `index` says of the time, with the helper that stands before or behind it."""
    form, before = forms[index], forms[index - 1]
    if form in _AUXILIARIES and not _has_participle(forms, index):
        return None
    if form in _BEING and language == "fr" and _has_gone(forms, index):
        return "past"
    if (form.endswith("ed") and before in ("be", "to")) or (form == "soit" and before == ","):
        return None
    if form == "set" and forms[index + 1 : index + 2] not in (("to",), ("for",)):
        return None
    tense = cues.of(form)
    if weekday and tense is None and form in cues.agenda and before not in _NOMINAL:
        return "future"
    if tense == "past" and language != "fr" and index > low:
        if (before if before != "be" else forms[index - 2]) in _MODALS:
            return "future"
        return None if before in ("be", "to") else "past"
    return tense


_AGENDA = frozenset("open start begin close end vote meet expire resume gather return leave arrive vote".split())
_NOMINAL = frozenset(
    "a an the 's his her its their this that last final to un une le la les du des de son sa ce cette".split()
)


def _on_agenda(forms: tuple[str, ...], first: int, low: int) -> bool:
    """ "polls open on Sunday", "election day is Sunday", "he is to speak Monday": present words that plan; not "after a vote on …"."""
    place = first - 1
    while place > low and forms[place] in ("on", "in", "at"):
        place -= 1
    if place <= low:
        return False
    if forms[place] in ("is", "are") and place == first - 1:
        return True
    if forms[place] in _AGENDA and forms[place - 1] not in _NOMINAL:
        return True
    return any(forms[p] == "to" and forms[p - 1] in ("is", "are") for p in range(max(low + 1, place - 6), place))


def _says_who(forms: tuple[str, ...], last: int, index: int) -> bool:
    """Whether the verb only tells who says so, behind a comma or a closing mark: ", a indiqué X", ", Smith said"."""
    if forms[index - 1] in _CLOSING:
        return True
    return forms[index] in _SAYING and any(form in _CLOSING for form in forms[last:index])


def _after_participle(forms: tuple[str, ...], first: int, low: int, cues: _Cues) -> bool:
    """Whether a participle leads to the date: "annoncées mercredi", "fermée en juin", not "prévue en juin"."""
    place = first - 1
    while place > low and forms[place] in _LINKS:
        place -= 1
    if place < low or not forms[place].endswith(_PARTICIPLES) or cues.of(forms[place]):
        return False
    return place == low or forms[place - 1] not in _TO_COME


def is_put_off(forms: tuple[str, ...], first: int, low: int) -> bool:
    """Whether the date at token `first` is the day something is put off to: "est reporté |à| septembre", "postponed |to| May"."""
    place = first - 1
    while place > low and forms[place] in _ONTO:
        place -= 1
    back = place - 1 if forms[place] == "back" else place
    return low <= place < first - 1 and forms[back] in _PUT_OFF


_ONTO = frozenset("à au aux jusqu' jusque le la d' ici to until till".split())
_PUT_OFF = frozenset(
    "reporté reportée reportés reportées repoussé repoussée repoussés repoussées décalé décalée différé différée ajourné "
    "ajournée renvoyé renvoyée prolongé prolongée prorogé prorogée postponed delayed pushed deferred extended adjourned".split()
)


def _concluded(forms: tuple[str, ...], first: int, last: int, low: int, cues: _Cues) -> bool:
    """ "L'accord |conclu| avec le port en janvier |prévoit|": a participle's date, before the verb of what it describes."""
    at = last + (forms[last : last + 1] == (",",))
    if at >= len(forms) or cues.words.get(forms[at]) != "future" or forms[at] not in _PROVIDES:
        return False
    for place in range(first - 1, max(low, first - _NEAR), -1):
        form = forms[place]
        if form in _AUXILIARIES or form in _BEING or form in _TO_COME:
            return False
        if form.endswith(_PARTICIPLES) or form in company("gone", "fr") or form in _DONE:
            return True
    return False


_NEAR = 10
_PROVIDES = frozenset(
    "prévoit prévoient vise visent propose proposent promet promettent doit doivent organise envisage".split()
)
_DONE = frozenset("conclu conclue conclus conclues paru parue rendu rendue remis remise soumis soumise publiés".split())


def _after_past(forms: tuple[str, ...], first: int, low: int, cues: _Cues) -> bool:
    """ "adopted on Monday", "opened last May", not "to be adopted on Monday" or "expected on Monday"."""
    place = first - 1
    while place > low and forms[place] in ("on", "in", "last"):
        place -= 1
    if place <= low or not forms[place].endswith("ed") or cues.of(forms[place]) == "future":
        return False
    return forms[place - 1] not in _UNDONE


_UNDONE = frozenset("be to is are being get".split())


def _has_participle(forms: tuple[str, ...], index: int) -> bool:
    """Whether "a" or "ont" helps a participle: "a signé", not "il y a", "ont rendez-vous"."""
    return any(len(form) > 1 and form.endswith(_PARTICIPLE_ENDS) for form in forms[index + 1 : index + 4])


def _has_gone(forms: tuple[str, ...], index: int) -> bool:
    """Whether "est" or "sont" helps a past: "est décédé", "se sont rendus"; "est fixé" is present."""
    if index and forms[index - 1] in ("se", "s'"):
        return _has_participle(forms, index)
    gone = company("gone", "fr")
    return any(form in gone or form.rstrip("es") in gone for form in forms[index + 1 : index + 4])


def _outward(forms: tuple[str, ...], first: int, last: int, low: int, high: int) -> Iterator[int]:
    """Places in [low, high) from the date outward, its own clause before the clauses beyond."""
    near, far = low, high
    for place in range(last, high):
        if forms[place] in _BREAKS:
            far = place
            break
    for place in range(first - 1, low - 1, -1):
        if forms[place] in _BREAKS:
            near = place
            break
    yield from _alternating(first - 1, last, near, far)
    yield from _alternating(near - 1, far, low, high)


_BREAKS = frozenset("but while whereas ; mais tandis alors".split())


def _alternating(before: int, after: int, low: int, high: int) -> Iterator[int]:
    while before >= low or after < high:
        if before >= low:
            yield before
            before -= 1
        if after < high:
            yield after
            after += 1
