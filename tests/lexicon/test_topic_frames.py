"""Frames of topic words: which slots a text fills."""

from briefgen.lexicon.topic_frames import COUNTRY, FrameMatcher
from briefgen.text.tokens import tokenize


def test_words_and_beginnings_fill_slots() -> None:
    frames = FrameMatcher([("trade", "ban, bans | export*, sale of | @country")])
    filled = {
        slot for _, _, slots in frames.find(tokenize("The bans cover exporters and the sale of wine")) for slot in slots
    }
    assert filled == {(0, 0), (0, 1)}
    assert frames.needed(0) == {0, 1, COUNTRY}
    assert frames.cue(0).topic == "trade"


def test_other_words_fill_none() -> None:
    frames = FrameMatcher([("trade", "ban | export*")])
    assert list(frames.find(tokenize("The banner expired"))) == []
