"""EDTF dates in words: by themselves, short, and in a sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.i18n.edtf import first_day, last_day, read_edtf
from briefgen.i18n.formats import formats


def spaced(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ") if text else text


@pytest.mark.parametrize(
    ("edtf", "bound", "timex", "fr", "en"),
    [
        ("2022-05-25", None, None, "25 mai 2022", "May 25, 2022"),
        ("2022-05-01", None, None, "1er mai 2022", "May 1, 2022"),
        ("2022-04", None, None, "avril 2022", "April 2022"),
        ("2019", None, None, "2019", "2019"),
        ("2018/2022", None, None, "2018-2022", "2018–2022"),
        ("2022/..", "from", None, "à partir de 2022", "from 2022"),
        ("2030/..", "not_before", "2030", "pas avant 2030", "not before 2030"),
        ("../2022-05", "before", "2022-05", "avant mai 2022", "before May 2022"),
        ("../2022-05-04", "by", None, "d'ici au 4 mai 2022", "by May 4, 2022"),
        ("2022-05-04/..", "after", None, "après le 4 mai 2022", "after May 4, 2022"),
        ("2022-01/2022-03", None, "2022-Q1", "1er trimestre 2022", "Q1 2022"),
        ("1990/1999", None, "199", "années 1990", "1990s"),
        ("2022-05-16/2022-05-22", None, "2022-W20", "semaine du 16 mai 2022", "week of May 16, 2022"),
        ("2022-06/2022-08", None, "2022-SU", "été 2022", "summer 2022"),
        ("2022-05-16/2022-06-02", None, None, "16 mai – 2 juin 2022", "May 16 – June 2, 2022"),
        ("2021-11/2022-02", None, None, "novembre 2021 – février 2022", "November 2021 – February 2022"),
        ("2022-05-25T14:30", None, None, "25 mai 2022, 14 h 30", "May 25, 2022, 2:30 p.m."),
        ("2022-05~", None, None, "mai 2022 (incertain)", "May 2022 (uncertain)"),
        ("2022-13", None, None, None, None),
        (None, None, None, None, None),
        ("jeudi", None, None, None, None),
    ],
)
def test_date(edtf, bound, timex, fr, en):
    assert spaced(formats("fr").date(edtf, bound, timex)) == fr
    assert spaced(formats("en").date(edtf, bound, timex)) == en


@pytest.mark.parametrize(
    ("edtf", "bound", "timex", "fr", "en"),
    [
        ("2022-05-25", None, None, "le 25 mai 2022", "on May 25, 2022"),
        ("2022-04", None, None, "en avril 2022", "in April 2022"),
        ("2018/2022", None, None, "de 2018 à 2022", "from 2018 to 2022"),
        ("2022-05-16/2022-06-02", None, None, "du 16 mai au 2 juin 2022", "from May 16 to June 2, 2022"),
        ("2022-01/2022-03", None, "2022-Q1", "au 1er trimestre 2022", "in Q1 2022"),
        ("1990/1999", None, "199", "dans les années 1990", "in the 1990s"),
        ("2030/..", "not_before", "2030", "pas avant 2030", "not before 2030"),
    ],
)
def test_date_phrase(edtf, bound, timex, fr, en):
    assert spaced(formats("fr").date_phrase(edtf, bound, timex)) == fr
    assert spaced(formats("en").date_phrase(edtf, bound, timex)) == en


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("fr-FR", "24 nov. 2020"), ("en-US", "Nov. 24, 2020"), ("en-GB", "24 Nov 2020")],
)
def test_short_date(locale, expected):
    assert spaced(formats(locale).date("2020-11-24", width="short")) == expected


def test_ends_of_a_date():
    assert first_day("2020-12") == date(2020, 12, 1)
    assert last_day("2020-12") == date(2020, 12, 31)
    assert last_day("2030/..") is None
    assert first_day("../2030") == date(2030, 12, 31)


@given(st.text(alphabet="0123456789-/.~T:", max_size=24))
def test_any_text_is_read_or_refused(text):
    read_edtf(text)
    formats("fr").date(text)
