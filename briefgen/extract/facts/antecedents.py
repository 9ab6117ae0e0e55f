"""Who acts in a clause: its own subject, the one it shares, or the one a pronoun stands for, with where it came from."""

from collections import Counter

from briefgen.extract.facts.grammar import DETERMINERS, OF, PREPOSITIONS, PRONOUNS, RELATIVES
from briefgen.extract.facts.nouns import Range, core, full_phrase, noun_before, phrase_end, subject
from briefgen.extract.facts.participants import in_longer_name, party_of
from briefgen.extract.facts.reading import Reading, read_sentence
from briefgen.frozen import dataclass
from briefgen.model.evidence import Participant
from briefgen.model.mention import Mention
from briefgen.text.sentences import sentence_at

_SHARING = frozenset(("coordinate", "participle", "purpose", "equation", "complement", "relative"))
_PLURAL = frozenset("ils elles they ceux celles".split())
_MASCULINE = frozenset("il ils".split())
_FEMININE = frozenset("elle elles".split())
_RESOLVED = _PLURAL | _MASCULINE | _FEMININE | frozenset("he she it".split())
_MEASURES = frozenset(
    "budget coût prix chiffre taux nombre part montant lancement mise coûts budgets "
    "cost price number rate share amount launch value".split()
)
"""A pronoun after "le budget de X" that something happens to stands for X."""
_GROUPS = frozenset(
    "pays parties nations voisins gouvernements capitales puissances états côtés countries sides nations governments "
    "neighbors neighbours powers states capitals parties".split()
)
_MANY = frozenset("les des ces deux trois the two three both several plusieurs leurs ses".split())
_PARTIES = frozenset(("territory", "metonym", "demonym"))


@dataclass(frozen=True, slots=True)
class Actor:
    """Tokens of the acting phrase; `reading` is the sentence they stand in."""

    reading: Reading
    span: Range
    inherited: bool = False
    """Whether it stands in another sentence."""
    own: bool = True
    """Whether it is the clause's own subject."""

    def holds(self, party: Participant) -> bool:
        """Whether the party is named inside the acting phrase."""
        return self.reading.start(self.span[0]) <= party.start and party.end <= self.reading.end(self.span[1] - 1)

    def named(self, role: str) -> tuple[Participant, ...]:
        """The lexicon's parties that the acting phrase consists of: "Pékin et Moscou", "le chef de X, |Jean Dupont|"."""
        reading, (first, last) = self.reading, self.span
        found = [m for m in reading.mentions_in(first, last) if m.kind in _NAMED]
        people = [m for m in found if m.kind == "person" and not _is_owner(reading, m, first)]
        heads = people or [m for m in found if not _depends(reading, m, first, last)]
        return tuple({m.id: party_of(reading, m, role) for m in heads}.values())

    def words(self, role: str) -> Participant:
        """The actor as a party in its own words."""
        reading, (first, last) = self.reading, self.span
        where = {m.id for m in reading.mentions_in(first, last) if m.kind in _PARTIES}
        territory = where.pop() if len(where) == 1 else None
        return Participant(role, reading.text(first, last), reading.start(first), reading.end(last - 1), territory)


_NAMED = frozenset(("territory", "metonym", "person", "organization", "outlet"))


def _is_owner(reading: Reading, mention: Mention, first: int) -> bool:
    """Whether somebody is acted for: "l'avocat |de| Jean Dupont", "Jean Dupont|'s| lawyer"; not "le ministre de X, Jean Dupont"."""
    tokens = reading.document.analysis.tokens
    token, after = tokens.first_at(mention.start) - 1, tokens.first_at(mention.end)
    while token > first and reading.forms[token].rstrip(".") in _TITLES:
        token -= 1
    return (token > first and reading.forms[token] in _ACTING_FOR) or reading.forms[after : after + 1] == ("'s",)


_ACTING_FOR = OF | frozenset(("for", "pour", "chez"))
_TITLES = frozenset(
    "m mm mme mr mrs ms dr président présidente president roi reine king queen pape pope chancelier chancellor sénateur senator sen "
    "gouverneur governor maire mayor premier ministre prime minister".split()
)


def _depends(reading: Reading, mention: Mention, first: int, last: int) -> bool:
    """Whether the name hangs on another noun of the phrase: "le chef |de Roscosmos|", "the |Paris| mayor"."""
    tokens = reading.document.analysis.tokens
    token, after = tokens.first_at(mention.start), tokens.first_at(mention.end)
    if after + 1 < last and reading.forms[after] == "-" and reading.forms[after + 1].endswith(("ed", "led", "born")):
        return True  # "the |Panama|-flagged tanker"
    if reading.forms[after : after + 1] == ("'s",):
        return True
    if not reading.document.french and after < last and reading.forms[after].isalpha() and not reading.capital(after):
        return reading.forms[after] not in _GOING_ON
    if mention.kind in ("territory", "metonym", "organization") and in_longer_name(reading, mention):
        return True
    before = reading.forms[token - 1] if token > first else ""
    if before in ("l'", "le", "la", "les", "the") and token - 1 > first:
        before = reading.forms[token - 2]
    return before in OF or before == "'s" or (before in PREPOSITIONS)


_GOING_ON = frozenset("and or itself himself herself alone also as".split()) | PREPOSITIONS


def actor_of(reading: Reading, index: int, event: bool = True) -> Actor | None:
    """The actor of the clause; None where nobody is sure."""
    clause = reading.clauses[index]
    span = subject(reading, clause)
    if span is not None and reading.forms[span[0]] in RELATIVES:
        span = None
    if span is None:
        return _shared(reading, index, event)
    if reading.is_pronoun(span[0]):
        return _of_pronoun(reading, index, reading.forms[span[0]], event) if span[1] - span[0] == 1 else None
    cut = _named_beside(reading, span) or _trimmed(reading, span)
    return Actor(reading, cut) if cut else None


def _named_beside(reading: Reading, span: Range) -> Range | None:
    """The name that stands for a leaning subject: "Sa dernière station, |Mir-1|,"."""
    if reading.forms[span[0]] not in _LEANING:
        return None
    comma = next((t for t in range(*span) if reading.forms[t] == ","), None)
    if comma is None or comma + 1 >= span[1] or not reading.capital(comma + 1):
        return None
    return comma + 1, phrase_end(reading, comma + 1, span[1])


def owner_of(reading: Reading, token: int, index: int) -> Actor | None:
    """Whose "ses 2,3 millions de cas" are: the subject of the clause before, else of the sentence before."""
    if reading.forms[token] not in _LEANING:
        return None
    before, own = previous(reading), reading.clauses[index].parent
    if own is not None:
        actor = actor_of(reading, own)
        if actor is not None and actor.span[1] <= token:
            return actor
    actor = actor_of(before, 0) if before is not None else None
    return Actor(actor.reading, actor.span, inherited=True, own=False) if actor is not None else None


def _trimmed(reading: Reading, span: Range) -> Range | None:
    """The subject without article, and without what a comma sets apart after it unless that is a name."""
    cut = core(reading, *span)
    if cut is None:
        return None
    end = full_phrase(reading, cut[0], cut[1])
    if (
        cut[0] < end - 1
        and end < cut[1]
        and reading.forms[end] in PREPOSITIONS
        and _is_participle(reading.forms[end - 1])
    ):
        end -= 1
    if end < cut[1] and reading.forms[end] == "," and reading.capital(end + 1 if end + 1 < cut[1] else end):
        end = max(phrase_end(reading, end + 1, cut[1]), end)
    return (cut[0], end) if end > cut[0] else cut


def _is_participle(form: str) -> bool:
    return form.endswith(("é", "ée", "és", "ées", "ed"))


def _shared(reading: Reading, index: int, event: bool) -> Actor | None:
    clause = reading.clauses[index]
    if clause.kind == "relative":
        noun = noun_before(reading, clause.first, reading.first)
        cut = core(reading, *noun) if noun else None
        return Actor(reading, cut, own=False) if cut else None
    if clause.kind not in _SHARING or clause.parent is None:
        return None
    above = actor_of(reading, clause.parent, event)
    return Actor(above.reading, above.span, above.inherited, own=False) if above else None


def _of_pronoun(reading: Reading, index: int, pronoun: str, event: bool) -> Actor | None:
    if pronoun not in _RESOLVED:
        return None
    for other in range(index - 1, -1, -1):
        span = subject(reading, reading.clauses[other])
        cut = _trimmed(reading, span) if span else None
        if span is None or cut is None or reading.is_pronoun(cut[0]):
            continue
        sure = _agrees(reading, span, pronoun) and not _has_object(reading, other, pronoun)
        return Actor(reading, _thing(reading, cut, event), own=False) if sure else None
    return _from_before(reading, pronoun)


def _has_object(reading: Reading, index: int, pronoun: str) -> bool:
    """Whether the clause names another thing that "it" may stand for ("X agreed a deal and it was …")."""
    clause = reading.clauses[index]
    verb = clause.inner or clause.verb
    if verb is None or verb.passive or pronoun not in ("it", "il", "elle", "they", "ils", "elles"):
        return False
    if any(s.id == "report" for s in verb.senses):
        return False
    after = verb.last
    return after < clause.last and reading.forms[after] in DETERMINERS and after not in reading.taken


def _thing(reading: Reading, span: Range, event: bool) -> Range:
    forms = reading.forms
    if event and forms[span[0]] in _MEASURES and span[0] + 1 < span[1] and forms[span[0] + 1] in OF:
        inner = core(reading, span[0] + 1, span[1])
        return inner or span
    return span


def _agrees(reading: Reading, span: Range, pronoun: str) -> bool:
    """Whether number and, where the article tells it, gender fit."""
    forms, first = reading.forms, span[0]
    many = forms[first] in _MANY or any(f in ("et", "and") for f in forms[first : span[1]])
    if many != (pronoun in _PLURAL):
        return False
    if pronoun in _MASCULINE and forms[first] in ("la", "une", "cette"):
        return False
    return not (pronoun in _FEMININE and forms[first] in ("le", "un", "ce"))


def _from_before(reading: Reading, pronoun: str) -> Actor | None:
    """The main subject of the sentence before, in the same paragraph, where it agrees."""
    before = previous(reading)
    if before is None:
        return None
    span = subject(before, before.clauses[0])
    if span is None or not _agrees(before, span, pronoun) or before.forms[span[0]] in PRONOUNS:
        return None
    if pronoun in ("he", "she") and not any(m.kind in ("person", "office") for m in before.mentions_in(*span)):
        return None
    cut = _trimmed(before, span)
    return Actor(before, cut, inherited=True, own=False) if cut else None


def previous(reading: Reading, anywhere: bool = False) -> Reading | None:
    """The reading of the sentence before, in the same paragraph unless `anywhere`."""
    analysis = reading.document.analysis
    index = sentence_at(analysis.sentences, reading.span[0]) - 1
    if index < 0 or (not anywhere and "\n" in analysis.text[analysis.sentences[index][1] : reading.span[0]]):
        return None
    return read_sentence(reading.document, analysis.sentences[index])


def pair_of(reading: Reading, index: int) -> list[Participant]:
    """The two territories that "les deux pays" of a clause stand for: the two that the text before names by far most."""
    span = subject(reading, reading.clauses[index])
    if span is None or not _is_group(reading, span):
        return []
    counts: Counter[str] = Counter()
    latest: dict[str, Participant] = {}
    for mention in reading.document.mentions:
        if mention.start >= reading.span[0]:
            break
        if mention.kind in _PARTIES:
            counts[mention.id] += 1
            text = reading.document.analysis.text[mention.start : mention.end]
            if mention.kind != "demonym" or mention.id not in latest:
                latest[mention.id] = Participant("agent", text, mention.start, mention.end, mention.id)
    best = counts.most_common(3)
    if len(best) < 2 or (len(best) > 2 and best[1][1] == best[2][1]):
        return []
    pair = [name for name, _ in best[:2]]
    clear = len(best) == 2 or best[1][1] >= 2 * best[2][1] or set(pair) == _lead_pair(reading)
    return [latest[name] for name in pair] if clear else []


def _lead_pair(reading: Reading) -> set[str]:
    """The territories that act in the text's first sentence."""
    document = reading.document
    first = next((s for s in document.analysis.sentences if s not in document.analysis.headings), None)
    if first is None:
        return set()
    lead = read_sentence(document, first)
    actor = actor_of(lead, 0)
    return {p.territory for p in actor.named("agent") if p.territory} if actor else set()


def state_before(reading: Reading, anywhere: bool = False, depth: int = 2) -> Participant | None:
    """The territory that acts in the two sentences before, or the only one they name; None where that leaves a doubt."""
    before = previous(reading, anywhere)
    found: dict[str, Participant] = {}
    for _ in range(2):
        if before is None:
            break
        actor = actor_of(before, 0)
        acting = [p for p in actor.named("place") if p.territory] if actor is not None else []
        if len(acting) == 1:
            return acting[0]
        meant = state_meant(before, actor.span, depth - 1) if actor is not None and depth else None
        if meant is not None:
            return meant
        for mention in before.mentions:
            if mention.kind in ("territory", "metonym"):
                found.setdefault(mention.id, party_of(before, mention, "place"))
        before = previous(before, anywhere)
    return next(iter(found.values())) if len(found) == 1 else None


_STATES = frozenset("pays royaume archipel country kingdom nation".split())


def state_meant(reading: Reading, span: Range, depth: int = 2) -> Participant | None:
    """The territory that a bare "le pays", "the country" means."""
    first, last = span
    if last - first != 1 or reading.forms[first] not in _STATES:
        return None
    return state_before(reading, True, depth)


def _is_group(reading: Reading, span: Range) -> bool:
    forms = reading.forms[span[0] : span[1]]
    return any(f in ("deux", "two", "both") for f in forms) and forms[-1] in _GROUPS and len(forms) <= 4


_DEFINITE = frozenset("le la l' les the ce cet cette ces this these".split())
_FAR = 3


def fuller_phrase(reading: Reading, span: Range) -> tuple[Reading, Range] | None:
    """Where one of the three sentences before says in full what a bare "le programme", "the deal" means."""
    first, last = span
    if (
        last - first != 1
        or first == reading.first
        or reading.forms[first - 1] not in _DEFINITE
        or reading.capital(first)
    ):
        return None
    word, before = reading.forms[first], reading
    for _ in range(_FAR):
        earlier = previous(before)
        if earlier is None:
            return None
        for token in range(earlier.first, earlier.last):
            if earlier.forms[token] == word:
                end = phrase_end(earlier, token, earlier.last)
                if end - token > 1:
                    return earlier, (token, end)
        before = earlier
    return None


def leans(reading: Reading, span: Range) -> bool:
    """Whether a phrase points elsewhere: "sa station", "cette décision", "the two sides"."""
    forms = reading.forms
    before = forms[span[0] - 1] if span[0] > reading.first else ""
    pointing = ("ce", "cet", "cette", "ces", "this", "that", "these", "those", "celui", "celle", "ceux")
    return (
        before in pointing
        or forms[span[0]] in pointing
        or (forms[span[0]] in DETERMINERS and forms[span[0]] in _LEANING)
    )


_COMPARING = frozenset(
    "similar such other another same further additional others some many most all several tel tels telle telles autre "
    "autres même mêmes certains certaines plusieurs quelques aucun aucune none one".split()
)
"""Words by which a phrase leans on what was said before, or names nobody."""
_LEANING = frozenset("son sa ses leur leurs its his her their mon ma mes notre nos votre vos my our your".split())
