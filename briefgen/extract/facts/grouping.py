"""Which numbers of a sentence make one record: a level with its change, its start and what it is compared with."""

from dataclasses import dataclass

from briefgen.extract.facts.grammar import OF
from briefgen.extract.facts.reading import Reading
from briefgen.extract.facts.roles import Role

_ATTACHING = frozenset(("equation", "participle", "purpose", "aside", "reduced"))


@dataclass(slots=True)
class Figures:
    """The numbers of one record; `level` or, without one, `amount` is its head."""

    level: Role | None = None
    amount: Role | None = None
    start: Role | None = None
    clause: int = 0
    direction: str | None = None
    """Of a verb of change whose amount the sentence does not state."""

    @property
    def head(self) -> Role:
        """The number that the record is about."""
        role = self.level or self.amount or self.start
        assert role is not None
        return role

    def members(self) -> list[Role]:
        """All numbers of the record."""
        return [r for r in (self.level, self.amount, self.start) if r is not None]


def figures(reading: Reading, found: list[Role]) -> list[Figures]:
    """The records of a sentence's numbers, in text order."""
    groups: list[Figures] = []
    for role in found:
        last = groups[-1] if groups else None
        if last is None or not _joins(reading, last, role):
            groups.append(_alone(role))
    return groups


def _alone(role: Role) -> Figures:
    if role.task == "amount":
        return Figures(amount=role, clause=role.clause)
    if role.task in ("from", "compared"):
        return Figures(start=role, clause=role.clause)
    return Figures(level=role, clause=role.clause, direction=role.direction)


def _joins(reading: Reading, group: Figures, role: Role) -> bool:
    """Adds the number to the record where both speak of one thing."""
    if not _related(reading, group, role):
        return False
    if role.task == "amount" and group.level is not None and _has_own_thing(reading, role):
        return False
    if role.task == "amount" and group.amount is None and _fits(group, role):
        group.amount = role
        return True
    if role.task in ("from", "compared") and group.start is None and _comparable(group, role):
        group.start = role
        return True
    if role.task in ("to", "level") and group.level is None and (group.amount or group.start):
        if (
            group.amount is not None
            and group.amount.noun
            and group.clause == role.clause
            and not _fronted(reading, group.amount)
        ):
            return False
        group.level = role
        group.direction = group.direction or role.direction
        return True
    return False


def _has_own_thing(reading: Reading, role: Role) -> bool:
    """Whether the noun of change says what it is of: "auprès de 5 200 patients … une baisse de 22 % |du risque|"."""
    after = max(role.last, (role.trigger or 0) + 1)
    if not role.noun or after + 1 >= reading.last or after + 1 in reading.taken:
        return False
    return reading.forms[after] in OF or (reading.forms[after] == "in" and after + 2 not in reading.taken)


def _fronted(reading: Reading, amount: Role) -> bool:
    """Whether the amount opens its sentence before the level: "En hausse de 5 %, le chiffre d'affaires a atteint"."""
    trigger = amount.trigger
    return trigger is not None and trigger <= reading.first + 2 and reading.forms[trigger - 1] in ("en", "up", "down")


def _fits(group: Figures, role: Role) -> bool:
    """Whether the amount can be the level's change: a share, or of the level's own unit ("2 plants, cutting |640 jobs|" is not)."""
    if group.level is None:
        return True
    same = role.fact.unit in (None, "percent", "percentage_point", "point", group.level.fact.unit)
    return same and group.level.task in ("level", "to", "plain", "share")


def _comparable(group: Figures, role: Role) -> bool:
    """A level is compared with a number of its own unit: "12 % contre 9 %"."""
    level = group.level
    if level is None:
        return role.task == "from"
    return level.fact.unit == role.fact.unit or role.fact.unit is None or role.fact.type == "number"


def _related(reading: Reading, group: Figures, role: Role) -> bool:
    previous = group.members()[-1] if group.members() else group.head
    latest = max(r.last for r in group.members())
    between = reading.forms[latest : role.first]
    if len(between) > 22 or ";" in between:
        return False
    if role.task == "compared" or (role.task == "from" and previous.clause == role.clause):
        return len(between) <= 14
    if role.clause == group.clause:
        return not _new_statement(reading, between, role)
    clause = reading.clauses[role.clause]
    above = clause.parent
    while above is not None:
        if above == group.clause and clause.kind in _ATTACHING:
            return True
        clause = reading.clauses[above]
        above = clause.parent
    return False


def _new_statement(reading: Reading, between: tuple[str, ...], role: Role) -> bool:
    """Whether a conjunction between two numbers of one clause begins another statement."""
    if role.task == "amount" and role.noun:
        joined = {"et", "and", "mais", "but", "ou", "or"} & set(between)
        return bool(joined)
    return any(w in _CONJUNCTIONS and not _joins_years(between, place) for place, w in enumerate(between))


_CONJUNCTIONS = frozenset(("et", "and", "mais", "but", "tandis", "while"))


def _joins_years(between: tuple[str, ...], place: int) -> bool:
    """Whether the conjunction stands inside a period: "between 2021 and 2025"."""
    return 0 < place < len(between) - 1 and between[place - 1].isdigit() and between[place + 1].isdigit()
