"""Progress without a terminal: lines now and then, each with rate and time left, none for what is done at once."""

import itertools

import pytest

from briefgen.cli import talk


def test_a_line_every_few_seconds_with_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count(0, 2)
    monkeypatch.setattr(talk.time, "monotonic", lambda: float(next(seconds)))
    told: list[str] = []
    report = talk.Lines(told.append, str)

    for done in range(1, 7):
        report("sources", 10 * done, 100)

    assert told == [
        "Sources: 30 of 100, 5.0 a second, 14 s left",
        "Sources: 60 of 100, 5.0 a second, 8 s left",
    ]


def test_work_that_is_done_at_once_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    report = talk.Lines(told.append, str)

    report("reading", 1, 2)
    report("reading", 2, 2)

    assert told == []
