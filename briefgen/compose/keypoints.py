"""Key points: the best of each topic in turn, fresh news before what is a year old, two facts of one thing in one line."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefgen.compose.choice import Chooser, KeyPoint, Statement, TopicPlan
from briefgen.compose.factline import FactLine, fact_sentence
from briefgen.compose.runs import own
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Fact

KEY_POINT_WORDS = 35
_LEAD_WORDS = 50
"""What the news of an article may take, which agencies put into one long sentence."""
_OWN = 0.25
"""What a line of ours is worth before a sentence of the source."""


def key_points(plans: Sequence[TopicPlan], voice: Voice, most: int, chooser: Chooser) -> list[KeyPoint]:
    """At most `most`, grouped by topic: the topic with the freshest and strongest news first."""
    everything: list[Statement] = []
    for plan in plans:
        everything += [*plan.rows, *plan.extracts]
    newest = max(map(_month, everything), default=0)

    def age(statement: Statement) -> int:
        return (newest - _month(statement)) // 12

    pools = {plan.topic: _points(plan, voice, chooser, age) for plan in plans}
    picked: list[KeyPoint] = []
    turn = 0
    while len(picked) < most and any(len(pool) > turn for pool in pools.values()):
        for pool in pools.values():
            if len(pool) > turn and len(picked) < most:
                picked.append(pool[turn])
        turn += 1
    weight: dict[str, tuple[int, float]] = {}
    for point in picked:
        own = (age(point.said[0]), -point.rank)
        weight[point.topic] = min(weight.get(point.topic, own), own)
    return sorted(picked, key=lambda point: weight[point.topic])


def _month(statement: Statement) -> int:
    """Month of publication, counted from year 0; 0 where unknown."""
    year, _, rest = (statement.entry.extraction.source.published or "").partition("-")
    return int(year) * 12 + int(rest[:2] or 12) if year.isdigit() else 0


def _points(plan: TopicPlan, voice: Voice, chooser: Chooser, age: Callable[[Statement], int]) -> list[KeyPoint]:
    """What of a topic is short enough, the weightiest first, what is a year older last."""
    selection = chooser.selection
    lines = [line for line in plan.rows if _length([line], voice) <= KEY_POINT_WORDS]
    extracts = [
        extract for extract in plan.extracts if extract.length <= (_LEAD_WORDS if extract.is_lead else KEY_POINT_WORDS)
    ]
    ordered: list[Statement] = [*chooser.best(lines, len(lines)), *extracts]
    chosen = {*selection.included, *selection.order}

    def order(statement: Statement) -> tuple[int, float]:
        if statement.entry.id in chosen:
            return 0, 0.0
        return 1 + age(statement), -statement.entry.rank - (_OWN if isinstance(statement, FactLine) else 0.0)

    ordered.sort(key=order)
    points: list[KeyPoint] = []
    for statement in ordered:
        mate = next((i for i, point in enumerate(points) if _of_one_thing(point, statement, voice)), None)
        if mate is None:
            points.append(KeyPoint(plan.topic, (statement,)))
        else:
            first, second = sorted((*points[mate].said, statement), key=_first_date)
            points[mate] = KeyPoint(plan.topic, (first, _without_thing(second, first)))
    return points


def _of_one_thing(point: KeyPoint, statement: Statement, voice: Voice) -> bool:
    """Whether both tell of the very thing that one phrase of the source names, and fit in one line."""
    other = point.said[0]
    if len(point.said) > 1 or not isinstance(other, FactLine) or not isinstance(statement, FactLine):
        return False
    one, two = other.entry.element, statement.entry.element
    assert isinstance(one, Fact)
    assert isinstance(two, Fact)
    if other.entry.source != statement.entry.source or one.item is None or two.item is None:
        return False
    same = (one.item.start, one.item.end) == (two.item.start, two.item.end)
    return same and _length([other, statement], voice) <= KEY_POINT_WORDS


def _without_thing(second: Statement, first: Statement) -> Statement:
    """ "Prolongation" after "programme de coopération", which both are about."""
    if not isinstance(first, FactLine) or not isinstance(second, FactLine):
        return second
    thing, subject = str(first.subject).rpartition(" – ")[2], str(second.subject)
    label, colon, rest = subject.partition(": ")
    named = bool(colon) and rest.lower() == thing.lower()
    return replace(second, subject=own(label.rstrip())) if named else second


def _first_date(statement: Statement) -> str:
    fact = statement.entry.element
    return (fact.date or "") if isinstance(fact, Fact) else ""


def _length(lines: Sequence[FactLine], voice: Voice) -> int:
    return sum(word_count(str(fact_sentence(line, voice, brief=True))) for line in lines)


def word_count(text: str) -> int:
    """Words, not lone punctuation."""
    return sum(any(c.isalnum() for c in word) for word in text.split())
