"""Clauses of a sentence: which tokens state one thing, under which verb, and what they hang on.

A scan from left to right with a current clause. Openers (relative and subordinating words, a comma with a gerund, "selon X")
start a clause below the current one; a verb that the current clause has no room for closes it or starts a sister.
"""

from dataclasses import dataclass, field
from typing import Literal

from briefgen.extract.facts.grammar import ADVERBS, CONJUNCTIONS, DETERMINERS, OF, RELATIVES, SUBORDINATORS
from briefgen.extract.facts.verbs import VerbGroup

Kind = Literal[
    "main", "coordinate", "complement", "relative", "adverbial", "participle", "reduced", "purpose", "equation", "source",
    "cites", "tail", "aside",
]  # fmt: skip
_CLOSED_BY_COMMA = frozenset(("relative", "reduced", "source", "cites", "participle", "purpose"))
_BEFORE_QUE = frozenset("alors tandis avant après depuis afin bien pour dès pendant sans parce sorte".split())
_TIME_OPENERS = frozenset("as after before since until once quand lorsque lorsqu' when while whereas whilst".split())
_NO_CLAUSE = frozenset("of a an well many much part far for to per then".split())
"""After "as": "as of Thursday", "as a result"."""
_ONLY_CLAUSES = frozenset("quand lorsque lorsqu' when while whereas whilst".split())
_PAST_INFINITIVE = frozenset("pour après for after".split())
_HAVING = (("avoir",), ("être",), ("s'",), ("having",))
"""After them: what somebody is punished or praised for, with a date of its own ("pour avoir contourné l'embargo en 2023")."""
_COMPARED = frozenset("plus moins aussi autant tel tels telle telles même mêmes autre autres more less other".split())


@dataclass(slots=True)
class Clause:
    """Token ranges [first, last) in reading order; `parent` is an index into the sentence's clauses."""

    kind: Kind
    parent: int | None
    segments: list[tuple[int, int]] = field(default_factory=list)
    verb: VerbGroup | None = None
    inner: VerbGroup | None = None
    """The infinitive that the finite verb governs ("prévoit de lancer")."""

    def holds(self, token: int) -> bool:
        """Whether the token belongs to the clause itself."""
        return any(a <= token < b for a, b in self.segments)

    @property
    def first(self) -> int:
        """The first token."""
        return self.segments[0][0]

    @property
    def last(self) -> int:
        """The token after the last."""
        return self.segments[-1][1]


class _Scan:
    def __init__(
        self,
        forms: tuple[str, ...],
        start: int,
        end: int,
        groups: list[VerbGroup],
        openers: dict[int, str],
        french: bool,
        names: frozenset[int],
    ):
        self.french, self.names = french, names
        self.forms, self.start, self.end, self.openers = forms, start, end, openers
        self.groups = {g.first: g for g in groups}
        self.finite = [g.first for g in groups if g.finite]
        self.clauses = [Clause("main", None)]
        self.current = 0
        self.opened = start
        self.conjunction: int | None = None
        self.comma: int | None = None

    def run(self) -> list[Clause]:
        i = self.start
        while i < self.end:
            group = self.groups.get(i)
            if group is not None and not (self.forms[i] == "soit" and self._after_comma(i)):
                self._verb(group)
                i = group.last
                continue
            self._word(i)
            i += 1
        self._cut(self.end)
        for clause in self.clauses:
            if not clause.segments:
                clause.segments.append((self.end, self.end))
        return self.clauses

    # -- moving between clauses
    def _cut(self, at: int) -> None:
        if at > self.opened:
            self.clauses[self.current].segments.append((self.opened, at))
        self.opened = max(at, self.opened)

    def _open(self, kind: Kind, at: int, parent: int | None) -> Clause:
        self._uncut(at)
        self._cut(at)
        self.clauses.append(Clause(kind, parent))
        self.current = len(self.clauses) - 1
        self.conjunction = None
        return self.clauses[-1]

    def _uncut(self, at: int) -> None:
        """Takes tokens from `at` on back from the segment that was closed after it."""
        if at < self.opened:
            segments = self.clauses[self.current].segments
            while segments and segments[-1][1] > at:
                first, _ = segments.pop()
                if first < at:
                    segments.append((first, at))
            self.opened = at

    def _return(self, at: int) -> None:
        parent = self.clauses[self.current].parent
        self._cut(at)
        self.current = parent if parent is not None else 0

    def _after_comma(self, i: int) -> bool:
        return i > self.start and self.forms[i - 1] in (",", "(", "–", "-", "—")

    # -- words
    def _word(self, i: int) -> None:
        form, clause = self.forms[i], self.clauses[self.current]
        if i in self.openers and clause.kind != "source":
            self._open("cites" if self.openers[i] == "cites" else "source", i, self.current)
        elif i in self.openers and self.openers[i] == "cites":
            self._open("cites", i, self.current)
        elif form == ",":
            self._comma(i)
        elif form in (";", ":") and (clause.verb is not None or form == ":") and self._finite_between(i, self.end):
            self._open("main", i + 1, None)
        elif form in ("–", "—", "("):
            self._open("aside", i, self.current) if clause.kind != "aside" else self._return(i + 1)
        elif form == ")" and clause.kind == "aside":
            self._return(i + 1)
        elif form == "soit" and self._after_comma(i):
            self._open("equation", i, self.current)
        elif form in CONJUNCTIONS:
            self.conjunction = i
        else:
            self._subordinate(i, form, clause)

    def _comma(self, i: int) -> None:
        self.comma = i
        clause = self.clauses[self.current]
        following = self.forms[i + 1] if i + 1 < self.end else ""
        if clause.kind == "adverbial" and clause.parent is not None and self.clauses[clause.parent].verb is None:
            self._return(i + 1)
            return
        while clause.kind in _CLOSED_BY_COMMA and clause.parent is not None:
            if clause.kind == "source" and i + 1 in self.names and "," in self.forms[i + 2 : i + 7]:
                return
            if clause.kind == "source" and (following in RELATIVES or self.openers.get(i + 1) == "cites"):
                return
            parent = self.clauses[clause.parent]
            resumed = parent.verb is None or (i + 1) in self.finite or clause.kind in ("source", "cites", "reduced")
            if not resumed or (clause.verb is None and clause.kind == "relative" and i + 1 not in self.finite):
                return
            self._return(i)
            clause = self.clauses[self.current]

    def _subordinate(self, i: int, form: str, clause: Clause) -> None:
        if form in RELATIVES and not (form == "who" and i in self.names) and i > self.start and clause.kind != "source":
            if form != "où" or self._finite_between(i, self._next_comma(i)):
                self._open("relative", i, self.current)
        elif form in ("que", "qu'", "that"):
            self._que(i, form, clause)
        elif form in _PAST_INFINITIVE and clause.verb is not None and self._having(i + 1):
            self._open("purpose", i, self.current)
        elif form in _TIME_OPENERS:
            following = self.forms[i + 1] if i + 1 < self.end else ""
            if (
                (following not in _NO_CLAUSE or (form in _ONLY_CLAUSES and following in DETERMINERS))
                and not following[:1].isdigit()
                and self._finite_between(i, self._next_comma(i))
            ):
                self._open("adverbial", i, self.current)
        elif form in SUBORDINATORS and form not in ("s'", "si", "bien", "alors", "afin", "pour", "comme", "tandis"):
            self._open("adverbial", i, self.current)

    def _having(self, i: int) -> bool:
        """Whether "pour", "for" opens what was done: "pour |avoir contourné|", "for |evading| the embargo"."""
        if i + 1 >= self.end:
            return False
        gerund = not self.french and len(self.forms[i]) > 5 and self.forms[i].endswith("ing")
        return (gerund and self.forms[i + 1] in DETERMINERS) or self.forms[i : i + 1] in _HAVING

    def _que(self, i: int, form: str, clause: Clause) -> None:
        before = self.forms[i - 1] if i > self.start else ""
        if form != "that" and before in _BEFORE_QUE:
            self._open("adverbial", i - 1, self.current)
            return
        if not self._finite_between(i, self.end):
            return
        if form != "that" and clause.verb and any(w in _COMPARED for w in self.forms[max(self.start, i - 3) : i]):
            return
        reports = clause.verb is not None and (
            any(s.id in ("report", "announcement", "warning", "confirmation") for s in clause.verb.senses)
            or before == "et"
        )
        if form == "that" and not reports and (before in CONJUNCTIONS or before in DETERMINERS):
            return
        adjacent = clause.verb is not None and i - clause.verb.last <= 1
        again = clause.kind == "complement" and before in CONJUNCTIONS
        if again:
            self.current = clause.parent if clause.parent is not None else self.current
        relative = not reports and not adjacent and not again
        self._open("relative" if relative else "complement", i, self.current)

    # -- verbs
    def _verb(self, group: VerbGroup) -> None:
        clause = self.clauses[self.current]
        if group.finite:
            self._finite(group, clause)
        elif group.tense == "infinitive":
            self._infinitive(group, clause)
        elif group.tense == "gerund":
            before = self.forms[group.first - 1] if group.first > self.start else ","
            if before in (",", "»", "”", "en", "by", "while") or self.forms[group.first - 1] not in DETERMINERS:
                self._open("participle", group.first, self.current).verb = group
        elif clause.kind in ("participle", "equation") and clause.verb is None:
            clause.verb = group
        elif group.first > self.start and self.forms[group.first - 1] in ("avoir", "être") and clause.verb is not None:
            self._infinitive(group, clause)  # "a nié |avoir versé|"
        elif group.first > self.start and self.forms[group.first - 1] not in ADVERBS:
            self._open("reduced", group.first, self.current).verb = group

    def _finite(self, group: VerbGroup, clause: Clause) -> None:
        after_comma = group.first > self.start and self.forms[group.first - 1] in (",", "»", "”", '"')
        if clause.verb is None:
            clause.verb = group
            return
        joined = self.conjunction is not None and self.conjunction >= clause.verb.last
        if (
            group.weak
            and not joined
            and not (self.comma and self.comma >= clause.verb.last and group.first - 1 == self.comma)
        ):
            self._open("reduced", group.first, self.current).verb = group
            return
        if (
            clause.verb.weak
            and clause.kind in ("main", "complement")
            and not joined
            and self._was_participle(clause.verb)
        ):
            clause.verb = group
            return
        if after_comma and any(s.id == "report" or s.id == "announcement" for s in group.senses):
            self._open("tail", self._tail_start(group), 0).verb = group
            return
        owner = self.current
        while self.clauses[owner].kind not in ("main", "coordinate") and self.clauses[owner].parent is not None:
            owner = self.clauses[owner].parent or 0
            if self.clauses[owner].verb is None and not self.conjunction:
                self._return_to(owner, group.first)
                self.clauses[owner].verb = group
                return
        self._sister(group, clause)

    def _tail_start(self, group: VerbGroup) -> int:
        """Where a trailing report begins: at the verb, or at its subject with a name set apart (", the chief, Ann Lee, told")."""
        if self.forms[group.first] not in ("told", "said", "added", "wrote", "announced"):
            return group.first
        last = group.first - 1
        earlier = next((t for t in range(last - 1, max(self.start, last - 9), -1) if self.forms[t] == ","), None)
        follows = self.forms[group.last : group.last + 1]
        inverted = follows in ((".",), ()) or group.last >= self.end - 4
        if earlier is None or inverted:
            return group.first
        before = next(
            (t for t in range(earlier - 1, max(self.start, earlier - 9), -1) if self.forms[t] in (",", "”", '"')), None
        )
        return (before if before is not None else earlier) + 1

    def _was_participle(self, verb: VerbGroup) -> bool:
        """Whether an -ed form that was taken for the verb only described the subject: "the deal(,) signed in March(,) will"."""
        return self.comma is None or self.comma < verb.last or self.forms[verb.first - 1] == ","

    def _return_to(self, owner: int, at: int) -> None:
        if self.comma is not None and self.comma >= self.opened:
            at = min(at, self.comma + 1)
        self._cut(at)
        self.current = owner

    def _sister(self, group: VerbGroup, clause: Clause) -> None:
        verb = clause.verb
        reports = verb is not None and any(s.id == "report" for s in verb.senses)
        is_report = any(s.id == "report" for s in group.senses)
        joined = self.conjunction is not None and self.conjunction == group.first - 1
        if reports and verb is not None and not (self.french or is_report or joined or self._has_complement()):
            self._open("complement", verb.last, self.current).verb = group
            return
        if self.conjunction is not None and verb is not None and self.conjunction >= verb.last:
            kind: Kind = clause.kind if clause.kind in ("complement", "relative") else "coordinate"
            parent = clause.parent if kind != "coordinate" else self.current
            self._open(kind, self.conjunction, parent).verb = group
        elif self.comma is not None and verb is not None and self.comma >= verb.last:
            tail = is_report and group.first - self.comma < 14
            self._open("tail" if tail else "coordinate", self.comma + 1, 0 if tail else self.current).verb = group
        elif reports and verb is not None:
            self._open("complement", verb.last, self.current).verb = group
        else:
            self._open("coordinate", group.first, self.current).verb = group

    def _has_complement(self) -> bool:
        return any(c.kind == "complement" and c.parent == self.current for c in self.clauses)

    def _infinitive(self, group: VerbGroup, clause: Clause) -> None:
        before = self.forms[group.first - 1] if group.first > self.start else ""
        verb = clause.inner or clause.verb
        if before in ("pour", "afin") or (before in OF and self.forms[group.first - 2] == "afin"):
            self._open("purpose", group.first - 1, self.current).verb = group
        elif verb is not None and clause.verb is not None and group.first - verb.last <= 2:
            if clause.inner is None:
                clause.inner = group
        elif before in ("et", "and", "ou", "or", "to") and clause.inner is not None and clause.kind != "purpose":
            pass
        elif before == "to" and clause.verb is not None:
            self._open("purpose", group.first - 1, self.current).verb = group

    # -- looking ahead
    def _next_comma(self, i: int) -> int:
        return next((j for j in range(i + 1, self.end) if self.forms[j] in (",", ";")), self.end)

    def _finite_between(self, i: int, j: int) -> bool:
        return any(i < f < j for f in self.finite)


def clauses(
    forms: tuple[str, ...],
    start: int,
    end: int,
    groups: list[VerbGroup],
    openers: dict[int, str],
    french: bool = True,
    names: frozenset[int] = frozenset(),
) -> list[Clause]:
    """The clauses of tokens [start, end), the main one first; `openers` are tokens where a source is named."""
    return _Scan(forms, start, end, groups, openers, french, names).run()
