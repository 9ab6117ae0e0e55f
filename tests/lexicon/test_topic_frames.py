"""Frames of topic words: which slots a text fills, and which frames are complete."""

from briefgen.lexicon.topic_frames import FrameMatcher, Slots
from briefgen.text.tokens import tokenize

TRADE = ("trade", "ban, bans | export*, sale of | @country")
PORTS = ("ports", "quay* | bans")


def found(frames: FrameMatcher, text: str) -> list[Slots]:
    return [slots for _, _, slots in frames.find(tokenize(text))]


def test_words_and_beginnings_fill_slots() -> None:
    frames = FrameMatcher([TRADE])
    filled = found(frames, "The bans cover exporters and the sale of wine")
    assert sorted(filled) == [(0, 1, 0), (0, 1, 0), (1, 0, 0)]
    assert frames.cue(0).topic == "trade"


def test_a_frame_is_complete_when_all_slots_are_filled_and_a_country_is_named() -> None:
    frames = FrameMatcher([TRADE, PORTS])
    filled = found(frames, "The bans cover exporters on the quays")
    assert list(frames.complete(filled, with_country=True)) == [0, 1]
    assert list(frames.complete(filled, with_country=False)) == [1]
    assert list(frames.complete(found(frames, "Exporters"), with_country=True)) == []


def test_words_of_a_topic_can_be_left_out() -> None:
    frames = FrameMatcher([TRADE, PORTS])
    filled = [frames.without(slots, ["ports"]) for slots in found(frames, "The bans cover exporters on the quays")]
    assert list(frames.complete(filled, with_country=True)) == [0]


def test_kept_tables_make_the_same_matcher() -> None:
    frames = FrameMatcher([TRADE, PORTS])
    again = FrameMatcher.of(frames.plain())
    text = "A ban on exports, and bans on the quay"
    assert found(again, text) == found(frames, text)
    assert again.cue(1) == frames.cue(1)


def test_other_words_fill_none() -> None:
    frames = FrameMatcher([("trade", "ban | export*")])
    assert list(frames.find(tokenize("The banner expired"))) == []
