"""Days of the week alone, and the start or end of a period."""

import pytest

from briefgen.i18n.formats import formats


@pytest.mark.parametrize(
    ("locale", "label", "phrase"),
    [
        ("fr", "avril 2025, un jeudi", "un jeudi d'avril 2025"),
        ("en", "April 2025, a Thursday", "on a Thursday in April 2025"),
    ],
)
def test_a_weekday_of_a_month(locale, label, phrase):
    said = formats(locale)
    assert (said.date("2025-04", None, "XXXX-WXX-4") or "").replace("\u00a0", " ") == label
    assert (said.date_phrase("2025-04", None, "XXXX-WXX-4") or "").replace("\u00a0", " ") == phrase


def test_a_known_day_needs_no_weekday():
    assert formats("en").date("2025-04-03", None, "XXXX-WXX-4") == "April\u00a03, 2025"


@pytest.mark.parametrize(
    ("locale", "edge", "said"),
    [
        ("fr", "start", "depuis début 2026"),
        ("en", "start", "since the start of 2026"),
        ("en", "", "since 2026"),
    ],
)
def test_the_start_of_a_year(locale, edge, said):
    assert formats(locale).date_phrase("2026/..", "since", "2026", edge) == said
