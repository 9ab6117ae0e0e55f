"""Readers of durations, of what recurs, and of words that stay vague."""

from dataclasses import replace

from briefgen.extract.dates.amounts import Amount, read_amount, unit_of
from briefgen.extract.dates.calendar import company
from briefgen.extract.dates.clock import LENGTH_LEADS
from briefgen.extract.dates.reading import Found, Reading
from briefgen.extract.numerals import read_figure

_SET_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "3M", "half": "6M", "decade": "10Y",
                "century": "100Y", "fortnight": "2W", "night": "D", "school": "Y", "fiscal": "Y"}  # fmt: skip
_CLOCK_LETTERS = {"hour": "H", "minute": "M", "second": "S"}


def read_duration(found: Found) -> Reading | None:
    """``cinq ans``, ``une heure et demie``, ``several days``, ``un quart de siècle``, ``toute la journée``."""
    amount = _fraction(found) or _whole(found) or _with_minutes(found) or read_amount(found)
    if amount is None or not _is_length(found, amount) or is_age(found, amount):
        return None
    if whole := _in_groups(found, amount):
        return whole
    vague = amount.count is None
    return found.read("duration", amount.timex, value=amount.value, unit=amount.unit, score=0.8 if vague else 0.9)


def _in_groups(found: Found, amount: Amount) -> Reading | None:
    """``3 860 jours``: a figure whose thousands stand apart begins before the matched words."""
    tokens, place = found.context.analysis.tokens, found.match.start("count") if found.has("count") else 0
    forms = tokens.forms
    if not place or len(forms[place]) != 3 or not forms[place].isdecimal() or len(amount.parts) != 1:
        return None
    start = place
    while (
        start
        and forms[start - 1].isdecimal()
        and len(forms[start - 1]) <= 3
        and tokens.starts[start] == tokens.ends[start - 1] + 1
    ):
        start -= 1
    read = read_figure(tokens, start, found.context.language) if start < place else None
    if read is None or read[1] != place + 1:
        return None
    longer = Amount(((read[0], amount.parts[0][1]),))
    reading = found.read("duration", longer.timex, value=longer.value, unit=longer.unit, score=0.9)
    return replace(reading, first=start)


def read_durations(found: Found) -> Reading | None:
    """``12 à 18 mois``, ``two or three weeks``: a range with its ends; French hours of a clock are none."""
    low, high, unit = found.number("low"), found.number("count"), unit_of(found, "unit")
    forms = found.context.analysis.tokens.forms
    joiner = forms[found.match.end("low")]
    if low is None or high is None or unit is None or not 0 < low < high:
        return None
    if joiner in ("et", "and", "&") and forms[found.first] not in ("entre", "between"):
        return None
    told = found.context.language == "fr" and joiner in ("à", "et") and found.before not in LENGTH_LEADS
    if unit == "hour" and high <= 24 and told:
        return None
    ends = Amount(((low, unit),)), Amount(((high, unit),))
    timex = f"{ends[0].timex}/{ends[1].timex}"
    return found.read("duration", timex, low=low, high=high, unit=ends[0].unit, score=0.85)


def _with_minutes(found: Found) -> Amount | None:
    """``1 h 20``: hours and two figures of minutes."""
    if not found.has("count2") or found.has("unit2") or len(found.form("count2")) != 2:
        return None
    hours, minutes = found.integer("count"), found.integer("count2")
    return None if hours is None or minutes is None else Amount(((hours, "hour"), (minutes, "minute")))


def _fraction(found: Found) -> Amount | None:
    """Half and quarter centuries are counted in years, as TIMEX3 does; other halves stay halves."""
    unit = unit_of(found, "unit")
    quarter = not found.has("count") and not found.has("half") and "quarterword" in _kinds_of_words(found)
    if quarter and unit in ("century", "hour"):
        return Amount(((25, "year"),) if unit == "century" else ((15, "minute"),))
    if found.has("half") and not found.has("count") and unit in ("century", "decade"):
        return Amount(((50 if unit == "century" else 5, "year"),))
    return None


def _kinds_of_words(found: Found) -> set[str]:
    kinds = found.context.words.kinds
    return {kind for code in found.match.group() for kind in kinds.get(code, ())}


def _whole(found: Found) -> Amount | None:
    """``toute la journée``, ``another week``: one; ``des années``: some."""
    unit = unit_of(found, "unit")
    if unit and (found.has("all") or (found.has("more") and not found.has("count"))):
        return Amount(((1, unit),))
    if found.has("couple") and unit:
        return Amount(((2, unit),))
    if found.has("quantity") and not found.has("unit"):
        plural = found.value("quantity", "plural")
        return Amount((), plural) if plural and _some(found) else None
    return None


def _some(found: Found) -> bool:
    """``des années`` and ``for decades``, not ``de jours`` nor a bare plural."""
    forms = found.context.analysis.tokens.forms
    if found.context.language == "fr":
        return forms[found.first] == "des" and found.before in ("depuis", "pendant", "durant")
    return found.before in ("for", "in", "over", "after")


def _is_length(found: Found, amount: Amount) -> bool:
    """Whether the words measure time: not "barrels a day", "three quarters" of a thing, nor "24 heures sur 24"."""
    context = found.context
    tokens = context.analysis.tokens
    after = tokens.forms[found.last : found.last + 2]
    if len(after) == 2 and after[0] == "sur" and after[1][0].isdecimal():
        return False
    if _is_fraction(found, amount):
        return False
    if found.has("unit") and "hletter" in found.kinds("unit") and "clockunit" not in found.kinds("unit"):
        return context.analysis.plain[tokens.starts[found.match.start("unit")]] == "h"
    if (
        found.has("count")
        and "one" in found.kinds("count")
        and found.match.end("count") - found.match.start("count") == 1
    ):
        return _article_counts(found)
    return amount.unit is not None or bool(amount.parts)


_HAS = {("il", "a"), ("elle", "a"), ("il", "avait"), ("elle", "avait"), ("qui", "a"), ("ils", "ont"), ("elles", "ont")}


def is_age(found: Found, amount: Amount) -> bool:
    """Whether years tell how old someone is: "Paul, 38 ans,", "âgée de 24 ans", "un chauffeur de 38 ans", "40-year-old"."""
    context = found.context
    if amount.unit != "year" or not isinstance(amount.value, int) or not 1 <= amount.value <= 120:
        return False
    forms = context.analysis.tokens.forms
    before = forms[max(0, found.first - 3) : found.first]
    after = forms[found.last : found.last + 2]
    if after[:1] == ("old",) or after == ("-", "old") or after == ("of", "age") or before[-1:] == ("aged",):
        return True
    if before[-1:] == ("à",) and found.form("count")[0].isdecimal() and not company("lasting", "fr") & set(before):
        return True
    if any(form.startswith(("âg", "agé")) for form in before) or before[-2:] in _HAS:
        return True
    if before[-1:] in ((",",), ("(",)) and (not after or after[0] in {",", ".", ")", ";", "et"}) and len(before) > 1:
        place = context.analysis.tokens.starts[found.first - 2]
        return found.form("count")[0].isdecimal() and context.analysis.plain[place].isupper()
    return _of_a_person(found, before, amount.value)


_PEOPLE = ("personne", "homme", "femme", "enfant", "jeune", "patient", "adulte")
"""Before "de plus de 40 ans" they make it an age."""


def _of_a_person(found: Found, before: tuple[str, ...], years: float | int) -> bool:
    figures = found.has("count") and found.form("count")[0].isdecimal()
    if found.context.language != "fr" or before[-1:] != ("de",) or not figures or years < 14 or len(before) < 2:
        return False
    if before[-2] in ("plus", "moins", "près"):
        return found.word(-4).startswith(_PEOPLE) or found.word(-3) in ("les", "des", "aux")
    return before[-2].isalpha() and not {before[-2], before[-2].removesuffix("s")} & company("lasting", "fr")


def _is_fraction(found: Found, amount: Amount) -> bool:
    """Whether "three quarters", "one half" or "quatre seconde" are fractions and ordinals, not lengths."""
    unit = found.form("unit") if found.has("unit") else ""
    if unit in ("half", "seconde"):
        return amount.value != 1 or unit == "half"
    return (
        unit == "quarters" and amount.value == 3 and found.before not in ("past", "last", "next", "for", "in", "over")
    )


def _article_counts(found: Found) -> bool:
    """Whether "a" or "un" before the unit is a number and not just an article."""
    context, place = found.context, found.match.start("count")
    forms = context.analysis.tokens.forms
    before = forms[place - 1] if place else ""
    if "second" in found.kinds("unit") and not found.has("unit2"):
        return False
    if forms[place] == "one":
        return not (_opens_sentence(found) and forms[place + 1] in ("day", "night") and found.after == ",")
    if context.language == "fr":
        return not (forms[place + 1] in ("jour", "soir") and before not in ("pendant", "durant", "en", "d'", "il"))
    return before in company("length-leads", "en") or found.has("unit2") or found.has("half")


def _opens_sentence(found: Found) -> bool:
    analysis = found.context.analysis
    start = analysis.tokens.starts[found.first]
    return start == analysis.sentence_of(start)[0]


def read_every(found: Found) -> Reading | None:
    """``chaque lundi``, ``every two weeks``, ``tous les mois``, ``once a year``: TIMEX3 of what comes back."""
    weekday = found.value("weekday", "weekday") or found.value("weekday", "weekdays")
    part = found.value("part", "part")
    if weekday:
        timex = "XXXX-WXX-" + weekday.upper() + (f"T{part}" if part else "")
        return found.read("set", timex, score=0.85) if _recurs(found) else None
    if part:
        return found.read("set", f"XXXX-XX-XXT{part}", score=0.8)
    unit = unit_of(found, "unit")
    count = 2 if found.has("other") else found.number("count") if found.has("count") else 1
    if count is None or unit is None:
        return None
    if unit == "weekend":
        return found.read("set", "XXXX-WXX-WE", score=0.85)
    return _period_set(found, unit, count)


def _period_set(found: Found, unit: str, count: float | int) -> Reading | None:
    if unit in _CLOCK_LETTERS:
        return found.read("set", f"PT{count}{_CLOCK_LETTERS[unit]}", value=count, unit=unit, score=0.85)
    letters = _SET_LETTERS.get(unit)
    if letters is None:
        return None
    each = int(letters[:-1] or 1)
    return found.read("set", f"P{count * each}{letters[-1]}", value=count, unit=unit, score=0.85)


def _recurs(found: Found) -> bool:
    """A bare plural weekday is a set only without a number before it."""
    if found.match.re.groupindex.get("every") or not found.first:
        return True
    before = found.context.analysis.tokens.forms[found.first - 1]
    return not before[0].isdecimal()


def read_often(found: Found) -> Reading | None:
    """``annuel``, ``quarterly``; a capital makes it part of a name."""
    tokens = found.context.analysis.tokens
    start = tokens.starts[found.first]
    if found.context.analysis.plain[start].isupper() and start != found.context.analysis.sentence_of(start)[0]:
        return None
    return found.read("set", found.value("often", "often"), score=0.5)


def read_nthevery(found: Found) -> Reading | None:
    """``le deuxième jeudi de chaque mois``."""
    weekday = found.value("weekday", "weekday") or found.value("weekday", "weekdays")
    return found.read("set", f"XXXX-WXX-{weekday}", score=0.75) if weekday else None


def read_vague(found: Found) -> Reading | None:
    """``maintenant``, ``recently``, ``à l'avenir``: past, present or future and no more."""
    kinds = ("vague", "vagueadj", "vaguenoun")
    value = next((value for kind in kinds if (value := found.value("vague", kind))), None)
    forms = found.context.analysis.tokens.forms
    if found.before == "as" and forms[found.first] == "soon":
        return None
    if found.after in ("after", "before", "thereafter", "afterwards", "afterward") and found.context.language != "fr":
        return None
    if value is None or (found.kinds("vague") & {"vaguenoun"} and not _stands_alone(found)):
        return None
    return found.read("date", value, score=0.6, why="no more than past, present or future")


def _stands_alone(found: Found) -> bool:
    """ "in the past", not "over the past two years" nor "the past president"."""
    forms = found.context.analysis.tokens.forms
    opened = forms[found.first] in ("in", "the")
    after = found.after or "."
    return opened and (not after.isalnum() or after in ("is", "was", "of", "will", "has", "and", "but", "as", "when"))
