"""What a number measures: the noun phrase it belongs to, in the source's words."""

from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    OF,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from briefgen.extract.facts.grouping import Figures
from briefgen.extract.facts.nouns import (
    Range,
    core,
    full_phrase,
    is_infinitive,
    noun_before,
    phrase_end,
    subject,
    without_possessive,
)
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.roles import Role, object_of_verb
from briefgen.extract.facts.senses import DIRECTIONS

_MEASURED = frozenset(("quantity", "range", "number", "duration"))
_OPEN_UNITS = frozenset(("percent", "percentage_point", "point"))


def item_of(reading: Reading, group: Figures) -> Range | None:
    """Tokens of the thing measured, without its article; None when the sentence does not say."""
    role = group.head
    if role.task == "amount" and role.noun:
        return _of_noun(reading, role) or _subject(reading, role.clause)
    if role.task in ("amount", "to", "from") and role.trigger is not None:
        return _of_verb(reading, role)
    if group.amount is not None and group.amount.trigger is not None and not group.amount.noun:
        return _of_verb(reading, group.amount)
    if role.task == "level":
        return _of_level(reading, role)
    if role.task == "to" and role.trigger is None:
        return _subject(reading, role.clause)
    if role.task == "share":
        return _after_of(reading, role.last)
    return _plain(reading, role)


def _subject(reading: Reading, index: int) -> Range | None:
    """The subject of the clause or, for a clause without its own, of the one it hangs on."""
    clause = reading.clauses[index]
    span = subject(reading, clause)
    if span is not None and clause.kind == "relative" and reading.forms[span[0]] in RELATIVES:
        span = None
    while (
        span is None
        and clause.parent is not None
        and clause.kind in ("coordinate", "participle", "purpose", "equation", "aside", "reduced", "relative")
    ):
        if clause.kind in ("reduced", "relative"):
            return _antecedent(reading, clause)
        clause = reading.clauses[clause.parent]
        span = subject(reading, clause)
    return measured(reading, span) if span else None


def _antecedent(reading: Reading, clause: Clause) -> Range | None:
    comma = clause.kind == "relative" and reading.forms[clause.first - 1] == ","
    span = noun_before(reading, clause.first - comma, reading.first)
    while span is not None and span[0] - 2 > reading.first and reading.forms[span[0] - 1] in _COMPOUNDING:
        whole = noun_before(reading, span[0] - 1, reading.first)  # "ses centrales |à| charbon, qui"
        if whole is None:
            break
        span = (whole[0], span[1])
    return core(reading, *span) if span else None


_COMPOUNDING = frozenset("à en for".split())


def measured(reading: Reading, span: Range) -> Range | None:
    """The part of a subject that is measured: no article, no "par X", no place, no date, no apposition."""
    first, last = span
    cut = core(reading, first, last)
    if cut is None or reading.is_pronoun(cut[0]) or (cut[0] in reading.taken and cut[0] + 1 >= cut[1]):
        return None
    end = full_phrase(reading, cut[0], cut[1])
    return without_possessive(reading, (cut[0], end)) if end > cut[0] else None


def _of_verb(reading: Reading, role: Role) -> Range | None:
    clause = reading.clauses[role.clause]
    verb = clause.inner if clause.inner and clause.inner.head == role.trigger else clause.verb
    behind = _behind(reading, clause, role)
    if verb is not None and not verb.passive and behind is not None:
        return behind
    if verb is not None and not verb.passive:
        obj = object_of_verb(reading, verb.last, role.first)
        if obj is not None:
            cut = core(reading, *obj)
            return without_possessive(reading, cut) if cut else None
    return _subject(reading, role.clause)


def _behind(reading: Reading, clause: Clause, role: Role) -> Range | None:
    """The object behind the amount: "a réduit de 30 % |ses émissions|", "révise de 7 à 9 |le nombre de cas|"; a date is none."""
    first = role.last
    opens = role.task in ("amount", "to") and first + 1 < clause.last and reading.forms[first] in DETERMINERS - OF
    if not (opens and reading.document.french) or first + 1 in reading.dated or first in reading.taken:
        return None
    cut = core(reading, first, full_phrase(reading, first, clause.last))
    if cut is None or (role.task == "to" and not OF & set(reading.forms[slice(*cut)])):
        return None  # "de 3 à 5 euros |le kilo|"
    return without_possessive(reading, cut)


def _of_level(reading: Reading, role: Role) -> Range | None:
    """A level's item is its subject; of "la Russie a recensé 28 000 cas" it is what is counted."""
    clause = reading.clauses[role.clause]
    verb = clause.inner or clause.verb
    own = _subject(reading, role.clause)
    counted = _counted(reading, role)
    if own is None:
        return counted
    if verb is not None and counted is not None and (verb.passive or any(s.is_event for s in verb.senses)):
        return counted
    if counted is not None and _is_party(reading, own):
        return counted
    return own


def _is_party(reading: Reading, span: Range) -> bool:
    """Whether the phrase names somebody rather than something measured: "La Russie", "the company"."""
    named = reading.mentions_in(*span)
    head = next(
        (m for m in named if m.kind in ("territory", "metonym", "organization", "person", "outlet", "region")), None
    )
    if head is not None and head.start <= reading.start(span[0]) + 1:
        return True
    return span[1] - span[0] <= 3 and reading.capital(span[0]) and span[0] > reading.first


def _of_noun(reading: Reading, role: Role) -> Range | None:
    """ "une hausse des prix de 3 %", "une hausse de 3 % des prix", "a 3% rise in prices"."""
    forms, trigger = reading.forms, role.trigger
    assert trigger is not None
    after = max(role.last, trigger + 1)
    if trigger < role.first and trigger + 1 < role.first - 1 and forms[trigger + 1] in OF:
        return core(reading, trigger + 1, phrase_end(reading, trigger + 1, role.first))
    if after < reading.last and (forms[after] in OF or forms[after] in ("in", "dans")):
        if after + 1 in reading.taken:
            return None
        begin = after + 1
        end = phrase_end(reading, begin, reading.last)
        found = core(reading, begin, end)
        if found is not None and not reading.is_pronoun(found[0]):
            return found
    if trigger < role.first and forms[trigger - 1 : trigger] == ("en",):
        return _subject(reading, role.clause)
    return None


def _after_of(reading: Reading, token: int) -> Range | None:
    forms = reading.forms
    if token < reading.last and forms[token] in OF and token + 1 < reading.last and token + 1 not in reading.taken:
        end = phrase_end(reading, token, reading.last)
        if forms[token + 1] in POSSESSIVES and end > token + 2:
            return token + 2, end
        if end in reading.taken and forms[end - 1] == "'s":  # "of the province's 260 centers"
            noun = next(
                (t for t in range(end, reading.taken[end]) if not _numeric(reading.forms[t])), reading.taken[end]
            )
            return core(reading, noun, phrase_end(reading, noun, reading.last))
        return core(reading, token, end) if end > token + 1 else None
    return None


def _counted(reading: Reading, role: Role) -> Range | None:
    """What stands counted at the number: "nouveaux cas de Covid-19", "gaz naturel" of "463 000 tonnes de gaz naturel"."""
    fact = role.fact
    if fact.type not in _MEASURED or fact.unit in _OPEN_UNITS:
        return None
    last = role.last
    number = next((t for t in range(last - 1, role.first - 1, -1) if _numeric(reading.forms[t])), role.first - 1)
    begin = number + 1
    while begin < last and reading.forms[begin] in (*OF, "et", "plus", "and", "more", "-"):
        begin += 1
    if begin >= last and reading.forms[last - 1].isalpha() and not _numeric(reading.forms[last - 1]):
        begin = last - 1
    if fact.unit is None or begin >= last:
        after = _after_of(reading, last)
        if after is not None or last >= reading.last or not _is_noun(reading, last):
            return after
        return core(reading, last, phrase_end(reading, last, reading.last))
    if fact.unit and _is_measure(fact.unit, reading.forms[begin:last]):
        return _after_of(reading, last)
    end = phrase_end(reading, begin, reading.last)
    return core(reading, begin, max(end, last))


_SCALES = frozenset("cent cents mille million millions milliard milliards billion billions trillion trillions hundred thousand "
                    "dozen dozens dizaine dizaines vingtaine centaine centaines millier milliers douzaine k m bn md".split())  # fmt: skip
_WORDS = frozenset("un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente "
                   "quarante cinquante soixante one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
                   "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split())  # fmt: skip


def _numeric(form: str) -> bool:
    return form[0].isdigit() or form in _SCALES or form in _WORDS


def _is_noun(reading: Reading, token: int) -> bool:
    form = reading.forms[token]
    return (
        form.isalpha()
        and token not in reading.verbs
        and form not in AUXILIARIES
        and form not in MODALS
        and form not in CONJUNCTIONS
        and form not in PREPOSITIONS
        and form not in DETERMINERS
        and form not in PRONOUNS
        and form not in ADVERBS
    )


def _is_measure(unit: str, words: tuple[str, ...]) -> bool:
    """Whether the unit is one of measure (tonne, kilometer) and not the counted noun itself (cas)."""
    return (unit.isascii() and unit.islower() and not any(unit == w for w in words) and not any(w.startswith(unit) for w in words)) or unit in (
        "tonne", "ton", "kilometer", "mile", "barrel", "liter", "gallon", "kilogram", "pound", "ounce", "meter", "foot", "hectare", "acre",
        "year", "month", "day", "week", "hour", "dose", "dollar",
    )  # fmt: skip


def _plain(reading: Reading, role: Role) -> Range | None:
    """A number without verb of change or level: its own noun, the noun it is attached to, or what it is spent on."""
    counted = _counted(reading, role)
    if counted is not None:
        return counted
    money = role.fact.type == "money"
    valued = _valued(reading, role) if money else None
    if valued is not None:
        return valued
    found = _after_of(reading, role.last) if money else None
    found = found or _attached(reading, role) or (_spent_on(reading, role) if money else None)
    if found is not None:
        return found
    clause = reading.clauses[role.clause]
    if clause.kind == "equation" and clause.first > reading.first:
        return _equated(reading, clause)
    says = clause.verb is not None and (clause.verb.copula or clause.verb.passive)
    return _subject(reading, role.clause) if says else None


_VALUED = ("évalué", "estimé", "chiffré", "valued", "estimated")


def _valued(reading: Reading, role: Role) -> Range | None:
    """ "une commande de deux navires, |évaluée| à 480 millions": what is worth that much."""
    inside = reading.forms[role.first].startswith(_VALUED)
    at = role.first if inside else role.first - 2
    linked = inside or reading.forms[role.first - 1] in ("à", "at")
    if at <= reading.first or not linked or not reading.forms[at].startswith(_VALUED):
        return None
    at -= reading.forms[at - 1] == ","
    span = noun_before(reading, at, reading.first)
    counted = next((t for t, end in reading.taken.items() if span is not None and end >= span[0] > t), None)
    if span is not None and counted is not None and reading.forms[counted - 1] in OF:
        whole = noun_before(reading, counted - 1, reading.first)  # "|commande| de deux navires"
        span = (whole[0], span[1]) if whole else span
    return core(reading, *span) if span else None


def _equated(reading: Reading, clause: Clause) -> Range | None:
    """ "la moitié de la dotation, soit 417 000 euros": the phrase before the comma."""
    above = reading.clauses[clause.parent] if clause.parent is not None else None
    if above is None or above.verb is None or above.verb.last >= clause.first:
        return None
    begin = (above.inner or above.verb).last
    end = phrase_end(reading, begin, clause.first)
    return core(reading, begin, end) if end > begin else None


def _attached(reading: Reading, role: Role) -> Range | None:
    """ "un contrat de 150 millions", "a $2 billion contract"."""
    forms = reading.forms
    link = forms[role.first - 1] if role.first > reading.first else ""
    inside = forms[role.first] in ("de", "d'", "of")
    if inside or link in ("de", "d'", "of"):
        span = noun_before(reading, role.first if inside else role.first - 1, reading.first)
        found = core(reading, *span) if span else None
        if found and not any(s.id in DIRECTIONS for s in reading.document.lexicon.get(forms[found[0]], ())):
            return found
    if forms[role.last : role.last + 2] == ("worth", "of"):
        return _after_of(reading, role.last + 1)
    if role.last < reading.last and _is_noun(reading, role.last) and not reading.document.french:
        return core(reading, role.last, phrase_end(reading, role.last, reading.last))
    return None


_PURPOSES = frozenset("pour dans for in into on en from".split())


def _spent_on(reading: Reading, role: Role) -> Range | None:
    """What money is for: "300 millions pour |les hôpitaux|", "$5 billion in |a plant|"; a place is not."""
    forms, clause = reading.forms, reading.clauses[role.clause]
    for token in range(role.last, min(clause.last - 1, role.last + 12)):
        if forms[token] in (",", ";", "et", "and", "qui", "who"):
            return None
        if forms[token] not in _PURPOSES or token + 1 in reading.taken or token + 2 in reading.dated:
            continue
        verbal = ("er", "ir", "oir", "re") if reading.document.french else ("ing",)
        bare = forms[token] in ("pour", "for") and len(forms[token + 1]) > 4 and forms[token + 1].endswith(verbal)
        if is_infinitive(reading, token + 1) or (
            bare
            and forms[token + 2 : token + 3]
            and token + 2 < clause.last
            and (forms[token + 2] in DETERMINERS or token + 2 in reading.taken)
        ):
            return None
        span = core(reading, token + 1, phrase_end(reading, token + 1, clause.last))
        named = reading.mentions_in(*span) if span else []
        if span is None or any(m.kind in ("territory", "region") and m.start == reading.start(span[0]) for m in named):
            continue
        return without_possessive(reading, span)
    return None
