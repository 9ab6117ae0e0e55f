"""The rules of ``assets/lexicons/calendar_rules_*.txt`` as regexes over class characters (see `calendar.encode`).

All rules of a language make one pattern, which only tells that some rule reads here; the rules themselves are compiled
when they are first needed.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefgen.extract.dates.calendar import MORE, Calendar, calendar
from briefgen.frozen import dataclass
from briefgen.resources import resource

_SYMBOL = re.compile(r"(?P<open>[\[(])|(?P<close>[\])])|(?P<bar>\|)|(?:(?P<name>\w+)=)?(?P<symbol>[\w/]+)")
_GROUP = re.compile(r"\(\?P<\w+>")

_COMPOSITES = {
    "NUM": "(?:{digits}|{number/one}(?:(?:{dash}|{and})?{number/one}){{0,6}})",
    "DAY": "(?:{daynumber}{suffix}?|{ordinal}|{number}(?:(?:{dash}|{and})?{number/one}){{0,2}})",
    "YEAR": "(?:{yearnumber}|{number}(?:(?:{dash}|{and})?{number}){{1,5}})",
    "NTH": "(?:{ordinal}|{daynumber}{suffix})",
    "REL": "(?:{last/next/previous/following})",
    "CLOCKHOUR": "{hour}",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: the reader's name, the regex (not yet compiled), and the example that it reads."""

    name: str
    pattern: str
    example: str

    @property
    def regex(self) -> re.Pattern[str]:
        """The rule with its named groups."""
        return _compiled(self.pattern)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's rules in order, the pattern that finds the first that reads, and the words worth a look."""

    words: Calendar
    rules: tuple[Rule, ...]
    any_rule: re.Pattern[str]
    trigger: re.Pattern[str]


TRIGGERS = ("month sept weekday weekdays season unit clockunit second hletter deictic shift part tonight noon holiday "
            "yearnumber dotted vague vagueadj often quarterletter weekword decadeword decades colon slash meridiem sharp "
            "plural zone plural_s henceforth vaguenoun fiscalword").split()  # fmt: skip


@cache
def grammar(language: str) -> Grammar:
    """The rules of ``fr``, else those of English."""
    language = "fr" if language == "fr" else "en"
    words = calendar(language)
    lines = resource("assets", "lexicons", f"calendar_rules_{language}.txt").read_text(encoding="utf-8").splitlines()
    rules = tuple(_rule(line, words) for line in lines if line and line[0] != "#")
    master = "|".join(f"(?P<r{i}>{_GROUP.sub('(?:', rule.pattern)})" for i, rule in enumerate(rules))
    letters = "".join(sorted({c for kind in TRIGGERS for c in words.classes.get(kind, "")}))
    bare_day = f"{words.symbol('the')}{words.symbol('daynumber')}{_kinds(['suffix'], words)}?(?:{_kinds(['dot', 'comma', 'stop'], words)}|$)"
    bare_decade = words.symbol("short") + words.symbol("apos")
    return Grammar(words, rules, re.compile(master), re.compile(f"[{letters}]|{bare_day}|{bare_decade}"))


def _rule(line: str, words: Calendar) -> Rule:
    head, _, example = line.partition(" # ")
    name, _, pattern = head.partition(": ")
    return Rule(name, "".join(_translated(pattern, words)), example.strip())


def _translated(pattern: str, words: Calendar) -> Iterator[str]:
    for match in _SYMBOL.finditer(pattern):
        if match["open"]:
            yield "(?:"
        elif match["close"]:
            yield ")?" if match["close"] == "]" else ")"
        elif match["bar"]:
            yield "|"
        else:
            symbol = _symbol(match["symbol"], words)
            yield f"(?P<{match['name']}>{symbol})" if match["name"] else symbol


def _symbol(name: str, words: Calendar) -> str:
    parts = name.split("/")
    composite = [p for p in parts if p in _COMPOSITES]
    kinds = [p for p in parts if p not in _COMPOSITES]
    choices = [re.sub(r"\{([\w/]+)\}", lambda m: _kinds(m[1].split("/"), words),
                      _COMPOSITES[p].replace("{{", "\0").replace("}}", "\1")).replace("\0", "{").replace("\1", "}")
               for p in composite]  # fmt: skip
    if kinds:
        choices.append(_kinds(kinds, words))
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _kinds(kinds: list[str], words: Calendar) -> str:
    letters = "".join(sorted({c for kind in kinds for c in words.classes.get(kind, "")}))
    if not letters:
        return r"(?!)"
    return f"[{letters}]" + (f"{MORE}*" if words.phrased.intersection(kinds) else "")
