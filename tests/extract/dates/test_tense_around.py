import pytest

from briefgen.pipeline import extract_text


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("fr", "Mardi, le lanceur Électra a perdu son satellite.", "2026-04-14"),
        ("fr", "La commission remettra ses conclusions avant le 30 juin, a indiqué la présidente.", "../2026-06-30"),
        ("fr", "La contribution serait réexaminée à l’automne.", "2026-09/2026-11"),
        ("en", "Work is due to start in September, Kask said.", "2026-09"),
        ("en", "The ban that the Council adopted on Monday will test the rule.", "2026-04-13"),
        ("en", "The ban will be adopted on Monday.", "2026-04-20"),
    ],
)
def test_a_day_lies_where_its_own_verb_says(language: str, text: str, date: str) -> None:
    found = [fact.date for fact in extract_text(text, language, "2026-04-15").facts if fact.type == "date"]

    assert found == [date]
