"""Who takes part in a statement and how: agent, patient, exporter, importer, partner, target, addressee, origin."""

from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.grammar import DETERMINERS, OF, PREPOSITIONS
from briefgen.extract.facts.nouns import Range, subject
from briefgen.extract.facts.reading import Reading
from briefgen.lexicon.places import place
from briefgen.model.evidence import Participant
from briefgen.model.mention import Mention

_PARTIES = frozenset(("territory", "demonym", "metonym", "person", "organization", "office", "region"))
_PLACES = frozenset(("territory", "demonym", "metonym", "region"))
_BY_PREPOSITION = {
    "par": "agent", "by": "agent", "avec": "partner", "with": "partner", "contre": "target", "against": "target",
    "vers": "destination", "depuis": "origin", "from": "origin", "à": "addressee", "au": "addressee", "aux": "addressee",
    "to": "addressee", "entre": "party", "between": "party",
}  # fmt: skip
_INWARD = frozenset(
    "importation importations achat achats import imports purchase purchases importer importé acheter".split()
)
_OUTWARD = frozenset(
    "exportation exportations vente ventes livraison livraisons export exports sale sales delivery deliveries shipments".split()
)
_IN = frozenset("en dans in at".split())


def parties(reading: Reading, clause: Clause, item: Range | None, predicate: str | None = None) -> list[Participant]:
    """The named parties of a clause besides its subject, in text order, each once."""
    found: dict[tuple[str, str | None, str | None], Participant] = {}
    agent = subject(reading, clause)
    for mention in _mentions(reading, clause, item):
        token = reading.document.analysis.tokens.first_at(mention.start)
        if mention.kind == "demonym" and _describes_person(reading, mention):
            continue
        if mention.kind in ("territory", "metonym") and in_longer_name(reading, mention):
            continue
        after = reading.document.analysis.tokens.first_at(mention.end)
        if reading.forms[after : after + 1] == ("-",) and reading.forms[after + 1].endswith("ed"):
            continue  # "the |Panama|-flagged tanker"
        inside = item is not None and item[0] <= token < item[1]
        if not inside and agent is not None and agent[0] <= token < agent[1]:
            continue
        role = _in_item(reading, clause, item, token, mention) if inside and item else None
        role = role or _role(reading, clause, item, token, mention, predicate)
        if role == "patient" and clause.verb is not None and clause.verb.copula:
            continue
        party = party_of(reading, mention, role)
        found.setdefault((role, party.territory, party.id), party)
    return list(found.values())


def in_longer_name(reading: Reading, mention: Mention) -> bool:
    """Whether the territory is a piece of another name: "Air |New Zealand|", "|Paris| Match"."""
    tokens = reading.document.analysis.tokens
    first, after = tokens.first_at(mention.start), tokens.first_at(mention.end)
    before = first > reading.first and reading.capital(first - 1) and reading.forms[first - 1].isalpha()
    before = before and (first - 1 > reading.first or reading.forms[first - 1] not in PREPOSITIONS | OF | DETERMINERS)
    behind = after < reading.last and reading.capital(after) and reading.start(after) - mention.end <= 1
    return before or (behind and after not in reading.taken)


def _describes_person(reading: Reading, mention: Mention) -> bool:
    """Whether the nationality belongs to a person who is named right after: "le président russe |Vladimir Poutine|"."""
    return any(m.kind == "person" and 0 < m.start - mention.end <= 12 for m in reading.mentions)


def party_of(reading: Reading, mention: Mention, role: str) -> Participant:
    """The mention as a party."""
    territory, identity = (mention.id, None) if mention.kind in _PLACES else (None, mention.id)
    if mention.kind == "region":
        known = place(mention.id)
        territory, identity = (known.territory, mention.id) if known is not None else (mention.id, None)
    text = reading.document.analysis.text[mention.start : mention.end]
    return Participant(role, text, mention.start, mention.end, territory, identity)


def _mentions(reading: Reading, clause: Clause, item: Range | None) -> list[Mention]:
    ranges = list(clause.segments)
    if item is not None and not any(a <= item[0] and item[1] <= b for a, b in ranges):
        ranges.append(item)
    return sorted(
        {m for a, b in ranges for m in reading.mentions_in(a, b) if m.kind in _PARTIES}, key=lambda m: (m.start, -m.end)
    )


def _role(
    reading: Reading, clause: Clause, item: Range | None, token: int, mention: Mention, predicate: str | None
) -> str:
    before = preposition(reading, token)
    inward = item is not None and any(w in _INWARD for w in reading.forms[item[0] : item[1]])
    if before in ("par", "by"):
        return "importer" if inward else "agent"
    if before in ("provenance", "from"):
        return "exporter" if inward else "origin"
    if before == "destination":
        return "importer"
    if mention.kind in _PLACES and (before in _IN or (before in _AT and predicate not in _TRANSFERS)):
        return "place"
    return _BY_PREPOSITION.get(before, "patient")


_AT = frozenset("à au aux".split())
_TRANSFERS = frozenset("delivery sale export funding loan request warning dialogue threat".split())


def _in_item(reading: Reading, clause: Clause, item: Range, token: int, mention: Mention) -> str | None:
    """Within the thing measured: "importations chinoises" has its importer, "de gaz russe" its exporter."""
    words = reading.forms[item[0] : item[1]]
    before = preposition(reading, token)
    if before in ("provenance", "from"):
        return "exporter"
    if any(w in _INWARD for w in words[:3]):
        of_goods = any(w in OF for w in reading.forms[item[0] : token])
        return "exporter" if mention.kind == "demonym" and of_goods else "importer"
    if any(w in _OUTWARD for w in words[:3]):
        return "importer" if before in ("à", "to", "vers", "au") else "exporter"
    verb = clause.inner or clause.verb
    after = verb is not None and token >= verb.last
    return None if after or (verb is not None and verb.passive) or before in _BY_PREPOSITION else "agent"


def preposition(reading: Reading, token: int) -> str:
    """The preposition that governs the noun at `token`; "" when none stands near."""
    forms = reading.forms
    for back in range(token - 1, max(reading.first - 1, token - 5), -1):
        form = forms[back]
        if (
            form in ("de", "d'", "du", "des", "of")
            and back > reading.first
            and forms[back - 1] in ("provenance", "destination")
        ):
            return forms[back - 1]
        if form in PREPOSITIONS:
            return form
        if form in OF or not form[0].isalpha():
            return ""
    return ""
