"""What a clause says of its statement: how sure, affirmed or not, when, where. Nothing is taken from another statement."""

import re

from briefgen.extract.dates.tense import is_put_off
from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.grammar import ADVERBS, ARTICLES, AUXILIARIES, DETERMINERS, DUE
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.roles import is_compared
from briefgen.extract.facts.senses import DIRECTIONS, bases, cues
from briefgen.frozen import dataclass
from briefgen.lexicon.places import place as lexicon_place
from briefgen.model.evidence import DateBound, Fact, Modality, Place, Words

_GOVERNING = frozenset(
    "va vont allait allaient compte comptent entend entendent doit doivent devra devront peut peuvent pourra pourront devait devaient "
    "prévoit prévoient will shall can may might could would should devrait devraient pourrait pourraient envisage "
    "envisagent aurait auraient serait seraient veut veulent espère espèrent souhaite souhaitent".split()
)
"""Cues only where they govern a verb: "compte lancer", not "compte 75 000 membres"."""
_IN = frozenset("à au aux en dans in at near près sur".split())
_CALENDAR = frozenset(("date", "time"))
_INHERITING = frozenset(("coordinate", "participle", "purpose", "equation", "aside", "reduced"))


@dataclass(frozen=True, slots=True)
class When:
    """The date of a statement: EDTF, TIMEX3 value, boundary, and the date's own fact."""

    date: str | None
    timex: str | None
    bound: DateBound | None
    fact: Fact


def modality(reading: Reading, index: int) -> tuple[Modality, Words | None]:
    """How sure the clause is, with the cue's words."""
    clause = reading.clauses[index]
    dependent = clause.kind in ("purpose", "equation", "participle", "reduced")
    if dependent and clause.parent is not None and not (clause.verb and clause.verb.finite):
        return modality(reading, clause.parent)
    verb = clause.verb
    if verb is None:
        return "occurred", None
    found = _cue(reading, clause)
    if found is not None:
        return found
    above = reading.clauses[clause.parent] if clause.parent is not None else None
    if clause.kind == "complement" and above is not None and above.verb is not None:
        outer = _cue(reading, above)
        if outer is not None and outer[0] in ("expected", "denied", "planned"):
            return outer
        if verb.tense == "conditional":
            return "planned", _words(reading, verb.first, verb.last)
    if clause.inner is not None:
        return _governed(reading, clause)
    if verb.tense == "future":
        return "planned", _words(reading, verb.first, verb.last)
    if verb.tense == "conditional":
        return "possible", _words(reading, verb.first, verb.last)
    return "occurred", None


_REALIZED = frozenset(
    "réussir parvenir continuer commencer permettre aider contribuer manage succeed help allow continue".split()
)
_FAILED = frozenset(("fail", "échouer"))
"""That it did not happen is what happened."""
_COMMITTED = frozenset("promettre accepter décider engager promise pledge vow agree decide".split())


def _governed(reading: Reading, clause: Clause) -> tuple[Modality, Words | None]:
    """An infinitive under another verb happened only where that verb says so ("managed to", not "tried to")."""
    verb = clause.verb
    assert verb is not None
    lemmas = {s.lemma for s in verb.senses}
    if lemmas & (_REALIZED | _FAILED):
        return "occurred", None
    return "planned" if lemmas & _COMMITTED else "possible", _words(reading, verb.first, verb.last)


def _cue(reading: Reading, clause: Clause) -> tuple[Modality, Words] | None:
    verb = clause.verb
    if verb is None:
        return None
    matcher = cues(reading.document.analysis.language)
    last = clause.inner.last if clause.inner else verb.last
    governs = clause.inner is not None or (verb.finite and verb.head != verb.first and not verb.copula)
    first = max(clause.first, verb.first)
    window = tuple(_WHOLE.get(form, form) for form in reading.forms[first : last + 3])
    for token in range(first, last):
        hit = matcher.at(window, token - first)
        if hit is None or hit[0] + first > last + 2:
            continue
        hit = hit[0] + first, hit[1]
        if reading.forms[token] in _GOVERNING and hit[0] == token + 1 and not governs:
            continue
        return hit[1], _words(reading, token, hit[0])  # type: ignore[return-value]
    return None


_WHOLE = {"d'": "de", "qu'": "que"}
"""Cues are listed with the word in full."""


def _words(reading: Reading, first: int, last: int) -> Words:
    return Words(reading.text(first, last), reading.start(first), reading.end(last - 1))


def negated(clause: Clause) -> bool:
    """Whether the clause's verb, or the infinitive it governs, is negated."""
    refused = (
        clause.inner is not None and clause.verb is not None and any(s.lemma in _REFUSED for s in clause.verb.senses)
    )
    return refused or bool((clause.verb and clause.verb.negated) or (clause.inner and clause.inner.negated))


_REFUSED = frozenset(("refuser", "refuse", "fail", "échouer", "renoncer"))


def comparison_spans(reading: Reading) -> list[tuple[int, int, str]]:
    """(first token, token after the last, base) of every phrase of comparison in the sentence."""
    matcher, found, token = bases(reading.document.analysis.language), [], reading.first
    while token < reading.last:
        hit = matcher.at(reading.forms, token)
        if hit is None:
            token += 1
            continue
        found.append((token, *hit))
        token = hit[0]
    return found


def when(reading: Reading, index: int, near: int, compared: list[tuple[int, int, str]]) -> When | None:
    """The date that the clause states, nearest to token `near`; else the one of the clause it depends on."""
    clause = reading.clauses[index]
    candidates = []
    for fact in reading.dates:
        if fact.type not in _CALENDAR or not fact.date or fact.timex == "PRESENT_REF" or _is_now(fact):
            continue
        first, last = reading.tokens_of(fact)
        if (
            not clause.holds(first)
            or _is_comparison(reading, first, last, compared)
            or _dates_a_noun(reading, first, near)
        ):
            continue
        if first > near and _of_another_number(reading, near, first, _APPOSED):
            continue
        after = first > near and not _of_another_number(reading, near, first, _ASIDE)
        candidates.append((abs(first - near) - (30 if after else 0), first, fact))
    if candidates:
        moment = _bounded(min(candidates, key=lambda c: (c[0], c[1]))[2], clause)
        return _ahead(reading, clause, joined_days(reading, moment))
    if clause.parent is not None and clause.kind in _INHERITING:
        return when(reading, clause.parent, near, compared)
    return None


def _ahead(reading: Reading, clause: Clause, moment: When) -> When:
    """An English present tells of no past day: "the draft lowers the cap as of |January 21|", written in October, is next year's."""
    verb, published = clause.verb, reading.document.analysis.published
    until = re.fullmatch(r"\.\./(\d{4})(-\d\d-\d\d)", moment.date or "")
    extends = verb is not None and any(s.id == "extension" for s in verb.senses)
    if until and extends and published and until[1] + until[2] < published[:10] and until[1] not in moment.fact.text:
        return When(f"../{int(until[1]) + 1}{until[2]}", None, moment.bound, moment.fact)
    shifted = _told_past(reading, clause, moment)
    if shifted is not None:
        return shifted
    plain = verb is not None and verb.tense == "present" and verb.last - verb.first == 1 and not verb.copula
    day = re.fullmatch(r"(\d{4})(-\d\d-\d\d)(/\.\.)?", moment.date or "")
    if not plain or reading.document.french or day is None or not published or len(published) < 10:
        return moment
    stated = day[1] in moment.fact.text or moment.fact.timex in ("PAST_REF",)
    if stated or day[1] + day[2] >= published[:10] or not any(m in moment.fact.text.lower() for m in _MONTHS):
        return moment
    year = str(int(day[1]) + 1)
    return When(f"{year}{day[2]}{day[3] or ''}", None, moment.bound, moment.fact)


def _told_past(reading: Reading, clause: Clause, moment: When) -> When | None:
    """What a past tense tells of is not ahead: "laid off 120 people in |January|", written in May, is this year's."""
    verb, published = clause.verb, reading.document.analysis.published
    day = re.fullmatch(r"(\d{4})(-\d\d(?:-\d\d)?)", moment.date or "")
    if verb is None or day is None or not published or len(published) < 10 or clause.inner is not None:
        return None
    perfect = verb.last - verb.first > 1 and reading.forms[verb.first] in _PERFECT and not verb.copula
    past = (verb.tense in ("past", "imperfect") and not verb.copula) or perfect
    ahead = day[1] + day[2] > published[: 4 + len(day[2])]
    put_off = is_put_off(reading.forms, reading.tokens_of(moment.fact)[0], reading.first)
    if not past or not ahead or put_off or day[1] in moment.fact.text:
        return None
    return When(f"{int(day[1]) - 1}{day[2]}", None, moment.bound, moment.fact)


_PERFECT = frozenset("a ont avait avaient has have had".split())
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _of_another_number(reading: Reading, near: int, first: int, openers: frozenset[str]) -> bool:
    """Whether a further counted thing stands between a number and the date: "fined £3 million for |61 payments| made in 2023"."""
    if near not in reading.taken or near in reading.dated:
        return False
    between = range(reading.taken[near], first)
    return any(t in reading.taken and t not in reading.dated and reading.forms[t - 1] in openers for t in between)


_APPOSED = frozenset((",", "dont", "which"))
"""Before a number that has its own date: "7 billion, |1.6 billion of them since January|"."""
_ASIDE = frozenset("for pour over on sur after après in dans with avec".split())


def joined_days(reading: Reading, moment: When) -> When:
    """Two days of one month that "et", "and" join are one period: "les |5 et 6 septembre|", "on |July 22 and 23|"."""
    day = re.fullmatch(r"(\d{4}-\d\d)-(\d\d)", moment.date or "")
    if day is None or moment.bound is not None:
        return moment
    for fact in reading.dates:
        first, last = (moment.fact, fact) if moment.fact.start < fact.start else (fact, moment.fact)
        other = (fact.date or "").removeprefix(day[1] + "-")
        words = reading.document.analysis.plain[first.end : last.start].split()
        if fact is moment.fact or words not in (["et"], ["and"], ["et", "le"]) or not other.isdigit():
            continue
        if abs(int(other) - int(day[2])) == 1:
            days = sorted((moment.date or "", fact.date or ""))
            return When("/".join(days), None, None, moment.fact)
    return moment


def _is_now(fact: Fact) -> bool:
    """Whether the words only say "now": they date nothing."""
    return fact.text.lower() in _NOW


_NOW = frozenset(("désormais", "maintenant", "actuellement", "à présent", "now", "currently", "nowadays", "at present"))


def _is_comparison(reading: Reading, first: int, last: int, compared: list[tuple[int, int, str]]) -> bool:
    if any(a < last and first < b for a, b, _ in compared) or _dates_the_other(reading, first):
        return True
    forms = reading.forms
    before = forms[first - 1] if first > reading.first else ""
    if before in ARTICLES or before in ("en", "in"):
        before = forms[first - 2] if first - 1 > reading.first else ""
    own = forms[first]
    if before in ("versus", "against", "contre", "than", "with") or (
        before == "à" and "rapport" in forms[first - 4 : first]
    ):
        return True
    return own in ("contre", "than", "versus") or (before == "to" and "compared" in forms[first - 3 : first])


def _dates_the_other(reading: Reading, first: int) -> bool:
    """Whether the date is of the number that another is compared with: "62 %, contre 45 % |au début de 2024|"."""
    for fact in reading.quantities:
        begin, end = reading.tokens_of(fact)
        if not 0 <= first - end <= 6 or any(w in (",", ";", "et", "and") for w in reading.forms[end:first]):
            continue
        came_from = begin - 2 > reading.first and reading.forms[begin - 1] == "from" and reading.forms[begin - 2] in _UP
        if came_from or is_compared(reading, fact, begin):
            return True
    return False


_UP = frozenset(("up", "down"))


def _dates_a_noun(reading: Reading, first: int, near: int) -> bool:
    """Whether the date belongs to a noun ("le budget de 2021", "the 2019 report") and not to the statement."""
    forms = reading.forms
    as_of = first - 2 >= reading.first and forms[first - 2 : first] == ("as", "of")
    if (forms[first] in ("de", "d'", "of") and forms[first + 1] != "ici") or (
        first > reading.first and forms[first - 1] in ("de", "d'", "of") and not as_of
    ):
        return True
    if _once_due(reading, first, near):
        return True
    before = forms[first - 1] if first > reading.first else ""
    if not reading.document.french and before in ("in", "on") and _after_participle(reading, first - 2):
        return True
    return before in DETERMINERS and forms[first].isdigit() and not reading.document.french


def _once_due(reading: Reading, first: int, near: int) -> bool:
    """Whether the date is of a plan told in passing before the verb: "the plant, |due in June|, will open later"."""
    window = reading.forms[max(reading.first, first - 4) : first]
    comma = max((place for place, form in enumerate(window) if form == ","), default=-1)
    return first < near and comma >= 0 and any(form in DUE for form in window[comma + 1 :])


def _refrains(clause: Clause) -> bool:
    """Whether somebody does not do something to something: "would not raise tariffs before 2028" promises no later rise."""
    verb = clause.inner or clause.verb
    return (
        verb is not None
        and not verb.passive
        and any(s.id in DIRECTIONS for s in verb.senses)
        and verb.tense == "conditional"
    )


def _after_participle(reading: Reading, token: int) -> bool:
    """Whether a participle that no clause is read from stands there: "boxes of a drug |made| in October"."""
    forms = reading.forms
    if token <= reading.first or not (forms[token] in _MADE or (forms[token].endswith("ed") and len(forms[token]) > 5)):
        return False
    if any(c.verb is not None and c.verb.first <= token < c.verb.last for c in reading.clauses):
        return False
    before = forms[token - 1]
    return before[-1].isalnum() and before not in AUXILIARIES and before not in ADVERBS


_MADE = frozenset("made held built sold bought given sent seen taken written born dated".split())


def _bounded(fact: Fact, clause: Clause) -> When:
    """ "ne sera pas lancé avant 2030" is "not before 2030"."""
    if not fact.date or not negated(clause):
        return When(fact.date, fact.timex, fact.date_bound, fact)
    if _refrains(clause) and fact.date_bound in ("before", "not_before"):
        bare = fact.date.removesuffix("/..").removeprefix("../")
        return When(f"../{bare}", fact.timex, "before", fact)
    if fact.date_bound == "before" and fact.date.startswith("../"):
        return When(f"{fact.date[3:]}/..", fact.timex, "not_before", fact)
    return When(fact.date, fact.timex, fact.date_bound, fact)


_TOO_FAR = 20


def in_time(moment: When | None, sure: Modality, published: str | None) -> tuple[When | None, Modality]:
    """What is dated after the publication has not occurred: it is planned; a date decades ahead is a misreading."""
    if moment is None or sure != "occurred" or not published or not moment.date or moment.bound in ("before", "by"):
        return moment, sure
    first = moment.date.split("/")[0]
    if not first[:4].isdigit() or not published[:4].isdigit():
        return moment, sure
    if int(first[:4]) > int(published[:4]) + _TOO_FAR:
        return None, sure
    length = min(len(first), len(published), 10)
    return moment, "planned" if first[:length] > published[:length] else sure


def keeps_polarity(moment: When | None, clause: Clause) -> bool:
    """Whether a negation is of the statement itself and not the "pas avant" of its date."""
    return negated(clause) and not (moment is not None and moment.bound == "not_before")


def place(reading: Reading, first: int, last: int) -> Place | None:
    """The first territory or region that tokens [first, last) locate something in."""
    tokens = reading.document.analysis.tokens
    for mention in reading.mentions_in(first, last):
        if mention.kind not in ("territory", "region", "metonym"):
            continue
        token = tokens.first_at(mention.start)
        before = reading.forms[token - 1] if token > reading.first else ""
        before = reading.forms[token - 2] if before in ("l'", "le", "la", "les", "the") else before
        if before in _IN:
            text = reading.document.analysis.text[mention.start : mention.end]
            known = lexicon_place(mention.id) if mention.kind == "region" else None
            return Place(text, mention.start, mention.end, known.territory if known is not None else mention.id)
    return None
