"""Whether a predicate goes with what it is said of: "to hold a summit" is an event, "to hold somebody in contempt" is not."""

import re
from collections.abc import Callable, Iterable

from briefgen.compose.ledger import Entry
from briefgen.compose.predicates import predicate_lists
from briefgen.compose.rates import is_unsaid
from briefgen.compose.standing import without_article
from briefgen.i18n.edtf import first_day, last_day
from briefgen.i18n.mark import mark as _
from briefgen.i18n.tables import is_counted, unit_forms
from briefgen.lexicon.concepts import load_concepts
from briefgen.model.evidence import Fact, Item
from briefgen.model.phrase import Phrase

_HOUSES = ("organization", "territory")
_AHEAD = ("planned", "expected", "possible")


def _phrase(fact: Fact) -> Phrase | None:
    """What the item's words mean, where they were understood."""
    return fact.item.phrase if fact.item is not None else None


def goes_together(_entry: Entry, fact: Fact) -> bool:
    """Whether the object, or the thing that acts, is of the kind that the predicate is said of."""
    wanted = predicate_lists().get(f"takes_{fact.predicate}")
    if wanted is None:
        return True
    phrase = _phrase(fact)
    head = phrase.head if phrase is not None else ""
    if head.partition(":")[0] in _HOUSES:
        return "name" in wanted
    concept = load_concepts().get(head)
    if concept is None:
        return False
    listed = any(head == word or head.endswith(f"-{word}") for word in wanted)
    return listed or ("event" in wanted and concept.kind == "event")


def lies_ahead(entry: Entry, fact: Fact) -> bool:
    """Whether what is only planned or possible has a day still to come when it is told, and what has happened has none."""
    published = entry.extraction.source.published
    if fact.date is None:
        return True
    if fact.modality not in _AHEAD:
        start = first_day(fact.date)
        return not published or start is None or start.isoformat()[: len(published)] <= published
    told, end = fact.as_of or published, last_day(fact.date)
    return not told or end is None or end.isoformat() >= told


def is_of_things(fact: Fact) -> bool:
    """Whether the predicate, said without an object, is of things and events and never of a person or a house."""
    return fact.predicate in predicate_lists()["of_things"]


_RESTRICTED = re.compile(
    r"\s+(?:(?:qui|que|dont|où|who|whom|that|whose|which|where)\b|qu['’]"
    r"|[^\W\d_]{3,}(?:ée?s?|(?<=[^oea])ie?s?|ue?s?|ants?|antes?|ifs?|ives?|aux|ales?|elles?|els|iques|euses?|oires|aires)\b)"
)
"""A relative clause or a participle right behind a noun: "le nombre de patients |décédés|" is not the number of patients."""
_WORD = re.compile(r"\s+(?P<word>[a-z]+)\b")
_CLAUSE = frozenset("who whom that whose which".split())
_FINITE = re.compile(
    r"\s+(?:(?:intitul|titr|baptis|appel|nomm|surnomm|dénomm)ée?s?|\w+(?:ait|ront|ient|èrent|irent)|ont|a|est|sont|vont|aux|eux|plus|depuis|jusque?|parmi|ici|lui|aussi)\b"
)

_VALUED = re.compile(
    r"\b(?:d['’]une?|worth|of a) (?:valeur|montant|durée|capacité|longueur|puissance|poids|hauteur|coût|budget|superficie|value|amount)$|\b(?:du|de|of the|of a) (?:type|genre|kind|sorte|sort)$"
)
_TIMES = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?i:mon|tues|wednes|thurs|fri|satur|sun)day|janvier|février|mars|avril|mai|juin|"
    r"juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|l['’]an|l['’]année|cette|ce|this|that|last|next|the|plus|moins|près|environ|about|more|nearly|over|"
    r"un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|one|two|three|four|five|seven|eight|nine|ten)"
)
_COMPLEMENT = re.compile(
    rf"\s+(?:on|sur|contre|against|pour|for)\s+\d[\d,. ]*\s+(?!{_TIMES}\b)[^\W\d_]{{3,}}|"
    rf"\s+(?:vers|to|en provenance|à destination)\s+(?!\d)[^\W\d_]{{2,}}|\s+(?:(?:of|on|sur|du|des|de|from)\s+|d['’])(?!{_TIMES}\b)(?:l['’]|la\s+|les?\s+)?[^\W\d_]{{3,}}"
)
"""What the thing is of or on and was not read: "the 0.5 percent tax |on financial transactions|"."""


def is_cut(entry: Entry, item: Item, narrowed: bool = True) -> bool:
    """Whether words stand right behind the item that were not read with it: the rest of a name or, with `narrowed`, any
    that narrow it, which a figure cannot do without and an event can.
    """
    if _VALUED.search(item.text) or item.text.endswith(("'s", "’s")):
        return True
    behind = entry.extraction.text[item.end : item.end + 40]
    if narrowed and _COMPLEMENT.match(behind):
        return True
    if entry.language != "fr":
        next_word = _WORD.match(behind)
        known = predicate_lists()["compounding"] | (_CLAUSE if narrowed else frozenset())
        return next_word is not None and next_word["word"] in known
    return narrowed and bool(_RESTRICTED.match(behind)) and not _FINITE.match(behind)


_ON_TOP = re.compile(
    r"\b(?:de (?:plus|moins)|more|fewer|less|supplémentaires?|additional|another|further|autres?|other)\b(?! (?:than|que de|de \d))",
    re.I,
)


def is_on_top(entry: Entry, fact: Fact) -> bool:
    """Whether the number counts what came on top: "50 warheads |more| than a year before" are not 50 warheads."""
    ends = [fact.end, fact.item.end if fact.item is not None and fact.item.end - fact.end < _NEAR else 0]
    words = entry.extraction.text[max(0, fact.start - 9) : max(ends) + len(" de plus")]
    return fact.change is None and bool(_ON_TOP.search(words)) and not (fact.bound or "").endswith("_than")


_NEAR = 60


def is_beside_duration(_entry: Entry, fact: Fact) -> bool:
    """Whether a duration is not the very thing's: "programme |de cinq ans|", "|a five-year| program"."""
    item = fact.item
    near = item is not None and (0 <= fact.start - item.end <= _LINK or 0 <= item.start - fact.end <= 1)
    return fact.type == "duration" and not near


_LINK = len(" de ")


_REFLEXIVE = re.compile(r"\bs['’](?:est|était|étaient|y)\b|\bse (?:sont|sera|seront|serait)\b")


def is_of_oneself(entry: Entry, fact: Fact) -> bool:
    """Whether somebody did it to himself, which most verbs mean otherwise: "il s'est imposé", "elle s'est lancée"."""
    if entry.language != "fr" or fact.predicate in predicate_lists()["reflexive"]:
        return False
    return bool(_REFLEXIVE.search(entry.extraction.text[fact.start : fact.end]))


_RELATIVE = re.compile(r"\b(?:which|who|whose|where|qui|dont|lequel|laquelle)\b")


def is_across(entry: Entry, fact: Fact) -> bool:
    """Whether a relative clause stands between the figure and one of its parts: what it tells is of another thing."""
    for part in entry.parts:
        if part.type in ("percent", "money", "quantity", "number"):
            first, last = sorted(((fact.start, fact.end), (part.start, part.end)))
            if _RELATIVE.search(entry.extraction.text[first[1] : last[0]]):
                return True
    return False


_FEW = 5


def is_turned(_entry: Entry, fact: Fact) -> bool:
    """Whether a change is said to start after it ends, which a year left out makes of "from 300 in March"."""
    start = first_day(fact.change.base) if fact.change is not None and (fact.change.base or "")[:1].isdigit() else None
    end = last_day(fact.date)
    return start is not None and end is not None and start > end


def is_small(_entry: Entry, fact: Fact) -> bool:
    """Whether a mere count is so small that the words around it tell more: "two European golds"."""
    count = fact.type == "number" and fact.change is None and fact.rank is None
    return count and fact.value is not None and abs(fact.value) < _FEW


_GOES_ON = re.compile(
    r"(?:(?:,|\s+and)\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)*)*\s+(?!(?:and|or|in|on|at|for|to|by|with|from|over|about|after|before|as|when|while|where|during|this|last|next)\b)[a-z]{3,}"
)


def only_begins(entry: Entry, end: int) -> bool:
    """Whether an English name before `end` only opens a longer one: "spoke to Twitter |employees|"."""
    return entry.language == "en" and bool(_GOES_ON.match(entry.extraction.text[end : end + 30]))


def is_of_aside(entry: Entry, fact: Fact) -> bool:
    """Whether the date stands in an aside on who acts: "McCain, the party's nominee |in 2008|, issued a statement"."""
    agent = next((who for who in fact.participants if who.role == "agent"), None)
    if agent is None or fact.item is None or fact.item.start < agent.end:
        return False
    for part in entry.parts:
        if part.type == "date" and part.date == fact.date and agent.end < part.start and part.end < fact.item.start:
            before, after = entry.words(agent.end, part.start), entry.words(part.end, fact.item.start)
            opened = before.rpartition(",")[2] if "," in before else ""
            if len(opened.split()) > _ASIDE and "," in after:
                return True
    return False


_AFTERWARDS = re.compile(
    r"\b(?:après|avant|depuis|suite à|à la suite d|lors d|following|after|before|since)\b[^,;]{0,60}\b(?:du|de|des|d['’]|of|on)\s*(?:le\s+)?$",
    re.IGNORECASE,
)


def is_of_another(entry: Entry, fact: Fact) -> bool:
    """Whether the date is that of what went before: "après l'explosion |du 12 février|, la raffinerie a suspendu …"."""
    for part in entry.parts:
        if part.type == "date" and part.date == fact.date and fact.sentence[0] <= part.start:
            return bool(_AFTERWARDS.search(entry.words(fact.sentence[0], part.start)))
    return False


def is_pointing(_entry: Entry, fact: Fact) -> bool:
    """Whether the thing is that of somebody or something named elsewhere: "the license of |the clinic|"."""
    phrase = _phrase(fact)
    for relation, part in phrase.parts if phrase is not None else ():
        known = relation == "of" and part.definite and part.head not in predicate_lists()["unique"]
        concept = load_concepts().get(part.head) if known and not (part.parts or part.plural) else None
        if concept is not None and concept.kind == "thing" and not concept.uncountable:
            return True
    return False


_ASIDE = 3
"""Words before a date from which what commas hold is more than the date."""


def is_empty(_entry: Entry, fact: Fact) -> bool:
    """Whether the object says nothing by itself: "announced plans"."""
    phrase = _phrase(fact)
    return phrase is not None and not phrase.parts and phrase.head in predicate_lists()["empty"]


def undated(_entry: Entry, fact: Fact) -> bool:
    """Whether an event has no day of its own sentence."""
    return fact.date is None or "date" in fact.inherited


def is_grave(_entry: Entry, fact: Fact) -> bool:
    """Whether the predicate harms somebody if it is wrong, or tells of a figure and no event."""
    return fact.predicate in predicate_lists()["grave"] | predicate_lists()["of_subject"]


def is_denied(_entry: Entry, fact: Fact) -> bool:
    """ "Would not raise its output before 2028" promises no rise."""
    return fact.polarity == "negated" or (fact.change is not None and fact.date_bound == "not_before")


def _counts_itself(_entry: Entry, fact: Fact) -> bool:
    """Whether the item only says what is counted ("27 entreprises"), and so not what of them."""
    unit = fact.unit
    if fact.item is None or unit is None:
        return False
    words = without_article(fact.item.text).lower().split()
    forms = {unit.lower(), *(form for lang in ("fr", "en") for form in unit_forms(unit, lang) or ())}
    return bool(words) and (words[0] in forms and (len(words) == 1 or not is_counted(unit)))


def _is_nobody(_entry: Entry, fact: Fact) -> bool:
    """Nobody is a number."""
    phrase = _phrase(fact)
    return phrase is not None and phrase.head.partition(":")[0] in ("organization", "person", "territory", "place")


def _is_share(_entry: Entry, fact: Fact) -> bool:
    """ "20% of the budget" is no level of the budget."""
    return fact.type == "percent" and fact.change is None and fact.rule.endswith(":share")


def _is_done(_entry: Entry, fact: Fact) -> bool:
    """ "India – fighter jets: 36" does not say that it bought them, "Israel – prisoners: 1,000" not that it freed them."""
    if fact.predicate is None or fact.type == "duration" or fact.predicate in predicate_lists()["noting"]:
        return False
    return ":object+" in fact.rule or (fact.type == "number" and fact.predicate in predicate_lists()["counted"])


def _is_only_change(_entry: Entry, fact: Fact) -> bool:
    """The amount of a change is no level."""
    return fact.change is not None and fact.value is not None and fact.change.value == fact.value


_VAGUE = 5
"""Times the lower end from which a range says little."""


def _is_vague(_entry: Entry, fact: Fact) -> bool:
    """ "Millions of people"; an end below the start is a misreading."""
    low, high = fact.low, fact.high
    return fact.value is None and low is not None and high is not None and not low <= high < _VAGUE * low


def _is_beside(_entry: Entry, fact: Fact) -> bool:
    """A sum in a phrase beside what the clause says: "wants tuition free for families with $125,000 in income"."""
    acting = any(who.role == "agent" for who in fact.participants)
    plain = fact.rule.endswith(":plain") and ":object+" not in fact.rule
    return fact.type == "money" and fact.predicate is None and acting and plain and fact.change is None


def _is_no_measure(_entry: Entry, fact: Fact) -> bool:
    """A share, a sum or tons are of a measure; a percentage is the level of a rate."""
    phrase = _phrase(fact)
    head = load_concepts().get(phrase.head) if phrase is not None else None
    if fact.type == "percent":
        return head is None or head.id not in predicate_lists()["rates"]
    weighed = fact.type == "quantity" and fact.unit is not None and not is_counted(fact.unit)
    return (fact.type == "money" or weighed) and (head is None or head.kind not in ("measure", "event"))


def _is_untold(_entry: Entry, fact: Fact) -> bool:
    """ "100,000 couples divorced", where no lexicon knows the verb, is not 100,000 couples."""
    plain = fact.rule.endswith(":plain") and fact.predicate is None and fact.change is None
    known = fact.rank is not None or ":owner+" in fact.rule
    return plain and not known and (fact.type == "number" or (fact.unit is not None and is_counted(fact.unit)))


_PERIODIC = re.compile(r"\b(?:(?:par|chaque|per|each|every)\s(?:an|année|mois|semaine|jour|heure|minute|year|month|week|day|hour)|"
                       r"(?:a|an)\s(?:year|month|week|day|hour)|annually|monthly|daily|(?:annuel|mensuel|quotidien)lement|l['’]an)\b")  # fmt: skip


def is_periodic(entry: Entry, fact: Fact) -> bool:
    """ "10 billion dollars of oil |a month|" is no sum of its own; a unit that says so itself is."""
    if "-per-" in (fact.unit or ""):
        return False
    end = max(fact.end, fact.item.end if fact.item is not None and fact.item.start < fact.end + _NEAR else 0)
    return bool(_PERIODIC.search(entry.words(fact.end, end + len(" chaque semaine"))))


Check = Callable[[Entry, Fact], bool]
_FIGURES: tuple[tuple[Check, str], ...] = (
    (is_denied, _("what is denied is not told as a figure")),
    (is_unsaid, _("the sum is for a piece of something that has no form here")),
    (is_pointing, _("the thing named is of another that the line does not name")),
    (is_turned, _("the start of the change lies after its end")),
    (is_across, _("the figure and its change are told of two things")),
    (lambda entry, fact: not lies_ahead(entry, fact), _("the date is not that of the event")),
    (is_small, _("the count is too small to stand alone")),
    (is_on_top, _("the number counts what came on top of another")),
    (is_beside_duration, _("the duration is not that of the thing named")),
    (_counts_itself, _("the sentence says how many, not of what")),
    (_is_nobody, _("a person, a house or a country is no figure")),
    (_is_share, _("the percentage is a part of the thing named, not its level")),
    (_is_done, _("what was done is not said by the figure alone")),
    (_is_untold, _("what happened to what is counted is not known")),
    (is_periodic, _("the figure is counted by a period that has no form here")),
    (_is_only_change, _("only the change is known, not the level")),
    (_is_vague, _("the range is too wide")),
    (_is_beside, _("the sum stands beside what the sentence tells")),
    (_is_no_measure, _("the thing named is not measured in this unit")),
)
_UNDATED: tuple[Check, str] = (undated, _("the event has no date of its own"))
_EVENTS: tuple[tuple[Check, str], ...] = (
    (is_grave, _("a charge, a death or a loss is told in the source's words only")),
    (lambda entry, fact: not lies_ahead(entry, fact), _("the date is not that of the event")),
    (lambda entry, fact: not goes_together(entry, fact), _("the verb may mean something else of this thing")),
    (is_of_oneself, _("the verb is reflexive")),
    (is_of_aside, _("the date is not that of the event")),
    (is_of_another, _("the date is not that of the event")),
    (is_pointing, _("the thing named is of another that the line does not name")),
    (is_empty, _("the thing named says nothing by itself")),
)


def _first(checks: Iterable[tuple[Check, str]], entry: Entry, fact: Fact) -> str | None:
    return next((why for test, why in checks if test(entry, fact)), None)


def figure_doubt(entry: Entry, fact: Fact) -> str | None:
    """Why a figure of this item makes no line of ours, as a key of the catalogs; None where nothing speaks against it."""
    return _first(_FIGURES, entry, fact)


def event_doubt(entry: Entry, fact: Fact) -> str | None:
    """The same of an event; what has no date may still gloss its own sentence."""
    return _first(_EVENTS, entry, fact)


def doubt(entry: Entry, fact: Fact) -> str | None:
    """The first reason against a line of ours, for people who ask."""
    return _first((_UNDATED, *_EVENTS) if fact.type == "event" else _FIGURES, entry, fact)
