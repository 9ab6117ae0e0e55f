"""Verb groups of a sentence: where they stand, what their main verb means, tense, voice, negation."""

import re
from collections.abc import Mapping
from dataclasses import replace

from briefgen.extract.facts.grammar import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CLITICS,
    DETERMINERS,
    ENGLISH_AUXILIARIES,
    FRENCH_AUXILIARIES,
    FULL_NEGATIONS,
    INVARIABLE,
    MODALS,
    OF,
    PREPOSITIONS,
    PRONOUNS,
)
from briefgen.extract.facts.nominal import PRENOMINAL, after_determiner, form_is_noun, nominal, nominal_english
from briefgen.extract.facts.senses import Sense, idioms
from briefgen.frozen import dataclass

_PARTICIPLE = re.compile(r"(?:é|ée|és|ées|i|ie|is|ies|it|ite|u|ue|us|ues|int|inte|ert|erte|eint|ed|en|wn|ght)$")
_INFINITIVE = re.compile(r"(?:er|ir|re|oir)$")
_FINITE_ENDING = re.compile(r"\w{3,}(?:èrent|aient|[eidv]ront|[eidv]rait|[eidv]ra)$")
_NEVER_VERBS = frozenset(
    "entre important importants importante maintenant compris according including following regarding excluding "
    "concerning".split()
)
_CHAIN = frozenset(
    "continuer commencer cesser tenter chercher pouvoir devoir permettre essayer laisser commencé continué cessé tenté "
    "cherché permis dû pu fait fallu able going expected set likely due continue begin start".split()
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens [first, last); `head` is the main verb's token."""

    first: int
    last: int
    head: int
    senses: tuple[Sense, ...]
    finite: bool
    tense: str
    """Of the finite word, else ``participle``, ``gerund`` or ``infinitive``."""
    passive: bool = False
    negated: bool = False
    copula: bool = False
    noun: bool = False
    """Whether the form is as well a noun ("exports")."""
    weak: bool = False
    """An English -ed form that may be a participle after its noun."""


def verb_groups(
    forms: tuple[str, ...], start: int, end: int, lexicon: Mapping[str, tuple[Sense, ...]], french: bool
) -> list[VerbGroup]:
    """The groups of tokens [start, end) from left to right."""
    found: list[VerbGroup] = []
    position = start
    while position < end:
        group = _group_at(forms, position, start, end, lexicon, french)
        if group is not None:
            group = _with_se(forms, _taking_place(forms, group, end, lexicon, french), start)
        group = _idiomatic(forms, position, group, start, end, french)
        group = group or (None if french else _takes_place(forms, position, end, lexicon))
        group = group or (None if french else _joined(forms, position, end, lexicon, found))
        if group is None:
            position += 1
        else:
            if found and group.finite and not _apart(forms, found[-1].last, group.first):
                if found[-1].noun:
                    found.pop()
                elif group.noun and found[-1].finite and not french:
                    position = group.last
                    continue
            found.append(group)
            position = group.last
    return found


def _joined(
    forms: tuple[str, ...], i: int, end: int, lexicon: Mapping[str, tuple[Sense, ...]], found: list[VerbGroup]
) -> VerbGroup | None:
    """A form in -s that goes on after "and" where the verb before is one of the present: "lowers the cap and |bans| crude"."""
    if not found or forms[i - 1] not in ("and", "but") or i + 1 >= end or not forms[i].endswith("s"):
        return None
    before, after = found[-1], forms[i + 1]
    if not (before.finite and before.tense == "present" and forms[before.head].endswith("s")) or i - before.last < 3:
        return None
    senses = tuple(s for s in lexicon.get(forms[i], ()) if s.tense == "present")
    noun_goes_on = after in PREPOSITIONS or after in OF or after in AUXILIARIES or not after[0].isalpha()
    if not senses or noun_goes_on or after in ("worth", "and", "or") or after.endswith("ed") or forms[i] in AUXILIARIES:
        return None
    return VerbGroup(i, i + 1, i, senses, True, "present")


_OCCUR = {True: "survenir", False: "occur"}


def _taking_place(
    forms: tuple[str, ...], group: VerbGroup, end: int, lexicon: Mapping[str, tuple[Sense, ...]], french: bool
) -> VerbGroup:
    """ "a eu lieu", "aura lieu", "will take place": one verb with its noun."""
    noun = "lieu" if french else "place"
    inside = forms[group.head] == noun
    if not group.finite or not (inside or (group.last < end and forms[group.last] == noun)):
        return group
    if not french and forms[group.head] not in ("take", "taken", "place"):
        return group
    last = group.last if inside else group.last + 1
    senses = tuple(s for s in lexicon[_OCCUR[french]] if s.tense is not None)
    return replace(group, last=last, head=last - 1, senses=senses, passive=False, copula=False)


def _takes_place(
    forms: tuple[str, ...], i: int, end: int, lexicon: Mapping[str, tuple[Sense, ...]]
) -> VerbGroup | None:
    """ "takes place", "took place"."""
    if forms[i] not in ("take", "takes", "took") or i + 1 >= end or forms[i + 1] != "place":
        return None
    senses = tuple(s for s in lexicon[_OCCUR[False]] if s.tense is not None)
    return VerbGroup(i, i + 2, i + 1, senses, True, "past" if forms[i] == "took" else "present")


def _idiomatic(
    forms: tuple[str, ...], i: int, group: VerbGroup | None, start: int, end: int, french: bool
) -> VerbGroup | None:
    """The group with the meaning that its verb has together with the words behind it: "mettre en service"."""
    head = group.head if group is not None else i
    known = idioms("fr" if french else "en").get(forms[head])
    if known is None:
        return group
    for rest, sense in known:
        after = head + 1
        if forms[after : after + 1] and _is_adverb(forms[after]):
            after += 1
        if forms[after : after + len(rest)] != rest or after + len(rest) > end:
            continue
        last = after + len(rest)
        if group is not None:
            return replace(group, last=last, senses=(sense,), copula=False)
        if after_determiner(forms, i, start):
            return None
        finite = sense.tense in ("present", "imperfect", "past", "future", "conditional")
        return VerbGroup(i, last, head, (sense,), finite, str(sense.tense), passive=sense.tense == "participle")
    return group


_OTHER_WITH_SE = frozenset(("demander", "passer", "trouver", "rappeler", "élever"))
"""Verbs that mean something else with "se": "se demander"."""


def _with_se(forms: tuple[str, ...], group: VerbGroup, start: int) -> VerbGroup:
    """The group without the senses that only a reflexive verb has, where no "se" stands by."""
    if not any(s.reflexive or s.lemma in _OTHER_WITH_SE for s in group.senses):
        return group
    window = forms[max(start, group.first - 2) : group.last]
    if "se" in window or "s'" in window:
        return replace(group, passive=False, senses=tuple(s for s in group.senses if s.lemma not in _OTHER_WITH_SE))
    return replace(group, senses=tuple(s for s in group.senses if not s.reflexive))


def _apart(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether something between two verbs lets both be verbs: a mark, a conjunction, a subordinator, a report."""
    between = forms[first:last]
    if forms[last] in ENGLISH_AUXILIARIES and between[:1] in (("to",), ("from",)) and len(between) <= 6:
        between = between[1:]  # "timber |exports to Belarus have been banned|"
    return any(w in _SEPARATORS for w in between)


_SEPARATORS = frozenset(
    ", ; : – — ( ) « » “ ” \" et mais ou and but or que qu' qui dont où that which who while when as to pour de d' if si "
    "because parce lorsque quand he she it they il elle ils elles we".split()
)


def _group_at(
    forms: tuple[str, ...], i: int, start: int, end: int, lexicon: Mapping[str, tuple[Sense, ...]], french: bool
) -> VerbGroup | None:
    form = forms[i]
    if form in (FRENCH_AUXILIARIES if french else ENGLISH_AUXILIARIES) or form in MODALS:
        return _with_auxiliary(forms, i, start, end, lexicon, french)
    known = lexicon.get(form) if form not in _NEVER_VERBS else ()
    if not known:
        if french and _FINITE_ENDING.match(form) and not after_determiner(forms, i, start):
            tense = (
                "conditional"
                if form.endswith(("rait", "raient"))
                else "future"
                if form.endswith(("ront", "ra"))
                else "past"
            )
            return VerbGroup(i, i + 1, i, (), True, tense, negated=_negated(forms, i, i + 1, start, end))
        if not french and _looks_past(forms, i, start, end):
            return VerbGroup(i, i + 1, i, (), True, "past", negated=_negated(forms, i, i + 1, start, end), weak=True)
        if (
            i > start
            and forms[i - 1] == ","
            and form not in _NEVER_VERBS
            and len(form) > 5
            and form.endswith("ant" if french else "ing")
        ):
            return VerbGroup(i, i + 1, i, (), False, "gerund")
        return None
    return _lexical(forms, i, start, end, known, french)


def _looks_past(forms: tuple[str, ...], i: int, start: int, end: int) -> bool:
    """Whether an unknown English word in -ed stands where a verb does: "Ms Peace called for"."""
    if not forms[i].endswith("ed") or len(forms[i]) < 5 or i == start or i + 1 >= end:
        return False
    before, after = forms[i - 1], forms[i + 1]
    follows = (
        after in DETERMINERS or after in PREPOSITIONS or after in PRONOUNS or after[0].isdigit() or after in ADVERBS
    )
    stands = before[-1].isalnum() and before not in DETERMINERS and before not in PREPOSITIONS and before not in OF
    return follows and stands and before not in PRENOMINAL and before not in ADVERBS


def _with_auxiliary(
    forms: tuple[str, ...], i: int, start: int, end: int, lexicon: Mapping[str, tuple[Sense, ...]], french: bool
) -> VerbGroup | None:
    if not french and form_is_noun(forms, i, start):
        return None
    last, head, passive = _main_verb(forms, i, end, lexicon, french)
    known = lexicon.get(forms[head], ()) if head != i else ()
    wanted = {"infinitive", "participle"} if french else {"infinitive", "participle", "gerund", "past"}
    chosen = tuple(s for s in known if s.tense in wanted)
    gerund = any(s.tense == "gerund" for s in chosen) or forms[head].endswith("ing")
    active_past = french and passive and bool(chosen) and chosen[0].lemma in _ETRE_VERBS
    copula = head == i or forms[head] in BE
    return VerbGroup(
        i,
        last,
        head,
        chosen,
        True,
        AUXILIARIES.get(forms[i]) or MODALS[forms[i]],
        passive and not copula and not gerund and not active_past,
        _negated(forms, i, last, start, end),
        copula,
    )


def _main_verb(
    forms: tuple[str, ...], i: int, end: int, lexicon: Mapping[str, tuple[Sense, ...]], french: bool
) -> tuple[int, int, bool]:
    """(token after the group, token of the main verb, whether a form of "be" governs it) of the auxiliary at `i`."""
    modal = forms[i] in MODALS or forms[i] in ("will", "would", "shall")
    last, head, passive, infinitive = i + 1, i, forms[i] in BE, modal and french
    for j in range(i + 1, min(end, i + 12)):
        form = forms[j]
        if form in INVARIABLE or form in ADVERBS or form in FULL_NEGATIONS or _is_adverb(form):
            if form in BE:
                passive, last, head, infinitive = True, j + 1, j, False
            elif form in ("avoir", "have"):
                infinitive, passive = False, False
            elif form in ("to", "de", "d'", "à") and not (
                (head != i and forms[j - 1] in _CHAIN) or (form == "to" and forms[j - 1] in _IS_TO and not french)
            ):
                break
        elif form in _CHAIN and j + 1 < end:
            last, head, infinitive, passive = j + 1, j, french, False
        elif not _stands_between(form, forms[j - 1], infinitive, french):
            if _is_main(form, lexicon.get(form), infinitive, modal, french) and not _breaks(form):
                last, head = j + 1, j
            break
    return last, head, passive


_IS_TO = frozenset("is are was were".split())
"""Before "to": a plan ("is to appear")."""


def _stands_between(form: str, before: str, infinitive: bool, french: bool) -> bool:
    """Whether a pronoun stands inside the group: "a-t-|il| déclaré", "va |se| concentrer"."""
    if form in ("il", "elle", "ils", "elles", "on") and before == "-":
        return True
    return french and form in CLITICS and (infinitive or form not in ARTICLES)


def _breaks(form: str) -> bool:
    """Whether the word cannot belong to a verb group."""
    return (form in DETERMINERS and form not in CLITICS) or form in PREPOSITIONS or not form[0].isalpha()


def _is_adverb(form: str) -> bool:
    return form in ("n't", "-", "t") or (len(form) > 5 and form.endswith(("ment", "ly")))


_ETRE_VERBS = frozenset(
    "revenir venir devenir arriver partir sortir entrer rentrer retourner naître mourir décéder tomber monter descendre "
    "passer rester parvenir remonter".split()
)


def _is_main(form: str, known: tuple[Sense, ...] | None, infinitive: bool, modal: bool, french: bool) -> bool:
    if known and any(s.tense in ("infinitive", "participle", "gerund") for s in known):
        return True
    if len(form) < 3:
        return False
    if french:
        return bool((_INFINITIVE if infinitive else _PARTICIPLE).search(form))
    return modal or bool(_PARTICIPLE.search(form)) or form.endswith("ing")


def _lexical(
    forms: tuple[str, ...], i: int, start: int, end: int, known: tuple[Sense, ...], french: bool
) -> VerbGroup | None:
    verbal = tuple(s for s in known if s.tense is not None)
    if not verbal:
        return None
    tenses = {s.tense for s in verbal}
    noun = len(verbal) < len(known)
    clitic = french and i > start and forms[i - 1] in ("s'", "se", "ne", "n'", "y", "qui")
    finite = tuple(s for s in verbal if s.tense in ("present", "imperfect", "past", "future", "conditional"))
    if french:
        finite_here = bool(finite) and (clitic or not nominal(forms, i, start, end, noun or "participle" in tenses))
        if "participle" in tenses and not clitic:
            finite_here = finite_here and "past" in tenses and False
    else:
        finite_here = bool(finite) and not nominal_english(forms, i, start, end, noun, tenses)
    negated = _negated(forms, i, i + 1, start, end)
    if finite_here:
        weak = (
            not french
            and {"past", "participle"} <= tenses
            and not any(s.id in ("up", "down", "report") for s in verbal)
        )
        return VerbGroup(
            i, i + 1, i, finite, True, str(finite[0].tense), negated=negated, noun=noun and not clitic, weak=weak
        )
    for tense in ("participle", "gerund", "infinitive"):
        chosen = tuple(s for s in verbal if s.tense == tense)
        if chosen and not after_determiner(forms, i, start):
            if tense == "infinitive" and not french and (i == start or forms[i - 1] != "to"):
                continue
            return VerbGroup(i, i + 1, i, chosen, False, tense, passive=tense == "participle", negated=negated)
    return None


def _negated(forms: tuple[str, ...], first: int, last: int, start: int, end: int) -> bool:
    window = forms[max(start, first - 3) : min(end, last + 1)]
    no_more = ("plus" in forms[first : last + 1] and bool({"ne", "n'"} & set(window))) or (
        "longer" in window and "no" in window
    )
    if no_more:
        return True
    if not any(w in FULL_NEGATIONS for w in window):
        return False
    inside = forms[first : min(end, last + 1)]
    return any(w in FULL_NEGATIONS for w in inside) or "never" in window or "jamais" in window
