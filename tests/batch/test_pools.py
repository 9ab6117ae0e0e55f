"""Workers that die are replaced, and only the task that killed them is lost."""

import os
from pathlib import Path

import pytest

from briefgen.batch.pools import Lost, processes, run_all


def double(number: int) -> int:
    """Twice the number; 13 kills whoever computes it."""
    if number == 13:
        os._exit(1)
    return 2 * number


def double_once(number: int, mark: str) -> int:
    """Kills its worker the first time only."""
    if number == 13 and not Path(mark).exists():
        Path(mark).touch()
        os._exit(1)
    return 2 * number


def test_every_task_is_done_but_the_one_that_kills() -> None:
    with processes(2) as pool:
        results = dict(run_all(pool, double, ((n, (n,)) for n in range(20))))

    assert isinstance(results.pop(13), Lost)
    assert results == {n: 2 * n for n in range(20) if n != 13}


def test_a_task_whose_worker_was_killed_by_chance_is_done_again(tmp_path: Path) -> None:
    with processes(2) as pool:
        results = dict(run_all(pool, double_once, ((n, (n, str(tmp_path / "mark"))) for n in range(16))))

    assert results == {n: 2 * n for n in range(16)}


def test_an_error_of_a_task_does_not_stop_the_others(caplog: pytest.LogCaptureFixture) -> None:
    with processes(1) as pool:
        results = dict(run_all(pool, int, ((text, (text,)) for text in ("1", "x", "3"))))

    assert (results["1"], results["3"]) == (1, 3)
    assert isinstance(results["x"], Lost)
