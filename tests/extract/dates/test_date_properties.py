"""What holds of any text: spans are its own characters, in order, apart; EDTF parses; time grows with length only."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.dates import find_dates
from briefgen.text.analysis import analyze
from tests.growth import grows_with_length

PIECES = st.sampled_from(
    "le 3 31 mai mars février 2022 1939 - – / : . , lundi mardi prochain dernier cette semaine mois année ans jours siècle "
    "XIXe premier dernière trimestre T1 Q3 été hiver Noël Pâques hier demain soir à de du des au jusqu'au entre et avant "
    "après dès pas fin début mi il y a dans deux trois plus tard chaque tous les 20 h 30 15:45 GMT May March the first last "
    "next of in on by since between to week month year years century 1990 s 's ago later every Monday 8 p.m. noon half an "
    "hour second 12/08/2015 2020-12-03 30.02.2021 99999 0 00 24 ( ) « » © \n".split(" ")
)
DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T[0-2]\d:[0-5]\d)?)?)?~?"
EDTF = re.compile(rf"(?:{DAY}|(?:\.\.|{DAY})/(?:\.\.|{DAY}))\Z")


def check(text, language, published):
    analysis = analyze(text, language, published)
    facts = find_dates(analysis)
    assert all(analysis.text[f.start : f.end] == f.text for f in facts)
    assert all(f.start < f.end for f in facts)
    assert all(a.end <= b.start for a, b in pairwise(facts))
    assert all(0 <= f.score <= 1 and not f.offered and f.rule and f.why for f in facts)
    assert all(f.type in {"date", "time", "duration", "set"} for f in facts)
    assert all(f.date is None or EDTF.match(f.date) for f in facts), [f.date for f in facts]


@settings(max_examples=250, deadline=None)
@given(
    st.lists(PIECES, max_size=30),
    st.sampled_from([" ", "", "\u00a0"]),
    st.sampled_from(["fr", "en"]),
    st.sampled_from([None, "2022-05-25", "2020-12", "2019", "9999-12-31", "1000-01-01", "2024-02-29"]),
)
def test_pieces_of_dates_never_break_it(pieces, space, language, published):
    check(space.join(pieces), language, published)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_any_text_is_read(text, language):
    check(text, language, "2022-05-25")


@pytest.mark.parametrize(
    "piece", ["1 ", "mai ", "2020 ", "lundi ", "deux ", "le de à ", "3 mai 2022 ", "entre ", "1/", ": "]
)
def test_time_grows_with_length_only(piece):
    find_dates(analyze("le 3 mai", "fr"))

    def reading(size):
        analysis = analyze(piece * (size // len(piece)), "fr", "2022-05-25")
        return lambda: find_dates(analysis)

    assert grows_with_length(reading, 10_000)
