"""Every rule reads its own example, and every reader is named by a rule."""

import pytest

from briefgen.extract.dates import find_dates
from briefgen.extract.dates.calendar import encode
from briefgen.extract.dates.grammar import grammar
from briefgen.extract.dates.scan import READERS
from briefgen.text.analysis import analyze

RULES = [pytest.param(language, rule, id=f"{language}-{i}-{rule.name}") for language in ("fr", "en")
         for i, rule in enumerate(grammar(language).rules)]  # fmt: skip
NEEDS_CONTEXT = {"même année", "same month", "that year", "decades", "des années", "in the past", "the future", "l'été"}
"""Examples that date nothing when they stand alone."""


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_rule_matches_the_whole_of_its_example(language, rule):
    analysis = analyze(rule.example, language)
    codes = encode(analysis.tokens, grammar(language).words)

    match = rule.regex.search(codes)

    assert match
    assert match.span() == (match.start(), len(codes))
    assert match.start() <= 1


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_example_is_found_in_a_text(language, rule):
    facts = find_dates(analyze(rule.example, language, "2022-05-25"))

    assert facts or rule.example in NEEDS_CONTEXT


def test_rules_and_readers_name_each_other():
    named = {rule.name for language in ("fr", "en") for rule in grammar(language).rules}

    assert named == set(READERS)
