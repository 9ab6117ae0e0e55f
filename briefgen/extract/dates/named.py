"""Readers of stretches with names of their own: seasons, decades, centuries, holidays."""

import datetime

from briefgen.extract.dates.absolute import choose
from briefgen.extract.dates.calendar import roman
from briefgen.extract.dates.holidays import holiday, is_reckoned
from briefgen.extract.dates.periods import Day, century_period, day_period, decade_period, period_of, season_period
from briefgen.extract.dates.reading import Found, Reading
from briefgen.extract.dates.relative import related_unit

_NO_YEAR = "the year is not stated and the date of publication is not known"


def read_season(found: Found) -> Reading | None:
    """``l'été 2022``, ``last summer``, ``cet hiver``; a doubtful word (été, fall) needs its article or a year."""
    season = (found.value("season", "season") or "").upper()
    if not season or found.is_led_by_preposition() or not _is_season_word(found) or _is_part_of_name(found):
        return None
    if found.has("year"):
        year = found.year()
        return found.dated(season_period(year, season), score=0.93) if year else None
    if found.has("unit"):
        around = related_unit(found, "unit", "rel")
        known = around is not None and around.grain == "year"
        return found.dated(season_period(around.first.year, season), score=0.9) if around and known else None
    anchor = found.context.anchor
    if anchor is None:
        return found.read("date", season, why=_NO_YEAR, score=0.5)
    options = [season_period(anchor.day.year + n, season) for n in (-2, -1, 0, 1)]
    kinds = found.kinds("rel")
    if kinds & {"next", "following"}:
        options = [p for p in options if p.first > anchor.day][:1]
    elif kinds & {"last", "previous"}:
        options = [p for p in options if p.last < anchor.day][-1:]
    elif "this" in kinds:
        options = options[2:3]
    chosen = choose(found.context, options, found.first, found.last)
    return found.dated(chosen, score=0.85 if kinds else 0.7) if chosen else None


_OF = frozenset("de du des d' of".split())


def _is_part_of_name(found: Found) -> bool:
    """ "the Winter Olympics", "the Arab Spring": the season's capital and a name beside it."""
    context, place = found.context, found.match.start("season")
    if not found.is_english_name("season"):
        return False
    if found.after_capital():
        return True
    start = context.analysis.tokens.starts[place - 1]
    known = context.words.kinds.get(context.codes[place - 1])
    inside = start > context.analysis.sentence_of(start)[0] and not known
    return inside and not found.has("rel") and context.analysis.plain[start].isupper()


_LEAD_SEASONS = frozenset("before by until till since after through".split())


def _is_season_word(found: Found) -> bool:
    place = found.match.start("season")
    forms = found.context.analysis.tokens.forms
    named = (
        not found.has("year") and not found.has("rel") and (found.after in _OF or found.after in ("arabe", "berbère"))
    )
    if named:
        return False
    bare = place == found.first and not (found.has("year") or found.has("unit") or found.has("rel"))
    if forms[place] not in found.context.words.ambiguous:
        return not bare or found.before in _LEAD_SEASONS
    before = forms[place - 1] if place else ""
    if bare:
        return before in ("by", "until", "till", "since")
    if found.context.language == "fr":
        return before in ("l'", "cet", "en") or (found.has("year") and before not in ("a", "ont", "ai", "avait"))
    return found.has("year") or found.has("rel") or before == "the"


def read_decade(found: Found) -> Reading | None:
    """``les années 1970``, ``années soixante-dix``, ``the 1990s``, ``the '80s``, ``the nineteen seventies``."""
    tens = found.value("decade", "decades")
    if tens is not None:
        return _named_decade(found, int(tens))
    number = found.integer("decade")
    if number is None or number % 10 or "plural_s" in found.kinds("decade"):
        return None
    if not found.has("decade") or (found.context.language != "fr" and not _ends_glued(found)):
        return None
    year = number if number >= 1000 else number + 1900 if 10 <= number < 100 else None
    if year is None or not 1000 <= year < 2200:
        return None
    return found.dated(decade_period(year), score=0.95 if number >= 1000 else 0.85)


def _ends_glued(found: Found) -> bool:
    return found.context.glued(found.match.start("decade"), found.last)


def _named_decade(found: Found, tens: int) -> Reading | None:
    hundreds = found.integer("number") if found.has("number") else None
    if hundreds is not None and not 10 <= hundreds <= 21:
        return None
    century = hundreds * 100 if hundreds else 2000 if tens == 0 else 1900
    bare = hundreds is None and found.form("decade") != "noughties"
    forms = found.context.analysis.tokens.forms
    if bare and forms[found.first] != "the":
        return None
    return found.dated(decade_period(century + tens), score=0.8)


def read_century(found: Found) -> Reading | None:
    """``XXIe siècle``, ``21st century``, ``IIe millénaire`` is not read."""
    if found.value("unit", "unit") != "century":
        return None
    form = found.form("number")
    number = roman(form) or found.integer("number")
    if number is None or not 1 <= number <= 21:
        return None
    return found.dated(century_period(100 * (number - 1)), score=0.92)


def read_holiday(found: Found) -> Reading | None:
    """``Noël``, ``Pâques 2022``, ``last Thanksgiving``."""
    rule = found.value("holiday", "holiday")
    context = found.context
    if rule is None or not _is_named(found) or _is_elsewhere(found, rule):
        return None
    sure = 0.55 if is_reckoned(rule) else 0.85 if _is_led(found) else 0.4
    if found.has("year"):
        year = found.year()
        day = holiday(rule, year) if year else None
        return _feast(found, day, rule, sure + 0.1) if day else None
    anchor = context.anchor
    if anchor is None:
        fixed = f"XXXX-{rule}" if rule[2:3] == "-" and rule[3:].isdecimal() else None
        return found.read("date", fixed, why=_NO_YEAR, score=0.5)
    days = [d for n in (-1, 0, 1) if (d := holiday(rule, anchor.day.year + n))]
    kinds = found.kinds("rel")
    if kinds & {"next", "following"}:
        days = [d for d in days if d > anchor.day][:1]
    elif kinds & {"last", "previous"}:
        days = [d for d in days if d < anchor.day][-1:]
    chosen = choose(context, [day_period(d) for d in days], found.first, found.last)
    return _feast(found, chosen.first, rule, sure) if chosen else None


def read_feastend(found: Found) -> Reading | None:
    """``week-end de Pâques``, ``Labor Day weekend``: the weekend beside the feast."""
    feast = read_holiday(found)
    if feast is None or feast.period is None or found.value("unit", "unit") != "weekend":
        return None
    day = feast.period.first
    near = day - datetime.timedelta(days=3) if day.isoweekday() <= 2 else day
    return found.dated(period_of("weekend", near), score=0.8)


_LEADS = frozenset("à a de du pour avant après depuis dès d'ici dernier prochain le la les l' jour on at by before after since until for "
                   "this last next of from over , . ( ".split())  # fmt: skip


_NATIONAL = frozenset(("07-04", "07-14", "05-09", "06-01"))
"""Rules whose feast falls on other days in other countries: Independence Day, fête nationale."""

_DEMONYMS = ("ienne", "aise", "aine", "oise", "ane", "arde", "ète", "ande", "que", "ine")
"""Endings of nationalities ("algérienne", "polonaise")."""


def _is_elsewhere(found: Found, rule: str) -> bool:
    """Whether the feast is another country's or church's, and so on another day: "Ukraine's Independence Day", "Canadian
    Thanksgiving", "la fête nationale algérienne"."""
    context = found.context
    tokens, place = context.analysis.tokens, found.match.start("holiday") - 1
    if rule in _NATIONAL and found.context.language == "fr":
        foreign = found.after.endswith(_DEMONYMS) and found.after != "française"
        return foreign or found.after in ("de", "du", "des", "d'")
    if place < 0 or found.has("rel") or context.language == "fr":
        return False
    forms = tokens.forms
    if (
        rule in _NATIONAL
        and found.after == "of"
        and forms[found.last + 1 : found.last + 2] not in (("this",), ("last",), ("next",))
    ):
        return True
    if rule in _NATIONAL and forms[place] == "'s":
        return True
    named = context.analysis.plain[tokens.starts[place]].isupper() and not context.words.kinds.get(context.codes[place])
    return named and tokens.starts[place] > context.analysis.sentence_of(tokens.starts[place])[0]


def _is_led(found: Found) -> bool:
    """Whether a preposition leads to the feast or nothing follows that it describes: "Christmas parties" are no date."""
    before = found.before or "."
    after = found.after or "."
    return found.has("year") or found.has("rel") or before in _LEADS or not after.isalpha()


def _feast(found: Found, day: Day, rule: str, score: float) -> Reading:
    if is_reckoned(rule):
        return found.dated(day_period(day), edtf=day.isoformat() + "~", score=score, why="reckoned: the moon decides")
    return found.dated(day_period(day), score=score)


def _is_named(found: Found) -> bool:
    """A feast whose word has another meaning (ascension, armistice) needs its capital."""
    tokens = found.context.analysis.tokens
    begin, end = found.match.span("holiday")
    words = found.context.analysis.plain[tokens.starts[begin] : tokens.ends[end - 1]]
    doubtful = tokens.forms[begin] in found.context.words.ambiguous
    return not doubtful or words != words.lower() or end - begin > 1
