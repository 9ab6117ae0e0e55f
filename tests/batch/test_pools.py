"""Workers that die are replaced, and only the task that killed them is lost."""

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from briefgen.batch import pools
from briefgen.batch.pools import Lost, Pool, processes, run_all
from briefgen.errors import WorkersError


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


def test_workers_that_die_as_they_start_are_not_started_for_ever() -> None:
    starts = []

    def start() -> ProcessPoolExecutor:
        starts.append(1)
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(1, mp_context=context, initializer=os._exit, initargs=(1,))

    with pytest.raises(WorkersError, match="die as soon as they start"):
        list(run_all(Pool(start, 1), double, ((n, (n,)) for n in range(1000))))

    assert len(starts) == 3


def test_a_machine_that_starts_no_process_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_process: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(SpawnProcess, "_Popen", staticmethod(refuse))

    with processes(2) as pool, pytest.raises(WorkersError, match="Resource temporarily unavailable"):
        list(run_all(pool, double, ((n, (n,)) for n in range(10))))


def test_nobody_is_waited_for_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "_LOOK", 0.05)
    never_set = threading.Event()

    def gone() -> None:
        never_set.set()
        raise WorkersError("The scheduler is gone.")

    pool = Pool(lambda: ThreadPoolExecutor(1), 1, check=gone)
    with pytest.raises(WorkersError, match="gone"):
        list(run_all(pool, never_set.wait, iter([("task", ())])))
    pool.close()
