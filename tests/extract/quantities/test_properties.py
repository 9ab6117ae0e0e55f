"""What holds of any text: spans are its own characters, in order, apart, and time grows with length only."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.quantities import find_quantities
from briefgen.text.analysis import analyze
from tests.growth import grows_with_length

PIECES = st.sampled_from(
    "3 12 1,5 2.000 40 000 ½ % $ € k m bn millions de d' plus moins que un une two half thirds and et à - – / to entre "
    "between cas people km² °C ( ) [ ] \" ' . , tonnes dollars canadiens cents per a day of trois quarts \n 1e9 +5 premier "
    "RD-180 5G between x ^ 2 ~ > ≥ USD".split(" ")
)


def check(text, language):
    analysis = analyze(text, language)
    facts = find_quantities(analysis, [])
    assert all(analysis.text[f.start : f.end] == f.text for f in facts)
    assert all(a.end <= b.start for a, b in pairwise(facts))
    assert all(0 <= f.score <= 1 and not f.offered and f.rule and f.why for f in facts)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " ", "\u00a0"]), st.sampled_from(["fr", "en"]))
def test_pieces_of_amounts_never_break_it(pieces, space, language):
    check(space.join(pieces), language)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_any_text_is_read(text, language):
    check(text, language)


def test_time_is_linear_in_hostile_texts():
    find_quantities(analyze("3 km", "fr"), [])
    for piece in (
        "1 ",
        "1,",
        "un million ",
        "cent mille ",
        "12 à ",
        "- 3 ",
        "$ ",
        '" ',
        "1/",
        "plus de ",
        "3 et ",
        "999 ",
        "a@",
    ):
        assert grows_with_length(reading(piece), 3000), piece


def reading(piece):
    def of_length(count):
        analysis = analyze(piece * count, "fr")
        return lambda: find_quantities(analysis, [])

    return of_length
