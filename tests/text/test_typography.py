"""Typography of our own words, by locale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.text.typography import printable, typography

NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("locale", "before", "after"),
    [
        ("fr-FR", "Sujet : valeur", f"Sujet{NO_BREAK}: valeur"),
        ("fr-FR", "prévu ; échu", f"prévu{NARROW}; échu"),
        ("fr-FR", "Vraiment ?", f"Vraiment{NARROW}?"),
        ("fr-CA", "prévu ; échu", "prévu; échu"),
        ("fr-CA", "Sujet : valeur", f"Sujet{NO_BREAK}: valeur"),
        ("fr-FR", "« ", f"«{NO_BREAK}"),
        ("fr-FR", " » (outil)", f"{NO_BREAK}» (outil)"),
        ("fr-FR", "l'accord", "l’accord"),
        ("en-US", "the ministry's note", "the ministry’s note"),
        ("en-US", "Subject: value", "Subject: value"),
        ("fr-FR", "à 14:30", "à 14:30"),
        ("fr-FR", "http://a.b", "http://a.b"),
    ],
)
def test_typography(locale, before, after):
    assert typography(locale)(before) == after


@given(st.text(max_size=40), st.sampled_from(["fr-FR", "fr-CA", "en-US"]))
def test_setting_twice_changes_nothing_more(text, locale):
    once = typography(locale)(text)
    assert typography(locale)(once) == once


@given(st.text(alphabet=st.characters(), max_size=40))
def test_printable_holds_no_control_character(text):
    clean = printable(text)
    assert not any(c < " " or "\ud800" <= c <= "\udfff" for c in clean)
