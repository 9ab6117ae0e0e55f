"""Who says so: the attribution chain of each clause, and how far it reaches.

A source holds for the clause that names it. "Selon X" at the end or the beginning covers the whole sentence, inside it its own
clause; "X a indiqué que" covers what it reports; a trailing ", a déclaré X" all before it. None of them leaves its sentence.
"""

from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.grammar import ADVERBS
from briefgen.extract.facts.nouns import Range, core, phrase_end, subject
from briefgen.extract.facts.participants import in_longer_name
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.senses import source_kinds, source_openers
from briefgen.lexicon.organizations import organization
from briefgen.model.evidence import Attribution, Quote
from briefgen.model.mention import Mention

_KINDS = {
    "territory": "government",
    "metonym": "government",
    "person": "person",
    "outlet": "outlet",
    "office": "person",
}
_VAGUE = frozenset(
    "plan agreement accord contrat calendrier law loi forecasts prévisions projections normes critères besoins règles "
    "modalités moyens cas standards norms rules criteria needs circumstances lequel laquelle lesquels lesquelles which".split()
)
"""After "selon" and "according to": no source."""


def attributions(reading: Reading) -> dict[int, Attribution]:
    """Clause index → its source; clauses without one are absent."""
    found: dict[int, Attribution] = {}
    for index, clause in enumerate(reading.clauses):
        if clause.kind == "source":
            source = _named(reading, clause)
            if source is not None:
                for covered in _covered(reading, index, clause):
                    found.setdefault(covered, source)
        elif _reports(clause):
            _report(reading, index, clause, found)
    return found


def _reports(clause: Clause) -> bool:
    return clause.verb is not None and any(s.id == "report" for s in clause.verb.senses) and not clause.verb.negated


def _named(reading: Reading, clause: Clause) -> Attribution | None:
    opener = source_openers(reading.document.analysis.language).at(reading.forms, clause.first)
    first = opener[0] if opener else clause.first + 1
    source = attribution_of(reading, first, clause.last)
    if source is None:
        return None
    index = next(i for i, c in enumerate(reading.clauses) if c is clause)
    for other in reading.clauses:
        if other.parent == index and other.kind in ("cites", "relative"):
            cited = _cited(reading, other)
            if cited is not None:
                return Attribution(source.name, source.kind, source.start, source.end, cited)
    return source


def _cited(reading: Reading, clause: Clause) -> Attribution | None:
    opener = source_openers(reading.document.analysis.language).at(reading.forms, clause.first)
    if opener is None or opener[1] != "cites":
        return None
    return attribution_of(reading, opener[0], clause.last)


def _covered(reading: Reading, index: int, clause: Clause) -> list[int]:
    """The clauses of which a "selon X" speaks."""
    kinds = ("source", "cites", "tail")
    others = [
        i for i, c in enumerate(reading.clauses) if c.kind not in kinds and i != index and not _below(reading, i, index)
    ]
    ends = all(reading.clauses[i].last <= clause.first for i in others)
    begins = clause.first <= reading.first + 2
    if ends or begins:
        return others
    parent = clause.parent if clause.parent is not None else 0
    return [i for i in others if i == parent or _below(reading, i, parent)]


def _below(reading: Reading, index: int, above: int) -> bool:
    parent = reading.clauses[index].parent
    while parent is not None:
        if parent == above:
            return True
        parent = reading.clauses[parent].parent
    return False


def _report(reading: Reading, index: int, clause: Clause, found: dict[int, Attribution]) -> None:
    speaker = reporter(reading, clause)
    if clause.kind == "participle" and speaker is None and clause.parent is not None:
        speaker_of = reading.clauses[clause.parent]
        speaker = reporter(reading, speaker_of) if _reports(speaker_of) else found_subject(reading, speaker_of)
    if speaker is None:
        return
    for other, covered in enumerate(reading.clauses):
        tail = clause.kind == "tail" and covered.last <= clause.first and covered.kind not in ("source", "cites")
        if tail or (covered.kind == "complement" and covered.parent == index):
            found.setdefault(other, speaker)
            for below, inner in enumerate(reading.clauses):
                before = clause.kind != "tail" or inner.last <= clause.first
                if before and inner.kind not in ("source", "cites") and _below(reading, below, other):
                    found.setdefault(below, speaker)


def found_subject(reading: Reading, clause: Clause) -> Attribution | None:
    """The subject of the clause as a source ("X a fait …, ajoutant que")."""
    span = subject(reading, clause)
    return attribution_of(reading, *span) if span and not reading.is_pronoun(span[0]) else None


def reporter(reading: Reading, clause: Clause) -> Attribution | None:
    """Who reports: the subject before the verb, or after it in an inversion; None for a pronoun."""
    verb = clause.verb
    if verb is None or verb.passive:
        return None
    span = subject(reading, clause)
    if span is None and clause.kind in ("tail", "main", "coordinate"):
        after = verb.last
        if reading.forms[after : after + 1] == ("-",):
            return _housed(reading, after, clause.last)
        while after < clause.last and (reading.forms[after] in ADVERBS or after in reading.taken):
            after = reading.taken.get(after, after + 1)
        span = (after, clause.last) if after < clause.last else None
    if span is None or reading.is_pronoun(span[0]):
        return None
    return attribution_of(reading, *span)


_HOUSES = frozenset(("chez", "auprès", "à", "au", "aux"))


def _housed(reading: Reading, hyphen: int, last: int) -> Attribution | None:
    """ "estime-t-on |chez Aurélia Conseil|": the house behind an impersonal inversion; a pronoun names nobody."""
    forms = reading.forms
    on = next((t for t in range(hyphen + 1, min(hyphen + 4, last)) if forms[t] == "on"), None)
    if on is None or on + 2 >= last or forms[on + 1] not in _HOUSES:
        return None
    return attribution_of(reading, on + 2, last)


def attribution_of(reading: Reading, first: int, last: int) -> Attribution | None:
    """The source named by tokens [first, last): its own name where it has one, else the noun phrase."""
    while first < last and first in reading.taken:
        first = reading.taken[first]
    span = core(reading, first, min(last, first + 30))
    if (
        span is None
        or not reading.forms[span[0]][0].isalnum()
        or span[0] in reading.taken
        or reading.is_pronoun(span[0])
    ):
        return None
    end = phrase_end(reading, span[0], min(last, span[0] + 16))
    if end <= span[0] or reading.forms[span[0]] in _VAGUE:
        return None
    low, high = reading.start(span[0]), reading.end(end - 1)
    named = [m for m in reading.mentions_in(span[0], last) if m.kind in ("organization", "outlet", "person")]
    kind = kind_of(reading, span[0], end)
    chosen = _chosen(reading, span, named, high) if kind not in ("dataset", "document") else None
    if chosen is not None:
        text = reading.document.analysis.text[chosen.start : chosen.end]
        return Attribution(text, _kind_of_mention(chosen, kind), chosen.start, chosen.end)
    beside = _name_beside(reading, end, last)
    if beside is not None and kind in ("person", "government", "agency", "outlet"):
        low, high = reading.start(beside[0]), reading.end(beside[1] - 1)
        return Attribution(reading.document.analysis.text[low:high], "person", low, high)
    if kind == "person" and _is_body(reading, first, span[0], end):
        kind = "agency"
    name = _name_inside(reading, span[0], end)
    if name is not None and kind in ("state_media", "outlet", "agency"):
        low, high = reading.start(name[0]), reading.end(name[1] - 1)
    return Attribution(reading.document.analysis.text[low:high], kind, low, high)


def _chosen(reading: Reading, span: Range, named: list[Mention], high: int) -> Mention | None:
    """The lexicon's name of the source: a person beside the function, else the body that heads the phrase."""
    near = [m for m in named if m.start <= high + 2 or m.kind == "person"]
    person = next((m for m in near if m.kind == "person"), None)
    if person is not None:
        return person
    body = next(iter(near), None)
    if body is None or body.start > high:
        return None
    token = reading.document.analysis.tokens.first_at(body.start)
    return None if token > span[0] and reading.forms[token - 1] in ("de", "d'", "du", "des", "of", "l'", "la") else body


def _kind_of_mention(mention: Mention, words: str) -> str:
    if mention.kind == "person":
        return "person"
    known = organization(mention.id)
    kind = known.attribution_kind if known is not None else words
    return words if words == "state_media" else "agency" if kind in ("organization", "person") else kind


def _is_body(reading: Reading, first: int, start: int, end: int) -> bool:
    """Whether a single name is an institution's: an acronym, or one with an article ("l'Insee", "la Nasa")."""
    text = reading.text(start, end)
    acronym = text.isupper() and len(text) > 1
    return end - start == 1 and (acronym or (start > first and reading.forms[start - 1] in ("l'", "la", "le", "the")))


def _name_beside(reading: Reading, end: int, last: int) -> Range | None:
    """The name that a comma sets beside a function: "le ministre des Finances, |Jean Dupont|,"."""
    forms = reading.forms
    comma = next((t for t in range(end, min(last, end + 8)) if forms[t] == ","), None)
    if comma is None or comma + 1 >= last or not reading.capital(comma + 1):
        return None
    stop = comma + 1
    while stop < last and (reading.capital(stop) or forms[stop] in ("-", ".", "de", "du", "al", "ben", "van", "von")):
        stop += 1
    return (comma + 1, stop) if 1 <= stop - comma - 1 <= 6 and forms[stop - 1][-1].isalnum() else None


def _name_inside(reading: Reading, first: int, last: int) -> Range | None:
    """The proper name after a common noun: "le média d'État russe |RT|"."""
    start = last
    while start > first and reading.capital(start - 1):
        start -= 1
    return (start, last) if first < start < last else None


def kind_of(reading: Reading, first: int, last: int) -> str:
    """Kind of the source that tokens [first, last) name; ``person`` when no word tells."""
    matcher = source_kinds(reading.document.analysis.language)
    kinds = {hit[1] for t in range(first, last) if (hit := matcher.at(reading.forms, t))}
    for kind in ("state_media", "dataset", "document"):
        if kind in kinds:
            return kind
    head = matcher.at(reading.forms, first)
    if head:
        return head[1]
    for kind in ("agency", "outlet", "government"):
        if kind in kinds:
            return kind
    mention = next((m for m in reading.mentions_in(first, last) if not in_longer_name(reading, m)), None)
    return _KINDS.get(mention.kind, "agency" if mention.kind == "organization" else "person") if mention else "person"


_SURE = 0.6
"""Score of a quotation from which its speaker is taken for the source of what it holds."""


def of_quote(quote: Quote) -> Attribution | None:
    """The speaker of a quote as a source; None when nobody is sure."""
    speaker = quote.speaker
    if speaker is None or speaker.start is None or speaker.end is None or quote.score < _SURE:
        return None
    kind = {"organization": "agency", "document": "document", "group": "government"}.get(speaker.kind, "person")
    return Attribution(
        speaker.name, kind, speaker.start, speaker.end, quote.attribution[0] if quote.attribution else None
    )
