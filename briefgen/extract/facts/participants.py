"""Who takes part in a statement and how: agent, patient, exporter, importer, partner, target, addressee, origin."""

from briefgen.extract.facts.clauses import Clause
from briefgen.extract.facts.grammar import OF, PREPOSITIONS
from briefgen.extract.facts.nouns import Range, subject
from briefgen.extract.facts.reading import Reading
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


def parties(reading: Reading, clause: Clause, item: Range | None) -> list[Participant]:
    """The named parties of a clause in text order, each once."""
    found: dict[tuple[str, str | None, str | None, str], Participant] = {}
    agent = subject(reading, clause)
    item_words = reading.forms[item[0] : item[1]] if item else ()
    for mention in _mentions(reading, clause, item):
        role = _role(reading, clause, agent, item, item_words, mention)
        if role is None:
            continue
        territory = mention.id if mention.kind in _PLACES else None
        identity = None if mention.kind in _PLACES else mention.id
        text = reading.document.analysis.text[mention.start : mention.end]
        found.setdefault(
            (role, territory, identity, ""), Participant(role, text, mention.start, mention.end, territory, identity)
        )
    return list(found.values())


def _mentions(reading: Reading, clause: Clause, item: Range | None) -> list[Mention]:
    ranges = list(clause.segments)
    if item is not None and not any(a <= item[0] and item[1] <= b for a, b in ranges):
        ranges.append(item)
    return sorted(
        {m for a, b in ranges for m in reading.mentions_in(a, b) if m.kind in _PARTIES}, key=lambda m: (m.start, -m.end)
    )


def _role(
    reading: Reading, clause: Clause, agent: Range | None, item: Range | None, words: tuple[str, ...], mention: Mention
) -> str | None:
    token = reading.document.analysis.tokens.first_at(mention.start)
    before = _preposition(reading, token)
    if item is not None and item[0] <= token < item[1]:
        return _in_item(reading, item, words, token, before, mention)
    if words and before in ("par", "by") and any(w in _INWARD for w in words):
        return "importer"
    if before == "provenance" or before == "from":
        return "exporter" if any(w in _INWARD for w in words) else "origin"
    if before == "destination":
        return "importer"
    if before in _IN and mention.kind in _PLACES:
        return "place"
    if agent is not None and agent[0] <= token < agent[1]:
        passive = clause.verb is not None and (clause.inner or clause.verb).passive
        return "patient" if passive else "agent"
    if before in _BY_PREPOSITION:
        return _BY_PREPOSITION[before]
    return "patient" if clause.verb is not None and token >= clause.verb.last else None


def _in_item(reading: Reading, item: Range, words: tuple[str, ...], token: int, before: str, mention: Mention) -> str:
    """Within the thing measured: "importations chinoises" has its importer, "de gaz russe" its exporter."""
    head = words[0] if words else ""
    of_goods = any(w in OF for w in reading.forms[item[0] : token])
    if before in ("provenance", "from"):
        return "exporter"
    if any(w in _INWARD for w in words[:3]) or head in _INWARD:
        return "exporter" if mention.kind == "demonym" and of_goods else "importer"
    if any(w in _OUTWARD for w in words[:3]):
        return "importer" if before in ("à", "to", "vers", "au") else "exporter"
    return "agent"


def _preposition(reading: Reading, token: int) -> str:
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
